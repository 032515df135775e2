//! Whether what somebody types is meant for a name: by the beginnings of its words, in any script, and
//! in Latin letters for names of other scripts.

use crate::names::fold::fold_text;
use crate::names::latin::{spells, without_diacritics};
use crate::names::similar::is_folded_variant;
use crate::names::{is_spaceless_letter, is_word};

/// What somebody looks for, made ready for many names.
#[derive(Debug, Clone)]
pub(super) struct Query {
    text: String,
}

/// How well a name is met: the best is the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    how: How,
    /// Among those that are met in the same way.
    cost: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    /// It is the whole name.
    Whole,
    /// The name begins with it.
    Beginning,
    /// Each word is the beginning of a word of the name.
    Words,
    /// Some of its words spell words of another script.
    Spelled,
    /// Some of its words are words of the name in another transliteration.
    Variant,
}

impl Query {
    pub(super) fn new(query: &str) -> Query {
        Query {
            text: plain(query, usize::MAX),
        }
    }

    /// Whether nothing is looked for.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether it is meant for `name`, and how well; of a very long one the beginning is looked at.
    pub(super) fn rank(&self, name: &str) -> Option<Rank> {
        let name = plain(name, LONGEST);
        let longer = || (name.len() - self.text.len()) as u32;
        if self.is_empty() {
            return Some(How::Beginning.at(0));
        } else if name == self.text {
            return Some(How::Whole.at(0));
        } else if name.starts_with(&self.text) {
            return Some(How::Beginning.at(longer()));
        }
        let words: Vec<&str> = self.text.split(' ').collect();
        let mut all = How::Words.at(0);
        for word in &words {
            match best(word, &name) {
                Some(rank) => all = all.and(rank),
                None if words.len() > 1 && is_left_out(word, &name) => {}
                None => return None,
            }
        }
        Some(all)
    }
}

/// No name is longer than this, in characters.
const LONGEST: usize = 256;

impl How {
    fn at(self, cost: u32) -> Rank {
        Rank { how: self, cost }
    }
}

impl Rank {
    fn and(self, other: Rank) -> Rank {
        Rank {
            how: self.how.max(other.how),
            cost: self.cost + other.cost,
        }
    }
}

/// How well one word is met by some word of the name.
fn best(word: &str, name: &str) -> Option<Rank> {
    if word.starts_with(is_spaceless_letter) && name.contains(word) {
        return Some(How::Words.at(1));
    }
    let starts = std::iter::once(0).chain(name.match_indices(' ').map(|(space, _)| space + 1));
    let ranks = starts.filter_map(|start| {
        let from_here = &name[start..];
        let behind_article = from_here
            .strip_prefix("ال")
            .filter(|rest| rest.chars().take(3).all(is_word));
        let behind_article = behind_article.and_then(|rest| met(word, rest));
        met(word, from_here).into_iter().chain(behind_article).min()
    });
    ranks.min()
}

/// How well one word is met by the beginning of `name`.
fn met(word: &str, name: &str) -> Option<Rank> {
    let whole = name.split(' ').next().unwrap_or_default();
    if let Some(rest) = name.strip_prefix(word) {
        let is_whole = rest.is_empty() || rest.starts_with(' ');
        return Some(How::Words.at(u32::from(!is_whole)));
    }
    if let Some(spelled) = spells(word, name) {
        return Some(How::Spelled.at(16 * spelled.cost + spelled.rest));
    }
    is_folded_variant(whole, word).then(|| How::Variant.at(0))
}

/// Whether a word is the article that some write before Arabic names and others do not.
fn is_left_out(word: &str, name: &str) -> bool {
    const ARTICLES: [&str; 11] = [
        "al", "el", "ul", "as", "ash", "ad", "an", "ar", "at", "az", "ال",
    ];
    ARTICLES.contains(&word) && name.starts_with(|c| matches!(c, '\u{600}'..='\u{6ff}'))
}

/// Folded words with a space between any two.
fn plain(text: &str, most: usize) -> String {
    let most = text
        .char_indices()
        .nth(most)
        .map_or(text.len(), |(end, _)| end);
    let folded = without_diacritics(&fold_text(&text[..most]));
    let mut plain = String::with_capacity(folded.len());
    let letters = folded.chars().filter(|letter| *letter != '\'');
    for letter in letters {
        if is_word(letter) {
            plain.push(letter);
        } else if !plain.is_empty() && !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, name: &str, how: How) {
        let rank = Query::new(query).rank(name).map(|rank| rank.how);
        assert_eq!(rank, Some(how), "{query} for {name}");
    }

    #[test]
    fn names_are_met_by_the_beginnings_of_their_words() {
        check("laila haddad", "Laila HADDAD", How::Whole);
        check("laila h", "Laila Haddad", How::Beginning);
        check("had", "Laila Haddad", How::Words);
        check("had lai", "Laila Haddad", How::Words);
        check("pena", "José Pen\u{303}a", How::Words);
        check("PEÑA", "Jose Pena", How::Words);
        check("obrien", "Mary O’Brien", How::Words);
        check("حدا", "ليلى حدّاد", How::Words);
        check("احمد", "أحمد", How::Whole);
        check("سهل", "وكالة السهل", How::Words);
        check("近平", "习近平", How::Words);
        check("وزارة", "وزارة-النقل", How::Beginning);
        check("النقل", "وزارة-النقل", How::Words);
        check("", "whatever", How::Beginning);
        check("“", "whatever", How::Beginning);
    }

    #[test]
    fn names_are_met_in_latin_letters() {
        check("lavrov", "سيرغي لافروف", How::Spelled);
        check("sergei lavrov", "سيرغي لافروف", How::Spelled);
        check("Lafrov", "لافروف", How::Spelled);
        check("blinken", "أنتوني بلينكن", How::Spelled);
        check("mohammed", "محمد", How::Spelled);
        check("al-sisi", "عبد الفتاح السيسي", How::Spelled);
        check("El Sisi", "سيسي", How::Spelled);
        check("sisi", "عبد الفتاح السيسي", How::Spelled);
        check("xi jinping", "شي جين بينغ", How::Spelled);
        check("mohammed", "Muhammad Aziz", How::Variant);
        check("سيرجي", "سيرغي لافروف", How::Variant);
    }

    #[test]
    fn what_is_met_better_comes_first() {
        let names = ["سيرغي لافروف", "Lavrovna", "Sergei Lavrov", "Lavrov", "لاف"];
        let mut met: Vec<(Rank, &str)> = names
            .iter()
            .filter_map(|name| Some((Query::new("lavrov").rank(name)?, *name)))
            .collect();
        met.sort();
        let order: Vec<&str> = met.into_iter().map(|(_, name)| name).collect();
        assert_eq!(
            order,
            ["Lavrov", "Lavrovna", "Sergei Lavrov", "سيرغي لافروف"]
        );
    }

    #[test]
    fn what_is_not_meant_is_not_met() {
        for (query, name) in [
            ("addad", "Laila Haddad"),
            ("hdd", "Laila Haddad"),
            ("haddad omar", "Laila Haddad"),
            ("قل", "وزارة النقل"),
            ("x", ""),
            ("lavrov", "😀"),
        ] {
            assert_eq!(Query::new(query).rank(name), None, "{query} for {name}");
        }
    }
}
