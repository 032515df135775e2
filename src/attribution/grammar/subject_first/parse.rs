//! Reads a sentence from left to right, a phrase, a verb or a sign at a time.

use std::ops::Range;

use super::clause::{CUES, Form, Mark, STRONG};
use crate::attribution::lexicon::Class;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::Kind;

/// Where in a clause the next token stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At the start of a clause that may be a main clause.
    Start,
    /// At the start of a clause that depends on another.
    Under,
    /// Behind the subject.
    Subject,
    /// Behind the verb.
    Predicate,
}

/// A reader of a sentence, and what it keeps in mind.
pub(super) struct Parser<'a> {
    pub(super) sentence: Sentence<'a>,
    pub(super) marks: Vec<Mark>,
    /// Where in its clause the next token stands.
    pub(super) place: Place,
    /// The first phrase of the clause, before its verb is found.
    pub(super) head: Option<Range<usize>>,
    /// The subject of the main clause.
    pub(super) main: Option<Range<usize>>,
    /// The subject of the clause that goes on.
    pub(super) in_force: Option<Range<usize>>,
    /// The last verb that may bring somebody's words.
    pub(super) cue: Option<usize>,
    /// The last verb of saying, as long as what it says may begin.
    pub(super) open: Option<usize>,
    /// The first phrase since the last border.
    pub(super) segment: Option<Range<usize>>,
    /// The first phrase between the last two borders.
    pub(super) segment_before: Option<Range<usize>>,
    /// The last phrase, and where it stood in its clause.
    pub(super) last: Option<(Range<usize>, Place)>,
    /// Participles before the subject: `Saying “…”, Smith left`.
    pub(super) leading: Vec<usize>,
    /// The last finite verb.
    pub(super) finite: Option<usize>,
    /// Who does something at the side: `with Smith saying`.
    pub(super) with: Option<Range<usize>>,
    /// What stood before the parenthesis that is open.
    pub(super) outside: Option<Outside>,
    /// The last parenthesis.
    pub(super) parenthesis: Option<(usize, usize)>,
}

/// What stood before a parenthesis.
pub(super) struct Outside {
    /// Where the parenthesis begins.
    start: usize,
    place: Place,
    head: Option<Range<usize>>,
}

impl<'a> Parser<'a> {
    pub(super) fn new(sentence: Sentence<'a>) -> Parser<'a> {
        Parser {
            sentence,
            marks: vec![Mark::default(); sentence.tokens.len()],
            place: Place::Start,
            head: None,
            main: None,
            in_force: None,
            cue: None,
            open: None,
            segment: None,
            segment_before: None,
            last: None,
            leading: Vec::new(),
            finite: None,
            with: None,
            outside: None,
            parenthesis: None,
        }
    }

    /// What is known of each token.
    pub(super) fn marks(mut self) -> Vec<Mark> {
        let len = self.sentence.tokens.len();
        let mut at = 0;
        while at < len {
            let end = self.step(at);
            for mark in &mut self.marks[at..end] {
                mark.in_force.clone_from(&self.in_force);
                mark.cue = self.cue;
                mark.finite = self.finite;
            }
            at = end;
        }
        self.marks
    }

    /// Reads what begins at `at`; what comes out is where it ends.
    fn step(&mut self, at: usize) -> usize {
        let sentence = self.sentence;
        if let Some(form) = self.form(at) {
            self.verb(at, form);
            return at + 1;
        }
        if let Some(phrase) = sentence.phrase_at(at, sentence.tokens.len()) {
            let end = phrase.end;
            self.phrase(&phrase);
            return end;
        }
        self.sign(at);
        at + 1
    }

    /// Reads a sign, or a word that joins clauses.
    fn sign(&mut self, at: usize) {
        let sentence = self.sentence;
        let token = &sentence.tokens[at];
        match token.kind {
            Kind::Open => {
                self.outside = Some(Outside {
                    start: at,
                    place: self.place,
                    head: self.head.take(),
                });
                self.boundary(Place::Start);
            }
            Kind::Close => {
                self.boundary(Place::Start);
                if let Some(outside) = self.outside.take() {
                    self.place = outside.place;
                    self.head = outside.head;
                    self.parenthesis = Some((outside.start, at));
                }
            }
            Kind::Comma | Kind::Dash | Kind::Quote(_) => self.boundary(Place::Start),
            Kind::Other if sentence.is_dash(at) => self.boundary(Place::Start),
            Kind::Semicolon | Kind::Colon => {
                self.boundary(Place::Start);
                self.head = None;
            }
            Kind::Word(_) if token.is(Class::THAT) && self.open.is_some() => {
                self.place = Place::Under;
            }
            // `Smith and Miller` are one subject.
            Kind::Word(_) if token.is(Class::AND) => {
                let joins = self.place == Place::Subject || self.with.is_some();
                if !joins {
                    self.boundary(Place::Start);
                }
            }
            Kind::Word(_) if token.is(Class::RELATIVE) => self.boundary(Place::Under),
            Kind::Word(_) if token.is(Class::SUBORDINATE) => {
                let is_preposition = token.is(Class::PREPOSITION)
                    && self.place != Place::Predicate
                    && self.place != Place::Start;
                if !is_preposition {
                    self.boundary(Place::Under);
                }
            }
            _ => {}
        }
    }

    /// Nothing goes on over this border but who waits for a verb.
    fn boundary(&mut self, place: Place) {
        self.place = place;
        self.open = None;
        self.with = None;
        if self.segment.is_some() {
            self.segment_before = self.segment.take();
        }
    }

    /// Reads a phrase.
    fn phrase(&mut self, phrase: &Range<usize>) {
        let tokens = self.sentence.tokens;
        for mark in &mut self.marks[phrase.clone()] {
            mark.phrase = Some(phrase.clone());
        }
        if phrase.start > 0 && tokens[phrase.start - 1].is(Class::WITH) {
            self.with = Some(phrase.clone());
        }
        self.claim(phrase);
        let is_time = tokens[phrase.end - 1].is(Class::TIME);
        if is_time || self.is_behind_preposition(phrase.start) {
            return;
        }
        self.last = Some((phrase.clone(), self.place));
        if self.segment.is_none() {
            self.segment = Some(phrase.clone());
        }
        if self.place == Place::Start && self.head.is_none() {
            self.head = Some(phrase.clone());
        }
        self.place = Place::Subject;
    }

    /// `Smith’s claim`: who makes it stands in the phrase.
    fn claim(&mut self, phrase: &Range<usize>) {
        let tokens = self.sentence.tokens;
        let noun = phrase.end - 1;
        let is_single = !self.sentence.is_plural(noun);
        let follows = tokens.get(phrase.end).is_some_and(|next| {
            next.is(Class::THAT)
                || next.quote().is_some() && self.open.is_none()
                || is_single
                    && (next.is(Class::TO)
                        || next.is(Class::PREPOSITION) && !next.is(Class::SUBORDINATE))
        });
        if !tokens[noun].is(Class::CLAIM) || !follows {
            return;
        }
        let owner = (phrase.start..noun)
            .rev()
            .find(|at| tokens[*at].is(Class::GENITIVE));
        if let Some(owner) = owner {
            self.marks[noun].form = Some(Form::Noun);
            self.marks[noun].subject = Some(phrase.start..owner + 1);
            self.cue = Some(noun);
        }
    }

    /// Reads the verb at `at`.
    fn verb(&mut self, at: usize, form: Form) {
        let tokens = self.sentence.tokens;
        let before = self.significant_before(at);
        self.place = Place::Predicate;
        if form == Form::Reduced {
            self.marks[at].form = Some(form);
            return;
        }
        let subject = self.subject_of(at, form, before);
        let start = subject.as_ref().map_or(at, |subject| subject.start);
        let parent = self
            .open
            .filter(|open| form != Form::Participle && start > *open);
        let mark = &mut self.marks[at];
        mark.form = Some(form);
        mark.parent = parent;
        mark.subject.clone_from(&subject);
        match form {
            Form::Finite | Form::Passive => {
                let is_relative =
                    before.is_some_and(|before| tokens[before].is(Class::RELATIVE | Class::THAT));
                let is_main = !is_relative && parent.is_none() && !self.is_under(start);
                if is_main && subject.is_some() {
                    self.main.clone_from(&subject);
                    for participle in self.leading.drain(..) {
                        self.marks[participle].subject.clone_from(&subject);
                    }
                }
                if !is_relative && subject == self.head {
                    self.head = None;
                }
                self.in_force = subject;
                self.finite = Some(at);
            }
            Form::Participle if subject.is_none() => self.leading.push(at),
            _ => {}
        }
        self.with = None;
        let token = &tokens[at];
        if token.is(CUES) && (token.is(STRONG) || !token.is(Class::AUXILIARY)) {
            self.cue = Some(at);
        }
        if token.is(STRONG) {
            self.open = Some(at);
        }
    }

    /// Whether the clause whose subject begins at `start` depends on another.
    fn is_under(&self, start: usize) -> bool {
        start.checked_sub(1).is_some_and(|before| {
            self.sentence.tokens[before].is(Class::SUBORDINATE | Class::RELATIVE)
        })
    }

    /// Whether a preposition stands before `start`.
    pub(super) fn is_behind_preposition(&self, start: usize) -> bool {
        start.checked_sub(1).is_some_and(|before| {
            let before = &self.sentence.tokens[before];
            (before.is(Class::PREPOSITION) && !before.is(Class::SUBORDINATE))
                || before.is(Class::TO | Class::BY)
        })
    }
}
