//! `--watch`: looks again whenever something changes.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify::event::ModifyKind;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::cli::check::Looked;
use crate::cli::input::Named;
use crate::cli::reports::Reporting;
use crate::cli::{Outcome, tell, tell_outcome};
use crate::files;

/// Programs save a file in several steps; what follows so soon belongs together.
const PAUSE: Duration = Duration::from_millis(50);

/// What takes the screen and what was on it away from a terminal.
const CLEAR: &str = "\u{1b}[2J\u{1b}[3J\u{1b}[H";

/// Prints what `look` finds, now and after every change, until nobody reads it any more.
pub(super) fn watch(named: &Named, reporting: &Reporting, look: impl Fn() -> Looked) -> Outcome {
    let (sender, events) = mpsc::channel();
    let system = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // When nobody listens the process is ending.
        let _ = sender.send(event);
    });
    let watcher = system.map(|system| Watcher {
        system,
        watched: BTreeSet::new(),
    });
    let mut watcher = match watcher {
        Ok(watcher) => watcher,
        Err(error) => return cannot(&error),
    };
    loop {
        // What changes while it looks is seen in the next round.
        for path in named.paths() {
            if let Err(error) = watcher.named(path) {
                return cannot(&error);
            }
        }
        let Looked {
            report,
            outcome,
            folders,
        } = look();
        let clear = if io::stdout().is_terminal() {
            CLEAR
        } else {
            ""
        };
        if let Err(error) = files::write_standard_output(format!("{clear}{report}").as_bytes()) {
            return match error.kind() {
                io::ErrorKind::BrokenPipe => outcome,
                _ => cannot(&error),
            };
        }
        for folder in folders {
            if let Err(error) = watcher.folder(&folder, RecursiveMode::NonRecursive) {
                return cannot(&error);
            }
        }
        tell_outcome("watching for changes; Ctrl+C ends it");
        if !wait(&events, reporting) {
            return Outcome::Failed;
        }
    }
}

struct Watcher {
    system: RecommendedWatcher,
    watched: BTreeSet<PathBuf>,
}

impl Watcher {
    /// Watches a path of the user's: all that a folder holds; of a file the folder, because many
    /// programs save by putting another in its place.
    fn named(&mut self, path: &Path) -> notify::Result<()> {
        let path = files::absolute(path);
        if files::is_folder(&path) {
            return self.folder(&path, RecursiveMode::Recursive);
        }
        let folder = path.parent().unwrap_or(&path);
        self.folder(folder, RecursiveMode::NonRecursive)
    }

    fn folder(&mut self, folder: &Path, mode: RecursiveMode) -> notify::Result<()> {
        // What a folder above watches with all it holds is watched.
        if folder.ancestors().any(|above| self.watched.contains(above)) {
            return Ok(());
        }
        self.system.watch(folder, mode)?;
        if mode == RecursiveMode::Recursive {
            self.watched.insert(folder.to_owned());
        }
        Ok(())
    }
}

/// Waits until something has changed that counts, and nothing more does; false if nothing ever will.
fn wait(events: &Receiver<notify::Result<Event>>, reporting: &Reporting) -> bool {
    loop {
        match events.recv() {
            Ok(Ok(event)) if counts(&event, reporting) => break,
            Ok(Ok(_)) => {}
            Ok(Err(error)) => tell(&format!("something may change unseen: {error}")),
            Err(_) => return false,
        }
    }
    while events.recv_timeout(PAUSE).is_ok() {}
    true
}

/// Whether it is about a file that verdicts may rest on, and not one that this very command writes.
fn counts(event: &Event, reporting: &Reporting) -> bool {
    if let EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) = event.kind {
        return false;
    }
    let endings = [files::ARTICLE, ".txt", ".yaml", ".yml", ".toml", ".json"];
    let is_read = |path: &PathBuf| {
        let name = path.to_string_lossy();
        endings.iter().any(|ending| name.ends_with(ending))
    };
    let mut paths = event.paths.iter();
    paths.any(|path| (is_read(path) && !reporting.is_written(path)) || files::is_folder(path))
}

fn cannot(error: &impl std::fmt::Display) -> Outcome {
    tell(&format!("this cannot be watched: {error}"));
    Outcome::Failed
}
