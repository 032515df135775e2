//! Where something leads, as a link or, for editors that know none, as a place.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::Target;
use crate::lsp::convert::{Places, location};
use crate::lsp::view::View;
use crate::text::FileRange;

pub(super) fn links(view: &View, targets: &[Target]) -> Vec<lsp::LocationLink> {
    let origin = Places::new(view, view.file);
    let links = targets.iter().filter_map(|target| {
        let places = Places::new(view, target.place.file);
        Some(lsp::LocationLink {
            origin_selection_range: Some(origin.range(target.origin)),
            target_uri: view.uri(target.place.file)?,
            target_range: places.range(target.place.range),
            target_selection_range: places.range(target.focus),
        })
    });
    links.collect()
}

pub(super) fn locations(view: &View, targets: &[Target]) -> Vec<lsp::Location> {
    let places = targets.iter().map(|target| FileRange {
        file: target.place.file,
        range: target.focus,
    });
    places.filter_map(|place| location(view, place)).collect()
}
