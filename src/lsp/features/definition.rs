//! `textDocument/definition`, `textDocument/declaration`, `textDocument/typeDefinition`,
//! `textDocument/implementation`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::{declaration, definition, implementation, type_definition};
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

pub(in crate::lsp) fn type_definition(
    view: &View,
    position: lsp::Position,
) -> Option<lsp::TypeDefinitionResponse> {
    let found = type_definition::type_definition(&view.snapshot, view.file, offset(view, position));
    if found.is_empty() {
        return None;
    }
    Some(if view.client.type_definition_links {
        lsp::TypeDefinitionResponse::DefinitionLinkList(links(view, &found))
    } else {
        lsp::Definition::LocationList(locations(view, &found)).into()
    })
}

pub(in crate::lsp) fn implementation(
    view: &View,
    position: lsp::Position,
) -> Option<lsp::ImplementationResponse> {
    let found = implementation::implementation(&view.snapshot, view.file, offset(view, position));
    if found.is_empty() {
        return None;
    }
    Some(if view.client.implementation_links {
        lsp::ImplementationResponse::DefinitionLinkList(links(view, &found))
    } else {
        lsp::Definition::LocationList(locations(view, &found)).into()
    })
}
