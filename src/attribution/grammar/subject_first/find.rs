//! Who speaks, as the sentence around a quotation says it.

use std::ops::Range;

use super::clause::{Clauses, Form, STRONG};
use crate::attribution::lexicon::Class;
use crate::attribution::reading::{Grade, Pattern};
use crate::attribution::sentence::Tail;
use crate::attribution::token::Kind;

/// A speaker in a sentence, as ranges of its tokens.
pub(super) struct Found {
    pub(super) speaker: Range<usize>,
    pub(super) cue: Option<usize>,
    /// Who passes it on, where that is who does what the verb says.
    pub(super) via: Option<Range<usize>>,
    pub(super) pattern: Pattern,
    pub(super) grade: Grade,
}

impl Found {
    pub(super) fn new(
        speaker: Range<usize>,
        cue: impl Into<Option<usize>>,
        pattern: Pattern,
        grade: Grade,
    ) -> Found {
        Found {
            speaker,
            cue: cue.into(),
            via: None,
            pattern,
            grade,
        }
    }
}

/// A quotation in a sentence.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// Its token.
    pub(super) at: usize,
    /// The first token behind the quotation before it.
    pub(super) low: usize,
    /// The next quotation, or the end of the sentence.
    pub(super) high: usize,
    pub(super) tail: Tail,
}

/// No subject stands farther from a verb beside it, in words and signs.
const FARTHEST: usize = 24;

impl Clauses<'_> {
    /// Who speaks the words at `place`.
    pub(super) fn find(&self, place: Place) -> Option<Found> {
        let tokens = self.sentence.tokens;
        let is_tagged = matches!(place.tail, Tail::Comma | Tail::Call)
            || tokens
                .get(place.at + 1)
                .is_some_and(|next| matches!(next.kind, Kind::Comma | Kind::Dash));
        let behind = self.behind(place);
        // A comma inside the marks may end any clause: `named him “Ace,” forgot it and left`.
        let is_quoted_before = self
            .cue_before(place.at)
            .is_some_and(|cue| cue >= place.low);
        let is_loud = |found: &Found| {
            found.cue.is_some_and(|cue| {
                tokens[cue].is(STRONG | Class::ACCORDING) && !tokens[cue].is(Class::THINKS)
            })
        };
        if is_tagged
            && behind
                .as_ref()
                .is_some_and(|found| !is_quoted_before || is_loud(found))
        {
            return behind;
        }
        let before = self.label(place).or_else(|| self.before(place));
        let is_clear = before
            .as_ref()
            .is_some_and(|found| found.pattern != Pattern::Clause);
        if !is_clear && let Some(found) = self.closing(place) {
            return Some(found);
        }
        before
            .or_else(|| {
                behind.map(|found| Found {
                    pattern: Pattern::AfterLoose,
                    grade: Grade::Likely,
                    ..found
                })
            })
            .or_else(|| self.clause(place))
    }

    /// Whether the words at `place` are put to the subject, and nobody else is named:
    /// `Smith was asked, “…”`
    pub(super) fn is_heard(&self, place: Place) -> bool {
        self.cue_before(place.at).is_some_and(|cue| {
            self.form(cue) == Some(Form::Passive)
                && self.sentence.tokens[cue].is(Class::TELLS)
                && cue >= place.low
        })
    }

    /// `Pour Jean Dupont, « … »`
    fn in_view(&self, place: Place) -> Option<Found> {
        let tokens = self.sentence.tokens;
        let speaker = self
            .phrase_from(1)
            .filter(|speaker| tokens[0].is(Class::IN_VIEW) && speaker.end < place.at)?;
        let last = &tokens[speaker.end - 1];
        let is_somebody =
            self.sentence.is_name(speaker.end - 1) || last.is(Class::PERSON | Class::GROUP);
        (is_somebody && tokens[speaker.end].kind == Kind::Comma).then_some(Found::new(
            speaker,
            0,
            Pattern::According,
            Grade::Likely,
        ))
    }

    /// `SMITH: “…”`
    fn label(&self, place: Place) -> Option<Found> {
        let colon = place.at.checked_sub(1)?;
        let tokens = self.sentence.tokens;
        if tokens[colon].kind != Kind::Colon || colon == place.low {
            return None;
        }
        let mut end = colon;
        if tokens[end - 1].kind == Kind::Close {
            let from = end.saturating_sub(12).max(place.low);
            end = (from..end)
                .rev()
                .find(|at| tokens[*at].kind == Kind::Open)?;
        }
        let speaker = self.phrase(end.checked_sub(1)?).filter(|phrase| {
            phrase.end == end
                && (phrase.start == place.low
                    || phrase.start > place.low && self.sentence.is_dash(phrase.start - 1))
        })?;
        self.sentence.is_name(speaker.end - 1).then_some(Found::new(
            speaker,
            None,
            Pattern::Label,
            Grade::Sure,
        ))
    }

    /// `Smith said: “…”`, `Smith said that the plan was “…”`, `Smith called the plan “…”`
    fn before(&self, place: Place) -> Option<Found> {
        let tokens = self.sentence.tokens;
        let Some(mut cue) = self.cue_before(place.at) else {
            let according = (0..place.at)
                .take(40)
                .find(|at| tokens[*at].is(Class::ACCORDING));
            return match according {
                Some(according) => self.according(according, place.at),
                None => self.in_view(place),
            };
        };
        if let Some(found) = self.relayed_by(cue) {
            return Some(found);
        }
        let nearest = cue;
        cue = self.root(cue);
        if self.form(cue) == Some(Form::Passive) {
            return self.passive(cue, place);
        }
        // `Smith said so and Miller fired back: “…”`
        let follows_colon = tokens[place.at - 1].kind == Kind::Colon;
        if follows_colon
            && self.form(cue) != Some(Form::Participle)
            && let Some(speaker) = self.in_force(place.at - 1)
            && self.subject(nearest).as_ref() != Some(&speaker)
        {
            return Some(Found::new(
                speaker,
                None,
                Pattern::BeforeLoose,
                Grade::Likely,
            ));
        }
        let speaker = self.subject(cue)?;
        // `When Smith mentioned it, the crowd sang “…”`
        if let Some(verb) = self.finite_before(place.at)
            && verb > nearest
            && !self.is_said_with(verb, cue)
            && self.form(nearest) != Some(Form::Noun)
            && let Some(other) = self.subject(verb)
            && other != speaker
            && other.start > cue
            && self.depends(cue)
        {
            return Some(Found::new(other, None, Pattern::Clause, Grade::Likely));
        }
        let is_strong = tokens[cue].is(STRONG);
        let is_direct = (nearest + 1..place.at).all(|at| {
            matches!(tokens[at].kind, Kind::Comma | Kind::Colon)
                || self.sentence.is_adverb(at)
                || tokens[at].is(Class::THAT)
        });
        let pattern = match is_direct && is_strong && cue == nearest {
            true => Pattern::Before,
            false if is_strong => Pattern::BeforeLoose,
            false => Pattern::Clause,
        };
        // `Smith left the hall, saying “…”`
        let is_aside = self.form(cue) == Some(Form::Participle)
            && tokens[cue].is(Class::SAYING)
            && cue == nearest
            && cue > 0
            && tokens[cue - 1].kind == Kind::Comma
            && self.in_force(cue).as_ref() == Some(&speaker);
        let is_sure = is_aside || is_strong && self.is_plain(cue, &speaker);
        Some(Found::new(
            speaker,
            cue,
            pattern,
            if is_sure { Grade::Sure } else { Grade::Likely },
        ))
    }

    /// `The agency quoted Smith as saying`, `Smith was quoted by the agency as saying`; the participle
    /// stands at `cue`.
    pub(super) fn relayed_by(&self, cue: usize) -> Option<Found> {
        let tokens = self.sentence.tokens;
        let is_quoted = self.form(cue) == Some(Form::Participle)
            && tokens[cue].is(Class::SAYING)
            && cue > 0
            && tokens[cue - 1].is(Class::SUBORDINATE);
        let verb = self
            .finite_before(cue)
            .filter(|verb| is_quoted && tokens[*verb].is(Class::CITING) && cue - verb < FARTHEST)?;
        let found = |speaker| Found::new(speaker, cue, Pattern::BeforeLoose, Grade::Likely);
        if self.form(verb) == Some(Form::Passive) {
            let by = (verb + 1..cue).find(|at| tokens[*at].is(Class::BY));
            return Some(Found {
                via: by.and_then(|by| self.phrase_from(by + 1)),
                ..found(self.subject(verb)?)
            });
        }
        let object = tokens[verb + 1]
            .is(Class::OBLIQUE)
            .then_some(verb + 1..verb + 2);
        Some(Found {
            via: self.subject(verb),
            ..found(object.or_else(|| self.phrase_from(verb + 1))?)
        })
    }

    /// Whether the clause of the verb at `at` depends on another.
    fn depends(&self, at: usize) -> bool {
        let tokens = self.sentence.tokens;
        let start = self.subject(at).map_or(at, |subject| subject.start.min(at));
        start
            .checked_sub(1)
            .is_some_and(|before| tokens[before].is(Class::SUBORDINATE | Class::RELATIVE))
    }

    /// Whether subject and verb stand side by side in a clause that does not depend on another.
    pub(super) fn is_plain(&self, cue: usize, speaker: &Range<usize>) -> bool {
        let tokens = self.sentence.tokens;
        let is_far = speaker.end > cue || cue - speaker.end > FARTHEST;
        if is_far || self.form(cue) != Some(Form::Finite) {
            return false;
        }
        let mut is_aside = false;
        let is_near = (self.whole(speaker, Some(cue)).end..cue).all(|at| {
            match tokens[at].kind {
                Kind::Open => is_aside = true,
                Kind::Close => {
                    is_aside = false;
                    return true;
                }
                _ => {}
            }
            is_aside || self.sentence.is_adverb(at) || tokens[at].is(Class::AUXILIARY | Class::TIME)
        });
        let opener = speaker.start.checked_sub(1).map(|before| &tokens[before]);
        let is_main = opener.is_none_or(|opener| {
            !opener.is(Class::SUBORDINATE | Class::RELATIVE | Class::PREPOSITION | Class::THAT)
        });
        is_near && is_main
    }

    /// `was called “…” by Smith`
    fn passive(&self, cue: usize, place: Place) -> Option<Found> {
        let tokens = self.sentence.tokens;
        let end = tokens.len().min(place.at + 12);
        let by = (cue + 1..end).find(|at| tokens[*at].is(Class::BY));
        let agent = by.and_then(|by| self.phrase_from(by + 1));
        if let Some(speaker) = agent {
            return Some(Found::new(
                speaker,
                cue,
                Pattern::BeforeLoose,
                Grade::Likely,
            ));
        }
        if tokens[cue].is(Class::TELLS) {
            return None;
        }
        Some(Found::new(
            self.subject(cue)?,
            cue,
            Pattern::Clause,
            Grade::Guess,
        ))
    }

    /// The subject of the clause around the quotation.
    fn clause(&self, place: Place) -> Option<Found> {
        if self.is_heard(place) {
            return None;
        }
        let speaker = self
            .in_force(place.at)
            .or_else(|| (0..place.at).take(12).find_map(|at| self.phrase_from(at)))?;
        Some(Found::new(speaker, None, Pattern::Clause, Grade::Guess))
    }
}
