//! `workspace/willRenameFiles`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::will_rename::{Move, will_rename};
use crate::lsp::features::edits::workspace_edit;
use crate::lsp::paths;
use crate::lsp::view::Overview;

pub(in crate::lsp) fn will_rename_files(
    all: &Overview,
    files: &[lsp::FileRename],
) -> Option<lsp::WorkspaceEdit> {
    let moves = files.iter().map(|file| Move {
        from: paths::path(&file.old_uri),
        to: paths::path(&file.new_uri),
    });
    let moves = moves.filter(|it| it.from.is_absolute() && it.to.is_absolute());
    let edits = will_rename(&all.snapshot, &moves.collect::<Vec<_>>());
    if edits.is_empty() {
        return None;
    }
    workspace_edit(all, edits)
}

/// The files and folders whose moves matter.
pub(in crate::lsp) fn filters() -> lsp::FileOperationRegistrationOptions {
    use lsp::FileOperationPatternKind::{File, Folder};
    let patterns = [
        ("**/*.news.md", File),
        ("**/*.txt", File),
        ("**/*.{yaml,yml}", File),
        ("**/isnad.toml", File),
        ("**", Folder),
    ];
    let filter = |(glob, matches): (&str, _)| lsp::FileOperationFilter {
        scheme: Some("file".to_owned()),
        pattern: lsp::FileOperationPattern {
            glob: glob.to_owned(),
            matches: Some(matches),
            options: None,
        },
    };
    lsp::FileOperationRegistrationOptions {
        filters: patterns.map(filter).to_vec(),
    }
}
