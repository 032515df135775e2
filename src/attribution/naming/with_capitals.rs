//! Names in languages that write them with capitals.

use std::ops::Range;

use super::{Parts, Sort};
use crate::attribution::lexicon::Class;
use crate::attribution::sentence::Sentence;
use crate::attribution::token::{Case, Kind, Token};

/// The name that ends the phrase: `the former minister Hope Hicks`, `State Department`. Where
/// `all_nouns` have capitals, a word behind an article or an adjective is none of a name.
pub(super) fn parts(phrase: Sentence<'_>, all_nouns: bool) -> Option<Parts> {
    let tokens = phrase.tokens;
    let mut run = run_that_ends(tokens, tokens.len())?;
    let article = run.start > 0 && tokens[run.start - 1].is(Class::DETERMINER);
    if all_nouns && run.start > 0 && tokens[run.start - 1].is_word() {
        run.start += 1;
    }
    let name = without_titles(phrase, run.clone());
    if name.is_empty() {
        return None;
    }
    let role = first_word_of_role(tokens).min(name.start)..name.start;
    let has_title = all_nouns && article
        || tokens[role.clone()]
            .iter()
            .any(|token| token.is(Class::TITLE | Class::PERSON));
    let mut words = tokens[name.clone()]
        .iter()
        .filter(|token| token.is_capital());
    let first = words.next()?;
    let is_one_word = words.next().is_none();
    let is_acronym = is_one_word && first.kind == Kind::Word(Case::Capitals);
    let has_institution = tokens[run.clone()]
        .iter()
        .any(|token| token.is(Class::INSTITUTION | Class::DOCUMENT));
    if has_institution && !has_title {
        return Some(Parts {
            name: run,
            role: None,
            sort: Sort::Organization,
        });
    }
    // The first word of a sentence has a capital in any case.
    if is_one_word && !is_acronym && !has_title && first.is(NEVER_GIVEN) {
        return None;
    }
    let sort = if is_acronym {
        Sort::Organization
    } else if has_title {
        Sort::Person
    } else if is_one_word {
        Sort::Unknown
    } else if article {
        Sort::Organization
    } else {
        Sort::Person
    };
    let role = (sort == Sort::Person && has_title).then_some(role);
    Some(Parts { name, role, sort })
}

/// Where, in what stands before the end of a name, the phrase begins that holds the name: with the
/// titles before it.
pub(super) fn start(tokens: &[Token]) -> Option<usize> {
    let run = run_that_ends(tokens, tokens.len())?;
    let is_title = |token: &&Token| token.is(Class::TITLE | Class::PERSON) && !token.is_capital();
    let titles = tokens[..run.start]
        .iter()
        .rev()
        .take_while(is_title)
        .count();
    // The first word of a sentence has its capital in any case.
    let is_first = run.start == 0 || tokens[run.start - 1].kind == Kind::Stop;
    let is_common = |token: &Token| token.is(NEVER_GIVEN);
    let first = run
        .clone()
        .find(|at| !(is_first && *at == run.start && is_common(&tokens[*at])));
    Some(first? - if first == Some(run.start) { titles } else { 0 })
}

/// Words that, at a sentence's start, are no given name.
const NEVER_GIVEN: Class = Class::ADVERB
    .or(Class::PREPOSITION)
    .or(Class::AND)
    .or(Class::SUBORDINATE)
    .or(Class::TIME)
    .or(Class::DETERMINER)
    .or(Class::AUXILIARY)
    .or(Class::NOT)
    .or(Class::SAYS)
    .or(Class::SAYING);

/// The words with capitals that end at `end`, with the small words inside of names between them.
fn run_that_ends(tokens: &[Token], end: usize) -> Option<Range<usize>> {
    let is_name = |token: &Token| {
        token.is_capital() && !token.is(Class::NO_NAME | Class::PRONOUN | Class::TIME)
    };
    let mut start = end;
    while start > 0 {
        let token = &tokens[start - 1];
        let is_inside = is_name(token)
            || (start < end && token.is(Class::PARTICLE) && !token.is(Class::DETERMINER));
        if !is_inside {
            break;
        }
        start -= 1;
    }
    while start < end && !is_name(&tokens[start]) {
        start += 1;
    }
    (start < end).then_some(start..end)
}

/// A run without the titles before the name, and without what belongs to them: `Secretary of State`.
fn without_titles(phrase: Sentence<'_>, run: Range<usize>) -> Range<usize> {
    let tokens = phrase.tokens;
    let mut start = run.start;
    let mut at = run.start;
    while at < run.end {
        let token = &tokens[at];
        if token.is(Class::TITLE | Class::PERSON | Class::GROUP | Class::ABBREVIATION)
            && !is_initial(phrase.word(at))
        {
            start = at + 1;
        } else if start > run.start && at == start && phrase.word(at) == "of" {
            start = (at + 2).min(run.end);
            at = start;
            continue;
        }
        at += 1;
    }
    start..run.end
}

fn is_initial(word: &str) -> bool {
    word.trim_end_matches('.').chars().count() == 1
}

/// Where the role begins: behind articles.
fn first_word_of_role(tokens: &[Token]) -> usize {
    tokens
        .iter()
        .take_while(|token| token.is(Class::DETERMINER))
        .count()
}
