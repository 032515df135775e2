//! Where brackets fit around words: they may stand around other annotations and quotations, or in
//! quotations, and cut through none.

use std::collections::HashSet;

use crate::model::{Analysis, Form};
use crate::syntax::ast::{self, Annotation};
use crate::syntax::{Flavor, parse};
use crate::text::{TextRange, TextSize};

/// What brackets must not cut through, and what they must not stand around.
#[derive(Debug)]
pub(super) struct Spans {
    /// From the first to the last character of each annotation and of each quotation, and the words
    /// inside of it; in the order of their places.
    wholes: Vec<(TextRange, TextRange)>,
    /// How far the wholes reach up to each.
    reach: Vec<TextSize>,
    /// Those among them that say of words without marks who says them.
    said: HashSet<TextRange>,
}

impl Spans {
    pub(super) fn of(text: &str, analysis: &Analysis) -> Spans {
        let mut wholes = Vec::new();
        let mut said = HashSet::new();
        for (start, block) in parse(text, Flavor::Article).blocks() {
            for annotation in ast::annotations(block, start) {
                if let Annotation::Speech { range, .. } = annotation {
                    said.insert(range);
                }
                wholes.push(match annotation {
                    Annotation::Mention { range, words, .. }
                    | Annotation::Date { range, words, .. }
                    | Annotation::Speech { range, words, .. } => (range, words),
                    Annotation::Brace { mark, brace } => {
                        let range = mark.cover(brace.range);
                        (range, TextRange::new(range.start(), mark.end()))
                    }
                });
            }
        }
        for quotation in &analysis.article.quotations {
            if let Form::Marks { .. } = quotation.form {
                wholes.extend(quotation.pieces.iter().map(|piece| (*piece, *piece)));
            }
        }
        wholes.sort_by_key(|(range, _)| (range.start(), range.end()));
        let mut farthest = TextSize::new(0);
        let reach = wholes.iter().map(|(range, _)| {
            farthest = farthest.max(range.end());
            farthest
        });
        Spans {
            reach: reach.collect(),
            wholes,
            said,
        }
    }

    /// The words around which brackets are to stand so that they hold `content`: without white space
    /// at its ends, with the whole of the annotations that begin or end it. `None` where they fit
    /// nowhere, and where some of the words are in such brackets already.
    pub(super) fn around(&self, text: &str, content: TextRange) -> Option<TextRange> {
        let words = text.get(std::ops::Range::<usize>::from(content))?;
        let start = TextSize::of(words) - TextSize::of(words.trim_start());
        let start = content.start() + start;
        let mut words = TextRange::at(start, TextSize::of(words.trim()));
        if words.is_empty() {
            return None;
        }
        while let Some(wider) = self.wider(words) {
            words = wider;
        }
        let is_cut = self.beside(words).any(|(range, _)| {
            let is_apart = range.intersect(words).is_none_or(TextRange::is_empty);
            let is_nested = range.contains_range(words) || words.contains_range(range);
            !is_apart && (!is_nested || self.said.contains(&range))
        });
        (!is_cut && is_balanced(&text[words])).then_some(words)
    }

    /// With the rest of an annotation whose words begin or end here, if there is more of it.
    fn wider(&self, words: TextRange) -> Option<TextRange> {
        let more = self.beside(words).find(|(range, inside)| {
            let begins = inside.start() == words.start() && range.end() <= words.end();
            let ends = inside.end() == words.end() && range.start() >= words.start();
            let is_all = *inside == words;
            (begins || ends || is_all) && !words.contains_range(*range)
        });
        more.map(|(range, _)| words.cover(range))
    }

    /// Those that share something with `words`, or touch them.
    fn beside(&self, words: TextRange) -> impl Iterator<Item = (TextRange, TextRange)> {
        let first = self.reach.partition_point(|reach| *reach < words.start());
        let last = self
            .wholes
            .partition_point(|(range, _)| range.start() <= words.end());
        self.wholes[first.min(last)..last].iter().copied()
    }
}

/// Whether each bracket in `words` has its partner there.
fn is_balanced(words: &str) -> bool {
    let mut open = 0_usize;
    let mut is_escaped = false;
    for character in words.chars() {
        match character {
            '[' if !is_escaped => open += 1,
            ']' if !is_escaped => match open.checked_sub(1) {
                Some(rest) => open = rest,
                None => return false,
            },
            _ => {}
        }
        is_escaped = character == '\\' && !is_escaped;
    }
    open == 0
}
