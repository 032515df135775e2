//! Ids that look alike and are not the same, and words that mix letters of scripts that look
//! alike: by the confusable characters of Unicode's UTS #39. The letters that Arabic and Persian
//! keyboards write for each other are among them, and so are ي and ى.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_script::{Script, UnicodeScript};
use unicode_security::skeleton;

const ZWNJ: char = '\u{200c}';

/// Stands for a non-joiner that is seen, because it parts letters that would join.
const GAP: char = '\u{e000}';

/// What an id looks like: two ids look alike if this is the same. A text for comparing only.
pub fn look(id: &str) -> String {
    skeleton(&shown(id)).collect()
}

/// Whether nobody sees that two ids are two, which have the same [`look`]: they differ in letters of
/// different scripts, or in those that Arabic and Persian keyboards write for each other. `l` and `1`
/// or `rn` and `m` can be told apart.
pub fn is_same_to_readers(one: &str, other: &str) -> bool {
    let letters = |id| shown(id).nfkc().collect::<Vec<char>>();
    let (one, other) = (letters(one), letters(other));
    let is_same = |(one, other): (&char, &char)| {
        let scripts = [one.script(), other.script()];
        let are_two = scripts[0] != scripts[1] && !scripts.contains(&Script::Common);
        let is_keyboard = |pair: [char; 2]| pair.contains(one) && pair.contains(other);
        let is_of_keyboards = [['ي', 'ی'], ['ى', 'ی'], ['ك', 'ک']];
        one == other || are_two || is_of_keyboards.into_iter().any(is_keyboard)
    };
    one.len() == other.len() && one.iter().zip(&other).all(is_same)
}

/// The id without the non-joiners that change nothing a reader sees.
fn shown(id: &str) -> Cow<'_, str> {
    if !id.contains(ZWNJ) {
        return Cow::Borrowed(id);
    }
    let mut shown = String::with_capacity(id.len());
    for character in id.chars() {
        match character {
            ZWNJ if shown.ends_with(joins_nothing_after) => {}
            ZWNJ => shown.push(GAP),
            _ => shown.push(character),
        }
    }
    Cow::Owned(shown)
}

/// Whether an Arabic letter never joins the one after it.
fn joins_nothing_after(letter: char) -> bool {
    "ءآأؤإاٱةدذرزوىڈڑژۀۃۆۇۈۋەۓے".contains(letter)
}

/// A letter in a word of another script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stranger {
    /// The letter.
    pub letter: char,
    /// The name of its script, such as "Cyrillic".
    pub script: &'static str,
    /// The name of the script of the others.
    pub others: &'static str,
}

/// The first letter of `id` that belongs to another script than most letters of its word, where
/// the two scripts share letters that look alike: Latin, Greek and Cyrillic. Words end at `-`
/// and `_`; Arabic beside Latin deceives nobody.
pub fn stranger(id: &str) -> Option<Stranger> {
    if id.is_ascii() {
        return None;
    }
    id.split(['-', '_']).find_map(stranger_in_word)
}

fn stranger_in_word(word: &str) -> Option<Stranger> {
    const ALIKE: [Script; 3] = [Script::Latin, Script::Greek, Script::Cyrillic];
    let count = |script: Script| word.chars().filter(|c| c.script() == script).count();
    let counts = ALIKE.map(count);
    let most = *counts.iter().max()?;
    let others = ALIKE[counts.iter().position(|count| *count == most)?];
    let is_strange = |letter: &char| ALIKE.contains(&letter.script()) && letter.script() != others;
    let letter = word.chars().find(is_strange)?;
    Some(Stranger {
        letter,
        script: letter.script().full_name(),
        others: others.full_name(),
    })
}

/// The name of the script of the letter, such as "Latin".
pub fn script_name(letter: char) -> &'static str {
    letter.script().full_name()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str, expected: bool) {
        assert_eq!(look(one) == look(other), expected, "{one} {other}");
    }

    #[test]
    fn ids_that_look_alike() {
        for (one, other) in [
            ("haddad", "hаddad"),
            ("орлова", "opлoвa"),
            ("omar", "οmar"),
            ("علي", "علی"),
            ("على", "علی"),
            ("علي", "على"),
            ("كريم", "کریم"),
            ("كريم", "کريم"),
            ("haddad-1", "haddad-l"),
            ("berner", "bemer"),
            ("کار\u{200c}ها", "کارها"),
            ("école", "e\u{301}cole"),
            ("大臣", "大⾂"),
        ] {
            check(one, other, true);
        }
    }

    #[test]
    fn of_ids_that_look_alike_some_can_be_told_apart() {
        for (one, other, expected) in [
            ("haddad", "hаddad", true),
            ("omar", "οmar", true),
            ("علي", "علی", true),
            ("كريم", "کریم", true),
            ("école", "e\u{301}cole", true),
            ("大臣", "大⾂", true),
            ("على", "علی", true),
            ("علي", "على", false),
            ("haddad-1", "haddad-l", false),
            ("berner", "bemer", false),
        ] {
            assert_eq!(is_same_to_readers(one, other), expected, "{one} {other}");
        }
    }

    #[test]
    fn ids_that_differ_visibly() {
        for (one, other) in [
            ("haddad", "hadad"),
            ("مي\u{200c}رود", "ميرود"),
            ("حداد", "جداد"),
            ("école", "ecole"),
            ("omar", "عمر"),
            ("פרץ", "פרצ"),
            ("大臣", "太臣"),
            ("a-b", "a_b"),
        ] {
            check(one, other, false);
        }
    }

    #[test]
    fn letters_of_another_script() {
        let found = |id| stranger(id).map(|stranger| (stranger.letter, stranger.script));
        assert_eq!(found("hаddad"), Some(('а', "Cyrillic")));
        assert_eq!(found("minister-οmar"), Some(('ο', "Greek")));
        assert_eq!(found("зeленский"), Some(('e', "Latin")));
        for id in [
            "haddad",
            "орлова-un",
            "وزارة-un",
            "تلفزيون_bbc2",
            "東京tv",
            "Île",
            "אל-ג'זירה",
        ] {
            assert_eq!(found(id), None);
        }
    }
}
