//! `--format human`: for people. The words in question stand in their context on one line.
//!
//! Terminals reorder right-to-left text, so that a caret under a line points at other words
//! than it means to. The words are therefore marked in the line itself, between `‹` and `›`,
//! and the excerpt is isolated from what stands around it.

use std::fmt::Write;

use crate::cli::color::Palette;
use crate::cli::neutralise::{FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE, neutralise};
use crate::cli::reports::excerpt::Excerpt;
use crate::cli::reports::file_report::{FileReport, Source, count};
use crate::rules::{Diagnostic, Severity};
use crate::text::TextRange;

/// Few findings take more bytes. A report of hundreds of thousands is long, and would be copied as it grows.
const MOST: usize = 768;

/// The report, with a line at its end that counts.
pub(super) fn render(files: &[FileReport], read: usize, palette: &Palette) -> String {
    let findings: usize = files.iter().map(|file| file.diagnostics.len()).sum();
    let mut report = String::with_capacity(findings * MOST);
    for file in files {
        for diagnostic in &file.diagnostics {
            finding(&mut report, file, diagnostic, palette);
        }
    }
    report + &summary(files, read)
}

// Writing to a string cannot fail, so the outcomes of `writeln!` are dropped here.
fn finding(report: &mut String, file: &FileReport, diagnostic: &Diagnostic, palette: &Palette) {
    let Diagnostic {
        rule,
        severity,
        range,
        message,
        help,
        related,
        fixes,
    } = diagnostic;
    let (severity_style, rule_style) = (palette.severity(*severity), palette.rule);
    let _ = writeln!(
        report,
        "{severity_style}{}{severity_style:#}[{rule_style}{rule}{rule_style:#}]: {}",
        severity.name(),
        neutralise(message)
    );
    place(report, file.source(file.file), *range, palette);
    for related in related {
        let _ = writeln!(report, "  note: {}", neutralise(&related.message));
        place(
            report,
            file.source(related.place.file),
            related.place.range,
            palette,
        );
    }
    for fix in fixes {
        let _ = writeln!(report, "  fix: {}", neutralise(&fix.title));
    }
    if let Some(help) = help {
        let _ = writeln!(report, "  help: {}", neutralise(help));
    }
    report.push('\n');
}

fn place(report: &mut String, file: &Source, range: TextRange, palette: &Palette) {
    let start = file.position(range.start());
    let _ = writeln!(
        report,
        "  --> {}:{}:{}",
        neutralise(&file.path),
        start.line,
        start.column
    );
    if !file.text.is_empty() {
        let Excerpt {
            before,
            words,
            after,
        } = Excerpt::new(&file.text, range);
        let mark = palette.mark;
        let _ = writeln!(
            report,
            "  | {FIRST_STRONG_ISOLATE}{before}{mark}‹{mark:#}{words}{mark}›{mark:#}{after}{POP_DIRECTIONAL_ISOLATE}"
        );
    }
}

/// How many files were looked at, and how much was found in them.
pub(super) fn summary(files: &[FileReport], read: usize) -> String {
    let counted = [
        Severity::Error,
        Severity::Warning,
        Severity::Info,
        Severity::Hint,
    ]
    .map(|severity| (severity, count(files, severity)));
    let found: Vec<String> = counted
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| number(count, severity.name()))
        .collect();
    let read = number(read, "file");
    if found.is_empty() {
        format!("{read} checked: nothing found\n")
    } else {
        format!("{read} checked: {}\n", found.join(", "))
    }
}

/// How many there are of something, as people say it.
pub(in crate::cli) fn number(count: usize, name: &str) -> String {
    if count == 1 {
        format!("1 {name}")
    } else {
        format!("{count} {name}s")
    }
}
