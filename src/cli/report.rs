//! What the report formats are made from: the findings of a run, file by file.

use crate::cli::positions::Positions;
use crate::line_index::LineColumn;
use crate::rules::{Diagnostic, Severity};
use crate::text::TextSize;

/// One file and its findings.
pub(super) struct FileReport {
    /// The path as reports write it.
    pub(super) path: String,
    pub(super) text: String,
    pub(super) positions: Positions,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl FileReport {
    /// The line and column of an offset, counted from 1, the column in code points.
    pub(super) fn position(&self, offset: TextSize) -> LineColumn {
        self.positions.position(&self.text, offset)
    }
}

/// How many findings of a severity there are.
pub(super) fn count(files: &[FileReport], severity: Severity) -> usize {
    let all = files.iter().flat_map(|file| &file.diagnostics);
    all.filter(|diagnostic| diagnostic.severity == severity)
        .count()
}
