//! What may be written onto the end of a name: possessives, genitives, particles, suffixes.
//!
//! Everything here looks at folded text (see [`fold`](crate::names::fold)). Endings that change the
//! name itself are in [`declension`](super::declension).

use super::word_list;

/// Whether `rest`, the letters from an apostrophe after a name on, is an ending. The possessive is
/// understood in every language; writers put it after foreign names too.
pub(super) fn follows_apostrophe(language: &str, rest: &str) -> bool {
    match language {
        // Every case of every name, in Turkish spelling.
        "tr" | "az" | "tk" => true,
        "en" => matches!(rest, "s" | "d" | "ll" | "re" | "ve"),
        "pl" => word_list::contains("s a ego emu em m owi u ów om ami ach", rest),
        _ => rest == "s",
    }
}

/// Whether names of the language take a genitive `-s` without an apostrophe.
pub(super) fn has_bare_genitive(language: &str) -> bool {
    matches!(
        language,
        "de" | "da" | "nb" | "nl" | "nn" | "no" | "sv" | "fo" | "lb" | "nds"
    )
}

/// Whether `rest` is a genitive on a name that ends in `last`. What has a name of its own by being a
/// common noun may also take the longer one: `des Bundestages`.
pub(super) fn is_genitive(last: char, rest: &str, person: bool) -> bool {
    let sibilant = matches!(last, 's' | 'x' | 'z');
    let vowel = matches!(last, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'ö' | 'ü');
    match rest {
        "s" => last.is_alphabetic() && !sibilant,
        "es" => !person && last.is_alphabetic() && !vowel,
        _ => false,
    }
}

/// Whether a German name with the `-s` of a genitive is a name of its own, and a common one: Klaus
/// Peters.
pub(super) fn is_surname_with_s(name: &str) -> bool {
    const FIRST_NAMES: &str = "\
        adam albert arnold behrend carsten daniel diederich edward egger ehler friedrich gerhard \
        heinrich hinrich jacob jakob jürgen martin michael paul peter philipp richard robert rolf \
        simon stephan ulrich wilhelm walter william wolter";
    word_list::contains(FIRST_NAMES, name)
}

/// Whether the words around a genitive make it one: what it is the genitive of begins with a
/// capital, perhaps behind an adjective, `Peters neuer Plan`; and no word with a capital, a title or a
/// first name, stands before it.
pub(super) fn has_german_owner(before: &str, after: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let mut next = after.strip_prefix(' ').unwrap_or_default().split(' ');
    let (first, second) = (next.next().unwrap_or_default(), next.next());
    let is_adjective = ["e", "er", "es", "en", "em"]
        .iter()
        .any(|ending| first.ends_with(ending));
    let owns = capital(first) || (is_adjective && second.is_some_and(capital));
    let previous = before.strip_suffix(' ').unwrap_or_default().rsplit(' ');
    let is_titled = previous
        .take(1)
        .any(|word| capital(word) && word.ends_with(char::is_alphabetic));
    owns && !is_titled
}

/// Whether the language joins nouns with a hyphen where others write two words, so that a capital
/// `word` behind a hyphen says little about the name before it: `Ukraine-Krieg`. After a person it
/// is mostly the rest of a double name (Hans-Peter, Müller-Hofstede), but for some words.
pub(super) fn compounds_with_hyphen(language: &str, word: &str, person: bool) -> bool {
    const BEHIND_PERSONS: &str = "\
        administration anhänger ära anwalt berater besuch familie gegner interview kabinett \
        kritiker lager nachfolge partei rede regierung sprecher vertraute wahlkampf wähler";
    (has_bare_genitive(language) || matches!(language, "fi" | "hu" | "et"))
        && (!person || BEHIND_PERSONS.split(' ').any(|noun| word.starts_with(noun)))
}

/// Whether `rest` is a Korean particle, or a run of them, perhaps after a title.
pub(super) fn is_korean_particle(rest: &str) -> bool {
    const TITLES: [&str; 6] = ["씨", "측", "군", "양", "님", "들"];
    const PARTICLES: [&str; 6] = [
        // Topic, subject, object, genitive.
        "은 는 이 가 을 를 의 께서",
        // Place, direction, addressee, means.
        "에 에서 에게 에게서 께 한테 로 으로 로서 으로서 로부터 으로부터",
        // Company and comparison.
        "와 과 랑 이랑 하고 나 이나 보다 처럼 만큼 같은",
        // Limits.
        "도 만 까지 부터 마저 조차",
        // Runs.
        "에는 에도 에서는 에서도 에서의 에게는 와의 과의 와는 과는 로의 으로의 만의",
        // The copula and quoting.
        "이다 다 이라는 라는 이라고 라고 이며 며",
    ];
    let title = TITLES.iter().find_map(|title| rest.strip_prefix(title));
    let rest = title.unwrap_or(rest);
    rest.is_empty() || PARTICLES.iter().any(|list| word_list::contains(list, rest))
}

/// Whether `rest` is a Persian suffix that a half space joins to a name. Another word after the
/// half space makes another name: `علی‌اکبر` is not `علی`.
pub(super) fn follows_half_space(rest: &str) -> bool {
    const SUFFIXES: &str =
        "ها هاي هايي هايش هايشان ي اي ام ات اش مان تان شان اند ايم ايد است تر ترين را هم وار";
    word_list::contains(SUFFIXES, rest)
}

/// Whether `rest` after the letter `last` is the Persian ezafe, which is written after a long vowel.
pub(super) fn is_ezafe(last: char, rest: &str) -> bool {
    matches!(last, 'ا' | 'و') && rest == "ي"
}

/// Whether the alef `rest` behind an Arabic name is that of an accusative, told by its tanween,
/// which stands on either of two letters: `محمداً`, `محمدًا`.
pub(super) fn is_accusative(name: &str, rest: &str) -> bool {
    const TANWEEN: char = '\u{64b}';
    matches!(rest, "ا" | "اً") && (name.ends_with(TANWEEN) || rest.ends_with(TANWEEN))
}
