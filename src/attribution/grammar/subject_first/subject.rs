//! Who does what a verb says.

use std::ops::Range;

use super::clause::{DEEPEST, Form, STRONG};
use super::parse::{Parser, Place};
use crate::attribution::lexicon::Class;
use crate::attribution::token::Kind;

impl Parser<'_> {
    /// The subject of the verb at `at`; `before` is the last token before it that is no adverb,
    /// auxiliary verb or day.
    pub(super) fn subject_of(
        &self,
        at: usize,
        form: Form,
        before: Option<usize>,
    ) -> Option<Range<usize>> {
        let tokens = self.sentence.tokens;
        let before = before?;
        let token = &tokens[before];
        match form {
            Form::Participle => return self.subject_of_participle(before),
            Form::Infinitive => return self.known(),
            _ => {}
        }
        if token.is(Class::RELATIVE) || (token.is(Class::THAT) && before > 0) {
            return self.antecedent(before).or_else(|| self.known());
        }
        if let Some(phrase) = self.marks[before].phrase.clone() {
            return self.subject_beside(phrase);
        }
        match token.kind {
            Kind::Comma | Kind::Dash | Kind::Close | Kind::Other => {
                self.head.clone().or_else(|| self.main.clone())
            }
            _ if token.is(Class::AND) => self.subject_before_and(at),
            _ if self.marks[before].form.is_some() => self.marks[before].subject.clone(),
            _ => self.head.clone(),
        }
        .or_else(|| self.known())
    }

    /// The subject of the clause that goes on.
    fn known(&self) -> Option<Range<usize>> {
        self.in_force.clone().or_else(|| self.main.clone())
    }

    fn subject_of_participle(&self, before: usize) -> Option<Range<usize>> {
        if self.with.is_some() {
            return self.with.clone();
        }
        // `Smith calling it a success`
        if let Some((phrase, Place::Start)) = &self.last
            && phrase.end == before + 1
            && (self.sentence.is_name(before) || self.sentence.tokens[before].is(Class::PRONOUN))
        {
            return Some(phrase.clone());
        }
        self.main
            .clone()
            .or_else(|| self.in_force.clone())
            .or_else(|| self.head.clone())
            .or_else(|| self.marks[before].phrase.clone())
    }

    /// Whom the pronoun at `pronoun` takes up: `who`.
    fn antecedent(&self, pronoun: usize) -> Option<Range<usize>> {
        let tokens = self.sentence.tokens;
        let names = |phrase: &Range<usize>| {
            self.sentence.is_name(phrase.end - 1)
                || tokens[phrase.end - 1].is(Class::PERSON | Class::GROUP)
        };
        let mut end = pronoun;
        while end > 0
            && (tokens[end - 1].kind == Kind::Comma || tokens[end - 1].is(Class::PREPOSITION))
        {
            end -= 1;
        }
        let nearest = self.marks[end.checked_sub(1)?].phrase.clone();
        // `a man in the party, who said`
        if end < pronoun && !nearest.as_ref().is_some_and(names) {
            let first = self.segment_before.clone().filter(names);
            return first.or(nearest);
        }
        nearest
    }

    /// The subject where `phrase` stands before the verb.
    fn subject_beside(&self, phrase: Range<usize>) -> Option<Range<usize>> {
        let tokens = self.sentence.tokens;
        // `a man in the party said`
        if self.is_behind_preposition(phrase.start) {
            let first = self.segment.clone().or_else(|| self.head.clone());
            return first.or(Some(phrase));
        }
        // `what she calls`
        let is_what = phrase.start > 0 && tokens[phrase.start - 1].is(Class::WHAT);
        if is_what && tokens[phrase.start].is(Class::PRONOUN) {
            return self.known().or(Some(phrase));
        }
        Some(phrase)
    }

    /// The subject that a verb at `at` behind `and` shares: of verbs of saying who said what is said
    /// before it.
    fn subject_before_and(&self, at: usize) -> Option<Range<usize>> {
        let mut verb = self.finite?;
        if self.sentence.tokens[at].is(STRONG) {
            for _ in 0..DEEPEST {
                match self.marks[verb].parent {
                    Some(parent) => verb = parent,
                    None => break,
                }
            }
        }
        self.marks[verb].subject.clone()
    }
}
