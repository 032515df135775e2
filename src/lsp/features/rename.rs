//! `textDocument/prepareRename`, `textDocument/rename`.

use tower_lsp::gen_lsp_types as lsp;
use tower_lsp::jsonrpc::Result;

use crate::ide::rename;
use crate::lsp::convert::{Places, offset};
use crate::lsp::features::edits::annotated_edit;
use crate::lsp::features::refusal::refused;
use crate::lsp::view::View;

pub(in crate::lsp) fn prepare_rename(
    view: &View,
    position: lsp::Position,
) -> Result<lsp::PrepareRenameResult> {
    let offset = offset(view, position);
    let found = rename::renamable(&view.snapshot, view.file, offset, view.locale());
    let found = found.map_err(|why| refused(view, why))?;
    Ok(lsp::PrepareRenamePlaceholder {
        range: Places::new(view, view.file).range(found.range),
        placeholder: found.id,
    }
    .into())
}

pub(in crate::lsp) fn rename(
    view: &View,
    position: lsp::Position,
    new: &str,
) -> Result<Option<lsp::WorkspaceEdit>> {
    let offset = offset(view, position);
    let edits = rename::rename(&view.snapshot, view.file, offset, new, view.locale());
    let edits = edits.map_err(|why| refused(view, why))?;
    Ok(annotated_edit(view, edits))
}
