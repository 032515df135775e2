//! `textDocument/documentLink`, `documentLink/resolve`.

use serde_json::json;
use tower_lsp::gen_lsp_types as lsp;

use crate::ide::document_links::{self, DocumentLink, LinkTarget};
use crate::lsp::convert::Places;
use crate::lsp::features::later;
use crate::lsp::features::shown::words;
use crate::lsp::view::View;

pub(in crate::lsp) fn document_links(view: &View) -> Vec<lsp::DocumentLink> {
    let places = Places::new(view, view.file);
    let uri = view.uri(view.file);
    let links = found(view).into_iter().filter_map(|link| {
        let later = (link.target == LinkTarget::Unseen)
            .then(|| json!({"uri": uri, "offset": u32::from(link.range.start())}));
        let target = target(view, &link);
        (target.is_some() || later.is_some()).then(|| lsp::DocumentLink {
            range: places.range(link.range),
            target,
            tooltip: view.client.link_tooltips.then(|| words(view, link.tooltip)),
            data: later,
        })
    });
    links.collect()
}

/// The document that a link stands in; `None` if all is known of the link.
pub(in crate::lsp) fn document(link: &lsp::DocumentLink) -> Option<lsp::TextDocumentIdentifier> {
    later::document(link.data.as_ref())
}

/// The link with where it leads; with nothing where no file is there.
pub(in crate::lsp) fn resolve(view: &View, mut link: lsp::DocumentLink) -> lsp::DocumentLink {
    let offset = link.data.as_ref().and_then(|data| data["offset"].as_u64());
    let mut found = found(view).into_iter();
    let found = found.find(|link| Some(u64::from(u32::from(link.range.start()))) == offset);
    link.target = found.and_then(|link| target(view, &link));
    link
}

fn found(view: &View) -> Vec<DocumentLink> {
    document_links::document_links(&view.snapshot, view.file, view.locale())
}

fn target(view: &View, link: &DocumentLink) -> Option<lsp::Uri> {
    match &link.target {
        LinkTarget::Page(page) => lsp::Uri::parse(page).ok(),
        LinkTarget::File(file) => view.uri(*file),
        LinkTarget::Unseen => None,
    }
}
