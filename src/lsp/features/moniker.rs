//! `textDocument/moniker`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::moniker::{self, Described, Scheme};
use crate::lsp::convert::offset;
use crate::lsp::view::View;

pub(in crate::lsp) fn moniker(view: &View, position: lsp::Position) -> Option<Vec<lsp::Moniker>> {
    let found = moniker::moniker(&view.snapshot, view.file, offset(view, position))?;
    let (scheme, unique) = match found.scheme {
        Scheme::Wikidata => ("wikidata", lsp::UniquenessLevel::Global),
        Scheme::Registry => ("isnad", lsp::UniquenessLevel::Project),
        Scheme::Article => ("isnad", lsp::UniquenessLevel::Document),
    };
    Some(vec![lsp::Moniker {
        scheme: scheme.to_owned(),
        identifier: found.identifier,
        unique,
        kind: Some(match found.described {
            Described::Here => lsp::MonikerKind::Export,
            Described::Elsewhere => lsp::MonikerKind::Import,
            Described::HereAlone => lsp::MonikerKind::Local,
        }),
    }])
}
