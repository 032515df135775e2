//! What articles and endings tell: of a phrase whether it can be a subject, of a noun its gender and
//! whether it names somebody.

use crate::attribution::lexicon::Class;
use crate::attribution::sentence::Sentence;

/// Whether articles and endings let a phrase be a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// `der Sprecher`, `er`: nothing else.
    Nominative,
    /// `die Partei`, `Merkel`.
    Open,
    /// `den Sprecher`, `der Partei`.
    Oblique,
}

/// The case of a phrase from `start` whose noun stands at `head`.
pub(super) fn case(sentence: Sentence<'_>, start: usize, head: usize, has_article: bool) -> Case {
    let tokens = sentence.tokens;
    if !has_article {
        return if tokens[start].is(Class::OBLIQUE) {
            Case::Oblique
        } else {
            Case::Open
        };
    }
    let article = sentence.word(start).to_lowercase();
    let noun = if tokens[head].is_word() {
        sentence.word(head)
    } else {
        ""
    };
    let is_feminine = is_feminine(noun);
    match article.as_str() {
        "der" | "dieser" | "jener" | "jeder" | "einer" if is_feminine => Case::Oblique,
        "der" | "dieser" | "jener" | "jeder" => Case::Nominative,
        "ein" | "sein" | "ihr" | "unser" | "mein" | "kein" => {
            let is_man = tokens[head].is(Class::TITLE.or(Class::PERSON))
                || head > start + 1 && sentence.word(head - 1).ends_with("er");
            if is_man { Case::Nominative } else { Case::Open }
        }
        "deren" | "dessen" => Case::Open,
        _ if tokens[start].is(Class::OBLIQUE) => Case::Oblique,
        _ => Case::Open,
    }
}

/// Whether `der` before the noun is no nominative.
fn is_feminine(noun: &str) -> bool {
    const ENDINGS: [&str; 60] = [
        "in",
        "ung",
        "heit",
        "keit",
        "schaft",
        "ion",
        "tät",
        "ei",
        "presse",
        "behörde",
        "gruppe",
        "woche",
        "sache",
        "frage",
        "seite",
        "reihe",
        "kirche",
        "bank",
        "agentur",
        "stadt",
        "bahn",
        "armee",
        "zeit",
        "welt",
        "allgemeine",
        "allgemeinen",
        "zentrale",
        "kammer",
        "liga",
        "wehr",
        "klinik",
        "schule",
        "schrift",
        "illustrierte",
        "illustrierten",
        "runde",
        "dienststelle",
        "stelle",
        "mehrheit",
        "anzeige",
        "klage",
        "rede",
        "debatte",
        "rundschau",
        "post",
        "taz",
        "spd",
        "cdu",
        "csu",
        "fdp",
        "nato",
        "uno",
        "eu",
        "ard",
        "afp",
        "dpa",
        "bbc",
        "ap",
        "ie",
        "jury",
    ];
    const NOT: [&str; 12] = [
        "termin", "ruin", "sprung", "verein", "papagei", "brei", "stein", "wein", "schein", "hein",
        "rhein", "delfin",
    ];
    let noun = noun.to_lowercase();
    ENDINGS.iter().any(|ending| noun.ends_with(ending))
        && !NOT.iter().any(|ending| noun.ends_with(ending))
}

/// Whether a noun names no person by its ending.
pub(super) fn is_abstract(noun: &str) -> bool {
    const ENDINGS: [&str; 16] = [
        "ung", "ungen", "heit", "heiten", "keit", "keiten", "tion", "tionen", "tät", "nis",
        "nisse", "ismus", "litik", "ritik", "schaften", "teile",
    ];
    ENDINGS.iter().any(|ending| noun.ends_with(ending))
}

/// Whether a word can describe a noun by its ending.
pub(super) fn is_inflected(word: &str) -> bool {
    ["e", "en", "er", "es", "em"]
        .iter()
        .any(|ending| word.ends_with(ending))
}
