//! The one owner of all state. It takes one message after the other, in the order in which the
//! editor sent them, and does no work that takes long: that is what [`workers`](crate::lsp::workers)
//! are for.
//!
//! Before a question about a document is answered, a worker has read it as an article. What comes
//! about the document meanwhile waits in its own line, so that every question sees the text that
//! it was asked of; other documents do not wait.

mod folders;
mod introduction;
mod verdicts;

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, TryRecvError};
use std::thread;

use tokio::runtime::Handle;
use tokio::sync::{oneshot, watch};
use tower_lsp::Client;
use tower_lsp::gen_lsp_types as lsp;

use crate::lsp::asked::Asked;
use crate::lsp::capabilities::{Profile, Refreshes};
use crate::lsp::document::Document;
use crate::lsp::index::Index;
use crate::lsp::outbox::Outbox;
use crate::lsp::requests::{Answer, Requests};
use crate::lsp::settings::Settings;
use crate::lsp::state::State;
use crate::lsp::survey::{Batch, Survey};
use crate::lsp::view::{Overview, View};
use crate::lsp::watcher::Watcher;
use crate::lsp::workers::{Found, Workers, tell_of_panic};

/// Something that the actor is told.
pub(super) enum Message {
    /// The editor has introduced itself.
    Initialize {
        client: Box<Profile>,
        folders: Vec<PathBuf>,
        /// What the user has set, as far as the editor says it by itself.
        settings: lsp::LspAny,
    },
    /// It is ready to be spoken to.
    Initialized,
    /// Something about one document.
    About { path: PathBuf, matter: Matter },
    /// Somebody waits until all files of the folders are known.
    Wait(oneshot::Sender<()>),
    /// A question about all files.
    Everywhere(Box<dyn Asked<Overview>>),
    /// Files have changed on the disk.
    Changed(Vec<(PathBuf, lsp::FileChangeType)>),
    /// Some document has been saved.
    Saved,
    /// A survey has found some of the files of the folders.
    Found { survey: Survey, batch: Batch },
    /// It is over; so many articles are there.
    Surveyed { survey: Survey, total: usize },
    /// The user does not want to wait for it.
    EndSurvey,
    /// Some articles have been digested.
    Digested,
    /// The user has changed settings; the new ones, from editors that cannot be asked for them.
    Set(lsp::LspAny),
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
    /// Nobody is served any more.
    End,
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
    /// What tells it otherwise.
    watcher: Option<Watcher>,
    /// The editor has been asked to ask again, and has not answered yet.
    refreshing: bool,
    index: Index,
    /// Tells those who wait for it that something has changed.
    generation: watch::Sender<u64>,
    workers: Workers,
    outbox: Outbox,
    requests: Requests,
    sender: Sender<Message>,
}

impl Actor {
    /// Starts an actor that takes its messages from `inbox`; `sender` leads there.
    pub(super) fn start(
        client: Client,
        runtime: Handle,
        sender: Sender<Message>,
        inbox: Receiver<Message>,
        generation: watch::Sender<u64>,
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
            watcher: None,
            refreshing: false,
            index: Index::default(),
            generation,
            workers: Workers::start(sender.clone(), outbox.clone())?,
            outbox,
            requests: Requests::new(client, runtime, sender.clone()),
            sender,
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
                    self.guarded(None, Actor::look_after_digests);
                    match inbox.recv() {
                        Ok(message) => message,
                        Err(_) => return,
                    }
                }
            };
            let path = match &message {
                Message::End => return,
                Message::About { path, .. } => Some(path.clone()),
                _ => None,
            };
            self.guarded(path.as_deref(), |actor| actor.take(message));
            let now = self.state.generation();
            self.generation
                .send_if_modified(|generation| std::mem::replace(generation, now) != now);
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
            Message::Initialize {
                client,
                folders,
                settings,
            } => {
                if !folders.is_empty() {
                    self.index.expect();
                }
                self.state = State::new(*client, folders);
                self.set(&settings);
            }
            Message::Initialized => self.begin(),
            Message::About { path, matter } => match self.waiting.get_mut(&path) {
                Some(line) => line.push_back(matter),
                None => self.take_up(&path, matter),
            },
            Message::Wait(waiting) => self.index.wait(waiting),
            Message::Everywhere(question) => {
                self.workers.answer_of_all(question, self.state.all());
            }
            Message::Changed(files) => {
                let mut is_other = false;
                for (path, kind) in files {
                    is_other |= self.state.changed_on_disk(&path, kind);
                }
                if is_other {
                    self.survey();
                }
            }
            Message::Saved if !self.watches => self.state.changed_somewhere_on_disk(),
            // What is found in one article may rest on another.
            Message::Saved => self.state.compare_anew(),
            Message::Folders { added, removed } => {
                self.index.expect();
                self.state.change_folders(added, &removed);
                self.watch_folders();
                self.survey();
            }
            Message::Found { survey, batch } => {
                if self.index.has_found(&survey, &batch) {
                    self.state.found(batch);
                }
            }
            Message::Surveyed { survey, total } => self.has_surveyed(&survey, total),
            Message::EndSurvey => self.index.cancel(),
            Message::Digested => {
                if self.index.has_digested() {
                    self.state.compare_anew();
                }
            }
            Message::Set(_) if self.state.client().tells_settings => self.requests.settings(),
            Message::Set(settings) => self.set(&settings),
            Message::Read { path, succeeded } => self.go_on(&path, succeeded),
            Message::Diagnosed { path, found } => self.publish(&path, found),
            Message::Configured { path, problems } => self.tell_of_configuration(path, problems),
            Message::Answered(Answer::Watches(watches)) => {
                self.watches = watches;
                if !watches {
                    self.watch_folders();
                }
            }
            Message::Answered(Answer::Refreshed) => self.refreshing = false,
            Message::Answered(Answer::Settings(settings)) => self.set(&settings),
            Message::Answered(Answer::Done) | Message::End => {}
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

    fn begin(&mut self) {
        self.introduce();
        let client = self.state.client();
        if client.tells_settings {
            self.requests.settings();
        }
        if client.watches_settings {
            self.requests.watch_settings();
        }
        if client.watches_files {
            self.requests.watch();
        } else {
            self.watch_folders();
        }
        if !self.state.folders().is_empty() {
            self.survey();
        }
    }

    fn set(&mut self, settings: &lsp::LspAny) {
        match Settings::read(settings) {
            Ok(settings) => {
                if self.state.set(settings) {
                    self.refresh(Refreshes::diagnostics_apart);
                }
            }
            Err(message) => self.outbox.log(lsp::MessageType::Warning, message),
        }
    }

    /// Asks the editor to ask again for some of what it can be told to ask for.
    fn refresh(&mut self, some: impl FnOnce(Refreshes) -> Refreshes) {
        let refreshes = some(self.state.client().refreshes);
        if refreshes != Refreshes::default() {
            self.refreshing = true;
            self.requests.refresh(refreshes);
        }
    }
}
