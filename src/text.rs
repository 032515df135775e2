//! Where things stand in a text: byte offsets and half-open ranges.
//!
//! Everything between the edges speaks these types. Lines, columns and URIs exist only where
//! people and editors are spoken to.

pub use text_size::{TextRange, TextSize};

/// One replacement: the bytes of `range` become `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextEdit {
    /// What goes, half-open, in bytes of the text before the edit.
    pub range: TextRange,
    /// What comes.
    pub text: String,
}

/// The length of `text` as an offset; texts over 4 GiB are refused where a file enters.
pub fn len_of(text: &str) -> TextSize {
    TextSize::new(text.len() as u32)
}
