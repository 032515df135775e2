//! What an editor brings back of an answer when it asks for the rest of it.

use tower_lsp::gen_lsp_types as lsp;

/// The document that an answer was about, by its `data`; `None` if the answer is none of ours.
pub(super) fn document(data: Option<&lsp::LspAny>) -> Option<lsp::TextDocumentIdentifier> {
    let uri = data?.get("uri")?.as_str()?;
    let uri = lsp::Uri::parse(uri).ok()?;
    Some(lsp::TextDocumentIdentifier { uri })
}

/// The number of the state of the document that an answer was about.
pub(super) fn revision(data: Option<&lsp::LspAny>) -> Option<u64> {
    data?.get("revision")?.as_u64()
}
