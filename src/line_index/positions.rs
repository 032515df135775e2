//! The lines and columns of many places in one text, as people count them.
//!
//! A report asks for the place of every finding. Counting each column from the start of its line
//! would cost the square of the length where a whole article stands on one line, so what stands
//! before every so many bytes is counted once, and a column is a difference of counts.

use crate::line_index::{Encoding, LineColumn, LineIndex};
use crate::text::TextSize;

/// How many bytes lie between two counts.
const STEP: usize = 64;

/// What is known of one text. The text itself is passed to each call.
#[derive(Debug)]
pub struct Positions {
    lines: LineIndex,
    /// What stands before byte 0, `STEP`, 2 · `STEP` and so on.
    counts: Vec<Count>,
}

/// How much stands before a byte.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    code_points: u32,
    /// Those of them that are two code units in UTF-16.
    pairs: u32,
}

impl Positions {
    /// Counts `text` through, once.
    pub fn new(text: &str) -> Positions {
        let mut counts = vec![Count::default()];
        let mut count = Count::default();
        for step in text.as_bytes().chunks(STEP) {
            count = count.and(step);
            counts.push(count);
        }
        Positions {
            lines: LineIndex::new(text),
            counts,
        }
    }

    /// The line and column of a byte offset, counted from 1, the column in units of `encoding`. A byte
    /// order mark is no character that a person counts; among bytes it is three.
    pub fn position(&self, text: &str, offset: TextSize, encoding: Encoding) -> LineColumn {
        let LineColumn { line, column } = self.lines.position(text, offset, Encoding::Utf8);
        let at = usize::from(offset).min(text.len());
        let (start, end) = (
            self.before(text, at - column as usize),
            self.before(text, at),
        );
        let code_points = end.code_points - start.code_points;
        let bom = u32::from(line == 0 && column > 0 && text.starts_with('\u{feff}'));
        let column = match encoding {
            Encoding::Utf8 => column,
            Encoding::Utf16 => code_points + end.pairs - start.pairs - bom,
            Encoding::Utf32 => code_points - bom,
        };
        LineColumn {
            line: line + 1,
            column: column + 1,
        }
    }

    /// What stands before byte `at`.
    fn before(&self, text: &str, at: usize) -> Count {
        let step = at / STEP;
        self.counts[step].and(&text.as_bytes()[step * STEP..at])
    }
}

impl Count {
    /// With what begins in these bytes of a text: all bytes but those that go on with a character.
    fn and(self, bytes: &[u8]) -> Count {
        let begun = bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count();
        let pairs = bytes.iter().filter(|&&byte| byte >= 0xf0).count();
        Count {
            code_points: self.code_points + begun as u32,
            pairs: self.pairs + pairs as u32,
        }
    }
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
                for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                    let anew = lines.position(&text, offset, encoding);
                    let is_counted = encoding == Encoding::Utf8 || !text.starts_with('\u{feff}');
                    let bom = u32::from(anew.line == 0 && at > 0 && !is_counted);
                    prop_assert_eq!(
                        positions.position(&text, offset, encoding),
                        LineColumn { line: anew.line + 1, column: anew.column + 1 - bom }
                    );
                }
            }
        }
    }
}
