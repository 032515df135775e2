//! The place of a text that says nearly the same as some words.

use std::collections::HashMap;

use crate::model::wording::Word;
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
    let best = paragraphs
        .iter()
        .filter_map(|paragraph| densest(wanted, paragraph))
        // Of equally near places the first.
        .rev()
        .max_by_key(|(shared, _)| *shared);
    let (_, window) = best?;
    let shared = in_both(wanted, window);
    if shared.len() < 2 || shared.len() * 5 < wanted.len() * 3 {
        return None;
    }
    let (first, last) = (shared.first()?, shared.last()?);
    let mut differing = Vec::new();
    let mut after = (0, first.1);
    for &(at, bt) in shared.iter().chain([&(wanted.len(), last.1 + 1)]) {
        let there = cover(&wanted[after.0..at]);
        let here = cover(&window[after.1..bt]);
        if there.is_some() || here.is_some() {
            differing.push((there, here));
        }
        after = (at + 1, bt + 1);
    }
    Some(Nearest {
        range: window[first.1].range.cover(window[last.1].range),
        differing,
    })
}

/// The window of a paragraph that holds most of the words, and how many.
fn densest<'a>(wanted: &[Word], paragraph: &'a [Word]) -> Option<(usize, &'a [Word])> {
    let mut missing: HashMap<&str, isize> = HashMap::new();
    for word in wanted {
        *missing.entry(&word.folded).or_default() += 1;
    }
    // Some room for words that were put in.
    let len = (wanted.len() + wanted.len() / 2).min(paragraph.len());
    let mut shared = 0;
    let mut best = (0, 0);
    for (at, word) in paragraph.iter().enumerate() {
        if let Some(left) = missing.get_mut(word.folded.as_str()) {
            shared += usize::from(*left > 0);
            *left -= 1;
        }
        if let Some(gone) = at.checked_sub(len).map(|before| &paragraph[before])
            && let Some(left) = missing.get_mut(gone.folded.as_str())
        {
            *left += 1;
            shared -= usize::from(*left > 0);
        }
        if shared > best.0 {
            best = (shared, (at + 1).saturating_sub(len));
        }
    }
    let (shared, start) = best;
    (shared > 0).then(|| {
        (
            shared,
            &paragraph[start..(start + len).min(paragraph.len())],
        )
    })
}

/// The longest row of words that both hold in the same order: their places in each.
fn in_both(one: &[Word], other: &[Word]) -> Vec<(usize, usize)> {
    let width = other.len() + 1;
    // How long the row is from these two places on.
    let mut longest = vec![0_u32; (one.len() + 1) * width];
    for a in (0..one.len()).rev() {
        for b in (0..other.len()).rev() {
            longest[a * width + b] = if one[a].folded == other[b].folded {
                longest[(a + 1) * width + b + 1] + 1
            } else {
                longest[(a + 1) * width + b].max(longest[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b) = (0, 0);
    let mut shared = Vec::new();
    while a < one.len() && b < other.len() {
        if one[a].folded == other[b].folded {
            shared.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if longest[(a + 1) * width + b] >= longest[a * width + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    shared
}

fn cover(words: &[Word]) -> Option<TextRange> {
    let (first, last) = (words.first()?, words.last()?);
    Some(first.range.cover(last.range))
}
