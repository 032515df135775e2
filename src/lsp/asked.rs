//! A question of the editor on its way to a worker, with the line on which the answer is awaited.

use tokio::sync::oneshot;
use tower_lsp::jsonrpc::Result;

/// A question that is answered from a `View`: of one document, or of all files.
pub(super) trait Asked<View>: Send {
    /// Whether nobody waits for the answer any more.
    fn is_cancelled(&self) -> bool;

    /// Finds the answer and sends it.
    fn answer(self: Box<Self>, view: &View);
}

/// A question that `find` answers, and where to await it. Who drops the question without an answer
/// leaves the one who waits with an error; who drops the receiver cancels the question.
pub(super) fn question<View, T, F>(find: F) -> (Box<dyn Asked<View>>, oneshot::Receiver<Result<T>>)
where
    T: Send + 'static,
    F: FnOnce(&View) -> Result<T> + Send + 'static,
{
    let (sender, receiver) = oneshot::channel();
    (Box::new(Question { sender, find }), receiver)
}

struct Question<T, F> {
    sender: oneshot::Sender<Result<T>>,
    find: F,
}

impl<View, T, F> Asked<View> for Question<T, F>
where
    T: Send,
    F: FnOnce(&View) -> Result<T> + Send,
{
    fn is_cancelled(&self) -> bool {
        self.sender.is_closed()
    }

    fn answer(self: Box<Self>, view: &View) {
        let answer = (self.find)(view);
        // Nobody may wait any more.
        let _ = self.sender.send(answer);
    }
}
