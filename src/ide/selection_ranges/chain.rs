//! Ranges around a place, each inside of the next.

use crate::ide::selection_ranges::word;
use crate::text::{TextRange, TextSize};

/// Ranges around a place, each inside of the next.
pub(super) struct Chain<'a> {
    text: &'a str,
    offset: TextSize,
    /// From the inside out.
    ranges: Vec<TextRange>,
}

/// How many ranges are given; editors and their JSON do not like others in others without end.
const MOST: usize = 64;

impl<'a> Chain<'a> {
    /// What stands around `offset`, so far only `all`, the range of the whole `text`.
    pub(super) fn new(text: &'a str, all: TextRange, offset: TextSize) -> Chain<'a> {
        Chain {
            text,
            offset,
            ranges: vec![all],
        }
    }

    pub(super) fn offset(&self) -> TextSize {
        self.offset
    }

    /// Puts `range`, without white space at its ends, where it belongs. What does not hold the place, or
    /// lies across something that was put before, is left out.
    pub(super) fn put(&mut self, range: TextRange) {
        let words = &self.text[range];
        let before = words.len() - words.trim_start().len();
        let start = range.start() + TextSize::new(before as u32);
        let range = TextRange::at(start, TextSize::of(words.trim()));
        if range.is_empty() || !range.contains_inclusive(self.offset) {
            return;
        }
        let at = self
            .ranges
            .partition_point(|other| other.len() < range.len());
        let is_around = at == 0 || range.contains_range(self.ranges[at - 1]);
        let outer = self.ranges.get(at);
        if is_around && outer.is_some_and(|outer| *outer != range && outer.contains_range(range)) {
            self.ranges.insert(at, range);
        }
    }

    /// Puts the word of `part` at the place, if there is one.
    pub(super) fn put_word(&mut self, part: TextRange) {
        if let Some(word) = word(self.text, part, self.offset) {
            self.put(word);
        }
    }

    /// Puts the line.
    pub(super) fn put_line(&mut self) {
        let (before, after) = self.text.split_at(self.offset.into());
        let start = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let end = after.find(['\n', '\r']).unwrap_or(after.len()) + before.len();
        let range = TextRange::new(TextSize::new(start as u32), TextSize::new(end as u32));
        self.put(range);
    }

    /// The ranges; of very many the innermost, and the whole text.
    pub(super) fn ranges(mut self) -> Vec<TextRange> {
        if let Some(all) = self.ranges.pop() {
            self.ranges.truncate(MOST - 1);
            self.ranges.push(all);
        }
        self.ranges
    }
}
