//! Where things stand in a text: byte offsets and half-open ranges.
//!
//! Everything between the edges speaks these types. Lines, columns and URIs exist only where
//! people and editors are spoken to.

pub use text_size::{TextRange, TextSize};

/// A file of the workspace. Numbers are given in the order in which files become known and are
/// never used again for another file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A place in one of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FileRange {
    /// The file.
    pub file: FileId,
    /// Where in it, in bytes, half-open.
    pub range: TextRange,
}

/// One replacement: the bytes of `range` become `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextEdit {
    /// What goes, half-open, in bytes of the text before the edit.
    pub range: TextRange,
    /// What comes.
    pub text: String,
}

impl TextEdit {
    /// What writes `text` at `offset`.
    pub fn insertion(offset: TextSize, text: impl Into<String>) -> TextEdit {
        TextEdit {
            range: TextRange::empty(offset),
            text: text.into(),
        }
    }
}

/// One replacement in one of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEdit {
    /// The file.
    pub file: FileId,
    /// What is replaced in it.
    pub edit: TextEdit,
}

/// The length of `text` as an offset; texts over 4 GiB are refused where a file enters.
pub fn len_of(text: &str) -> TextSize {
    TextSize::new(text.len() as u32)
}

/// How the lines of `text` end: as the first of them does.
pub fn line_end(text: &str) -> &'static str {
    match text.split_once('\n') {
        Some((first, _)) if first.ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// Whether a letter is read from right to left.
pub fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// FNV-1a of a text. It is the same everywhere and always, so that a log can be matched with a file
/// and what was kept with what is there.
pub fn stable_hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// `text` with `edits` carried out, which stand in the order of the text and do not overlap.
pub fn edited(text: &str, edits: &[TextEdit]) -> String {
    let mut edited = String::with_capacity(text.len());
    let mut at = 0;
    for TextEdit { range, text: new } in edits {
        edited.push_str(&text[at..usize::from(range.start())]);
        edited.push_str(new);
        at = range.end().into();
    }
    edited + &text[at..]
}
