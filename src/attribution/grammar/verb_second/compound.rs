//! What a German noun is by its last part, and what it is without its ending.

use crate::attribution::lexicon::Class;

const NOUNS: Class = Class::TITLE
    .or(Class::PERSON)
    .or(Class::GROUP)
    .or(Class::DOCUMENT)
    .or(Class::INSTITUTION)
    .or(Class::MEDIUM)
    .or(Class::WORK)
    .or(Class::CALLED)
    .or(Class::TIME);

/// What takes an ending and stays what it is.
const INFLECTED: Class = Class::PERSON.or(Class::INSTITUTION);

/// What the folded `word`, which no table holds as it stands, is: `Regierungs-sprecher`,
/// `Beobachter-n`; `get` looks a word up.
pub(in crate::attribution) fn class(word: &str, get: impl Fn(&str) -> Option<Class>) -> Class {
    let class = head(word, &get);
    if class != Class::NONE {
        return class;
    }
    ["en", "es", "n", "s"]
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .filter(|stem| stem.len() > 4)
        .filter_map(|stem| get(stem).or_else(|| Some(head(stem, &get))))
        .map(|class| class.only(INFLECTED))
        .find(|class| *class != Class::NONE)
        .unwrap_or(Class::NONE)
}

/// What the last part of a compound is.
fn head(word: &str, get: &impl Fn(&str) -> Option<Class>) -> Class {
    let noun = |part: &str| get(part).map_or(Class::NONE, |class| class.only(NOUNS));
    if let Some((_, last)) = word.rsplit_once('-') {
        return noun(last);
    }
    word.char_indices()
        .skip(3)
        .map(|(at, _)| &word[at..])
        .take_while(|last| last.len() > 3)
        .take(24)
        .map(noun)
        .find(|class| *class != Class::NONE)
        .unwrap_or(Class::NONE)
}
