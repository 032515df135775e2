//! The ways in which a name may be written: its letters, and what else the text must have.

use super::NameEntry;
use super::declension;
use super::demand::{Demand, words};
use super::function_word;
use super::language::Forms;
use super::onset::{ARABIC_ARTICLE, HEBREW_ARTICLE, Host};
use crate::names::fold::{Folded, fold, fold_text};
use crate::names::script::{Script, is_word, script};
use crate::text::{TextRange, TextSize};

/// One way to write a name, besides its folded letters.
#[derive(Debug, Clone)]
pub(super) struct Spelling {
    /// The entity that bears the name.
    pub(super) key: u32,
    pub(super) person: bool,
    /// Whether a preposition has swallowed the name's article, or a part of it.
    pub(super) lost_article: bool,
    /// What may be written before it.
    pub(super) host: Host,
    /// What each word of the text must have; may be fewer than the words.
    pub(super) demands: Vec<Demand>,
}

impl Spelling {
    /// Whether the name is, or ends in, an acronym.
    pub(super) fn is_acronym(&self) -> bool {
        self.demands.last().is_some_and(Demand::is_acronym)
    }
}

/// All ways to write a name in articles whose language has these forms, each with the folded letters
/// that it may have. None for what is no name: signs, function words.
pub(super) fn ways_to_write(entry: &NameEntry, forms: Forms) -> Vec<(Spelling, Vec<String>)> {
    let name = entry.name.trim();
    let folded = fold(name);
    let text = folded.text();
    let first = text.chars().find(|letter| is_word(*letter));
    let is_name = |script: &Script| *script != Script::Arabic || !function_word::is_arabic(name);
    let Some(script) = first.map(script).filter(is_name) else {
        return Vec::new();
    };
    let without_article = without_article(script, name, text);
    let letters = text.chars().filter(|letter| is_word(*letter)).count();
    // Its sign sets a Hebrew acronym off from all words, as letters would: `בש"ס`.
    let sign = usize::from(script == Script::Hebrew && text.contains('"')) * 2;
    let whole = Spelling {
        key: entry.key,
        person: entry.person,
        lost_article: false,
        host: Host {
            letters: letters + sign,
            gains_article: !entry.person && without_article.is_none(),
        },
        demands: demands(name, &folded, entry.person),
    };
    let mut ways = Vec::new();
    // In Hebrew a person's first letter is hardly an article.
    if let Some(rest) = without_article.filter(|_| script != Script::Hebrew || !entry.person) {
        let shortened = Spelling {
            lost_article: true,
            ..whole.clone()
        };
        ways.push((shortened, shortened_texts(script, text, rest)));
    }
    ways.push((whole, whole_texts(script, entry, text, forms)));
    ways
}

fn demands(name: &str, folded: &Folded, person: bool) -> Vec<Demand> {
    let all = TextRange::up_to(TextSize::of(folded.text()));
    let words: Vec<&str> = words(name, folded, all).collect();
    let may_begin_small = |at| at == 0 && words.len() > 1 && !person;
    let demand = |(at, word): (usize, &&str)| {
        if may_begin_small(at) {
            Demand::of_first(word)
        } else {
            Demand::of(word)
        }
    };
    words.iter().enumerate().map(demand).collect()
}

/// The folded name without its article, if it has one and enough is left to be told by.
fn without_article<'a>(script: Script, name: &str, folded: &'a str) -> Option<&'a str> {
    let rest = match script {
        // The alef of `ألمانيا` bears a hamza and is no article's.
        Script::Arabic if name.starts_with(ARABIC_ARTICLE) => folded.strip_prefix(ARABIC_ARTICLE),
        Script::Hebrew => folded.strip_prefix(HEBREW_ARTICLE),
        _ => None,
    };
    let least = if script == Script::Hebrew { 4 } else { 3 };
    rest.filter(|rest| rest.chars().count() >= least)
}

/// What is left of a name behind the preposition that merges with its article.
fn shortened_texts(script: Script, text: &str, rest: &str) -> Vec<String> {
    let Some(with_lam) = text.strip_prefix('ا').filter(|_| script == Script::Arabic) else {
        return vec![rest.to_owned()];
    };
    // Of `ل` + `الناتو` the article's lam stays; of `ل` + `اللجنة` only the name's own.
    let own_lam = Some(rest).filter(|rest| rest.starts_with('ل'));
    own_lam
        .into_iter()
        .chain([with_lam])
        .map(str::to_owned)
        .collect()
}

/// The name in all its cases, and joined otherwise: Hebrew takes a space for a hyphen and a hyphen
/// for a space, Persian a half space, which folding drops, for a space.
fn whole_texts(script: Script, entry: &NameEntry, text: &str, forms: Forms) -> Vec<String> {
    const HALF_SPACE: char = '\u{200c}';
    let name = entry.name.trim();
    let mut texts = declension::forms(forms, text, entry.person);
    texts.push(text.to_owned());
    match script {
        Script::Hebrew => texts.extend([text.replace(' ', "-"), text.replace('-', " ")]),
        Script::Arabic if name.contains(HALF_SPACE) => {
            texts.push(fold_text(&name.replace(HALF_SPACE, " ")));
        }
        Script::Arabic if forms == Forms::Persian => texts.push(text.replace(' ', "")),
        _ => {}
    }
    texts.sort_unstable();
    texts.dedup();
    texts
}
