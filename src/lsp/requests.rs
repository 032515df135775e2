//! What the server asks of the editor. An editor may answer late or never; so nobody waits for an
//! answer: it is posted to the actor like any other message.

use std::sync::mpsc::Sender;
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::time::timeout;
use tower_lsp::Client;
use tower_lsp::gen_lsp_types as lsp;

use crate::lsp::actor::Message;
use crate::lsp::capabilities::{Refreshes, WATCHED};
use crate::lsp::progress::Progress;
use crate::lsp::settings::SECTION;

/// After this time an answer is not expected any more.
const PATIENCE: Duration = Duration::from_secs(30);

/// Asks the editor.
#[derive(Debug)]
pub(super) struct Requests {
    client: Client,
    runtime: Handle,
    actor: Sender<Message>,
}

/// What the editor has answered.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Answer {
    /// To [`Requests::watch`]: whether it does.
    Watches(bool),
    /// To [`Requests::refresh`]; or it has not answered at all.
    Refreshed,
    /// To [`Requests::settings`].
    Settings(lsp::LspAny),
    /// To a request whose answer changes nothing.
    Done,
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
        let options = serde_json::json!({"watchers": watchers});
        let registration = registration("workspace/didChangeWatchedFiles", options);
        let client = self.client.clone();
        self.ask(async move {
            let answer = timeout(PATIENCE, client.register_capability(vec![registration])).await;
            Answer::Watches(matches!(answer, Ok(Ok(()))))
        });
    }

    /// Asks the editor to tell of changed settings.
    pub(super) fn watch_settings(&self) {
        let options = serde_json::json!({"section": SECTION});
        let registration = registration("workspace/didChangeConfiguration", options);
        let client = self.client.clone();
        self.ask(async move {
            // Without it, what was set when the editor started holds.
            let _ = timeout(PATIENCE, client.register_capability(vec![registration])).await;
            Answer::Done
        });
    }

    /// Asks the editor for its settings.
    pub(super) fn settings(&self) {
        let client = self.client.clone();
        let item = lsp::ConfigurationItem {
            section: Some(SECTION.to_owned()),
            ..lsp::ConfigurationItem::default()
        };
        self.ask(async move {
            let answer = timeout(PATIENCE, client.configuration(vec![item])).await;
            match answer {
                Ok(Ok(values)) => Answer::Settings(values.into_iter().next().unwrap_or_default()),
                _ => Answer::Done,
            }
        });
    }

    /// Asks the editor to ask for diagnostics again, and for what it shows in the text.
    pub(super) fn refresh(&self, refreshes: Refreshes) {
        let client = self.client.clone();
        self.ask(async move {
            // A refusal is as good as silence: there is nothing else that could be done.
            if refreshes.diagnostics {
                let _ = timeout(PATIENCE, client.workspace_diagnostic_refresh()).await;
            }
            if refreshes.inlay_hints {
                let _ = timeout(PATIENCE, client.inlay_hint_refresh()).await;
            }
            if refreshes.code_lenses {
                let _ = timeout(PATIENCE, client.code_lens_refresh()).await;
            }
            if refreshes.semantic_tokens {
                let _ = timeout(PATIENCE, client.semantic_tokens_refresh()).await;
            }
            Answer::Refreshed
        });
    }

    /// Lets the editor show how far a piece of work is.
    pub(super) fn progress(&self, title: &str) -> Progress {
        Progress::begin(self.client.clone(), &self.runtime, title)
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

fn registration(method: &str, options: lsp::LspAny) -> lsp::Registration {
    lsp::Registration {
        id: format!("isnad/{method}"),
        method: method.to_owned(),
        register_options: Some(options),
    }
}
