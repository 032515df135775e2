//! Words for people, as this editor can show them.

use tower_lsp::gen_lsp_types as lsp;

use crate::lsp::plain::plain;
use crate::lsp::view::View;

/// A card in Markdown, or what it says where the editor shows none.
pub(super) fn markup(view: &View, markdown: String) -> lsp::MarkupContent {
    let (kind, value) = if view.client.markdown_hover {
        (lsp::MarkupKind::Markdown, markdown)
    } else {
        (lsp::MarkupKind::PlainText, plain(&markdown))
    };
    let value = words(view, value);
    lsp::MarkupContent { kind, value }
}

/// Words without what has no shape but turns them, which this editor would show as codes: isolates, and
/// the marks of a direction.
pub(super) fn words(view: &View, mut words: String) -> String {
    if !view.client.isolates {
        words.retain(|character| {
            !matches!(
                character,
                '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}'
            )
        });
    }
    words
}
