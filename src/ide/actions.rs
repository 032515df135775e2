//! What can be done about the text under the cursor: the fixes of its findings.

use crate::rules::{self, Diagnostic};
use crate::text::{FileEdit, FileId, TextRange};
use crate::workspace::Snapshot;

/// Something that an editor can do at one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// An imperative, such as "replace by `haddad`".
    pub title: String,
    /// The finding that it mends.
    pub mends: Diagnostic,
    /// Whether it is what most people want: a safe fix, the first of its finding.
    pub is_preferred: bool,
    /// The edits, file by file in the order of the text, not overlapping.
    pub edits: Vec<FileEdit>,
}

/// The actions for `range`, in bytes of `file`: the fixes of the findings that it touches.
pub fn actions(snapshot: &Snapshot, file: FileId, range: TextRange) -> Vec<Action> {
    let findings = rules::check(snapshot, file).into_iter();
    let touched = findings.filter(|finding| finding.range.intersect(range).is_some());
    touched.flat_map(of).collect()
}

/// The fixes of one finding.
fn of(finding: Diagnostic) -> impl Iterator<Item = Action> {
    let fixes = finding.fixes.clone().into_iter().enumerate();
    fixes.map(move |(at, fix)| Action {
        title: fix.title,
        is_preferred: at == 0 && fix.applicability.is_safe(),
        edits: fix.edits,
        mends: finding.clone(),
    })
}
