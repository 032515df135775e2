//! `textDocument/references`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::references;
use crate::lsp::convert::{Locations, offset};
use crate::lsp::view::View;

pub(in crate::lsp) fn references(
    view: &View,
    position: lsp::Position,
    with_declarations: bool,
) -> Vec<lsp::Location> {
    let offset = offset(view, position);
    let found = references::references(&view.snapshot, view.file, offset, with_declarations);
    let locations = Locations::new(view);
    let places = found.into_iter();
    places
        .filter_map(|place| locations.location(place))
        .collect()
}
