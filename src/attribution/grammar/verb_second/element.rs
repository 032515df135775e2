//! Cuts a sentence into its elements: phrases, phrases behind a preposition, words, quotations, signs.

use std::ops::Range;

use super::case::Case;
use super::phrase::{Phrase, governed, phrase};
use crate::attribution::lexicon::Class;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::Kind;

/// A part of a sentence.
#[derive(Debug, Clone)]
pub(super) struct Element {
    /// Its tokens.
    pub(super) range: Range<usize>,
    pub(super) kind: ElementKind,
}

#[derive(Debug, Clone)]
pub(super) enum ElementKind {
    Phrase(Phrase),
    /// With the preposition before it, where the range begins.
    Governed(Phrase),
    Word,
    Quote,
    /// A sign between clauses.
    Border,
    /// What stands in brackets.
    Bracket,
}

impl Element {
    /// The phrase that is no part of another.
    pub(super) fn phrase(&self) -> Option<&Phrase> {
        match &self.kind {
            ElementKind::Phrase(phrase) => Some(phrase),
            _ => None,
        }
    }

    pub(super) fn governed(&self) -> Option<&Phrase> {
        match &self.kind {
            ElementKind::Governed(phrase) => Some(phrase),
            _ => None,
        }
    }

    /// The token of a single word.
    pub(super) fn word(&self) -> Option<usize> {
        matches!(self.kind, ElementKind::Word).then_some(self.range.start)
    }

    pub(super) fn is_quote(&self) -> bool {
        matches!(self.kind, ElementKind::Quote)
    }
}

/// How many tokens brackets may hold.
const BRACKET: usize = 30;

/// The elements of a sentence, in their order; each token belongs to one.
pub(super) fn elements(sentence: Sentence<'_>) -> Vec<Element> {
    let tokens = sentence.tokens;
    let mut elements = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let (end, kind) = element(sentence, at);
        elements.push(Element {
            range: at..end,
            kind,
        });
        at = end;
    }
    elements
}

fn element(sentence: Sentence<'_>, at: usize) -> (usize, ElementKind) {
    let tokens = sentence.tokens;
    let token = &tokens[at];
    match token.kind {
        Kind::Quote(_) => {
            // A quotation that begins a name: `„Bild“-Zeitung` is read as what it is called.
            return (at + 1, ElementKind::Quote);
        }
        Kind::Comma | Kind::Colon | Kind::Semicolon | Kind::Dash | Kind::Stop => {
            return (at + 1, ElementKind::Border);
        }
        Kind::Open => {
            let inside = tokens[at..].iter().take(BRACKET);
            let close = inside
                .take_while(|token| token.quote().is_none())
                .position(|token| token.kind == Kind::Close);
            let end = close.map_or(at, |close| at + close) + 1;
            return (end, ElementKind::Bracket);
        }
        Kind::Close | Kind::Other => return (at + 1, ElementKind::Bracket),
        Kind::Word(_) | Kind::Number => {}
    }
    let begins_clause = token.is(Class::SUBORDINATE)
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is(Class::PRONOUN) && !next.is(Class::DETERMINER));
    if token.is(Class::PREPOSITION) && !begins_clause {
        let inner = governed(sentence, at + 1, tokens.len()).or_else(|| {
            // `bis zum Abend`, `von rund 20 Leuten`
            let next = tokens.get(at + 1)?;
            let skips = next.is(Class::PREPOSITION.or(Class::ADVERB)) && !next.is_capital();
            governed(sentence, at + 2, tokens.len()).filter(|_| skips)
        });
        return match inner {
            Some(phrase) => (phrase.range.end, ElementKind::Governed(phrase)),
            None => (at + 1, ElementKind::Word),
        };
    }
    // `„…“, meinen die Bürger`
    let is_verb = token.is(Class::SAYS)
        && token.is(Class::OBLIQUE)
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is(Class::DETERMINER));
    if is_verb {
        return (at + 1, ElementKind::Word);
    }
    match phrase(sentence, at, tokens.len()) {
        Some(phrase) => (phrase.range.end, ElementKind::Phrase(phrase)),
        None => (at + 1, ElementKind::Word),
    }
}

impl Phrase {
    pub(super) fn can_be_subject(&self) -> bool {
        self.case != Case::Oblique
    }
}
