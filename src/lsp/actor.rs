//! The one owner of all state. It takes one message after the other, in the order in which the
//! editor sent them, and does no work that takes long: that is what [`workers`](crate::lsp::workers)
//! are for.
//!
//! Before a question about a document is answered, a worker has read it as an article. What comes
//! about the document meanwhile waits in its own line, so that every question sees the text that
//! it was asked of; other documents do not wait.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::env;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, TryRecvError};
use std::thread;

use tokio::runtime::Handle;
use tokio::sync::watch;
use tower_lsp::Client;
use tower_lsp::gen_lsp_types as lsp;

use crate::files;
use crate::line_index::Encoding;
use crate::lsp::asked::Asked;
use crate::lsp::capabilities::Profile;
use crate::lsp::document::Document;
use crate::lsp::outbox::Outbox;
use crate::lsp::requests::{Answer, Requests};
use crate::lsp::state::State;
use crate::lsp::view::{Overview, View};
use crate::lsp::workers::{Found, Workers, tell_of_panic};
use crate::workspace::Content;

/// Something that the actor is told.
pub(super) enum Message {
    /// The editor has introduced itself.
    Initialize {
        client: Box<Profile>,
        folders: Vec<PathBuf>,
    },
    /// It is ready to be spoken to.
    Initialized,
    /// Something about one document.
    About { path: PathBuf, matter: Matter },
    /// A question about all files.
    Everywhere(Box<dyn Asked<Overview>>),
    /// Files have changed on the disk.
    Changed(Vec<(PathBuf, lsp::FileChangeType)>),
    /// Some document has been saved.
    Saved,
    /// Folders have been opened and closed.
    Folders {
        added: Vec<PathBuf>,
        removed: Vec<PathBuf>,
    },
    /// A worker has read a file as an article, or failed.
    Read { path: PathBuf, succeeded: bool },
    /// A worker has looked for diagnostics unasked; `None` if it failed.
    Diagnosed { path: PathBuf, found: Option<Found> },
    /// What in a configuration cannot be carried out.
    Configured {
        path: PathBuf,
        problems: Vec<String>,
    },
    /// The editor has answered.
    Answered(Answer),
    /// For tests: a question over which the actor itself fails.
    #[cfg(debug_assertions)]
    Fail(Box<dyn Asked<View>>),
}

/// Something about one document.
pub(super) enum Matter {
    Open {
        uri: lsp::Uri,
        version: i32,
        text: String,
    },
    Change {
        version: i32,
        changes: Vec<lsp::TextDocumentContentChangeEvent>,
    },
    Close,
    Ask(Box<dyn Asked<View>>),
}

/// The one owner of all state.
pub(super) struct Actor {
    state: State,
    /// What waits for a document to be read, in the order in which it came.
    waiting: BTreeMap<PathBuf, VecDeque<Matter>>,
    /// Documents whose diagnostics a worker is looking for.
    diagnosing: BTreeSet<PathBuf>,
    /// What the user has been told about configurations.
    told: BTreeMap<PathBuf, Vec<String>>,
    /// The editor tells what changes on the disk.
    watches: bool,
    /// The editor has been asked to ask for diagnostics again, and has not answered yet.
    refreshing: bool,
    /// Tells those who wait for it that all files of the folders are known.
    survey: watch::Sender<bool>,
    workers: Workers,
    outbox: Outbox,
    requests: Requests,
}

impl Actor {
    /// Starts an actor that takes its messages from `inbox`; `sender` leads there.
    pub(super) fn start(
        client: Client,
        runtime: Handle,
        sender: Sender<Message>,
        inbox: Receiver<Message>,
        survey: watch::Sender<bool>,
    ) -> io::Result<()> {
        let outbox = Outbox::new(client.clone(), &runtime);
        let mut actor = Actor {
            state: State::new(
                Profile::new(lsp::ClientCapabilities::default(), None, None),
                Vec::new(),
            ),
            waiting: BTreeMap::new(),
            diagnosing: BTreeSet::new(),
            told: BTreeMap::new(),
            watches: false,
            refreshing: false,
            survey,
            workers: Workers::start(sender.clone(), outbox.clone())?,
            outbox,
            requests: Requests::new(client, runtime, sender),
        };
        let thread = thread::Builder::new().name("actor".to_owned());
        thread.spawn(move || actor.run(&inbox)).map(drop)
    }

    fn run(&mut self, inbox: &Receiver<Message>) {
        loop {
            let message = match inbox.try_recv() {
                Ok(message) => message,
                Err(TryRecvError::Disconnected) => return,
                Err(TryRecvError::Empty) => {
                    // Only now: of a burst of changes the last is the one to look at.
                    self.guarded(None, Actor::look_after_diagnostics);
                    match inbox.recv() {
                        Ok(message) => message,
                        Err(_) => return,
                    }
                }
            };
            let path = match &message {
                Message::About { path, .. } => Some(path.clone()),
                _ => None,
            };
            self.guarded(path.as_deref(), |actor| actor.take(message));
        }
    }

    /// Takes a step. If it panics, a question in hand is lost, and that answers it.
    fn guarded(&mut self, path: Option<&Path>, step: impl FnOnce(&mut Actor)) {
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| step(self))) {
            self.tell_of_panic(path, panic);
        }
    }

    fn tell_of_panic(&self, path: Option<&Path>, panic: Box<dyn Any + Send>) {
        // The text itself may be what the panic was about.
        let text = catch_unwind(AssertUnwindSafe(|| self.state.text(path?)));
        let path = path.unwrap_or(Path::new("no document"));
        tell_of_panic(&self.outbox, path, text.ok().flatten().as_deref(), panic);
    }

    fn take(&mut self, message: Message) {
        match message {
            Message::Initialize { client, folders } => self.state = State::new(*client, folders),
            Message::Initialized => self.introduce(),
            Message::About { path, matter } => match self.waiting.get_mut(&path) {
                Some(line) => line.push_back(matter),
                None => self.take_up(&path, matter),
            },
            Message::Everywhere(question) => {
                self.workers.answer_of_all(question, self.state.all());
            }
            Message::Changed(files) => {
                for (path, kind) in files {
                    self.state.changed_on_disk(&path, kind);
                }
            }
            Message::Saved if !self.watches => self.state.changed_somewhere_on_disk(),
            Message::Saved => {}
            Message::Folders { added, removed } => self.state.change_folders(added, &removed),
            Message::Read { path, succeeded } => self.go_on(&path, succeeded),
            Message::Diagnosed { path, found } => self.publish(&path, found),
            Message::Configured { path, problems } => self.tell_of_configuration(path, problems),
            Message::Answered(Answer::Watches(watches)) => self.watches = watches,
            Message::Answered(Answer::Refreshed) => self.refreshing = false,
            #[cfg(debug_assertions)]
            Message::Fail(_question) => panic!("asked to fail"),
        }
    }

    /// Takes up a matter whose turn it is.
    fn take_up(&mut self, path: &Path, matter: Matter) {
        match matter {
            Matter::Open { uri, version, text } => {
                self.state.open(path, Document::new(uri, version, &text));
            }
            Matter::Change { version, changes } => {
                if !self.state.change(path, version, changes) {
                    let message = format!("a change of {}, which is not open", path.display());
                    self.outbox.log(lsp::MessageType::Warning, message);
                }
            }
            Matter::Close => {
                if let Some(uri) = self.state.close(path) {
                    self.outbox.retract(&uri);
                }
            }
            Matter::Ask(question) if question.is_cancelled() => {}
            Matter::Ask(question) => {
                if self.is_read(path) {
                    if let Some(view) = self.state.view(path) {
                        self.workers.answer(question, view);
                    }
                } else if let Some(line) = self.waiting.get_mut(path) {
                    line.push_front(Matter::Ask(question));
                }
            }
        }
    }

    /// Whether the document has been read; if not, a worker reads it from now on.
    fn is_read(&mut self, path: &Path) -> bool {
        match self.state.unread(path) {
            None => true,
            Some((snapshot, file)) => {
                self.waiting.insert(path.to_owned(), VecDeque::new());
                self.workers.read(snapshot, file);
                false
            }
        }
    }

    /// Takes up what has waited for the document to be read.
    fn go_on(&mut self, path: &Path, succeeded: bool) {
        let mut line = self.waiting.remove(path).unwrap_or_default();
        if succeeded {
            self.state.has_read(path);
        } else {
            // What needed it fails with it; the next change may mend it.
            self.state.freshen(path);
            if matches!(line.front(), Some(Matter::Ask(_))) {
                line.pop_front();
            }
        }
        while let Some(matter) = line.pop_front() {
            self.take_up(path, matter);
            if let Some(waiting) = self.waiting.get_mut(path) {
                waiting.append(&mut line);
            }
        }
    }

    /// Sees to it that diagnostics which may not be true any more are found anew.
    fn look_after_diagnostics(&mut self) {
        let stale = self.state.stale();
        if self.state.client().pulls_diagnostics {
            self.ask_to_ask_again(&stale);
            return;
        }
        for path in stale {
            let is_busy = self.waiting.contains_key(&path) || self.diagnosing.contains(&path);
            if is_busy || !self.is_read(&path) {
                continue;
            }
            self.state.freshen(&path);
            if let Some(view) = self.state.view(&path) {
                self.diagnosing.insert(path);
                self.workers.diagnose(view);
            }
        }
    }

    fn ask_to_ask_again(&mut self, stale: &[PathBuf]) {
        if stale.is_empty() || self.refreshing {
            return;
        }
        for path in stale {
            self.state.freshen(path);
        }
        if self.state.client().refreshes_diagnostics {
            self.refreshing = true;
            self.requests.refresh_diagnostics();
        }
    }

    /// Sends what a worker has found, if it is still true.
    fn publish(&mut self, path: &Path, found: Option<Found>) {
        self.diagnosing.remove(path);
        let Some(Found { view, diagnostics }) = found else {
            return;
        };
        if view.revision.is_outdated() || self.state.is_stale(path) {
            return;
        }
        if let (Some(uri), version @ Some(_)) = (view.uri(view.file), view.version(view.file)) {
            self.outbox.publish(&uri, version, diagnostics);
        }
    }

    /// Tells the user once of what cannot be carried out; an editor that has the configuration open
    /// shows it there.
    fn tell_of_configuration(&mut self, path: PathBuf, problems: Vec<String>) {
        if self.state.is_open(&path) || self.told.get(&path) == Some(&problems) {
            return;
        }
        if !problems.is_empty() {
            self.outbox
                .show(lsp::MessageType::Warning, problems.join("\n"));
        }
        self.told.insert(path, problems);
    }

    fn introduce(&mut self) {
        let client = self.state.client();
        let binary = env::current_exe()
            .map_or_else(|_| "isnad".to_owned(), |path| path.display().to_string());
        let unit = match client.encoding {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16 => "utf-16",
            Encoding::Utf32 => "utf-32",
        };
        let diagnostics = if client.pulls_diagnostics {
            "asked for"
        } else {
            "sent"
        };
        let configurations = self
            .state
            .folders()
            .iter()
            .map(|folder| folder.join("isnad.toml"));
        let found: Vec<String> = configurations
            .filter(|path| matches!(files::content(path), Content::Text(_)))
            .map(|path| path.display().to_string())
            .collect();
        let configuration = match found.as_slice() {
            [] => "no isnad.toml in the folders".to_owned(),
            found => format!("configuration {}", found.join(", ")),
        };
        let introduction = format!(
            "isnad {} at {binary}: positions in {unit}, diagnostics are {diagnostics}, {configuration}",
            env!("CARGO_PKG_VERSION"),
        );
        self.outbox.log(lsp::MessageType::Info, introduction);
        if client.watches_files {
            self.requests.watch();
        }
    }
}
