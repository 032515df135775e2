//! The article of Bulgarian names. Bulgarian has no cases, and persons take no article; what has a
//! name of common nouns does: `Народно събрание`, `Народното събрание`.

/// The words of a name with the article, which is written onto the first. A masculine one has a long
/// form for the subject and a short one for all else.
pub(super) fn with_article(words: &[&str]) -> Vec<String> {
    let Some((first, rest)) = words.split_first() else {
        return Vec::new();
    };
    let with_rest = |first: String| {
        let words = std::iter::once(first.as_str()).chain(rest.iter().copied());
        words.collect::<Vec<_>>().join(" ")
    };
    definite(first).into_iter().map(with_rest).collect()
}

fn definite(word: &str) -> Vec<String> {
    let Some(last) = word.chars().next_back() else {
        return Vec::new();
    };
    let stem = &word[..word.len() - last.len_utf8()];
    let with = |stem: &str, endings: [&str; 2]| endings.map(|ending| format!("{stem}{ending}"));
    match last {
        'а' | 'я' => vec![format!("{word}та")],
        'о' | 'е' => vec![format!("{word}то")],
        'и' => {
            let mut forms = vec![format!("{word}те")];
            forms.extend(
                word.strip_suffix("ки")
                    .into_iter()
                    .flat_map(|stem| with(stem, ["кия", "кият"])),
            );
            forms
        }
        'й' => Vec::from(with(stem, ["я", "ят"])),
        'б'..='т' | 'ф'..='щ' => {
            let mut forms = Vec::from(with(word, ["а", "ът"]));
            forms.extend(with(word, ["я", "ят"]));
            // The vowel of `Върховен` goes: `Върховния`.
            let fleeting = stem.strip_suffix('е').filter(|_| last == 'н');
            forms.extend(
                fleeting
                    .into_iter()
                    .flat_map(|stem| with(stem, ["ния", "ният"])),
            );
            forms
        }
        _ => Vec::new(),
    }
}
