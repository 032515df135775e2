//! What two writings of one name may differ in without being two spellings, taken away.
//!
//! Folded away are:
//!
//! - case, by Unicode's full folding: `ß` is `ss`, because capitals write it so; the Turkish `ı`
//!   and `İ` are `i`, because capitals of other languages lose the difference;
//! - composed and decomposed letters, ligatures, presentation forms and full width;
//! - what most writers leave out: Arabic vowel marks, hamza on its seat and tatweel, Hebrew
//!   points and cantillation, the dots of the Russian `ё`, the nukta of Hindi;
//! - letters that keyboards of neighbouring languages write differently: alef wasla, ta marbuta
//!   and ha, alef maqsura and ya, the Persian and Urdu ya, kaf and ha, the digits;
//! - typographic and straight apostrophes, quotation marks, hyphens and middle dots;
//! - characters without a shape: controls of direction, joiners (so the Persian half space
//!   counts as nothing, not as a space), soft hyphens;
//! - the length of white space: a run of it is one space, or one paragraph separator where it
//!   holds an empty line, which no name runs over.
//!
//! Latin diacritics are *not* folded, nor hamza that stands by itself: `Peña` and `Pena` are two
//! spellings, and a rule may want to say so. Nor are hyphen and space the same.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, decompose_canonical};
use unicode_normalization::{IsNormalized, is_nfc_quick};

use crate::text::{TextRange, TextSize};

/// A folded text that remembers where each of its letters stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, the bytes of the source that it comes from.
    origins: Vec<TextRange>,
    /// Length of the source in bytes.
    source_len: TextSize,
}

impl Folded {
    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The range of the source, in bytes, that a range of the folded text comes from, with the
    /// marks on its last letter. An empty range stays empty.
    pub fn source(&self, range: TextRange) -> TextRange {
        let (start, end) = (usize::from(range.start()), usize::from(range.end()));
        let from = self.origins.get(start);
        if start >= end {
            return TextRange::empty(from.map_or(self.source_len, |origin| origin.start()));
        }
        match (from, self.origins.get(end - 1)) {
            (Some(from), Some(to)) => from.cover(*to),
            _ => TextRange::empty(self.source_len),
        }
    }
}

/// Folds `text`. Folding twice is folding once.
pub fn fold(text: &str) -> Folded {
    fold_by(plain, ascii_len, text)
}

/// The text that [`fold`] makes, for those who need not know where its letters stood.
pub fn fold_text(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// The same, in place of what stands in `folded`.
pub fn fold_into(text: &str, folded: &mut String) {
    folded.clear();
    if text.bytes().all(is_ascii) {
        folded.push_str(text);
        folded.make_ascii_lowercase();
        return;
    }
    for letter in text.chars() {
        match plain(letter) {
            Some(letter) => folded.push(letter),
            None if letter == ' ' && !folded.ends_with(' ') => folded.push(' '),
            None if letter == ' ' => {}
            None => {
                *folded = fold(text).text;
                return;
            }
        }
    }
}

/// Folds `text`: as many bytes in one go as `ascii_len` says, letter by letter where `plain` says what one
/// becomes, by the whole way where neither does.
fn fold_by(
    plain: impl Fn(char) -> Option<char>,
    ascii_len: impl Fn(&str) -> usize,
    text: &str,
) -> Folded {
    let mut folder = Folder {
        folded: Folded {
            text: String::with_capacity(text.len()),
            origins: Vec::with_capacity(text.len()),
            source_len: TextSize::of(text),
        },
        line_breaks: 0,
    };
    let read = |text: &str| text.chars().next().map(|first| (first, plain(first)));
    let mut rest = text;
    let mut here = read(rest);
    while let Some((first, letter)) = here {
        let start = TextSize::of(text) - TextSize::of(rest);
        let len = ascii_len(rest);
        if len > 0 {
            folder.ascii(&rest[..len], start);
            rest = &rest[len..];
            here = read(rest);
            continue;
        }
        let after = &rest[first.len_utf8()..];
        let next = read(after);
        let joins_nothing = next.is_none_or(|(next, letter)| next.is_ascii() || letter.is_some());
        if let Some(letter) = letter.filter(|_| joins_nothing) {
            folder.letter(letter, TextRange::at(start, TextSize::of(first)));
            (rest, here) = (after, next);
            continue;
        }
        let len = if first.is_whitespace() || is_invisible(first) {
            first.len_utf8()
        } else {
            cluster_len(rest)
        };
        let (cluster, after) = rest.split_at(len);
        folder.push(first, cluster, TextRange::at(start, TextSize::of(cluster)));
        (rest, here) = (after, read(after));
    }
    folder.folded
}

/// How many bytes at the start of `text` are letters and signs of ASCII, single spaces between them
/// included, of which nothing but the case is folded, whatever follows.
fn ascii_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_single_space = |at: usize| bytes[at] == b' ' && at > 0 && bytes[at - 1] != b' ';
    let mut letters =
        (0..bytes.len()).skip_while(|at| is_ascii(bytes[*at]) || is_single_space(*at));
    let len = letters.next().unwrap_or(bytes.len());
    // A mark that follows joins a letter, and no space.
    let is_joined = bytes.get(len).is_some_and(|next| !next.is_ascii());
    let is_last_joined = is_joined && len > 0 && bytes[len - 1] != b' ';
    len - usize::from(is_last_joined)
}

/// Whether a letter or sign of ASCII is one of which nothing but the case is folded.
fn is_ascii(byte: u8) -> bool {
    matches!(byte, b'!'..=b'~') && byte != b'`'
}

/// What one of the letters and signs becomes that most texts are made of: always one character, if
/// no mark follows. None of them joins what stands before it.
pub(super) fn plain(letter: char) -> Option<char> {
    match letter {
        // In Latin script nearly all already are what they become.
        'a'..='z' | '0'..='9' => Some(letter),
        'A'..='Z' => Some(letter.to_ascii_lowercase()),
        'À'..='Ö' | 'Ø'..='Þ' | 'А'..='Я' => char::from_u32(u32::from(letter) + 0x20),
        'آ' | 'أ' | 'إ' => Some('ا'),
        'ؤ' => Some('و'),
        'ئ' => Some('ي'),
        _ => is_common(letter).then(|| exchanged(letter)),
    }
}

/// Whether most texts are made of this letter, in lower case or without case, or of this sign.
fn is_common(letter: char) -> bool {
    matches!(
        letter,
        '!'..='~' | '«' | '»' | '–' | '—' | '‘'..='„' | '…' | 'à'..='ö' | 'ø'..='ÿ'
            | 'а'..='я' | 'є' | 'і' | 'ї' | 'ґ'
            | 'א'..='ת'
            | '،' | '؛' | '؟' | 'ء'..='غ' | 'ف'..='ي' | '٠'..='٩' | 'پ' | 'چ' | 'ژ' | 'ک' | 'گ' | 'ی'
            | '、'..='〃' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | '一'..='\u{9fff}' | '가'..='힣'
    )
}

/// The letters of `text` as they are spelled: without case folded or letters exchanged, but
/// without what [`fold`] drops.
pub(super) fn spelled(text: &str) -> String {
    text.nfc().filter(|letter| !is_dropped(*letter)).collect()
}

/// Whether a character has no shape of its own.
pub fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// Whether a character is an Arabic or Hebrew mark that most writers leave out.
pub(super) fn is_vowel_mark(character: char) -> bool {
    matches!(
        character,
        '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
            | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}'
            | '\u{8d3}'..='\u{8e1}' | '\u{8e3}'..='\u{8ff}'
            | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
    )
}

/// Stretches a word and says nothing.
pub(super) const TATWEEL: char = '\u{640}';

/// White space that holds an empty line.
const EMPTY_LINE: char = '\u{2029}';

/// What the Turkish `İ` has and `I` has not.
const DOT_ABOVE: char = '\u{307}';

struct Folder {
    folded: Folded,
    /// How many line breaks stand in the run of white space that ends the folded text.
    line_breaks: u32,
}

impl Folder {
    fn push(&mut self, first: char, cluster: &str, origin: TextRange) {
        if first.is_whitespace() {
            self.white_space(first, origin);
        } else if cluster.chars().all(is_dropped) {
            // A mark belongs to its letter; a control belongs to nothing.
            if cluster.chars().any(|c| !is_invisible(c)) {
                self.extend_last(origin);
            }
        } else {
            let widened: String = cluster.chars().flat_map(widened).collect();
            let has_dot = matches!(first, 'i' | 'I' | 'İ');
            let decomposed = widened.nfd();
            let decomposed = decomposed.filter(|mark| !(has_dot && *mark == DOT_ABOVE));
            self.letters(decomposed, origin);
        }
    }

    fn letters(&mut self, decomposed: impl Iterator<Item = char>, origin: TextRange) {
        let kept = decomposed.filter(|letter| !is_dropped(*letter));
        for letter in kept.flat_map(lower).nfc() {
            match exchanged(letter) {
                ' ' => self.white_space(' ', origin),
                letter => self.letter(letter, origin),
            }
        }
    }

    /// Adds what [`ascii_len`] has measured, which stands at `start`.
    fn ascii(&mut self, text: &str, start: TextSize) {
        self.line_breaks = 0;
        let end = self.folded.text.len();
        self.folded.text.push_str(text);
        self.folded.text[end..].make_ascii_lowercase();
        let places = (0..text.len() as u32).map(|at| start + TextSize::new(at));
        let origins = places.map(|place| TextRange::at(place, TextSize::new(1)));
        self.folded.origins.extend(origins);
    }

    fn letter(&mut self, letter: char, origin: TextRange) {
        self.line_breaks = 0;
        self.folded.text.push(letter);
        let bytes = std::iter::repeat_n(origin, letter.len_utf8());
        self.folded.origins.extend(bytes);
    }

    fn white_space(&mut self, space: char, origin: TextRange) {
        let breaks = match space {
            '\u{2029}' => 2,
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' => 1,
            _ => 0,
        };
        if self.folded.text.ends_with([' ', EMPTY_LINE]) {
            self.extend_last(origin);
        } else {
            self.letter(' ', origin);
        }
        self.line_breaks += breaks;
        if self.line_breaks > 1 && self.folded.text.ends_with(' ') {
            self.folded.text.pop();
            let run = self.folded.origins.pop().unwrap_or(origin);
            let line_breaks = self.line_breaks;
            self.letter(EMPTY_LINE, run);
            self.line_breaks = line_breaks;
        }
    }

    fn extend_last(&mut self, origin: TextRange) {
        let letter = self.folded.text.chars().next_back();
        let len = letter.map_or(0, char::len_utf8);
        for last in self.folded.origins.iter_mut().rev().take(len) {
            *last = last.cover(origin);
        }
    }
}

/// How many bytes the first character takes with all that normalisation may join to it, also over
/// characters without a shape.
fn cluster_len(text: &str) -> usize {
    let mut len = text.chars().next().map_or(0, char::len_utf8);
    for (at, character) in text.char_indices().skip(1) {
        let joins = !character.is_ascii()
            && widened(character).next().is_some_and(|first| {
                begins_with_mark(first)
                    || is_nfc_quick(std::iter::once(first)) == IsNormalized::Maybe
            });
        if joins {
            len = at + character.len_utf8();
        } else if !is_invisible(character) {
            break;
        }
    }
    len
}

/// Whether a character is a mark, or the sum of several, which normalisation puts in their order.
fn begins_with_mark(character: char) -> bool {
    let mut first = None;
    decompose_canonical(character, |part| {
        first.get_or_insert(part);
    });
    canonical_combining_class(first.unwrap_or(character)) != 0
}

/// Whether folding drops a character without a trace.
fn is_dropped(character: char) -> bool {
    const NUKTA: char = '\u{93c}';
    !character.is_ascii()
        && (is_vowel_mark(character)
            || is_invisible(character)
            || matches!(character, TATWEEL | NUKTA))
}

/// Letters that typesetting made: Latin ligatures, Hebrew and Arabic presentation forms, full and
/// half width.
fn is_compatibility_form(character: char) -> bool {
    matches!(character, '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{ff00}'..='\u{ffef}')
}

/// What typesetting made a form of; other letters as they are.
fn widened(character: char) -> impl Iterator<Item = char> {
    let (form, letter) = if is_compatibility_form(character) {
        (Some(character), None)
    } else {
        (None, Some(character))
    };
    form.into_iter().nfkd().chain(letter)
}

fn lower(letter: char) -> impl Iterator<Item = char> {
    let (first, second) = match letter {
        'ß' | 'ẞ' => ('s', Some('s')),
        'ı' => ('i', None),
        'ς' => ('σ', None),
        _ => {
            let mut lower = letter.to_lowercase();
            (lower.next().unwrap_or(letter), lower.next())
        }
    };
    std::iter::once(first).chain(second)
}

/// The letter or sign that stands for all those written in its place.
fn exchanged(letter: char) -> char {
    match letter {
        'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        'ة' | 'ۃ' | 'ہ' | 'ە' => 'ه',
        'ى' | 'ی' | 'ې' => 'ي',
        'ک' | 'ڪ' => 'ك',
        'ё' => 'е',
        '\u{660}'..='\u{669}' => latin_digit(letter, 0x660),
        '\u{6f0}'..='\u{6f9}' => latin_digit(letter, 0x6f0),
        '\u{966}'..='\u{96f}' => latin_digit(letter, 0x966),
        '’' | '‘' | '‛' | '\u{2bb}' | '\u{2bc}' | '\u{2b9}' | '′' | '`' | '´' | '׳' => {
            '\''
        }
        '“' | '”' | '״' | '″' => '"',
        '\u{2010}' | '\u{2011}' | '\u{5be}' => '-',
        '•' | '‧' | '・' | '\u{ff65}' => '·',
        _ => letter,
    }
}

fn latin_digit(digit: char, zero: u32) -> char {
    char::from_digit(u32::from(digit) - zero, 10).unwrap_or(digit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(fold(text).text(), expected, "{text:?}");
    }

    #[test]
    fn one_spelling_in_many_writings() {
        check("Laila HADDAD", "laila haddad");
        check("Straße STRASSE ẞ", "strasse strasse ss");
        check("ΟΔΥΣΣΕΥΣ Οδυσσεύς", "οδυσσευσ οδυσσεύσ");
        check("İstanbul YILDIZ Yıldız", "istanbul yildiz yildiz");
        check("E\u{301}lise Élise", "élise élise");
        check("ﬁn Ｎａｔｏ", "fin nato");
        check("مُحَمَّدٌ محـــمد", "محمد محمد");
        check(
            "أحمد إيمان آمنة ٱلله مؤمن رائد",
            "احمد ايمان امنه الله مومن رايد",
        );
        check("ليلى ليلي لیلی", "ليلي ليلي ليلي");
        check("فاطمة فاطمه کریم", "فاطمه فاطمه كريم");
        check("ﻣﺤﻤﺪ", "محمد");
        check("مجموعة ٢٠ ۲۰", "مجموعه 20 20");
        check("שָׁלוֹם צה״ל בן־גוריון", "שלום צה\"ל בן-גוריון");
        check("Горбачёв ГОРБАЧЕВ Чайка", "горбачев горбачев чайка");
        check("ज़ेलेंस्की ज\u{93c}ेलेंस्की", "जेलेंस्की जेलेंस्की");
        check("O’Brien O'Brien OʼBrien", "o'brien o'brien o'brien");
        check("唐纳德・特朗普", "唐纳德·特朗普");
        check("\u{1100}\u{1175}\u{11b7}", "김");
        check("\u{ffa1}\u{ffc6} \u{1100}\u{ffc6} ｶﾞ かﾞ", "거 거 ガ が");
        check("\u{1a75}\u{f81}", "\u{f71}\u{f80}\u{1a75}");
        check("نیم\u{200c}فاصله", "نيمفاصله");
    }

    #[test]
    fn what_stays_two_spellings() {
        check("Peña Pena", "peña pena");
        check("Jean-Luc Jean Luc", "jean-luc jean luc");
        check("Йод Иод їі", "йод иод їі");
        check("ضياء", "ضياء");
    }

    #[test]
    fn white_space_is_one_space_but_never_an_empty_line() {
        check("a \u{a0}\n b", "a b");
        check("a\r\nb", "a b");
        check("a \n\u{200f} \n b", "a\u{2029}b");
        check("a\u{2029}b", "a\u{2029}b");
    }

    #[test]
    fn marks_belong_to_their_letter_and_controls_to_none() {
        let text = "و\u{200f}مُحَمَّدٌ\u{200f}.";
        let folded = fold(text);
        let start = TextSize::of("و");
        let range = folded.source(TextRange::at(start, TextSize::of("محمد")));
        assert_eq!(&text[range], "مُحَمَّدٌ");
    }

    /// [`fold`] without its short ways.
    fn fold_slowly(text: &str) -> Folded {
        fold_by(|_| None, |_| 0, text)
    }

    #[test]
    fn plain_letters_become_what_they_become_the_whole_way() {
        for letter in '\0'..=char::MAX {
            if let Some(folded) = plain(letter) {
                let alone = String::from(letter);
                assert_eq!(fold_slowly(&alone).text(), folded.to_string(), "{letter}");
                for before in ["a", "ا", "と", "가", "ᄀ", "İ"] {
                    let len = cluster_len(&format!("{before}{letter}"));
                    assert_eq!(len, before.len(), "{before} {letter}");
                }
            }
        }
    }

    /// Letters of all ways, and what joins them.
    const MIXED: &str = "([a-zA-ZÀ-ÿа-яЁıİß]|[ء-يآأإپی٠-٩א-ת]|[一-三が가ァ。]|[‘’“”–`'\"]|[ \n\u{a0}]\
        |[\u{301}\u{307}\u{308}\u{64b}\u{5b8}\u{93c}\u{3099}\u{ff9e}\u{11b7}\u{1161}\u{653}ـ]|[\u{200c}\u{200f}\u{ad}]|\\PC){0,24}";

    proptest! {
        #[test]
        fn the_short_way_is_the_whole_way(text in MIXED) {
            prop_assert_eq!(fold(&text), fold_slowly(&text));
            prop_assert_eq!(fold_text(&text), fold(&text).text);
        }

        #[test]
        fn folding_twice_is_folding_once(text in "(\\PC|[\\sa-zßİءأىيـ\u{301}\u{5b8}\u{200c}]){0,24}") {
            let once = fold(&text);
            let twice = fold(once.text());
            prop_assert_eq!(once.text(), twice.text());
        }

        #[test]
        fn every_letter_knows_its_place(text in "(\\PC|[\\sa-zßİءأىيـ\u{301}\u{5b8}\u{200c}]){0,24}") {
            let folded = fold(&text);
            let mut before = TextSize::new(0);
            for (at, letter) in folded.text().char_indices() {
                let range = TextRange::at(TextSize::new(at as u32), TextSize::of(letter));
                let source = folded.source(range);
                prop_assert!(text.is_char_boundary(source.start().into()));
                prop_assert!(text.is_char_boundary(source.end().into()));
                prop_assert!(before <= source.start());
                before = source.start();
            }
        }
    }
}
