//! `--format github`: annotations of a workflow of GitHub's, which it shows beside the lines of a pull
//! request, and a summary of the job. Lines and columns count from 1, columns in code points; paths are
//! those of the repository, wherever in it Isnad runs. Source: GitHub's documentation of workflow commands.

use std::env;
use std::fmt::Write;
use std::path::Path;

use crate::cli::input::name;
use crate::cli::neutralise::neutralise;
use crate::cli::reports::FileReport;
use crate::cli::reports::file_report::found;
use crate::cli::reports::human::{number, summary};
use crate::files;
use crate::rules::{Diagnostic, Severity};

/// How many annotations of a kind the runner takes from one step; it drops the others without a word.
const MOST: usize = 10;

/// How many bytes of a summary are written; the runner refuses one of more than a mebibyte.
const SUMMARY: usize = 1_000_000;

/// A line for each annotation, the gravest first; where there are more than the runner takes, the last
/// one tells how many.
pub(super) fn render(files: &[FileReport]) -> String {
    let root = env::var_os("GITHUB_WORKSPACE");
    let root = root.as_deref().map(Path::new);
    let mut report = String::new();
    let mut left_out = 0;
    for kind in [Kind::Error, Kind::Warning, Kind::Notice] {
        let of_kind = found(files).filter(|(_, finding)| Kind::of(finding.severity) == kind);
        // The line that tells of the others is a notice too.
        let most = if kind == Kind::Notice { MOST - 1 } else { MOST };
        for (at, (file, finding)) in of_kind.enumerate() {
            if at < most {
                annotation(&mut report, kind, file, finding, root);
            } else {
                left_out += 1;
            }
        }
    }
    if left_out > 0 {
        let more = number(left_out, "more finding");
        let _ = writeln!(
            report,
            "::notice title=Isnad::{more}; the log and the summary of this job tell all"
        );
    }
    report
}

/// The summary of the job, in Markdown.
pub(super) fn job_summary(files: &[FileReport], read: usize) -> String {
    let counted = summary(files, read);
    let mut page = format!("### Isnad\n\n{}\n", counted.trim_end());
    if found(files).next().is_none() {
        return page;
    }
    page.push_str("| place | severity | rule | |\n|---|---|---|---|\n");
    let mut left = found(files).count();
    for (file, finding) in found(files) {
        let source = file.source(file.file);
        let place = source.position(finding.range.start());
        let row = format!(
            "| {}:{}:{} | {} | `{}` | {} |\n",
            cell(&source.path),
            place.line,
            place.column,
            finding.severity.name(),
            finding.rule,
            cell(&finding.message)
        );
        if page.len() + row.len() > SUMMARY {
            let _ = writeln!(
                page,
                "\n{} more; the log tells all",
                number(left, "finding")
            );
            break;
        }
        page.push_str(&row);
        left -= 1;
    }
    page
}

/// What GitHub calls a severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Error,
    Warning,
    Notice,
}

impl Kind {
    fn of(severity: Severity) -> Kind {
        match severity {
            Severity::Error => Kind::Error,
            Severity::Warning => Kind::Warning,
            Severity::Info | Severity::Hint => Kind::Notice,
        }
    }

    fn command(self) -> &'static str {
        match self {
            Kind::Error => "error",
            Kind::Warning => "warning",
            Kind::Notice => "notice",
        }
    }
}

fn annotation(
    report: &mut String,
    kind: Kind,
    file: &FileReport,
    finding: &Diagnostic,
    root: Option<&Path>,
) {
    let source = file.source(file.file);
    let start = source.position(finding.range.start());
    let end = source.position(finding.range.end());
    let path = in_repository(&source.path, root);
    let _ = write!(
        report,
        "::{} file={},line={},endLine={}",
        kind.command(),
        property(&path),
        start.line,
        end.line
    );
    // GitHub wants columns only where they are those of one line.
    if start.line == end.line {
        let _ = write!(report, ",col={},endColumn={}", start.column, end.column);
    }
    let help = finding
        .help
        .iter()
        .map(|help| format!("\n{}", neutralise(help)));
    let message = neutralise(&finding.message).into_owned() + &help.collect::<String>();
    let _ = writeln!(
        report,
        ",title={}::{}",
        property(&format!("Isnad: {}", finding.rule)),
        data(&message)
    );
}

/// The path from the root of the repository, where that is known and holds it.
fn in_repository(path: &str, root: Option<&Path>) -> String {
    let absolute = files::identity(Path::new(path));
    let inside = root.and_then(|root| {
        let inside = absolute.strip_prefix(files::identity(root)).ok()?;
        Some(name(inside))
    });
    inside.unwrap_or_else(|| path.to_owned())
}

/// `text` as the message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// `text` as a value in front of it.
fn property(text: &str) -> String {
    data(&neutralise(text))
        .replace(':', "%3A")
        .replace(',', "%2C")
}

/// `text` in a table of Markdown, in which nothing of it is markup.
fn cell(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for character in neutralise(text).chars() {
        match character {
            '<' => cell.push_str("&lt;"),
            '&' => cell.push_str("&amp;"),
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '!' | '#' | '@' | '~' => {
                cell.extend(['\\', character]);
            }
            _ => cell.push(character),
        }
    }
    cell
}
