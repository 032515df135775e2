//! Arabic: the verb comes first, its subject follows or goes without saying.
//!
//! [`cue`] finds the words that say that somebody speaks and who it is, [`phrase`] where the words
//! for a person begin and end, [`nature`] what stands between marks, [`statement`] what is said without
//! them, [`chain`] who is spoken to and through whom it came, [`clitics`] what is written onto a word.

mod chain;
pub(in crate::attribution) mod clitics;
mod cue;
mod nature;
mod noun;
mod phrase;
mod statement;
mod verb;

use std::collections::HashSet;

use cue::{Cue, Role};

use crate::attribution::lexicon::{Class, Lexicon};
use crate::attribution::memory::{Memory, Subject};
use crate::attribution::prose::Passage;
use crate::attribution::reading::{
    Attribution, Grade, Nature, PassageReading, Pattern, Source, Statement, Words,
};
use crate::attribution::sentence::{Sentence, sentences};
use crate::attribution::token::{Kind, tokens};
use crate::text::TextRange;

/// Reads a passage.
pub(super) fn read(
    passage: &Passage<'_>,
    lexicon: &Lexicon,
    memory: &mut Memory,
) -> PassageReading {
    let tokens = tokens(passage, lexicon);
    let mut reader = Reader {
        lexicon,
        passage,
        memory,
        names: HashSet::new(),
        out: PassageReading::default(),
    };
    for range in sentences(passage, &tokens) {
        let sentence = Sentence {
            text: passage.text,
            tokens: &tokens[range],
        };
        reader.sentence(sentence);
    }
    reader.out
}

struct Reader<'a> {
    lexicon: &'a Lexicon,
    passage: &'a Passage<'a>,
    memory: &'a mut Memory,
    /// What was in marks as a name.
    names: HashSet<&'a str>,
    out: PassageReading,
}

/// Who speaks at a place of a sentence.
#[derive(Debug, Clone)]
struct Frame {
    /// The token that says so.
    cue: usize,
    role: Role,
    /// Its gender and number.
    form: Class,
    /// `None` where nobody is known who could be meant.
    source: Option<Source>,
    /// How many quotations it brought.
    quotes: usize,
    /// Whether `أن` or a colon follows it.
    brings: bool,
    /// Whether what `أن` brings next is what is said.
    states: bool,
}

impl Frame {
    /// The words that name the speaker, if they stand with the cue.
    fn subject(&self) -> Option<TextRange> {
        let source = self.source.as_ref()?;
        (source.pattern != Pattern::Dropped).then_some(source.speaker.range)
    }
}

/// What is known of a sentence up to a place of it.
#[derive(Debug, Default)]
struct State {
    /// Who speaks in the main clause.
    main: Option<Frame>,
    /// Who speaks in the clause inside of it that stands open here.
    inner: Option<Frame>,
    /// Whether a clause with `أن` stands open here.
    in_content: bool,
    /// Whether a clause with `الذي` began.
    is_related: bool,
    /// What is being said here without marks.
    statement: Option<statement::Open>,
}

impl State {
    fn frame(&mut self) -> Option<&mut Frame> {
        self.inner.as_mut().or(self.main.as_mut())
    }

    fn is_empty(&self) -> bool {
        self.main.is_none() && self.inner.is_none()
    }
}

impl Reader<'_> {
    fn sentence(&mut self, sentence: Sentence<'_>) {
        let mut state = State::default();
        let first = self.out.quotations.len();
        for at in 0..sentence.tokens.len() {
            let token = &sentence.tokens[at];
            if let Some(quote) = token.quote() {
                self.quotation(sentence, at, quote, &mut state, first);
                continue;
            }
            if let Some(cue) = cue::at(sentence, at, &state) {
                if !cue.role.is_inner() {
                    self.close(sentence, at, &mut state);
                }
                self.open(sentence, cue, &mut state);
            }
            match token.kind {
                Kind::Comma | Kind::Semicolon | Kind::Close => {
                    let is_over = |frame: &Frame| frame.quotes > 0 || !frame.brings;
                    if state.inner.as_ref().is_some_and(is_over) {
                        state.inner = None;
                    }
                    if statement::ends_at(sentence, at) {
                        self.close(sentence, at, &mut state);
                        state.in_content = false;
                    }
                }
                Kind::Open if statement::is_credit(sentence, at) => {
                    self.close(sentence, at, &mut state);
                    state.in_content = false;
                }
                Kind::Word(_) if statement::is_aside(sentence, at) => {
                    self.close(sentence, at, &mut state);
                }
                Kind::Colon => {
                    if let Some(frame) = state.frame() {
                        frame.brings = true;
                    }
                }
                _ if token.is(Class::THAT) && !cue::is_connector(sentence, at) => {
                    bring(sentence, at, &mut state);
                }
                _ if token.is(Class::RELATIVE) => state.is_related = true,
                _ => {}
            }
        }
        self.close(sentence, sentence.tokens.len(), &mut state);
        self.memory.silence = self.memory.silence.saturating_add(1);
        self.remember(sentence, &state);
    }

    /// What is said without marks ends before `end`.
    fn close(&mut self, sentence: Sentence<'_>, end: usize, state: &mut State) {
        let Some(open) = state.statement.take() else {
            return;
        };
        if let Some(content) = statement::content(sentence, open.start..end) {
            self.out.statements.push(Statement {
                content: sentence.range(&content),
                source: open.source,
            });
        }
    }

    /// Somebody begins to speak.
    fn open(&mut self, sentence: Sentence<'_>, cue: Cue, state: &mut State) {
        let words = Words::here(sentence.tokens[cue.at].range);
        let mut source = match &cue.subject {
            Some((subject, pattern)) => {
                let grade = grade(*pattern, cue.role);
                Some(Source::new(sentence.range(subject), *pattern, grade))
            }
            None => self.dropped(&cue, state),
        };
        if let Some(source) = &mut source {
            source.cue = Some(words).filter(|_| source.pattern != Pattern::Label);
            chain::complete(sentence, &cue, source);
        }
        let frame = Frame {
            cue: cue.at,
            role: cue.role,
            form: cue.form,
            source,
            quotes: 0,
            brings: false,
            states: !self.passage.is_heading && says(sentence, &cue),
        };
        if cue.role.is_inner() {
            state.inner = Some(frame);
        } else {
            state.inner = None;
            state.main = Some(frame);
            if cue.role == Role::Main {
                state.in_content = false;
            }
        }
    }

    /// Who is meant where the subject goes without saying.
    fn dropped(&self, cue: &Cue, state: &State) -> Option<Source> {
        let main = state.main.as_ref().filter(|main| {
            cue.role == Role::Participle || cue.role.is_inner() || cue::agree(main.form, cue.form)
        });
        if let Some(source) = main.and_then(|main| main.source.as_ref()) {
            let grade = source.grade.min(match cue.role {
                Role::Main | Role::Participle => Grade::Sure,
                _ => Grade::Likely,
            });
            return Some(source.again(Pattern::Dropped, grade));
        }
        let subjects = &self.memory.subjects;
        let subject = subjects
            .iter()
            .rev()
            .find(|subject| cue::agree(subject.form, cue.form))
            .or(subjects.last())?;
        let is_last = self.memory.silence == 0 && cue::agree(subjects.last()?.form, cue.form);
        let grade = match is_last && cue.role == Role::Main {
            true => subject.source.grade,
            false => Grade::Likely.min(subject.source.grade),
        };
        Some(subject.source.again(Pattern::Dropped, grade))
    }

    fn quotation(
        &mut self,
        sentence: Sentence<'_>,
        at: usize,
        quote: usize,
        state: &mut State,
        first: usize,
    ) {
        let has_cue = !state.is_empty();
        let after = noun::after_quote(sentence, at, has_cue);
        let passage = self.passage;
        let before = &self.out.quotations[first..];
        let words = nature::bare_words(passage.text, passage.quotes[quote].range);
        let frame = state.inner.as_ref().or(state.main.as_ref());
        let subject = frame.and_then(Frame::subject);
        let context = nature::Context {
            sentence,
            lexicon: self.lexicon,
            at,
            has_cue: has_cue || after.is_some(),
            subject_end: subject.map(|subject| subject.end()),
            is_unopened: subject.is_some()
                && frame.is_some_and(|frame| frame.quotes == 0 && !frame.brings),
            is_called: frame.is_some_and(|frame| frame.role == Role::Relative),
            is_known: self.names.contains(words),
            is_first: frame.is_none_or(|frame| frame.quotes == 0),
            before: before.last().map(|last| last.nature),
        };
        let nature = nature::nature(&context);
        if nature == Nature::Name {
            self.names.insert(words);
        }
        let mut source = None;
        if nature == Nature::Speech && !self.passage.quotes[quote].goes_on {
            source = match after {
                Some(cue) => {
                    let mut later = State::default();
                    std::mem::swap(&mut later, state);
                    self.open(sentence, cue, &mut later);
                    let source = later.frame().and_then(|frame| frame.source.clone());
                    // What the cue says after the quotation is found again when it is reached.
                    if later.inner.is_some() {
                        later.inner = None;
                    } else if has_cue {
                        later.main = None;
                    }
                    *state = later;
                    source
                }
                None => state.frame().and_then(|frame| frame.source.clone()),
            };
            source = source.or_else(|| {
                let last = self.memory.last.as_ref()?;
                Some(last.again(Pattern::Last, Grade::Guess))
            });
        }
        if let Some(frame) = state.frame().filter(|_| nature == Nature::Speech) {
            frame.quotes += 1;
        }
        self.out.quotations.push(Attribution { nature, source });
    }

    /// Keeps in mind who spoke, for the sentences that follow.
    fn remember(&mut self, sentence: Sentence<'_>, state: &State) {
        let Some(frame) = state.main.as_ref().or(state.inner.as_ref()) else {
            if let Some((first, form)) = phrase::acting(sentence) {
                let source = Source::new(sentence.range(&first), Pattern::Last, Grade::Likely);
                self.memory.keep(Subject { source, form });
            }
            return;
        };
        let Some(source) = &frame.source else { return };
        self.memory.last = Some(source.clone());
        self.memory.keep(Subject {
            source: source.clone(),
            form: frame.form,
        });
    }
}

/// The word at `that` brings what somebody says.
fn bring(sentence: Sentence<'_>, that: usize, state: &mut State) {
    let has_statement = state.statement.is_some();
    let Some(frame) = state.frame() else { return };
    frame.brings = true;
    let states = std::mem::take(&mut frame.states) && frame.quotes == 0 && !has_statement;
    let source = frame.source.clone().filter(|_| states);
    state.statement = state.statement.take().or_else(|| {
        Some(statement::Open {
            start: statement::start(sentence, that),
            source: source?,
        })
    });
    state.in_content = true;
}

/// Whether what the cue brings is said by the one it speaks of: no demand, and not denied.
fn says(sentence: Sentence<'_>, cue: &Cue) -> bool {
    let token = &sentence.tokens[cue.at];
    let is_denied = cue.at > 0 && sentence.tokens[cue.at - 1].is(Class::NOT);
    let is_certain = cue
        .subject
        .as_ref()
        .is_none_or(|(_, pattern)| *pattern != Pattern::Clause);
    let is_clause = matches!(cue.role, Role::Main | Role::Participle);
    token.is(Class::SAYS | Class::SAYING) && is_clause && is_certain && !is_denied
}

/// How surely a speaker is named that is found so.
fn grade(pattern: Pattern, role: Role) -> Grade {
    match (pattern, role) {
        (Pattern::Before, Role::Main) | (Pattern::According, _) => Grade::Sure,
        _ => Grade::Likely,
    }
}
