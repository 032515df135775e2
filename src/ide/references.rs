//! Every place that has to do with an entity.

use crate::text::{FileId, FileRange, TextSize};
use crate::workspace::Snapshot;

/// Every place that has to do with the entity at `offset`, in bytes of `file`: mentions, braces,
/// and where it is declared if `with_declarations` is set. In the order of files and places.
pub fn references(
    _snapshot: &Snapshot,
    _file: FileId,
    _offset: TextSize,
    _with_declarations: bool,
) -> Vec<FileRange> {
    Vec::new()
}
