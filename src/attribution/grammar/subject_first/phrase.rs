//! The phrases that can name somebody: a name with its titles, a pronoun, a description.

use std::ops::Range;

use crate::attribution::lexicon::Class;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Case, Kind};

impl Sentence<'_> {
    /// The phrase that begins at `at` and ends before `high`.
    pub(super) fn phrase_at(&self, at: usize, high: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let high = high.min(at + LONGEST);
        let first = tokens.get(at).filter(|_| at < high)?;
        if !self.can_begin(at) {
            return None;
        }
        let is_pronoun = first.is(Class::PRONOUN)
            && !(first.is(Class::DETERMINER)
                && at + 1 < high
                && self.continues(at..at + 1, at + 1, high));
        if is_pronoun {
            return Some(at..at + 1);
        }
        let mut end = at + 1;
        while end < high && self.continues(at..end, end, high) {
            end += 1;
        }
        while end > at + 1 && tokens[end - 1].is(LOOSE) && !self.is_name(end - 1) {
            end -= 1;
        }
        let is_bare = end == at + 1 && first.is(Class::DETERMINER) && !first.is(Class::PRONOUN);
        (!is_bare).then_some(at..end)
    }

    /// Whether the token at `next` belongs to the phrase that has begun before it.
    fn continues(&self, phrase: Range<usize>, next: usize, high: usize) -> bool {
        let tokens = self.tokens;
        let token = &tokens[next];
        let before = &tokens[next - 1];
        let is_open = before.is(Class::DETERMINER | Class::GENITIVE) || before.kind == Kind::Number;
        match token.kind {
            Kind::Word(_) if self.is_name(next) => true,
            Kind::Word(_) if token.is(Class::PARTICLE) => {
                let follows = (next + 1 < high).then(|| &tokens[next + 1]);
                follows.is_some_and(|follows| {
                    self.is_name(next + 1)
                        || follows.is(Class::DETERMINER | Class::PARTICLE)
                        || (matches!(follows.kind, Kind::Word(Case::Small))
                            && !follows.is(STOPS.or(Class::PRONOUN)))
                        || follows.kind == Kind::Number
                })
            }
            Kind::Word(_) if token.is(Class::DETERMINER) => {
                before.is(Class::PARTICLE | Class::DETERMINER)
            }
            Kind::Word(Case::Small) if token.is(Class::BASE | Class::NOUNLIKE) => {
                self.is_noun(is_open, next, high)
            }
            // `the proposed ban`, but `the debate ended`
            Kind::Word(Case::Small) if token.is(VERBAL) => {
                is_open && !before.is(Class::PRONOUN) && !token.is(Class::AUXILIARY)
            }
            Kind::Word(Case::Small) if self.is_adverb(next) => {
                is_open
                    && next + 1 < high
                    && matches!(tokens[next + 1].kind, Kind::Word(_))
                    && !tokens[next + 1].is(Class::AUXILIARY | Class::SAYS)
            }
            Kind::Word(_) if token.is(STOPS.or(Class::PRONOUN)) => false,
            // `Republican presidential candidate`, `a Smith supporter`
            Kind::Word(Case::Small) if self.is_name(next - 1) && !token.is(HEADS) => {
                let begins = tokens[phrase.start].is(Class::DETERMINER | Class::GENITIVE);
                let leads = next + 1 < high
                    && (self.is_name(next + 1) || tokens[next + 1].is(HEADS))
                    && !tokens[next + 1].is(Class::NOUNLIKE);
                token.class == Class::NONE && (leads || begins && !self.word(next).ends_with('s'))
            }
            Kind::Word(Case::Small) => true,
            Kind::Number => is_open || next == phrase.start,
            // `Sanders’ campaign`
            Kind::Other => self.is_apostrophe(next) && self.is_name(next - 1),
            _ => false,
        }
    }

    /// Whether a form that is a verb or a noun is a noun inside of a phrase.
    fn is_noun(&self, is_open: bool, at: usize, high: usize) -> bool {
        let tokens = self.tokens;
        let before = &tokens[at - 1];
        if is_open {
            return true;
        }
        if before.is(Class::PRONOUN | Class::AUXILIARY) {
            return false;
        }
        if tokens[at].is(Class::BASE) {
            // A verb's base stands behind several.
            return !self.is_plural(at - 1);
        }
        // `his recent remarks about`
        !self.is_name(at - 1)
            && !before.is(HEADS)
            && at + 1 < high
            && tokens[at + 1].is(Class::PREPOSITION | Class::AUXILIARY)
    }

    /// Whether the word at `at` names several.
    pub(super) fn is_plural(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let word = self.word(at);
        token.is(Class::GROUP)
            || (token.is_word()
                && word.ends_with('s')
                && !word.ends_with("ss")
                && !token.is(Class::GENITIVE | Class::DETERMINER | Class::PREPOSITION))
    }

    /// Whether a phrase can begin with that word.
    pub(super) fn can_begin(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.is_word()
            && (self.is_name(at)
                || token.is(Class::DETERMINER
                    | Class::PRONOUN
                    | Class::TITLE
                    | HEADS
                    | Class::GENITIVE))
            || token.kind == Kind::Number
                && self.tokens.get(at + 1).is_some_and(|next| {
                    next.is_word() && !next.is(STOPS.or(Class::PRONOUN).or(Class::DETERMINER))
                })
    }

    /// Whether a word is part of a name: written with a capital, and no other word at a sentence's
    /// start.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if !token.is_capital() || token.is(Class::NO_NAME) {
            return false;
        }
        if token.is(Class::TIME) {
            // `Theresa May`
            return token.is(Class::AUXILIARY) && at > 0 && self.tokens[at - 1].is_capital();
        }
        let starts = at == 0
            || matches!(
                self.tokens[at - 1].kind,
                Kind::Colon | Kind::Quote(_) | Kind::Open | Kind::Dash | Kind::Stop
            );
        !(starts && self.is_common_at_start(at))
    }

    /// Whether the capital word that starts a sentence is one that has it only from there.
    fn is_common_at_start(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        // `Will said`
        let follows_verb = self.tokens.get(at + 1).is_some_and(|next| {
            next.is(Class::SAYS | Class::HINTS | Class::PAST)
                && !next.is(Class::BASE | Class::AUXILIARY | Class::NOUNLIKE)
        });
        // `Will Smith called`
        let names_two = token.is(Class::AUXILIARY)
            && self
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.is_capital() && !next.is(Class::NO_NAME))
            && self.tokens.get(at + 2).is_some_and(|next| {
                next.is(Class::SAYS | Class::HINTS) && !next.is(Class::BASE | Class::AUXILIARY)
            });
        let follows_verb = follows_verb || names_two;
        let may_be = token.is(Class::AUXILIARY | Class::PREPOSITION) && !token.is(Class::BE);
        token.is(COMMON) && !(follows_verb && may_be)
    }

    pub(super) fn is_adverb(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.is(Class::ADVERB | Class::NOT)
    }

    /// Whether a dash stands at `at`; the wire writes it as hyphens too.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.tokens[at].kind == Kind::Dash
            || self.tokens[at].kind == Kind::Other && self.word(at) == "-"
    }

    pub(super) fn is_apostrophe(&self, at: usize) -> bool {
        matches!(self.word(at), "'" | "’")
    }
}

/// No phrase has more words.
const LONGEST: usize = 40;

/// Nouns that name who speaks.
const HEADS: Class = Class::PERSON
    .or(Class::GROUP)
    .or(Class::DOCUMENT)
    .or(Class::INSTITUTION)
    .or(Class::TITLE);

/// Forms of verbs.
pub(super) const VERBAL: Class = Class::SAYS
    .or(Class::HINTS)
    .or(Class::SAYING)
    .or(Class::HINTING)
    .or(Class::AUXILIARY)
    .or(Class::BEHIND)
    .or(Class::PAST)
    .or(Class::PARTICIPLE)
    .or(Class::VERB);

/// Words that end a phrase.
const STOPS: Class = VERBAL
    .or(Class::PREPOSITION)
    .or(Class::RELATIVE)
    .or(Class::AND)
    .or(Class::SUBORDINATE)
    .or(Class::TIME)
    .or(Class::TO)
    .or(Class::ADVERB)
    .or(Class::NOT);

/// Words that no phrase ends with.
const LOOSE: Class = Class::PARTICLE.or(Class::DETERMINER).or(Class::ADVERB);

/// Words that are no names where only their place gives them a capital.
const COMMON: Class = VERBAL
    .or(Class::PREPOSITION)
    .or(Class::RELATIVE)
    .or(Class::AND)
    .or(Class::SUBORDINATE)
    .or(Class::ADVERB)
    .or(Class::NOT)
    .or(Class::ACCORDING)
    .or(Class::TO);
