//! What can be done about the text under the cursor.

use crate::rules::Diagnostic;
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
pub fn actions(_snapshot: &Snapshot, _file: FileId, _range: TextRange) -> Vec<Action> {
    Vec::new()
}
