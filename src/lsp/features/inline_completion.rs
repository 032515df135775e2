//! `textDocument/inlineCompletion`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::inline_completion;
use crate::lsp::convert::offset;
use crate::lsp::view::View;

pub(in crate::lsp) fn inline_completion(
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
