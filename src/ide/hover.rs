//! What is known of the thing under the cursor.

use crate::text::{FileId, TextRange, TextSize};
use crate::workspace::Snapshot;

/// A card about the thing under the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// The thing, in bytes of the file.
    pub range: TextRange,
    /// What is known of it, in Markdown.
    pub markdown: String,
}

/// The card of what stands at `offset`, in bytes of `file`.
pub fn hover(_snapshot: &Snapshot, _file: FileId, _offset: TextSize) -> Option<Hover> {
    None
}
