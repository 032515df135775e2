//! What a command would change in a file, as a unified diff for people.

use std::fmt::Write;

use similar::{Algorithm, ChangeTag, TextDiff};

use crate::cli::color::Palette;
use crate::cli::neutralise::neutralise;

/// How many lines are shown around what changes.
const CONTEXT: usize = 3;

/// The diff of the file that reports call `path`. Nothing in it acts: what would is written out, so
/// that it is to be read and not to be fed to a program that patches.
pub(super) fn render(path: &str, old: &str, new: &str, palette: &Palette) -> String {
    let (path, place) = (neutralise(path), palette.place);
    let mut report = format!("--- {path}\n+++ {path}\n");
    let diff = TextDiff::configure()
        .algorithm(Algorithm::Patience)
        .diff_lines(old, new);
    // Writing to a string cannot fail, so the outcomes of `writeln!` are dropped here.
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        let _ = writeln!(report, "{place}{}{place:#}", hunk.header());
        for change in hunk.iter_changes() {
            let (sign, style) = match change.tag() {
                ChangeTag::Equal => (' ', anstyle::Style::new()),
                ChangeTag::Delete => ('-', palette.removed),
                ChangeTag::Insert => ('+', palette.added),
            };
            let line = neutralise(change.value().trim_end_matches(['\n', '\r']));
            let _ = writeln!(report, "{style}{sign}{line}{style:#}");
            if change.missing_newline() {
                report.push_str("\\ No newline at end of file\n");
            }
        }
    }
    report
}
