//! Phrases around a noun: where they end, whether they can be a subject, and what they name.

use std::ops::Range;

use super::case::{Case, is_abstract, is_inflected};
use super::noun::{SPEAKERS, noun_phrase};
use crate::attribution::lexicon::Class;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Kind, Token};

/// A noun or a pronoun with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Its tokens, at least one.
    pub(super) range: Range<usize>,
    pub(super) case: Case,
    pub(super) names: Names,
}

/// What a phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// Who can speak: a person, a body, a paper.
    Speaker,
    /// A name of which more is not known.
    Name,
    /// `er`, `sie`
    Pronoun,
    /// `das`, `es`
    Fact,
    Thing,
    Time,
}

impl Phrase {
    pub(super) fn can_speak(&self) -> bool {
        matches!(self.names, Names::Speaker | Names::Name | Names::Pronoun)
    }
}

/// The phrase that begins with the token at `at` and ends before `high`.
pub(super) fn phrase(sentence: Sentence<'_>, at: usize, high: usize) -> Option<Phrase> {
    let first = sentence.tokens.get(at).filter(|_| at < high)?;
    let word = sentence.word(at).to_lowercase();
    if first.kind == Kind::Number {
        return noun_phrase(sentence, at, at + 1, high);
    }
    if !first.is_word() {
        return None;
    }
    let may_have_noun = first.is(Class::DETERMINER) || counts(&word, first);
    if may_have_noun && let Some(phrase) = noun_phrase(sentence, at, at + 1, high) {
        return Some(phrase);
    }
    if let Some(pronoun) = pronoun(&word, first, at) {
        return Some(pronoun);
    }
    if !first.is_capital() || is_function(first) || at == 0 && is_adverb(sentence, first) {
        return None;
    }
    if is_adjective(sentence, at, high) {
        return noun_phrase(sentence, at, at + 1, high);
    }
    noun_phrase(sentence, at, at, high)
}

/// What a preposition before `at` governs: adjectives may begin it.
pub(super) fn governed(sentence: Sentence<'_>, at: usize, high: usize) -> Option<Phrase> {
    let first = sentence.tokens.get(at).filter(|_| at < high)?;
    if is_called(sentence, at) {
        return Some(called(at..at + 1));
    }
    let phrase = match first.is_word() && !first.is_capital() && !first.is(Class::DETERMINER) {
        true if counts(sentence.word(at), first) => noun_phrase(sentence, at, at + 1, high)
            .or_else(|| pronoun(sentence.word(at), first, at)),
        true => {
            pronoun(sentence.word(at), first, at).or_else(|| noun_phrase(sentence, at, at, high))
        }
        false => phrase(sentence, at, high),
    }?;
    Some(Phrase {
        case: Case::Oblique,
        ..phrase
    })
}

/// Whether a word in an oblique case may stand before its noun: `mehreren Städten`, but not `ihm`.
fn counts(word: &str, token: &Token) -> bool {
    const PERSONAL: [&str; 13] = [
        "mich", "mir", "dich", "dir", "ihn", "ihm", "uns", "euch", "ihnen", "sich", "denen",
        "deren", "dessen",
    ];
    token.is(Class::OBLIQUE) && !token.is(Class::DETERMINER) && !PERSONAL.contains(&word)
}

/// A name in quotation marks as a phrase.
pub(super) fn called(range: Range<usize>) -> Phrase {
    Phrase {
        range,
        case: Case::Open,
        names: Names::Name,
    }
}

/// Whether a quotation looks like a name: `laut „Die Zeit“`.
fn is_called(sentence: Sentence<'_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    let word = sentence.word(at);
    let first = word.chars().find(|letter| letter.is_alphabetic());
    token.quote().is_some()
        && first.is_some_and(char::is_uppercase)
        && word.split_whitespace().count() < 4
        && !word.contains(['!', '?', ',', '.'])
}

/// Whether a word that begins with a capital is no noun.
pub(super) fn is_function(token: &Token) -> bool {
    const FUNCTION: Class = Class::PREPOSITION
        .or(Class::ADVERB)
        .or(Class::SUBORDINATE)
        .or(Class::AUXILIARY)
        .or(Class::AND)
        .or(Class::ACCORDING)
        .or(Class::DETERMINER);
    token.is(FUNCTION) && !token.is(SPEAKERS.or(Class::TIME))
}

/// Whether an unknown word at the start of a sentence is an adverb by its ending: `Letztlich`.
fn is_adverb(sentence: Sentence<'_>, token: &Token) -> bool {
    const ENDINGS: [&str; 11] = [
        "isch", "ig", "lich", "weise", "mals", "tens", "end", "maßen", "wärts", "lings", "falls",
    ];
    let word = sentence.word(0);
    let describes = sentence.tokens.get(1).is_some_and(Token::is_capital);
    !describes
        && !token.is(SPEAKERS.or(Class::TIME))
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

fn pronoun(word: &str, token: &Token, at: usize) -> Option<Phrase> {
    let (case, names) = match word {
        "er" | "ich" | "wir" | "man" | "wer" | "niemand" | "jemand" | "du" | "dieser" | "jener"
        | "einer" | "keiner" | "letzterer" | "ersterer" => (Case::Nominative, Names::Pronoun),
        "sie" | "beide" | "viele" | "einige" | "mehrere" | "manche" | "alle" | "diese" | "jene"
        | "letztere" | "erstere" | "andere" => (Case::Open, Names::Pronoun),
        "es" | "das" | "dies" | "dieses" | "alles" | "vieles" | "nichts" | "etwas" => {
            (Case::Open, Names::Fact)
        }
        _ if token.is(Class::OBLIQUE) => (Case::Oblique, Names::Pronoun),
        _ => return None,
    };
    Some(Phrase {
        range: at..at + 1,
        case,
        names,
    })
}

/// A capital word at the start of a sentence that only describes the next: `Zahlreiche Politiker`, but
/// not `Günter Meier`.
fn is_adjective(sentence: Sentence<'_>, at: usize, high: usize) -> bool {
    at == 0
        && at + 1 < high
        && sentence.tokens[at + 1].is_capital()
        && is_inflected(sentence.word(at))
        && !sentence.tokens[at].is(SPEAKERS)
        && (sentence.tokens[at + 1].is(SPEAKERS.or(Class::TIME))
            || is_abstract(sentence.word(at + 1)))
}
