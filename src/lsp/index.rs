//! What the server does about files that nobody has open: it finds them, reads them, and digests each
//! once in the background, so that what is asked of all of them has its answer at once.

use std::io;
use std::time::Instant;

use tokio::sync::oneshot;

use crate::lsp::progress::Progress;
use crate::lsp::survey::{Batch, Survey};
use crate::text::FileId;
use crate::workspace::{FileKind, Snapshot};

/// How many articles a worker digests before it looks what else there is to do.
const CHUNK: usize = 16;

/// What is under way about files that nobody has open.
#[derive(Debug, Default)]
pub(super) struct Index {
    survey: Option<Survey>,
    /// Files have come or gone since it began.
    is_outdated: bool,
    progress: Option<Progress>,
    /// When the first survey began, until all that it found is digested.
    began: Option<Instant>,
    /// There are files in folders that are not known yet.
    is_expecting: bool,
    /// Those who wait until all files of the folders are known.
    waiting: Vec<oneshot::Sender<()>>,
    /// Articles that are still to be digested, and how many there were.
    undigested: Vec<FileId>,
    total: usize,
    is_digesting: bool,
}

impl Index {
    /// From now on there are folders that nobody has looked through; questions about all files wait for
    /// the survey of them, which is still to be begun.
    pub(super) fn expect(&mut self) {
        self.is_expecting = true;
        if let Some(survey) = self.survey.take() {
            survey.cancel();
        }
    }

    /// Tells `waiting` when all files of the folders are known, which may be now.
    pub(super) fn wait(&mut self, waiting: oneshot::Sender<()>) {
        self.waiting.push(waiting);
        if !self.is_expecting {
            self.is_known();
        }
    }

    fn is_known(&mut self) {
        self.is_expecting = false;
        for waiting in self.waiting.drain(..) {
            // Nobody may wait any more.
            let _ = waiting.send(());
        }
    }

    /// Begins to look through the folders by `start`, or does so once more if that is under way. `progress`
    /// is asked for if some of them are looked through for the first time.
    pub(super) fn survey(
        &mut self,
        start: impl FnOnce() -> io::Result<Survey>,
        progress: impl FnOnce() -> Option<Progress>,
    ) {
        if self.survey.is_some() {
            self.is_outdated = true;
            return;
        }
        if self.is_expecting {
            self.progress = progress();
            self.began = Some(Instant::now());
        }
        self.is_outdated = false;
        self.survey = start().ok();
        if self.survey.is_none() {
            self.is_known();
        }
    }

    /// Takes note of what a survey has found; `false` if it is none that anybody waits for.
    pub(super) fn has_found(&self, survey: &Survey, batch: &Batch) -> bool {
        let is_this = self.is_this(survey);
        if is_this {
            // The articles are read first and digested then.
            self.report(batch.done, batch.total, 0, batch.total);
        }
        is_this
    }

    /// A survey is over: whether there is to be another one; `None` if it is none that anybody waits for.
    pub(super) fn has_surveyed(&mut self, survey: &Survey) -> Option<bool> {
        if !self.is_this(survey) {
            return None;
        }
        self.survey = None;
        self.is_known();
        Some(self.is_outdated)
    }

    fn is_this(&self, survey: &Survey) -> bool {
        self.survey.as_ref().is_some_and(|this| this.is(survey))
    }

    /// Ends what is under way where it is.
    pub(super) fn cancel(&mut self) {
        if let Some(survey) = &self.survey {
            survey.cancel();
        }
        self.undigested.clear();
        self.progress = None;
        self.began = None;
    }

    /// All articles whose digests are not there, or not there any more, are to be made.
    pub(super) fn digest_all(&mut self, snapshot: &Snapshot) {
        let articles = snapshot.files();
        let articles = articles.filter(|file| snapshot.kind(*file) == FileKind::Article);
        self.undigested = articles
            .filter(|file| snapshot.digest_if_made(*file).is_none())
            .collect();
        self.undigested.reverse();
        self.total = self.undigested.len();
    }

    /// The next articles to be digested, unless a worker is at it.
    pub(super) fn next_to_digest(&mut self) -> Option<Vec<FileId>> {
        if self.is_digesting || self.undigested.is_empty() {
            return None;
        }
        self.is_digesting = true;
        let rest = self.undigested.len().saturating_sub(CHUNK);
        Some(self.undigested.split_off(rest))
    }

    /// A worker is done with what it was given; whether that was the last of it.
    pub(super) fn has_digested(&mut self) -> bool {
        self.is_digesting = false;
        let done = self.total - self.undigested.len();
        self.report(self.total, self.total, done, self.total);
        self.undigested.is_empty()
    }

    /// How many seconds the first survey took with all that it found; once, when that is over.
    pub(super) fn is_over(&mut self) -> Option<f32> {
        let is_under_way =
            self.survey.is_some() || self.is_digesting || !self.undigested.is_empty();
        if is_under_way {
            return None;
        }
        self.progress = None;
        let began = self.began.take()?;
        Some(began.elapsed().as_secs_f32())
    }

    fn report(&self, read: usize, to_read: usize, digested: usize, to_digest: usize) {
        if let Some(progress) = &self.progress {
            let message = format!(
                "{} / {to_read}",
                if digested == 0 { read } else { digested }
            );
            progress.report(message, read + digested * 9, to_read + to_digest * 9);
        }
    }
}
