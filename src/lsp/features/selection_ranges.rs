//! `textDocument/selectionRange`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::selection_ranges;
use crate::lsp::convert::{Places, offset};
use crate::lsp::view::View;

/// Of each of the places, in their order, what stands around it, from the inside out.
pub(in crate::lsp) fn selection_ranges(
    view: &View,
    places: &[lsp::Position],
) -> Vec<lsp::SelectionRange> {
    let offsets: Vec<_> = places.iter().map(|place| offset(view, *place)).collect();
    let found = selection_ranges::selection_ranges(&view.snapshot, view.file, &offsets);
    let places = Places::new(view, view.file);
    let chain = |ranges: Vec<_>| {
        let mut ranges: Vec<_> = ranges
            .into_iter()
            .map(|range| places.range(range))
            .collect();
        // All of a text differs from what stands in it by a byte order mark alone, which may be hidden.
        ranges.dedup();
        let outward = ranges.into_iter().rev();
        outward.fold(None, |parent, range| {
            Some(lsp::SelectionRange {
                range,
                parent: parent.map(Box::new),
            })
        })
    };
    let chains = found
        .into_iter()
        .map(|ranges| chain(ranges).unwrap_or_default());
    chains.collect()
}
