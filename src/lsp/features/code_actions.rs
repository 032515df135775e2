//! `textDocument/codeAction`, `codeAction/resolve`.

use serde_json::json;
use tower_lsp::gen_lsp_types as lsp;
use tower_lsp::jsonrpc::{Error, Result};

use crate::files;
use crate::ide::actions::{self, Action, ActionKind, Asked, Choice};
use crate::lsp::capabilities::{annotate, fix_all};
use crate::lsp::convert::{Places, text_range};
use crate::lsp::diagnostics::{data, diagnostic, is_looked_at};
use crate::lsp::features::edits::workspace_edit;
use crate::lsp::features::later;
use crate::lsp::features::shown::words;
use crate::lsp::view::View;
use crate::rules::Diagnostic;

pub(in crate::lsp) fn code_actions(
    view: &View,
    asked: &lsp::CodeActionParams,
) -> Vec<lsp::CodeActionResponse> {
    let context = &asked.context;
    // While somebody only moves about in the text, nobody asks for all of it to be changed.
    let is_moving = context.only.is_none()
        && context.trigger_kind == Some(lsp::CodeActionTriggerKind::Automatic);
    let is_left_alone = is_moving || !is_looked_at(view);
    let is_wanted = |kind: ActionKind| {
        let is_of_whole = matches!(kind, ActionKind::FixAll | ActionKind::AnnotateAll);
        !(is_of_whole && is_left_alone) && is_asked_for(&shown_kind(kind), context)
    };
    let found = actions::actions(&Asked {
        snapshot: &view.snapshot,
        file: view.file,
        range: text_range(view, asked.range),
        locale: view.locale(),
        is_wanted: &is_wanted,
        bring: &files::bring,
    });
    let places = Places::new(view, view.file);
    let actions = found.into_iter().filter_map(|action| {
        let mends = action.mends.as_ref();
        let mends = mends.map(|mends| vec![mended(view, &places, mends, &context.diagnostics)]);
        shown(view, action, mends)
    });
    actions.map(Into::into).collect()
}

/// The action with its edits, or with what they are made of for an editor that asks for them once
/// somebody has chosen it. What is done to a whole file has its edits: scripts that run when a file is
/// saved carry them out and ask no further.
fn shown(
    view: &View,
    action: Action,
    mends: Option<Vec<lsp::Diagnostic>>,
) -> Option<lsp::CodeAction> {
    let mut shown = lsp::CodeAction {
        title: words(view, action.title),
        kind: Some(shown_kind(action.kind)),
        is_preferred: (action.kind == ActionKind::QuickFix).then_some(action.is_preferred),
        diagnostics: mends,
        ..lsp::CodeAction::default()
    };
    if let Some(edits) = action.edits {
        shown.edit = Some(workspace_edit(view, edits)?);
    } else if view.client.resolves_actions {
        shown.data = Some(json!({
            "uri": view.uri(view.file)?,
            "revision": view.revision.number,
            "choice": serde_json::to_value(&action.choice).ok()?,
        }));
    } else {
        shown.edit = Some(edit(view, &action.choice)?);
    }
    Some(shown)
}

/// The document that an action is offered in; `None` if it has its edits already.
pub(in crate::lsp) fn document(action: &lsp::CodeAction) -> Option<lsp::TextDocumentIdentifier> {
    later::document(action.data.as_ref())
}

/// The same action with its edits. What was offered of another state of the document is offered no
/// more.
pub(in crate::lsp) fn resolve(view: &View, mut action: lsp::CodeAction) -> Result<lsp::CodeAction> {
    if later::revision(action.data.as_ref()) != Some(view.revision.number) {
        return Err(Error::content_modified());
    }
    let choice = action.data.as_ref().and_then(|data| data.get("choice"));
    let choice = choice.and_then(|choice| serde_json::from_value(choice.clone()).ok());
    let Some(choice) = choice else {
        return Err(Error::invalid_params("this action is not known here"));
    };
    // What a registry says may have changed while the document has not.
    let edit = edit(view, &choice).ok_or_else(Error::content_modified)?;
    action.edit = Some(edit);
    Ok(action)
}

fn edit(view: &View, choice: &Choice) -> Option<lsp::WorkspaceEdit> {
    let edits = actions::edits(&view.snapshot, view.file, choice, &files::bring)?;
    workspace_edit(view, edits)
}

fn shown_kind(kind: ActionKind) -> lsp::CodeActionKind {
    match kind {
        ActionKind::QuickFix => lsp::CodeActionKind::QuickFix,
        ActionKind::Attribute => "refactor.rewrite.attribute".to_owned().into(),
        ActionKind::Mark => "refactor.rewrite.mark".to_owned().into(),
        ActionKind::Link => "refactor.rewrite.link".to_owned().into(),
        ActionKind::Declare => "refactor.extract.declare".to_owned().into(),
        ActionKind::FixAll => fix_all(),
        ActionKind::AnnotateAll => annotate(),
    }
}

/// Whether the editor asks for actions of this kind: for all, or for it, or for a kind of which it
/// is one.
fn is_asked_for(kind: &lsp::CodeActionKind, context: &lsp::CodeActionContext) -> bool {
    let kind = String::from(kind.clone());
    let holds = |wanted: &lsp::CodeActionKind| {
        let wanted = String::from(wanted.clone());
        let rest = kind.strip_prefix(wanted.as_str());
        rest.is_some_and(|rest| wanted.is_empty() || rest.is_empty() || rest.starts_with('.'))
    };
    let only = context.only.as_ref();
    only.is_none_or(|only| only.iter().any(holds))
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
