//! Names in Arabic: behind the title and what belongs to it, or all words of the phrase.

use super::{Parts, Sort};
use crate::attribution::lexicon::Class;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Kind, Token};

/// The name in the phrase: `وزير الخارجية النرويجي، إريك لوند`.
pub(super) fn parts(phrase: Sentence<'_>) -> Option<Parts> {
    let tokens = phrase.tokens;
    let first = tokens.first()?;
    if first.is(Class::PRONOUN | Class::GROUP | Class::DOCUMENT) {
        return None;
    }
    let comma = |from: usize| {
        let comma = (from..tokens.len()).find(|at| !tokens[*at].is_word());
        comma.unwrap_or(tokens.len())
    };
    if first.is(Class::INSTITUTION) {
        return Some(Parts {
            name: 0..comma(0).max(1),
            role: None,
            sort: Sort::Organization,
        });
    }
    if first.is(Class::TITLE | Class::PERSON) {
        let start = end_of_title(phrase);
        let name = start..comma(start);
        let title = 0..tokens[..start]
            .iter()
            .rposition(|token| token.kind != Kind::Comma)
            .map_or(0, |last| last + 1);
        return (!name.is_empty() && name.len() <= LONGEST).then_some(Parts {
            name,
            role: Some(title),
            sort: Sort::Person,
        });
    }
    let name = 0..comma(0);
    let is_known = |at: usize| {
        tokens[at].is(Class::PREPOSITION | Class::WORDS | Class::RELATIVE | Class::SAYS)
    };
    if name.is_empty() || name.len() > LONGEST || name.clone().any(is_known) {
        return None;
    }
    let sort = match name.len() {
        1 => Sort::Unknown,
        _ if is_definite(phrase.word(0)) => Sort::Organization,
        _ => Sort::Person,
    };
    Some(Parts {
        name,
        role: None,
        sort,
    })
}

/// Where, in what stands before the end of a name, the title begins that leads to it.
pub(super) fn start(tokens: &[Token]) -> Option<usize> {
    let window = tokens.len().saturating_sub(LONGEST_TITLE)..tokens.len();
    let is_border = |token: &Token| {
        matches!(token.kind, Kind::Stop | Kind::Colon | Kind::Semicolon)
            || token.is(Class::SAYS | Class::THAT)
    };
    let from = window
        .clone()
        .rev()
        .find(|at| is_border(&tokens[*at]))
        .map_or(window.start, |at| at + 1);
    let mut titles = (from..window.end)
        .rev()
        .skip_while(|at| !tokens[*at].is(Class::TITLE));
    let mut first = titles.next()?;
    // `رئيس مجلس الوزراء`: a title may begin before another.
    while first > from && tokens[first - 1].is(Class::TITLE) {
        first -= 1;
    }
    Some(first)
}

/// How many words a title has at most, with the name.
const LONGEST_TITLE: usize = 12;

/// How many words a name has at most.
const LONGEST: usize = 5;

/// Where the title ends: titles, what they are over, and adjectives to them.
fn end_of_title(phrase: Sentence<'_>) -> usize {
    let tokens = phrase.tokens;
    let mut at = 1;
    while at < tokens.len() {
        let token = &tokens[at];
        if token.kind == Kind::Comma {
            return at + 1;
        }
        let belongs = token
            .is(Class::TITLE | Class::INSTITUTION | Class::PREPOSITION | Class::WORK)
            || is_definite(phrase.word(at));
        if !belongs {
            break;
        }
        at += 1;
    }
    at
}

/// Whether the article is written onto the word.
fn is_definite(word: &str) -> bool {
    ["ال", "لل", "بال", "وال"]
        .iter()
        .any(|article| word.starts_with(article))
}
