//! Arabic: the verb comes first, and who is meant may go without saying.

use std::ops::Range;

use crate::attribution::lexicon::{Class, Lexicon};
use crate::attribution::memory::Memory;
use crate::attribution::prose::Passage;
use crate::attribution::reading::{
    Attribution, Grade, Nature, PassageReading, Pattern, Source, Words,
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

fn read_sentence(
    passage: &Passage<'_>,
    sentence: Sentence<'_>,
    memory: &mut Memory,
    out: &mut PassageReading,
) {
    let tokens = sentence.tokens;
    // Who spoke in this sentence up to here, and the cue.
    let mut cue: Option<usize> = None;
    let mut subject: Option<Source> = None;
    // Whoever the main clause says it of: from whom the next sentence may go on.
    let mut main: Option<Source> = None;
    // Whether a cue stands between the quotation before and this place.
    let mut since_quote = false;
    let speaker =
        |words: &Range<usize>, pattern, grade| Source::new(sentence.range(words), pattern, grade);
    for at in 0..tokens.len() {
        let token = &tokens[at];
        if token.is(Class::SAYS) {
            let of = subject_of(sentence, at);
            if is_main(sentence, at) {
                cue = Some(at);
                since_quote = true;
                let said_before = subject.is_some();
                if let Some(words) = of {
                    subject = Some(speaker(&words, Pattern::Before, Grade::Sure));
                } else if let Some(words) = before(sentence, at).filter(|_| !said_before) {
                    subject = Some(speaker(&words, Pattern::BeforeLoose, Grade::Likely));
                } else if !said_before {
                    subject = memory
                        .last
                        .as_ref()
                        .map(|last| last.again(Pattern::Dropped, Grade::Likely));
                }
                main.clone_from(&subject);
            } else if let Some(words) = of.filter(|words| brings(sentence, words.end)) {
                cue = Some(at);
                since_quote = true;
                subject = Some(speaker(&words, Pattern::Clause, Grade::Likely));
            } else if brings(sentence, at + 1) {
                cue = Some(at);
                since_quote = true;
            }
            continue;
        }
        if token.is(Class::SAYING) {
            cue = Some(at);
            since_quote = true;
            if subject.is_none() {
                subject = first_subject(sentence, at)
                    .map(|words| speaker(&words, Pattern::Clause, Grade::Likely))
                    .or_else(|| {
                        memory
                            .last
                            .as_ref()
                            .map(|last| last.again(Pattern::Dropped, Grade::Likely))
                    });
            }
            main = main.or_else(|| subject.clone());
            continue;
        }
        if token.is(Class::ACCORDING | Class::WORDS) {
            if let Some(words) = quoted_from(sentence, at) {
                cue = Some(at);
                since_quote = true;
                subject = Some(speaker(&words, Pattern::According, Grade::Sure));
                main.clone_from(&subject);
            } else if let Some(words) =
                subject_of(sentence, at).filter(|_| !has_suffix(sentence.word(at)))
            {
                cue = Some(at);
                since_quote = true;
                subject = Some(speaker(&words, Pattern::According, Grade::Likely));
            } else if has_suffix(sentence.word(at)) && subject.is_some() {
                cue = Some(at);
                since_quote = true;
            }
            continue;
        }
        let Some(quote) = token.quote() else { continue };
        let words = words_in(passage, passage.quotes[quote].range);
        let previous = at.checked_sub(1).map(|before| tokens[before]);
        let follows_work = previous.is_some_and(|token| token.is(Class::WORK));
        let is_listed = out
            .quotations
            .last()
            .is_some_and(|last| last.nature != Nature::Speech)
            && previous.is_some_and(|token| {
                token.kind == Kind::Comma || sentence.text[token.range].eq("و")
            })
            && at > 1
            && tokens[at - 2].quote().is_some();
        let has_cue = cue.is_some();
        let is_speech = match words {
            0 => false,
            1..=2 => {
                has_cue
                    && !follows_work
                    && !is_listed
                    && (since_quote
                        || out
                            .quotations
                            .last()
                            .is_some_and(|last| last.nature == Nature::Speech))
            }
            3..=4 => has_cue && !follows_work && !is_listed,
            _ => !follows_work || words > 7,
        };
        let mut speaker = None;
        if is_speech && !passage.quotes[quote].goes_on {
            speaker = subject.clone().or_else(|| {
                memory
                    .last
                    .as_ref()
                    .map(|last| last.again(Pattern::Last, Grade::Guess))
            });
            if let Some(speaker) = &mut speaker {
                speaker.cue = cue.map(|cue| Words::here(tokens[cue].range));
            }
        }
        let nature = if is_speech {
            Nature::Speech
        } else {
            Nature::Other
        };
        out.quotations.push(Attribution {
            nature,
            source: speaker,
        });
        since_quote = false;
    }
    if main.is_some() {
        memory.last = main;
    } else if subject.is_some() {
        memory.last = subject;
    }
}

/// Whether the verb at `at` is that of the main clause: it begins the sentence or goes on with `و`.
fn is_main(sentence: Sentence<'_>, at: usize) -> bool {
    let tokens = sentence.tokens;
    let joins = sentence.word(at).starts_with(['و', 'ف']) && sentence.word(at) != "وصف";
    let is_first = tokens[..at]
        .iter()
        .all(|token| !token.is(Class::THAT | Class::RELATIVE) && !token.is(Class::SAYS));
    let after_comma = at > 0
        && matches!(
            tokens[at - 1].kind,
            Kind::Comma | Kind::Dash | Kind::Close | Kind::Semicolon
        );
    joins || is_first || after_comma
}

/// Whether at `at` stands what brings words: `إن`, a colon, a quotation.
fn brings(sentence: Sentence<'_>, at: usize) -> bool {
    let tokens = sentence.tokens;
    tokens[at.min(tokens.len())..]
        .iter()
        .take(3)
        .any(|token| token.is(Class::THAT) || matches!(token.kind, Kind::Colon | Kind::Quote(_)))
}

fn has_suffix(word: &str) -> bool {
    word.ends_with('ه') || word.ends_with("ها") || word.ends_with("هم")
}

/// `عن X قوله`: X.
fn quoted_from(sentence: Sentence<'_>, at: usize) -> Option<Range<usize>> {
    if !has_suffix(sentence.word(at)) {
        return None;
    }
    let from = (at.saturating_sub(14)..at)
        .rev()
        .find(|at| sentence.word(*at) == "عن")?;
    let end = (from + 1..at)
        .find(|at| {
            let token = &sentence.tokens[*at];
            !token.is_word() || token.is(Class::PREPOSITION | Class::THAT | Class::RELATIVE)
        })
        .unwrap_or(at);
    (end > from + 1).then_some(from + 1..end)
}

/// The subject of the verb that begins the sentence, whichever it is.
fn first_subject(sentence: Sentence<'_>, before_at: usize) -> Option<Range<usize>> {
    subject_of(sentence, 0).filter(|words| words.end <= before_at)
}

/// The subject directly after the verb at `cue`.
fn subject_of(sentence: Sentence<'_>, cue: usize) -> Option<Range<usize>> {
    let tokens = sentence.tokens;
    let mut start = cue + 1;
    if tokens[cue].is(Class::ACCORDING) {
        // `على حد قول`, `وفقا ل`
        while tokens
            .get(start)
            .is_some_and(|token| token.is(Class::WORDS))
        {
            start += 1;
        }
    }
    while tokens
        .get(start)
        .is_some_and(|token| token.is(Class::ADVERB | Class::TIME) && token.is_word())
    {
        start += 1;
    }
    let mut end = start;
    while let Some(token) = tokens.get(end) {
        let is_inside = token.is_word()
            && end - start < 12
            && !token.is(Class::THAT
                | Class::PREPOSITION
                | Class::RELATIVE
                | Class::TIME
                | Class::SAYING
                | Class::ADVERB
                | Class::PRONOUN)
            && !token.is(Class::SAYS)
            && !is_to_somebody(sentence, end, start);
        if !is_inside {
            break;
        }
        end += 1;
    }
    (end > start).then_some(start..end)
}

/// Whether the word is `ل` with whom something is said to.
fn is_to_somebody(sentence: Sentence<'_>, at: usize, start: usize) -> bool {
    let word = sentence.word(at);
    (word.starts_with("لل") && word.chars().count() > 4)
        || (at == start && word.starts_with('ب') && word.chars().count() > 5)
}

/// What stands before the verb at `cue`, if it is its subject: `أما الوزير فقال`, `وكان الوزير قد قال`.
fn before(sentence: Sentence<'_>, cue: usize) -> Option<Range<usize>> {
    let tokens = sentence.tokens;
    let is_end = |at: usize| {
        let token = &tokens[at];
        !token.is_word()
            || token.is(Class::THAT
                | Class::PREPOSITION
                | Class::RELATIVE
                | Class::TIME
                | Class::SAYS
                | Class::SAYING
                | Class::AUXILIARY)
            || (token.is(Class::ADVERB) && at > 0)
    };
    let phrase = |start: usize| {
        let end = (start..cue).find(|at| is_end(*at)).unwrap_or(cue);
        (end > start).then_some(start..end)
    };
    if let Some(was) = (0..cue)
        .rev()
        .find(|at| tokens[*at].is(Class::AUXILIARY) && sentence.word(*at).contains("كان"))
    {
        if let Some(phrase) = phrase(was + 1) {
            return Some(phrase);
        }
    }
    if cue == 0 {
        return None;
    }
    let topic = sentence.word(0);
    if topic == "أما" || topic == "اما" {
        return phrase(1);
    }
    let first = (0..cue).find(|at| !is_end(*at))?;
    phrase(first)
}

fn words_in(passage: &Passage<'_>, range: TextRange) -> usize {
    passage.text[range].split_whitespace().count()
}
