//! Phrases with a noun: where it stands behind its adjectives, and what belongs to it behind.

use super::case::{case, is_abstract, is_inflected};
use super::phrase::{Names, Phrase, is_function};
use crate::attribution::lexicon::Class;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::Case::Capitals;
use crate::attribution::token::Kind;

/// How many words may stand between an article and its noun.
const REACH: usize = 12;

/// Whether a word is a noun: it begins with a capital, or its last part does (`documenta-Leitung`).
fn is_noun(sentence: Sentence<'_>, at: usize) -> bool {
    let token = &sentence.tokens[at];
    token.is_capital()
        || token.is_word()
            && sentence
                .word(at)
                .rsplit_once('-')
                .is_some_and(|(_, last)| last.starts_with(char::is_uppercase))
}

/// A phrase from `start` whose adjectives, if any, begin at `from`.
pub(super) fn noun_phrase(
    sentence: Sentence<'_>,
    start: usize,
    from: usize,
    high: usize,
) -> Option<Phrase> {
    let head = head(sentence, start, from, high.min(from + REACH))?;
    let mut end = head;
    let tokens = sentence.tokens;
    let mut class = Class::NONE;
    let mut capitals = 0;
    while end < high {
        let token = &tokens[end];
        let goes_on = match token.kind {
            Kind::Word(_) if is_noun(sentence, end) => {
                end == head || !token.is(Class::TIME) && !is_function(token)
            }
            Kind::Word(_) if end > head && matches!(sentence.word(end), "von" | "vom") => {
                // `der Chef von Meier & Söhne`, but not `die Stadt | von Meier`.
                let takes = Class::TITLE
                    .or(Class::PERSON)
                    .or(Class::GROUP)
                    .or(Class::DOCUMENT);
                (start == head || class.has(takes)) && joins_names(sentence, end, high)
            }
            Kind::Word(_) => end > head && joins_names(sentence, end, high),
            Kind::Number => end == head,
            Kind::Quote(_) => names_something(sentence, end, start, head),
            _ => false,
        };
        if !goes_on {
            break;
        }
        if token.is_word() {
            capitals += usize::from(token.is_capital());
            class = class | token.class;
        }
        end += 1;
    }
    if end == head {
        return None;
    }
    let has_article = tokens[start].is(Class::DETERMINER);
    let last = &tokens[end - 1];
    let case = case(sentence, start, head, has_article);
    let is_body = class.has(SPEAKERS);
    let has_quote = tokens[head..end]
        .iter()
        .any(|token| token.quote().is_some());
    let is_name = !has_article && capitals > 0 && start == head || has_quote;
    // A name has no genitive behind it, but whom it is said to: `sagte Meier der Zeitung`.
    if has_article && capitals < 3 || is_body && capitals < 2 {
        end = genitives(sentence, end, high);
    }
    let is_abstract = tokens[end - 1].is_word() && capitals < 2 && is_abstract(sentence.word(head));
    let names = if last.is(Class::TIME) && capitals < 2 {
        Names::Time
    } else if is_body || has_article && is_acronym(sentence, head) {
        Names::Speaker
    } else if class.has(Class::WORDS) && capitals < 2 && !has_quote {
        Names::Thing
    } else if (is_name || has_article && capitals > 1) && !is_abstract {
        Names::Name
    } else {
        Names::Thing
    };
    Some(Phrase {
        range: start..end,
        case,
        names,
    })
}

/// Whether a noun is a body by its capitals: `die FIFA`.
fn is_acronym(sentence: Sentence<'_>, at: usize) -> bool {
    const THINGS: [&str; 12] = [
        "LKW", "PKW", "DVD", "CD", "PC", "TV", "AKW", "WM", "EM", "ICE", "BIP", "GPS",
    ];
    let word = sentence.word(at);
    sentence.tokens[at].kind == Kind::Word(Capitals)
        && word.chars().all(char::is_alphabetic)
        && word.chars().count() > 2
        && !THINGS.contains(&word)
}

/// What can speak.
pub(super) const SPEAKERS: Class = Class::TITLE
    .or(Class::PERSON)
    .or(Class::GROUP)
    .or(Class::INSTITUTION)
    .or(Class::DOCUMENT)
    .or(Class::MEDIUM);

/// Where the noun of a phrase stands: behind its adjectives and what belongs to them.
fn head(sentence: Sentence<'_>, start: usize, from: usize, high: usize) -> Option<usize> {
    let tokens = sentence.tokens;
    let mut at = from;
    while at < high {
        let token = &tokens[at];
        match token.kind {
            Kind::Word(_) if is_noun(sentence, at) => return Some(at),
            Kind::Quote(_) => return (start < at).then_some(at),
            Kind::Word(_) if token.is(Class::PREPOSITION) => {
                at = attribute(sentence, at, high)?;
            }
            // `Viele meinen | die Stadt`: only behind an article another may begin.
            Kind::Word(_)
                if start < at
                    && tokens[at].is(Class::DETERMINER)
                    && is_article(sentence.word(at))
                    && !is_article(sentence.word(start)) =>
            {
                return None;
            }
            Kind::Word(_) => {
                let is_verb = token.is(Class::AUXILIARY.or(Class::SUBORDINATE).or(Class::FINITE))
                    || token.is(Class::SAYS.or(Class::HINTS)) && !is_participle(sentence, at, high)
                    || token.is(Class::PRONOUN) && !token.is(Class::DETERMINER);
                let joins = token.is(Class::AND) && at > from && at + 1 < high;
                if is_verb || token.is(Class::AND) && !joins {
                    return None;
                }
                at += 1;
            }
            Kind::Number => at += 1,
            _ => return None,
        }
    }
    None
}

fn is_article(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "der"
            | "die"
            | "das"
            | "den"
            | "dem"
            | "des"
            | "ein"
            | "eine"
            | "einen"
            | "einem"
            | "einer"
            | "eines"
    )
}

/// The participle that ends what stands between an article and its noun: `die von Meier | vorgelegte
/// Studie`.
fn attribute(sentence: Sentence<'_>, preposition: usize, high: usize) -> Option<usize> {
    const NO_PARTICIPLE: Class = Class::PREPOSITION
        .or(Class::DETERMINER)
        .or(Class::AUXILIARY)
        .or(Class::AND)
        .or(Class::SUBORDINATE)
        .or(Class::PRONOUN);
    let tokens = sentence.tokens;
    (preposition + 2..high.saturating_sub(1))
        .take_while(|at| tokens[*at].is_word() || tokens[*at].kind == Kind::Number)
        .find(|at| {
            let token = &tokens[*at];
            token.is_word()
                && !token.is_capital()
                && !token.is(NO_PARTICIPLE)
                && is_inflected(sentence.word(*at))
                && (tokens[at - 1].is_capital()
                    || tokens[at - 1].kind == Kind::Number
                    || tokens[at - 1].is(Class::ADVERB))
                && (tokens[at + 1].is_capital()
                    || tokens[at + 1].quote().is_some()
                    || is_inflected(sentence.word(at + 1)))
        })
}

/// Whether the form of a verb describes the noun behind it: `die erklärte Absicht`.
fn is_participle(sentence: Sentence<'_>, at: usize, high: usize) -> bool {
    at + 1 < high
        && sentence.tokens[at + 1].is_capital()
        && is_inflected(sentence.word(at))
        && !sentence.tokens[at + 1].is(SPEAKERS)
        && at > 0
        && !matches!(sentence.word(at - 1), "das" | "Das")
        && sentence.word(at) != "sagte"
}

/// Small words inside of names: `von der Leyen`.
fn joins_names(sentence: Sentence<'_>, at: usize, high: usize) -> bool {
    let tokens = sentence.tokens;
    let is_inner =
        |at: usize| at < high && tokens[at].is(Class::PARTICLE) && !tokens[at].is(Class::AND);
    let is_name = |at: usize| at < high && tokens[at].is_capital() && !tokens[at].is(Class::TIME);
    let begins = matches!(
        sentence.word(at),
        "von"
            | "van"
            | "al"
            | "bin"
            | "ibn"
            | "di"
            | "da"
            | "del"
            | "de"
            | "la"
            | "ten"
            | "ter"
            | "dos"
            | "el"
            | "le"
            | "vom"
            | "du"
    ) || tokens[at].is(Class::PARTICLE)
        && at > 0
        && matches!(sentence.word(at - 1), "von" | "van" | "de");
    begins && (is_name(at + 1) || is_inner(at + 1) && is_name(at + 2))
}

/// Whether the quotation at `at` is what the noun before it is called: `die Zeitung „…“`.
fn names_something(sentence: Sentence<'_>, at: usize, start: usize, head: usize) -> bool {
    let tokens = sentence.tokens;
    let is_short = sentence.word(at).split_whitespace().count() < 7;
    is_short
        && match at.checked_sub(1) {
            Some(before) if at > head => {
                tokens[before].is(Class::WORK
                    .or(Class::CALLED)
                    .or(Class::MEDIUM)
                    .or(Class::INSTITUTION))
                    && tokens[before].is_capital()
            }
            Some(_) => start < at,
            None => false,
        }
}

/// Where a phrase ends with its genitives: `der Sprecher | des Ministeriums der Justiz`.
fn genitives(sentence: Sentence<'_>, end: usize, high: usize) -> usize {
    let mut end = end;
    for _ in 0..3 {
        if end >= high || !sentence.tokens[end].is_word() {
            break;
        }
        let is_genitive = matches!(
            sentence.word(end),
            "der"
                | "des"
                | "eines"
                | "einer"
                | "seiner"
                | "seines"
                | "ihrer"
                | "ihres"
                | "dieser"
                | "dieses"
                | "deutscher"
                | "mehrerer"
                | "unserer"
                | "zweier"
        );
        if !is_genitive {
            break;
        }
        let Some(head) = head(sentence, end, end + 1, high.min(end + REACH)) else {
            break;
        };
        end = head + 1;
        while end < high
            && (sentence.tokens[end].is_capital() && !sentence.tokens[end].is(Class::TIME)
                || sentence.tokens[end].is_word()
                    && !sentence.tokens[end].is_capital()
                    && joins_names(sentence, end, high)
                || sentence.tokens[end].quote().is_some()
                    && names_something(sentence, end, end, head))
        {
            end += 1;
        }
    }
    end
}
