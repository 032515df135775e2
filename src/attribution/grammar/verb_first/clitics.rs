//! What is written onto an Arabic word: `and` and `to` before it, the article, a pronoun behind it.

use crate::attribution::lexicon::Class;

/// The pronouns of the third person, and `our`, longest first.
const PRONOUNS: [&str; 6] = ["هما", "هم", "هن", "ها", "نا", "ه"];

/// What the folded `word`, which no table holds as it stands, is without what is written onto it;
/// `get` looks a word up.
pub(in crate::attribution) fn class(word: &str, get: impl Fn(&str) -> Option<Class>) -> Class {
    if let Some(class) = bare(word, &get) {
        return class;
    }
    let joined = word
        .strip_prefix(['و', 'ف'])
        .filter(|rest| rest.len() >= 4)
        .and_then(|rest| get(rest).or_else(|| bare(rest, &get)));
    joined.map_or(Class::NONE, |class| class | Class::JOINED)
}

/// The same without `and`.
fn bare(word: &str, get: &impl Fn(&str) -> Option<Class>) -> Option<Class> {
    future(word, get)
        .or_else(|| with_pronoun(word, get))
        .or_else(|| with_preposition(word, get))
}

/// `سيقول`
fn future(word: &str, get: &impl Fn(&str) -> Option<Class>) -> Option<Class> {
    let verb = word.strip_prefix('س')?;
    get(verb).filter(|class| class.has(Class::PRESENT))
}

/// `وصفه`, `قوله`, `لقاؤه`
fn with_pronoun(word: &str, get: &impl Fn(&str) -> Option<Class>) -> Option<Class> {
    let takes = VERBS.or(Class::WORDS).or(Class::FEELING).or(Class::EVENT);
    let takes = takes.or(Class::PERSON).or(Class::TITLE).or(Class::WORK);
    let known = |stem: &str| get(stem).filter(|class| class.has(takes));
    PRONOUNS.iter().find_map(|pronoun| {
        let stem = word.strip_suffix(pronoun).filter(|stem| stem.len() >= 4)?;
        // Before a pronoun `ة` is `ت`, `ى` is `ا`, and a last hamza gets a seat.
        let respelled = |from: char, to: &str| {
            let start = stem.strip_suffix(from)?;
            known(&format!("{start}{to}"))
        };
        let class = known(stem)
            .or_else(|| respelled('ت', "ة"))
            .or_else(|| respelled('ا', "ي"))
            .or_else(|| respelled('ئ', "ء"))
            .or_else(|| respelled('ؤ', "ء"))
            .or_else(|| respelled('و', "وا"))?;
        Some(class | Class::WITH_PRONOUN)
    })
}

/// `الوزير`, `للوزير`, `لوزير`, `بقوله`
fn with_preposition(word: &str, get: &impl Fn(&str) -> Option<Class>) -> Option<Class> {
    let noun = |stem: &str| get(stem).filter(|class| class.has(NOUNS));
    let definite = |stem: &str| noun(stem).map(|class| class | Class::DEFINITE);
    if let Some(stem) = word.strip_prefix("لل") {
        return definite(stem).map(|class| class | Class::TO);
    }
    if let Some(stem) = word.strip_prefix("ال") {
        return definite(stem);
    }
    if let Some(stem) = word.strip_prefix(['ب', 'ك']) {
        return stem
            .strip_prefix("ال")
            .and_then(definite)
            .or_else(|| noun(stem))
            .or_else(|| with_pronoun(stem, get).filter(|class| class.has(NOUNS)))
            .map(|class| class | Class::BY);
    }
    let stem = word.strip_prefix('ل')?;
    noun(stem)
        .or_else(|| with_pronoun(stem, get).filter(|class| class.has(NOUNS)))
        .map(|class| class | Class::TO)
}

const VERBS: Class = Class::SAYS.or(Class::HINTS);

const NOUNS: Class = Class::WORDS
    .or(Class::TITLE)
    .or(Class::PERSON)
    .or(Class::GROUP)
    .or(Class::DOCUMENT)
    .or(Class::INSTITUTION)
    .or(Class::MEDIUM)
    .or(Class::PLACE)
    .or(Class::WORK)
    .or(Class::TERM)
    .or(Class::EVENT)
    .or(Class::FEELING)
    .or(Class::SO_CALLED);
