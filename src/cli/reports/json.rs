//! `--format json`: for programs. Offsets are bytes, half-open; lines and columns count from 1,
//! columns in code points.

use serde::Serialize;

use crate::cli::reports::file_report::{FileReport, count, found};
use crate::rules::{Diagnostic, Fix, Related, Severity};
use crate::text::{FileEdit, TextRange};

/// The report, a valid document whatever was found.
pub(super) fn render(files: &[FileReport], read: usize) -> String {
    let report = Report {
        schema_version: 1,
        diagnostics: findings(files).collect(),
        summary: Summary {
            files: read,
            error: count(files, Severity::Error),
            warning: count(files, Severity::Warning),
            info: count(files, Severity::Info),
            hint: count(files, Severity::Hint),
        },
    };
    // These types hold nothing that JSON cannot.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

/// All findings, in their order.
pub(in crate::cli) fn findings(files: &[FileReport]) -> impl Iterator<Item = Finding<'_>> {
    found(files).map(|(file, diagnostic)| Finding::new(file, diagnostic))
}

#[derive(Serialize)]
struct Report<'a> {
    schema_version: u32,
    diagnostics: Vec<Finding<'a>>,
    summary: Summary,
}

#[derive(Serialize)]
struct Summary {
    files: usize,
    error: usize,
    warning: usize,
    info: usize,
    hint: usize,
}

/// A finding as programs read it.
#[derive(Serialize)]
pub(in crate::cli) struct Finding<'a> {
    path: &'a str,
    rule: &'a str,
    severity: &'a str,
    message: &'a str,
    start: u32,
    end: u32,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    help: Option<&'a str>,
    related: Vec<Place<'a>>,
    fixes: Vec<FixOut<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    path: &'a str,
    start: u32,
    end: u32,
    line: u32,
    column: u32,
    message: &'a str,
}

#[derive(Serialize)]
struct FixOut<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    path: &'a str,
    start: u32,
    end: u32,
    text: &'a str,
}

impl<'a> Finding<'a> {
    fn new(file: &'a FileReport, diagnostic: &'a Diagnostic) -> Self {
        let (start, end) = bytes(diagnostic.range);
        let source = file.source(file.file);
        let first = source.position(diagnostic.range.start());
        let last = source.position(diagnostic.range.end());
        Finding {
            path: &source.path,
            rule: diagnostic.rule,
            severity: diagnostic.severity.name(),
            message: &diagnostic.message,
            start,
            end,
            line: first.line,
            column: first.column,
            end_line: last.line,
            end_column: last.column,
            help: diagnostic.help.as_deref(),
            related: diagnostic
                .related
                .iter()
                .map(|related| place(file, related))
                .collect(),
            fixes: diagnostic
                .fixes
                .iter()
                .map(|fix| fix_out(file, fix))
                .collect(),
        }
    }
}

fn place<'a>(file: &'a FileReport, related: &'a Related) -> Place<'a> {
    let (start, end) = bytes(related.place.range);
    let source = file.source(related.place.file);
    let first = source.position(related.place.range.start());
    Place {
        path: &source.path,
        start,
        end,
        line: first.line,
        column: first.column,
        message: &related.message,
    }
}

fn fix_out<'a>(file: &'a FileReport, fix: &'a Fix) -> FixOut<'a> {
    let edits = fix.edits.iter().map(|FileEdit { file: edited, edit }| {
        let (start, end) = bytes(edit.range);
        Edit {
            path: &file.source(*edited).path,
            start,
            end,
            text: &edit.text,
        }
    });
    FixOut {
        title: &fix.title,
        safe: fix.applicability.is_safe(),
        edits: edits.collect(),
    }
}

fn bytes(range: TextRange) -> (u32, u32) {
    (range.start().into(), range.end().into())
}
