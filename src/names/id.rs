//! What an id may hold.

use std::fmt;

use crate::text::TextSize;

const ZWNJ: char = '\u{200c}';
const TATWEEL: char = '\u{640}';

/// Why something is no id: the first character that cannot stand in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdProblem {
    /// Where the character stands, in bytes of the id.
    pub offset: TextSize,
    /// The character.
    pub character: char,
    /// What kind of character it is.
    pub kind: IdProblemKind,
}

/// The kinds of characters that cannot stand in an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdProblemKind {
    /// Neither a letter nor a digit, `-` or `_`.
    Sign,
    /// A control of the writing direction.
    Direction,
    /// The tatweel, which only stretches a word.
    Tatweel,
    /// An Arabic or Hebrew vowel mark, which most writers leave out.
    VowelMark,
    /// A zero-width non-joiner that does not stand between letters.
    LooseJoiner,
}

/// Checks that `id` is one: letters and digits of any script (`XID_Continue` of Unicode's
/// UAX #31), `-`, `_`, and the zero-width non-joiner between letters; digits may begin it.
/// Names the first character that does not fit.
pub fn check_id(id: &str) -> Result<(), IdProblem> {
    let mut before: Option<char> = None;
    let mut characters = id.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let after = characters.peek().map(|(_, after)| *after);
        let between_letters =
            before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphabetic);
        let kind = match character {
            TATWEEL => Some(IdProblemKind::Tatweel),
            ZWNJ => (!between_letters).then_some(IdProblemKind::LooseJoiner),
            _ if is_direction_control(character) => Some(IdProblemKind::Direction),
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

impl fmt::Display for IdProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = format!("U+{:04X}", u32::from(self.character));
        match self.kind {
            IdProblemKind::Sign
                if self.character.is_control() || self.character.is_whitespace() =>
            {
                write!(f, "the character {code} cannot stand in an id")
            }
            IdProblemKind::Sign => write!(f, "`{}` cannot stand in an id", self.character),
            IdProblemKind::Direction => {
                write!(
                    f,
                    "the invisible direction control {code} cannot stand in an id"
                )
            }
            IdProblemKind::Tatweel => write!(f, "the tatweel ({code}) cannot stand in an id"),
            IdProblemKind::VowelMark => write!(f, "the vowel mark {code} cannot stand in an id"),
            IdProblemKind::LooseJoiner => {
                write!(
                    f,
                    "a zero-width non-joiner ({code}) stands in an id only between letters"
                )
            }
        }
    }
}

fn is_direction_control(character: char) -> bool {
    matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_vowel_mark(character: char) -> bool {
    matches!(
        character,
        '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}'
            | '\u{5b0}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
    )
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
        check("a.b", "`.` cannot stand in an id");
        check("a\u{a0}b", "the character U+00A0 cannot stand in an id");
        check(
            "a\u{200f}",
            "the invisible direction control U+200F cannot stand in an id",
        );
        check("ليلـى", "the tatweel (U+0640) cannot stand in an id");
        check("محمّد", "the vowel mark U+0651 cannot stand in an id");
        check("שָׂר", "the vowel mark U+05B8 cannot stand in an id");
        check(
            "a\u{200c}",
            "a zero-width non-joiner (U+200C) stands in an id only between letters",
        );
        check("😀", "`😀` cannot stand in an id");
    }
}
pub fn normalise_id(id: &str) -> std::borrow::Cow<'_, str> {
    id.into()
}
