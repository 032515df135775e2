//! The subject stands before the verb: English, French.

mod clause;
mod find;
mod nature;
mod phrase;

use clause::{Clauses, STRONG};
use find::{Found, Place};
use crate::attribution::lexicon::{Class, Lexicon};
use crate::attribution::memory::Memory;
use crate::attribution::prose::Passage;
use crate::attribution::reading::{
    Attribution, Grade, Nature, PassageReading, Pattern, Source, Words,
};
use crate::attribution::sentence::{Sentence, Tail, sentences, tail};
use crate::attribution::token::{Case, Kind, Token, tokens};

/// Reads a passage.
pub(super) fn read(
    passage: &Passage<'_>,
    lexicon: &Lexicon,
    memory: &mut Memory,
) -> PassageReading {
    let tokens = tokens(passage, lexicon);
    let start = dateline_end(&tokens);
    let mut reader = Reader {
        passage,
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
    memory: &'a mut Memory,
    last_in_passage: Option<Source>,
    out: PassageReading,
}

impl Reader<'_> {
    fn sentence(&mut self, tokens: &[Token]) {
        let passage = self.passage;
        let sentence = Sentence {
            text: passage.text,
            tokens,
        };
        let clauses = Clauses::new(sentence);
        let introduced = self.memory.introduced.take();
        let quotes: Vec<usize> = (0..tokens.len())
            .filter(|at| tokens[*at].quote().is_some())
            .collect();
        for (nth, &place) in quotes.iter().enumerate() {
            let Some(quote) = tokens[place].quote() else {
                continue;
            };
            if passage.quotes[quote].goes_on {
                self.out.quotations.push(Attribution {
                    nature: Nature::Speech,
                    source: None,
                });
                continue;
            }
            let low = nth.checked_sub(1).map_or(0, |before| quotes[before] + 1);
            let high = quotes.get(nth + 1).copied().unwrap_or(tokens.len());
            let found = clauses.find(Place {
                at: place,
                low,
                high,
                tail: tail(passage, quote),
            });
            let mut source = found.map(|found| source(&clauses, &found));
            if source.is_none() {
                let stands_alone = nth == 0 && place == 0;
                source = if let Some(introduced) = introduced.as_ref().filter(|_| stands_alone) {
                    Some(introduced.again(Pattern::Introduced, Grade::Likely))
                } else if let Some(last) = &self.last_in_passage {
                    Some(last.again(Pattern::GoesOn, Grade::Sure))
                } else {
                    self.memory
                        .last
                        .as_ref()
                        .map(|last| last.again(Pattern::Last, Grade::Guess))
                };
            }
            let has_cue = source.as_ref().is_some_and(|source| {
                !matches!(
                    source.pattern,
                    Pattern::GoesOn | Pattern::Last | Pattern::Clause
                )
            });
            let is_speech = nature::is_speech(passage, quote, sentence, place, has_cue);
            if is_speech && source.is_some() {
                self.memory.last.clone_from(&source);
                self.last_in_passage.clone_from(&source);
            }
            self.out.quotations.push(Attribution {
                nature: if is_speech {
                    Nature::Speech
                } else {
                    Nature::Other
                },
                source: source.filter(|_| is_speech),
            });
        }
        if tokens.last().is_some_and(|token| token.kind == Kind::Colon) || (quotes.is_empty()) {
            let cue = (0..tokens.len())
                .rev()
                .find(|at| clauses.is_verb(*at, STRONG))
                .map(|cue| clauses.root(cue));
            let subject = cue
                .and_then(|cue| clauses.subject(cue))
                .or_else(|| clauses.in_force(tokens.len().checked_sub(1)?));
            self.memory.introduced = subject.map(|subject| Source {
                cue: cue.map(|cue| Words::here(tokens[cue].range)),
                ..Source::new(sentence.range(&subject), Pattern::Introduced, Grade::Likely)
            });
        }
    }
}

fn source(clauses: &Clauses<'_>, found: &Found) -> Source {
    let sentence = clauses.sentence;
    Source {
        cue: found.cue.map(|cue| Words::here(sentence.tokens[cue].range)),
        ..Source::new(sentence.range(&found.speaker), found.pattern, found.grade)
    }
}

/// Where the text behind a dateline such as `GENEVA (AP) —` begins.
fn dateline_end(tokens: &[Token]) -> usize {
    let Some(dash) = tokens
        .iter()
        .take(9)
        .position(|token| token.kind == Kind::Dash)
    else {
        return 0;
    };
    let is_place = tokens[0].is_capital()
        && tokens[..dash].iter().all(|token| {
            !matches!(token.kind, Kind::Word(Case::Small) | Kind::Quote(_))
                || token.is(Class::PARTICLE)
        });
    let is_all_capitals = matches!(tokens[0].kind, Kind::Word(Case::Capitals));
    let has_agency = tokens[..dash].iter().any(|token| token.kind == Kind::Close);
    if is_place && (is_all_capitals || has_agency) {
        dash + 1
    } else {
        0
    }
}

