//! The clauses of a sentence, in one pass from left to right: its phrases, its verbs, and of each
//! verb the phrase that is its subject.

use std::ops::Range;

use super::phrase::VERBAL;
use crate::attribution::lexicon::Class;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Case, Kind};

/// A sentence with its clauses.
pub(super) struct Clauses<'a> {
    pub(super) sentence: Sentence<'a>,
    marks: Vec<Mark>,
    last: Option<usize>,
}

/// What is known of a token.
#[derive(Clone, Default)]
struct Mark {
    form: Option<Form>,
    /// The phrase the token stands in.
    phrase: Option<Range<usize>>,
    /// The subject of the verb.
    subject: Option<Range<usize>>,
    /// The subject of the clause that goes on here.
    in_force: Option<Range<usize>>,
    /// The verb of saying whose object the verb's clause is.
    parent: Option<usize>,
    /// The last verb up to here that may bring somebody's words.
    cue: Option<usize>,
    /// The last finite verb up to here.
    finite: Option<usize>,
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

/// Who says that somebody said that somebody said: no further.
const DEEPEST: usize = 8;

/// Verbs of saying.
pub(super) const STRONG: Class = Class::SAYS.or(Class::SAYING);

impl<'a> Clauses<'a> {
    pub(super) fn new(sentence: Sentence<'a>) -> Clauses<'a> {
        let mut parser = Parser {
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
        };
        parser.run();
        Clauses {
            sentence,
            last: parser.finite,
            marks: parser.marks,
        }
    }

    /// How the verb at `at` stands, where one stands there.
    pub(super) fn form(&self, at: usize) -> Option<Form> {
        self.marks[at].form
    }

    /// Whether the token at `at` is a verb of that class.
    pub(super) fn is_verb(&self, at: usize, class: Class) -> bool {
        self.marks[at].form.is_some() && self.sentence.tokens[at].is(class)
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

    /// The verb of saying whose object the clause of the verb at `at` is.
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
        self.last
    }

    /// The last verb before `at` that may bring somebody's words.
    pub(super) fn cue_before(&self, at: usize) -> Option<usize> {
        self.marks[at.checked_sub(1)?].cue
    }
}

/// Where in a clause the next token stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// At the start of a clause that may be a main clause.
    Start,
    /// At the start of a clause that depends on another.
    Under,
    /// Behind the subject.
    Subject,
    /// Behind the verb.
    Predicate,
}

struct Parser<'a> {
    sentence: Sentence<'a>,
    marks: Vec<Mark>,
    place: Place,
    /// The first phrase of the clause, before its verb is found.
    head: Option<Range<usize>>,
    /// The subject of the main clause.
    main: Option<Range<usize>>,
    /// The subject of the clause that goes on.
    in_force: Option<Range<usize>>,
    /// The last verb that may bring somebody's words.
    cue: Option<usize>,
    /// The last verb of saying, as long as what it says may begin.
    open: Option<usize>,
    /// The first phrase since the last border.
    segment: Option<Range<usize>>,
    segment_before: Option<Range<usize>>,
    /// The last phrase, and where it stood in its clause.
    last: Option<(Range<usize>, Place)>,
    /// Participles before the subject: `Saying “…”, Smith left`.
    leading: Vec<usize>,
    /// The last finite verb.
    finite: Option<usize>,
    /// Who does something at the side: `with Smith saying`.
    with: Option<Range<usize>>,
    /// What stood before the parenthesis that is open.
    outside: Option<(usize, Place, Option<Range<usize>>)>,
    /// The last parenthesis.
    parenthesis: Option<(usize, usize)>,
}

impl Parser<'_> {
    fn run(&mut self) {
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
    }

    /// Reads what begins at `at`; what comes out is where it ends.
    fn step(&mut self, at: usize) -> usize {
        let sentence = self.sentence;
        let token = &sentence.tokens[at];
        if let Some(form) = self.form(at) {
            self.verb(at, form);
            return at + 1;
        }
        if let Some(phrase) = sentence.phrase_at(at, sentence.tokens.len()) {
            let end = phrase.end;
            self.phrase(&phrase);
            return end;
        }
        match token.kind {
            Kind::Open => {
                self.outside = Some((at, self.place, self.head.take()));
                self.boundary(Place::Start);
            }
            Kind::Close => {
                self.boundary(Place::Start);
                if let Some((start, place, head)) = self.outside.take() {
                    self.place = place;
                    self.head = head;
                    self.parenthesis = Some((start, at));
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
                if self.place != Place::Subject && self.with.is_none() {
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
        at + 1
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

    /// How the word at `at` is a verb here, if it is one.
    fn form(&self, at: usize) -> Option<Form> {
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
        let aux = (0..at)
            .rev()
            .take(4)
            .take_while(|at| sentence.is_adverb(*at) || sentence.tokens[*at].is(Class::AUXILIARY))
            .find(|at| sentence.tokens[*at].is(Class::AUXILIARY));
        if token.is(Class::SAYING | Class::HINTING | Class::PARTICIPLE) {
            let is_progressive = aux.is_some_and(|aux| sentence.tokens[aux].is(Class::BE));
            return Some(if is_progressive {
                Form::Finite
            } else {
                Form::Participle
            });
        }
        if let Some(aux) = aux {
            let is_past = !token.is(Class::BASE | Class::NOUNLIKE | Class::AUXILIARY);
            let is_reflexive = aux > 0 && sentence.tokens[aux - 1].is(Class::REFLEXIVE);
            let is_passive = sentence.tokens[aux].is(Class::BE) && is_past && !is_reflexive;
            return Some(if is_passive {
                Form::Passive
            } else {
                Form::Finite
            });
        }
        if token.is(Class::BASE) {
            let is_verb = before.is_some_and(|before| {
                let prior = &sentence.tokens[before];
                prior.is(Class::RELATIVE)
                    || (prior.is(Class::PRONOUN) && !prior.is(Class::ARTICLE))
                    || sentence.is_plural(before)
                    || (prior.is(Class::AND)
                        && before > 0
                        && self.marks[before - 1].form == Some(Form::Infinitive))
            });
            return is_verb.then_some(Form::Finite);
        }
        if token.is(Class::NOUNLIKE) {
            let is_verb = before.is_some_and(|before| {
                let prior = &sentence.tokens[before];
                prior.is(Class::RELATIVE | Class::PRONOUN | Class::AND)
                    || matches!(prior.kind, Kind::Comma | Kind::Close | Kind::Quote(_))
                    || self.marks[before].phrase.is_some()
                        && !prior.is(Class::GENITIVE)
                        && !self.is_object(before)
            });
            return is_verb.then_some(Form::Finite);
        }
        Some(Form::Finite)
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
    fn significant_before(&self, at: usize) -> Option<usize> {
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

    fn is_behind_preposition(&self, start: usize) -> bool {
        start.checked_sub(1).is_some_and(|before| {
            let before = &self.sentence.tokens[before];
            (before.is(Class::PREPOSITION) && !before.is(Class::SUBORDINATE))
                || before.is(Class::TO | Class::BY)
        })
    }

    /// Whether the form of the past at `at` only says more of the object before it: `the plan called`.
    fn is_reduced(&self, at: usize, before: Option<usize>) -> bool {
        let token = &self.sentence.tokens[at];
        let is_past = !token.is(Class::BASE | Class::NOUNLIKE | Class::AUXILIARY | Class::VERB)
            && token.is(Class::PAST | Class::SAYS | Class::HINTS);
        let Some(before) = before.filter(|before| is_past && before + 1 == at) else {
            return false;
        };
        let Some(phrase) = &self.marks[before].phrase else {
            return false;
        };
        let tokens = self.sentence.tokens;
        let is_named = self.sentence.is_name(before) && token.is(Class::SAYS);
        if tokens[before].is(Class::PRONOUN) || self.open.is_some() || is_named {
            return false;
        }
        self.is_object(before)
            || self.finite.is_some()
                && self.is_behind_preposition(phrase.start)
                && self.segment.is_none()
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

    fn verb(&mut self, at: usize, form: Form) {
        let sentence = self.sentence;
        let tokens = sentence.tokens;
        let before = self.significant_before(at);
        if form == Form::Finite && self.is_reduced(at, before) {
            self.marks[at].form = Some(Form::Reduced);
            self.place = Place::Predicate;
            return;
        }
        let subject = self.subject_of(at, form, before);
        let token = &tokens[at];
        let starts = subject.as_ref().map_or(at, |subject| subject.start);
        self.marks[at].form = Some(form);
        if form != Form::Participle
            && let Some(open) = self.open
            && starts > open
        {
            self.marks[at].parent = Some(open);
        } else if form == Form::Infinitive {
            self.marks[at].parent = None;
        }
        if matches!(form, Form::Finite | Form::Passive) {
            let is_relative =
                before.is_some_and(|before| tokens[before].is(Class::RELATIVE | Class::THAT));
            if !is_relative {
                if self.marks[at].parent.is_none() && !self.is_under(starts) && subject.is_some() {
                    self.main.clone_from(&subject);
                    for participle in self.leading.drain(..) {
                        self.marks[participle].subject.clone_from(&subject);
                    }
                }
                if subject == self.head {
                    self.head = None;
                }
            }
            self.in_force.clone_from(&subject);
            self.finite = Some(at);
        }
        self.with = None;
        if subject.is_none() && form == Form::Participle {
            self.leading.push(at);
        }
        self.marks[at].subject = subject;
        self.place = Place::Predicate;
        if token.is(CUES) && !(token.is(Class::AUXILIARY) && !token.is(STRONG)) {
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

    fn subject_of(&self, at: usize, form: Form, before: Option<usize>) -> Option<Range<usize>> {
        let tokens = self.sentence.tokens;
        let known = || self.in_force.clone().or_else(|| self.main.clone());
        let Some(before) = before else {
            return None;
        };
        if form == Form::Participle {
            if self.with.is_some() {
                return self.with.clone();
            }
            // `Smith calling it a success`
            if let Some((phrase, Place::Start)) = &self.last
                && phrase.end == before + 1
                && (self.sentence.is_name(before) || tokens[before].is(Class::PRONOUN))
            {
                return Some(phrase.clone());
            }
            let main = self.main.clone();
            return main
                .or_else(known)
                .or_else(|| self.head.clone())
                .or_else(|| self.marks[before].phrase.clone());
        }
        if form == Form::Infinitive {
            return known();
        }
        let token = &tokens[before];
        if token.is(Class::RELATIVE) || (token.is(Class::THAT) && before > 0) {
            let mut end = before;
            while end > 0
                && (tokens[end - 1].kind == Kind::Comma || tokens[end - 1].is(Class::PREPOSITION))
            {
                end -= 1;
            }
            let antecedent = end
                .checked_sub(1)
                .and_then(|last| self.marks[last].phrase.clone());
            let names = |phrase: &Range<usize>| {
                self.sentence.is_name(phrase.end - 1)
                    || tokens[phrase.end - 1].is(Class::PERSON | Class::GROUP)
            };
            // `a man in the party, who said`
            if end < before
                && !antecedent.as_ref().is_some_and(names)
                && let Some(segment) = &self.segment_before
                && names(segment)
            {
                return Some(segment.clone());
            }
            return antecedent.or_else(known);
        }
        if let Some(phrase) = self.marks[before].phrase.clone() {
            if self.is_behind_preposition(phrase.start) {
                return self
                    .segment
                    .clone()
                    .or_else(|| self.head.clone())
                    .or(Some(phrase));
            }
            // `what she calls`
            let is_what = phrase.start > 0 && tokens[phrase.start - 1].is(Class::WHAT);
            if is_what && tokens[phrase.start].is(Class::PRONOUN) {
                return known().or(Some(phrase));
            }
            return Some(phrase);
        }
        match token.kind {
            Kind::Comma | Kind::Dash | Kind::Close | Kind::Other => self
                .head
                .clone()
                .or_else(|| self.main.clone())
                .or_else(known),
            _ if token.is(Class::AND) => {
                let mut verb = self.finite;
                for _ in 0..DEEPEST {
                    match verb.and_then(|verb| self.marks[verb].parent) {
                        Some(parent) if tokens[at].is(STRONG) => verb = Some(parent),
                        _ => break,
                    }
                }
                verb.and_then(|verb| self.marks[verb].subject.clone())
                    .or_else(known)
            }
            _ if self.marks[before].form.is_some() => {
                self.marks[before].subject.clone().or_else(known)
            }
            _ => self.head.clone().or_else(known),
        }
    }
}
