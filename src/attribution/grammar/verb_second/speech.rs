//! Whether the words between two marks are speech.

use super::speaker::{Found, Parsed};
use crate::attribution::lexicon::Class;
use crate::attribution::prose::Passage;
use crate::attribution::reading::Nature;
use crate::attribution::token::Kind;

/// What the quotation is that stands in the element at `at`, as the token at `token`.
pub(super) fn nature(
    passage: &Passage<'_>,
    quote: usize,
    parsed: &Parsed<'_>,
    at: usize,
    token: usize,
    found: Option<&Found>,
) -> Nature {
    if is_speech(passage, quote, parsed, at, token, found) {
        return Nature::Speech;
    }
    Nature::Other
}

fn is_speech(
    passage: &Passage<'_>,
    quote: usize,
    parsed: &Parsed<'_>,
    _at: usize,
    token: usize,
    found: Option<&Found>,
) -> bool {
    let inside = &passage.text[passage.quotes[quote].range];
    let words = inside.split_whitespace().count();
    let tokens = parsed.sentence.tokens;
    let before = token.checked_sub(1).map(|before| &tokens[before]);
    let follows_work =
        before.is_some_and(|token| token.is(Class::WORK) || token.is(Class::SO_CALLED));
    let follows_noun = before.is_some_and(|token| token.is_capital());
    let follows_colon = before.is_some_and(|token| token.kind == Kind::Colon);
    let has_small = inside
        .split_whitespace()
        .skip(1)
        .any(|word| word.chars().next().is_some_and(char::is_lowercase));
    let starts_small = inside
        .chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(char::is_lowercase);
    let follows_article = before.is_some_and(|token| token.is(Class::DETERMINER));
    let follows_stop = token == 0 || before.is_some_and(|token| token.kind == Kind::Stop);
    let is_told = tokens.iter().any(|token| token.is(Class::SUBJUNCTIVE));
    let has_cue = found.is_some();
    let is_near = found.is_some_and(|found| {
        found.cue.is_some_and(|cue| {
            cue < token && tokens[cue..token].iter().all(|token| token.kind != Kind::Comma)
        })
    });
    if std::env::var_os("ISNAD_FEAT").is_some() {
        let prev = token.checked_sub(1).map_or("^", |t| parsed.sentence.word(t));
        eprintln!("F\t{}\t{words}\t{starts_small}\t{has_small}\t{prev}\t{follows_work}\t{follows_noun}\t{follows_article}\t{is_told}\t{}\t{is_near}\t{inside}", usize::from(passage.quotes[quote].range.start()), found.map_or("-".into(), |f| format!("{:?}{:?}", f.pattern, f.grade)));
    }
    if follows_work && words < 10 {
        return false;
    }
    match words {
        0 => false,
        1..=2 if starts_small => is_told || follows_article || has_cue,
        1..=2 => {
            !follows_noun
                && (is_told && (follows_article || has_cue)
                    || follows_colon && has_cue
                    || has_cue && !follows_article && is_near)
        }
        3..=4 if starts_small => true,
        3..=4 => {
            follows_colon && has_cue
                || has_small && !follows_noun && (is_told || has_cue || follows_stop)
        }
        5..=9 if starts_small => true,
        5..=9 => follows_colon || follows_stop || has_small && !follows_noun && has_cue,
        _ => true,
    }
}
