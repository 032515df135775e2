//! `textDocument/formatting`, `textDocument/rangeFormatting`, `textDocument/rangesFormatting`,
//! `textDocument/onTypeFormatting`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::{formatting, on_type_formatting};
use crate::lsp::convert::{Places, offset, text_range};
use crate::lsp::features::edits::text_edits;
use crate::lsp::view::View;
use crate::text::{TextRange, TextSize};

pub(in crate::lsp) fn formatting(view: &View, ranges: Option<&[lsp::Range]>) -> Vec<lsp::TextEdit> {
    let ranges = ranges.map(|ranges| {
        let ranges = ranges.iter().map(|range| text_range(view, *range));
        ranges.collect::<Vec<TextRange>>()
    });
    let edits = formatting::formatting(&view.snapshot, view.file, ranges.as_deref());
    text_edits(&Places::new(view, view.file), edits)
}

pub(in crate::lsp) fn on_type_formatting(
    view: &View,
    position: lsp::Position,
    typed: &str,
) -> Vec<lsp::TextEdit> {
    let offset = offset(view, position);
    // Some editors tell the place in front of what was typed.
    let text = view.text();
    let (before, behind) = text.split_at(offset.into());
    let offset = match () {
        () if before.ends_with(typed) => offset,
        () if behind.starts_with(typed) => offset + TextSize::of(typed),
        () => return Vec::new(),
    };
    let edits = on_type_formatting::on_type_formatting(&view.snapshot, view.file, offset);
    text_edits(&Places::new(view, view.file), edits)
}
