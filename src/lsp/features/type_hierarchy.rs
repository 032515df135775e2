//! `textDocument/prepareTypeHierarchy`, `typeHierarchy/supertypes`, `typeHierarchy/subtypes`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::Party;
use crate::ide::type_hierarchy;
use crate::lsp::convert::offset;
use crate::lsp::features::hierarchy::{Entry, entry, key};
use crate::lsp::view::View;

pub(in crate::lsp) fn prepare(
    view: &View,
    position: lsp::Position,
) -> Option<Vec<lsp::TypeHierarchyItem>> {
    let found = type_hierarchy::prepare(&view.snapshot, view.file, offset(view, position));
    let items = items(view, found);
    (!items.is_empty()).then_some(items)
}

pub(in crate::lsp) fn supertypes(
    view: &View,
    asked: lsp::TypeHierarchyItem,
) -> Option<Vec<lsp::TypeHierarchyItem>> {
    let id = key(asked.data)?.id;
    let found = type_hierarchy::supertypes(&view.snapshot, view.file, &id);
    Some(items(view, found))
}

pub(in crate::lsp) fn subtypes(
    view: &View,
    asked: lsp::TypeHierarchyItem,
) -> Option<Vec<lsp::TypeHierarchyItem>> {
    let id = key(asked.data)?.id;
    let found = type_hierarchy::subtypes(&view.snapshot, view.file, &id);
    Some(items(view, found))
}

fn items(view: &View, parties: Vec<Party>) -> Vec<lsp::TypeHierarchyItem> {
    let entries = parties.into_iter().filter_map(|party| entry(view, party));
    let items = entries.map(|entry| {
        let Entry {
            name,
            kind,
            detail,
            location,
            focus,
            data,
        } = entry;
        lsp::TypeHierarchyItem {
            name,
            kind,
            tags: None,
            detail,
            uri: location.uri,
            range: location.range,
            selection_range: focus,
            data,
        }
    });
    items.collect()
}
