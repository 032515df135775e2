//! `--format gitlab`: a code quality report of GitLab's, which merge requests show. The fields are those
//! of its documentation; positions count from 1, columns in code points.

use serde::Serialize;

use crate::cli::reports::FileReport;
use crate::cli::reports::file_report::found;
use crate::cli::reports::fingerprint::Fingerprints;
use crate::line_index::LineColumn;
use crate::rules::{Diagnostic, Severity};

/// A list; without findings it is empty.
pub(super) fn render(files: &[FileReport]) -> String {
    let mut fingerprints = Fingerprints::default();
    let all = found(files).map(|(file, finding)| {
        let fingerprint = fingerprints.next(file, finding);
        Issue::new(file, finding, fingerprint)
    });
    let all: Vec<Issue<'_>> = all.collect();
    // These types hold nothing that JSON cannot.
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct Issue<'a> {
    description: &'a str,
    check_name: &'a str,
    /// Two findings never share it, and it stays what it is while lines come and go around them.
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    positions: Span,
}

#[derive(Serialize)]
struct Span {
    begin: Place,
    end: Place,
}

#[derive(Serialize)]
struct Place {
    line: u32,
    column: u32,
}

impl<'a> Issue<'a> {
    fn new(file: &'a FileReport, finding: &'a Diagnostic, fingerprint: String) -> Issue<'a> {
        let source = file.source(file.file);
        Issue {
            description: &finding.message,
            check_name: finding.rule,
            fingerprint,
            severity: match finding.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Info | Severity::Hint => "info",
            },
            location: Location {
                path: &source.path,
                positions: Span {
                    begin: place(source.position(finding.range.start())),
                    end: place(source.position(finding.range.end())),
                },
            },
        }
    }
}

fn place(LineColumn { line, column }: LineColumn) -> Place {
    Place { line, column }
}
