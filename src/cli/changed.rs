//! A file that a command has another text for.

use std::path::Path;

use crate::cli::color::Palette;
use crate::cli::{diff, tell};
use crate::files;
use crate::text::{TextEdit, edited};

/// A file, the text that was read from it and what is to become of it.
pub(super) struct Changed<'a> {
    pub(super) path: &'a Path,
    /// The path as reports write it.
    pub(super) name: String,
    pub(super) old: &'a str,
    /// In the order of the text.
    pub(super) edits: &'a [TextEdit],
}

impl Changed<'_> {
    /// Writes it, whole or not at all; whether that was done. If not, the user is told why.
    pub(super) fn write(&self) -> bool {
        let new = edited(self.old, self.edits);
        let written = files::rewrite(self.path, self.old.as_bytes(), new.as_bytes());
        if let Err(error) = &written {
            tell(&format!("{}: {error}", self.name));
        }
        written.is_ok()
    }

    /// What would change.
    pub(super) fn diff(&self, palette: &Palette) -> String {
        diff::render(&self.name, self.old, self.edits, palette)
    }
}
