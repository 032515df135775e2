//! What can be done about the text under the cursor: the fixes of its findings.

use std::path::Path;

use crate::fixes::{self, Reach};
use crate::rules::{self, Diagnostic};
use crate::text::{FileEdit, FileId, TextEdit, TextRange};
use crate::workspace::{Snapshot, Workspace};

/// Something that an editor can do at one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// An imperative, such as "replace by `haddad`".
    pub title: String,
    /// The finding that it mends.
    pub mends: Diagnostic,
    /// Whether it is what most people want: safe, and the only fix of its finding that is.
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

/// All safe fixes of `file` at once, as `isnad fix` carries them out: the edits, in the order of the
/// text, none where there is nothing to fix. `bring` is that of [`fixes::fix`].
pub fn fix_all(
    snapshot: &Snapshot,
    file: FileId,
    bring: &dyn Fn(&mut Workspace, &Path),
) -> Vec<TextEdit> {
    fixes::fix(snapshot, file, Reach::Safe, bring).edits
}

/// The fixes of one finding.
fn of(finding: Diagnostic) -> impl Iterator<Item = Action> {
    let certain = fixes::certain(&finding, Reach::Safe).cloned();
    let fixes = finding.fixes.clone().into_iter();
    fixes.map(move |fix| Action {
        is_preferred: certain.as_ref() == Some(&fix),
        title: fix.title,
        edits: fix.edits,
        mends: finding.clone(),
    })
}
