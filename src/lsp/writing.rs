//! The features that help with writing: hints, completions, and words that wait to be taken.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::completion::{self, Completion, CompletionKind};
use crate::ide::{inlay_hints, inline_completion};
use crate::lsp::convert::{Places, offset, text_range};
use crate::lsp::plain::plain;
use crate::lsp::view::View;
use crate::text::{TextEdit, TextRange};

pub(super) fn inlay_hints(view: &View, range: lsp::Range) -> Vec<lsp::InlayHint> {
    let hints = inlay_hints::inlay_hints(&view.snapshot, view.file, text_range(view, range));
    let places = Places::new(view, view.file);
    let hint = hints.into_iter().map(|hint| lsp::InlayHint {
        position: places.range(TextRange::empty(hint.offset)).start,
        label: lsp::Label::from(hint.label),
        kind: Some(lsp::InlayHintKind::Type),
        text_edits: (!hint.edits.is_empty()).then(|| edits(&places, hint.edits)),
        tooltip: Some(tooltip(view, hint.tooltip)),
        padding_left: Some(true),
        padding_right: Some(false),
        data: None,
    });
    hint.collect()
}

fn tooltip(view: &View, markdown: String) -> lsp::Tooltip {
    let markdown = isolates(view, markdown);
    if view.client.markdown_hover {
        let kind = lsp::MarkupKind::Markdown;
        return lsp::MarkupContent {
            kind,
            value: markdown,
        }
        .into();
    }
    plain(&markdown).into()
}

/// The words as the editor can show them.
fn isolates(view: &View, mut words: String) -> String {
    if !view.client.isolates {
        words.retain(|character| !matches!(character, '\u{2068}' | '\u{2069}'));
    }
    words
}

pub(super) fn completion(view: &View, position: lsp::Position) -> Vec<lsp::CompletionItem> {
    let found = completion::completions(&view.snapshot, view.file, offset(view, position));
    let places = Places::new(view, view.file);
    let items = found.into_iter().enumerate();
    items.map(|(at, found)| item(&places, at, found)).collect()
}

fn item(places: &Places<'_>, at: usize, found: Completion) -> lsp::CompletionItem {
    lsp::CompletionItem {
        label: found.text.clone(),
        detail: Some(found.detail),
        kind: Some(match found.kind {
            CompletionKind::Speaker => lsp::CompletionItemKind::Event,
            CompletionKind::Entity => lsp::CompletionItemKind::Reference,
            CompletionKind::Sign => lsp::CompletionItemKind::Operator,
        }),
        preselect: Some(found.kind == CompletionKind::Speaker),
        // Editors sort by the words unless they are told otherwise.
        sort_text: Some(format!("{at:04}")),
        additional_text_edits: (!found.further.is_empty()).then(|| edits(places, found.further)),
        text_edit: Some(
            lsp::TextEdit {
                range: places.range(found.range),
                new_text: found.text,
            }
            .into(),
        ),
        ..lsp::CompletionItem::default()
    }
}

fn edits(places: &Places<'_>, edits: Vec<TextEdit>) -> Vec<lsp::TextEdit> {
    let edits = edits.into_iter().map(|edit| lsp::TextEdit {
        range: places.range(edit.range),
        new_text: edit.text,
    });
    edits.collect()
}

pub(super) fn inline_completion(
    view: &View,
    position: lsp::Position,
) -> Vec<lsp::InlineCompletionItem> {
    let place = offset(view, position);
    let found = inline_completion::inline_completion(&view.snapshot, view.file, place);
    let item = found.map(|words| lsp::InlineCompletionItem {
        insert_text: words.into(),
        filter_text: None,
        range: Some(lsp::Range {
            start: position,
            end: position,
        }),
        command: None,
    });
    item.into_iter().collect()
}
