//! `workspace/symbol`, `workspaceSymbol/resolve`.

use serde::{Deserialize, Serialize};
use tower_lsp::gen_lsp_types as lsp;

use crate::ide::workspace_symbols::{self, Found, Key};
use crate::lsp::convert::location;
use crate::lsp::features::symbols::kind;
use crate::lsp::paths;
use crate::lsp::view::Overview;
use crate::text::FileRange;

pub(in crate::lsp) fn symbols(view: &Overview, query: &str) -> lsp::WorkspaceSymbolResponse {
    let found = workspace_symbols::workspace_symbols(&view.snapshot, query).into_iter();
    if view.client.resolves_symbols {
        let symbols = found.filter_map(|found| unplaced(view, found));
        return symbols.collect::<Vec<_>>().into();
    }
    let symbols = found.filter_map(|found| placed(view, found));
    symbols.collect::<Vec<_>>().into()
}

/// The symbol with its place; at the beginning of its file if it is not there any more.
pub(in crate::lsp) fn resolve(
    view: &Overview,
    mut symbol: lsp::WorkspaceSymbol,
) -> lsp::WorkspaceSymbol {
    let uri = match &symbol.location {
        lsp::WorkspaceSymbolLocation::LocationUriOnly(only) => &only.uri,
        lsp::WorkspaceSymbolLocation::Location(_) => return symbol,
    };
    let data = symbol.data.clone();
    let place = data.and_then(|data| {
        let key: Data = serde_json::from_value(data).ok()?;
        let file = view.snapshot.file(&paths::path(uri))?;
        let range = workspace_symbols::place(&view.snapshot, file, &key.into())?;
        location(view, FileRange { file, range })
    });
    let start = || lsp::Location::new(uri.clone(), lsp::Range::default());
    symbol.location = place.unwrap_or_else(start).into();
    symbol
}

/// By what a symbol is found again, as the editor keeps it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Data {
    Declared(String),
    Recognised(String),
    Headline,
    Said(String, usize),
}

impl From<Key> for Data {
    fn from(key: Key) -> Data {
        match key {
            Key::Declared(id) => Data::Declared(id),
            Key::Recognised(id) => Data::Recognised(id),
            Key::Headline => Data::Headline,
            Key::Said(words, at) => Data::Said(words, at),
        }
    }
}

impl From<Data> for Key {
    fn from(data: Data) -> Key {
        match data {
            Data::Declared(id) => Key::Declared(id),
            Data::Recognised(id) => Key::Recognised(id),
            Data::Headline => Key::Headline,
            Data::Said(words, at) => Key::Said(words, at),
        }
    }
}

fn unplaced(view: &Overview, found: Found) -> Option<lsp::WorkspaceSymbol> {
    Some(lsp::WorkspaceSymbol {
        location: lsp::LocationUriOnly::new(view.uri(found.file)?).into(),
        data: serde_json::to_value(Data::from(found.key.clone())).ok(),
        base_symbol_information: base(found),
    })
}

#[expect(
    deprecated,
    reason = "a field that the protocol has left behind, and that has no default"
)]
fn placed(view: &Overview, found: Found) -> Option<lsp::SymbolInformation> {
    let file = found.file;
    let range = workspace_symbols::place(&view.snapshot, file, &found.key);
    let range = range.unwrap_or_default();
    Some(lsp::SymbolInformation {
        deprecated: None,
        location: location(view, FileRange { file, range })?,
        base_symbol_information: base(found),
    })
}

fn base(found: Found) -> lsp::BaseSymbolInformation {
    lsp::BaseSymbolInformation {
        name: found.name,
        kind: kind(found.kind),
        tags: None,
        container_name: found.container,
    }
}
