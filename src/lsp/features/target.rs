//! Where something leads, as a link or, for editors that know none, as a place.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::Target;
use crate::lsp::convert::{Locations, Places};
use crate::lsp::view::View;
use crate::text::FileRange;

pub(super) fn links(view: &View, targets: &[Target]) -> Vec<lsp::LocationLink> {
    let origin = Places::new(view, view.file);
    let places = Locations::new(view);
    let links = targets.iter().filter_map(|target| {
        let target_range = places.range(target.place);
        let focus = FileRange {
            file: target.place.file,
            range: target.focus,
        };
        Some(lsp::LocationLink {
            origin_selection_range: Some(origin.range(target.origin)),
            target_uri: view.uri(target.place.file)?,
            target_range,
            target_selection_range: places.range(focus),
        })
    });
    links.collect()
}

pub(super) fn locations(view: &View, targets: &[Target]) -> Vec<lsp::Location> {
    let places = targets.iter().map(|target| FileRange {
        file: target.place.file,
        range: target.focus,
    });
    let locations = Locations::new(view);
    places
        .filter_map(|place| locations.location(place))
        .collect()
}
