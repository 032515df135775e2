//! The language server, `isnad lsp`.
