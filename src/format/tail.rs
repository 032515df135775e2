//! What stands after the words: `(#id)`, `(=date)`, `{who}`.

use crate::dates::{DateValue, Separator};
use crate::format::direction::{Direction, is_arabic};
use crate::format::has_control;
use crate::syntax::SyntaxKind;
use crate::text::{TextEdit, TextRange};

/// A token of a block; ranges count from its start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
    pub(super) kind: SyntaxKind,
    pub(super) range: TextRange,
    pub(super) text: &'a str,
}

/// The edit that brings a well-formed tail into its canonical form. `tokens` are all of it, with
/// what opens and what closes it.
pub(super) fn canonical(tokens: &[Token<'_>], direction: &mut Direction<'_>) -> Option<TextEdit> {
    let [open, inside @ .., close] = tokens else {
        return None;
    };
    let written: String = inside.iter().map(|token| token.text).collect();
    if has_control(&written) {
        return None;
    }
    let canonical = if open.kind == SyntaxKind::DateOpen {
        let has_slashes = direction.turns_hyphens_around(open.range.start());
        date(written.trim(), has_slashes)
    } else {
        words(inside).join(" ")
    };
    (canonical != written).then(|| TextEdit {
        range: TextRange::new(open.range.end(), close.range.start()),
        text: canonical,
    })
}

/// What stands between spaces in a brace: an id with its comma, a sign, a class, a key with its
/// value.
fn words(tokens: &[Token<'_>]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for token in tokens {
        match (token.kind, words.last_mut()) {
            (SyntaxKind::Space, _) => {}
            (SyntaxKind::Comma, Some(id)) => {
                let comma = if id.chars().any(is_arabic) { "،" } else { "," };
                id.push_str(comma);
            }
            (SyntaxKind::Equals | SyntaxKind::Value, Some(key)) => key.push_str(token.text),
            _ => words.push(token.text.to_owned()),
        }
    }
    words
}

/// A date as Isnad writes it, in the digits of its writer; one that cannot be read stays.
fn date(written: &str, has_slashes: bool) -> String {
    let Ok(value) = DateValue::parse(written) else {
        return written.to_owned();
    };
    let separator = if has_slashes {
        Separator::Slash
    } else {
        Separator::Hyphen
    };
    let canonical = value.canonical(separator);
    let Some(zero) = zero_of_all(written) else {
        return canonical;
    };
    let in_these = |digit: char| match digit.to_digit(10) {
        Some(value) => char::from_u32(u32::from(zero) + value).unwrap_or(digit),
        None => digit,
    };
    canonical.chars().map(in_these).collect()
}

/// The zero of the digits in which the date is written, if they are all of one script.
fn zero_of_all(date: &str) -> Option<char> {
    let digits = || date.chars().filter(|c| !matches!(c, '-' | '/' | '.'));
    ZEROS.into_iter().find(|zero| {
        let is_of_them = |digit: char| {
            let value = u32::from(digit).checked_sub(u32::from(*zero));
            value.is_some_and(|value| value < 10)
        };
        digits().all(is_of_them)
    })
}

/// The zeros of Latin, Arabic-Indic, Persian and Devanagari digits.
const ZEROS: [char; 4] = ['0', '\u{660}', '\u{6f0}', '\u{966}'];
