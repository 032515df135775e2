//! Two rows of words, laid beside each other so that they share as many as they can.

use std::hash::Hash;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

/// The longest row of words that two rows hold in the same order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Aligned {
    /// The places of each shared word in both.
    pub(super) shared: Vec<(usize, usize)>,
}

/// A stretch of both rows in which they differ; either may be empty, not both.
pub(super) type Gap = (Range<usize>, Range<usize>);

/// Lays `wanted` beside `window`, a part of `there`, where the shared words stand closest together.
/// `None` if they share nothing.
pub(super) fn align<K: Eq>(wanted: &[K], there: &[K], window: Range<usize>) -> Option<Aligned> {
    let rows = Rows::new(wanted, &there[window.clone()]);
    let mut from = 0;
    // The same words may stand closer together.
    while let Some((_, first)) = rows.shared(from).next()
        && rows.len(0, first + 1) == rows.len(0, from)
    {
        from = first + 1;
    }
    let shared = rows.shared(from).map(|(at, bt)| (at, bt + window.start));
    let shared: Vec<_> = shared.collect();
    (!shared.is_empty()).then_some(Aligned { shared })
}

impl Aligned {
    /// From the first to the last shared word of `there`.
    pub(super) fn span(&self) -> Range<usize> {
        let first = self.shared.first().map_or(0, |(_, at)| *at);
        let last = self.shared.last().map_or(first, |(_, at)| *at + 1);
        first..last
    }

    /// Where `wanted`, of which there are `len` words, and the span differ, in their order.
    pub(super) fn gaps(&self, len: usize) -> Vec<Gap> {
        let span = self.span();
        let mut gaps = Vec::new();
        let mut after = (0, span.start);
        for &(at, bt) in self.shared.iter().chain([&(len, span.end)]) {
            if after.0 < at || after.1 < bt {
                gaps.push((after.0..at, after.1..bt));
            }
            after = (at + 1, bt + 1);
        }
        gaps
    }
}

/// How many of the words stand in the part of `there` that holds most of them, in any order, and that
/// part; none if it holds none.
pub(super) fn densest<K: Eq + Hash>(wanted: &[K], there: &[K]) -> Option<(usize, Range<usize>)> {
    let mut missing: HashMap<&K, isize> = HashMap::new();
    for word in wanted {
        *missing.entry(word).or_default() += 1;
    }
    // Some room for words that were put in.
    let len = (wanted.len() + wanted.len() / 2).min(there.len());
    let mut shared = 0;
    let mut best = (0, 0);
    for (at, word) in there.iter().enumerate() {
        if let Some(left) = missing.get_mut(word) {
            shared += usize::from(*left > 0);
            *left -= 1;
        }
        if let Some(gone) = at.checked_sub(len).map(|before| &there[before])
            && let Some(left) = missing.get_mut(gone)
        {
            *left += 1;
            shared -= usize::from(*left > 0);
        }
        if shared > best.0 {
            best = (shared, (at + 1).saturating_sub(len));
        }
    }
    let (shared, start) = best;
    (shared > 0).then(|| (shared, start..(start + len).min(there.len())))
}

/// The longest rows of words that two hold in the same order, from any two places on. They are counted once,
/// which takes as much time and room as one has words for each word of the other.
struct Rows<'a, K> {
    one: &'a [K],
    other: &'a [K],
    longest: Vec<u32>,
}

impl<K: Eq> Rows<'_, K> {
    fn new<'a>(one: &'a [K], other: &'a [K]) -> Rows<'a, K> {
        let width = other.len() + 1;
        let mut longest = vec![0_u32; (one.len() + 1) * width];
        for a in (0..one.len()).rev() {
            for b in (0..other.len()).rev() {
                longest[a * width + b] = if one[a] == other[b] {
                    longest[(a + 1) * width + b + 1] + 1
                } else {
                    longest[(a + 1) * width + b].max(longest[a * width + b + 1])
                };
            }
        }
        Rows {
            one,
            other,
            longest,
        }
    }

    /// How long the row is that begins no sooner than at these two places.
    fn len(&self, a: usize, b: usize) -> u32 {
        self.longest[a * (self.other.len() + 1) + b]
    }

    /// The row that begins no sooner than at `from` of the other: the places of its words in both.
    fn shared(&self, from: usize) -> impl Iterator<Item = (usize, usize)> {
        let (mut a, mut b) = (0, from);
        std::iter::from_fn(move || {
            while a < self.one.len() && b < self.other.len() {
                if self.one[a] == self.other[b] {
                    (a, b) = (a + 1, b + 1);
                    return Some((a - 1, b - 1));
                }
                if self.len(a + 1, b) >= self.len(a, b + 1) {
                    a += 1;
                } else {
                    b += 1;
                }
            }
            None
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same, as it is meant: all that stands closer together is laid beside `wanted` anew.
    fn align_slowly(wanted: &[u8], there: &[u8], mut window: Range<usize>) -> Option<Aligned> {
        let row = |part: Range<usize>| -> Vec<_> {
            let rows = Rows::new(wanted, &there[part.clone()]);
            let row = rows.shared(0).map(|(at, bt)| (at, bt + part.start));
            row.collect()
        };
        let mut shared = row(window.clone());
        while let Some((_, first)) = shared.first() {
            let closer = first + 1..window.end;
            let shared_closer = row(closer.clone());
            if shared_closer.len() < shared.len() {
                break;
            }
            (window, shared) = (closer, shared_closer);
        }
        (!shared.is_empty()).then_some(Aligned { shared })
    }

    #[test]
    fn words_are_laid_where_they_stand_closest() {
        let mut state = 7_u64;
        let mut roll = |end: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) % end
        };
        for _ in 0..20_000 {
            let words = 1 + roll(4);
            let mut row = |len: u64| -> Vec<u8> {
                let len = roll(len);
                (0..len).map(|_| roll(words) as u8).collect()
            };
            let (wanted, there) = (row(8), row(16));
            let window = there.len() / 4..there.len();
            assert_eq!(
                align(&wanted, &there, window.clone()),
                align_slowly(&wanted, &there, window),
                "{wanted:?} {there:?}"
            );
        }
    }

    #[test]
    fn one_word_again_and_again_is_laid_beside_itself() {
        let (wanted, there) = (vec![7_u8; 600], vec![7_u8; 100_000]);
        let (shared, window) = densest(&wanted, &there).expect("the word");
        assert_eq!((shared, window.clone()), (600, 0..900));
        let aligned = align(&wanted, &there, window).expect("the word");
        assert_eq!(aligned.span(), 300..900);
        assert_eq!(aligned.gaps(600), []);
    }
}
