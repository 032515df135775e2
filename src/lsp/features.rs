//! The features that answer questions: each takes the editor's question apart, asks
//! [`ide`](crate::ide), and puts the answer into the editor's terms.

use std::collections::{BTreeMap, HashMap};

use tower_lsp::gen_lsp_types as lsp;

use crate::files;
use crate::ide::actions;
use crate::ide::symbols::{self, Symbol, SymbolKind};
use crate::ide::{Target, declaration, definition, formatting, hover, references};
use crate::lsp::capabilities::{annotate, fix_all};
use crate::lsp::convert::{Places, location, offset, text_range};
use crate::lsp::diagnostics::{data, diagnostic, is_looked_at};
use crate::lsp::plain::plain;
use crate::lsp::view::View;
use crate::rules::Diagnostic;
use crate::text::{FileEdit, FileId, FileRange, TextEdit};

pub(super) fn hover(view: &View, position: lsp::Position) -> Option<lsp::Hover> {
    let card = hover::hover(&view.snapshot, view.file, offset(view, position))?;
    let (kind, mut value) = if view.client.markdown_hover {
        (lsp::MarkupKind::Markdown, card.markdown)
    } else {
        (lsp::MarkupKind::PlainText, plain(&card.markdown))
    };
    if !view.client.isolates {
        value.retain(|character| !matches!(character, '\u{2068}' | '\u{2069}'));
    }
    Some(lsp::Hover {
        contents: lsp::MarkupContent { kind, value }.into(),
        range: Some(Places::new(view, view.file).range(card.range)),
    })
}

pub(super) fn definition(view: &View, position: lsp::Position) -> Option<lsp::DefinitionResponse> {
    let found = definition::definition(&view.snapshot, view.file, offset(view, position));
    if found.is_empty() {
        return None;
    }
    Some(if view.client.definition_links {
        lsp::DefinitionResponse::DefinitionLinkList(links(view, &found))
    } else {
        lsp::Definition::LocationList(locations(view, &found)).into()
    })
}

pub(super) fn declaration(
    view: &View,
    position: lsp::Position,
) -> Option<lsp::DeclarationResponse> {
    let found = declaration::declaration(&view.snapshot, view.file, offset(view, position));
    if found.is_empty() {
        return None;
    }
    Some(if view.client.declaration_links {
        lsp::DeclarationResponse::DeclarationLinkList(links(view, &found))
    } else {
        lsp::Declaration::LocationList(locations(view, &found)).into()
    })
}

pub(super) fn references(
    view: &View,
    position: lsp::Position,
    with_declarations: bool,
) -> Vec<lsp::Location> {
    let offset = offset(view, position);
    let found = references::references(&view.snapshot, view.file, offset, with_declarations);
    let places = found.into_iter().filter_map(|place| location(view, place));
    places.collect()
}

pub(super) fn symbols(view: &View) -> lsp::DocumentSymbolResponse {
    let symbols = symbols::symbols(&view.snapshot, view.file);
    let places = Places::new(view, view.file);
    if view.client.symbols_in_symbols {
        let nested = symbols.into_iter().map(|symbol| nested(&places, symbol));
        return nested.collect::<Vec<_>>().into();
    }
    let mut flat = Vec::new();
    if let Some(uri) = view.uri(view.file) {
        for symbol in symbols {
            flatten(&uri, &places, symbol, None, &mut flat);
        }
    }
    flat.into()
}

pub(super) fn code_actions(
    view: &View,
    asked: &lsp::CodeActionParams,
) -> Vec<lsp::CodeActionResponse> {
    let context = &asked.context;
    let mut found = Vec::new();
    if is_wanted(&lsp::CodeActionKind::QuickFix, context) {
        found.extend(quick_fixes(view, asked));
    }
    if is_wanted(&lsp::CodeActionKind::RefactorRewrite, context) {
        found.extend(refactorings(view, asked));
    }
    // While somebody only moves about in the text, nobody asks for all of it to be changed.
    let is_moving = context.only.is_none()
        && context.trigger_kind == Some(lsp::CodeActionTriggerKind::Automatic);
    if !is_moving && is_wanted(&fix_all(), context) {
        let edits = |view: &View| actions::fix_all(&view.snapshot, view.file, &files::bring);
        found.extend(all_of(
            view,
            fix_all(),
            "fix all that can be fixed safely",
            edits,
        ));
    }
    if !is_moving && is_wanted(&annotate(), context) {
        let edits = |view: &View| actions::annotate_all(&view.snapshot, view.file, &files::bring);
        found.extend(all_of(view, annotate(), "annotate all that is sure", edits));
    }
    found.into_iter().map(Into::into).collect()
}

/// Whether the editor asks for actions of this kind: for all, or for it, or for a kind of which it
/// is one.
fn is_wanted(kind: &lsp::CodeActionKind, context: &lsp::CodeActionContext) -> bool {
    let kind = String::from(kind.clone());
    let holds = |wanted: &lsp::CodeActionKind| {
        let wanted = String::from(wanted.clone());
        let rest = kind.strip_prefix(wanted.as_str());
        rest.is_some_and(|rest| wanted.is_empty() || rest.is_empty() || rest.starts_with('.'))
    };
    let only = context.only.as_ref();
    only.is_none_or(|only| only.iter().any(holds))
}

fn quick_fixes(view: &View, asked: &lsp::CodeActionParams) -> Vec<lsp::CodeAction> {
    let found = actions::fixes(&view.snapshot, view.file, text_range(view, asked.range));
    let places = Places::new(view, view.file);
    let actions = found.into_iter().filter_map(|action| {
        let mends = action.mends.as_ref()?;
        let mends = mended(view, &places, mends, &asked.context.diagnostics);
        Some(lsp::CodeAction {
            title: action.title,
            kind: Some(lsp::CodeActionKind::QuickFix),
            diagnostics: Some(vec![mends]),
            is_preferred: Some(action.is_preferred),
            edit: Some(workspace_edit(view, action.edits)?),
            ..lsp::CodeAction::default()
        })
    });
    actions.collect()
}

fn refactorings(view: &View, asked: &lsp::CodeActionParams) -> Vec<lsp::CodeAction> {
    let range = text_range(view, asked.range);
    let found = actions::refactorings(&view.snapshot, view.file, range);
    let actions = found.into_iter().filter_map(|action| {
        Some(lsp::CodeAction {
            title: action.title,
            kind: Some(lsp::CodeActionKind::RefactorRewrite),
            edit: Some(workspace_edit(view, action.edits)?),
            ..lsp::CodeAction::default()
        })
    });
    actions.collect()
}

/// An action on the whole document, if it would change anything.
fn all_of(
    view: &View,
    kind: lsp::CodeActionKind,
    title: &str,
    edits: impl Fn(&View) -> Vec<TextEdit>,
) -> Option<lsp::CodeAction> {
    if !is_looked_at(view) {
        return None;
    }
    let edits = edits(view);
    if edits.is_empty() {
        return None;
    }
    let here = |edit| FileEdit {
        file: view.file,
        edit,
    };
    let edits = edits.into_iter().map(here).collect();
    Some(lsp::CodeAction {
        title: title.to_owned(),
        kind: Some(kind),
        edit: Some(workspace_edit(view, edits)?),
        ..lsp::CodeAction::default()
    })
}

pub(super) fn formatting(view: &View, range: Option<lsp::Range>) -> Vec<lsp::TextEdit> {
    let range = range.map(|range| text_range(view, range));
    let places = Places::new(view, view.file);
    let edits = formatting::formatting(&view.snapshot, view.file, range);
    let edits = edits.into_iter().map(|edit| lsp::TextEdit {
        range: places.range(edit.range),
        new_text: edit.text,
    });
    edits.collect()
}

/// The diagnostic that an action mends: the very one that the editor shows, if it has sent it.
fn mended(
    view: &View,
    places: &Places<'_>,
    mends: &Diagnostic,
    shown: &[lsp::Diagnostic],
) -> lsp::Diagnostic {
    let rule = lsp::Code::from(mends.rule.to_owned());
    let data = data(mends.range);
    let is_it = |shown: &&lsp::Diagnostic| {
        shown.code.as_ref() == Some(&rule) && shown.data.as_ref() == Some(&data)
    };
    let shown = shown.iter().find(is_it).cloned();
    shown.unwrap_or_else(|| diagnostic(view, places, mends))
}

/// Edits in any files; `None` if one of them has no address, since half a change is none.
fn workspace_edit(view: &View, edits: Vec<FileEdit>) -> Option<lsp::WorkspaceEdit> {
    let mut by_file: BTreeMap<FileId, Vec<lsp::TextEdit>> = BTreeMap::new();
    for FileEdit { file, edit } in edits {
        by_file.entry(file).or_default().push(lsp::TextEdit {
            range: Places::new(view, file).range(edit.range),
            new_text: edit.text,
        });
    }
    if !view.client.versioned_edits {
        let changes = by_file
            .into_iter()
            .map(|(file, edits)| Some((view.uri(file)?, edits)));
        return Some(lsp::WorkspaceEdit {
            changes: Some(changes.collect::<Option<HashMap<_, _>>>()?),
            ..lsp::WorkspaceEdit::default()
        });
    }
    let changes = by_file.into_iter().map(|(file, edits)| {
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

fn links(view: &View, targets: &[Target]) -> Vec<lsp::LocationLink> {
    let origin = Places::new(view, view.file);
    let links = targets.iter().filter_map(|target| {
        let places = Places::new(view, target.place.file);
        Some(lsp::LocationLink {
            origin_selection_range: Some(origin.range(target.origin)),
            target_uri: view.uri(target.place.file)?,
            target_range: places.range(target.place.range),
            target_selection_range: places.range(target.focus),
        })
    });
    links.collect()
}

fn locations(view: &View, targets: &[Target]) -> Vec<lsp::Location> {
    let places = targets.iter().map(|target| FileRange {
        file: target.place.file,
        range: target.focus,
    });
    places.filter_map(|place| location(view, place)).collect()
}

#[expect(
    deprecated,
    reason = "a field that the protocol has left behind, and that has no default"
)]
fn nested(places: &Places<'_>, symbol: Symbol) -> lsp::DocumentSymbol {
    let (range, selection_range) = (places.range(symbol.range), places.range(symbol.focus));
    let children = symbol
        .children
        .into_iter()
        .map(|child| nested(places, child));
    lsp::DocumentSymbol {
        name: symbol.name,
        detail: symbol.detail,
        kind: kind(symbol.kind),
        tags: None,
        deprecated: None,
        range,
        selection_range,
        children: Some(children.collect()),
    }
}

#[expect(
    deprecated,
    reason = "a field that the protocol has left behind, and that has no default"
)]
fn flatten(
    uri: &lsp::Uri,
    places: &Places<'_>,
    symbol: Symbol,
    parent: Option<&str>,
    out: &mut Vec<lsp::SymbolInformation>,
) {
    out.push(lsp::SymbolInformation {
        deprecated: None,
        location: lsp::Location {
            uri: uri.clone(),
            range: places.range(symbol.focus),
        },
        base_symbol_information: lsp::BaseSymbolInformation {
            name: symbol.name.clone(),
            kind: kind(symbol.kind),
            tags: None,
            container_name: parent.map(str::to_owned),
        },
    });
    for child in symbol.children {
        flatten(uri, places, child, Some(&symbol.name), out);
    }
}

/// The protocol knows kinds of code only; each stands for what its icon suggests.
fn kind(kind: SymbolKind) -> lsp::SymbolKind {
    match kind {
        SymbolKind::Heading => lsp::SymbolKind::Module,
        SymbolKind::Person => lsp::SymbolKind::Class,
        SymbolKind::Organization => lsp::SymbolKind::Interface,
        SymbolKind::Place => lsp::SymbolKind::Namespace,
        SymbolKind::Entity => lsp::SymbolKind::Object,
        SymbolKind::Quotation => lsp::SymbolKind::String,
    }
}
