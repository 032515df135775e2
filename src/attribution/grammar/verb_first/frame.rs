//! Who speaks at a place of a sentence.

use super::chain;
use super::cue::{Cue, Role, agree};
use super::statement::Open;
use crate::attribution::lexicon::Class;
use crate::attribution::memory::Memory;
use crate::attribution::reading::{Grade, Pattern, Source, Words};
use crate::attribution::sentence::Sentence;
use crate::text::TextRange;

/// Somebody who speaks from a cue on.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    /// The token that says so.
    pub(super) cue: usize,
    pub(super) role: Role,
    /// Its gender and number.
    pub(super) form: Class,
    /// `None` where nobody is known who could be meant.
    pub(super) source: Option<Source>,
    /// How many quotations it brought.
    pub(super) quotes: usize,
    /// Whether `أن` or a colon follows it.
    pub(super) brings: bool,
    /// Whether what it brings next is what somebody says without marks.
    pub(super) states: bool,
}

/// What is known of a sentence up to a place of it.
#[derive(Debug, Default)]
pub(super) struct State {
    /// Who speaks in the main clause.
    pub(super) main: Option<Frame>,
    /// Who speaks in the clause inside of it that stands open here.
    pub(super) inner: Option<Frame>,
    /// Whether a clause with `أن` stands open here.
    pub(super) in_content: bool,
    /// Whether a clause with `الذي` began.
    pub(super) is_related: bool,
    /// What is being said here without marks.
    pub(super) statement: Option<Open>,
}

impl State {
    pub(super) fn is_empty(&self) -> bool {
        self.main.is_none() && self.inner.is_none()
    }

    /// Who speaks here.
    pub(super) fn frame(&self) -> Option<&Frame> {
        self.inner.as_ref().or(self.main.as_ref())
    }

    pub(super) fn frame_mut(&mut self) -> Option<&mut Frame> {
        self.inner.as_mut().or(self.main.as_mut())
    }

    /// From here on somebody else speaks.
    pub(super) fn open(&mut self, frame: Frame) {
        if frame.role.is_inner() {
            self.inner = Some(frame);
            return;
        }
        self.in_content &= frame.role != Role::Main;
        self.inner = None;
        self.main = Some(frame);
    }
}

impl Frame {
    /// Who speaks by `cue`.
    pub(super) fn new(sentence: Sentence<'_>, cue: &Cue, state: &State, memory: &Memory) -> Frame {
        let mut source = match &cue.subject {
            Some((subject, pattern)) => {
                let words = match cue.role {
                    Role::According => chain::without_to(sentence, subject),
                    _ => sentence.range(subject),
                };
                let grade = grade(*pattern, cue.role);
                Some(Source::new(words, *pattern, grade))
            }
            None => dropped(cue, state, memory),
        };
        if let Some(source) = &mut source {
            let words = Words::here(sentence.tokens[cue.at].range);
            source.cue = (source.pattern != Pattern::Label).then_some(words);
            chain::complete(sentence, cue, source);
        }
        let states = source
            .as_ref()
            .is_some_and(|source| states(sentence, cue, source));
        Frame {
            cue: cue.at,
            role: cue.role,
            form: cue.form | number(sentence, cue),
            source,
            quotes: 0,
            brings: false,
            states,
        }
    }

    /// The words that name the speaker, if they stand with the cue.
    pub(super) fn subject(&self) -> Option<TextRange> {
        let source = self.source.as_ref()?;
        (source.pattern != Pattern::Dropped).then_some(source.speaker.range)
    }

    /// Whether it names somebody, but nothing yet of what that one says.
    pub(super) fn is_unopened(&self) -> bool {
        self.subject().is_some() && self.quotes == 0 && !self.brings
    }
}

/// Whether the subject is several, though a verb before it does not tell.
fn number(sentence: Sentence<'_>, cue: &Cue) -> Class {
    let Some((subject, _)) = &cue.subject else {
        return Class::NONE;
    };
    let head = sentence.word(subject.start);
    let is_plural = ["ون", "ين", "ان", "ات"]
        .iter()
        .any(|ending| head.ends_with(ending))
        || sentence.tokens[subject.clone()]
            .iter()
            .any(|token| token.is(Class::JOINED));
    let is_group = sentence.tokens[subject.start].is(Class::GROUP | Class::INSTITUTION);
    if is_plural || is_group {
        Class::PLURAL
    } else {
        Class::NONE
    }
}

/// Who is meant where the subject goes without saying: whoever the sentence speaks of, or else who
/// spoke last of the same gender.
fn dropped(cue: &Cue, state: &State, memory: &Memory) -> Option<Source> {
    let goes_with =
        |form: Class| cue.role == Role::Participle || cue.role.is_inner() || agree(form, cue.form);
    let main = state.main.as_ref().filter(|main| goes_with(main.form));
    if let Some(source) = main.and_then(|main| main.source.as_ref()) {
        let highest = match cue.role {
            Role::Main | Role::Participle => Grade::Sure,
            _ => Grade::Likely,
        };
        return Some(source.again(Pattern::Dropped, source.grade.min(highest)));
    }
    let last = memory.subjects.last()?;
    let mut subjects = memory.subjects.iter().rev();
    let subject = subjects.find(|subject| agree(subject.form, cue.form));
    // `قالوا` of several.
    let is_counted = !cue.form.has(Class::PLURAL) || last.form.has(Class::PLURAL);
    let is_near = memory.silence == 0 && agree(last.form, cue.form) && is_counted;
    let is_near = is_near && cue.role == Role::Main;
    let highest = if is_near { Grade::Sure } else { Grade::Likely };
    let source = &subject.unwrap_or(last).source;
    Some(source.again(Pattern::Dropped, source.grade.min(highest)))
}

/// Whether what the cue brings is surely said by `source`: no demand, and not denied.
fn states(sentence: Sentence<'_>, cue: &Cue, source: &Source) -> bool {
    let token = &sentence.tokens[cue.at];
    let is_denied =
        cue.role != Role::According && cue.at > 0 && sentence.tokens[cue.at - 1].is(Class::NOT);
    let is_saying = match cue.role {
        Role::Main | Role::Participle => token.is(Class::SAYS | Class::SAYING),
        Role::According => true,
        Role::Relative | Role::Nested | Role::Noun => false,
    };
    let is_certain = match source.pattern {
        Pattern::Clause => false,
        Pattern::Dropped => source.grade == Grade::Sure,
        _ => true,
    };
    is_saying && is_certain && !is_denied
}

/// How surely a speaker is named that is found so.
fn grade(pattern: Pattern, role: Role) -> Grade {
    match (pattern, role) {
        (Pattern::Before, Role::Main) | (Pattern::According, _) => Grade::Sure,
        _ => Grade::Likely,
    }
}
