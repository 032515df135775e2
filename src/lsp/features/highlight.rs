//! `textDocument/documentHighlight`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::highlight::{self, HighlightKind};
use crate::lsp::convert::{Places, offset};
use crate::lsp::view::View;

pub(in crate::lsp) fn highlights(
    view: &View,
    position: lsp::Position,
) -> Option<Vec<lsp::DocumentHighlight>> {
    let found = highlight::highlights(&view.snapshot, view.file, offset(view, position));
    let places = Places::new(view, view.file);
    let highlights = found.iter().map(|highlight| lsp::DocumentHighlight {
        range: places.range(highlight.range),
        kind: Some(match highlight.kind {
            HighlightKind::Write => lsp::DocumentHighlightKind::Write,
            HighlightKind::Read => lsp::DocumentHighlightKind::Read,
            HighlightKind::Text => lsp::DocumentHighlightKind::Text,
        }),
    });
    (!found.is_empty()).then(|| highlights.collect())
}
