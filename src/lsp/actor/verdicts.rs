//! What the actor does about diagnostics: it has them found, sent and asked for again.

use std::path::{Path, PathBuf};

use tower_lsp::gen_lsp_types as lsp;

use super::Actor;
use crate::lsp::workers::Found;

impl Actor {
    /// Sees to it that diagnostics which may not be true any more are found anew.
    pub(super) fn look_after_diagnostics(&mut self) {
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

    /// Sends what a worker has found, if it is still true.
    pub(super) fn publish(&mut self, path: &Path, found: Option<Found>) {
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
    pub(super) fn tell_of_configuration(&mut self, path: PathBuf, problems: Vec<String>) {
        if self.state.is_open(&path) || self.told.get(&path) == Some(&problems) {
            return;
        }
        if !problems.is_empty() {
            self.outbox
                .show(lsp::MessageType::Warning, problems.join("\n"));
        }
        self.told.insert(path, problems);
    }
}
