//! What the actor does about the folders: it has them looked through, digested and watched.

use tower_lsp::gen_lsp_types as lsp;

use super::Actor;
use crate::lsp::capabilities::Refreshes;
use crate::lsp::survey::Survey;
use crate::lsp::watcher::Watcher;

impl Actor {
    /// Sees to it that files which nobody has open are digested in the background.
    pub(super) fn look_after_digests(&mut self) {
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
    pub(super) fn survey(&mut self) {
        let progress = || {
            let shows = self.state.client().shows_progress;
            shows.then(|| self.requests.progress("Isnad: reading the articles"))
        };
        let start = || {
            let known = self.state.overview().snapshot;
            let folders = self.state.folders().to_vec();
            Survey::start(folders, known, self.sender.clone(), self.outbox.clone())
        };
        self.index.survey(start, progress);
    }

    pub(super) fn has_surveyed(&mut self, survey: &Survey, total: usize) {
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
    pub(super) fn watch_folders(&mut self) {
        if self.watches || self.state.folders().is_empty() {
            return;
        }
        let watcher = match self.watcher.take() {
            Some(watcher) => Ok(watcher),
            None => Watcher::new(self.sender.clone(), self.outbox.clone()),
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
}
