//! `--format rdjson`: what reviewdog reads. Positions count from 1, columns in bytes of UTF-8, and ends
//! are exclusive. Source: the Reviewdog Diagnostic Format of reviewdog's repository.

use serde::Serialize;

use crate::cli::reports::file_report::found;
use crate::cli::reports::{FileReport, Source};
use crate::line_index::Encoding;
use crate::rules::{Diagnostic, Severity};
use crate::text::{FileEdit, TextRange, TextSize};

/// One document.
pub(super) fn render(files: &[FileReport]) -> String {
    let all = found(files).map(|(file, finding)| Finding::new(file, finding));
    let report = Report {
        source: Tool { name: "isnad" },
        diagnostics: all.collect(),
    };
    // These types hold nothing that JSON cannot.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct Report<'a> {
    source: Tool,
    diagnostics: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
}

#[derive(Serialize)]
struct Finding<'a> {
    message: String,
    location: Location<'a>,
    severity: &'static str,
    code: Code,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Code {
    value: &'static str,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    range: Span,
}

#[derive(Serialize)]
struct Span {
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct Place {
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct Suggestion<'a> {
    range: Span,
    text: &'a str,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    location: Location<'a>,
}

impl<'a> Finding<'a> {
    fn new(file: &'a FileReport, finding: &'a Diagnostic) -> Finding<'a> {
        let related = finding.related.iter().map(|related| Related {
            message: &related.message,
            location: location(file.source(related.place.file), related.place.range),
        });
        Finding {
            message: match &finding.help {
                Some(help) => format!("{}\n\n{help}", finding.message),
                None => finding.message.clone(),
            },
            location: location(file.source(file.file), finding.range),
            // There is none below.
            severity: match finding.severity {
                Severity::Error => "ERROR",
                Severity::Warning => "WARNING",
                Severity::Info | Severity::Hint => "INFO",
            },
            code: Code {
                value: finding.rule,
            },
            suggestions: suggestions(file, finding),
            related_locations: related.collect(),
        }
    }
}

/// The edits of the best fix. They cannot name another file, so that a fix that needs one is left out.
fn suggestions<'a>(file: &'a FileReport, finding: &'a Diagnostic) -> Vec<Suggestion<'a>> {
    let is_here = |edits: &[FileEdit]| edits.iter().all(|it| it.file == file.file);
    let best = finding.fixes.first().filter(|fix| is_here(&fix.edits));
    let edits = best.into_iter().flat_map(|fix| &fix.edits);
    let suggestion = |edit: &'a FileEdit| Suggestion {
        range: span(file.source(file.file), edit.edit.range),
        text: &edit.edit.text,
    };
    edits.map(suggestion).collect()
}

fn location(source: &Source, range: TextRange) -> Location<'_> {
    Location {
        path: &source.path,
        range: span(source, range),
    }
}

fn span(source: &Source, range: TextRange) -> Span {
    let place = |offset: TextSize| {
        let place = source.position_in(Encoding::Utf8, offset);
        Place {
            line: place.line,
            column: place.column,
        }
    };
    Span {
        start: place(range.start()),
        end: place(range.end()),
    }
}
