//! Cuts running text into words, numbers and signs.

use super::digits::digit;
use super::fold::{fold_letter, is_ignored, is_invisible, is_letter};
use super::phrases::{Vocabulary, WordId};

/// A word, a number or a sign of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// In bytes of the text; without a proclitic.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: TokenKind,
    /// What it is among the words that the language's tables hold.
    pub(super) word: Option<WordId>,
    /// Whether it follows the token before it without a space.
    pub(super) glued: bool,
    /// Whether a sentence, a line or a quotation may begin with it.
    pub(super) first: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    Word {
        /// Whether its first letter is a capital.
        capital: bool,
        /// The letter that Arabic writes onto the word: و ف ب ل ك.
        proclitic: Option<char>,
    },
    /// Decimal digits; values too large for any date are cut off.
    Number {
        value: u32,
        digits: u32,
    },
    Sign(char),
}

impl Token {
    pub(super) fn sign(&self) -> Option<char> {
        match self.kind {
            TokenKind::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    pub(super) fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word { .. })
    }

    pub(super) fn is_number(&self) -> bool {
        matches!(self.kind, TokenKind::Number { .. })
    }

    pub(super) fn is_capital(&self) -> bool {
        matches!(self.kind, TokenKind::Word { capital: true, .. })
    }

    pub(super) fn proclitic(&self) -> Option<char> {
        match self.kind {
            TokenKind::Word { proclitic, .. } => proclitic,
            _ => None,
        }
    }
}

/// Cuts `text`; words are looked up in `vocabulary`, if need be without one of `proclitics`.
pub(super) fn tokens(text: &str, vocabulary: &Vocabulary, proclitics: &str) -> Vec<Token> {
    let mut cutter = Cutter {
        text,
        vocabulary,
        proclitics,
        tokens: Vec::with_capacity(text.len() / 6),
        folded: String::new(),
        glued: false,
        first: true,
    };
    cutter.run();
    cutter.tokens
}

struct Cutter<'a> {
    text: &'a str,
    vocabulary: &'a Vocabulary,
    proclitics: &'a str,
    tokens: Vec<Token>,
    /// Reused for every word.
    folded: String,
    glued: bool,
    first: bool,
}

impl Cutter<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(character) = self.text[at..].chars().next() {
            at = if is_letter(character) {
                self.word(at, character)
            } else if digit(character).is_some() {
                self.number(at)
            } else {
                self.between(at, character)
            };
        }
    }

    fn number(&mut self, start: usize) -> usize {
        let (mut value, mut digits, mut end) = (0_u32, 0, start);
        for (at, character) in self.text[start..].char_indices() {
            let Some(next) = digit(character) else {
                break;
            };
            value = value.saturating_mul(10).saturating_add(next);
            digits += 1;
            end = start + at + character.len_utf8();
        }
        let word = self.vocabulary.get(&self.text[start..end]);
        self.push(start, end, TokenKind::Number { value, digits }, word);
        end
    }

    fn word(&mut self, start: usize, initial: char) -> usize {
        let bytes = self.text.as_bytes();
        let ascii = bytes[start..].iter();
        let mut end = start + ascii.take_while(|byte| byte.is_ascii_alphabetic()).count();
        self.folded.clear();
        self.folded.push_str(&self.text[start..end]);
        self.folded.make_ascii_lowercase();
        if bytes.get(end).is_some_and(|byte| !byte.is_ascii()) {
            end = self.rest_of_word(end);
        }
        let (word, proclitic) = self.look_up(initial);
        let kind = TokenKind::Word {
            capital: !matches!(initial, 'a'..='z' | '\u{600}'..='\u{6ff}')
                && initial.is_uppercase(),
            proclitic,
        };
        let start = start + proclitic.map_or(0, char::len_utf8);
        self.push(start, end, kind, word);
        end
    }

    /// Goes on with a word that holds other letters than ASCII's; gives where it ends.
    fn rest_of_word(&mut self, from: usize) -> usize {
        let mut end = from;
        for (at, character) in self.text[from..].char_indices() {
            if is_letter(character) {
                fold_letter(character, &mut self.folded);
            } else if !is_ignored(character) {
                break;
            } else if is_invisible(character) {
                continue;
            }
            end = from + at + character.len_utf8();
        }
        end
    }

    fn look_up(&self, initial: char) -> (Option<WordId>, Option<char>) {
        let whole = self.vocabulary.get(&self.folded);
        if whole.is_some() || !self.proclitics.contains(initial) {
            return (whole, None);
        }
        let rest = &self.folded[initial.len_utf8()..];
        // The article loses its alef after ل: للجمعة is ل and الجمعة.
        let assimilated = (initial == 'ل' && rest.starts_with('ل'))
            .then(|| self.vocabulary.get(&format!("ا{rest}")))
            .flatten();
        match self.vocabulary.get(rest).or(assimilated) {
            Some(word) => (Some(word), Some(initial)),
            None => (None, None),
        }
    }

    fn between(&mut self, at: usize, character: char) -> usize {
        let end = at + character.len_utf8();
        if character == '\n' {
            self.first = true;
        }
        if character.is_whitespace() {
            self.glued = false;
        } else if !is_ignored(character) {
            let mut buffer = [0; 4];
            let sign = unify(character);
            let word = self.vocabulary.get(sign.encode_utf8(&mut buffer));
            self.push(at, end, TokenKind::Sign(sign), word);
        }
        end
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind, word: Option<WordId>) {
        self.tokens.push(Token {
            start,
            end,
            kind,
            word,
            glued: self.glued,
            first: self.first,
        });
        self.glued = true;
        self.first = match kind {
            // An apostrophe may be a quotation mark.
            TokenKind::Sign('\'') => self.first,
            TokenKind::Sign(sign) => !matches!(sign, ',' | '،' | '-' | '/' | '@' | '#' | '&'),
            _ => false,
        };
    }
}

/// One sign for those that mean the same in a date.
fn unify(sign: char) -> char {
    match sign {
        '’' | '‘' | 'ʼ' | '`' | '´' => '\'',
        '‐' | '‑' | '–' | '—' | '−' => '-',
        _ => sign,
    }
}
