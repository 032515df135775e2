//! A sentence that is read as far as its clauses, and what can be asked of it.

use std::ops::Range;

use super::clause::{self, Clause, Clauses};
use super::cue::Strength;
use super::element::{self, Element};
use super::source::{self, Named};
use crate::attribution::lexicon::{Class, Lexicon};
use crate::attribution::reading::{Grade, Pattern, Source, Words};
use crate::attribution::sentence::Sentence;
use crate::attribution::token::Kind;

/// A sentence, read as far as its clauses.
pub(super) struct Parsed<'a> {
    pub(super) sentence: Sentence<'a>,
    pub(super) elements: Vec<Element>,
    pub(super) clauses: Clauses,
    pub(super) sources: Vec<Named>,
}

impl<'a> Parsed<'a> {
    pub(super) fn of(sentence: Sentence<'a>, lexicon: &Lexicon) -> Parsed<'a> {
        let elements = element::elements(sentence);
        let clauses = clause::clauses(sentence, &elements, lexicon, &mut String::new());
        let sources = source::sources(sentence, &elements);
        Parsed {
            sentence,
            elements,
            clauses,
            sources,
        }
    }
}

impl Parsed<'_> {
    pub(super) fn clause(&self, at: usize) -> &Clause {
        &self.clauses.clauses[at]
    }

    /// Who says what stands in the sentence before: `Das sagte Meier.`
    pub(super) fn says_so(&self) -> Option<Source> {
        let first = self.elements.first()?;
        let opens = matches!(self.sentence.word(first.range.start), "Das" | "Dies");
        if !opens || first.range.len() > 1 || self.elements.iter().any(Element::is_quote) {
            return None;
        }
        let [clause, ..] = self.clauses.clauses.as_slice() else {
            return None;
        };
        let cue = clause
            .cue
            .filter(|cue| cue.strength == Strength::Says && !clause.is_dependent)?;
        let is_whole = self.clauses.clauses[1..]
            .iter()
            .all(|clause| clause.cue.is_none());
        let subject = clause
            .subject
            .as_ref()
            .filter(|subject| subject.can_speak() && subject.range.start > 0 && is_whole)?;
        let cue = self.sentence.tokens[cue.at].range;
        Some(Source {
            cue: Some(Words::here(cue)),
            ..Source::new(
                self.sentence.range(&subject.range),
                Pattern::After,
                Grade::Likely,
            )
        })
    }

    /// Whether the words are a pronoun or hold one for somebody who speaks.
    pub(super) fn is_speaker(&self, words: &Range<usize>) -> bool {
        self.sentence.tokens[words.clone()].iter().any(|token| {
            token.is(Class::TITLE
                .or(Class::PERSON)
                .or(Class::GROUP)
                .or(Class::INSTITUTION)
                .or(Class::DOCUMENT)
                .or(Class::MEDIUM)
                .or(Class::PRONOUN))
        })
    }

    /// Whether a clause stands in the mood of what others say.
    pub(super) fn is_told(&self, clause: usize) -> bool {
        self.is_told_clause(self.clause(clause))
    }

    pub(super) fn is_told_clause(&self, clause: &Clause) -> bool {
        let finite = clause
            .finite
            .map(|at| &self.sentence.tokens[self.elements[at].range.start]);
        !clause.is_dependent && finite.is_some_and(|token| token.is(Class::SUBJUNCTIVE))
    }

    pub(super) fn follows_colon(&self, quote: usize) -> bool {
        let start = self.elements[quote].range.start;
        start > 0 && self.sentence.tokens[start - 1].kind == Kind::Colon
    }

    /// Whether the element stands in a clause that tells what others say.
    pub(super) fn is_reported(&self, element: usize) -> bool {
        self.clauses.owners[element].is_some_and(|own| {
            let clause = self.clause(own);
            let finite = clause
                .finite
                .map(|at| &self.sentence.tokens[self.elements[at].range.start]);
            finite.is_some_and(|token| token.is(Class::SUBJUNCTIVE))
        })
    }

    /// Whether the sentence goes on in the mood of what others say.
    pub(super) fn goes_on(&self) -> bool {
        let main = self
            .clauses
            .clauses
            .iter()
            .find(|clause| !clause.is_dependent && clause.finite.is_some());
        main.is_some_and(|main| self.is_told_clause(main))
    }

    /// The subject of the sentence.
    pub(super) fn main_subject(&self) -> Option<Range<usize>> {
        let main = self
            .clauses
            .clauses
            .iter()
            .find(|clause| !clause.is_dependent && clause.finite.is_some())?;
        main.subject
            .as_ref()
            .filter(|subject| subject.can_speak())
            .map(|subject| subject.range.clone())
            .filter(|subject| {
                // No quotation speaks itself: `eine „große Koalition“`.
                let words = &self.sentence.tokens[subject.clone()];
                words.last().is_some_and(|last| last.quote().is_none())
                    && words
                        .iter()
                        .all(|word| word.quote().is_none() || words.len() > 2)
            })
    }
}
