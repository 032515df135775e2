//! `textDocument/inlayHint`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::inlay_hints;
use crate::lsp::convert::{Places, text_range};
use crate::lsp::features::edits::text_edits;
use crate::lsp::features::shown::markup;
use crate::lsp::view::View;
use crate::text::TextRange;

pub(in crate::lsp) fn inlay_hints(view: &View, range: lsp::Range) -> Vec<lsp::InlayHint> {
    let hints = inlay_hints::inlay_hints(
        &view.snapshot,
        view.file,
        text_range(view, range),
        view.locale(),
    );
    let places = Places::new(view, view.file);
    let hint = hints.into_iter().map(|hint| lsp::InlayHint {
        position: places.range(TextRange::empty(hint.offset)).start,
        label: lsp::Label::from(hint.label),
        kind: Some(lsp::InlayHintKind::Type),
        text_edits: (!hint.edits.is_empty()).then(|| text_edits(&places, hint.edits)),
        tooltip: Some(tooltip(view, hint.tooltip)),
        padding_left: Some(true),
        padding_right: Some(false),
        data: None,
    });
    hint.collect()
}

/// As Markdown only where that is shown: elsewhere a plain text is the better form.
fn tooltip(view: &View, markdown: String) -> lsp::Tooltip {
    let content = markup(view, markdown);
    if content.kind == lsp::MarkupKind::Markdown {
        content.into()
    } else {
        content.value.into()
    }
}
