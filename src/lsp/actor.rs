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
use tokio::sync::{oneshot, watch};
use tower_lsp::Client;
use tower_lsp::gen_lsp_types as lsp;

use crate::files;
use crate::line_index::Encoding;
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
use crate::workspace::Content;

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
            Message::Saved => {}
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
            Message::Digested => self.index.has_digested(),
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
            Message::Answered(Answer::Done) => {}
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
        self.refresh(|all| all);
    }

    /// Asks the editor to ask again for some of what it can be told to ask for.
    fn refresh(&mut self, some: impl FnOnce(Refreshes) -> Refreshes) {
        let refreshes = some(self.state.client().refreshes);
        if refreshes != Refreshes::default() {
            self.refreshing = true;
            self.requests.refresh(refreshes);
        }
    }

    /// Sees to it that files which nobody has open are digested in the background.
    fn look_after_digests(&mut self) {
        if self.state.has_lost_digests() && !self.state.folders().is_empty() {
            self.index.digest_all(&self.state.overview().snapshot);
        }
        if let Some(articles) = self.index.next_to_digest() {
            self.workers
                .digest(self.state.overview().snapshot, articles);
        }
        if let Some(seconds) = self.index.is_over() {
            let message = format!("the articles are looked through after {seconds:.1} s");
            self.outbox.log(lsp::MessageType::Info, message);
            self.refresh(Refreshes::diagnostics_apart);
        }
    }

    /// Looks through the folders for articles.
    fn survey(&mut self) {
        let progress = || {
            let shows = self.state.client().shows_progress;
            shows.then(|| self.requests.progress("Isnad: reading the articles"))
        };
        let known = self.state.overview().snapshot;
        let folders = self.state.folders();
        self.index.survey(folders, known, &self.sender, progress);
    }

    fn has_surveyed(&mut self, survey: &Survey, total: usize) {
        let Some(once_more) = self.index.has_surveyed(survey) else {
            return;
        };
        let message = format!("{total} articles in the folders");
        self.outbox.log(lsp::MessageType::Info, message);
        if !survey.is_cancelled() {
            self.index.digest_all(&self.state.overview().snapshot);
        }
        if once_more {
            self.survey();
        }
    }

    /// Watches the folders where the editor does not.
    fn watch_folders(&mut self) {
        if self.watches || self.state.folders().is_empty() {
            return;
        }
        let watcher = match self.watcher.take() {
            Some(watcher) => Ok(watcher),
            None => Watcher::new(self.sender.clone()),
        };
        let refused = watcher.map(|mut watcher| {
            let refused = watcher.watch(self.state.folders());
            self.watcher = Some(watcher);
            refused
        });
        for reason in refused.unwrap_or_else(|reason| vec![reason]) {
            let message =
                format!("changes on the disk are seen when a document is saved: {reason}");
            self.outbox.log(lsp::MessageType::Warning, message);
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

    /// Tells the log who is at work, where from and for whom.
    fn introduce(&self) {
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
    }
}
