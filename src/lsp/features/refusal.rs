//! Requests that are right, and still cannot be carried out.

use tower_lsp::jsonrpc::{Error, ErrorCode};

use crate::lsp::features::shown::words;
use crate::lsp::view::View;

/// The error that tells people why nothing is done.
pub(super) fn refused(view: &View, why: String) -> Error {
    Error {
        code: ErrorCode::ServerError(REQUEST_FAILED),
        message: words(view, why).into(),
        data: None,
    }
}

/// The error where the editor has not made a change that it was asked for.
pub(in crate::lsp) fn not_made(why: &str) -> Error {
    Error {
        code: ErrorCode::ServerError(REQUEST_FAILED),
        message: format!("the editor has not made the change: {why}").into(),
        data: None,
    }
}

/// What the protocol calls `RequestFailed`.
const REQUEST_FAILED: i64 = -32803;
