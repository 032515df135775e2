//! `textDocument/references`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::references;
use crate::lsp::convert::{location, offset};
use crate::lsp::view::View;

pub(in crate::lsp) fn references(
    view: &View,
    position: lsp::Position,
    with_declarations: bool,
) -> Vec<lsp::Location> {
    let offset = offset(view, position);
    let found = references::references(&view.snapshot, view.file, offset, with_declarations);
    let places = found.into_iter().filter_map(|place| location(view, place));
    places.collect()
}
