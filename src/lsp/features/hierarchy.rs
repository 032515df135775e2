//! What the entries of both hierarchies have in common.

use serde::{Deserialize, Serialize};
use tower_lsp::gen_lsp_types as lsp;

use crate::ide::Party;
use crate::ide::symbols::entity_kind;
use crate::lsp::convert::{Places, location};
use crate::lsp::features::symbols::kind;
use crate::lsp::view::View;

/// An entry of a hierarchy.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) kind: lsp::SymbolKind,
    pub(super) detail: Option<String>,
    pub(super) location: lsp::Location,
    pub(super) focus: lsp::Range,
    pub(super) data: Option<lsp::LspAny>,
}

/// By what the entity of an entry is found again, in the file of its address.
#[derive(Serialize, Deserialize)]
pub(super) struct Key {
    pub(super) id: String,
    pub(super) declared: bool,
}

/// The entry of an entity; `None` if its file has no address.
pub(super) fn entry(view: &View, party: Party) -> Option<Entry> {
    let places = Places::new(view, party.place.file);
    let key = Key {
        id: party.id,
        declared: party.is_declared,
    };
    Some(Entry {
        name: party.name,
        kind: kind(entity_kind(party.kind)),
        detail: party.detail,
        location: location(view, party.place)?,
        focus: places.range(party.focus),
        data: serde_json::to_value(key).ok(),
    })
}

/// What an editor brings back of an entry.
pub(super) fn key(data: Option<lsp::LspAny>) -> Option<Key> {
    serde_json::from_value(data?).ok()
}
