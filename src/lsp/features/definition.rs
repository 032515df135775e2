//! `textDocument/definition`, `textDocument/declaration`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::{declaration, definition};
use crate::lsp::convert::offset;
use crate::lsp::features::target::{links, locations};
use crate::lsp::view::View;

pub(in crate::lsp) fn definition(
    view: &View,
    position: lsp::Position,
) -> Option<lsp::DefinitionResponse> {
    let found = definition::definition(&view.snapshot, view.file, offset(view, position));
    if found.is_empty() {
        return None;
    }
    Some(if view.client.definition_links {
        lsp::DefinitionResponse::DefinitionLinkList(links(view, &found))
    } else {
        lsp::Definition::LocationList(locations(view, &found)).into()
    })
}

pub(in crate::lsp) fn declaration(
    view: &View,
    position: lsp::Position,
) -> Option<lsp::DeclarationResponse> {
    let found = declaration::declaration(&view.snapshot, view.file, offset(view, position));
    if found.is_empty() {
        return None;
    }
    Some(if view.client.declaration_links {
        lsp::DeclarationResponse::DeclarationLinkList(links(view, &found))
    } else {
        lsp::Declaration::LocationList(locations(view, &found)).into()
    })
}
