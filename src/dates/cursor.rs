//! A place among the tokens of a text, and the small steps that every pattern is made of.
//!
//! A step that fits gives what it read and the place after it; the place itself never changes, so
//! that a pattern can try one way after another.

use super::phrases::Phrases;
use super::token::{Token, TokenKind};
use crate::text::{TextRange, TextSize};

#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    tokens: &'a [Token],
    pub(super) at: usize,
    /// Whether somebody says that these words are a date, so that nothing beside them has to.
    pub(super) marked: bool,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(tokens: &'a [Token], at: usize) -> Cursor<'a> {
        Cursor {
            tokens,
            at,
            marked: false,
        }
    }

    /// The first token of words that are marked as a date.
    pub(super) fn marked(tokens: &'a [Token]) -> Cursor<'a> {
        Cursor {
            marked: true,
            ..Cursor::new(tokens, 0)
        }
    }

    /// The token here.
    pub(super) fn token(self) -> Option<&'a Token> {
        self.tokens.get(self.at)
    }

    /// The token before this place.
    pub(super) fn before(self) -> Option<&'a Token> {
        self.tokens.get(self.at.checked_sub(1)?)
    }

    pub(super) fn skip(self, tokens: usize) -> Cursor<'a> {
        Cursor {
            at: self.at + tokens,
            ..self
        }
    }

    /// The place so many tokens before.
    pub(super) fn back(self, tokens: usize) -> Option<Cursor<'a>> {
        Some(Cursor {
            at: self.at.checked_sub(tokens)?,
            ..self
        })
    }

    /// The longest phrase here.
    pub(super) fn take<T: Copy>(self, phrases: &Phrases<T>) -> Option<(T, Cursor<'a>)> {
        let (meaning, length) = phrases.longest(self.tokens.get(self.at..)?)?;
        Some((meaning, self.skip(length)))
    }

    /// The same, where one may stand here or not.
    pub(super) fn skip_any<T: Copy>(self, phrases: &Phrases<T>) -> Cursor<'a> {
        self.take(phrases).map_or(self, |(_, after)| after)
    }

    /// Whether one of the phrases, of up to three words, ends right before this place.
    pub(super) fn follows<T: Copy>(self, phrases: &Phrases<T>) -> bool {
        (1..=3).any(|length| {
            let start = self.back(length);
            let end = start
                .and_then(|start| start.take(phrases))
                .map(|(_, end)| end.at);
            end == Some(self.at)
        })
    }

    /// One of these signs.
    pub(super) fn sign(self, signs: &str) -> Option<(char, Cursor<'a>)> {
        let sign = self.token()?.sign().filter(|sign| signs.contains(*sign))?;
        Some((sign, self.skip(1)))
    }

    /// One of these signs, written onto what stands before it.
    pub(super) fn glued_sign(self, signs: &str) -> Option<(char, Cursor<'a>)> {
        self.sign(signs).filter(|_| self.is_glued())
    }

    /// A comma of any script, where one may stand here or not.
    pub(super) fn skip_comma(self) -> Cursor<'a> {
        self.sign(",،").map_or(self, |(_, after)| after)
    }

    /// A number: its value and how many digits it has.
    pub(super) fn number(self) -> Option<((u32, u32), Cursor<'a>)> {
        match self.token()?.kind {
            TokenKind::Number { value, digits } => Some(((value, digits), self.skip(1))),
            _ => None,
        }
    }

    /// Whether the token here follows the one before it without a space.
    pub(super) fn is_glued(self) -> bool {
        self.token().is_some_and(|token| token.glued)
    }

    /// Whether nothing before this place belongs to the token here: it is no part of `1,500`,
    /// `#today` or `Post-Friday`.
    pub(super) fn begins(self) -> bool {
        if !self.is_glued() {
            return true;
        }
        match self.before().map(|token| token.kind) {
            Some(TokenKind::Sign(sign)) => !".,:/-$€£¥#&_@+%=*°\\".contains(sign),
            // Arabic writes particles onto numbers: و5.
            Some(TokenKind::Word { .. }) => self.before().is_some_and(|token| token.word.is_some()),
            Some(TokenKind::Number { .. }) => false,
            None => true,
        }
    }

    /// Whether nothing at this place goes on with what stands before it, as the `.com` of
    /// `today.com` does.
    pub(super) fn ends(self) -> bool {
        let Some(token) = self.token().filter(|token| token.glued) else {
            return true;
        };
        match token.sign() {
            None | Some('%' | '_' | '@' | '°' | '$' | '€' | '£') => false,
            Some('.' | ',' | ':' | '/' | '-' | '&') => {
                let next = self.skip(1).token();
                !next.is_some_and(|next| next.glued && (next.is_word() || next.is_number()))
            }
            Some(_) => true,
        }
    }

    /// Whether nothing but signs follows, and perhaps what makes a possessive.
    pub(super) fn is_over(self, possessive: &Phrases<()>) -> bool {
        let after = self.skip_any(possessive);
        let rest = self.tokens.get(after.at..).unwrap_or_default();
        rest.iter().all(|token| token.sign().is_some())
    }

    /// The bytes of the text from `start` to this place.
    pub(super) fn range_from(self, start: Cursor<'a>) -> TextRange {
        let first = start.token().map_or(0, |token| token.start);
        let last = self.before().map_or(first, |token| token.end.max(first));
        TextRange::new(TextSize::new(first as u32), TextSize::new(last as u32))
    }
}
