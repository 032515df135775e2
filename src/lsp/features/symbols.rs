//! `textDocument/documentSymbol`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::symbols::{self, Symbol, SymbolKind};
use crate::lsp::convert::Places;
use crate::lsp::view::View;

pub(in crate::lsp) fn symbols(view: &View) -> lsp::DocumentSymbolResponse {
    let symbols = symbols::symbols(&view.snapshot, view.file);
    let places = Places::new(view, view.file);
    if view.client.symbols_in_symbols {
        let nested = symbols.into_iter().map(|symbol| nested(&places, symbol));
        return nested.collect::<Vec<_>>().into();
    }
    let mut flat = Vec::new();
    if let Some(uri) = view.uri(view.file) {
        for symbol in symbols {
            flatten(&uri, &places, symbol, None, &mut flat);
        }
    }
    flat.into()
}

#[expect(
    deprecated,
    reason = "a field that the protocol has left behind, and that has no default"
)]
fn nested(places: &Places<'_>, symbol: Symbol) -> lsp::DocumentSymbol {
    let (range, selection_range) = (places.range(symbol.range), places.range(symbol.focus));
    let children = symbol
        .children
        .into_iter()
        .map(|child| nested(places, child));
    lsp::DocumentSymbol {
        name: symbol.name,
        detail: symbol.detail,
        kind: kind(symbol.kind),
        tags: None,
        deprecated: None,
        range,
        selection_range,
        children: Some(children.collect()),
    }
}

#[expect(
    deprecated,
    reason = "a field that the protocol has left behind, and that has no default"
)]
fn flatten(
    uri: &lsp::Uri,
    places: &Places<'_>,
    symbol: Symbol,
    parent: Option<&str>,
    out: &mut Vec<lsp::SymbolInformation>,
) {
    out.push(lsp::SymbolInformation {
        deprecated: None,
        location: lsp::Location {
            uri: uri.clone(),
            range: places.range(symbol.focus),
        },
        base_symbol_information: lsp::BaseSymbolInformation {
            name: symbol.name.clone(),
            kind: kind(symbol.kind),
            tags: None,
            container_name: parent.map(str::to_owned),
        },
    });
    for child in symbol.children {
        flatten(uri, places, child, Some(&symbol.name), out);
    }
}

/// The protocol knows kinds of code only; each stands for what its icon suggests.
pub(super) fn kind(kind: SymbolKind) -> lsp::SymbolKind {
    match kind {
        SymbolKind::Heading => lsp::SymbolKind::Module,
        SymbolKind::Person => lsp::SymbolKind::Class,
        SymbolKind::Organization => lsp::SymbolKind::Interface,
        SymbolKind::Place => lsp::SymbolKind::Namespace,
        SymbolKind::Entity => lsp::SymbolKind::Object,
        SymbolKind::Quotation => lsp::SymbolKind::String,
    }
}
