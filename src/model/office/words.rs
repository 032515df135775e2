//! The words of a language, and what is made of them to look them up.

use foldhash::{HashMap, HashMapExt, HashSet};

use super::Office;
use crate::names::fold::fold_text;

/// The words of one language, each list parted by spaces, alternatives by `|`. They are folded
/// before they are compared.
pub(super) struct Words {
    /// Portfolios, and the words for each.
    pub(super) portfolios: &'static [(&'static str, &'static str)],
    /// What stands around a portfolio, for which it writes `%`.
    pub(super) ministers: &'static [&'static str],
    /// Other offices.
    pub(super) others: &'static [(Office, &'static str)],
    /// Words that make an office another one, a past one, a future one or a dead one, on either
    /// side of it.
    pub(super) hedges: &'static str,
    /// Words before an office that make it somebody else's.
    pub(super) others_of: &'static str,
    /// Words that join: an office beside one is not the whole of it.
    pub(super) joining: &'static str,
    /// Articles, and what stands in their place.
    pub(super) articles: &'static str,
    /// Words that begin what follows an office and leaves it what it is: `of` in `minister of
    /// transport of Lebanon`.
    pub(super) complements: &'static str,
    /// Words that stand for a person without being a name, besides those of the offices: titles,
    /// ranks, relations.
    pub(super) titles: &'static str,
    pub(super) habits: Habits,
}

/// How a language builds the phrase.
#[derive(Clone, Copy)]
pub(super) struct Habits {
    /// Whether an adjective may stand after the office, or, as in French, inside it.
    pub(super) adjective: Option<fn(&str) -> bool>,
    /// What may be written onto its first word.
    pub(super) proclitics: &'static [char],
    /// Whether an office with an article can have the name beside it without a comma.
    pub(super) article_without_comma: bool,
    /// Whether the head of a state is written with a capital before a name, and others are not.
    pub(super) office_has_capital: bool,
    /// Whether a verb comes before its subject and object, so that an office may be the one and the
    /// name behind it the other.
    pub(super) verb_first: bool,
}

/// What is made of [`Words`].
pub(super) struct Table {
    pub(super) phrases: HashMap<String, Office>,
    pub(super) hedges: HashSet<String>,
    pub(super) others_of: HashSet<String>,
    pub(super) joining: HashSet<String>,
    pub(super) articles: HashSet<String>,
    pub(super) complements: HashSet<String>,
    pub(super) titles: HashSet<String>,
    pub(super) habits: Habits,
}

impl Table {
    pub(super) fn new(words: &Words) -> Table {
        let mut phrases = HashMap::new();
        for (portfolio, names) in words.portfolios {
            for name in names.split('|') {
                for around in words.ministers {
                    let phrase = fold_text(&around.replace('%', name));
                    phrases.insert(phrase, Office::Minister(portfolio));
                }
            }
        }
        for (office, names) in words.others {
            phrases.extend(names.split('|').map(|name| (fold_text(name), *office)));
        }
        let set = |list: &str| {
            let words = list.split_whitespace();
            words.map(fold_text).collect()
        };
        let mut titles: HashSet<String> = set(words.titles);
        titles.extend(
            phrases
                .keys()
                .flat_map(|phrase| phrase.split(' '))
                .filter(|word| word.chars().count() > LONGEST_LINK)
                .map(str::to_owned),
        );
        titles.extend(set(words.hedges));
        Table {
            phrases,
            hedges: set(words.hedges),
            others_of: set(words.others_of),
            joining: set(words.joining),
            articles: set(words.articles),
            complements: set(words.complements),
            titles,
            habits: words.habits,
        }
    }
}

/// Words of an office that are no longer link the others: `of the`.
const LONGEST_LINK: usize = 3;
