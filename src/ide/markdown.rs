//! Words from articles inside Markdown: they come from strangers, in any direction of writing.

use unicode_segmentation::UnicodeSegmentation;

use crate::ide::Locale;
use crate::names::characters::turns_direction;
use crate::text::TextRange;

const RIGHT_TO_LEFT_MARK: char = '\u{200f}';
const RIGHT_TO_LEFT_ISOLATE: char = '\u{2067}';
const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// `words` on one line, so that nothing in them acts as Markdown or HTML, and so that they do not
/// disturb the order of what stands around them when they are written in the other direction.
pub(super) fn isolated(words: &str) -> String {
    let mut safe = String::with_capacity(words.len() + 8);
    safe.push(FIRST_STRONG_ISOLATE);
    safe.push_str(&escaped(words));
    safe.push(POP_DIRECTIONAL_ISOLATE);
    safe
}

/// `words` on one line, so that nothing in them acts. Some editors show Markdown as it is written: no more is
/// escaped than must be.
fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !safe.is_empty() {
            safe.push(' ');
        }
        // What is left out must not part what makes a link without it.
        let word: String = word.chars().filter(|letter| !is_control(*letter)).collect();
        for (at, character) in word.char_indices() {
            match character {
                _ if makes_a_link(&word, at) => {
                    safe.push('\\');
                    safe.push(character);
                }
                '&' => safe.push_str("&amp;"),
                '<' => safe.push_str("&lt;"),
                '\\' | '`' | '*' | '_' | '~' => {
                    safe.push('\\');
                    safe.push(character);
                }
                _ => safe.push(character),
            }
        }
    }
    safe
}

/// Words that are safe by themselves, inside the brackets of a link.
pub(super) fn in_brackets(safe: &str) -> String {
    let mut inside = String::with_capacity(safe.len());
    let mut is_escaped = false;
    for character in safe.chars() {
        if matches!(character, '[' | ']') && !is_escaped {
            inside.push('\\');
        }
        is_escaped = character == '\\' && !is_escaped;
        inside.push(character);
    }
    inside
}

/// Whether what stands at `at` of a word would make a link of it, as readers of Markdown find them: `[a](b)`, and
/// in plain words `https://a`, `www.a`, `a@b`.
fn makes_a_link(word: &str, at: usize) -> bool {
    let (before, rest) = word.split_at(at);
    let www = || before.as_bytes().last_chunk();
    match rest.as_bytes() {
        [b':', b'/', b'/', ..] => true,
        [b']', next, ..] => b"([:".contains(next),
        [b'.', ..] => www().is_some_and(|last: &[u8; 3]| last.eq_ignore_ascii_case(b"www")),
        [b'@', ..] => {
            let is_letter = |letter: Option<char>| letter.is_some_and(|it| !it.is_whitespace());
            is_letter(before.chars().next_back()) && is_letter(rest.chars().nth(1))
        }
        _ => false,
    }
}

/// Controls of the terminal and of the writing direction, which could reach beyond their card.
fn is_control(character: char) -> bool {
    character.is_control() || turns_direction(character)
}

/// The beginning of `words`, on one line, at most `most` characters and an ellipsis.
pub(super) fn beginning(words: &str, most: usize) -> String {
    let line: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// So many letters of a text are shown before some words in it, and so many behind them.
const BEFORE: usize = 24;
const BEHIND: usize = 48;

/// The `words` of `text` with some of those around them, on one line; cut between words where the
/// script has spaces.
pub(super) fn around(text: &str, words: TextRange) -> String {
    let (start, end) = (usize::from(words.start()), usize::from(words.end()));
    let before = &text[..start];
    let first = before.grapheme_indices(true).rev().nth(BEFORE - 1);
    let first = first.map_or(0, |(at, _)| at);
    let cut = before[first..]
        .find(char::is_whitespace)
        .filter(|_| first > 0);
    let first = first + cut.unwrap_or(0);
    let behind = &text[end..];
    let last = behind.grapheme_indices(true).nth(BEHIND);
    let last = last.map_or(behind.len(), |(at, _)| at);
    let cut = behind[..last].rfind(char::is_whitespace);
    let last = cut.filter(|_| last < behind.len()).unwrap_or(last);
    let ellipsis = |is_cut: bool| if is_cut { "…" } else { "" };
    format!(
        "{}{}{}{}{}",
        ellipsis(first > 0),
        before[first..].trim_start(),
        beginning(&text[start..end], BEFORE + BEHIND),
        behind[..last].trim_end(),
        ellipsis(last < behind.len() && !behind[last..].trim().is_empty()),
    )
}

/// Markdown, a paragraph for each line: the only break that every client shows.
pub(super) struct Card {
    pub(super) text: String,
    locale: Locale,
}

impl Card {
    pub(super) fn new(locale: Locale, first: String) -> Card {
        let text = String::new();
        let mut card = Card { text, locale };
        card.line(Some(first));
        card
    }

    pub(super) fn line(&mut self, line: Option<String>) {
        if let Some(line) = line {
            let line = directed(self.locale, line);
            self.put(&line);
        }
    }

    /// A line of the manual, which is in English and is Markdown already.
    pub(super) fn documentation(&mut self, line: &str) {
        self.put(line);
    }

    fn put(&mut self, line: &str) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.text.push_str(line);
    }
}

/// A line in the direction of its language. What shows it may lay out all lines from left to right, so
/// that an isolate has to turn it; or go by its first letter, and that does not look into isolates.
fn directed(locale: Locale, line: String) -> String {
    match locale {
        Locale::Arabic => {
            format!("{RIGHT_TO_LEFT_MARK}{RIGHT_TO_LEFT_ISOLATE}{line}{POP_DIRECTIONAL_ISOLATE}")
        }
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextSize;

    #[test]
    fn nothing_from_an_article_acts() {
        assert_eq!(
            isolated("[x](command:y)\n<b>&`*_\u{202e}\u{2069}"),
            "\u{2068}[x\\](command:y) &lt;b>&amp;\\`\\*\\_\u{2069}"
        );
        assert_eq!(isolated("ليلى"), "\u{2068}ليلى\u{2069}");
        assert_eq!(
            isolated("https://a.b WWW.c d@e 12:30 J. R. @f (of the “[old] town”!) #1"),
            "\u{2068}https\\://a.b WWW\\.c d\\@e 12:30 J. R. @f (of the “[old] town”!) #1\u{2069}"
        );
        assert_eq!(
            isolated("[x]\u{202e}(y) https:\u{2066}//a.b w\u{1b}ww.c"),
            "\u{2068}[x\\](y) https\\://a.b www\\.c\u{2069}"
        );
        let link = format!("[{}](a)", in_brackets(&isolated("[x](b) [y] \\[z")));
        assert_eq!(link, "[\u{2068}\\[x\\](b) \\[y\\] \\\\\\[z\u{2069}](a)");
    }

    #[test]
    fn words_stand_among_others() {
        let drawn = |text: &str, words: &str| {
            let start = text.find(words).expect("the words");
            let range = TextRange::at(TextSize::new(start as u32), TextSize::of(words));
            around(text, range)
        };
        assert_eq!(drawn("a b c", "b"), "a b c");
        assert_eq!(
            drawn(
                "On Tuesday afternoon the Minister of Transport, Laila Haddad, announced in the harbour that the ferry would come back.",
                "Laila Haddad"
            ),
            "…Minister of Transport, Laila Haddad, announced in the harbour that the ferry would…"
        );
        // Nothing to cut at, and a letter of two characters is not cut in half.
        let cafe = "e\u{301}".repeat(30);
        let cut = |count| "e\u{301}".repeat(count);
        assert_eq!(
            drawn(&format!("{cafe}X{cafe}"), "X"),
            format!("…{}X{}", cut(24), cut(30))
        );
        assert_eq!(drawn("東京\nX", "X"), "東京\nX");
    }

    #[test]
    fn arabic_runs_from_right_to_left() {
        let mut card = Card::new(Locale::Arabic, isolated("Haddad"));
        card.documentation("In English.");
        assert_eq!(
            card.text,
            "\u{200f}\u{2067}\u{2068}Haddad\u{2069}\u{2069}\n\nIn English."
        );
    }

    #[test]
    fn a_beginning_is_short_and_whole() {
        assert_eq!(beginning("a  b\nc", 9), "a b c");
        assert_eq!(beginning("قال إنه سيعود", 7), "قال إنه…");
    }
}
