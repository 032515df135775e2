//! The canonical form of annotations, as `isnad fmt` writes it.

use crate::format::format;
use crate::text::{FileId, TextEdit, TextRange};
use crate::workspace::{FileKind, Snapshot};

/// The edits that bring the annotations of `file` into their canonical form, in the order of the
/// text; with a `range`, in bytes, those that touch it.
pub fn formatting(snapshot: &Snapshot, file: FileId, range: Option<TextRange>) -> Vec<TextEdit> {
    if snapshot.kind(file) != FileKind::Article {
        return Vec::new();
    }
    let mut edits = format(snapshot.text(file), snapshot.tree(file));
    if let Some(range) = range {
        edits.retain(|edit| edit.range.intersect(range).is_some());
    }
    edits
}
