//! `workspace/textDocumentContent`: the pages of the manual that diagnostics refer to. They come with the
//! server, so that they are of its version and are there without a network.

use tower_lsp::gen_lsp_types as lsp;
use tower_lsp::jsonrpc::{Error, Result};

use crate::rules;

/// The scheme of the addresses of pages.
pub(in crate::lsp) const SCHEME: &str = "isnad";

/// The address of the page of a rule.
pub(in crate::lsp) fn address(rule: &str) -> Option<lsp::Uri> {
    lsp::Uri::parse(&format!("{SCHEME}:/rules/{rule}.md")).ok()
}

/// The page at an address, in Markdown; an error where there is none.
pub(in crate::lsp) fn text_document_content(uri: &lsp::Uri) -> Result<String> {
    let asked = uri.to_string();
    let rule = asked
        .strip_prefix(SCHEME)
        .and_then(|rest| rest.trim_start_matches([':', '/']).strip_prefix("rules/"))
        .and_then(|rest| rules::find(rest.strip_suffix(".md")?));
    let rule = rule.ok_or_else(|| {
        Error::invalid_params(format!(
            "{asked}: no rule has such a page; `isnad explain` lists them"
        ))
    })?;
    Ok(rule.page())
}
