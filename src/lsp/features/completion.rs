//! `textDocument/completion`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::completion::{self, Completion, CompletionKind};
use crate::lsp::convert::{Places, offset};
use crate::lsp::features::edits::text_edits;
use crate::lsp::view::View;

pub(in crate::lsp) fn completion(view: &View, position: lsp::Position) -> Vec<lsp::CompletionItem> {
    let found = completion::completions(
        &view.snapshot,
        view.file,
        offset(view, position),
        view.locale(),
    );
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
        additional_text_edits: (!found.further.is_empty())
            .then(|| text_edits(places, found.further)),
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
