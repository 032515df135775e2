//! `textDocument/codeAction`.

use tower_lsp::gen_lsp_types as lsp;

use crate::files;
use crate::ide::actions;
use crate::lsp::capabilities::{annotate, fix_all};
use crate::lsp::convert::{Places, text_range};
use crate::lsp::diagnostics::{data, diagnostic, is_looked_at};
use crate::lsp::features::edits::workspace_edit;
use crate::lsp::view::View;
use crate::rules::Diagnostic;
use crate::text::{FileEdit, TextEdit};

pub(in crate::lsp) fn code_actions(
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
