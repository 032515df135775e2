//! From the number of a character to the byte where it begins.

/// How many characters lie between two known places: a lookup walks over fewer than that.
const STEP: usize = 64;

/// The places of all characters of a text. Made in one pass, so that any number of lookups, in
/// any order, stays linear.
pub(super) struct Characters<'a> {
    text: &'a str,
    /// The byte at which every `STEP`th character begins.
    known: Vec<usize>,
}

impl<'a> Characters<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let known = text.char_indices().step_by(STEP).map(|(at, _)| at);
        Self {
            text,
            known: known.collect(),
        }
    }

    /// The byte at which the character `number` begins; the end where there is no such character.
    pub(super) fn byte(&self, number: usize) -> usize {
        let Some(&start) = self.known.get(number / STEP) else {
            return self.text.len();
        };
        let mut after = self.text[start..].char_indices();
        let found = after.nth(number % STEP);
        found.map_or(self.text.len(), |(at, _)| start + at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_every_character(text in "[aé中😀\u{301}\r\n\u{feff}]{0,300}") {
            let characters = Characters::new(&text);
            let count = text.chars().count();
            for (number, (at, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(characters.byte(number), at);
            }
            prop_assert_eq!(characters.byte(count), text.len());
            prop_assert_eq!(characters.byte(count + 1000), text.len());
        }
    }
}
