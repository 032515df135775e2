//! `textDocument/prepareCallHierarchy`, `callHierarchy/incomingCalls`, `callHierarchy/outgoingCalls`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::Party;
use crate::ide::call_hierarchy::{self, Call};
use crate::lsp::convert::{Places, offset};
use crate::lsp::features::hierarchy::{Entry, Key, entry, key};
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
    let Key { id, declared } = key(asked.data)?;
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
    let Key { id, declared } = key(asked.data)?;
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

fn item(view: &View, party: Party) -> Option<lsp::CallHierarchyItem> {
    let Entry {
        name,
        kind,
        detail,
        location,
        focus,
        data,
    } = entry(view, party)?;
    Some(lsp::CallHierarchyItem {
        name,
        kind,
        tags: None,
        detail,
        uri: location.uri,
        range: location.range,
        selection_range: focus,
        data,
    })
}
