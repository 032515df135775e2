//! The server as editors meet it.

#![expect(
    clippy::needless_pass_by_value,
    reason = "what is sent is most often written in place, with `json!`"
)]

mod across;
mod actions;
mod addresses;
mod asking;
mod cards;
mod chance;
mod changing;
mod client;
mod commands;
mod diagnostics;
mod edits;
mod faults;
mod features;
mod fixing;
mod folders;
mod long_session;
mod naming;
mod navigation;
mod places;
mod protocol;
mod raw;
mod same;
mod seeing;
mod structure;
mod supported;
mod the_loop;
mod writing;

use serde_json::{Value, json};

/// The units in which columns are counted.
const ENCODINGS: [&str; 3] = ["utf-8", "utf-16", "utf-32"];

/// An editor that is sent its diagnostics and understands everything in them.
fn pushed() -> Value {
    json!({"textDocument": {"publishDiagnostics": diagnostics()}})
}

/// An editor that asks for its diagnostics.
fn pulled() -> Value {
    json!({"textDocument": {"diagnostic": diagnostics()}})
}

fn diagnostics() -> Value {
    json!({"relatedInformation": true, "dataSupport": true, "tagSupport": {"valueSet": [1, 2]}})
}
