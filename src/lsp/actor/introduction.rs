//! What the log begins with.

use std::env;

use tower_lsp::gen_lsp_types as lsp;

use super::Actor;
use crate::files;
use crate::line_index::Encoding;
use crate::workspace::Content;

impl Actor {
    /// Tells the log who is at work, where from and for whom.
    pub(super) fn introduce(&self) {
        let client = self.state.client();
        let binary = env::current_exe()
            .map_or_else(|_| "isnad".to_owned(), |path| path.display().to_string());
        let unit = match client.encoding {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16 => "utf-16",
            Encoding::Utf32 => "utf-32",
        };
        let diagnostics = if client.pulls_diagnostics {
            "asked for"
        } else {
            "sent"
        };
        let configurations = self
            .state
            .folders()
            .iter()
            .map(|folder| folder.join("isnad.toml"));
        let found: Vec<String> = configurations
            .filter(|path| matches!(files::content(path), Content::Text(_)))
            .map(|path| path.display().to_string())
            .collect();
        let configuration = match found.as_slice() {
            [] => "no isnad.toml in the folders".to_owned(),
            found => format!("configuration {}", found.join(", ")),
        };
        let introduction = format!(
            "isnad {} at {binary}: positions in {unit}, diagnostics are {diagnostics}, {configuration}",
            env!("CARGO_PKG_VERSION"),
        );
        self.outbox.log(lsp::MessageType::Info, introduction);
    }
}
