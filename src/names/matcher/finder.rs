//! Finds many texts in another one: many by an automaton, a few by their first letters. What most articles
//! declare is too little to pay for an automaton; making it takes longer than looking through the article.

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};

use crate::text::TextRange;

/// Finds all of some texts in one pass.
pub(super) enum Finder {
    Few(Few),
    /// None if they are too many for an automaton.
    Many(Option<CharwiseDoubleArrayAhoCorasick<u32>>),
}

/// So many texts are few, if none has more bytes than that: all that begin alike are compared at each place.
const FEW: usize = 64;
const SHORT: usize = 96;

impl Finder {
    /// Prepares to find `texts`, none of which is empty or stands twice; each is known by its place among them.
    pub(super) fn new(texts: &[&str]) -> Finder {
        if texts.len() <= FEW && texts.iter().all(|text| text.len() <= SHORT) {
            return Finder::Few(Few::new(texts));
        }
        // Fails only where they fill gigabytes. A prefilter, a table of 64 KiB, helps to find some names in a
        // long text; most articles are searched in less time than it takes to fill.
        let automaton = CharwiseDoubleArrayAhoCorasickBuilder::new()
            .use_prefilter(false)
            .build(texts);
        Finder::Many(automaton.ok())
    }

    /// Shows each place in `text` where one of the texts stands, and which: those within others, too.
    pub(super) fn find(&self, text: &str, mut found: impl FnMut(TextRange, u32)) {
        match self {
            Finder::Few(few) => few.find(text, found),
            Finder::Many(automaton) => {
                let automaton = automaton.iter();
                for place in automaton.flat_map(|automaton| automaton.find_overlapping_iter(text)) {
                    let (start, end) = (place.start() as u32, place.end() as u32);
                    found(TextRange::new(start.into(), end.into()), place.value());
                }
            }
        }
    }
}

/// So many of their first bytes tell most places of a text apart from the beginning of a name.
const MOST_OF_BEGINNING: usize = 3;

/// How many bits say which beginnings there are.
const WIDTH: usize = 2048;

/// A few texts.
pub(super) struct Few {
    /// In order, each with its place in the caller's list.
    texts: Vec<(Box<str>, u32)>,
    /// How many bytes of the beginning of each count, as many as the shortest has.
    beginning: usize,
    /// The bits of so many bytes.
    mask: u32,
    /// Which beginnings there are; some share a bit.
    beginnings: [u64; WIDTH / 64],
}

impl Few {
    fn new(texts: &[&str]) -> Few {
        let shortest = texts.iter().map(|text| text.len()).min();
        let beginning = shortest.unwrap_or(0).min(MOST_OF_BEGINNING);
        let mut few = Few {
            texts: (0..)
                .zip(texts)
                .map(|(at, text)| ((*text).into(), at))
                .collect(),
            beginning,
            mask: (1 << (8 * beginning)) - 1,
            beginnings: [0; WIDTH / 64],
        };
        few.texts.sort_unstable();
        for (text, _) in &few.texts {
            let (at, bit) = bit_of(key(&text.as_bytes()[..beginning]));
            few.beginnings[at] |= bit;
        }
        few
    }

    fn find(&self, text: &str, mut found: impl FnMut(TextRange, u32)) {
        let bytes = text.as_bytes();
        let Some(before) = self.beginning.checked_sub(1) else {
            return;
        };
        let Some((before, rest)) = bytes.split_at_checked(before) else {
            return;
        };
        let mut key = key(before);
        for (start, byte) in rest.iter().enumerate() {
            key = ((key << 8) | u32::from(*byte)) & self.mask;
            let (at, bit) = bit_of(key);
            if self.beginnings[at] & bit != 0 {
                self.find_at(start, bytes, &mut found);
            }
        }
    }

    /// Shows which texts begin at one place.
    #[inline(never)]
    fn find_at(&self, start: usize, bytes: &[u8], found: &mut impl FnMut(TextRange, u32)) {
        let rest = &bytes[start..];
        let beginning = &rest[..self.beginning];
        let first = self
            .texts
            .partition_point(|(text, _)| &text.as_bytes()[..self.beginning] < beginning);
        let alike = self.texts[first..]
            .iter()
            .take_while(|(text, _)| text.as_bytes().starts_with(beginning));
        for (text, at) in alike.filter(|(text, _)| rest.starts_with(text.as_bytes())) {
            let end = start + text.len();
            found(
                TextRange::new((start as u32).into(), (end as u32).into()),
                *at,
            );
        }
    }
}

/// The first bytes of a text as a number.
fn key(bytes: &[u8]) -> u32 {
    let bytes = bytes.iter();
    bytes.fold(0, |key, byte| (key << 8) | u32::from(*byte))
}

/// The place of such a number among the bits.
fn bit_of(key: u32) -> (usize, u64) {
    let hash = key.wrapping_mul(0x9E37_79B1) as usize >> (u32::BITS - WIDTH.ilog2());
    (hash / 64, 1 << (hash % 64))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn places(finder: &Finder, text: &str) -> Vec<(TextRange, u32)> {
        let mut places = Vec::new();
        finder.find(text, |range, at| places.push((range, at)));
        places.sort_by_key(|(range, at)| (range.start(), *at));
        places
    }

    proptest! {
        #[test]
        fn a_few_are_found_as_many_are(
            text in "[abcdéß習近平كلم ]{0,60}",
            texts in prop::collection::btree_set("[abcdéß習近平كلم ]{1,4}", 0..12),
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let few = Finder::new(&texts);
            let many = CharwiseDoubleArrayAhoCorasickBuilder::new().build(&texts);
            prop_assert!(matches!(few, Finder::Few(_)));
            prop_assert_eq!(places(&few, &text), places(&Finder::Many(many.ok()), &text));
        }
    }
}
