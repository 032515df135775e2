//! Arabic: the verb comes first, its subject follows or goes without saying.
//!
//! [`cue`] is what says that somebody speaks: a [`verb`], or a [`noun`] and the like; [`phrase`] finds
//! where the words for a person begin and end, and a [`frame`] keeps who speaks from there on.
//! [`nature`] tells what stands between marks, [`statement`] what is said without them, [`chain`] who
//! is spoken to and through whom it came, [`clitics`] what is written onto a word.

mod chain;
pub(in crate::attribution) mod clitics;
mod cue;
mod frame;
mod nature;
mod noun;
mod phrase;
mod statement;
mod verb;

use std::collections::HashSet;

use frame::{Frame, State};

use crate::attribution::lexicon::{Class, Lexicon};
use crate::attribution::memory::{Memory, Subject};
use crate::attribution::prose::Passage;
use crate::attribution::reading::{
    Attribution, Grade, Nature, PassageReading, Pattern, Source, Statement,
};
use crate::attribution::sentence::{Sentence, sentences};
use crate::attribution::token::{Kind, tokens};

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
    let statements = &mut reader.out.statements;
    statements.sort_by_key(|statement| statement.content.start());
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

impl Reader<'_> {
    fn sentence(&mut self, sentence: Sentence<'_>) {
        let mut state = State::default();
        let first = self.out.quotations.len();
        for at in 0..sentence.tokens.len() {
            if let Some(quote) = sentence.tokens[at].quote() {
                self.quotation(sentence, at, quote, &mut state, first);
                continue;
            }
            if let Some(cue) = cue::at(sentence, at, &state) {
                if !cue.role.is_inner() {
                    self.end_statement(sentence, at, &mut state);
                }
                let frame = Frame::new(sentence, &cue, &state, self.memory);
                self.state_before(sentence, &frame, &state);
                state.open(frame);
            }
            self.go_on(sentence, at, &mut state);
        }
        self.end_statement(sentence, sentence.tokens.len(), &mut state);
        self.remember(sentence, &state);
    }

    /// Goes past the token at `at`, which is no quotation.
    fn go_on(&mut self, sentence: Sentence<'_>, at: usize, state: &mut State) {
        let token = &sentence.tokens[at];
        if statement::ends(sentence, at) {
            self.end_statement(sentence, at, state);
            state.in_content = false;
        }
        match token.kind {
            Kind::Comma | Kind::Semicolon | Kind::Close => {
                let is_over = |frame: &Frame| frame.quotes > 0 || !frame.brings;
                if state.inner.as_ref().is_some_and(is_over) {
                    state.inner = None;
                }
                if statement::begins_after(sentence, at, state) {
                    self.begin_statement(at + 1, state);
                }
            }
            Kind::Colon => {
                if let Some(frame) = state.frame_mut() {
                    frame.brings = true;
                }
            }
            _ if token.is(Class::THAT) && !cue::is_connector(sentence, at) => {
                self.begin_statement(statement::start(sentence, at), state);
                if let Some(frame) = state.frame_mut() {
                    frame.brings = true;
                    state.in_content = true;
                }
            }
            _ if token.is(Class::RELATIVE) => state.is_related = true,
            _ => {}
        }
    }

    /// What is said without marks begins at `start`, if the sentence says so.
    fn begin_statement(&self, start: usize, state: &mut State) {
        if self.passage.is_heading || state.statement.is_some() {
            return;
        }
        let Some(frame) = state.frame_mut() else {
            return;
        };
        if std::mem::take(&mut frame.states) && frame.quotes == 0 {
            let source = frame.source.clone();
            state.statement = source.map(|source| statement::Open { start, source });
        }
    }

    /// What is said without marks ends before `end`.
    fn end_statement(&mut self, sentence: Sentence<'_>, end: usize, state: &mut State) {
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

    /// What stands before `، بحسب الوزير` is said by him.
    fn state_before(&mut self, sentence: Sentence<'_>, frame: &Frame, state: &State) {
        let Some(source) = frame.source.as_ref().filter(|_| frame.states) else {
            return;
        };
        let may_state = state.is_empty() && !self.passage.is_heading;
        if may_state
            && statement::stands_before(sentence, frame)
            && let Some(content) = statement::content(sentence, 0..frame.cue)
        {
            self.out.statements.push(Statement {
                content: sentence.range(&content),
                source: source.clone(),
            });
        }
    }

    fn quotation(
        &mut self,
        sentence: Sentence<'_>,
        at: usize,
        quote: usize,
        state: &mut State,
        first: usize,
    ) {
        let passage = self.passage;
        let quote = passage.quotes[quote];
        let before = self.out.quotations[first..].last();
        let after = noun::after_quote(sentence, at, !state.is_empty());
        let words = nature::bare_words(passage.text, quote.range);
        let nature = nature::nature(&nature::Context {
            sentence,
            lexicon: self.lexicon,
            at,
            frame: state.frame(),
            has_cue: after.is_some() || !state.is_empty(),
            is_known: self.names.contains(words),
            before: before.map(|before| before.nature),
        });
        if nature == Nature::Name {
            self.names.insert(words);
        }
        let mut source = None;
        if nature == Nature::Speech {
            if let Some(cue) = after {
                let frame = Frame::new(sentence, &cue, state, self.memory);
                source.clone_from(&frame.source);
                if state.is_empty() && !frame.role.is_inner() {
                    state.open(frame);
                }
            } else if let Some(frame) = state.frame_mut() {
                frame.quotes += 1;
                source.clone_from(&frame.source);
            }
            let last = self.memory.last.as_ref();
            source = source.or_else(|| Some(last?.again(Pattern::Last, Grade::Guess)));
        }
        self.out.quotations.push(Attribution {
            nature,
            source: source.filter(|_| !quote.goes_on),
        });
    }

    /// Keeps in mind who spoke, for the sentences that follow.
    fn remember(&mut self, sentence: Sentence<'_>, state: &State) {
        self.memory.silence = self.memory.silence.saturating_add(1);
        let frame = state.main.as_ref().or(state.inner.as_ref());
        let Some(frame) = frame else {
            if let Some((subject, form)) = phrase::acting(sentence) {
                let words = sentence.range(&subject);
                let source = Source::new(words, Pattern::Last, Grade::Likely);
                self.memory.keep(Subject { source, form });
            }
            return;
        };
        if let Some(source) = &frame.source {
            self.memory.last = Some(source.clone());
            self.memory.keep(Subject {
                source: source.clone(),
                form: frame.form,
            });
        }
    }
}
