//! `textDocument/formatting`, `textDocument/rangeFormatting`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::formatting;
use crate::lsp::convert::{Places, text_range};
use crate::lsp::features::edits::text_edits;
use crate::lsp::view::View;

pub(in crate::lsp) fn formatting(view: &View, range: Option<lsp::Range>) -> Vec<lsp::TextEdit> {
    let range = range.map(|range| text_range(view, range));
    let edits = formatting::formatting(&view.snapshot, view.file, range);
    text_edits(&Places::new(view, view.file), edits)
}
