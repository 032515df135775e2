//! What is to be changed, as editors take it.

use std::collections::{BTreeMap, HashMap};

use tower_lsp::gen_lsp_types as lsp;

use crate::lsp::convert::Places;
use crate::lsp::view::View;
use crate::text::{FileEdit, FileId, TextEdit};

/// Edits in the one file that `places` is of.
pub(super) fn text_edits(places: &Places<'_>, edits: Vec<TextEdit>) -> Vec<lsp::TextEdit> {
    let edits = edits.into_iter().map(|edit| lsp::TextEdit {
        range: places.range(edit.range),
        new_text: edit.text,
    });
    edits.collect()
}

/// Edits in any files; `None` if one of them has no address, since half a change is none.
pub(super) fn workspace_edit(view: &View, edits: Vec<FileEdit>) -> Option<lsp::WorkspaceEdit> {
    let mut by_file: BTreeMap<FileId, Vec<TextEdit>> = BTreeMap::new();
    for FileEdit { file, edit } in edits {
        by_file.entry(file).or_default().push(edit);
    }
    let by_file = by_file.into_iter();
    let by_file = by_file.map(|(file, edits)| (file, text_edits(&Places::new(view, file), edits)));
    if !view.client.versioned_edits {
        let changes = by_file.map(|(file, edits)| Some((view.uri(file)?, edits)));
        return Some(lsp::WorkspaceEdit {
            changes: Some(changes.collect::<Option<HashMap<_, _>>>()?),
            ..lsp::WorkspaceEdit::default()
        });
    }
    let changes = by_file.map(|(file, edits)| {
        let document = lsp::OptionalVersionedTextDocumentIdentifier {
            version: view.version(file),
            text_document_identifier: lsp::TextDocumentIdentifier {
                uri: view.uri(file)?,
            },
        };
        let edits = edits.into_iter().map(Into::into).collect();
        Some(lsp::TextDocumentEdit::new(document, edits).into())
    });
    Some(lsp::WorkspaceEdit {
        document_changes: Some(changes.collect::<Option<Vec<_>>>()?),
        ..lsp::WorkspaceEdit::default()
    })
}
