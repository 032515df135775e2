//! The cases of Russian and Ukrainian names.

use super::{CASES, Cases};

/// A kind of noun: what the nominative ends in, how many of its last letters go, and what each
/// case puts in their place, alternatives parted by a space.
type Noun = (&'static [&'static str], usize, [&'static str; CASES]);

/// The first that fits counts.
const RUSSIAN: &[Noun] = &[
    (&["кий"], 2, ["ого", "ому", "ого", "им", "ом"]),
    (&["ый", "ой"], 2, ["ого", "ому", "ого", "ым", "ом"]),
    (&["ая"], 2, ["ой", "ой", "ую", "ой", "ой"]),
    (&["ия"], 1, ["и", "и", "ю", "ей", "и"]),
    (&["ий"], 1, ["я", "ю", "я", "ем", "и"]),
    (&["й"], 1, ["я", "ю", "я", "ем", "е"]),
    (&["ь"], 1, ["я и", "ю и", "я ь", "ем ью", "е и"]),
    (
        &["ова", "ева", "ина", "ына"],
        1,
        ["ой ы", "ой е", "у", "ой", "ой е"],
    ),
    (
        &["га", "ка", "ха", "жа", "ша", "ча", "ща"],
        1,
        ["и", "е", "у", "ой ей", "е"],
    ),
    (&["а"], 1, ["ы", "е", "у", "ой", "е"]),
    (&["я"], 1, ["и", "е", "ю", "ей", "е"]),
    (&["ов", "ев", "ин", "ын"], 0, ["а", "у", "а", "ым ом", "е"]),
    (&["ж", "ш", "ч", "щ", "ц"], 0, ["а", "у", "а", "ем ом", "е"]),
    (CONSONANTS, 0, ["а", "у", "а", "ом", "е"]),
];

const UKRAINIAN: &[Noun] = &[
    (&["ий"], 2, ["ого", "ому", "ого", "им", "ому ім"]),
    (&["а"], 1, ["и ої", "і ій", "у", "ою", "і ій"]),
    (&["ія"], 1, ["ї", "ї", "ю", "єю", "ї"]),
    (&["я"], 1, ["і", "і", "ю", "ею", "і"]),
    (
        &["ій", "їй", "ай", "ей", "уй"],
        1,
        ["я", "ю єві", "я", "єм", "ї єві"],
    ),
    (&["ь"], 1, ["я і", "ю еві і", "я ь", "ем ю", "і еві"]),
    (&["ко"], 1, ["а", "у ові", "а", "ом", "у ові"]),
    (
        &["ж", "ш", "ч", "щ", "ц"],
        0,
        ["а", "у еві", "а", "ем ом", "і еві"],
    ),
    (
        &["ов", "ев", "єв", "ін", "їн", "ин"],
        0,
        ["а", "у ові", "а", "им ом", "і ові"],
    ),
    (CONSONANTS, 0, ["а у", "у ові", "а", "ом", "і ові у"]),
];

const CONSONANTS: &[&str] = &[
    "б", "в", "г", "ґ", "д", "з", "к", "л", "м", "н", "п", "р", "с", "т", "ф", "х",
];

/// The cases of a word of a Russian name.
pub(super) fn russian(word: &str) -> Cases {
    cases(RUSSIAN, word)
}

/// The cases of a word of a Ukrainian name.
pub(super) fn ukrainian(word: &str) -> Cases {
    cases(UKRAINIAN, word)
}

fn cases(nouns: &[Noun], word: &str) -> Cases {
    let longer = |ending: &str| word.len() > ending.len() && word.ends_with(ending);
    let noun = nouns
        .iter()
        .find(|(nominative, ..)| nominative.iter().any(|ending| longer(ending)));
    let Some((_, cut, endings)) = noun else {
        return Cases::default();
    };
    let stem: String = word.chars().take(word.chars().count() - cut).collect();
    endings.map(|endings| {
        let endings = endings.split(' ');
        endings.map(|ending| format!("{stem}{ending}")).collect()
    })
}
