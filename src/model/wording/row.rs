//! Words in a row, in which others are looked for.

use memchr::memmem;

use crate::model::around::is_arabic;
use crate::model::wording::Word;

/// Words in a row.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Each word with a space before it.
    text: String,
}

impl Row {
    /// Adds words at the end.
    pub fn extend(&mut self, words: &[Word]) {
        for word in words {
            self.text.push(' ');
            self.text.push_str(&word.folded);
        }
    }

    /// Whether it holds all `parts`, one after the other, whatever stands between them. In Arabic
    /// the first word of a part may have a proclitic written onto it.
    pub fn holds(&self, parts: &[Vec<Word>]) -> bool {
        let mut text = self.text.as_str();
        for part in parts.iter().filter(|part| !part.is_empty()) {
            let mut wanted = Row::default();
            wanted.extend(part);
            match end_of(text, wanted.text.trim_start()) {
                Some(end) => text = &text[end..],
                None => return false,
            }
        }
        true
    }
}

/// Where the words of `wanted` first end in `text`.
fn end_of(text: &str, wanted: &str) -> Option<usize> {
    let find = |wanted: &str, before: &str| {
        let found = memmem::find_iter(text.as_bytes(), wanted).find(|at| {
            let word = text[..*at].rfind(' ').map_or(0, |space| space + 1);
            let written_onto = &text[word..*at];
            let is_onto = match written_onto.strip_suffix(before) {
                Some(more) => more.is_empty() || is_arabic_proclitics(more, wanted),
                None => false,
            };
            let rest = &text[*at + wanted.len()..];
            is_onto && (rest.is_empty() || rest.starts_with(' '))
        });
        found.map(|at| at + wanted.len())
    };
    // The article loses its alef after a preposition: for `الحصار` is `للحصار`.
    let without_article = wanted.strip_prefix("ال");
    find(wanted, "").or_else(|| find(without_article?, "لل"))
}

fn is_arabic_proclitics(letters: &str, word: &str) -> bool {
    word.starts_with(is_arabic)
        && letters.chars().count() <= LONGEST_PROCLITICS
        && letters.chars().all(|letter| "وفبلكس".contains(letter))
}

/// How many letters are written onto a word at most.
const LONGEST_PROCLITICS: usize = 3;
