//! What somebody says without quotation marks: `The minister said that talks would go on.` Only where
//! verb and subject are beyond doubt.

use std::ops::Range;

use super::clause::{Clauses, Form};
use super::find::Found;
use crate::attribution::lexicon::Class;
use crate::attribution::reading::{Grade, Pattern, Statement};
use crate::attribution::token::Kind;

impl Clauses<'_> {
    /// What is said in the sentence, in the order of its verbs.
    pub(super) fn statements(&self) -> Vec<Statement> {
        let len = self.sentence.tokens.len();
        let mut statements = Vec::new();
        let mut end = 0;
        for cue in 0..len {
            if cue < end {
                continue;
            }
            if let Some((content, found)) = self.said(cue) {
                end = content.end;
                statements.extend(self.statement(content, &found));
            }
        }
        if statements.is_empty()
            && let Some((content, found)) = self.tagged().or_else(|| self.led())
        {
            statements.extend(self.statement(content, &found));
        }
        statements
    }

    fn statement(&self, mut content: Range<usize>, found: &Found) -> Option<Statement> {
        let tokens = self.sentence.tokens;
        let is_edge = |at: usize| {
            matches!(
                tokens[at].kind,
                Kind::Comma | Kind::Stop | Kind::Dash | Kind::Colon
            )
        };
        while content.start < content.end && is_edge(content.start) {
            content.start += 1;
        }
        while content.start < content.end && is_edge(content.end - 1) {
            content.end -= 1;
        }
        let has_words = tokens[content.clone()]
            .iter()
            .filter(|token| !token.is(Class::THAT))
            .filter(|token| token.is_word())
            .count()
            > 1;
        has_words.then(|| Statement {
            content: self.sentence.range(&content),
            source: self.source(found),
        })
    }

    /// `Smith said that the plan had failed`
    fn said(&self, cue: usize) -> Option<(Range<usize>, Found)> {
        let tokens = self.sentence.tokens;
        let start = self.content_start(cue);
        if let Some(found) = self.relayed_by(cue).filter(|_| start == Some(cue + 1)) {
            return Some((cue + 1..self.content_end(cue, cue + 1), found));
        }
        if !self.states(cue) {
            return None;
        }
        let is_aside = self.form(cue) == Some(Form::Participle);
        let is_sure = |speaker: &Range<usize>| self.is_plain(cue, speaker);
        let speaker = self
            .subject(cue)
            .filter(|speaker| is_aside || is_sure(speaker) || self.is_parted(cue, speaker))?;
        let start = start?;
        if is_aside && start != cue + 1 {
            return None;
        }
        let end = self.content_end(cue, start);
        // `said that night`
        let has_clause =
            (start + 1..end).any(|at| matches!(self.form(at), Some(Form::Finite | Form::Passive)));
        if !has_clause {
            return None;
        }
        let grade = if tokens[start].is(Class::THAT) && is_sure(&speaker) {
            Grade::Sure
        } else {
            Grade::Likely
        };
        let found = Found::new(speaker, cue, Pattern::Before, grade);
        Some((start..end, found))
    }

    /// Whether what stands between the subject and the verb at `cue` ends with a comma, and belongs to
    /// the subject: `Smith, the mayor, said`.
    fn is_parted(&self, cue: usize, speaker: &Range<usize>) -> bool {
        let tokens = self.sentence.tokens;
        let is_closed = cue > 0 && tokens[cue - 1].kind == Kind::Comma;
        let is_open = speaker.end < cue && tokens[speaker.end].kind == Kind::Comma;
        let starts = speaker.start == 0
            || matches!(tokens[speaker.start - 1].kind, Kind::Comma | Kind::Dash)
            || tokens[speaker.start - 1].is(Class::AND);
        is_closed && is_open && starts
    }

    /// Whether the verb at `at` says that somebody said something: not `would say`, not `did not say`.
    fn states(&self, at: usize) -> bool {
        let tokens = self.sentence.tokens;
        let is_weak = |before: usize| {
            tokens[before].is(Class::NOT)
                || tokens[before].is(Class::AUXILIARY)
                    && !tokens[before].is(Class::HINTS)
                    && !tokens[before].is_capital()
        };
        let is_aside = self.form(at) == Some(Form::Participle)
            && tokens[at].is(Class::SAYING)
            && at > 0
            && tokens[at - 1].kind == Kind::Comma;
        (self.form(at) == Some(Form::Finite) && tokens[at].is(Class::SAYS) || is_aside)
            && !tokens[at].is(Class::THINKS)
            && !(at.saturating_sub(3)..at).any(is_weak)
    }

    /// Where what is said begins: with `that`, or with its own subject.
    fn content_start(&self, cue: usize) -> Option<usize> {
        let tokens = self.sentence.tokens;
        let mut at = cue + 1;
        // `told reporters on Tuesday that`
        for (at, token) in tokens.iter().enumerate().skip(cue + 1).take(11) {
            if token.is(Class::THAT) && !token.is(Class::WHAT) {
                return (token.is(Class::SUBORDINATE) && token.is(Class::THAT_ITSELF))
                    .then_some(at);
            }
            if !token.is_word() && token.kind != Kind::Number || self.form(at).is_some() {
                break;
            }
        }
        if tokens[cue].is(Class::TELLS) {
            at = self.phrase_from(at)?.end;
        }
        let subject = self.phrase_from(at)?;
        let verb = (subject.end..tokens.len())
            .take(4)
            .find(|at| self.form(*at).is_some())?;
        let is_said =
            self.subject(verb).as_ref() == Some(&subject) && self.parent(verb) == Some(cue);
        is_said.then_some(at)
    }

    /// Where what is said ends: with the sentence, or where the speaker or somebody else begins anew.
    fn content_end(&self, cue: usize, start: usize) -> usize {
        let tokens = self.sentence.tokens;
        let speaker = self.subject(cue);
        for at in start + 1..tokens.len() {
            let before = &tokens[at - 1];
            if tokens[at].kind == Kind::Semicolon {
                return at;
            }
            if before.kind == Kind::Comma
                && (tokens[at]
                    .is(Class::SAYING | Class::HINTING | Class::ACCORDING | Class::CITING)
                    && !tokens[at].is(Class::AUXILIARY))
            {
                return at - 1;
            }
            // `… and added that`, `…, but Miller denied it`
            let is_finite = matches!(self.form(at), Some(Form::Finite | Form::Passive));
            if is_finite
                && before.is(Class::AND)
                && tokens[at].is(Class::SAYS)
                && self.subject(at) == speaker
            {
                return at - 1;
            }
            if before.kind == Kind::Comma
                && tokens[at].is(Class::AND)
                && self.begins_anew(start, at)
            {
                return at - 1;
            }
        }
        tokens.len()
    }

    /// Whether another main clause begins behind the `and` at `and`, where one began at `start`.
    fn begins_anew(&self, start: usize, and: usize) -> bool {
        let tokens = self.sentence.tokens;
        let is_finite = |at: &usize| matches!(self.form(*at), Some(Form::Finite | Form::Passive));
        let Some(verb) = (and + 1..tokens.len()).take(14).find(is_finite) else {
            return false;
        };
        let subject = self.subject(verb).filter(|subject| subject.start > and);
        let is_anew = subject.is_some_and(|subject| {
            (and + 1..subject.start).all(|at| {
                tokens[at].is(Class::PREPOSITION | Class::TIME | Class::ADVERB)
                    && !tokens[at].is(Class::SUBORDINATE)
            })
        });
        is_anew && self.root(verb) == verb && (start..and).any(|at| is_finite(&at))
    }

    /// `The plan had failed, Smith said.`
    fn tagged(&self) -> Option<(Range<usize>, Found)> {
        let tokens = self.sentence.tokens;
        let cue = self.last_verb().filter(|cue| self.states(*cue))?;
        let subject = self
            .subject(cue)
            .filter(|subject| subject.end <= cue && self.is_plain(cue, subject));
        let (start, speaker) = if let Some(subject) = subject {
            (subject.start, subject)
        } else {
            let is_light = |at: &usize| tokens[*at].is(Class::AUXILIARY);
            let start = (0..cue).rev().take_while(is_light).last().unwrap_or(cue);
            (start, self.phrase_from(cue + 1)?)
        };
        // `“…,” Smith, who was there, told reporters.`
        if tokens[0].quote().is_some() {
            return None;
        }
        let is_closed = start > 0 && tokens[start - 1].kind == Kind::Comma;
        let has_clause = (0..start).any(|at| self.form(at) == Some(Form::Finite))
            && !(0..start).any(|at| self.states(at));
        let behind = speaker.end.max(cue + 1);
        let is_last = tokens[behind..]
            .iter()
            .all(|token| token.kind == Kind::Stop || token.is_word())
            && tokens.len() - behind < 9;
        (is_closed && has_clause && is_last).then_some((
            0..start,
            Found::new(speaker, cue, Pattern::After, Grade::Likely),
        ))
    }

    /// `According to Smith, the plan had failed.`, `The plan had failed, according to Smith.`
    fn led(&self) -> Option<(Range<usize>, Found)> {
        let tokens = self.sentence.tokens;
        let cue = (0..tokens.len()).find(|at| tokens[*at].is(Class::ACCORDING))?;
        let found = self.according(cue, tokens.len())?;
        let has_clause = |from: usize, to: usize| {
            (from..to).any(|at| matches!(self.form(at), Some(Form::Finite | Form::Passive)))
        };
        if cue == 0 {
            let comma = (found.speaker.end..tokens.len())
                .take(12)
                .find(|at| tokens[*at].kind == Kind::Comma)?;
            return has_clause(comma, tokens.len()).then_some((comma + 1..tokens.len(), found));
        }
        let is_closed = tokens[cue - 1].kind == Kind::Comma && has_clause(0, cue);
        let speaks = (0..cue).any(|at| self.states(at));
        (is_closed && !speaks).then_some((0..cue, found))
    }
}
