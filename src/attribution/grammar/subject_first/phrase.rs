//! Who is named beside a verb: the phrase that is its subject.

use std::ops::Range;

use crate::attribution::lexicon::Class;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Case, Kind};

impl Sentence<'_> {
    /// The phrase that begins at `at` and ends before `high`: a name with its titles, a pronoun, or
    /// a description.
    pub(super) fn phrase_at(&self, at: usize, high: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let first = tokens.get(at).filter(|_| at < high)?;
        if !self.can_begin(at) {
            return None;
        }
        if first.is(Class::PRONOUN) && !first.is(Class::DETERMINER) {
            return Some(at..at + 1);
        }
        let mut end = at;
        let mut has_head = false;
        while end < high {
            let token = &tokens[end];
            let is_inside = match token.kind {
                Kind::Word(_) if self.is_name(end) => {
                    has_head = true;
                    true
                }
                Kind::Word(_) if token.is(Class::TITLE | Class::PERSON | Class::GROUP) => {
                    has_head = true;
                    true
                }
                Kind::Word(_) if end == at => true,
                Kind::Word(_) if token.is(Class::PARTICLE) => {
                    has_head
                        && end + 1 < high
                        && (self.is_name(end + 1) || tokens[end + 1].is(Class::DETERMINER))
                }
                Kind::Word(_) if token.is(Class::DETERMINER) => {
                    tokens[end - 1].is(Class::PARTICLE | Class::DETERMINER)
                }
                Kind::Word(_) if token.is(STOPS) => false,
                Kind::Word(Case::Small) => {
                    !(has_head && self.is_name(end - 1)) && !self.is_adverb(end)
                }
                Kind::Word(_) => false,
                Kind::Number => end == at || !has_head,
                _ => false,
            };
            if !is_inside {
                break;
            }
            end += 1;
        }
        while end > at + 1 && tokens[end - 1].is(Class::PARTICLE | Class::DETERMINER) {
            end -= 1;
        }
        let is_bare = end == at + 1 && first.is(Class::DETERMINER) && !first.is(Class::PRONOUN);
        (end > at && !is_bare).then_some(at..end)
    }

    /// Whether a phrase can begin with that word.
    fn can_begin(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.is_word()
            && (self.is_name(at)
                || token.is(Class::DETERMINER
                    | Class::PRONOUN
                    | Class::TITLE
                    | Class::PERSON
                    | Class::GROUP
                    | Class::DOCUMENT
                    | Class::INSTITUTION))
    }

    /// Whether a word is part of a name: written with a capital, and no other word at a sentence's
    /// start.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.is_capital() && !token.is(Class::NO_NAME | Class::TIME)
    }

    pub(super) fn is_adverb(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.is(Class::ADVERB | Class::NOT)
            || (token.kind == Kind::Word(Case::Small) && self.word(at).ends_with("ly"))
    }

    /// The subject of the verb at `verb`, where it stands before it and not before `low`.
    pub(super) fn subject_before(&self, verb: usize, low: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let mut end = verb;
        while end > low {
            let before = &tokens[end - 1];
            let is_light = before.is(Class::AUXILIARY) || self.is_adverb(end - 1);
            if is_light && !before.is(Class::PRONOUN) {
                end -= 1;
            } else if before.is(Class::TIME) && end - 1 > low {
                end -= 1;
                if tokens[end - 1].is(Class::PREPOSITION) {
                    end -= 1;
                }
            } else {
                break;
            }
        }
        if end == low {
            return None;
        }
        let before = &tokens[end - 1];
        if before.is(Class::RELATIVE)
            || (before.is(Class::THAT) && end - 1 > low && tokens[end - 2].is_word())
        {
            let mut end = end - 1;
            if end > low && tokens[end - 1].kind == Kind::Comma {
                end -= 1;
            }
            return self.phrase_before(end, low);
        }
        match before.kind {
            Kind::Comma | Kind::Dash | Kind::Close => self.before_parenthesis(end - 1, low),
            Kind::Word(_)
                if before.is(Class::AND) || self.word(end - 1).eq_ignore_ascii_case("to") =>
            {
                self.first_phrase(low, verb)
            }
            Kind::Word(_) => self.phrase_before(end, low),
            _ => None,
        }
    }

    /// The phrase that ends at `end` and does not reach before `low`.
    fn phrase_before(&self, end: usize, low: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let mut start = end;
        while start > low {
            let token = &tokens[start - 1];
            let is_inside = match token.kind {
                Kind::Word(_) => !token.is(Class::SUBORDINATE) || token.is(Class::PREPOSITION),
                Kind::Number | Kind::Other => true,
                _ => false,
            };
            if !is_inside {
                break;
            }
            start -= 1;
        }
        // Words of the clause before its subject.
        let mut first = start;
        while first < end && !self.can_begin(first) {
            first += 1;
        }
        if first == end {
            return None;
        }
        let is_adjunct = first > start
            && tokens[start..first]
                .iter()
                .any(|token| token.is(Class::PREPOSITION));
        if is_adjunct {
            // `In Iowa Trump said`: the last name.
            let mut last = end;
            while last > start
                && (self.is_name(last - 1) || tokens[last - 1].is(Class::PARTICLE | Class::TITLE))
            {
                last -= 1;
            }
            while last < end && !self.can_begin(last) {
                last += 1;
            }
            if last < end {
                return Some(last..end);
            }
            let from = (start..end)
                .rev()
                .find(|at| tokens[*at].is(Class::PRONOUN | Class::DETERMINER))?;
            return self.phrase_at(from, end);
        }
        self.phrase_at(first, end)
    }

    /// The subject before what stands between it and the verb, which ends with the comma at `comma`.
    fn before_parenthesis(&self, comma: usize, low: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let is_border = |at: usize| {
            matches!(
                tokens[at].kind,
                Kind::Comma | Kind::Dash | Kind::Open | Kind::Close
            )
        };
        let mut segments: Vec<Range<usize>> = Vec::new();
        let mut end = comma;
        loop {
            let mut start = end;
            while start > low
                && !is_border(start - 1)
                && !matches!(
                    tokens[start - 1].kind,
                    Kind::Semicolon | Kind::Colon | Kind::Quote(_)
                )
            {
                start -= 1;
            }
            segments.push(start..end);
            if start <= low || !is_border(start - 1) || segments.len() > 6 {
                break;
            }
            end = start - 1;
        }
        let further = segments
            .iter()
            .skip(1)
            .filter(|segment| !segment.is_empty());
        for segment in further {
            if let Some(phrase) = self.phrase_before(segment.end, segment.start)
                && phrase.end == segment.end
                && (self.is_name(phrase.end - 1)
                    || tokens[phrase.start].is(Class::PRONOUN)
                    || segment.start <= low)
                && !self.is_apposition(segment)
            {
                return Some(phrase);
            }
        }
        segments
            .iter()
            .rev()
            .find_map(|segment| self.first_phrase(segment.start, segment.end))
    }

    fn is_apposition(&self, segment: &Range<usize>) -> bool {
        let first = &self.tokens[segment.start];
        segment.start > 0
            && self.tokens[segment.start - 1].kind == Kind::Comma
            && (first.is(Class::RELATIVE | Class::PREPOSITION)
                || matches!(first.kind, Kind::Number)
                || {
                    let word = self.word(segment.start);
                    matches!(word, "a" | "an" | "the")
                        || word.ends_with("ing")
                        || word.ends_with("ed")
                })
    }

    /// The subject of the clause that the participle at `at` belongs to.
    pub(super) fn subject_of_clause(&self, at: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        // `with Smith noting`
        if at > 0 && tokens[at - 1].is_word() {
            if let Some(phrase) = self.phrase_before(at, 0).filter(|phrase| phrase.end == at) {
                return Some(phrase);
            }
        }
        let mut end = at;
        while end > 0 {
            let start = (0..end).rev().find(|at| {
                matches!(
                    tokens[*at].kind,
                    Kind::Comma | Kind::Dash | Kind::Semicolon | Kind::Colon
                )
            });
            let start = start.map_or(0, |border| border + 1);
            let mut first = start;
            while first < end
                && (self.is_adverb(first) || tokens[first].is(Class::AND | Class::SUBORDINATE))
                && !tokens[first].is(Class::PRONOUN | Class::DETERMINER)
            {
                first += 1;
            }
            if first < end {
                let token = &tokens[first];
                if token.is(Class::AUXILIARY | Class::SAYS | Class::HINTS)
                    && start > 0
                    && !self.is_name(first)
                {
                    if let Some(phrase) = self.before_parenthesis(start - 1, 0) {
                        return Some(phrase);
                    }
                }
                let is_adjunct = token.is(Class::PREPOSITION | Class::SAYING | Class::HINTING);
                if let Some(phrase) = self
                    .phrase_at(first, end)
                    .filter(|phrase| !is_adjunct && phrase.end < end)
                    && (tokens[phrase.end].is_word() && !tokens[phrase.end].is(Class::PREPOSITION)
                        || start == 0)
                {
                    return Some(phrase);
                }
            }
            end = start.saturating_sub(1);
        }
        self.first_phrase(0, at)
    }

    /// The first phrase between `low` and `high` that can be the subject of the clause.
    pub(super) fn first_phrase(&self, low: usize, high: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let mut at = low;
        // `On Tuesday, in Iowa, Trump …`: what stands before the subject goes up to a comma.
        while at < high {
            let token = &tokens[at];
            let is_adjunct = token.is_word()
                && (token.is(Class::PREPOSITION)
                    || (token.is(Class::SUBORDINATE) && !token.is(Class::PRONOUN))
                    || self.word(at).ends_with("ing"))
                && !token.is(Class::DETERMINER);
            if is_adjunct {
                match (at..high).find(|at| tokens[*at].kind == Kind::Comma) {
                    Some(comma) => at = comma + 1,
                    None => break,
                }
            } else if let Some(phrase) = self.phrase_at(at, high) {
                return Some(phrase);
            } else {
                at += 1;
            }
        }
        (low..high).find_map(|at| self.phrase_at(at, high))
    }

    /// The phrase directly after the verb at `verb`, if it can be its subject.
    pub(super) fn subject_after(&self, verb: usize, high: usize) -> Option<Range<usize>> {
        let mut at = verb + 1;
        while at < high && self.is_adverb(at) && !self.can_begin(at) {
            at += 1;
        }
        self.phrase_at(at, high)
    }
}

/// Words that end a phrase.
const STOPS: Class = Class::SAYS
    .or(Class::HINTS)
    .or(Class::SAYING)
    .or(Class::AUXILIARY)
    .or(Class::PREPOSITION)
    .or(Class::RELATIVE)
    .or(Class::AND)
    .or(Class::SUBORDINATE)
    .or(Class::TIME)
    .or(Class::NOT);
