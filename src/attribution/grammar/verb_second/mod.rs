//! German: the finite verb is the second part of a main clause, the last of a subordinate one.

mod case;
mod chain;
mod clause;
pub(in crate::attribution) mod compound;
mod cue;
mod element;
mod noun;
pub(in crate::attribution) mod ordinal;
mod parsed;
mod phrase;
mod source;
mod speaker;
mod speech;
mod statement;
mod subject;
mod verb;

use std::ops::Range;

use crate::attribution::lexicon::{Class, Lexicon};
use crate::attribution::memory::Memory;
use crate::attribution::prose::Passage;
use crate::attribution::reading::{
    Attribution, Grade, Nature, PassageReading, Pattern, Source, Words,
};
use crate::attribution::sentence::{Sentence, sentences};
use crate::attribution::token::{Kind, tokens};

use cue::Strength;
use parsed::Parsed;
use speech::Place;

/// Reads a passage.
pub(super) fn read(
    passage: &Passage<'_>,
    lexicon: &Lexicon,
    memory: &mut Memory,
) -> PassageReading {
    let mut reader = Reader {
        passage,
        memory,
        before: None,
        topic: None,
        out: PassageReading::default(),
    };
    let tokens = tokens(passage, lexicon);
    let mut sentences = sentences(passage, &tokens)
        .into_iter()
        .flat_map(|range| tokens[range].chunks(LONGEST))
        .map(|tokens| {
            Parsed::of(
                Sentence {
                    text: passage.text,
                    tokens,
                },
                lexicon,
            )
        })
        .peekable();
    while let Some(parsed) = sentences.next() {
        let after = sentences.peek().and_then(Parsed::says_so);
        reader.read(&parsed, after.as_ref());
    }
    reader.out
}

/// How many tokens of a sentence are read together; no news has longer ones, and the time that a
/// sentence takes grows with its clauses times its quotations.
const LONGEST: usize = 500;

struct Reader<'a> {
    passage: &'a Passage<'a>,
    memory: &'a mut Memory,
    /// Who spoke last in this passage.
    before: Option<Source>,
    /// Of whom the sentence before is.
    topic: Option<Source>,
    out: PassageReading,
}

impl Reader<'_> {
    /// Reads a sentence; `after` is who says so in the next: `Das sagte Meier.`
    fn read(&mut self, parsed: &Parsed<'_>, after: Option<&Source>) {
        let sentence = parsed.sentence;
        let mut said = None;
        for at in 0..parsed.elements.len() {
            for token in parsed.elements[at].range.clone() {
                if let Some(quote) = sentence.tokens[token].quote() {
                    self.quotation(parsed, (at, token, quote), after, &mut said);
                }
            }
        }
        let statements = statement::statements(parsed, self.before.as_ref());
        if let Some(last) = statements.last().filter(|_| said.is_none()) {
            said = Some(last.source.again(Pattern::Introduced, Grade::Likely));
        }
        self.out.statements.extend(statements);
        if said.is_none() {
            said = introduced(parsed);
        }
        self.topic = parsed
            .main_subject()
            .filter(|_| !parsed.goes_on())
            .map(|subject| {
                Source::new(sentence.range(&subject), Pattern::Introduced, Grade::Guess)
            });
        // `demnach` names nobody who goes on.
        said = said.filter(|said| said.cue.is_none_or(|cue| cue.range != said.speaker.range));
        if said.is_some() {
            self.before.clone_from(&said);
            self.memory.last = said;
        }
    }

    fn quotation(
        &mut self,
        parsed: &Parsed<'_>,
        (at, token, quote): (usize, usize, usize),
        after: Option<&Source>,
        said: &mut Option<Source>,
    ) {
        if self.passage.quotes[quote].goes_on {
            self.out.quotations.push(Attribution {
                nature: Nature::Speech,
                source: None,
            });
            return;
        }
        let found = parsed.find(at);
        let place = Place {
            parsed,
            quote,
            element: at,
            token,
            neighbour: self.neighbour(parsed, token),
            is_said_after: after.is_some(),
        };
        let nature = speech::nature(self.passage, &place, found.as_ref());
        if nature != Nature::Speech {
            self.out.quotations.push(Attribution {
                nature,
                source: None,
            });
            return;
        }
        let source = found
            .map(|found| chain::source(parsed, &found))
            .or_else(|| after.cloned())
            .or_else(|| self.carried(parsed, said.as_ref()))
            .or_else(|| {
                let told = parsed.find_told(at)?;
                Some(chain::source(parsed, &told))
            });
        if source.is_some() {
            said.clone_from(&source);
        }
        self.out.quotations.push(Attribution { nature, source });
    }

    /// What the quotation before the token is, in a list.
    fn neighbour(&self, parsed: &Parsed<'_>, token: usize) -> Option<Nature> {
        let tokens = parsed.sentence.tokens;
        let between = &tokens[token.checked_sub(1)?];
        let is_joined = between.is(Class::AND) || between.kind == Kind::Comma;
        tokens
            .get(token.checked_sub(2)?)?
            .quote()
            .filter(|_| is_joined)?;
        self.out.quotations.last().map(|before| before.nature)
    }

    /// Who goes on to speak where the sentence names nobody.
    fn carried(&self, parsed: &Parsed<'_>, said: Option<&Source>) -> Option<Source> {
        if let Some(said) = said {
            return Some(said.again(Pattern::GoesOn, Grade::Guess));
        }
        let own = parsed.main_subject().filter(|_| !parsed.goes_on());
        let clause = |subject: Range<usize>| {
            Source::new(
                parsed.sentence.range(&subject),
                Pattern::Clause,
                Grade::Guess,
            )
        };
        // One bare word may be whatever: `Wasser`.
        let is_known = |subject: &Range<usize>| subject.len() > 1 || parsed.is_speaker(subject);
        if let Some(subject) = own
            .clone()
            .filter(|subject| is_known(subject) && parsed.elements.len() > 4)
        {
            return Some(clause(subject));
        }
        if let Some(before) = &self.before {
            return Some(before.again(Pattern::GoesOn, Grade::Likely));
        }
        let topic = self.topic.clone();
        if let Some(subject) = own.filter(|subject| is_known(subject) || topic.is_none()) {
            return Some(clause(subject));
        }
        if topic.is_some() {
            return topic;
        }
        let last = self.memory.last.as_ref()?;
        Some(last.again(Pattern::Last, Grade::Guess))
    }
}

/// Whom a sentence without quotations says to speak.
fn introduced(parsed: &Parsed<'_>) -> Option<Source> {
    let sentence = parsed.sentence;
    let with = |wanted: fn(Strength) -> bool| {
        parsed.clauses.clauses.iter().find_map(|clause| {
            let subject = clause.subject.as_ref()?;
            let cue = clause.cue.filter(|cue| wanted(cue.strength))?;
            let is_speaker = !parsed.is_told_clause(clause)
                && subject.can_speak()
                && !subject.range.contains(&cue.at);
            is_speaker.then(|| (subject.range.clone(), Some(cue.at)))
        })
    };
    let (speaker, cue) = with(|strength| strength == Strength::Says)
        .or_else(|| {
            let named = parsed.sources.first()?;
            Some((named.speaker.clone(), Some(named.cue)))
        })
        .or_else(|| with(|strength| strength != Strength::Says))?;
    Some(Source {
        cue: cue.map(|cue| Words::here(sentence.tokens[cue].range)),
        ..Source::new(sentence.range(&speaker), Pattern::Introduced, Grade::Likely)
    })
}
