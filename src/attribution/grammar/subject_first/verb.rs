//! Which words are verbs where they stand, and in what form.

use super::clause::Form;
use super::parse::{Parser, Place};
use super::phrase::VERBAL;
use crate::attribution::lexicon::Class;
use crate::attribution::token::{Case, Kind};

impl Parser<'_> {
    /// How the word at `at` is a verb here, if it is one.
    pub(super) fn form(&self, at: usize) -> Option<Form> {
        let sentence = self.sentence;
        let token = &sentence.tokens[at];
        if !matches!(token.kind, Kind::Word(_)) || sentence.is_name(at) {
            return None;
        }
        let before = self.significant_before(at);
        if !token.is(VERBAL) {
            return self.unknown_verb(at, before).then_some(Form::Finite);
        }
        let prior = before.map(|before| &sentence.tokens[before]);
        if prior.is_some_and(|prior| prior.is(Class::TO))
            && !token.is(Class::PAST | Class::PARTICIPLE)
        {
            return Some(Form::Infinitive);
        }
        let auxiliary = self.auxiliary(at);
        if token.is(Class::SAYING | Class::HINTING | Class::PARTICIPLE) {
            let is_progressive =
                auxiliary.is_some_and(|auxiliary| sentence.tokens[auxiliary].is(Class::BE));
            return Some(if is_progressive {
                Form::Finite
            } else {
                Form::Participle
            });
        }
        if let Some(auxiliary) = auxiliary {
            return Some(if self.is_passive(at, auxiliary) {
                Form::Passive
            } else {
                Form::Finite
            });
        }
        let is_verb = if token.is(Class::BASE) {
            self.is_verb_in_base(before?)
        } else {
            !token.is(Class::NOUNLIKE) || self.is_verb_and_no_noun(before?)
        };
        if is_verb && self.is_reduced(at, before) {
            return Some(Form::Reduced);
        }
        is_verb.then_some(Form::Finite)
    }

    /// The auxiliary verb before the verb at `at`.
    fn auxiliary(&self, at: usize) -> Option<usize> {
        let sentence = self.sentence;
        let is_auxiliary = |at: &usize| sentence.tokens[*at].is(Class::AUXILIARY);
        (0..at)
            .rev()
            .take(4)
            .take_while(|at| sentence.is_adverb(*at) || is_auxiliary(at))
            .find(is_auxiliary)
    }

    /// Whether the verb at `at` is a passive with the auxiliary verb at `auxiliary`.
    fn is_passive(&self, at: usize, auxiliary: usize) -> bool {
        let tokens = self.sentence.tokens;
        let is_past = !tokens[at].is(Class::BASE | Class::NOUNLIKE | Class::AUXILIARY);
        let is_reflexive = auxiliary > 0 && tokens[auxiliary - 1].is(Class::REFLEXIVE);
        tokens[auxiliary].is(Class::BE) && is_past && !is_reflexive
    }

    /// Whether a form such as `state` is a verb behind the token at `before`.
    fn is_verb_in_base(&self, before: usize) -> bool {
        let prior = &self.sentence.tokens[before];
        let follows_infinitive = prior.is(Class::AND)
            && before > 0
            && self.marks[before - 1].form == Some(Form::Infinitive);
        prior.is(Class::RELATIVE)
            || (prior.is(Class::PRONOUN) && !prior.is(Class::ARTICLE))
            || self.sentence.is_plural(before)
            || follows_infinitive
    }

    /// Whether a form such as `reports` is a verb behind the token at `before`.
    fn is_verb_and_no_noun(&self, before: usize) -> bool {
        let prior = &self.sentence.tokens[before];
        prior.is(Class::RELATIVE | Class::PRONOUN | Class::AND)
            || matches!(prior.kind, Kind::Comma | Kind::Close | Kind::Quote(_))
            || self.marks[before].phrase.is_some()
                && !prior.is(Class::GENITIVE)
                && !self.is_object(before)
    }

    /// Whether a word that stands in no table is a verb: it stands behind a subject.
    fn unknown_verb(&self, at: usize, before: Option<usize>) -> bool {
        let token = &self.sentence.tokens[at];
        token.kind == Kind::Word(Case::Small)
            && token.class == Class::NONE
            && self.place == Place::Subject
            && before.is_some_and(|before| {
                self.marks[before].phrase.is_some()
                    && !self.sentence.tokens[before].is(Class::GENITIVE)
            })
    }

    /// The last token before `at` that is no adverb, auxiliary verb or day.
    pub(super) fn significant_before(&self, at: usize) -> Option<usize> {
        let tokens = self.sentence.tokens;
        let mut end = at;
        let mut left = 8;
        while end > 0 && left > 0 {
            left -= 1;
            let before = &tokens[end - 1];
            if let Some((open, close)) = self.parenthesis
                && close == end - 1
            {
                end = open;
                continue;
            }
            let is_light = (before.is(Class::AUXILIARY) || self.sentence.is_adverb(end - 1))
                && !before.is(Class::PRONOUN)
                && self.marks[end - 1].phrase.is_none();
            if is_light {
                end -= 1;
            } else if before.is(Class::TIME) && self.marks[end - 1].phrase.is_none() && end > 1 {
                end -= 1;
                if tokens[end - 1].is(Class::PREPOSITION) {
                    end -= 1;
                }
            } else {
                break;
            }
        }
        end.checked_sub(1)
    }

    /// Whether the form of the past at `at` only says more of the object before it: `the plan called`.
    fn is_reduced(&self, at: usize, before: Option<usize>) -> bool {
        let tokens = self.sentence.tokens;
        let token = &tokens[at];
        let is_past = token.is(Class::PAST | Class::SAYS | Class::HINTS)
            && !token.is(Class::BASE | Class::NOUNLIKE | Class::AUXILIARY | Class::VERB);
        let Some(before) = before.filter(|before| is_past && before + 1 == at) else {
            return false;
        };
        let Some(phrase) = &self.marks[before].phrase else {
            return false;
        };
        let is_speaker = tokens[before].is(Class::PRONOUN)
            || (self.sentence.is_name(before) && token.is(Class::SAYS));
        if is_speaker || self.open.is_some() {
            return false;
        }
        let is_adjunct = self.finite.is_some()
            && self.segment.is_none()
            && self.is_behind_preposition(phrase.start);
        is_adjunct || self.is_object(before)
    }

    /// Whether the phrase that holds the token at `at` is the object of a verb.
    fn is_object(&self, at: usize) -> bool {
        let phrase = self.marks[at].phrase.as_ref();
        self.open.is_none()
            && self
                .last
                .as_ref()
                .is_some_and(|(last, place)| Some(last) == phrase && *place == Place::Predicate)
    }
}
