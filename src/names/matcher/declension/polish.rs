//! The cases of Polish names.

use super::Cases;

/// The cases of a word of a Polish name. What a masculine name is in the accusative, and a feminine
/// one in `-ska` in all cases, depends on whether it is a person's.
pub(super) fn cases(word: &str, person: bool) -> Cases {
    let mut cases = Cases::default();
    let last = word.chars().next_back().unwrap_or_default();
    let stem = &word[..word.len() - last.len_utf8()];
    if stem.chars().count() < 2 {
        return cases;
    }
    match last {
        'i' => add(&mut cases, stem, ["iego", "iemu", "iego", "im", "im"]),
        'y' => add(&mut cases, stem, ["ego", "emu", "ego", "ym", "ym"]),
        'a' => feminine(&mut cases, word, stem, person),
        'o' if person => feminine(&mut cases, word, stem, person),
        'o' => {
            let locative = format!("{}e", softened(stem));
            add(&mut cases, stem, ["a", "u", "o", "em", "u"]);
            cases[4].push(locative);
        }
        'e' if !person => {
            add(&mut cases, stem, ["a", "u", "e", "em", "u"]);
            // Adjectives: `Zakopane`, and the plural of `Stany Zjednoczone`.
            add(&mut cases, stem, ["ego", "emu", "e", "em", "em"]);
            add(&mut cases, stem, ["ych", "ym", "e", "ymi", "ych"]);
        }
        _ if last.is_alphabetic() && !is_vowel(last) => masculine(&mut cases, word, stem, last),
        _ => {}
    }
    if !person {
        if last == 'y' {
            // Plurals: `Chiny`, `Stany`.
            add(&mut cases, stem, ["", "om", "y", "ami", "ach"]);
            add(&mut cases, stem, ["ów", "om", "y", "ami", "ach"]);
        }
        cases[2].push(word.to_owned());
    }
    cases
}

fn feminine(cases: &mut Cases, word: &str, stem: &str, person: bool) {
    let ends = |endings: &[&str]| endings.iter().any(|ending| stem.ends_with(ending));
    if ends(&["sk", "ck", "dzk"]) && word.ends_with('a') {
        add(cases, stem, ["iej", "iej", "ą", "ą", "iej"]);
        if person {
            return;
        }
    }
    let soft = match stem {
        // `Maria` has two in the genitive, `Kasia` one.
        _ if stem.ends_with('i') => {
            add(cases, stem, ["i", "i", "ę", "ą", "i"]);
            ""
        }
        _ if ends(&["j", "l"]) => "i",
        _ if ends(&["c", "cz", "rz", "sz", "ż", "dz"]) => "y",
        _ => {
            let genitive = if ends(&["k", "g"]) { "i" } else { "y" };
            add(cases, stem, [genitive, "", "ę", "ą", ""]);
            let dative = format!("{}e", softened(stem));
            for case in [1, 4] {
                cases[case].pop();
                cases[case].push(dative.clone());
            }
            return;
        }
    };
    add(cases, stem, [soft, soft, "ę", "ą", soft]);
}

fn masculine(cases: &mut Cases, word: &str, stem: &str, last: char) {
    let mut of_stem = |stem: &str| {
        let soft = matches!(last, 'c' | 'j' | 'l' | 'ż' | 'h' | 'k' | 'g')
            || ["cz", "sz", "rz", "dz"]
                .iter()
                .any(|ending| stem.ends_with(ending));
        let instrumental = if matches!(last, 'k' | 'g') {
            "iem"
        } else {
            "em"
        };
        add(cases, stem, ["a", "owi", "a", instrumental, "u"]);
        cases[0].push(format!("{stem}u"));
        if !soft {
            cases[4].push(format!("{}e", softened(stem)));
        }
    };
    let hardened = [('ń', "ni"), ('ś', "si"), ('ć', "ci"), ('ź', "zi")];
    if let Some((_, plain)) = hardened.iter().find(|(soft, _)| *soft == last) {
        return of_stem(&format!("{stem}{plain}"));
    }
    of_stem(word);
    // The `ó` of `Kraków` opens, the `e` of `Marek`, `Paweł` and `Stolarzec` goes.
    if let Some(stem) = stem.strip_suffix('ó') {
        of_stem(&format!("{stem}o{last}"));
    }
    if let Some(stem) = stem
        .strip_suffix('e')
        .filter(|_| matches!(last, 'k' | 'c' | 'ł' | 'l'))
    {
        let stem = stem.strip_suffix('i').unwrap_or(stem);
        of_stem(&format!("{stem}{last}"));
    }
}

fn add(cases: &mut Cases, stem: &str, endings: [&str; super::CASES]) {
    for (case, ending) in cases.iter_mut().zip(endings) {
        case.push(format!("{stem}{ending}"));
    }
}

/// A stem before the `-e` of the locative: `Senat`, `Senacie`; `Polska`, `Polsce`.
fn softened(stem: &str) -> String {
    const CHANGES: [(&str, &str); 12] = [
        ("st", "ści"),
        ("zd", "ździ"),
        ("sł", "śl"),
        ("ch", "sz"),
        ("t", "ci"),
        ("d", "dzi"),
        ("r", "rz"),
        ("ł", "l"),
        ("k", "c"),
        ("g", "dz"),
        ("h", "sz"),
        ("l", "l"),
    ];
    let change = CHANGES.iter().find_map(|(hard, soft)| {
        let rest = stem.strip_suffix(hard)?;
        Some(format!("{rest}{soft}"))
    });
    change.unwrap_or_else(|| format!("{stem}i"))
}

fn is_vowel(letter: char) -> bool {
    matches!(
        letter,
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ó' | 'ą' | 'ę' | 'é' | 'ö' | 'ü'
    )
}
