//! All tests that see Isnad from outside, in one binary: text in, text out.

mod cases;
mod cli;
mod examples;
mod fixture;
mod hostile;
mod ide;
mod layers;
mod lsp;
mod model;
mod properties;
mod rules;
mod strip;
mod syntax;
mod tidy;
mod workspace;
