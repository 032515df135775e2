//! The features that answer questions, one file per request: each takes the editor's question apart,
//! asks [`ide`](crate::ide), and puts the answer into the editor's terms.

pub(super) mod call_hierarchy;
pub(super) mod code_actions;
pub(super) mod code_lenses;
pub(super) mod completion;
pub(super) mod definition;
pub(super) mod document_links;
mod edits;
mod entities;
pub(super) mod execute_command;
pub(super) mod folding;
pub(super) mod formatting;
mod hierarchy;
pub(super) mod highlight;
pub(super) mod hover;
pub(super) mod inlay_hints;
pub(super) mod inline_completion;
mod later;
pub(super) mod linked_editing;
pub(super) mod moniker;
mod preview;
pub(super) mod references;
pub(super) mod refusal;
pub(super) mod rename;
pub(super) mod selection_ranges;
pub(super) mod semantic_tokens;
mod shown;
mod speakers;
mod statistics;
pub(super) mod symbols;
mod target;
pub(super) mod text_document_content;
pub(super) mod type_hierarchy;
pub(super) mod will_rename;
pub(super) mod workspace_diagnostics;
pub(super) mod workspace_symbols;
