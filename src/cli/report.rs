//! What the report formats are made from: the findings of a run, file by file.

use crate::line_index::{Encoding, LineColumn, LineIndex};
use crate::rules::{Diagnostic, Severity};
use crate::text::TextSize;

/// One file and its findings.
pub(super) struct FileReport {
    /// The path as reports write it.
    pub(super) path: String,
    pub(super) text: String,
    pub(super) lines: LineIndex,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl FileReport {
    /// The line and column of an offset, counted from 1, the column in code points. A byte order
    /// mark is no character that a person counts.
    pub(super) fn position(&self, offset: TextSize) -> LineColumn {
        let LineColumn { line, column } = self.lines.position(&self.text, offset, Encoding::Utf32);
        let bom = u32::from(line == 0 && column > 0 && self.text.starts_with('\u{feff}'));
        LineColumn {
            line: line + 1,
            column: column - bom + 1,
        }
    }
}

/// How many findings of a severity there are.
pub(super) fn count(files: &[FileReport], severity: Severity) -> usize {
    let all = files.iter().flat_map(|file| &file.diagnostics);
    all.filter(|diagnostic| diagnostic.severity == severity)
        .count()
}
