//! The text of one document as its editor holds it.
//!
//! It is kept as a rope, so that a burst of changes costs what it touches; the workspace gets the
//! text when someone asks something of it.

use ropey::Rope;
use tower_lsp::gen_lsp_types as lsp;

use crate::files;
use crate::line_index::Encoding;
use crate::workspace::Content;

/// A document that an editor has open.
#[derive(Debug)]
pub(super) struct Document {
    /// Its address as the editor spells it.
    pub(super) uri: lsp::Uri,
    /// The editor's number for this state of it.
    pub(super) version: i32,
    text: Rope,
}

impl Document {
    pub(super) fn new(uri: lsp::Uri, version: i32, text: &str) -> Document {
        Document {
            uri,
            version,
            text: Rope::from_str(text),
        }
    }

    /// Carries out changes, each on the text that the one before it left. Places that do not exist
    /// are moved to the nearest that does, as the protocol says.
    pub(super) fn change(
        &mut self,
        version: i32,
        changes: Vec<lsp::TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) {
        use lsp::TextDocumentContentChangeEvent::{
            TextDocumentContentChangePartial as Partial,
            TextDocumentContentChangeWholeDocument as Whole,
        };
        self.version = version;
        for change in changes {
            match change {
                Whole(change) => self.text = Rope::from_str(&change.text),
                Partial(change) => self.replace(change.range, &change.text, encoding),
            }
        }
    }

    /// The text as the workspace takes it.
    pub(super) fn content(&self) -> Content {
        files::content_of_buffer(self.text())
    }

    pub(super) fn text(&self) -> String {
        self.text.to_string()
    }

    fn replace(&mut self, range: lsp::Range, text: &str, encoding: Encoding) {
        let one = self.character(range.start, encoding);
        let other = self.character(range.end, encoding);
        let (start, end) = (one.min(other), one.max(other));
        self.text.remove(start..end);
        self.text.insert(start, text);
    }

    /// The index of the character at `position`, with the same understanding as
    /// [`LineIndex::offset`](crate::line_index::LineIndex::offset) has.
    fn character(&self, position: lsp::Position, encoding: Encoding) -> usize {
        let line = position.line as usize;
        if line >= self.text.len_lines() {
            return self.text.len_chars();
        }
        let start = self.text.line_to_char(line);
        let line = self.text.line(line);
        let is_end = |character: &char| matches!(character, '\n' | '\r');
        let end = line.len_chars()
            - line
                .chars_at(line.len_chars())
                .reversed()
                .take_while(is_end)
                .count();
        let column = position.character as usize;
        let column = match encoding {
            Encoding::Utf8 => line.byte_to_char(column.min(line.len_bytes())),
            Encoding::Utf16 => line.utf16_cu_to_char(column.min(line.len_utf16_cu())),
            Encoding::Utf32 => column,
        };
        start + column.min(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line_index::{LineColumn, LineIndex};
    use proptest::prelude::*;

    fn partial(
        start: (u32, u32),
        end: (u32, u32),
        text: &str,
    ) -> lsp::TextDocumentContentChangeEvent {
        let position = |(line, character)| lsp::Position { line, character };
        lsp::TextDocumentContentChangePartial {
            range: lsp::Range {
                start: position(start),
                end: position(end),
            },
            text: text.to_owned(),
            ..lsp::TextDocumentContentChangePartial::default()
        }
        .into()
    }

    fn document(text: &str) -> Document {
        let uri = lsp::Uri::parse("untitled:x").expect("an address");
        Document::new(uri, 0, text)
    }

    #[test]
    fn changes_build_on_one_another() {
        let mut document = document("قال 😀 x\r\ny");
        let changes = vec![
            partial((0, 7), (0, 8), "z"),
            partial((1, 0), (1, 0), "-\n"),
            partial((9, 9), (1, 1), ""),
        ];
        document.change(7, changes, Encoding::Utf16);
        assert_eq!(document.text.to_string(), "قال 😀 z\r\n-");
        assert_eq!(document.version, 7);
    }

    proptest! {
        #[test]
        fn rope_and_line_index_agree_on_every_place(
            text in "[aل😀\r\n\u{85}\u{2028}]{0,24}",
            line in 0u32..6,
            column in 0u32..12,
        ) {
            let (document, index) = (document(&text), LineIndex::new(&text));
            for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                let position = lsp::Position { line, character: column };
                let at = document.character(position, encoding);
                let offset = index.offset(&text, LineColumn { line, column }, encoding);
                prop_assert_eq!(document.text.char_to_byte(at), usize::from(offset), "{:?}", encoding);
            }
        }
    }
}
