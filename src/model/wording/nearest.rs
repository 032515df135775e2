//! The place of a text that says nearly the same as some words.

use crate::model::wording::aligned::{align, densest};
use crate::model::wording::{Word, cover};
use crate::text::TextRange;

/// The place that comes nearest to some words, and how it differs from them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    /// From the first to the last word that both share, in bytes of the article.
    pub range: TextRange,
    /// Where the two differ, in the order of the text: the words looked for, and what stands in
    /// their place; either may be missing.
    pub differing: Vec<(Option<TextRange>, Option<TextRange>)>,
}

/// More words are not compared.
const MOST_WORDS: usize = 40;

/// The part of a paragraph that shares most words with `wanted`, in their order; none that shares
/// less than three of five.
pub fn nearest(wanted: &[Word], paragraphs: &[Vec<Word>]) -> Option<Nearest> {
    if wanted.len() > MOST_WORDS {
        return None;
    }
    let wanted_keys = keys(wanted);
    let best = paragraphs.iter().filter_map(|paragraph| {
        let (shared, window) = densest(&wanted_keys, &keys(paragraph))?;
        Some((shared, window, paragraph))
    });
    // Of equally near places the first.
    let (_, window, there) = best.rev().max_by_key(|(shared, ..)| *shared)?;
    let aligned = align(&wanted_keys, &keys(there), window)?;
    let shared = aligned.shared.len();
    if shared < 2 || shared * 5 < wanted.len() * 3 {
        return None;
    }
    let gaps = aligned.gaps(wanted.len()).into_iter();
    let differing = gaps.map(|(at, bt)| (cover(&wanted[at]), cover(&there[bt])));
    Some(Nearest {
        range: cover(&there[aligned.span()])?,
        differing: differing.collect(),
    })
}

fn keys(words: &[Word]) -> Vec<&str> {
    words.iter().map(|word| word.folded.as_str()).collect()
}
