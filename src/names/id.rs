//! What an id may hold.

use std::borrow::Cow;
use std::fmt;

use unicode_normalization::char::{compose, is_combining_mark};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::names::characters::turns_direction;
use crate::names::characters::{code, in_words};
use crate::names::fold::{TATWEEL, is_invisible, is_vowel_mark};
use crate::text::TextSize;

const ZWNJ: char = '\u{200c}';

/// Why something is no id: the first character that cannot stand in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdProblem {
    /// Where the character stands, in bytes of the id.
    pub offset: TextSize,
    /// The character; NUL where there is none.
    pub character: char,
    /// What kind of character it is.
    pub kind: IdProblemKind,
}

/// The kinds of characters that cannot stand in an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdProblemKind {
    /// There is no character at all.
    Empty,
    /// Neither a letter nor a digit, `-` or `_`.
    Sign,
    /// A control of the writing direction.
    Direction,
    /// Another character without a shape, such as the zero-width joiner.
    Invisible,
    /// The tatweel, which only stretches a word.
    Tatweel,
    /// An Arabic or Hebrew vowel mark, which most writers leave out.
    VowelMark,
    /// A zero-width non-joiner that does not stand between letters.
    LooseJoiner,
}

/// Checks that `id` is one: letters and digits of any script (`XID_Continue` of Unicode's
/// UAX #31), `-`, `_`, and the zero-width non-joiner between letters; digits may begin it.
/// Composed and decomposed letters are equally good. Names the first character that does not fit.
pub fn check_id(id: &str) -> Result<(), IdProblem> {
    if id.is_empty() {
        return Err(IdProblem {
            offset: TextSize::new(0),
            character: '\0',
            kind: IdProblemKind::Empty,
        });
    }
    let mut before: Option<char> = None;
    let mut characters = id.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let after = characters.peek().map(|(_, after)| *after);
        let between_letters = before.is_some_and(is_letter) && after.is_some_and(is_letter);
        let kind = match character {
            TATWEEL => Some(IdProblemKind::Tatweel),
            ZWNJ => (!between_letters).then_some(IdProblemKind::LooseJoiner),
            _ if is_direction_control(character) => Some(IdProblemKind::Direction),
            _ if is_invisible(character) => Some(IdProblemKind::Invisible),
            _ if before.and_then(|base| compose(base, character)).is_some() => None,
            _ if is_vowel_mark(character) => Some(IdProblemKind::VowelMark),
            '-' | '_' => None,
            _ => (!unicode_ident::is_xid_continue(character)).then_some(IdProblemKind::Sign),
        };
        if let Some(kind) = kind {
            return Err(IdProblem {
                offset: TextSize::new(at as u32),
                character,
                kind,
            });
        }
        before = Some(character);
    }
    Ok(())
}

/// The form in which ids are compared: Unicode's NFC. Borrows what is already in it.
pub fn normalise_id(id: &str) -> Cow<'_, str> {
    if id.is_ascii() || is_nfc(id) {
        Cow::Borrowed(id)
    } else {
        Cow::Owned(id.nfc().collect())
    }
}

impl fmt::Display for IdProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let character = in_words(self.character);
        match self.kind {
            IdProblemKind::Empty => write!(f, "an id holds at least one character"),
            IdProblemKind::LooseJoiner => {
                let code = code(self.character);
                write!(
                    f,
                    "a zero-width non-joiner ({code}) stands in an id only between letters"
                )
            }
            IdProblemKind::VowelMark => {
                let code = code(self.character);
                write!(f, "the vowel mark {code} cannot stand in an id")
            }
            IdProblemKind::Sign
            | IdProblemKind::Direction
            | IdProblemKind::Invisible
            | IdProblemKind::Tatweel => {
                write!(f, "{character} cannot stand in an id")
            }
        }
    }
}

/// A letter, or the mark that ends one.
fn is_letter(character: char) -> bool {
    character.is_alphabetic() || is_combining_mark(character)
}

fn is_direction_control(character: char) -> bool {
    turns_direction(character) || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(id: &str, expected: &str) {
        let found =
            check_id(id).map_or_else(|problem| problem.to_string(), |()| "an id".to_owned());
        assert_eq!(found, expected, "{id:?}");
    }

    #[test]
    fn ids_of_every_script() {
        for id in [
            "haddad",
            "مصادر-الوفدين",
            "ليلى",
            "نیم\u{200c}فاصله",
            "שר-החוץ",
            "大臣",
            "वित्त_मंत्री",
            "2025",
            "e\u{301}cole",
            "Île",
        ] {
            check(id, "an id");
        }
    }

    #[test]
    fn what_is_no_id_is_named() {
        check("a@b", "`@` cannot stand in an id");
        check("a.b", "a dot (`.`) cannot stand in an id");
        check("a b", "a space cannot stand in an id");
        check("a\tb", "a tab cannot stand in an id");
        check("a/b", "a slash (`/`) cannot stand in an id");
        check("a\"b", "a quotation mark (`\"`) cannot stand in an id");
        check("O’Brien", "an apostrophe (`’`) cannot stand in an id");
        check(
            "a\u{a0}b",
            "the no-break space U+00A0 cannot stand in an id",
        );
        check(
            "a\u{200f}",
            "the right-to-left mark U+200F cannot stand in an id",
        );
        check("ليلـى", "the tatweel U+0640 cannot stand in an id");
        check("محمّد", "the vowel mark U+0651 cannot stand in an id");
        check("שָׂר", "the vowel mark U+05B8 cannot stand in an id");
        check(
            "a\u{200c}",
            "a zero-width non-joiner (U+200C) stands in an id only between letters",
        );
        check("", "an id holds at least one character");
        check(
            "a\u{200d}b",
            "the zero-width joiner U+200D cannot stand in an id",
        );
        check("a\u{ad}b", "the soft hyphen U+00AD cannot stand in an id");
        check("ש\u{591}ר", "the vowel mark U+0591 cannot stand in an id");
        check("😀", "`😀` cannot stand in an id");
    }

    #[test]
    fn ids_are_compared_in_nfc() {
        assert_eq!(normalise_id("e\u{301}cole"), "école");
        assert!(matches!(normalise_id("école"), Cow::Borrowed("école")));
        assert!(matches!(normalise_id("ليلى"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_letter_may_be_composed_or_decomposed() {
        for id in ["é", "e\u{301}", "أ", "ا\u{654}", "क़", "김"] {
            check(id, "an id");
        }
    }
}
