//! Words as numbers: small enough to be kept of every quotation of every article, and to be compared.

use std::ops::Range;

use crate::model::article::Article;
use crate::model::quotation::Quotation;
use crate::model::wording::aligned::{align, densest};
use crate::model::wording::{Word, uncut, words};
use crate::text::{TextRange, TextSize, stable_hash};

/// What stands where words were cut out or put in, which the speaker did not say.
const CUT: u32 = 0;

/// The same utterance shares so many words at least, and so many of a hundred of the shorter one.
const FEWEST: usize = 8;
const PERCENT: usize = 75;

/// Of a shorter one that is longer than this only the beginning is compared.
const MOST: usize = 600;

/// The words of a passage, four bytes each.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Phrase {
    numbers: Box<[u32]>,
    /// Which words there are: a bit for each, which others share.
    bits: u64,
}

/// Two phrases that are the same utterance. Places are those among the words of each, cuts not counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// The part of the other one that this one is about.
    pub there: Range<usize>,
    /// The stretches in which they differ, in their order; either may be empty. What either lacks at its
    /// beginning or end is no difference, nor is what stands beside a cut.
    pub differences: Vec<(Range<usize>, Range<usize>)>,
}

impl Phrase {
    /// Those of a quotation, part by part.
    pub(super) fn of_parts(parts: &[(bool, Vec<Word>)]) -> Phrase {
        let mut numbers = Vec::new();
        for (is_behind_cut, words) in parts {
            if *is_behind_cut {
                numbers.push(CUT);
            }
            numbers.extend(words.iter().map(number));
        }
        Phrase::of_numbers(numbers)
    }

    /// Those of all paragraphs of an article.
    pub fn of_all(article: &Article) -> Phrase {
        Phrase::of_numbers(article.words_of_paragraphs().iter().map(number))
    }

    /// As numbers, to be kept elsewhere.
    pub fn numbers(&self) -> impl Iterator<Item = u32> {
        self.numbers.iter().copied()
    }

    /// What was kept so.
    pub fn of_numbers(numbers: impl IntoIterator<Item = u32>) -> Phrase {
        let numbers: Box<[u32]> = numbers.into_iter().collect();
        let words = numbers.iter().filter(|word| **word != CUT);
        let bits = words.fold(0, |bits, word| bits | 1_u64 << (word % u64::BITS));
        Phrase { numbers, bits }
    }

    /// How many words there are.
    pub fn count(&self) -> usize {
        self.numbers.len() - self.numbers.iter().filter(|word| **word == CUT).count()
    }

    fn words(&self) -> impl Iterator<Item = u32> {
        self.numbers().filter(|word| *word != CUT)
    }

    /// Whether it is worth comparing: shorter ones many say.
    pub fn is_long(&self) -> bool {
        self.count() >= FEWEST
    }

    /// Each two neighbours as one number.
    pub fn pairs(&self) -> impl Iterator<Item = u32> {
        let pairs = self.numbers.windows(2).filter(|pair| !pair.contains(&CUT));
        pairs.map(|pair| pair[0].rotate_left(7).wrapping_mul(0x9E37_79B1) ^ pair[1])
    }

    /// The phrase, made ready to be compared with many others.
    pub fn sought(&self) -> Sought<'_> {
        let mut bits = [0; WIDTH / 64];
        for word in self.words() {
            let (at, bit) = bit_of(word);
            bits[at] |= bit;
        }
        Sought {
            phrase: self,
            count: self.count(),
            bits,
        }
    }

    /// The same as [`Sought::alike`], which is sooner where they are not.
    fn alike(&self, other: &Phrase) -> Option<Alike> {
        if self.count() > other.count() {
            let Alike { differences, .. } = other.alike(self)?;
            let turned = differences.into_iter().map(|(there, here)| (here, there));
            return Some(Alike {
                there: 0..other.count(),
                differences: turned.collect(),
            });
        }
        if self == other {
            return Some(Alike {
                there: 0..other.count(),
                differences: Vec::new(),
            });
        }
        let (mut here, own_cuts) = self.without_cuts();
        here.truncate(MOST);
        let (there, other_cuts) = other.without_cuts();
        let enough = enough(here.len());
        let (_, window) = densest(&here, &there).filter(|(shared, _)| *shared >= enough)?;
        let aligned = align(&here, &there, window)?;
        if aligned.shared.len() < enough {
            return None;
        }
        // Cuts stand in their order.
        let is_cut = |cuts: &[usize], gap: &Range<usize>| {
            let first = cuts.partition_point(|cut| *cut < gap.start);
            cuts.get(first).is_some_and(|cut| *cut <= gap.end)
        };
        let mut differences = aligned.gaps(here.len());
        differences.retain(|(at, bt)| !is_cut(&own_cuts, at) && !is_cut(&other_cuts, bt));
        Some(Alike {
            there: aligned.span(),
            differences,
        })
    }

    /// The words, and before which of them something was cut.
    fn without_cuts(&self) -> (Vec<u32>, Vec<usize>) {
        let (mut words, mut cuts) = (Vec::new(), Vec::new());
        for word in &self.numbers {
            match *word {
                CUT => cuts.push(words.len()),
                word => words.push(word),
            }
        }
        (words, cuts)
    }
}

/// A phrase that is compared with many others, most of which have too few words in common with it.
#[derive(Debug)]
pub struct Sought<'a> {
    phrase: &'a Phrase,
    count: usize,
    /// Which words it has: a bit for each, which some other words have, too.
    bits: [u64; WIDTH / 64],
}

/// Of what people say in one go, so many bits tell nearly all words apart.
const WIDTH: usize = 1024;

impl Sought<'_> {
    /// How the phrase and `other` come together if they are the same utterance; `None` if they are not.
    #[inline]
    pub fn alike(&self, other: &Phrase) -> Option<Alike> {
        // Cuts count here as words, which only lets more through.
        let count = other.numbers.len();
        let others_left = count.checked_sub(enough(self.count.min(count).min(MOST)))?;
        // Each bit is that of a word at least.
        let others = (other.bits & !self.phrase.bits).count_ones() as usize;
        if others > others_left {
            return None;
        }
        self.alike_if_shared(other, others_left)
    }

    /// The same for a phrase that may have no more than `others_left` words that are not in this one.
    #[inline(never)]
    fn alike_if_shared(&self, other: &Phrase, mut others_left: usize) -> Option<Alike> {
        for &word in &other.numbers {
            let (at, bit) = bit_of(word);
            if word != CUT && self.bits[at] & bit == 0 {
                others_left = others_left.checked_sub(1)?;
            }
        }
        self.phrase.alike(other)
    }
}

/// The place of a word among the bits.
fn bit_of(word: u32) -> (usize, u64) {
    let bit = word as usize % WIDTH;
    (bit / 64, 1 << (bit % 64))
}

/// How many words two share at least that are the same utterance, `shorter` being the number of words of the
/// shorter one.
fn enough(shorter: usize) -> usize {
    FEWEST.max((shorter * PERCENT).div_ceil(100))
}

impl Article {
    /// The words of a quotation that its speaker said, as a [`Phrase`] counts them.
    pub fn uncut_words(&self, quotation: &Quotation) -> Vec<Word> {
        let parts = parts(self, quotation).into_iter();
        parts.flat_map(|(_, words)| words).collect()
    }

    /// The words of all paragraphs.
    pub fn words_of_paragraphs(&self) -> Vec<Word> {
        let paragraphs = self.passages.iter().filter(|it| !it.is_heading);
        let words = paragraphs.flat_map(|passage| {
            let all = TextRange::up_to(TextSize::of(passage.wire.text()));
            words(&passage.wire, all)
        });
        words.collect()
    }
}

/// The parts of a quotation between cuts, and whether one stands before each.
pub(super) fn parts(article: &Article, quotation: &Quotation) -> Vec<(bool, Vec<Word>)> {
    let pieces = article.wire_of(quotation);
    let parts = pieces.flat_map(|(wire, piece)| {
        let parts = uncut(wire, piece).into_iter().enumerate();
        parts.map(move |(nth, part)| (nth > 0, words(wire, part)))
    });
    parts.collect()
}

/// A word as a number other than that of a cut.
fn number(word: &Word) -> u32 {
    (stable_hash(&word.folded) as u32).max(CUT + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_sought_among_many_is_found_as_in_each(
            one in proptest::collection::vec(0..40_u32, 0..30),
            kept in proptest::collection::vec(proptest::option::weighted(0.8, 1..3_usize), 30),
            added in proptest::collection::vec(0..3_000_u32, 0..30),
        ) {
            let other = one.iter().zip(kept).flat_map(|(word, times)| vec![*word; times.unwrap_or(0)]);
            let other = Phrase::of_numbers(other.chain(added));
            let one = Phrase::of_numbers(one);
            // Shorter ones are not looked for.
            if one.is_long() && other.is_long() {
                prop_assert_eq!(one.sought().alike(&other), one.alike(&other));
                prop_assert_eq!(other.sought().alike(&one), other.alike(&one));
            }
        }
    }
}
