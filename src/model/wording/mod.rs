//! Words as they are compared when one asks whether two passages say the same: case, accents,
//! vowel marks, punctuation and annotation do not count.

mod aligned;
mod known;
mod nearest;
mod phrase;
mod row;

pub use known::Wording;
pub use nearest::{Nearest, nearest};
pub use phrase::{Alike, Phrase, Sought};
pub use row::Row;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::model::around::is_unspaced;
use crate::model::article::Article;
use crate::model::passage::WireText;
use crate::model::quotation::Quotation;
use crate::names::fold::fold;
use crate::text::{TextRange, TextSize};

/// A word of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// What of it counts.
    pub folded: String,
    /// Where it stands, in bytes of the article.
    pub range: TextRange,
    /// Whether it is one character of a script that writes words without a space between them;
    /// two of them make up for a word.
    pub is_half: bool,
}

/// How many words there are; numbers are none.
pub fn count(words: &[Word]) -> usize {
    let halves: usize = words
        .iter()
        .filter(|word| word.folded.contains(char::is_alphabetic))
        .map(|word| if word.is_half { 1 } else { 2 })
        .sum();
    halves.div_ceil(2)
}

/// From the first of some words to the last, in bytes of the article; none if there are none.
pub fn cover(words: &[Word]) -> Option<TextRange> {
    let (first, last) = (words.first()?, words.last()?);
    Some(first.range.cover(last.range))
}

/// The words of `part`, a range of the words without annotation.
pub fn words(wire: &WireText, part: TextRange) -> Vec<Word> {
    let folded = fold(&wire.text()[part]);
    let mut words = cut(folded.text());
    for word in &mut words {
        word.range = wire.to_source(folded.source(word.range) + part.start());
    }
    words
}

/// The words of a folded text, with their places in it.
fn cut(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut is_open = false;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let range = TextRange::at(TextSize::new(at as u32), TextSize::of(letter));
        if letter == '\'' {
            let after = &text[usize::from(range.end())..];
            if is_open && let Some(len) = expand(&mut words, after) {
                let ending = TextRange::at(range.end(), TextSize::of(&after[..len]));
                letters.by_ref().take(len).for_each(drop);
                for word in words.iter_mut().rev().take(2) {
                    word.range = word.range.cover(ending);
                }
                is_open = false;
                continue;
            }
            // Any other apostrophe joins.
            is_open &= letters
                .peek()
                .is_some_and(|(_, next)| next.is_alphanumeric());
        } else if !letter.is_alphanumeric() && !is_combining_mark(letter) {
            is_open = false;
        } else if let Some(word) = words.last_mut().filter(|_| is_open) {
            let is_half = is_unspaced(letter) && !is_combining_mark(letter);
            if is_half || (word.is_half && !is_combining_mark(letter)) {
                words.push(word_of(letter, range));
            } else {
                push_without_accent(&mut word.folded, letter);
                word.range = word.range.cover(range);
            }
        } else {
            words.push(word_of(letter, range));
            is_open = true;
        }
    }
    words
}

/// The parts of `part` that stand before, between and after cuts: three points, and whatever
/// stands in brackets, which the speaker did not say.
pub fn uncut(wire: &WireText, part: TextRange) -> Vec<TextRange> {
    let text = &wire.text()[part];
    let mut parts = Vec::new();
    let mut start = 0;
    let mut rest = text.char_indices().peekable();
    let mut inside: Option<char> = None;
    while let Some((at, character)) = rest.next() {
        let mut cut = |end: usize| {
            parts.push((start, at));
            start = end;
        };
        match (character, inside) {
            ('[', None) => {
                cut(at);
                inside = Some(']');
            }
            (_, Some(close)) if character == close => {
                start = at + character.len_utf8();
                inside = None;
            }
            ('…', None) => cut(at + character.len_utf8()),
            ('.', None) if text[at..].starts_with("...") => {
                let mut end = at + 1;
                while rest.next_if(|(_, next)| *next == '.').is_some() {
                    end += 1;
                }
                cut(end);
            }
            _ => {}
        }
    }
    parts.push((start, text.len()));
    let offset = |at: usize| part.start() + TextSize::new(at as u32);
    let parts = parts.into_iter().filter(|(start, end)| start < end);
    parts
        .map(|(start, end)| TextRange::new(offset(start), offset(end)))
        .collect()
}

impl Article {
    /// The words of a quotation, over all its paragraphs.
    pub fn words_of(&self, quotation: &Quotation) -> Vec<Word> {
        let pieces = self.wire_of(quotation);
        pieces.flat_map(|(wire, part)| words(wire, part)).collect()
    }

    /// Each piece of a quotation as a range of its passage's words without annotation, the marks
    /// included.
    pub fn wire_of(&self, quotation: &Quotation) -> impl Iterator<Item = (&WireText, TextRange)> {
        let passages = self.passages.iter().skip(quotation.passage);
        let pieces = passages.zip(quotation.pieces.clone());
        pieces.map(|(passage, piece)| {
            let wire = &passage.wire;
            let start = wire.to_wire(piece.start());
            let end = wire.to_wire(piece.end()).max(start);
            (wire, TextRange::new(start, end))
        })
    }
}

/// What English contracts, in two words: `don’t` is `do not`. The last of `words` stands before the
/// apostrophe, `after` begins behind it; the outcome is how many letters of it belong to the word.
fn expand(words: &mut Vec<Word>, after: &str) -> Option<usize> {
    let end = after.find(|c: char| !c.is_alphanumeric());
    let ending = &after[..end.unwrap_or(after.len())];
    let word = words.last_mut()?;
    let second = match ending {
        "re" => "are",
        "ll" => "will",
        "ve" => "have",
        "m" => "am",
        "t" => {
            let first = match word.folded.strip_suffix('n')? {
                "" => return None,
                "wo" => "will",
                "ca" => "can",
                "sha" => "shall",
                other => other,
            };
            word.folded = first.to_owned();
            "not"
        }
        _ => return None,
    };
    let range = word.range;
    words.push(Word {
        folded: second.to_owned(),
        range,
        is_half: false,
    });
    Some(ending.len())
}

fn word_of(letter: char, range: TextRange) -> Word {
    let mut folded = String::new();
    push_without_accent(&mut folded, letter);
    Word {
        folded,
        range,
        is_half: is_unspaced(letter),
    }
}

/// Adds a letter without the accents of Latin, Greek and Cyrillic.
fn push_without_accent(word: &mut String, letter: char) {
    if letter.is_ascii() {
        word.push(letter);
        return;
    }
    decompose_canonical(letter, |part| {
        if !matches!(part, '\u{300}'..='\u{36f}') {
            word.push(part);
        }
    });
}
