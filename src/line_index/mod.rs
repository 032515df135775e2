//! Offsets to lines and columns and back, in the three units that editors count in.
//!
//! A line ends with LF, CR LF or a lone CR, as in the Language Server Protocol. Only the
//! starts of lines are kept; a column is counted anew in its own line, so that text in any
//! script costs the same memory.

mod positions;

pub use positions::Positions;

use crate::text::{TextRange, TextSize};

/// The unit that a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, the protocol's default.
    Utf16,
    /// Code points.
    Utf32,
}

/// A place as editors name it. Both numbers count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// The line.
    pub line: u32,
    /// The column, in units of an [`Encoding`].
    pub column: u32,
}

/// The starts of the lines of one text. The text itself is passed to each call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<TextSize>,
}

impl LineIndex {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> LineIndex {
        let bytes = text.as_bytes();
        let mut starts = vec![TextSize::new(0)];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            let is_first_half = bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
            if !is_first_half {
                starts.push(TextSize::new(at as u32 + 1));
            }
        }
        LineIndex { starts }
    }

    /// The bytes of line `line` without its end; `None` past the last line.
    pub fn line(&self, text: &str, line: u32) -> Option<TextRange> {
        let start = *self.starts.get(line as usize)?;
        let end = match self.starts.get(line as usize + 1) {
            Some(&next) => next,
            None => TextSize::new(text.len() as u32),
        };
        let content = text[TextRange::new(start, end)].trim_end_matches(['\n', '\r']);
        Some(TextRange::at(start, TextSize::new(content.len() as u32)))
    }

    /// The line and column of a byte `offset`. An offset past the end, or inside a character,
    /// is moved back to the nearest place that exists.
    pub fn position(&self, text: &str, offset: TextSize, encoding: Encoding) -> LineColumn {
        let mut at = usize::from(offset).min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let offset = TextSize::new(at as u32);
        let line = self.starts.partition_point(|&start| start <= offset) - 1;
        let before = &text[usize::from(self.starts[line])..at];
        LineColumn {
            line: line as u32,
            column: width(before, encoding),
        }
    }

    /// The byte offset of a position. As the protocol asks, a column past the end of its line
    /// means the line's end, and a line past the last means the text's end; a column inside a
    /// character means its start.
    pub fn offset(&self, text: &str, position: LineColumn, encoding: Encoding) -> TextSize {
        let Some(line) = self.line(text, position.line) else {
            return TextSize::new(text.len() as u32);
        };
        let mut column = 0;
        for (at, character) in text[line].char_indices() {
            column += width_of(character, encoding);
            if column > position.column {
                return line.start() + TextSize::new(at as u32);
            }
        }
        line.end()
    }
}

fn width(text: &str, encoding: Encoding) -> u32 {
    match encoding {
        Encoding::Utf8 => text.len() as u32,
        _ => text
            .chars()
            .map(|character| width_of(character, encoding))
            .sum(),
    }
}

fn width_of(character: char, encoding: Encoding) -> u32 {
    match encoding {
        Encoding::Utf8 => character.len_utf8() as u32,
        Encoding::Utf16 => character.len_utf16() as u32,
        Encoding::Utf32 => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The position of `<|>` in the text without it, in all three units.
    fn check(marked: &str, line: u32, utf8: u32, utf16: u32, utf32: u32) {
        let at = marked.find("<|>").expect("a cursor");
        let text = marked.replacen("<|>", "", 1);
        let index = LineIndex::new(&text);
        let offset = TextSize::new(at as u32);
        for (encoding, column) in [
            (Encoding::Utf8, utf8),
            (Encoding::Utf16, utf16),
            (Encoding::Utf32, utf32),
        ] {
            let position = LineColumn { line, column };
            assert_eq!(
                index.position(&text, offset, encoding),
                position,
                "{marked:?} {encoding:?}"
            );
            assert_eq!(
                index.offset(&text, position, encoding),
                offset,
                "{marked:?} {encoding:?}"
            );
        }
    }

    #[test]
    fn columns_in_every_script_and_unit() {
        check("<|>", 0, 0, 0, 0);
        check("\u{feff}a<|>", 0, 4, 2, 2);
        check("قال <|>لافروف", 0, 7, 4, 4);
        check("😀 <|>x", 0, 5, 3, 2);
        check("日本<|>語", 0, 6, 2, 2);
        check("e\u{301}<|>", 0, 3, 2, 2);
        check("\t“a<|>”", 0, 5, 3, 3);
        check("a\r\nb<|>", 1, 1, 1, 1);
        check("a\rb<|>", 1, 1, 1, 1);
        check("a\n\r\n<|>b", 2, 0, 0, 0);
    }

    #[test]
    fn places_that_do_not_exist_are_moved_to_one_that_does() {
        let text = "😀b\r\nc";
        let index = LineIndex::new(text);
        let at = |line, column| {
            usize::from(index.offset(text, LineColumn { line, column }, Encoding::Utf16))
        };
        assert_eq!(at(0, 1), 0, "inside a surrogate pair");
        assert_eq!(at(0, 99), 5, "past the line's end");
        assert_eq!(at(9, 0), text.len(), "past the last line");
    }

    proptest! {
        #[test]
        fn there_and_back(text in "[a\u{301}ل😀日\r\n\t]{0,40}") {
            let index = LineIndex::new(&text);
            for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                for (at, _) in text.char_indices() {
                    let offset = TextSize::new(at as u32);
                    let position = index.position(&text, offset, encoding);
                    let back = usize::from(index.offset(&text, position, encoding));
                    // Between CR and LF there is no place of its own: it is the line's end.
                    let inside_line_end = text[..at].ends_with('\r') && text[at..].starts_with('\n');
                    prop_assert_eq!(back, if inside_line_end { at - 1 } else { at });
                }
            }
        }
    }
}
