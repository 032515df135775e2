//! `textDocument/hover`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::hover;
use crate::lsp::convert::{Places, offset};
use crate::lsp::features::shown::markup;
use crate::lsp::view::View;

pub(in crate::lsp) fn hover(view: &View, position: lsp::Position) -> Option<lsp::Hover> {
    let card = hover::hover(
        &view.snapshot,
        view.file,
        offset(view, position),
        view.locale(),
    )?;
    Some(lsp::Hover {
        contents: markup(view, card.markdown).into(),
        range: Some(Places::new(view, view.file).range(card.range)),
    })
}
