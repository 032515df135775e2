//! Where the verb of a piece of a sentence stands.

use super::clause::{Piece, Reader};
use super::element::Element;
use super::phrase::Phrase;
use crate::attribution::lexicon::Class;
use crate::attribution::token::{Kind, Token};

impl Reader<'_> {
    /// Whether the verb of the piece stands last: behind `dass`, `weil`, `der`.
    pub(super) fn is_dependent(&self, piece: &Piece) -> bool {
        let first = &self.elements[piece.elements.start];
        let opener = self.token(first.range.start);
        let next = self.sentence.tokens.get(first.range.start + 1);
        let ends_in_verb = self.last_verb(piece).is_some();
        if opener.is(Class::SUBORDINATE) {
            let word = self.sentence.word(first.range.start).to_lowercase();
            let is_doubtful = matches!(
                word.as_str(),
                "als" | "wie" | "während" | "da" | "seit" | "warum" | "woher" | "wann"
            );
            // `…, wie Meier, der Chef der Bahn, sagte`
            let waits = word == "wie"
                && piece.before == Some(Kind::Comma)
                && piece.elements.len() == 2
                && self.elements[piece.elements.end - 1]
                    .phrase()
                    .is_some_and(Phrase::can_speak);
            return !is_doubtful || ends_in_verb || waits;
        }
        let is_relative = opener.is(Class::RELATIVE)
            || opener.is(Class::PREPOSITION) && next.is_some_and(|next| next.is(Class::RELATIVE));
        is_relative && piece.before == Some(Kind::Comma) && ends_in_verb && !self.is_second(piece)
    }

    /// Whether the verb stands second, behind a noun with its article: `die Brücke sei sicher`.
    fn is_second(&self, piece: &Piece) -> bool {
        let first = &self.elements[piece.elements.start];
        let second = piece.elements.start + 1;
        let verb = self
            .elements
            .get(second)
            .filter(|_| second < piece.elements.end);
        let Some(verb) = verb.and_then(Element::word).map(|word| self.token(word)) else {
            return false;
        };
        let is_last = second + 1 == piece.elements.end;
        first.phrase().is_some_and(|phrase| phrase.range.len() > 1)
            && (verb.is(Class::SUBJUNCTIVE) || verb.is(VERBS) && !is_last)
    }

    /// The verb at the end of a piece that something stands before.
    pub(super) fn last_verb(&self, piece: &Piece) -> Option<usize> {
        self.verb_last(piece)
            .filter(|at| *at > piece.elements.start)
    }

    /// The verb at the end of a piece.
    pub(super) fn verb_last(&self, piece: &Piece) -> Option<usize> {
        let at = piece
            .elements
            .clone()
            .rev()
            .find(|at| !self.elements[*at].is_quote())?;
        let word = self.elements[at].word()?;
        let token = self.token(word);
        let is_verb =
            token.is(VERBS) || token.is_word() && !token.is_capital() && token.class == Class::NONE;
        is_verb.then_some(at)
    }

    /// Whether a participle describes the noun behind it: `so gewonnene | Daten`.
    fn describes(&self, word: usize) -> bool {
        const ENDINGS: [&str; 2] = ["ene", "enen"];
        let next = self.sentence.tokens.get(word + 1);
        next.is_some_and(Token::is_capital)
            && ENDINGS
                .iter()
                .any(|ending| self.sentence.word(word).ends_with(ending))
    }

    /// The finite verb of a main clause.
    pub(super) fn finite(&self, piece: &Piece) -> Option<usize> {
        let mut has_front = !self.pending.is_empty();
        // `hat …, „…“ und den Rest betont`: the rest of a verb in two parts is no new one.
        let waits = self.main.is_some_and(|main| {
            let finite = self.clauses[main].finite;
            finite.is_some_and(|at| {
                self.token(self.elements[at].range.start)
                    .is(Class::AUXILIARY)
            })
        });
        for at in piece.elements.clone() {
            if let Some(word) = self.elements[at].word() {
                let token = self.token(word);
                let is_infinitive = word > 0 && self.sentence.word(word - 1) == "zu";
                let is_rest = waits
                    && at + 1 == piece.elements.end
                    && (token.is(Class::SPOKEN) || token.class == Class::NONE);
                if token.is_word() && !token.is_capital() && !is_infinitive && !is_rest {
                    if token.is(Class::AUXILIARY
                        .or(Class::SAYS)
                        .or(Class::HINTS)
                        .or(Class::FINITE)
                        .or(Class::SUBJUNCTIVE))
                    {
                        return Some(at);
                    }
                    if token.class == Class::NONE
                        && has_front
                        && !waits
                        && is_verb_like(self.sentence.word(word))
                        && !self.describes(word)
                    {
                        return Some(at);
                    }
                }
            }
            has_front = true;
        }
        None
    }
}

const VERBS: Class = Class::AUXILIARY
    .or(Class::SAYS)
    .or(Class::HINTS)
    .or(Class::FINITE)
    .or(Class::SUBJUNCTIVE)
    .or(Class::SPOKEN);

/// Whether an unknown word in small letters may be a finite verb.
fn is_verb_like(word: &str) -> bool {
    const NO_VERB: [&str; 20] = [
        "lich", "weise", "ig", "isch", "bar", "sam", "los", "tens", "mals", "wärts", "end", "ende",
        "maßen", "haft", "falls", "halb", "voll", "er", "em", "es",
    ];
    word.chars().count() > 2 && !NO_VERB.iter().any(|ending| word.ends_with(ending))
}
