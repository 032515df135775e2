//! Words and groups of words of a language, found at a place of the text in constant time.

use std::collections::HashMap;

use super::fold::fold_into;
use super::token::{Token, tokens};

/// A word of the tables. Words outside them have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WordId(u16);

/// All words of a language's tables.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    ids: HashMap<Box<str>, WordId>,
}

impl Vocabulary {
    /// The word that is `folded`.
    pub(super) fn get(&self, folded: &str) -> Option<WordId> {
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
        let next = WordId(self.ids.len() as u16);
        *self.ids.entry(folded.into()).or_insert(next)
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
