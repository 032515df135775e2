//! Whether words between quotation marks are somebody's words.

use crate::attribution::lexicon::Class;
use crate::attribution::prose::Passage;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Kind, is_letter};

/// Whether the quotation `quote` of a passage, the token `at` of its sentence, is speech.
pub(super) fn is_speech(
    passage: &Passage<'_>,
    quote: usize,
    sentence: Sentence<'_>,
    at: usize,
    has_cue: bool,
) -> bool {
    let range = passage.quotes[quote].range;
    let before = &passage.text[..usize::from(range.start())];
    // The value of an attribute in a tag.
    if before.ends_with('=') {
        return false;
    }
    let inside = &passage.text[range];
    let words: Vec<&str> = inside
        .split(|c: char| !(is_letter(c) || c == '\'' || c == '’'))
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    if words.is_empty() {
        return false;
    }
    let is_title_case = words.iter().all(|word| {
        word.chars().next().is_some_and(char::is_uppercase) || SMALL_IN_TITLES.contains(word)
    });
    let previous = at.checked_sub(1).map(|before| &sentence.tokens[before]);
    let follows_work = previous.is_some_and(|token| token.is(Class::WORK))
        || (previous.is_some_and(|token| token.kind == Kind::Comma)
            && at > 1
            && sentence.tokens[at - 2].is(Class::WORK));
    let next_is_work = sentence
        .tokens
        .get(at + 1)
        .is_some_and(|token| token.is(Class::WORK));
    if previous.is_some_and(|token| token.is(Class::SO_CALLED)) {
        return false;
    }
    if words.len() > 9 {
        return true;
    }
    if follows_work && is_title_case {
        return false;
    }
    if is_title_case && words.len() > 1 {
        return has_cue && !next_is_work;
    }
    true
}

const SMALL_IN_TITLES: [&str; 14] = [
    "of", "the", "and", "a", "an", "to", "in", "for", "on", "with", "at", "or", "by", "from",
];
