//! What a worker sees: all files at one moment, often one of them in question, and the editor's view
//! of them in its own units.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::Locale;
use crate::lsp::capabilities::Profile;
use crate::lsp::paths;
use crate::lsp::settings::Settings;
use crate::text::FileId;
use crate::workspace::Snapshot;

/// All files at one moment, one of them in question.
#[derive(Debug, Clone)]
pub(super) struct View {
    pub(super) all: Overview,
    /// The file in question.
    pub(super) file: FileId,
    pub(super) revision: Revision,
}

/// All files at one moment.
#[derive(Debug, Clone)]
pub(super) struct Overview {
    pub(super) snapshot: Snapshot,
    /// What the editor can do.
    pub(super) client: Arc<Profile>,
    /// What the user has set in it.
    pub(super) settings: Arc<Settings>,
    /// The documents that it has open.
    pub(super) open: Arc<BTreeMap<PathBuf, Open>>,
}

/// Who looks at one file sees all others too.
impl Deref for View {
    type Target = Overview;

    fn deref(&self) -> &Overview {
        &self.all
    }
}

/// A document that the editor has open.
#[derive(Debug, Clone)]
pub(super) struct Open {
    /// Its address as the editor spells it.
    pub(super) uri: lsp::Uri,
    /// The editor's number for its state.
    pub(super) version: i32,
}

/// The state of one document. Unlike the editor's version it is never given twice, even when the
/// document is closed and opened again.
#[derive(Debug, Clone, Default)]
pub(super) struct Revision {
    pub(super) number: u64,
    /// The number of the latest state; shared by all who look at the document.
    pub(super) latest: Arc<AtomicU64>,
}

impl Revision {
    /// Whether the document has changed since.
    pub(super) fn is_outdated(&self) -> bool {
        self.latest.load(Ordering::SeqCst) != self.number
    }
}

impl View {
    pub(super) fn text(&self) -> &str {
        self.snapshot.text(self.file)
    }

    pub(super) fn path(&self) -> &Path {
        self.snapshot.path(self.file)
    }
}

impl Overview {
    /// The address of a file, in the editor's spelling if it has it open.
    pub(super) fn uri(&self, file: FileId) -> Option<lsp::Uri> {
        let path = self.snapshot.path(file);
        match self.open.get(path) {
            Some(open) => Some(open.uri.clone()),
            None => paths::uri(path),
        }
    }

    /// The editor's number for the state of a file that it has open.
    pub(super) fn version(&self, file: FileId) -> Option<i32> {
        let open = self.open.get(self.snapshot.path(file))?;
        Some(open.version)
    }

    /// The language in which the user is spoken to.
    pub(super) fn locale(&self) -> Locale {
        self.settings.locale(self.client.locale)
    }

    pub(super) fn is_open(&self, file: FileId) -> bool {
        self.open.contains_key(self.snapshot.path(file))
    }
}
