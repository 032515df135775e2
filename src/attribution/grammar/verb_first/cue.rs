//! What a cue is, and what stands around it.

use std::ops::Range;

use super::frame::State;
use super::{noun, verb};
use crate::attribution::lexicon::{Class, is_spelled};
use crate::attribution::reading::Pattern;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Kind, Token};

/// Words that say that somebody speaks.
#[derive(Debug, Clone)]
pub(super) struct Cue {
    /// The token.
    pub(super) at: usize,
    pub(super) role: Role,
    /// Its gender and number, and whether it is of the present.
    pub(super) form: Class,
    /// Who speaks, as tokens, and how that was found; `None` where it goes without saying.
    pub(super) subject: Option<(Range<usize>, Pattern)>,
    /// Through whom it came.
    pub(super) via: Option<Range<usize>>,
}

/// How a cue stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The verb of the main clause.
    Main,
    /// `مضيفا`, which says it of whom the main clause speaks of.
    Participle,
    /// A verb after `الذي` or `ما`.
    Relative,
    /// A verb inside of what somebody says.
    Nested,
    /// A noun of saying: `تأكيد الوزير`.
    Noun,
    /// `بحسب الوزير`
    According,
}

impl Role {
    /// Whether it holds for a part of the sentence only.
    pub(super) fn is_inner(self) -> bool {
        matches!(self, Role::Relative | Role::Nested | Role::Noun)
    }
}

impl Cue {
    /// A cue whose speaker goes without saying.
    pub(super) fn new(at: usize, role: Role) -> Cue {
        Cue {
            at,
            role,
            form: Class::NONE,
            subject: None,
            via: None,
        }
    }

    pub(super) fn of(self, class: Class) -> Cue {
        Cue {
            form: class.only(FORM),
            ..self
        }
    }

    pub(super) fn by(self, subject: Range<usize>, pattern: Pattern) -> Cue {
        Cue {
            subject: Some((subject, pattern)),
            ..self
        }
    }
}

const FORM: Class = Class::FEMININE.or(Class::PLURAL).or(Class::PRESENT);

/// Whether who did the one can have done the other. A verb before its subject has no plural.
pub(super) fn agree(one: Class, other: Class) -> bool {
    one.has(Class::FEMININE) == other.has(Class::FEMININE)
}

/// The cue at `at`, if there is one.
pub(super) fn at(sentence: Sentence<'_>, at: usize, state: &State) -> Option<Cue> {
    let token = &sentence.tokens[at];
    if token.kind == Kind::Colon {
        return noun::label(sentence, at, state);
    }
    if token.is(Class::ACCORDING) {
        return noun::according(sentence, at);
    }
    if let Some(cue) = noun::on_what(sentence, at) {
        return Some(cue);
    }
    verb::cue(sentence, at, state)
        .or_else(|| noun::participle(sentence, at, state))
        .or_else(|| noun::of_saying(sentence, at, state))
}

/// Whether the `أن` at `at` belongs to what stands before it: `غير أن`, `بعد أن`.
pub(super) fn is_connector(sentence: Sentence<'_>, at: usize) -> bool {
    at > 0 && sentence.tokens[at - 1].is(Class::SUBORDINATE)
}

/// Whether the word at `at` is one of the folded `words`.
pub(super) fn is_word(sentence: Sentence<'_>, at: usize, words: &[&str]) -> bool {
    let is_there = sentence.tokens.get(at).is_some_and(Token::is_word);
    is_there && words.iter().any(|word| is_spelled(sentence.word(at), word))
}

/// Whether the token brings words: `إن`, a colon, a quotation.
fn is_bringer(token: &Token) -> bool {
    token.is(Class::THAT) || matches!(token.kind, Kind::Colon | Kind::Quote(_))
}

/// Whether words are brought at `at` or shortly after.
pub(super) fn brings(sentence: Sentence<'_>, at: usize) -> bool {
    let rest = &sentence.tokens[at.min(sentence.tokens.len())..];
    rest.iter().take(4).any(is_bringer)
}

/// The same at some more distance, before the clause ends.
pub(super) fn brings_soon(sentence: Sentence<'_>, at: usize) -> bool {
    let rest = &sentence.tokens[at.min(sentence.tokens.len())..];
    rest.iter()
        .take(7)
        .take_while(|token| token.kind != Kind::Comma)
        .any(is_bringer)
}
