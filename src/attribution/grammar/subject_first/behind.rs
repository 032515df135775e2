//! Who speaks a quotation, as the words behind it say.

use std::ops::Range;

use super::clause::{Clauses, Form, STRONG};
use super::find::{Found, Place};
use crate::attribution::lexicon::Class;
use crate::attribution::reading::{Grade, Pattern};
use crate::attribution::token::{Case, Kind};

/// No verb of saying stands farther behind a quotation, in words and signs.
const FARTHEST: usize = 40;

impl Clauses<'_> {
    /// `“…,” said Smith`, `“…,” Smith said`, `“…,” according to Smith`
    pub(super) fn behind(&self, place: Place) -> Option<Found> {
        let tokens = self.sentence.tokens;
        let from = (place.at + 1..place.high)
            .find(|at| !matches!(tokens[*at].kind, Kind::Comma | Kind::Dash | Kind::Stop))?;
        let leaves = Class::AND | Class::RELATIVE | Class::SAYING | Class::HINTING;
        if tokens[from].is(leaves) || self.is_other_clause(from) {
            return None;
        }
        let leader = self.phrase_from(from);
        // `“…” – John Smith.`
        if let Some(leader) = leader.clone().filter(|leader| {
            self.sentence.is_dash(from - 1)
                && self.sentence.is_name(leader.start)
                && tokens[leader.end..]
                    .iter()
                    .all(|token| token.kind == Kind::Stop)
        }) {
            return Some(Found::new(leader, None, Pattern::Label, Grade::Likely));
        }
        let high = place.high.min(from + FARTHEST);
        let high = match leader {
            Some(_) => high,
            None => (from..high)
                .find(|at| self.is_other_clause(*at))
                .unwrap_or(high),
        };
        let Some(cue) = (from..high).find(|at| self.is_cue_behind(*at)) else {
            return self.behind_unknown(place, from);
        };
        if tokens[cue].is(Class::ACCORDING) {
            return self.according(cue, place.high);
        }
        if (from..cue).all(|at| self.is_light(at)) {
            let next = (cue + 1..place.high)
                .find(|at| !self.sentence.is_adverb(*at) || self.sentence.can_begin(*at));
            if let Some(speaker) = next.and_then(|next| self.subject_at(next, place.high)) {
                return Some(Found::new(
                    speaker,
                    cue,
                    Pattern::AfterInverted,
                    Grade::Sure,
                ));
            }
        }
        let speaker = self
            .subject(cue)
            .filter(|speaker| speaker.start >= from)
            .or_else(|| leader.clone().filter(|leader| leader.end < cue))?;
        let is_near = (from..speaker.start).all(|at| self.is_light(at));
        if !is_near && leader.is_some() && (from..cue).any(|at| self.is_other_clause(at)) {
            return None;
        }
        let (pattern, grade) = if is_near {
            (Pattern::After, Grade::Sure)
        } else {
            (Pattern::AfterLoose, Grade::Likely)
        };
        Some(Found::new(speaker, cue, pattern, grade))
    }

    /// Whether the word at `at` is a verb that can bring the words before it.
    fn is_cue_behind(&self, at: usize) -> bool {
        let token = &self.sentence.tokens[at];
        let is_verb = self.is_verb(at, STRONG.or(Class::BEHIND).or(Class::HINTS))
            && self.form(at) != Some(Form::Infinitive)
            && (token.is(Class::BEHIND) || !token.is(Class::AUXILIARY));
        is_verb || token.is(Class::ACCORDING)
    }

    /// Whether another clause begins at `at`.
    fn is_other_clause(&self, at: usize) -> bool {
        let token = &self.sentence.tokens[at];
        token.is(Class::RELATIVE)
            || token.is(Class::SUBORDINATE) && !token.is(Class::PREPOSITION)
            || matches!(token.kind, Kind::Colon | Kind::Semicolon)
    }

    /// Whether the word at `at` may stand between a quotation and who says it.
    fn is_light(&self, at: usize) -> bool {
        self.sentence.is_adverb(at) || self.sentence.tokens[at].is(Class::AUXILIARY)
    }

    /// The phrase at `at`; it may begin with a noun that the tables do not know: `master of
    /// ceremonies John Smith`.
    fn subject_at(&self, at: usize, high: usize) -> Option<Range<usize>> {
        if let Some(phrase) = self.phrase_from(at) {
            return Some(phrase).filter(|_| at < high);
        }
        let tokens = self.sentence.tokens;
        let unknown = (at..high.min(at + 5))
            .take_while(|at| {
                matches!(tokens[*at].kind, Kind::Word(Case::Small))
                    && (tokens[*at].class == Class::NONE || tokens[*at].is(Class::PARTICLE))
            })
            .count();
        let phrase = self
            .phrase_from(at + unknown)
            .filter(|_| at + unknown < high)?;
        let is_named = self.sentence.is_name(phrase.end - 1);
        is_named.then_some(at..phrase.end)
    }

    /// `“…,” Smith barked`, `“…!” beamed Smith`
    fn behind_unknown(&self, place: Place, from: usize) -> Option<Found> {
        let tokens = self.sentence.tokens;
        if let Some(speaker) = self.phrase_from(from) {
            let verb = speaker.end;
            let last = &tokens[speaker.end - 1];
            let names = self.sentence.is_name(speaker.end - 1)
                || last.is(Class::PRONOUN | Class::PERSON | Class::GROUP);
            let spoken = self
                .cue_before(place.at)
                .is_some_and(|cue| cue >= place.low);
            return (names
                && !spoken
                && verb < place.high
                && self.form(verb) == Some(Form::Finite)
                && !tokens[verb].is(Class::AUXILIARY))
            .then_some(Found::new(speaker, verb, Pattern::After, Grade::Likely));
        }
        if !tokens[from].is(Class::PAST) {
            return None;
        }
        let speaker = self.phrase_from(from + 1)?;
        self.sentence.is_name(speaker.end - 1).then_some(Found::new(
            speaker,
            from,
            Pattern::AfterInverted,
            Grade::Likely,
        ))
    }

    /// `according to Smith`
    pub(super) fn according(&self, cue: usize, high: usize) -> Option<Found> {
        let tokens = self.sentence.tokens;
        let mut next = cue + 1;
        while next < high && tokens[next].is(Class::TO | Class::PREPOSITION) {
            next += 1;
        }
        let speaker = self.phrase_from(next).filter(|_| next < high)?;
        Some(Found::new(speaker, cue, Pattern::According, Grade::Likely))
    }

    /// `The plan was “…” but late, Smith said.`
    pub(super) fn closing(&self, place: Place) -> Option<Found> {
        let tokens = self.sentence.tokens;
        let according = (place.at + 1..tokens.len())
            .rev()
            .take(16)
            .find(|at| tokens[*at].is(Class::ACCORDING));
        if let Some(according) = according.filter(|at| *at > place.at + 1) {
            return self.according(according, tokens.len());
        }
        let cue = self.last_verb()?;
        if cue <= place.at || !tokens[cue].is(STRONG) || self.form(cue) != Some(Form::Finite) {
            return None;
        }
        let subject = self.subject(cue)?;
        let (start, speaker) = if subject.end <= cue && subject.start > place.at {
            (subject.start, subject)
        } else {
            (cue, self.phrase_from(cue + 1)?)
        };
        let opens = matches!(
            tokens[start - 1].kind,
            Kind::Comma | Kind::Quote(_) | Kind::Dash
        );
        opens.then_some(Found::new(speaker, cue, Pattern::AfterLoose, Grade::Likely))
    }
}
