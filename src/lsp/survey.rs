//! The files of the folders that an editor has open, found and read on a thread of their own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::{io, thread};

use crate::files;
use crate::lsp::actor::Message;
use crate::lsp::failing::{Work, fail_if_asked};
use crate::lsp::outbox::Outbox;
use crate::lsp::workers::tell_of_panic;
use crate::workspace::{Content, Snapshot, Want, Workspace};

/// How many articles are read before the actor is told of them.
const BATCH: usize = 200;

/// Some of the files, and how far the survey has come.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// What stands under paths: articles, and what looking at them needs.
    pub(super) files: Vec<(PathBuf, Content)>,
    /// Which files match the patterns of configurations.
    pub(super) matches: Vec<(PathBuf, String, Vec<PathBuf>)>,
    /// How many articles have been read.
    pub(super) done: usize,
    /// How many there are.
    pub(super) total: usize,
}

/// A survey under way.
#[derive(Debug, Clone, Default)]
pub(super) struct Survey {
    is_cancelled: Arc<AtomicBool>,
}

impl Survey {
    /// Begins to look through `folders`. What `known` holds is not read again, but what of it lies in
    /// the folders and is there no longer is told as missing.
    pub(super) fn start(
        folders: Vec<PathBuf>,
        known: Snapshot,
        actor: Sender<Message>,
        outbox: Outbox,
    ) -> io::Result<Survey> {
        let survey = Survey::default();
        let mut surveyor = Surveyor {
            survey: survey.clone(),
            workspace: Workspace::from(&known),
            known,
            actor,
        };
        let thread = thread::Builder::new().name("survey".to_owned());
        thread.spawn(move || {
            let run = catch_unwind(AssertUnwindSafe(|| surveyor.run(&folders)));
            let total = run.unwrap_or_else(|panic| {
                tell_of_panic(&outbox, Path::new("the folders"), None, panic);
                0
            });
            // Even then: many wait until it is over. When the actor is gone the process is ending.
            let survey = surveyor.survey;
            let _ = surveyor.actor.send(Message::Surveyed { survey, total });
        })?;
        Ok(survey)
    }

    /// Ends it where it is.
    pub(super) fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether that is the survey that this one is.
    pub(super) fn is(&self, other: &Survey) -> bool {
        Arc::ptr_eq(&self.is_cancelled, &other.is_cancelled)
    }

    /// Whether it was ended.
    pub(super) fn is_cancelled(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }
}

struct Surveyor {
    survey: Survey,
    known: Snapshot,
    /// What is known with what has been found: it says what else is wanted.
    workspace: Workspace,
    actor: Sender<Message>,
}

impl Surveyor {
    /// How many articles there are.
    fn run(&mut self, folders: &[PathBuf]) -> usize {
        fail_if_asked(Work::Surveying);
        let mut articles: Vec<PathBuf> = Vec::new();
        for folder in folders {
            // A folder that is not there holds nothing.
            let found = files::articles(folder).unwrap_or_default();
            articles.extend(found.articles.iter().map(|path| files::absolute(path)));
        }
        articles.sort();
        articles.dedup();
        let mut batch = Batch::default();
        batch.files.extend(self.gone(folders, &articles));
        let total = articles.len();
        for (paths, nth) in articles.chunks(BATCH).zip(1..) {
            if self.survey.is_cancelled() {
                break;
            }
            self.read(paths, &mut batch);
            (batch.done, batch.total) = ((nth * BATCH).min(total), total);
            self.tell(std::mem::take(&mut batch));
        }
        batch.total = total;
        batch.done = total;
        self.tell(batch);
        total
    }

    /// What is known, should lie in the folders, and does not.
    fn gone(&self, folders: &[PathBuf], articles: &[PathBuf]) -> Vec<(PathBuf, Content)> {
        let known = self.known.files().map(|file| self.known.path(file));
        let inside = known.filter(|path| folders.iter().any(|folder| path.starts_with(folder)));
        let unseen = inside.filter(|path| {
            articles
                .binary_search_by(|at| at.as_path().cmp(path))
                .is_err()
        });
        let gone = unseen.map(|path| (path.to_owned(), files::content(path)));
        gone.filter(|(_, content)| *content == Content::Missing)
            .collect()
    }

    fn read(&mut self, paths: &[PathBuf], batch: &mut Batch) {
        let new = paths.iter().filter(|path| self.is_new(path));
        let new: Vec<(PathBuf, Content)> = new
            .map(|path| (path.clone(), files::content(path)))
            .collect();
        self.workspace.set_all(new.iter().cloned());
        batch.files.extend(new);
        for path in paths {
            loop {
                let wants = self.workspace.wants(path);
                if wants.is_empty() {
                    break;
                }
                for want in wants {
                    self.answer(want, batch);
                }
            }
        }
    }

    fn is_new(&self, path: &Path) -> bool {
        let known = self.known.file(path);
        known.is_none_or(|file| !matches!(self.known.content(file), Content::Text(_)))
    }

    fn answer(&mut self, want: Want, batch: &mut Batch) {
        match want {
            Want::File(path) => {
                let content = files::content(&path);
                self.workspace.set(&path, content.clone());
                batch.files.push((path, content));
            }
            Want::Glob { folder, pattern } => {
                let found = files::matches(&folder, &pattern);
                self.workspace.set_glob(&folder, &pattern, found.clone());
                batch.matches.push((folder, pattern, found));
            }
        }
    }

    fn tell(&self, batch: Batch) {
        let survey = self.survey.clone();
        // When the actor is gone the process is ending.
        let _ = self.actor.send(Message::Found { survey, batch });
    }
}
