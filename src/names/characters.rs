//! Characters that readers do not see, or that messages cannot show: what they are called, and
//! where they do nothing.

use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};

use crate::names::fold::TATWEEL;

/// The character as a message speaks of it, such as "a space", "`@`" or "the zero-width space
/// U+200B".
pub fn in_words(character: char) -> String {
    if let Some((_, name)) = COMMON.iter().find(|(named, _)| *named == character) {
        return (*name).to_owned();
    }
    let code = code(character);
    match unseen_name(character) {
        Some(name) => format!("the {name} {code}"),
        None if character.is_control() => format!("the control character {code}"),
        None if character.is_whitespace() => format!("the space {code}"),
        None if is_combining_mark(character) => format!("the mark {code}"),
        None => format!("`{character}`"),
    }
}

/// Its number, such as `U+200B`.
pub fn code(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// Characters of every keyboard that are read more easily as words.
const COMMON: [(char, &str); 15] = [
    (' ', "a space"),
    ('\t', "a tab"),
    ('\n', "a line end"),
    ('\r', "a line end"),
    ('.', "a dot (`.`)"),
    (',', "a comma (`,`)"),
    ('،', "an Arabic comma (`،`)"),
    (':', "a colon (`:`)"),
    ('/', "a slash (`/`)"),
    ('\\', "a backslash (`\\`)"),
    ('\'', "an apostrophe (`'`)"),
    ('’', "an apostrophe (`’`)"),
    ('"', "a quotation mark (`\"`)"),
    ('`', "a backtick"),
    (TATWEEL, "the tatweel U+0640"),
];

/// The name that Unicode gives a character without a shape, as people write it; `None` for all
/// others.
pub fn unseen_name(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{8}' => "backspace",
        '\u{b}' => "line tabulation",
        '\u{c}' => "form feed",
        '\u{1b}' => "escape",
        '\u{7f}' => "delete",
        '\u{85}' => "next line",
        '\u{a0}' => "no-break space",
        '\u{ad}' => "soft hyphen",
        '\u{34f}' => "combining grapheme joiner",
        '\u{61c}' => "Arabic letter mark",
        '\u{115f}' | '\u{1160}' | '\u{3164}' => "Hangul filler",
        '\u{17b4}' | '\u{17b5}' => "Khmer inherent vowel",
        '\u{180b}'..='\u{180d}' | '\u{180f}' => "Mongolian variation selector",
        '\u{180e}' => "Mongolian vowel separator",
        '\u{2009}' => "thin space",
        '\u{200b}' => "zero-width space",
        '\u{200c}' => "zero-width non-joiner",
        '\u{200d}' => "zero-width joiner",
        '\u{200e}' => "left-to-right mark",
        '\u{200f}' => "right-to-left mark",
        '\u{2028}' => "line separator",
        '\u{2029}' => "paragraph separator",
        '\u{202a}' => "left-to-right embedding",
        '\u{202b}' => "right-to-left embedding",
        '\u{202c}' => "pop directional formatting",
        '\u{202d}' => "left-to-right override",
        '\u{202e}' => "right-to-left override",
        '\u{202f}' => "narrow no-break space",
        '\u{2060}' => "word joiner",
        '\u{2061}' => "function application",
        '\u{2062}' => "times sign",
        '\u{2063}' => "separator",
        '\u{2064}' => "plus sign",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        '\u{2069}' => "pop directional isolate",
        '\u{206a}'..='\u{206f}' => "deprecated format control",
        '\u{3000}' => "ideographic space",
        '\u{feff}' => "byte order mark",
        '\u{ffa0}' => "half-width Hangul filler",
        '\u{fff9}'..='\u{fffb}' => "interlinear annotation control",
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => "variation selector",
        '\u{e0001}' | '\u{e0020}'..='\u{e007f}' => "tag character",
        _ => return None,
    })
}

/// Whether a character opens or ends a stretch of another direction: without its partner it reaches
/// beyond the words that it stands in.
pub fn turns_direction(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character is not seen, and between these two neighbours changes nothing that is: it
/// only keeps searches from finding the word. Controls of direction are none of these, nor are
/// spaces that have a width. At the start or end of a line the neighbour is `None`.
pub fn is_idle(before: Option<char>, character: char, after: Option<char>) -> bool {
    let joins = |neighbour: Option<char>| neighbour.is_some_and(has_joining);
    let stands_free = |neighbour: Option<char>| {
        neighbour.is_none_or(|c| c.is_whitespace() || is_idle_anywhere(c))
    };
    match character {
        '\t' | '\n' | '\r' => false,
        // Persian and Urdu write it inside words, and between a word or number and its ending.
        '\u{200c}' => stands_free(before) || stands_free(after) || !(joins(before) || joins(after)),
        // `ه‍` is the Hijri year; elsewhere it joins pictures to one.
        '\u{200d}' => {
            let in_picture = before.is_some_and(is_picture) && after.is_some_and(is_picture);
            !(in_picture || joins(before) || joins(after))
        }
        // Where words stand without spaces, it says where a line may break.
        '\u{200b}' => !(before.is_some_and(is_spaceless) || after.is_some_and(is_spaceless)),
        '\u{34f}' => !after.is_some_and(is_combining_mark),
        '\u{180b}'..='\u{180f}' => before.is_none_or(|c| c.script() != Script::Mongolian),
        '\u{115f}' | '\u{1160}' => {
            let is_jamo = |c: char| matches!(c, '\u{1100}'..='\u{11ff}');
            !(before.is_some_and(is_jamo) || after.is_some_and(is_jamo))
        }
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => !before.is_some_and(may_vary),
        '\u{e0020}'..='\u{e007f}' => {
            let goes_on = |c: char| matches!(c, '\u{1f3f4}' | '\u{e0020}'..='\u{e007e}');
            !before.is_some_and(goes_on)
        }
        _ => is_idle_anywhere(character),
    }
}

/// Whether a character shows nothing, whatever stands beside it.
fn is_idle_anywhere(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => false,
        '\u{ad}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{200b}'
        | '\u{2060}'..='\u{2064}'
        | '\u{206a}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0001}' => true,
        _ => character.is_control(),
    }
}

/// Whether the joiners change how a letter or mark of its script is drawn.
fn has_joining(character: char) -> bool {
    let is_letter = character.is_alphabetic() || is_combining_mark(character);
    is_letter
        && matches!(
            character.script(),
            Script::Adlam
                | Script::Arabic
                | Script::Balinese
                | Script::Bengali
                | Script::Devanagari
                | Script::Gujarati
                | Script::Gurmukhi
                | Script::Hanifi_Rohingya
                | Script::Inherited
                | Script::Javanese
                | Script::Kannada
                | Script::Khmer
                | Script::Malayalam
                | Script::Mandaic
                | Script::Meetei_Mayek
                | Script::Mongolian
                | Script::Myanmar
                | Script::Newa
                | Script::Nko
                | Script::Ol_Chiki
                | Script::Oriya
                | Script::Sinhala
                | Script::Syriac
                | Script::Tamil
                | Script::Telugu
                | Script::Tibetan
        )
}

/// Whether a character is of a script that writes its words without spaces.
fn is_spaceless(character: char) -> bool {
    matches!(
        character.script(),
        Script::Thai
            | Script::Lao
            | Script::Khmer
            | Script::Myanmar
            | Script::Tibetan
            | Script::Javanese
            | Script::Balinese
            | Script::Han
            | Script::Hiragana
            | Script::Katakana
    )
}

/// Whether a character is a picture or a part of one that others are joined to.
fn is_picture(character: char) -> bool {
    matches!(character, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{e007f}')
}

/// Whether a character may have a variant: pictures, ideographs, digits and `#` `*` of keys, and
/// letters of the few scripts whose letters have some.
fn may_vary(character: char) -> bool {
    match character {
        '0'..='9' | '#' | '*' | '©' | '®' => true,
        _ if character.is_ascii() || character.is_whitespace() => false,
        '\u{fe00}'..='\u{fe0f}' | '\u{200d}' | '\u{e0100}'..='\u{e01ef}' => false,
        _ => !matches!(
            character.script(),
            Script::Latin | Script::Greek | Script::Cyrillic | Script::Arabic | Script::Hebrew
        ),
    }
}

/// What a control character of Latin-1 is in Windows-1252, whose texts are often taken for
/// Latin-1; `None` for all others.
pub fn in_windows_1252(character: char) -> Option<char> {
    const MEANT: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0',
        '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
    ];
    let at = u32::from(character).checked_sub(0x80)?;
    let meant = *MEANT.get(at as usize)?;
    (meant != '\0').then_some(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of the characters of a text do nothing.
    fn idle(text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let neighbour = |at: Option<usize>| at.and_then(|at| characters.get(at)).copied();
        let idle = characters.iter().enumerate().filter(|(at, character)| {
            is_idle(
                neighbour(at.checked_sub(1)),
                **character,
                neighbour(Some(at + 1)),
            )
        });
        let codes: Vec<String> = idle.map(|(_, character)| code(*character)).collect();
        codes.join(" ")
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(idle(text), expected, "{text:?}");
    }

    #[test]
    fn what_does_nothing() {
        check("a\u{200b}b", "U+200B");
        check("fer\u{ad}ry\u{2060} \u{2062}x", "U+00AD U+2060 U+2062");
        check("a\u{feff}b", "U+FEFF");
        check("a\u{8}b\u{92}", "U+0008 U+0092");
        check("\u{3164}\u{ffa0}", "U+3164 U+FFA0");
        check("a\u{200c}b", "U+200C");
        check("می\u{200c} رود", "U+200C");
        check("\u{200c}رود", "U+200C");
        check("a\u{200d}b", "U+200D");
        check("a\u{fe0f} \u{fe0f}", "U+FE0F U+FE0F");
        check("a\u{e0101}", "U+E0101");
        check("a\u{e0067}", "U+E0067");
        check("a\u{e0001}", "U+E0001");
        check("ب\u{fe00}", "U+FE00");
    }

    #[test]
    fn what_does_something() {
        check("10\u{a0}000\u{202f}€\u{2009}\t\r\n", "");
        check(
            "می\u{200c}رود ۱۲\u{200c}ساله NGO\u{200c}ها «او»\u{200c}ها",
            "",
        );
        check("कर\u{94d}\u{200d}म क\u{94d}\u{200c}ष", "");
        check("۱۴۰۳ ه\u{200d}.ش", "");
        check(
            "👩\u{200d}🚒 👩🏽\u{200d}⚕\u{fe0f} 🏳\u{fe0f}\u{200d}🌈 ❤\u{fe0f} 1\u{fe0f}\u{20e3}",
            "",
        );
        check(
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
            "",
        );
        check("葛\u{e0100}城 神\u{fe00}", "");
        check("กรุงเทพ\u{200b}มหานคร", "");
        check("a\u{200e}b\u{200f}c\u{61c}\u{202a}d\u{202c}", "");
        check("\u{1820}\u{180b}", "");
    }

    #[test]
    fn characters_in_words() {
        for (character, words) in [
            (' ', "a space"),
            ('.', "a dot (`.`)"),
            ('@', "`@`"),
            ('\u{200b}', "the zero-width space U+200B"),
            ('\u{a0}', "the no-break space U+00A0"),
            ('\u{2003}', "the space U+2003"),
            ('\u{1}', "the control character U+0001"),
            ('\u{3000}', "the ideographic space U+3000"),
            ('\u{640}', "the tatweel U+0640"),
            ('\u{301}', "the mark U+0301"),
        ] {
            assert_eq!(in_words(character), words);
        }
    }

    #[test]
    fn what_windows_meant() {
        assert_eq!(in_windows_1252('\u{92}'), Some('’'));
        assert_eq!(in_windows_1252('\u{81}'), None);
        assert_eq!(in_windows_1252('a'), None);
        assert_eq!(in_windows_1252('\u{a0}'), None);
    }
}
