//! What the server asks of the editor. An editor may answer late or never; so nobody waits for an
//! answer: it is posted to the actor like any other message.

use std::sync::mpsc::Sender;
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::time::timeout;
use tower_lsp::Client;
use tower_lsp::gen_lsp_types as lsp;

use crate::lsp::actor::Message;

/// After this time an answer is not expected any more.
const PATIENCE: Duration = Duration::from_secs(30);

/// The files whose changes matter.
const WATCHED: [&str; 4] = ["**/*.news.md", "**/*.yaml", "**/isnad.toml", "**/*.txt"];

/// Asks the editor.
#[derive(Debug)]
pub(super) struct Requests {
    client: Client,
    runtime: Handle,
    actor: Sender<Message>,
}

/// What the editor has answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// To [`Requests::watch`]: whether it does.
    Watches(bool),
    /// To [`Requests::refresh_diagnostics`]; or it has not answered at all.
    Refreshed,
}

impl Requests {
    pub(super) fn new(client: Client, runtime: Handle, actor: Sender<Message>) -> Requests {
        Requests {
            client,
            runtime,
            actor,
        }
    }

    /// Asks the editor to tell of changed files.
    pub(super) fn watch(&self) {
        let watchers = WATCHED.map(|pattern| serde_json::json!({"globPattern": pattern}));
        let registration = lsp::Registration {
            id: "isnad-files".to_owned(),
            method: "workspace/didChangeWatchedFiles".to_owned(),
            register_options: Some(serde_json::json!({"watchers": watchers})),
        };
        let client = self.client.clone();
        self.ask(async move {
            let answer = timeout(PATIENCE, client.register_capability(vec![registration])).await;
            Answer::Watches(matches!(answer, Ok(Ok(()))))
        });
    }

    /// Asks the editor to ask for diagnostics again.
    pub(super) fn refresh_diagnostics(&self) {
        let client = self.client.clone();
        self.ask(async move {
            // A refusal is as good as silence: there is nothing else that could be done.
            let _ = timeout(PATIENCE, client.workspace_diagnostic_refresh()).await;
            Answer::Refreshed
        });
    }

    fn ask(&self, question: impl Future<Output = Answer> + Send + 'static) {
        let actor = self.actor.clone();
        self.runtime.spawn(async move {
            let answer = question.await;
            // When the actor is gone the process is ending.
            let _ = actor.send(Message::Answered(answer));
        });
    }
}
