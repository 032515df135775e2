//! `textDocument/prepareCallHierarchy`, `callHierarchy/incomingCalls`, `callHierarchy/outgoingCalls`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::Party;
use crate::ide::call_hierarchy::{self, Call};
use crate::lsp::convert::{Locations, Places, offset};
use crate::lsp::features::hierarchy::{Entry, Key, entry, key};
use crate::lsp::view::View;
use crate::text::FileRange;

pub(in crate::lsp) fn prepare(
    view: &View,
    position: lsp::Position,
) -> Option<Vec<lsp::CallHierarchyItem>> {
    let found = call_hierarchy::prepare(&view.snapshot, view.file, offset(view, position));
    let places = Locations::new(view);
    let items = found.into_iter().filter_map(|party| item(&places, party));
    let items: Vec<lsp::CallHierarchyItem> = items.collect();
    (!items.is_empty()).then_some(items)
}

pub(in crate::lsp) fn incoming(
    view: &View,
    asked: lsp::CallHierarchyItem,
) -> Option<Vec<lsp::CallHierarchyIncomingCall>> {
    let Key { id, declared } = key(asked.data)?;
    let found = call_hierarchy::incoming(&view.snapshot, view.file, &id, declared);
    let (places, items) = (Locations::new(view), Locations::new(view));
    let calls = found.into_iter().filter_map(|Call { party, ranges }| {
        let file = party.place.file;
        Some(lsp::CallHierarchyIncomingCall {
            from_ranges: ranges
                .into_iter()
                .map(|range| places.range(FileRange { file, range }))
                .collect(),
            from: item(&items, party)?,
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
    let (places, items) = (Places::new(view, view.file), Locations::new(view));
    let calls = found.into_iter().filter_map(|Call { party, ranges }| {
        Some(lsp::CallHierarchyOutgoingCall {
            from_ranges: ranges
                .into_iter()
                .map(|range| places.range(range))
                .collect(),
            to: item(&items, party)?,
        })
    });
    Some(calls.collect())
}

fn item(places: &Locations<'_>, party: Party) -> Option<lsp::CallHierarchyItem> {
    let Entry {
        name,
        kind,
        detail,
        location,
        focus,
        data,
    } = entry(places, party)?;
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
