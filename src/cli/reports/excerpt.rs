//! The words that a finding is about, in their line, cut to what a terminal shows well.
//!
//! What stands far away is not even looked at: an article may be one line of megabytes with a
//! finding in every word.

use memchr::{memchr2, memrchr2};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::cli::neutralise::{acts, neutralise, visible};
use crate::text::TextRange;

/// How many columns of context an excerpt shows on each side of the words.
const CONTEXT: usize = 40;
/// How many columns of the words themselves it shows.
const WORDS: usize = 80;
/// How many bytes are looked at for one part of an excerpt: plenty for that many columns, unless
/// marks are heaped upon one letter.
const REACH: usize = 1024;

/// Three pieces of text that can be printed: nothing in them acts. `…` stands where one is cut,
/// which is never inside what a reader takes for one character.
pub(super) struct Excerpt {
    pub(super) before: String,
    pub(super) words: String,
    pub(super) after: String,
}

impl Excerpt {
    /// Cuts out `range` with its line around it.
    pub(super) fn new(text: &str, range: TextRange) -> Excerpt {
        let (start, end) = (usize::from(range.start()), usize::from(range.end()));
        Excerpt {
            before: ending(&text[..start]),
            words: beginning(&text[start..end], false, WORDS),
            after: beginning(&text[end..], true, CONTEXT),
        }
    }
}

/// The end of `text` from the start of its last line, or as much of it as context takes.
fn ending(text: &str) -> String {
    let (len, mut width) = plain(text.chars().rev(), CONTEXT);
    if width == CONTEXT {
        return format!("…{}", neutralise(&text[text.len() - len..]));
    }
    let mut from = text.len().saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let (near, start_of_line) = match memrchr2(b'\n', b'\r', &text.as_bytes()[from..]) {
        Some(at) => (&text[from + at + 1..], true),
        None => (&text[from..], from == 0),
    };
    let near = near.trim_start_matches('\u{feff}');
    let mut cut = near.len() - len;
    for (at, grapheme) in near[..cut].grapheme_indices(true).rev() {
        width += columns(grapheme);
        if width > CONTEXT {
            break;
        }
        cut = at;
    }
    let shown = neutralise(&near[cut..]);
    if cut == 0 && start_of_line {
        shown.into_owned()
    } else {
        format!("…{shown}")
    }
}

/// The beginning of `text`, no more of it than one line if it `ends_with_line`, and no more columns than `most`.
fn beginning(text: &str, ends_with_line: bool, most: usize) -> String {
    let (mut cut, mut width) = plain(text.chars(), most);
    if width == most {
        return format!("{}…", neutralise(&text[..cut]));
    }
    let mut to = text.len().min(REACH);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let end_of_line = ends_with_line
        .then(|| memchr2(b'\n', b'\r', &text.as_bytes()[..to]))
        .flatten();
    let (near, whole) = match end_of_line {
        Some(at) => (&text[..at], true),
        None => (&text[..to], to == text.len()),
    };
    for grapheme in near[cut..].graphemes(true) {
        width += columns(grapheme);
        if width > most {
            break;
        }
        cut += grapheme.len();
    }
    let shown = neutralise(&near[..cut]);
    if cut == near.len() && whole {
        shown.into_owned()
    } else {
        format!("{shown}…")
    }
}

/// How many bytes and columns, of these no more than `most`, the first `chars` take of which each is surely a
/// grapheme, since what stands on its other side is one, too.
fn plain(chars: impl Iterator<Item = char>, most: usize) -> (usize, usize) {
    let (mut len, mut width) = (0, 0);
    let mut before = (0, 0);
    for c in chars {
        let Some(columns) = plain_columns(c) else {
            break;
        };
        len += before.0;
        width += before.1;
        if width + columns > most {
            break;
        }
        before = (c.len_utf8(), columns);
    }
    (len, width)
}

/// How many columns a character takes that nothing but marks can join to another one; of those that most texts
/// are made of.
fn plain_columns(c: char) -> Option<usize> {
    match c {
        ' '..='~'
        | '«'
        | '»'
        | 'À'..='ɏ'
        | 'А'..='я'
        | 'א'..='ת'
        | 'ء'..='غ'
        | 'ف'..='ي'
        | '‐'..='‧' => Some(1),
        '一'..='鿿' => Some(2),
        _ => None,
    }
}

/// How many columns of a terminal a grapheme takes, once it is neutralised.
fn columns(grapheme: &str) -> usize {
    if !grapheme.contains(acts) {
        return grapheme.width();
    }
    let mut characters = grapheme.chars();
    match (characters.next(), characters.next()) {
        (Some(acting), None) => visible(acting).count(),
        _ => neutralise(grapheme).width(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::TextSize;

    proptest! {
        #[test]
        fn what_is_plain_is_what_graphemes_say(text in "[ -~éßЖאكل«“—一習\u{301}\u{64e}\u{200d}\u{600}👩🇩]{0,30}", most in 0..20_usize) {
            let (len, width) = plain(text.chars(), most);
            let graphemes: Vec<&str> = text[..len].graphemes(true).collect();
            prop_assert_eq!(graphemes.iter().copied().map(columns).sum::<usize>(), width);
            prop_assert!(text[..len].is_empty() || text.grapheme_indices(true).any(|(at, _)| at == len));
            let (len, width) = plain(text.chars().rev(), most);
            let from = text.len() - len;
            prop_assert_eq!(text[from..].graphemes(true).map(columns).sum::<usize>(), width);
            prop_assert!(len == 0 || text.grapheme_indices(true).any(|(at, _)| at == from));
        }
    }

    #[test]
    fn each_plain_character_takes_what_is_said() {
        for c in '\0'..='\u{ffff}' {
            if let Some(width) = plain_columns(c) {
                assert_eq!(columns(&c.to_string()), width, "{c:?}");
            }
        }
    }

    /// The excerpt of the words between `<|` and `|>`.
    #[track_caller]
    fn check(marked: &str, drawn: &str) {
        let start = marked.find("<|").expect("a start");
        let end = marked.find("|>").expect("an end") - 2;
        let text = marked.replacen("<|", "", 1).replacen("|>", "", 1);
        let range = TextRange::new(TextSize::new(start as u32), TextSize::new(end as u32));
        let Excerpt {
            before,
            words,
            after,
        } = Excerpt::new(&text, range);
        assert_eq!(format!("{before}‹{words}›{after}"), drawn);
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        check("a\nb <|c|> d\ne", "b ‹c› d");
        check("\u{feff}<|c|>\r\n", "‹c›");
        check("قال <|لافروف|>\u{202e} ثم", "قال ‹لافروف›\\u{202e} ثم");
        check("a<|b\nc|>d\n", "a‹b\\u{a}c›d");
        check("<||>", "‹›");
    }

    #[test]
    fn a_long_line_is_cut_by_what_it_takes_on_a_screen() {
        let (ten, wide) = ("0123456789", "一二三四五六七八九十");
        check(
            &format!("{}<|x|>{}", ten.repeat(9), ten.repeat(9)),
            &format!("…{}‹x›{}…", ten.repeat(4), ten.repeat(4)),
        );
        check(
            &format!(
                "{}<|{}|>{}",
                wide.repeat(900),
                wide.repeat(9),
                wide.repeat(900)
            ),
            &format!(
                "…{}‹{}…›{}…",
                wide.repeat(2),
                wide.repeat(4),
                wide.repeat(2)
            ),
        );
    }

    #[test]
    fn nothing_is_cut_inside_a_character() {
        let family = "👨\u{200d}👩\u{200d}👧";
        check(
            &format!("{}<|x|>{}", family.repeat(21), "e\u{301}".repeat(41)),
            &format!("…{}‹x›{}…", family.repeat(20), "e\u{301}".repeat(40)),
        );
    }

    #[test]
    fn marks_heaped_upon_a_letter_are_not_all_shown() {
        let heap = "\u{301}".repeat(9_000);
        let text = format!("a{heap}b{heap}c");
        let b = TextSize::new(1 + heap.len() as u32);
        let Excerpt { before, after, .. } = Excerpt::new(&text, TextRange::at(b, 1.into()));
        assert!(before.starts_with('…') && before.len() <= REACH + 3);
        assert!(after.ends_with('…') && after.len() <= REACH + 3);
    }
}
