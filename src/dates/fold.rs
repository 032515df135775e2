//! One spelling for those that the writers of dates vary: case, accents, vowel marks, hamza.

/// Appends `word` in lower case, without accents and vowel marks, with one form for each group of
/// Arabic letters that writers exchange.
pub(super) fn fold_into(word: &str, folded: &mut String) {
    for character in word.chars().filter(|character| !is_ignored(*character)) {
        fold_letter(character, folded);
    }
}

/// The same for one character that is not ignored.
pub(super) fn fold_letter(character: char, folded: &mut String) {
    match character {
        // No case: this is most of an Arabic text.
        '\u{621}'..='\u{64a}' => folded.push(letter(character)),
        _ if character.is_ascii() => folded.push(character.to_ascii_lowercase()),
        _ => {
            let lower = character.to_lowercase();
            folded.extend(lower.filter(|lower| !is_ignored(*lower)).map(letter));
        }
    }
}

/// Marks over and under letters, the tatweel, and what cannot be seen.
pub(super) fn is_ignored(character: char) -> bool {
    match character {
        '\0'..='\u{ac}' => false,
        '\u{300}'..='\u{36f}'
        | '\u{610}'..='\u{61a}'
        | '\u{640}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}' => true,
        _ => is_invisible(character),
    }
}

/// Direction controls, soft hyphens, joiners: they may stand at the end of a word without
/// belonging to it.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
    )
}

fn letter(character: char) -> char {
    match character {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' | 'ہ' => 'ه',
        'ک' => 'ك',
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        _ => character,
    }
}
