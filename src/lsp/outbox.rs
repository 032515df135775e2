//! What goes to the editor unasked: diagnostics, messages, lines of its log.
//!
//! An editor that reads slowly must not make the server's memory grow, nor be shown what is no
//! longer true: of the diagnostics of one document only the latest wait, and those that are the
//! same as before are not sent at all.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tower_lsp::Client;
use tower_lsp::gen_lsp_types as lsp;

/// The way out.
#[derive(Debug, Clone)]
pub(super) struct Outbox {
    sender: mpsc::UnboundedSender<Outgoing>,
    waiting: Arc<Mutex<BTreeMap<lsp::Uri, Published>>>,
    /// The diagnostics that each document has been given, or will be.
    given: Arc<Mutex<BTreeMap<lsp::Uri, Vec<lsp::Diagnostic>>>>,
}

#[derive(Debug)]
enum Outgoing {
    /// The diagnostics that wait for this document, if they have not been sent yet.
    Diagnostics(lsp::Uri),
    Log(lsp::MessageType, String),
    Show(lsp::MessageType, String),
}

#[derive(Debug)]
struct Published {
    version: Option<i32>,
    diagnostics: Vec<lsp::Diagnostic>,
}

impl Outbox {
    /// An outbox that a task of `runtime` empties.
    pub(super) fn new(client: Client, runtime: &Handle) -> Outbox {
        let (sender, receiver) = mpsc::unbounded_channel();
        let outbox = Outbox {
            sender,
            waiting: Arc::default(),
            given: Arc::default(),
        };
        runtime.spawn(empty(client, receiver, Arc::clone(&outbox.waiting)));
        outbox
    }

    /// Gives a document its diagnostics, found in the state that the editor calls `version`.
    pub(super) fn publish(
        &self,
        uri: &lsp::Uri,
        version: Option<i32>,
        diagnostics: Vec<lsp::Diagnostic>,
    ) {
        let mut given = lock(&self.given);
        if given.get(uri) != Some(&diagnostics) {
            given.insert(uri.clone(), diagnostics.clone());
            self.put(uri, version, diagnostics);
        }
    }

    /// Takes away the diagnostics of a document that is no longer open.
    pub(super) fn retract(&self, uri: &lsp::Uri) {
        let before = lock(&self.given).remove(uri);
        if before.is_some_and(|before| !before.is_empty()) {
            self.put(uri, None, Vec::new());
        }
    }

    /// Writes to the editor's log.
    pub(super) fn log(&self, kind: lsp::MessageType, message: impl Into<String>) {
        self.send(Outgoing::Log(kind, message.into()));
    }

    /// Shows the user a message.
    pub(super) fn show(&self, kind: lsp::MessageType, message: impl Into<String>) {
        self.send(Outgoing::Show(kind, message.into()));
    }

    fn put(&self, uri: &lsp::Uri, version: Option<i32>, diagnostics: Vec<lsp::Diagnostic>) {
        let published = Published {
            version,
            diagnostics,
        };
        lock(&self.waiting).insert(uri.clone(), published);
        self.send(Outgoing::Diagnostics(uri.clone()));
    }

    fn send(&self, outgoing: Outgoing) {
        // When the task is gone the process is ending.
        let _ = self.sender.send(outgoing);
    }
}

async fn empty(
    client: Client,
    mut receiver: mpsc::UnboundedReceiver<Outgoing>,
    waiting: Arc<Mutex<BTreeMap<lsp::Uri, Published>>>,
) {
    while let Some(outgoing) = receiver.recv().await {
        match outgoing {
            Outgoing::Diagnostics(uri) => {
                let published = lock(&waiting).remove(&uri);
                if let Some(Published {
                    version,
                    diagnostics,
                }) = published
                {
                    client.publish_diagnostics(uri, diagnostics, version).await;
                }
            }
            Outgoing::Log(kind, message) => client.log_message(kind, message).await,
            Outgoing::Show(kind, message) => client.show_message(kind, message).await,
        }
    }
}

/// These maps are whole at every moment, also after a panic.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
