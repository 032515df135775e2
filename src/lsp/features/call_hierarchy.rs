//! `textDocument/prepareCallHierarchy`, `callHierarchy/incomingCalls`, `callHierarchy/outgoingCalls`.

use serde::{Deserialize, Serialize};
use tower_lsp::gen_lsp_types as lsp;

use crate::ide::call_hierarchy::{self, Call, Party};
use crate::ide::symbols::entity_kind;
use crate::lsp::convert::{Places, offset};
use crate::lsp::features::symbols::kind;
use crate::lsp::view::View;

pub(in crate::lsp) fn prepare(
    view: &View,
    position: lsp::Position,
) -> Option<Vec<lsp::CallHierarchyItem>> {
    let found = call_hierarchy::prepare(&view.snapshot, view.file, offset(view, position));
    let items = found.into_iter().filter_map(|party| item(view, party));
    let items: Vec<lsp::CallHierarchyItem> = items.collect();
    (!items.is_empty()).then_some(items)
}

pub(in crate::lsp) fn incoming(
    view: &View,
    asked: lsp::CallHierarchyItem,
) -> Option<Vec<lsp::CallHierarchyIncomingCall>> {
    let Key { id, declared } = key(asked)?;
    let found = call_hierarchy::incoming(&view.snapshot, view.file, &id, declared);
    let calls = found.into_iter().filter_map(|Call { party, ranges }| {
        let places = Places::new(view, party.place.file);
        Some(lsp::CallHierarchyIncomingCall {
            from_ranges: ranges
                .into_iter()
                .map(|range| places.range(range))
                .collect(),
            from: item(view, party)?,
        })
    });
    Some(calls.collect())
}

pub(in crate::lsp) fn outgoing(
    view: &View,
    asked: lsp::CallHierarchyItem,
) -> Option<Vec<lsp::CallHierarchyOutgoingCall>> {
    let Key { id, declared } = key(asked)?;
    let found = call_hierarchy::outgoing(&view.snapshot, view.file, &id, declared);
    let places = Places::new(view, view.file);
    let calls = found.into_iter().filter_map(|Call { party, ranges }| {
        Some(lsp::CallHierarchyOutgoingCall {
            from_ranges: ranges
                .into_iter()
                .map(|range| places.range(range))
                .collect(),
            to: item(view, party)?,
        })
    });
    Some(calls.collect())
}

/// By what the entity of an item is found again, in the file of its address.
#[derive(Serialize, Deserialize)]
struct Key {
    id: String,
    declared: bool,
}

fn key(item: lsp::CallHierarchyItem) -> Option<Key> {
    serde_json::from_value(item.data?).ok()
}

fn item(view: &View, party: Party) -> Option<lsp::CallHierarchyItem> {
    let places = Places::new(view, party.place.file);
    let key = Key {
        id: party.id,
        declared: party.is_declared,
    };
    Some(lsp::CallHierarchyItem {
        name: party.name,
        kind: kind(entity_kind(party.kind)),
        tags: None,
        detail: party.detail,
        uri: view.uri(party.place.file)?,
        range: places.range(party.place.range),
        selection_range: places.range(party.focus),
        data: serde_json::to_value(key).ok(),
    })
}
