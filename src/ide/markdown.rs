//! Words from articles inside Markdown: they come from strangers, in any direction of writing.

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

/// `words` on one line, so that nothing in them acts.
fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !safe.is_empty() {
            safe.push(' ');
        }
        for character in word.chars() {
            match character {
                '&' => safe.push_str("&amp;"),
                '<' => safe.push_str("&lt;"),
                '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '!' | '|'
                | '~' | '>' => {
                    safe.push('\\');
                    safe.push(character);
                }
                _ if is_control(character) => {}
                _ => safe.push(character),
            }
        }
    }
    safe
}

/// Controls of the terminal and of the writing direction, which could reach beyond their card.
fn is_control(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// `before` and the words, if there are any.
pub(super) fn list<'a>(before: &str, words: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let words: Vec<String> = words.into_iter().map(isolated).collect();
    (!words.is_empty()).then(|| format!("{before}{}", words.join(", ")))
}

/// The beginning of `words`, on one line, at most `most` characters and an ellipsis.
pub(super) fn beginning(words: &str, most: usize) -> String {
    let line: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// Markdown, a paragraph for each line: the only break that every client shows.
pub(super) struct Card {
    pub(super) text: String,
}

impl Card {
    pub(super) fn new(first: String) -> Card {
        Card { text: first }
    }

    pub(super) fn line(&mut self, line: Option<String>) {
        if let Some(line) = line {
            self.text.push_str("\n\n");
            self.text.push_str(&line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_an_article_acts() {
        assert_eq!(
            isolated("[x](command:y)\n<b>&`*_\u{202e}\u{2069}"),
            "\u{2068}\\[x\\]\\(command:y\\) &lt;b\\>&amp;\\`\\*\\_\u{2069}"
        );
        assert_eq!(isolated("ليلى"), "\u{2068}ليلى\u{2069}");
    }

    #[test]
    fn a_beginning_is_short_and_whole() {
        assert_eq!(beginning("a  b\nc", 9), "a b c");
        assert_eq!(beginning("قال إنه سيعود", 7), "قال إنه…");
    }
}
