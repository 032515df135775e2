//! `textDocument/hover`.

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::hover::{self, Reader};
use crate::lsp::convert::{Places, location, offset};
use crate::lsp::features::shown::markup;
use crate::lsp::view::View;
use crate::text::FileRange;

pub(in crate::lsp) fn hover(view: &View, position: lsp::Position) -> Option<lsp::Hover> {
    let address = |place| address(view, place);
    let reader = Reader {
        locale: view.locale(),
        address: view.client.markdown_hover.then_some(&address),
    };
    let card = hover::hover(&view.snapshot, view.file, offset(view, position), reader)?;
    Some(lsp::Hover {
        contents: markup(view, card.markdown).into(),
        range: Some(Places::new(view, view.file).range(card.range)),
    })
}

/// The address of a place in a file: editors take `#L7` for its seventh line. What is no file has
/// none.
fn address(view: &View, place: FileRange) -> Option<String> {
    let location = location(view, place)?;
    let uri = location.uri;
    let line = location.range.start.line + 1;
    let is_file = uri.scheme() == "file";
    // Parentheses are plain in addresses, and would end this one in Markdown.
    let plain = uri.as_str().replace('(', "%28").replace(')', "%29");
    let plain = plain.replace(char::is_whitespace, "%20");
    is_file.then(|| format!("{plain}#L{line}"))
}
