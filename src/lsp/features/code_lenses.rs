//! `textDocument/codeLens`, `codeLens/resolve`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::code_lenses::{self, CodeLens, LensKind};
use crate::lsp::convert::{Places, text_range};
use crate::lsp::features::shown::words;
use crate::lsp::view::View;

/// The command of a lens in an editor that has no such command: it shows the lens, and a click on it
/// does nothing.
const NO_COMMAND: &str = "";

pub(in crate::lsp) fn code_lenses(view: &View) -> Vec<lsp::CodeLens> {
    if !view.settings.code_lens.enabled {
        return Vec::new();
    }
    let lenses = code_lenses::code_lenses(&view.snapshot, view.file).into_iter();
    let places = Places::new(view, view.file);
    let uri = view.uri(view.file);
    let lens = lenses.map(|lens| lsp::CodeLens {
        range: places.range(lens.range),
        command: None,
        data: Some(serde_json::json!({
            "uri": uri,
            "kind": match lens.kind {
                LensKind::Usage => "usage",
                LensKind::Shares => "shares",
            },
        })),
    });
    lens.collect()
}

/// The document that a lens is of; `None` if it is none of ours.
pub(in crate::lsp) fn document(lens: &lsp::CodeLens) -> Option<lsp::TextDocumentIdentifier> {
    let uri = lens.data.as_ref()?.get("uri")?.as_str()?;
    let uri = lsp::Uri::parse(uri).ok()?;
    Some(lsp::TextDocumentIdentifier { uri })
}

/// The lens with what it says. Where the text has changed so that it has nothing to say it stays empty,
/// until the editor asks for the lenses of the new text.
pub(in crate::lsp) fn resolve(view: &View, mut lens: lsp::CodeLens) -> lsp::CodeLens {
    let kind = lens.data.as_ref().and_then(|data| data["kind"].as_str());
    let asked = CodeLens {
        range: text_range(view, lens.range),
        kind: match kind {
            Some("shares") => LensKind::Shares,
            _ => LensKind::Usage,
        },
    };
    let title = code_lenses::title(&view.snapshot, view.file, asked, view.locale());
    lens.command = Some(lsp::Command {
        title: words(view, title.unwrap_or_default()),
        command: NO_COMMAND.to_owned(),
        ..lsp::Command::default()
    });
    lens
}
