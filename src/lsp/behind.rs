//! An answer that comes in parts ends behind its last part. The transport takes answers and what the
//! server sends by itself from two queues, now from this one, now from that; so whoever has sent parts
//! sends a mark after them, which is never written, and answers when the transport has come to it.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use futures_core::Stream;
use tokio::sync::oneshot;
use tower_lsp::gen_lsp_types as lsp;
use tower_lsp::jsonrpc::Request;
use tower_lsp::{Client, ClientSocket, Loopback};

/// The marks that are under way, with those who wait for them.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    numbers: Arc<AtomicU64>,
    waiting: Arc<Mutex<BTreeMap<u64, oneshot::Sender<()>>>>,
}

impl Marks {
    /// Waits until all that was sent to `client` before stands in the output.
    pub(super) async fn pass(&self, client: &Client) {
        let number = self.numbers.fetch_add(1, Ordering::Relaxed);
        let (sender, passed) = oneshot::channel();
        self.with_waiting(|waiting| waiting.insert(number, sender));
        client.send_notification::<Mark>(number).await;
        // When the transport is gone the process is ending.
        let _ = passed.await;
    }

    /// Whether that is a mark; then whoever waits for it goes on.
    fn take(&self, request: &Request) -> bool {
        if request.method() != MARK {
            return false;
        }
        let number = request.params().and_then(lsp::LspAny::as_u64);
        let waiting = number.and_then(|it| self.with_waiting(|waiting| waiting.remove(&it)));
        if let Some(waiting) = waiting {
            // Nobody may wait any more.
            let _ = waiting.send(());
        }
        true
    }

    fn with_waiting<T>(&self, run: impl FnOnce(&mut BTreeMap<u64, oneshot::Sender<()>>) -> T) -> T {
        // The map is whole at every moment, also after a panic.
        run(&mut self.waiting.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

const MARK: &str = "isnad/mark";

enum Mark {}

impl lsp::Notification for Mark {
    type Params = u64;
    const METHOD: lsp::LspNotificationMethod<'static> = lsp::LspNotificationMethod::Custom(MARK);
    const MESSAGE_DIRECTION: lsp::MessageDirection = lsp::MessageDirection::ServerToClient;
}

/// The server's end of the line to the editor, on which marks are taken out.
#[derive(Debug)]
pub(super) struct Marked {
    socket: ClientSocket,
    marks: Marks,
}

impl Marked {
    pub(super) fn new(socket: ClientSocket, marks: Marks) -> Marked {
        Marked { socket, marks }
    }
}

impl Loopback for Marked {
    type RequestStream = Unmarked<<ClientSocket as Loopback>::RequestStream>;
    type ResponseSink = <ClientSocket as Loopback>::ResponseSink;

    fn split(self) -> (Self::RequestStream, Self::ResponseSink) {
        let (requests, responses) = self.socket.split();
        let unmarked = Unmarked {
            requests,
            marks: self.marks,
        };
        (unmarked, responses)
    }
}

/// What is sent, without the marks.
#[derive(Debug)]
pub(super) struct Unmarked<S> {
    requests: S,
    marks: Marks,
}

impl<S: Stream<Item = Request> + Unpin> Stream for Unmarked<S> {
    type Item = Request;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Request>> {
        loop {
            match Pin::new(&mut self.requests).poll_next(context) {
                Poll::Ready(Some(request)) if self.marks.take(&request) => {}
                other => return other,
            }
        }
    }
}
