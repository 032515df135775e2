//! `textDocument/linkedEditingRange`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::linked_editing::{ID_PATTERN, linked_editing};
use crate::lsp::convert::{Places, offset};
use crate::lsp::view::View;

pub(in crate::lsp) fn linked_editing_range(
    view: &View,
    position: lsp::Position,
) -> Option<lsp::LinkedEditingRanges> {
    let ranges = linked_editing(&view.snapshot, view.file, offset(view, position));
    let places = Places::new(view, view.file);
    (ranges.len() > 1).then(|| lsp::LinkedEditingRanges {
        ranges: ranges
            .into_iter()
            .map(|range| places.range(range))
            .collect(),
        word_pattern: Some(ID_PATTERN.to_owned()),
    })
}
