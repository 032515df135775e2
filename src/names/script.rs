//! Where words begin and end in the scripts of the world.
//!
//! Everything here looks at folded text (see [`fold`](super::fold)).

use unicode_normalization::char::is_combining_mark;

/// Scripts, as far as the borders of words differ in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// Latin, Cyrillic, Greek and all others whose words stand between spaces.
    Alphabet,
    Arabic,
    Hebrew,
    /// Words stand between spaces; particles are written onto them.
    Hangul,
    /// Names in katakana stand out from kanji and hiragana.
    Katakana,
    /// Kanji and hiragana: words are written without a space.
    Han,
    /// Thai, Lao, Khmer and Burmese: the same.
    SouthEastAsian,
}

/// The script of a letter.
pub(super) fn script(letter: char) -> Script {
    match letter {
        '\u{590}'..='\u{5ff}' => Script::Hebrew,
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{870}'..='\u{8ff}' => Script::Arabic,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => {
            Script::SouthEastAsian
        }
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7ff}' => {
            Script::Hangul
        }
        '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' => {
            Script::Katakana
        }
        '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{309f}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Script::Han,
        _ => Script::Alphabet,
    }
}

/// Whether a character is part of a word. The low line is none: it emphasises words, and parts
/// those of a hashtag.
pub fn is_word(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character)
}

/// Whether a word may end between two characters that touch.
pub(super) fn is_border(before: char, after: char) -> bool {
    if !is_word(before) || !is_word(after) {
        return !is_combining_mark(after);
    }
    match (script(before), script(after)) {
        (Script::SouthEastAsian, Script::SouthEastAsian) => !splits_syllable(before, after),
        (Script::Han, Script::Han) => true,
        // A digit is a part of any word but one in a script without spaces.
        (one, other) if before.is_numeric() || after.is_numeric() => {
            is_spaceless(one) || is_spaceless(other)
        }
        (one, other) => one != other,
    }
}

/// Whether apostrophes join words in the script of a letter. Elsewhere they are quotation marks.
pub(super) fn has_apostrophe(letter: char) -> bool {
    matches!(
        script(letter),
        Script::Alphabet | Script::Arabic | Script::Hebrew
    )
}

/// How many letters of a word are looked at: none that matters is longer, and a text without a space
/// must not cost its length at every place.
const LONGEST_WORD: usize = 32;

/// The part of a word that stands at the end of `text`.
pub(super) fn last_word(text: &str) -> &str {
    let letters = text.chars().rev().take(LONGEST_WORD);
    let len: usize = letters
        .take_while(|c| is_word(*c))
        .map(char::len_utf8)
        .sum();
    &text[text.len() - len..]
}

/// The part of a word that stands at the start of `text`.
pub(super) fn first_word(text: &str) -> &str {
    let letters = text.chars().take(LONGEST_WORD);
    let len: usize = letters
        .take_while(|c| is_word(*c))
        .map(char::len_utf8)
        .sum();
    &text[..len]
}

/// Whether words of this letter's script stand side by side without a space.
pub fn is_spaceless_letter(letter: char) -> bool {
    is_spaceless(script(letter))
}

fn is_spaceless(script: Script) -> bool {
    matches!(
        script,
        Script::Katakana | Script::Han | Script::SouthEastAsian
    )
}

/// Whether a Thai or Lao vowel or tone belongs to its neighbour.
fn splits_syllable(before: char, after: char) -> bool {
    let written_first = matches!(before, '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}');
    let written_last = matches!(after, '\u{e30}'..='\u{e3a}' | '\u{e45}'..='\u{e4e}' | '\u{eb0}'..='\u{ebc}' | '\u{ec8}'..='\u{ecd}');
    written_first || written_last || is_combining_mark(after)
}
