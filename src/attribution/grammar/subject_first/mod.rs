//! The subject stands before the verb: English, French.
//!
//! A [`clause`] is what a sentence is read for: [`parse`] reads it once from left to right, by its
//! [`phrase`]s and [`verb`]s, and gives each verb its [`subject`]. Of that, [`find`] and [`behind`]
//! see who speaks a quotation, [`incise`] where its own words say it, [`source`] what else is said of
//! the source, and [`statement`] what is said without marks; [`nature`] tells speech from titles.

mod behind;
mod clause;
mod dateline;
mod find;
mod incise;
mod nature;
mod parse;
mod phrase;
mod source;
mod statement;
mod subject;
mod verb;

use clause::{Clauses, STRONG};
use find::{Found, Place};

use crate::attribution::lexicon::{Class, Lexicon};
use crate::attribution::memory::Memory;
use crate::attribution::prose::Passage;
use crate::attribution::reading::{Attribution, Grade, Nature, PassageReading, Pattern, Source};
use crate::attribution::sentence::{Sentence, sentences, tail};
use crate::attribution::token::{Kind, Token, tokens};

/// Reads a passage.
pub(super) fn read(
    passage: &Passage<'_>,
    lexicon: &Lexicon,
    memory: &mut Memory,
) -> PassageReading {
    let tokens = tokens(passage, lexicon);
    let start = dateline::end(Sentence {
        text: passage.text,
        tokens: &tokens,
    });
    let mut reader = Reader {
        passage,
        lexicon,
        memory,
        last_in_passage: None,
        out: PassageReading::default(),
    };
    for range in sentences(passage, &tokens) {
        let range = range.start.max(start).min(range.end)..range.end;
        reader.sentence(&tokens[range]);
    }
    reader.out
}

struct Reader<'a> {
    passage: &'a Passage<'a>,
    lexicon: &'a Lexicon,
    memory: &'a mut Memory,
    last_in_passage: Option<Source>,
    out: PassageReading,
}

impl Reader<'_> {
    fn sentence(&mut self, tokens: &[Token]) {
        let clauses = Clauses::new(Sentence {
            text: self.passage.text,
            tokens,
        });
        let introduced = self.memory.introduced.take();
        let quotes: Vec<usize> = (0..tokens.len())
            .filter(|at| tokens[*at].quote().is_some())
            .collect();
        for (nth, &at) in quotes.iter().enumerate() {
            let Some(quote) = tokens[at].quote() else {
                continue;
            };
            let place = Place {
                at,
                low: nth.checked_sub(1).map_or(0, |before| quotes[before] + 1),
                high: quotes.get(nth + 1).copied().unwrap_or(tokens.len()),
                tail: tail(self.passage, quote),
            };
            let introduced = introduced.as_ref().filter(|_| at == 0);
            let attribution = self.quotation(&clauses, quote, place, introduced);
            self.out.quotations.push(attribution);
        }
        self.out.statements.extend(clauses.statements());
        let ends_with_colon = tokens.last().is_some_and(|last| last.kind == Kind::Colon);
        if ends_with_colon || quotes.is_empty() {
            self.memory.introduced = introduction(&clauses);
        }
    }

    fn quotation(
        &mut self,
        clauses: &Clauses<'_>,
        quote: usize,
        place: Place,
        introduced: Option<&Source>,
    ) -> Attribution {
        if self.passage.quotes[quote].goes_on {
            return Attribution {
                nature: Nature::Speech,
                source: None,
            };
        }
        let found = clauses.find(place);
        let nature = nature::nature(
            self.passage,
            quote,
            clauses.sentence,
            place.at,
            found.as_ref(),
            self.lexicon,
        );
        if nature != Nature::Speech {
            return Attribution {
                nature,
                source: None,
            };
        }
        let source = found
            .filter(|found| {
                found.cue.is_some() || self.last_in_passage.is_none() || is_somebody(clauses, found)
            })
            .map(|found| clauses.source(&found))
            .or_else(|| {
                let range = self.passage.quotes[quote].range;
                incise::source(self.passage.text, range, self.lexicon)
            })
            .or_else(|| {
                let is_known = !clauses.is_heard(place);
                self.remembered(introduced).filter(|_| is_known)
            });
        if source.is_some() {
            self.memory.last.clone_from(&source);
            self.last_in_passage.clone_from(&source);
        }
        Attribution { nature, source }
    }

    /// Who speaks a quotation beside which nobody is named.
    fn remembered(&self, introduced: Option<&Source>) -> Option<Source> {
        let introduced = introduced.map(|source| source.again(Pattern::Introduced, source.grade));
        if introduced
            .as_ref()
            .is_some_and(|source| source.grade > Grade::Guess)
        {
            return introduced;
        }
        if let Some(last) = &self.last_in_passage {
            return Some(last.again(Pattern::GoesOn, Grade::Sure));
        }
        let last = self.memory.last.as_ref();
        last.map(|last| last.again(Pattern::Last, Grade::Guess))
            .or(introduced)
    }
}

/// Whether the words name a person or several, rather than a thing.
fn is_somebody(clauses: &Clauses<'_>, found: &Found) -> bool {
    let sentence = clauses.sentence;
    found.speaker.clone().any(|at| {
        let token = &sentence.tokens[at];
        sentence.is_name(at)
            || token.is(Class::PERSON | Class::GROUP | Class::TITLE)
            || token.is(Class::PRONOUN) && !token.is(Class::DETERMINER | Class::THING)
    })
}

/// Whom a sentence without quotations says to speak.
fn introduction(clauses: &Clauses<'_>) -> Option<Source> {
    let len = clauses.sentence.tokens.len();
    let cue = (0..len)
        .rev()
        .find(|at| clauses.is_verb(*at, STRONG))
        .map(|cue| clauses.root(cue));
    let speaker = cue
        .and_then(|cue| clauses.subject(cue))
        .or_else(|| clauses.in_force(len.checked_sub(1)?))?;
    Some(clauses.source(&Found::new(
        speaker,
        cue,
        Pattern::Introduced,
        if cue.is_some() {
            Grade::Likely
        } else {
            Grade::Guess
        },
    )))
}
