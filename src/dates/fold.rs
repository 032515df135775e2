//! One spelling for those that the writers of dates vary: case, accents, vowel marks, hamza.

pub(super) use crate::names::fold::is_invisible;

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
        '\0'..='\u{7f}' => folded.push(character.to_ascii_lowercase()),
        // Without case, or in lower case: this is most of a text that is not in Latin script.
        '\u{621}'..='\u{64a}' => folded.push(letter(character)),
        'а'..='я' | '一'..='\u{9fff}' => folded.push(character),
        _ => {
            let lower = character.to_lowercase();
            folded.extend(lower.filter(|lower| !is_ignored(*lower)).map(letter));
        }
    }
}

/// A letter, and no mark that is ignored. The alphabets of the tables are told first.
pub(super) fn is_letter(character: char) -> bool {
    match character {
        '\0'..='\u{7f}' => character.is_ascii_alphabetic(),
        '\u{621}'..='\u{64a}' => character != '\u{640}',
        'а'..='я' | 'А'..='Я' | '一'..='\u{9fff}' => true,
        _ => character.is_alphabetic() && !is_ignored(character),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_told_without_unicodes_tables_are_what_the_tables_say() {
        for character in '\0'..=char::MAX {
            let by_tables = character.is_alphabetic() && !is_ignored(character);
            assert_eq!(is_letter(character), by_tables, "{character:?}");
            if is_ignored(character) {
                continue;
            }
            let mut folded = String::new();
            fold_letter(character, &mut folded);
            let lower = character.to_lowercase().filter(|lower| !is_ignored(*lower));
            assert_eq!(
                folded,
                lower.map(letter).collect::<String>(),
                "{character:?}"
            );
        }
    }
}
