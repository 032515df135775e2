//! The outline of an article.

use crate::text::{FileId, TextRange};
use crate::workspace::Snapshot;

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// What it says, on one line.
    pub name: String,
    /// What goes beside the name: a speaker's role, a quotation's chain.
    pub detail: Option<String>,
    /// What it is.
    pub kind: SymbolKind,
    /// All of it, in bytes of the file.
    pub range: TextRange,
    /// Where the cursor goes; inside `range`.
    pub focus: TextRange,
    /// What belongs to it.
    pub children: Vec<Symbol>,
}

/// What an entry of the outline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum SymbolKind {
    Heading,
    Person,
    Organization,
    Place,
    Entity,
    Quotation,
}

/// The outline of `file`.
pub fn symbols(_snapshot: &Snapshot, _file: FileId) -> Vec<Symbol> {
    Vec::new()
}
