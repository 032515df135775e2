//! What the report formats are made from: the findings of a run, file by file.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::line_index::{LineColumn, Positions};
use crate::rules::{Diagnostic, Severity};
use crate::text::{FileId, TextSize};

/// One file and its findings.
pub(super) struct FileReport {
    pub(super) file: FileId,
    /// The file itself, and every other that a finding points into.
    pub(super) sources: BTreeMap<FileId, Source>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl FileReport {
    /// A file that a finding of this report stands in or points into.
    pub(super) fn source(&self, file: FileId) -> &Source {
        &self.sources[&file]
    }
}

/// A file that reports name places of.
pub(super) struct Source {
    /// The path as reports write it.
    pub(super) path: String,
    pub(super) text: Arc<str>,
    /// Counted only if a place is asked for: most files have no findings.
    positions: OnceLock<Positions>,
}

impl Source {
    pub(super) fn new(path: String, text: Arc<str>) -> Source {
        Source {
            path,
            text,
            positions: OnceLock::new(),
        }
    }

    /// The line and column of an offset, counted from 1, the column in code points.
    pub(super) fn position(&self, offset: TextSize) -> LineColumn {
        let positions = self.positions.get_or_init(|| Positions::new(&self.text));
        positions.position(&self.text, offset)
    }
}

/// How many findings of a severity there are.
pub(super) fn count(files: &[FileReport], severity: Severity) -> usize {
    let all = files.iter().flat_map(|file| &file.diagnostics);
    all.filter(|diagnostic| diagnostic.severity == severity)
        .count()
}
