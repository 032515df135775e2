//! Where a date with hyphens would be shown with its parts turned around.

use crate::syntax::{Block, SyntaxKind};
use crate::text::{TextRange, TextSize, is_right_to_left};

/// The directions in which a block is read, asked for from its beginning to its end.
pub(super) struct Direction<'a> {
    text: &'a str,
    is_right_to_left: bool,
    /// How far the letters have been looked at, and whether the last of them was Arabic.
    seen: TextSize,
    after_arabic: bool,
}

impl<'a> Direction<'a> {
    /// For the block whose text is `text`.
    pub(super) fn new(text: &'a str, block: &Block) -> Direction<'a> {
        let words = block.items().iter().filter(|item| item.kind.is_wire());
        let words = words.filter(|item| item.kind == SyntaxKind::Text);
        let mut letters = words.flat_map(|item| text[item.range].chars());
        let first = letters.find(|c| c.is_alphabetic());
        Direction {
            text,
            is_right_to_left: first.is_some_and(is_right_to_left),
            seen: TextSize::new(0),
            after_arabic: false,
        }
    }

    /// Whether hyphens in a number at byte `at` of the block turn its parts around: in a paragraph
    /// that is read from right to left, and wherever the last letter before it is Arabic. `at`
    /// never goes back.
    pub(super) fn turns_hyphens_around(&mut self, at: TextSize) -> bool {
        let since = &self.text[TextRange::new(self.seen, at.max(self.seen))];
        let last = since.chars().rev().find(|c| c.is_alphabetic());
        if let Some(last) = last {
            self.after_arabic = is_arabic(last);
        }
        self.seen = at;
        self.is_right_to_left || self.after_arabic
    }
}

/// Whether a letter belongs to the Arabic script, in whichever language.
pub(super) fn is_arabic(letter: char) -> bool {
    let is_in_block = matches!(letter, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{870}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    is_in_block && letter.is_alphabetic()
}
