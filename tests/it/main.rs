//! All tests that see Isnad from outside, in one binary: text in, text out.

mod cases;
mod cli;
mod cli_fix;
mod cli_fmt;
mod configuration;
mod examples;
mod fixes;
mod fixture;
mod format;
mod hostile;
mod ide;
mod ide_raw;
mod init;
mod layers;
mod lsp;
mod manual;
mod model;
mod properties;
mod rules;
mod schema;
mod shells;
mod spec;
mod strip;
mod syntax;
mod tidy;
mod workspace;
