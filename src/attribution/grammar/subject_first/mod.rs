//! The subject stands before the verb: English, French.

mod phrase;
mod speech;

use std::ops::Range;

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
            let found = find(sentence, place, low, high, tail(passage, quote));
            let mut source = found.map(|found| Source {
                cue: found.cue.map(|cue| Words::here(tokens[cue].range)),
                ..Source::new(
                    sentence.range(&found.subject),
                    found.pattern,
                    grade(found.pattern),
                )
            });
            if source.is_none() {
                let stands_alone = nth == 0 && place == 0;
                source = if let Some(introduced) = introduced.as_ref().filter(|_| stands_alone) {
                    Some(introduced.again(Pattern::Introduced, Grade::Likely))
                } else if let Some(last) = &self.last_in_passage {
                    Some(last.again(Pattern::GoesOn, Grade::Likely))
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
            let is_speech = speech::is_speech(passage, quote, sentence, place, has_cue);
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
                .find(|at| tokens[*at].is(Class::SAYS));
            let subject = cue.and_then(|cue| sentence.subject_before(cue, 0));
            let subject = subject.or_else(|| sentence.first_phrase(0, tokens.len()));
            self.memory.introduced = subject.map(|subject| Source {
                cue: cue.map(|cue| Words::here(tokens[cue].range)),
                ..Source::new(sentence.range(&subject), Pattern::Introduced, Grade::Likely)
            });
        }
    }
}

struct Found {
    subject: Range<usize>,
    cue: Option<usize>,
    pattern: Pattern,
}

/// The speaker of the quotation that is the token `quote`, as its sentence names it; `low` and
/// `high` are the borders to the quotations beside it.
fn find(
    sentence: Sentence<'_>,
    quote: usize,
    low: usize,
    high: usize,
    tail: Tail,
) -> Option<Found> {
    let tokens = sentence.tokens;
    let comma_follows = tokens
        .get(quote + 1)
        .is_some_and(|token| matches!(token.kind, Kind::Comma | Kind::Dash));
    if matches!(tail, Tail::Comma | Tail::Call) || comma_follows {
        if let Some(found) = after(sentence, quote, high) {
            return Some(found);
        }
    }
    if let Some(found) = before(sentence, quote, low) {
        return Some(found);
    }
    if let Some(found) = after(sentence, quote, high) {
        return Some(Found {
            pattern: Pattern::AfterLoose,
            ..found
        });
    }
    let subject = sentence
        .first_phrase(low, quote)
        .or_else(|| sentence.first_phrase(0, quote))?;
    Some(Found {
        subject,
        cue: None,
        pattern: Pattern::Clause,
    })
}

fn after(sentence: Sentence<'_>, quote: usize, high: usize) -> Option<Found> {
    let tokens = sentence.tokens;
    let mut from = quote + 1;
    while from < high && matches!(tokens[from].kind, Kind::Comma | Kind::Dash | Kind::Stop) {
        from += 1;
    }
    if tokens
        .get(from)
        .is_some_and(|token| token.is(Class::AND | Class::SUBORDINATE))
    {
        return None;
    }
    let cue = (from..high).find(|at| {
        is_cue(
            sentence,
            *at,
            Class::SAYS | Class::SAYING | Class::ACCORDING,
        )
    })?;
    let leads = (from..cue).all(|at| sentence.is_adverb(at) || tokens[at].is(Class::AUXILIARY));
    if tokens[cue].is(Class::ACCORDING) {
        let subject = sentence.phrase_at(cue + 2, high)?;
        return Some(Found {
            subject,
            cue: Some(cue),
            pattern: Pattern::According,
        });
    }
    if leads {
        if let Some(subject) = sentence.subject_after(cue, high) {
            return Some(Found {
                subject,
                cue: Some(cue),
                pattern: Pattern::AfterInverted,
            });
        }
    }
    let subject = sentence.subject_before(cue, from)?;
    Some(Found {
        subject,
        cue: Some(cue),
        pattern: Pattern::After,
    })
}

fn before(sentence: Sentence<'_>, quote: usize, low: usize) -> Option<Found> {
    let tokens = sentence.tokens;
    // `SMITH: “…”`
    if quote > 0 && tokens[quote - 1].kind == Kind::Colon {
        if let Some(phrase) = sentence
            .phrase_at(low, quote - 1)
            .filter(|phrase| phrase.end == quote - 1)
        {
            return Some(Found {
                subject: phrase,
                cue: None,
                pattern: Pattern::Label,
            });
        }
    }
    let classes = Class::SAYS
        .or(Class::SAYING)
        .or(Class::HINTS)
        .or(Class::HINTING)
        .or(Class::ACCORDING);
    let strong = Class::SAYS.or(Class::SAYING).or(Class::ACCORDING);
    let last =
        |class: Class, low: usize| (low..quote).rev().find(|at| is_cue(sentence, *at, class));
    let cue = last(strong, low)
        .or_else(|| last(strong, 0))
        .or_else(|| last(classes, low))
        .or_else(|| last(classes, 0))?;
    if tokens[cue].is(Class::ACCORDING) {
        let subject = sentence.phrase_at(cue + 2, quote)?;
        return Some(Found {
            subject,
            cue: Some(cue),
            pattern: Pattern::According,
        });
    }
    let is_direct = (cue + 1..quote).all(|at| {
        matches!(tokens[at].kind, Kind::Comma | Kind::Colon)
            || sentence.is_adverb(at)
            || tokens[at].is(Class::THAT)
    });
    let is_finite = !tokens[cue].is(Class::SAYING | Class::HINTING)
        || cue > 0 && tokens[cue - 1].is(Class::AUXILIARY);
    let subject = if !is_finite {
        sentence.subject_of_clause(cue)
    } else {
        sentence
            .subject_before(cue, 0)
            .or_else(|| sentence.first_phrase(0, cue))
    }?;
    let pattern = match is_direct && tokens[cue].is(strong) {
        true => Pattern::Before,
        false if tokens[cue].is(strong) => Pattern::BeforeLoose,
        false => Pattern::Clause,
    };
    Some(Found {
        subject,
        cue: Some(cue),
        pattern,
    })
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

/// Whether the word at `at` is a verb here that brings somebody's words.
fn is_cue(sentence: Sentence<'_>, at: usize, class: Class) -> bool {
    let tokens = sentence.tokens;
    let token = &tokens[at];
    if !token.is(class) {
        return false;
    }
    if !token.is(Class::BASE | Class::NOUNLIKE) {
        return true;
    }
    if sentence.is_name(at) {
        return false;
    }
    let mut before = at;
    while before > 0 && sentence.is_adverb(before - 1) {
        before -= 1;
    }
    let Some(before) = before.checked_sub(1) else {
        return false;
    };
    let word = sentence.word(before);
    let token_before = &tokens[before];
    if token.is(Class::BASE) {
        token_before.is(Class::AUXILIARY | Class::PRONOUN | Class::GROUP | Class::RELATIVE)
            || word == "to"
            || (token_before.is_word()
                && word.ends_with('s')
                && !token_before.is(Class::DETERMINER | Class::PREPOSITION)
                && !word.contains(['\'', '’']))
    } else {
        let is_possessive = word.ends_with("'s") || word.ends_with("’s");
        !is_possessive
            && (sentence.is_name(before)
                || token_before.is(Class::PRONOUN
                    | Class::PERSON
                    | Class::DOCUMENT
                    | Class::INSTITUTION
                    | Class::RELATIVE)
                || matches!(
                    token_before.kind,
                    Kind::Comma | Kind::Close | Kind::Quote(_)
                ))
            && !token_before.is(Class::PREPOSITION)
    }
}

fn grade(pattern: Pattern) -> Grade {
    match pattern {
        Pattern::AfterInverted
        | Pattern::After
        | Pattern::Before
        | Pattern::According
        | Pattern::Label => Grade::Sure,
        Pattern::AfterLoose
        | Pattern::BeforeLoose
        | Pattern::Clause
        | Pattern::GoesOn
        | Pattern::Dropped
        | Pattern::Introduced => Grade::Likely,
        Pattern::Last => Grade::Guess,
    }
}
