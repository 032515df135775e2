//! An own eye on the folders, for editors that do not tell what changes in them.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use notify::event::ModifyKind;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use tower_lsp::gen_lsp_types::FileChangeType;

use crate::files;
use crate::lsp::actor::Message;
use crate::lsp::failing::{Work, fail_if_asked};
use crate::lsp::outbox::Outbox;
use crate::lsp::workers::tell_of_panic;
use crate::workspace::normalise;

/// Programs save a file in several steps; what follows so soon belongs together.
const PAUSE: Duration = Duration::from_millis(50);

/// Watches folders as long as it lives.
#[derive(Debug)]
pub(super) struct Watcher {
    system: RecommendedWatcher,
    watched: BTreeSet<PathBuf>,
}

impl Watcher {
    /// A watcher that tells the actor; an error says in one line why the system lets nobody watch.
    pub(super) fn new(actor: Sender<Message>, outbox: Outbox) -> Result<Watcher, String> {
        let (sender, events) = mpsc::channel();
        let system = notify::recommended_watcher(move |event: notify::Result<Event>| {
            if let Ok(event) = event {
                // When nobody listens the process is ending.
                let _ = sender.send(event);
            }
        });
        let system = system.map_err(|error| error.to_string())?;
        let thread = thread::Builder::new().name("watcher".to_owned());
        let spawned = thread.spawn(move || {
            while let Err(panic) = catch_unwind(AssertUnwindSafe(|| pass_on(&events, &actor))) {
                tell_of_panic(&outbox, Path::new("what changes on the disk"), None, panic);
                // Nobody knows what was lost with it.
                let _ = actor.send(Message::Saved);
            }
        });
        spawned.map_err(|error| error.to_string())?;
        Ok(Watcher {
            system,
            watched: BTreeSet::new(),
        })
    }

    /// Watches these folders and no others; what cannot be watched, and why.
    pub(super) fn watch(&mut self, folders: &[PathBuf]) -> Vec<String> {
        let wanted: BTreeSet<PathBuf> = folders.iter().cloned().collect();
        for folder in self.watched.difference(&wanted) {
            // It may be gone.
            let _ = self.system.unwatch(folder);
        }
        let mut refused = Vec::new();
        for folder in wanted.difference(&self.watched) {
            if let Err(error) = self.system.watch(folder, RecursiveMode::Recursive) {
                refused.push(format!("{}: {error}", folder.display()));
            }
        }
        self.watched = wanted;
        refused
    }
}

fn pass_on(events: &Receiver<Event>, actor: &Sender<Message>) {
    while let Ok(event) = events.recv() {
        fail_if_asked(Work::Watching);
        let mut changed = BTreeSet::new();
        note(event, &mut changed);
        loop {
            match events.recv_timeout(PAUSE) {
                Ok(event) => note(event, &mut changed),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        let told: Vec<_> = changed.into_iter().map(change).collect();
        if !told.is_empty() && actor.send(Message::Changed(told)).is_err() {
            return;
        }
    }
}

/// Notes what has changed: what holds which path, with whether files may have come or gone.
fn note(event: Event, changed: &mut BTreeSet<(PathBuf, bool)>) {
    let comes_or_goes = match event.kind {
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) => return,
        EventKind::Modify(ModifyKind::Data(_)) => false,
        _ => true,
    };
    let paths = event.paths.into_iter().map(|path| normalise(&path));
    changed.extend(paths.map(|path| (path, comes_or_goes)));
}

fn change((path, comes_or_goes): (PathBuf, bool)) -> (PathBuf, FileChangeType) {
    let kind = match (files::is_there(&path), comes_or_goes) {
        (false, _) => FileChangeType::Deleted,
        (true, true) => FileChangeType::Created,
        (true, false) => FileChangeType::Changed,
    };
    (path, kind)
}
