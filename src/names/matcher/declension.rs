//! The cases of Russian and Ukrainian names: `Путин`, `Путина`, `Путиным`.
//!
//! A small table of regular endings, on folded words. It knows no genders and no exceptions: a form
//! that does not exist does no harm, since no text holds it.

/// How many cases differ from the nominative: genitive, dative, accusative, instrumental,
/// locative.
const CASES: usize = 5;

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

/// The declined forms of a folded name of at most three words, without the nominative. Names of
/// other languages and scripts have none.
pub(super) fn forms(language: &str, name: &str) -> Vec<String> {
    let nouns = match language {
        "ru" => RUSSIAN,
        "uk" => UKRAINIAN,
        _ => return Vec::new(),
    };
    let words: Vec<&str> = name.split(' ').collect();
    let is_cyrillic = |letter: char| matches!(letter, 'а'..='я' | 'ѐ'..='џ' | 'ґ' | '\'' | '-');
    if words.len() > 3 || !words.iter().all(|word| word.chars().all(is_cyrillic)) {
        return Vec::new();
    }
    let mut forms: Vec<String> = (0..CASES)
        .flat_map(|case| decline_all(nouns, &words, case))
        .filter(|form| form != name)
        .collect();
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// One case of a name: every combination of what its words may be. Behind a woman's first name,
/// which ends in a vowel, a surname may stay as it is: `Ангелой Меркель`.
fn decline_all(nouns: &[Noun], words: &[&str], case: usize) -> Vec<String> {
    let mut names = vec![String::new()];
    for (at, word) in words.iter().enumerate() {
        let mut alternatives = decline(nouns, word, case);
        let behind_vowel = at > 0 && words[0].ends_with(['а', 'я']);
        if behind_vowel || alternatives.is_empty() {
            alternatives.push((*word).to_owned());
        }
        let space = if at > 0 { " " } else { "" };
        names = names
            .iter()
            .flat_map(|name| {
                alternatives
                    .iter()
                    .map(move |word| format!("{name}{space}{word}"))
            })
            .collect();
    }
    names
}

fn decline(nouns: &[Noun], word: &str, case: usize) -> Vec<String> {
    let longer = |ending: &str| word.len() > ending.len() && word.ends_with(ending);
    let Some((_, cut, endings)) = nouns
        .iter()
        .find(|(nominative, ..)| nominative.iter().any(|ending| longer(ending)))
    else {
        return Vec::new();
    };
    let stem: String = word.chars().take(word.chars().count() - cut).collect();
    let endings = endings[case].split(' ');
    endings.map(|ending| format!("{stem}{ending}")).collect()
}
