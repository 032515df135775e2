//! What is to be changed, as editors take it.

use std::collections::{BTreeMap, HashMap};

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::rename::change_labels;
use crate::lsp::convert::Places;
use crate::lsp::view::{Overview, View};
use crate::text::{FileEdit, FileId, TextEdit};
use crate::workspace::FileKind;

/// Edits in the one file that `places` is of.
pub(super) fn text_edits(places: &Places<'_>, edits: Vec<TextEdit>) -> Vec<lsp::TextEdit> {
    let edits = edits.into_iter().map(|edit| lsp::TextEdit {
        range: places.range(edit.range),
        new_text: edit.text,
    });
    edits.collect()
}

/// Edits in any files; `None` if one of them has no address, since half a change is none.
pub(super) fn workspace_edit(view: &Overview, edits: Vec<FileEdit>) -> Option<lsp::WorkspaceEdit> {
    with_annotations(view, edits, &|_| None)
}

/// The same with what each is for said beside it, where the editor can show that: people are asked
/// before anything changes outside the file in question.
pub(super) fn annotated_edit(view: &View, edits: Vec<FileEdit>) -> Option<lsp::WorkspaceEdit> {
    let labels = change_labels(view.locale());
    let change = |file: FileId| {
        let (id, label, is_elsewhere) = if file == view.file {
            ("here", labels.here, false)
        } else if view.snapshot.kind(file) == FileKind::Registry {
            ("registries", labels.registries, true)
        } else {
            ("articles", labels.articles, true)
        };
        let annotation = lsp::ChangeAnnotation {
            label: label.to_owned(),
            needs_confirmation: Some(is_elsewhere),
            description: None,
        };
        view.client.change_annotations.then_some((id, annotation))
    };
    with_annotations(view, edits, &change)
}

/// `annotation` says what the edits in a file are for.
fn with_annotations(
    view: &Overview,
    edits: Vec<FileEdit>,
    annotation: &dyn Fn(FileId) -> Option<(&'static str, lsp::ChangeAnnotation)>,
) -> Option<lsp::WorkspaceEdit> {
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
    let mut annotations = HashMap::new();
    let changes = by_file.map(|(file, edits)| {
        let document = lsp::OptionalVersionedTextDocumentIdentifier {
            version: view.version(file),
            text_document_identifier: lsp::TextDocumentIdentifier {
                uri: view.uri(file)?,
            },
        };
        let annotation = annotation(file);
        let edits = edits.into_iter().map(|text_edit| match &annotation {
            Some((id, _)) => lsp::AnnotatedTextEdit {
                annotation_id: (*id).to_owned(),
                text_edit,
            }
            .into(),
            None => text_edit.into(),
        });
        let edit = lsp::TextDocumentEdit::new(document, edits.collect());
        annotations.extend(annotation.map(|(id, annotation)| (id.to_owned(), annotation)));
        Some(edit.into())
    });
    let changes = changes.collect::<Option<Vec<_>>>()?;
    Some(lsp::WorkspaceEdit {
        document_changes: Some(changes),
        change_annotations: (!annotations.is_empty()).then_some(annotations),
        ..lsp::WorkspaceEdit::default()
    })
}
