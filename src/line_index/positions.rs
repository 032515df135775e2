//! The lines and columns of many places in one text, as people count them.
//!
//! A report asks for the place of every finding. Counting each column from the start of its line
//! would cost the square of the length where a whole article stands on one line, so the code
//! points before every so many bytes are counted once, and a column is a difference of counts.

use crate::line_index::{Encoding, LineColumn, LineIndex};
use crate::text::TextSize;

/// How many bytes lie between two counts.
const STEP: usize = 256;

/// What is known of one text. The text itself is passed to each call.
#[derive(Debug)]
pub struct Positions {
    lines: LineIndex,
    /// How many code points begin before byte 0, `STEP`, 2 · `STEP` and so on.
    counts: Vec<u32>,
}

impl Positions {
    /// Counts `text` through, once.
    pub fn new(text: &str) -> Positions {
        let mut counts = vec![0];
        let mut count = 0;
        for step in text.as_bytes().chunks(STEP) {
            count += characters(step);
            counts.push(count);
        }
        Positions {
            lines: LineIndex::new(text),
            counts,
        }
    }

    /// The line and column of a byte offset, counted from 1, the column in code points. A byte
    /// order mark is no character that a person counts.
    pub fn position(&self, text: &str, offset: TextSize) -> LineColumn {
        let LineColumn { line, column } = self.lines.position(text, offset, Encoding::Utf8);
        let at = usize::from(offset).min(text.len());
        let column = self.before(text, at) - self.before(text, at - column as usize);
        let bom = u32::from(line == 0 && column > 0 && text.starts_with('\u{feff}'));
        LineColumn {
            line: line + 1,
            column: column - bom + 1,
        }
    }

    /// How many code points begin before byte `at`.
    fn before(&self, text: &str, at: usize) -> u32 {
        let step = at / STEP;
        self.counts[step] + characters(&text.as_bytes()[step * STEP..at])
    }
}

/// How many code points begin in these bytes of a text: all bytes but those that go on with one.
fn characters(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counted_once_is_counted_anew(piece in "[a\u{301}ل😀日\u{feff}\r\n]{1,40}", times in 1_usize..40) {
            let text = piece.repeat(times);
            let positions = Positions::new(&text);
            let lines = LineIndex::new(&text);
            for (at, _) in text.char_indices() {
                let offset = TextSize::new(at as u32);
                let anew = lines.position(&text, offset, Encoding::Utf32);
                let bom = u32::from(anew.line == 0 && at > 0 && text.starts_with('\u{feff}'));
                prop_assert_eq!(
                    positions.position(&text, offset),
                    LineColumn { line: anew.line + 1, column: anew.column + 1 - bom }
                );
            }
        }
    }
}
