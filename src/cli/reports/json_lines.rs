//! `--format json-lines`: for programs that read as they go. Each line is one finding, of the same
//! shape as in `--format json`; nothing found is nothing written.

use crate::cli::reports::FileReport;
use crate::cli::reports::json::findings;

/// A JSON document on each line.
pub(super) fn render(files: &[FileReport]) -> String {
    // These types hold nothing that JSON cannot.
    let line = |finding| serde_json::to_string(&finding).unwrap_or_default() + "\n";
    findings(files).map(line).collect()
}
