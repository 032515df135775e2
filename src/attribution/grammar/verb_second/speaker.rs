//! Who says a quotation, as its sentence tells.

use std::ops::Range;

use super::clause::Clause;
use super::cue::Strength;
use super::element::{Element, ElementKind};
use super::parsed::Parsed;
use super::phrase::{Names, Phrase};
use super::source::{self, Named};
use crate::attribution::lexicon::Class;
use crate::attribution::reading::{Grade, Pattern};
use crate::attribution::token::Kind;

/// A speaker, in tokens of the sentence.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) speaker: Range<usize>,
    pub(super) cue: Option<usize>,
    /// The clause whose verb brings it.
    pub(super) clause: Option<usize>,
    pub(super) pattern: Pattern,
    pub(super) grade: Grade,
    /// Whether a verb of saying brings it, rather than one that may do so.
    pub(super) is_said: bool,
}

impl Parsed<'_> {
    /// Who says the quotation that stands in the element at `quote`.
    pub(super) fn find(&self, quote: usize) -> Option<Found> {
        let own = self.clauses.owners[quote];
        let is_told = own.is_some_and(|own| self.is_told(own));
        self.own(quote, own)
            .filter(|_| !is_told)
            // `Für Meier hält das „…“`: a thing speaks less than somebody who is named beside it.
            .filter(|found| {
                self.is_speaker(&found.speaker) || self.aside(quote, own).is_none() || found.is_said
            })
            .map(|found| {
                if found.is_said {
                    found
                } else {
                    self.as_said(quote).unwrap_or(found)
                }
            })
            .or_else(|| self.claimed(own))
            .or_else(|| self.inverted(quote))
            .or_else(|| self.bracket(quote))
            .or_else(|| self.aside(quote, own))
            .or_else(|| self.as_said(quote))
            .or_else(|| self.governing(quote, own))
            .or_else(|| self.later(quote))
            .or_else(|| self.anywhere())
            .or_else(|| self.colon(quote))
    }

    /// What a clause says of it that itself tells what others say.
    pub(super) fn find_told(&self, quote: usize) -> Option<Found> {
        let own = self.clauses.owners[quote];
        self.own(quote, own).map(|found| Found {
            grade: Grade::Guess,
            ..found
        })
    }

    fn found(&self, clause: &Clause, pattern: Pattern, grade: Grade) -> Option<Found> {
        let cue = clause.cue?;
        let subject = clause.subject.as_ref()?;
        if matches!(subject.names, Names::Fact | Names::Time) || subject.range.contains(&cue.at) {
            return None;
        }
        // `soll gesagt haben`: others say so.
        let is_hearsay = clause.finite.is_some_and(|finite| {
            let verb = self.sentence.word(self.elements[finite].range.start);
            matches!(verb, "soll" | "sollen")
        });
        let grade = if subject.names == Names::Thing || is_hearsay {
            grade.min(Grade::Likely)
        } else {
            grade
        };
        Some(Found {
            speaker: subject.range.clone(),
            cue: Some(cue.at),
            clause: self
                .clauses
                .clauses
                .iter()
                .position(|other| std::ptr::eq(other, clause)),
            pattern,
            grade,
            is_said: cue.strength == Strength::Says,
        })
    }

    /// The clause that the quotation stands in says it.
    fn own(&self, quote: usize, own: Option<usize>) -> Option<Found> {
        let clause = self.clause(own?);
        let finite = clause.finite?;
        let Some(cue) = clause.cue.filter(|cue| cue.strength > Strength::Noun) else {
            return self.framed(quote, clause, finite);
        };
        let (pattern, grade) = if clause.is_dependent {
            (Pattern::BeforeLoose, Grade::Likely)
        } else if quote > finite {
            // `nannte`, in the active voice
            let is_plain = cue.at == self.elements[finite].range.start
                && self.sentence.tokens[cue.at].is(Class::HINTS)
                && clause.subject.as_ref().is_some_and(Phrase::can_speak);
            let grade = if cue.strength == Strength::Says || is_plain {
                Grade::Sure
            } else {
                Grade::Likely
            };
            (Pattern::Before, grade)
        } else if self.is_beside(quote, finite) {
            (Pattern::AfterInverted, Grade::Sure)
        } else {
            (Pattern::AfterLoose, Grade::Likely)
        };
        self.found(clause, pattern, grade)
    }

    /// `„…“, freute sich Meier`: any verb may stand directly behind the quotation.
    fn framed(&self, quote: usize, clause: &Clause, finite: usize) -> Option<Found> {
        let verb = self.elements[finite].range.start;
        let is_frame = finite > quote + 1
            && self.is_beside(quote, finite)
            && clause
                .pieces
                .first()
                .is_some_and(|piece| piece.start == quote)
            && !self.sentence.tokens[verb].is(Class::AUXILIARY);
        let subject = clause
            .subject
            .as_ref()
            .filter(|subject| is_frame && subject.can_speak())?;
        Some(Found {
            speaker: subject.range.clone(),
            cue: Some(verb),
            clause: None,
            pattern: Pattern::AfterInverted,
            grade: Grade::Likely,
            is_said: true,
        })
    }

    /// `Wie Meier sagte, …`: it says who says the whole sentence.
    fn as_said(&self, quote: usize) -> Option<Found> {
        let clause = self.clauses.clauses.iter().find(|clause| {
            let start = clause.pieces.first().map_or(0, |piece| piece.start);
            let opener = self.sentence.word(self.elements[start].range.start);
            clause.is_dependent
                && matches!(opener, "wie" | "Wie")
                && start != quote
                && clause.cue.is_some_and(|cue| cue.strength == Strength::Says)
        })?;
        self.found(clause, Pattern::After, Grade::Sure)
    }

    /// Whether nothing but signs stands between two elements.
    fn is_beside(&self, left: usize, right: usize) -> bool {
        self.elements[left + 1..right]
            .iter()
            .all(|element| matches!(element.kind, ElementKind::Border | ElementKind::Bracket))
    }

    /// `Er sei „…“, sagte Meier`: the next clause that is no dependent one begins with its verb.
    fn inverted(&self, quote: usize) -> Option<Found> {
        let next =
            self.clauses.clauses.iter().find(|clause| {
                !clause.is_dependent && clause.finite.is_some_and(|at| at > quote)
            })?;
        let finite = next.finite.filter(|_| next.is_inverted)?;
        next.cue.filter(|cue| cue.strength == Strength::Says)?;
        let grade = if self.is_beside(quote, finite) {
            Grade::Sure
        } else {
            Grade::Likely
        };
        self.found(next, Pattern::AfterInverted, grade)
    }

    /// `…, so Meier`, `laut Meier` in its clause.
    fn aside(&self, quote: usize, own: Option<usize>) -> Option<Found> {
        let named = self
            .sources
            .iter()
            .filter(|named| self.clauses.owners[named.at] == own || named.at.abs_diff(quote) < 3)
            .min_by_key(|named| named.at.abs_diff(quote))
            .filter(|named| {
                // `so Meier („…“) und Abel: „…“`
                !self.follows_colon(quote)
                    || !self.elements[named.at.min(quote)..quote]
                        .iter()
                        .any(Element::is_quote)
            })?;
        Some(by_source(named, Grade::Sure))
    }

    /// `auf den Vorwurf der Partei, es sei „…“`: a noun says whose words the clause behind it tells.
    pub(super) fn claimed(&self, own: Option<usize>) -> Option<Found> {
        let mut at = own?;
        let opener = |clause: &Clause| {
            let start = verb_field(clause)?.start;
            Some((
                start,
                &self.sentence.tokens[self.elements[start].range.start],
            ))
        };
        // A relative clause belongs to what is told before it.
        while self.clause(at).is_dependent
            && opener(self.clause(at)).is_some_and(|(_, token)| !token.is(Class::THAT))
        {
            at = at.checked_sub(1)?;
        }
        let clause = self.clause(at);
        let finite = clause.finite.map(|at| self.elements[at].range.start);
        // `sollten` may be the writer's own.
        let is_told = self.is_told_clause(clause)
            && finite.is_some_and(|at| !matches!(self.sentence.word(at), "sollten" | "könnten"));
        let (start, opener) = opener(clause)?;
        let is_content = is_told || clause.is_dependent && opener.is(Class::THAT);
        let comma = &self.elements[start.checked_sub(1).filter(|_| is_content)?];
        if self.sentence.tokens[comma.range.start].kind != Kind::Comma {
            return None;
        }
        // `wies die Aussage von Meier zurück, sie sei „…“`
        let is_prefix = |at: usize| {
            let word = self.elements[at].word();
            word.is_some_and(|word| self.sentence.tokens[word].is(Class::PREFIX))
        };
        let mut at = start.checked_sub(2)?;
        at = at.checked_sub(usize::from(is_prefix(at)))?;
        let (noun, speaker) = source::claim(self.sentence, &self.elements, at)?;
        Some(Found {
            speaker,
            cue: Some(noun),
            clause: None,
            pattern: Pattern::BeforeLoose,
            grade: Grade::Likely,
            is_said: true,
        })
    }

    /// `Meier („…“)`
    fn bracket(&self, quote: usize) -> Option<Found> {
        let before = quote.checked_sub(2)?;
        let tokens = self.sentence.tokens;
        let opens = tokens[self.elements[quote - 1].range.start].kind == Kind::Open;
        let before = &self.elements[before];
        let phrase = before
            .phrase()
            .or(before.governed())
            .filter(|phrase| opens && phrase.can_speak())?;
        let is_whole = self
            .sentence
            .word(self.elements[quote].range.start)
            .split_whitespace()
            .count()
            > 4;
        is_whole.then(|| Found {
            speaker: phrase.range.clone(),
            cue: None,
            clause: None,
            pattern: Pattern::Label,
            grade: Grade::Likely,
            is_said: true,
        })
    }

    /// The nearest clause before it that says something.
    fn governing(&self, quote: usize, own: Option<usize>) -> Option<Found> {
        let follows_colon = self.follows_colon(quote);
        let mut best: Option<&Clause> = None;
        let mut place = 0;
        for (at, clause) in self.clauses.clauses.iter().enumerate() {
            if Some(at) == own || clause.subject.is_none() {
                continue;
            }
            if clause.is_dependent && !follows_colon && !self.governs(clause, quote, own) {
                continue;
            }
            if self.is_told_clause(clause) {
                continue;
            }
            let Some(cue) = clause.cue else {
                continue;
            };
            if cue.at < self.elements[quote].range.start && (best.is_none() || cue.at > place) {
                best = Some(clause);
                place = cue.at;
            }
        }
        let clause = best?;
        let is_says = clause.cue.is_some_and(|cue| cue.strength == Strength::Says);
        let pattern = if follows_colon {
            Pattern::Before
        } else {
            Pattern::BeforeLoose
        };
        let grade = if is_says { Grade::Sure } else { Grade::Likely };
        self.found(clause, pattern, grade)
    }

    /// Whether what a dependent clause says can go on as far as the quotation.
    fn governs(&self, clause: &Clause, quote: usize, own: Option<usize>) -> bool {
        let end = clause.pieces.last().map_or(0, |range| range.end);
        let is_next = self.elements[end..quote.max(end)]
            .iter()
            .all(|element| matches!(element.kind, ElementKind::Border));
        is_next
            || own.is_some_and(|own| {
                let own = self.clause(own);
                let start = own.pieces.first().map_or(0, |range| range.start);
                (own.is_dependent || self.is_told_clause(own)) && end <= start
            })
    }

    /// A clause behind it that says something: `…, wie Meier sagte`.
    fn later(&self, quote: usize) -> Option<Found> {
        let clause = self.clauses.clauses.iter().find(|clause| {
            clause.subject.is_some()
                && !self.is_told_clause(clause)
                && !self.is_reason(clause)
                && clause.cue.is_some_and(|cue| {
                    cue.strength > Strength::Noun && cue.at > self.elements[quote].range.start
                })
        })?;
        self.found(clause, Pattern::After, Grade::Likely)
    }

    /// Whether a clause gives a reason or a time: what it says is not what stands before it.
    fn is_reason(&self, clause: &Clause) -> bool {
        let start = clause.pieces.first().map_or(0, |piece| piece.start);
        let opener = self.elements[start].range.start;
        clause.is_dependent
            && self.sentence.tokens[opener].is(Class::SUBORDINATE)
            && !matches!(self.sentence.word(opener), "wie" | "Wie")
    }

    /// A source anywhere in the sentence.
    fn anywhere(&self) -> Option<Found> {
        let named = self.sources.first()?;
        Some(by_source(named, Grade::Likely))
    }

    /// The subject of the clause whose colon brings it.
    fn colon(&self, quote: usize) -> Option<Found> {
        if !self.follows_colon(quote) {
            return None;
        }
        let mut before = self.clauses.owners[..quote]
            .iter()
            .rev()
            .filter_map(|owner| *owner);
        let clause = before
            .find(|at| !self.clause(*at).is_dependent)
            .map(|at| self.clause(at))
            .filter(|clause| !self.is_told_clause(clause))?;
        let subject = clause.subject.as_ref()?;
        if subject.names == Names::Thing && clause.finite.is_some() {
            return self.summed_up(subject);
        }
        let pattern = match clause.finite {
            Some(_) => Pattern::Clause,
            None => Pattern::Label,
        };
        let grade = if clause.finite.is_none() && self.is_speaker(&subject.range) {
            Grade::Sure
        } else if subject.can_speak() {
            Grade::Likely
        } else {
            Grade::Guess
        };
        Some(Found {
            speaker: subject.range.clone(),
            cue: None,
            clause: None,
            pattern,
            grade,
            is_said: subject.names != Names::Thing,
        })
    }

    /// `Das Fazit von Meier überrascht: „…“`
    fn summed_up(&self, subject: &Phrase) -> Option<Found> {
        let at = self
            .elements
            .iter()
            .position(|element| element.range.end == subject.range.end)?;
        let (noun, speaker) = source::claim(self.sentence, &self.elements, at)?;
        Some(Found {
            speaker,
            cue: Some(noun),
            clause: None,
            pattern: Pattern::Clause,
            grade: Grade::Likely,
            is_said: true,
        })
    }
}

/// Who is named by words rather than by a verb.
fn by_source(named: &Named, grade: Grade) -> Found {
    Found {
        speaker: named.speaker.clone(),
        cue: Some(named.cue),
        clause: None,
        pattern: Pattern::According,
        grade,
        is_said: true,
    }
}

/// The part of a clause that its verb stands in.
fn verb_field(clause: &Clause) -> Option<Range<usize>> {
    let finite = clause.finite?;
    clause
        .pieces
        .iter()
        .find(|piece| piece.contains(&finite))
        .cloned()
}
