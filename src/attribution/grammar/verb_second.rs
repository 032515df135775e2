//! German: the finite verb is the second part of a main clause, the last of a subordinate one.

use std::ops::Range;

use crate::attribution::lexicon::{Class, Lexicon};
use crate::attribution::memory::Memory;
use crate::attribution::prose::Passage;
use crate::attribution::reading::{
    Attribution, Grade, Nature, PassageReading, Pattern, Source, Words,
};
use crate::attribution::sentence::{Sentence, Tail, sentences, tail};
use crate::attribution::token::{Kind, tokens};

/// Reads a passage.
pub(super) fn read(
    passage: &Passage<'_>,
    lexicon: &Lexicon,
    memory: &mut Memory,
) -> PassageReading {
    let mut out = PassageReading::default();
    let tokens = tokens(passage, lexicon);
    for range in sentences(passage, &tokens) {
        let sentence = Sentence {
            text: passage.text,
            tokens: &tokens[range],
        };
        read_sentence(passage, sentence, memory, &mut out);
    }
    out
}

struct Found {
    subject: Range<usize>,
    cue: usize,
    pattern: Pattern,
    grade: Grade,
}

fn read_sentence(
    passage: &Passage<'_>,
    sentence: Sentence<'_>,
    memory: &mut Memory,
    out: &mut PassageReading,
) {
    let tokens = sentence.tokens;
    let mut said: Option<Source> = None;
    let quotes: Vec<usize> = (0..tokens.len())
        .filter(|at| tokens[*at].quote().is_some())
        .collect();
    for (nth, &at) in quotes.iter().enumerate() {
        let quote = tokens[at].quote().unwrap_or_default();
        if passage.quotes[quote].goes_on {
            out.quotations.push(Attribution {
                nature: Nature::Speech,
                source: None,
            });
            continue;
        }
        let high = quotes.get(nth + 1).copied().unwrap_or(tokens.len());
        let found = find(sentence, at, high, tail(passage, quote));
        let mut source = found.as_ref().map(|found| Source {
            cue: Some(Words::here(tokens[found.cue].range)),
            ..Source::new(sentence.range(&found.subject), found.pattern, found.grade)
        });
        let is_speech = is_speech(passage, quote, sentence, at, found.as_ref());
        if source.is_none() && is_speech {
            let pattern = if said.is_some() {
                Pattern::GoesOn
            } else {
                Pattern::Last
            };
            let before = said.as_ref().or(memory.last.as_ref());
            source = before.map(|source| source.again(pattern, Grade::Guess));
        }
        if is_speech {
            said.clone_from(&source);
        }
        let nature = if is_speech {
            Nature::Speech
        } else {
            Nature::Other
        };
        out.quotations.push(Attribution {
            nature,
            source: source.filter(|_| is_speech),
        });
    }
    if said.is_none() {
        let cue = (0..tokens.len()).find(|at| is_cue(sentence, *at));
        said = cue.and_then(|cue| {
            let words = subject(sentence, cue, 0, tokens.len())?;
            Some(Source {
                cue: Some(Words::here(tokens[cue].range)),
                ..Source::new(sentence.range(&words), Pattern::Introduced, Grade::Likely)
            })
        });
    }
    if said.is_some() {
        memory.last = said;
    }
}

fn is_speech(
    passage: &Passage<'_>,
    quote: usize,
    sentence: Sentence<'_>,
    at: usize,
    found: Option<&Found>,
) -> bool {
    let inside = &passage.text[passage.quotes[quote].range];
    let words = inside.split_whitespace().count();
    let tokens = sentence.tokens;
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let follows_work =
        before.is_some_and(|token| token.is(Class::WORK) || token.is(Class::SO_CALLED));
    let follows_noun = before.is_some_and(|token| token.is_capital());
    let follows_colon = before.is_some_and(|token| token.kind == Kind::Colon);
    let has_small = inside
        .split_whitespace()
        .skip(1)
        .any(|word| word.chars().next().is_some_and(char::is_lowercase));
    let starts_small = inside
        .chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(char::is_lowercase);
    let follows_article = before.is_some_and(|token| token.is(Class::DETERMINER));
    let follows_stop = at == 0 || before.is_some_and(|token| token.kind == Kind::Stop);
    let is_told = tokens.iter().any(|token| token.is(Class::SUBJUNCTIVE));
    let has_cue = found.is_some();
    if follows_work && words < 10 {
        return false;
    }
    match words {
        0 => false,
        1..=2 if starts_small => is_told || follows_article || has_cue,
        1..=2 => {
            !follows_noun
                && (is_told && (follows_article || has_cue)
                    || follows_colon && has_cue
                    || has_cue && !follows_article && is_near(sentence, at, found))
        }
        3..=4 if starts_small => true,
        3..=4 => {
            follows_colon && has_cue
                || has_small && !follows_noun && (is_told || has_cue || follows_stop)
        }
        5..=9 if starts_small => true,
        5..=9 => follows_colon || follows_stop || has_small && !follows_noun && has_cue,
        _ => true,
    }
}

/// Whether the verb of saying stands in the same clause.
fn is_near(sentence: Sentence<'_>, at: usize, found: Option<&Found>) -> bool {
    found.is_some_and(|found| {
        found.cue < at && (found.cue..at).all(|at| sentence.tokens[at].kind != Kind::Comma)
    })
}

/// Whether the word at `at` is a verb of saying.
fn is_cue(sentence: Sentence<'_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    token.is(Class::SAYS) && !token.is_capital()
}

fn find(sentence: Sentence<'_>, quote: usize, high: usize, tail: Tail) -> Option<Found> {
    let tokens = sentence.tokens;
    let mut from = quote + 1;
    while from < high && matches!(tokens[from].kind, Kind::Comma | Kind::Dash | Kind::Stop) {
        from += 1;
    }
    let follows_comma = from > quote + 1 || tail == Tail::Call;
    if follows_comma {
        if let Some(found) = after(sentence, from, high) {
            return Some(found);
        }
    }
    if let Some(found) = according(sentence, quote, high) {
        return Some(found);
    }
    // The nearest verb of saying before it.
    let cues: Vec<usize> = (0..quote)
        .rev()
        .filter(|at| is_cue(sentence, *at))
        .collect();
    for cue in cues {
        if let Some(subject) = subject(sentence, cue, 0, quote) {
            let is_near = (cue + 1..quote).all(|at| !tokens[at].is(Class::AND));
            let grade = if is_near { Grade::Sure } else { Grade::Likely };
            return Some(Found {
                subject,
                cue,
                pattern: Pattern::Before,
                grade,
            });
        }
    }
    // A verb of saying at the end of the clause: `habe sich „schlecht“ geäußert`.
    let cue = (from..high.max(from)).find(|at| is_cue(sentence, *at))?;
    let subject =
        nominative(sentence, 0, quote).or_else(|| subject(sentence, cue, 0, tokens.len()))?;
    Some(Found {
        subject,
        cue,
        pattern: Pattern::AfterLoose,
        grade: Grade::Likely,
    })
}

/// `“…”, sagte X`, `“…”, so X`, `“…”, wie X sagte`, `“…”, heißt es in X`.
fn after(sentence: Sentence<'_>, from: usize, high: usize) -> Option<Found> {
    let tokens = sentence.tokens;
    let first = tokens.get(from).filter(|_| from < high)?;
    let word = sentence.word(from);
    if first.is(Class::SAYS) {
        let subject = phrase_after(sentence, from, tokens.len())?;
        return Some(Found {
            subject,
            cue: from,
            pattern: Pattern::AfterInverted,
            grade: Grade::Sure,
        });
    }
    if matches!(word, "so" | "laut") {
        let subject = phrase(sentence, from + 1, tokens.len())?;
        return Some(Found {
            subject,
            cue: from,
            pattern: Pattern::According,
            grade: Grade::Sure,
        });
    }
    if word == "wie" {
        let cue = (from..high).find(|at| is_cue(sentence, *at))?;
        let subject = phrase(sentence, from + 1, cue)
            .or_else(|| phrase_after(sentence, cue, tokens.len()))?;
        return Some(Found {
            subject,
            cue,
            pattern: Pattern::After,
            grade: Grade::Sure,
        });
    }
    if first.is(Class::AUXILIARY) {
        let cue = (from..high).find(|at| is_cue(sentence, *at))?;
        let subject = phrase(sentence, from + 1, cue)?;
        return Some(Found {
            subject,
            cue,
            pattern: Pattern::After,
            grade: Grade::Likely,
        });
    }
    None
}

/// `laut X`, `nach Angaben von X`, `X zufolge`.
fn according(sentence: Sentence<'_>, quote: usize, high: usize) -> Option<Found> {
    let tokens = sentence.tokens;
    for at in (0..quote).rev().chain(quote + 1..high) {
        if !tokens[at].is(Class::ACCORDING) {
            continue;
        }
        let word = sentence.word(at).to_lowercase();
        match word.as_str() {
            "laut" | "gemäß" => {
                let subject = phrase(sentence, at + 1, tokens.len())?;
                return Some(Found {
                    subject,
                    cue: at,
                    pattern: Pattern::According,
                    grade: Grade::Likely,
                });
            }
            "nach" => {
                let noun =
                    (at + 1..tokens.len().min(at + 4)).find(|at| tokens[*at].is(Class::WORDS));
                if let Some(noun) = noun {
                    let start = if tokens
                        .get(noun + 1)
                        .is_some_and(|token| token.is(Class::PREPOSITION))
                    {
                        noun + 2
                    } else {
                        noun + 1
                    };
                    let subject = phrase(sentence, start, tokens.len()).unwrap_or(at + 1..noun + 1);
                    return Some(Found {
                        subject,
                        cue: at,
                        pattern: Pattern::According,
                        grade: Grade::Likely,
                    });
                }
            }
            "zufolge" => {
                let mut start = at;
                while start > 0
                    && tokens[start - 1].is_word()
                    && !tokens[start - 1].is(Class::SAYS | Class::AUXILIARY | Class::AND)
                    && at - start < 5
                {
                    start -= 1;
                }
                if start < at {
                    return Some(Found {
                        subject: start..at,
                        cue: at,
                        pattern: Pattern::According,
                        grade: Grade::Likely,
                    });
                }
            }
            _ => {}
        }
    }
    None
}

/// The subject of the verb of saying at `cue`.
fn subject(sentence: Sentence<'_>, cue: usize, low: usize, high: usize) -> Option<Range<usize>> {
    let tokens = sentence.tokens;
    let start = clause_start(sentence, cue, low);
    let mut first = start;
    while first < cue
        && tokens[first].is(Class::AND | Class::ADVERB)
        && !tokens[first].is(Class::PRONOUN | Class::SUBORDINATE)
    {
        first += 1;
    }
    // `…, dass X erklärte`, `…, die X nannten`: the subject comes first.
    if first < cue && tokens[first].is(Class::SUBORDINATE) {
        return nominative(sentence, first + 1, cue).or_else(|| phrase_after(sentence, cue, high));
    }
    // `X, Chef der Y, sagte`
    if start == cue && cue > low && tokens[cue - 1].kind == Kind::Comma {
        let clause = apposed(sentence, cue - 1, low);
        if clause.is_some() {
            return clause;
        }
    }
    if start < cue {
        // `X sagte`
        if let Some(phrase) = nominative(sentence, first, cue) {
            let gap = (phrase.end..cue).all(|at| {
                tokens[at].is(Class::ADVERB | Class::AUXILIARY | Class::TIME | Class::PREPOSITION)
                    || tokens[at].kind == Kind::Close
            });
            if phrase.start == first && gap {
                return Some(phrase);
            }
        }
    }
    if let Some(phrase) =
        phrase_after(sentence, cue, high).filter(|phrase| !tokens[phrase.start].is(Class::OBLIQUE))
    {
        return Some(phrase);
    }
    if let Some(auxiliary) = (start..cue).find(|at| tokens[*at].is(Class::AUXILIARY)) {
        if let Some(phrase) = phrase_after(sentence, auxiliary, cue)
            .filter(|phrase| !tokens[phrase.start].is(Class::OBLIQUE))
        {
            return Some(phrase);
        }
    }
    nominative(sentence, start, cue).or_else(|| nominative(sentence, 0, cue))
}

/// The head before an apposition that the comma at `comma` ends.
fn apposed(sentence: Sentence<'_>, comma: usize, low: usize) -> Option<Range<usize>> {
    let tokens = sentence.tokens;
    let mut start = comma;
    while start > low
        && !matches!(
            tokens[start - 1].kind,
            Kind::Quote(_) | Kind::Colon | Kind::Semicolon | Kind::Stop
        )
    {
        start -= 1;
    }
    nominative(sentence, start, comma)
}

/// The first phrase between `low` and `high` that can be a subject.
fn nominative(sentence: Sentence<'_>, low: usize, high: usize) -> Option<Range<usize>> {
    let tokens = sentence.tokens;
    let mut at = low;
    while at < high {
        if tokens[at].is(Class::PREPOSITION) {
            // What a preposition governs.
            let governed = phrase(sentence, at + 1, high);
            at = governed.map_or(at + 1, |phrase| phrase.end);
            continue;
        }
        match phrase(sentence, at, high) {
            Some(phrase) if tokens[phrase.start].is(Class::OBLIQUE) => at = phrase.end,
            Some(phrase) => return Some(phrase),
            None => at += 1,
        }
    }
    None
}

/// Where the clause begins that the word at `at` stands in; what stands between commas inside of it
/// is looked over.
fn clause_start(sentence: Sentence<'_>, at: usize, low: usize) -> usize {
    let tokens = sentence.tokens;
    let mut start = at;
    while start > low {
        let token = &tokens[start - 1];
        let is_border = matches!(
            token.kind,
            Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Quote(_) | Kind::Dash | Kind::Stop
        );
        if is_border {
            // The verb stands directly behind the comma of an apposition: `X, Chef der Y, sagte`.
            if start == at && token.kind == Kind::Comma {
                return low;
            }
            break;
        }
        start -= 1;
    }
    start
}

fn phrase_after(sentence: Sentence<'_>, verb: usize, high: usize) -> Option<Range<usize>> {
    let tokens = sentence.tokens;
    let mut at = verb + 1;
    while at < high
        && (tokens[at].is(Class::ADVERB | Class::TIME) && !tokens[at].is(Class::PRONOUN))
    {
        at += 1;
    }
    // `heißt es in der Erklärung`
    if at < high && sentence.word(at) == "es" {
        let source = (at + 1..high.min(at + 4)).find(|at| tokens[*at].is(Class::PREPOSITION));
        if let Some(phrase) = source.and_then(|source| phrase(sentence, source + 1, high)) {
            return Some(phrase);
        }
    }
    phrase(sentence, at, high)
}

/// The phrase that begins at `at`.
fn phrase(sentence: Sentence<'_>, at: usize, high: usize) -> Option<Range<usize>> {
    let tokens = sentence.tokens;
    let first = tokens.get(at).filter(|_| at < high)?;
    if let Kind::Quote(_) = first.kind {
        return None;
    }
    let can_begin = first.is_word()
        && (first.is_capital() || first.is(Class::DETERMINER | Class::PRONOUN))
        && !(first.is(Class::PREPOSITION
            | Class::ADVERB
            | Class::SUBORDINATE
            | Class::TIME
            | Class::AUXILIARY)
            && !first.is(Class::PRONOUN));
    if !can_begin {
        return None;
    }
    if first.is(Class::PRONOUN) && !first.is(Class::DETERMINER) {
        return Some(at..at + 1);
    }
    let mut end = at;
    let mut has_noun = false;
    while end < high {
        let token = &tokens[end];
        let is_inside = match token.kind {
            Kind::Word(_) if token.is_capital() => {
                has_noun = true;
                !(end > at && token.is(Class::TIME))
            }
            Kind::Word(_) if end == at => true,
            Kind::Word(_)
                if matches!(
                    sentence.word(end),
                    "der" | "des" | "von" | "van" | "zu" | "de" | "al"
                ) =>
            {
                has_noun
                    && tokens.get(end + 1).is_some_and(|next| {
                        next.is_capital()
                            || next.is_word()
                                && tokens.get(end + 2).is_some_and(|next| next.is_capital())
                    })
            }
            Kind::Word(_) if has_noun => {
                tokens[end - 1].is(Class::PARTICLE | Class::DETERMINER)
                    && !token.is(Class::PREPOSITION | Class::SAYS)
            }
            Kind::Word(_) => !token.is(Class::SAYS
                | Class::AUXILIARY
                | Class::AND
                | Class::SUBORDINATE
                | Class::ADVERB),
            Kind::Number => !has_noun,
            Kind::Quote(_) => {
                end > at
                    && (tokens[end - 1].is(Class::DETERMINER) || tokens[end - 1].is_capital())
                    && {
                        has_noun = true;
                        true
                    }
            }
            _ => false,
        };
        if !is_inside {
            break;
        }
        end += 1;
    }
    while end > at
        && !tokens[end - 1].is_capital()
        && !matches!(tokens[end - 1].kind, Kind::Quote(_))
        && end > at + 1
    {
        end -= 1;
    }
    if !has_noun {
        return first.is(Class::PRONOUN).then_some(at..at + 1);
    }
    (end > at).then_some(at..end)
}
