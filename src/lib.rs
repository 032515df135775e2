//! Isnad (إسناد, "attribution"): who is named in a news text, what is quoted, and who said it.
//!
//! The layers, in reading order; each knows only those above it. The table in
//! `docs/ARCHITECTURE.md` says which, and a test holds the code to it.

pub mod text;

pub mod line_index;

pub mod syntax;

pub mod names;

pub mod dates;

pub mod attribution;

pub mod format;

pub mod model;

pub mod workspace;

pub mod rules;

pub mod fixes;

pub mod annotate;

pub mod quotes;

pub mod ide;

pub mod files;

pub mod lsp;

pub mod cli;
