//! Words and groups of words of a language, found at a place of the text in constant time.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::fold::fold_into;
use super::token::{Token, tokens};

/// A word of the tables. Words outside them have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WordId(u16);

/// All words of a language's tables.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    ids: HashMap<Box<str>, WordId, BuildHasherDefault<ByteHasher>>,
    /// How long words are, in bytes, one bit for each length, by how they end. Most words of a text
    /// are told from all words of the tables by this alone.
    lengths: Vec<u64>,
}

impl Vocabulary {
    /// The word that is `folded`.
    pub(super) fn get(&self, folded: &str) -> Option<WordId> {
        let lengths = self.lengths.get(ending(folded))?;
        if lengths & length_bit(folded) == 0 {
            return None;
        }
        self.ids.get(folded).copied()
    }

    /// The words of `phrase`, which join the vocabulary.
    fn learn(&mut self, phrase: &str) -> Box<[WordId]> {
        let nothing = Vocabulary::default();
        let pieces = tokens(phrase, &nothing, "");
        pieces
            .iter()
            .map(|piece| self.learn_word(phrase, *piece))
            .collect()
    }

    fn learn_word(&mut self, phrase: &str, piece: Token) -> WordId {
        let mut folded = String::new();
        match piece.sign() {
            Some(sign) => folded.push(sign),
            None => fold_into(&phrase[piece.start..piece.end], &mut folded),
        }
        if self.lengths.is_empty() {
            self.lengths.resize(ENDINGS, 0);
        }
        self.lengths[ending(&folded)] |= length_bit(&folded);
        let next = WordId(self.ids.len() as u16);
        *self.ids.entry(folded.into()).or_insert(next)
    }
}

/// A power of two.
const ENDINGS: usize = 4096;

/// A number for the last bytes of a word: four, which are two letters of Arabic. Its words often
/// begin alike.
fn ending(word: &str) -> usize {
    let bytes = word.as_bytes().iter().rev().take(4);
    let mixed = bytes.fold(0, |mixed: usize, byte| mixed * 33 + usize::from(*byte));
    mixed % ENDINGS
}

fn length_bit(word: &str) -> u64 {
    1 << word.len().min(63)
}

/// FNV-1a: what it hashes are the words of a fixed table, which no text can make collide.
#[derive(Debug)]
pub(super) struct ByteHasher(u64);

impl Default for ByteHasher {
    fn default() -> ByteHasher {
        ByteHasher(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for ByteHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// The words with which some phrases begin.
#[derive(Debug, Default)]
pub(super) struct FirstWords(Vec<bool>);

impl FirstWords {
    /// Whether a phrase may begin with the token.
    pub(super) fn has(&self, token: &Token) -> bool {
        let noted = |word: WordId| self.0.get(usize::from(word.0)) == Some(&true);
        token.word.is_some_and(noted)
    }
}

/// Phrases and what they mean.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    /// By first word; the longer ones first.
    by_first: Vec<Vec<(Box<[WordId]>, T)>>,
}

impl<T: Copy> Phrases<T> {
    /// Of two meanings of one phrase the first counts.
    pub(super) fn new<'a>(
        entries: impl IntoIterator<Item = (&'a str, T)>,
        vocabulary: &mut Vocabulary,
    ) -> Phrases<T> {
        let mut by_first: Vec<Vec<_>> = Vec::new();
        for (phrase, meaning) in entries {
            let words = vocabulary.learn(phrase);
            let Some(first) = words.first().map(|word| usize::from(word.0)) else {
                continue;
            };
            if by_first.len() <= first {
                by_first.resize_with(first + 1, Vec::new);
            }
            by_first[first].push((words, meaning));
        }
        for phrases in &mut by_first {
            phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Phrases { by_first }
    }

    /// Takes note of the words with which they begin.
    pub(super) fn note_first_words(&self, noted: &mut FirstWords) {
        for (first, phrases) in self.by_first.iter().enumerate() {
            if noted.0.len() <= first {
                noted.0.resize(first + 1, false);
            }
            noted.0[first] |= !phrases.is_empty();
        }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.by_first.is_empty()
    }

    /// The longest phrase with which `tokens` begins: its meaning and its number of tokens.
    pub(super) fn longest(&self, tokens: &[Token]) -> Option<(T, usize)> {
        let first = tokens.first()?.word?;
        let phrases = self.by_first.get(usize::from(first.0))?;
        let (words, meaning) = phrases
            .iter()
            .find(|(words, _)| begins_with(tokens, words))?;
        Some((*meaning, words.len()))
    }
}

/// Only the first word may carry a proclitic.
fn begins_with(tokens: &[Token], words: &[WordId]) -> bool {
    tokens.len() >= words.len()
        && tokens
            .iter()
            .zip(words)
            .enumerate()
            .all(|(at, (token, word))| {
                token.word == Some(*word) && (at == 0 || token.proclitic().is_none())
            })
}
