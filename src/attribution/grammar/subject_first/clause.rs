//! The clauses of a sentence, in one pass from left to right: its phrases, its verbs, and of each
//! verb the phrase that is its subject.

use std::ops::Range;

use super::parse::Parser;
use crate::attribution::lexicon::Class;
use crate::attribution::sentence::Sentence;

/// A sentence with its clauses.
pub(super) struct Clauses<'a> {
    pub(super) sentence: Sentence<'a>,
    /// Of each token.
    marks: Vec<Mark>,
}

/// What is known of a token.
#[derive(Clone, Default)]
pub(super) struct Mark {
    /// How the verb stands, where one stands there.
    pub(super) form: Option<Form>,
    /// The phrase the token stands in.
    pub(super) phrase: Option<Range<usize>>,
    /// The subject of the verb.
    pub(super) subject: Option<Range<usize>>,
    /// The subject of the clause that goes on here.
    pub(super) in_force: Option<Range<usize>>,
    /// The verb of saying whose object the verb's clause is.
    pub(super) parent: Option<usize>,
    /// The last verb up to here that may bring somebody's words.
    pub(super) cue: Option<usize>,
    /// The last finite verb up to here.
    pub(super) finite: Option<usize>,
}

/// How a verb stands in its clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    Finite,
    /// `saying`
    Participle,
    /// `to say`
    Infinitive,
    /// `was called`
    Passive,
    /// `the plan called`, which says what is called so, not that somebody speaks.
    Reduced,
    /// The noun of `Smith’s claim`.
    Noun,
}

/// Verbs that may bring somebody's words.
pub(super) const CUES: Class = Class::SAYS
    .or(Class::SAYING)
    .or(Class::HINTS)
    .or(Class::HINTING);

/// Verbs of saying.
pub(super) const STRONG: Class = Class::SAYS.or(Class::SAYING);

/// Who says that somebody said that somebody said: no further.
pub(super) const DEEPEST: usize = 8;

impl<'a> Clauses<'a> {
    pub(super) fn new(sentence: Sentence<'a>) -> Clauses<'a> {
        let marks = Parser::new(sentence).marks();
        Clauses { sentence, marks }
    }

    /// How the verb at `at` stands, where one stands there.
    pub(super) fn form(&self, at: usize) -> Option<Form> {
        self.marks.get(at)?.form
    }

    /// Whether the token at `at` is a verb of that class.
    pub(super) fn is_verb(&self, at: usize, class: Class) -> bool {
        self.form(at).is_some() && self.sentence.tokens[at].is(class)
    }

    /// The phrase that the token at `at` stands in.
    pub(super) fn phrase(&self, at: usize) -> Option<Range<usize>> {
        self.marks.get(at)?.phrase.clone()
    }

    /// The phrase that begins at `at`.
    pub(super) fn phrase_from(&self, at: usize) -> Option<Range<usize>> {
        self.phrase(at).filter(|phrase| phrase.start == at)
    }

    /// The subject of the verb at `at`.
    pub(super) fn subject(&self, at: usize) -> Option<Range<usize>> {
        self.marks[at].subject.clone()
    }

    /// The verb of saying with which the clause of the verb at `at` is said.
    pub(super) fn parent(&self, at: usize) -> Option<usize> {
        self.marks[at].parent
    }

    /// The subject of the clause that goes on at `at`.
    pub(super) fn in_force(&self, at: usize) -> Option<Range<usize>> {
        self.marks[at].in_force.clone()
    }

    /// The last finite verb before `at`.
    pub(super) fn finite_before(&self, at: usize) -> Option<usize> {
        self.marks[at.checked_sub(1)?].finite
    }

    /// The outermost verb of saying that the verb at `at` is said with.
    pub(super) fn root(&self, mut at: usize) -> usize {
        for _ in 0..DEEPEST {
            match self.marks[at].parent {
                Some(parent) => at = parent,
                None => break,
            }
        }
        at
    }

    /// Whether the clause of the verb at `at` is said with the verb of saying at `cue`.
    pub(super) fn is_said_with(&self, mut at: usize, cue: usize) -> bool {
        for _ in 0..DEEPEST {
            match self.marks[at].parent {
                Some(parent) if at != cue => at = parent,
                _ => break,
            }
        }
        at == cue
    }

    /// The last finite verb of the sentence.
    pub(super) fn last_verb(&self) -> Option<usize> {
        self.marks.last()?.finite
    }

    /// The last verb before `at` that may bring somebody's words.
    pub(super) fn cue_before(&self, at: usize) -> Option<usize> {
        self.marks[at.checked_sub(1)?].cue
    }
}
