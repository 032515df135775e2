//! Two rows of words, laid beside each other so that they share as many as they can.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

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
pub(super) fn align<K: Eq>(wanted: &[K], there: &[K], mut window: Range<usize>) -> Option<Aligned> {
    let mut shared = in_both(wanted, &there[window.clone()]);
    // The same words may stand closer together.
    while let Some((_, first)) = shared.first() {
        let closer = window.start + first + 1..window.end;
        let shared_closer = in_both(wanted, &there[closer.clone()]);
        if shared_closer.len() < shared.len() {
            break;
        }
        (window, shared) = (closer, shared_closer);
    }
    for (_, at) in &mut shared {
        *at += window.start;
    }
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

/// The longest row of words that both hold in the same order: their places in each.
fn in_both<K: Eq>(one: &[K], other: &[K]) -> Vec<(usize, usize)> {
    let width = other.len() + 1;
    // How long the row is from these two places on.
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
    let (mut a, mut b) = (0, 0);
    let mut shared = Vec::new();
    while a < one.len() && b < other.len() {
        if one[a] == other[b] {
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
