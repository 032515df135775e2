//! What an editor asks of an article: one file per feature.
//!
//! Each feature takes a [`Snapshot`](crate::workspace::Snapshot) and a place in bytes, and gives a
//! plain result in bytes. Nothing here knows lines, columns, addresses or the protocol.

mod accept;
pub mod actions;
pub mod call_hierarchy;
mod certainty;
pub mod code_lenses;
pub mod completion;
pub mod declaration;
pub mod definition;
pub mod document_links;
pub mod entities;
pub mod folding;
pub mod formatting;
pub mod highlight;
pub mod hover;
mod identity;
pub mod implementation;
pub mod inlay_hints;
pub mod inline_completion;
pub mod linked_editing;
mod markdown;
pub mod moniker;
pub mod on_type_formatting;
mod party;
mod phrases;
pub mod preview;
pub mod references;
mod registries;
pub mod rename;
mod scalar;
mod search;
mod sections;
pub mod selection_ranges;
pub mod semantic_tokens;
pub mod speakers;
pub mod statistics;
pub mod symbols;
mod toml;
pub mod type_definition;
pub mod type_hierarchy;
mod under;
mod usages;
pub mod will_rename;
pub mod workspace_symbols;
mod yaml;

pub use certainty::Certainty;
pub use party::Party;
pub use phrases::Locale;

use crate::text::{FileRange, TextRange};

/// Where something leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The thing under the cursor that leads there, in bytes of the file it was asked in.
    pub origin: TextRange,
    /// All of what is there: a whole entry, a mention with its brackets.
    pub place: FileRange,
    /// The words of it that matter most, in bytes of the same file.
    pub focus: TextRange,
}
