//! What the report formats are made from: the findings of a run, file by file.

use std::sync::{Arc, OnceLock};

use crate::line_index::{Encoding, LineColumn, Positions};
use crate::rules::{Diagnostic, Severity};
use crate::text::{FileId, TextSize};

/// One file and its findings.
pub(in crate::cli) struct FileReport {
    pub(in crate::cli) file: FileId,
    /// The file itself, and every other that a finding points into.
    pub(in crate::cli) sources: Vec<(FileId, Source)>,
    pub(in crate::cli) diagnostics: Vec<Diagnostic>,
}

impl FileReport {
    /// A file that a finding of this report stands in or points into.
    pub(in crate::cli) fn source(&self, file: FileId) -> &Source {
        let (_, own) = &self.sources[0];
        let mut sources = self.sources.iter();
        let source = sources.find(|(known, _)| *known == file);
        source.map_or(own, |(_, source)| source)
    }
}

/// A file that reports name places of.
pub(in crate::cli) struct Source {
    /// The path as reports write it.
    pub(in crate::cli) path: String,
    pub(in crate::cli) text: Arc<str>,
    /// Counted only if a place is asked for: most files have no findings.
    positions: OnceLock<Positions>,
}

impl Source {
    pub(in crate::cli) fn new(path: String, text: Arc<str>) -> Source {
        Source {
            path,
            text,
            positions: OnceLock::new(),
        }
    }

    /// The line and column of an offset, counted from 1, the column in code points.
    pub(in crate::cli) fn position(&self, offset: TextSize) -> LineColumn {
        self.position_in(Encoding::Utf32, offset)
    }

    /// The same, the column in units of `encoding`.
    pub(super) fn position_in(&self, encoding: Encoding, offset: TextSize) -> LineColumn {
        let positions = self.positions.get_or_init(|| Positions::new(&self.text));
        positions.position(&self.text, offset, encoding)
    }
}

/// All findings in their order, each with its file.
pub(super) fn found(files: &[FileReport]) -> impl Iterator<Item = (&FileReport, &Diagnostic)> {
    files.iter().flat_map(|file| {
        let findings = file.diagnostics.iter();
        findings.map(move |finding| (file, finding))
    })
}

/// How many findings of a severity there are.
pub(super) fn count(files: &[FileReport], severity: Severity) -> usize {
    let of_severity = found(files).filter(|(_, finding)| finding.severity == severity);
    of_severity.count()
}
