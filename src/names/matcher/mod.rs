//! Where declared names stand in running text, whatever is written onto them.
//!
//! All names are looked for in one pass over the folded text, many of them by an automaton; how many there
//! are does not matter. What is found is then looked at closely: whether a word begins and ends there,
//! or what stands before and after is a proclitic, a possessive, a particle of the article's
//! language; and whether capitals, and letters that folding exchanges, agree.
//!
//! What an entity is, or which of two that share a name is meant, is not decided here.
//!
//! Rules of Arabic and Hebrew hold for names in these scripts wherever the article's language is not
//! another one of the same script. All other rules hold only where the article's language is known,
//! but for the possessive with an apostrophe, which writers of many languages put after names.

//!
//! Names that many articles share are made ready once: a [`NameMatcher`] serves all languages of one
//! [`Forms`], and [`find`] looks for the names of several matchers as if they were one.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;

pub use self::language::{Forms, Language};

use self::finder::Finder;
use self::place::{Candidate, Paragraph};
use self::spelling::{Spelling, ways_to_write};
use crate::text::{TextRange, TextSize};

mod finder;
mod language;
mod place;
mod spelling;

mod declension;
mod demand;
mod ending;
mod function_word;
mod onset;
mod word_list;

#[cfg(test)]
mod tests;

/// A name that an entity bears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameEntry {
    /// The name, as declared.
    pub name: String,
    /// Which entity bears it, in the caller's count.
    pub key: u32,
    /// Whether the entity is a person: persons take no article, and a hyphen beside their names may
    /// be that of a longer one.
    pub person: bool,
}

/// A declared name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameMatch {
    /// The words of the name, in bytes of the text: without proclitics before and possessive
    /// endings behind, with case endings, which are part of the word.
    pub range: TextRange,
    /// All entities that bear the name, ascending.
    pub keys: Vec<u32>,
}

/// A set of declared names, ready to be found in texts of all languages that write them in the same
/// forms.
pub struct NameMatcher {
    /// Finds what names are written as, and where in `patterns` it stands.
    finder: Finder,
    /// What each pattern of the finder may be: places in `spellings`.
    patterns: Vec<Vec<u32>>,
    spellings: Vec<Spelling>,
}

impl fmt::Debug for NameMatcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NameMatcher").finish_non_exhaustive()
    }
}

impl NameMatcher {
    /// Prepares to find `names`. Takes time linear in their length, but for sorting them.
    pub fn new(names: impl IntoIterator<Item = NameEntry>, forms: Forms) -> Self {
        let mut spellings = Vec::new();
        let mut texts: Vec<(String, u32)> = Vec::new();
        for name in names {
            for (spelling, written) in ways_to_write(&name, forms) {
                let at = spellings.len() as u32;
                texts.extend(written.into_iter().map(|text| (text, at)));
                spellings.push(spelling);
            }
        }
        texts.sort_unstable();
        let mut patterns: Vec<Vec<u32>> = Vec::new();
        let mut distinct: Vec<&str> = Vec::new();
        for (text, at) in &texts {
            match patterns.last_mut() {
                Some(pattern) if distinct.last() == Some(&text.as_str()) => pattern.push(*at),
                _ => {
                    distinct.push(text);
                    patterns.push(vec![*at]);
                }
            }
        }
        Self {
            finder: Finder::new(&distinct),
            patterns,
            spellings,
        }
    }

    fn candidates(&self, paragraph: &Paragraph<'_>, mut found: impl FnMut(Candidate)) {
        self.finder.find(paragraph.folded.text(), |range, at| {
            for at in &self.patterns[at as usize] {
                if let Some(candidate) = paragraph.candidate(range, &self.spellings[*at as usize]) {
                    found(candidate);
                }
            }
        });
    }
}

/// Names among those that are looked for in a text.
pub struct Layer<'a> {
    /// The names.
    pub matcher: &'a NameMatcher,
    /// What the key of a name is in the matches; none if the name is not to be looked for.
    pub key: &'a dyn Fn(u32) -> Option<u32>,
}

/// The names of all `layers` in `text`, the wire text of one paragraph in `language`, in order; of
/// names that overlap, the longest. Takes time linear in the text, whatever the number of names.
pub fn find(layers: &[Layer<'_>], language: &Language, text: &str) -> Vec<NameMatch> {
    let paragraph = Paragraph::new(text, language.primary());
    let mut candidates = Vec::new();
    for layer in layers {
        layer.matcher.candidates(&paragraph, |candidate| {
            let key = (layer.key)(candidate.key);
            candidates.extend(key.map(|key| Candidate { key, ..candidate }));
        });
    }
    retain_beside_names(&mut candidates);
    longest(candidates)
        .into_iter()
        .map(|(range, keys)| NameMatch {
            range: paragraph.folded.source(range),
            keys,
        })
        .collect()
}

/// Drops the parts of hyphenated words whose other part is no name.
fn retain_beside_names(candidates: &mut Vec<Candidate>) {
    let hyphen = TextSize::of('-');
    let mut starts: Vec<TextSize> = candidates.iter().map(|c| c.range.start()).collect();
    let mut ends: Vec<TextSize> = candidates.iter().map(|c| c.range.end()).collect();
    starts.sort_unstable();
    ends.sort_unstable();
    candidates.retain(|candidate| {
        let before = candidate.range.start().checked_sub(hyphen);
        let name_before = before.is_some_and(|before| ends.binary_search(&before).is_ok());
        let after = candidate.range.end() + hyphen;
        let name_after = starts.binary_search(&after).is_ok();
        (name_before || !candidate.needs_name_before) && (name_after || !candidate.needs_name_after)
    });
}

/// Of candidates that overlap the longest, of equally long ones the first; in order, with all that
/// bear the name.
fn longest(mut candidates: Vec<Candidate>) -> Vec<(TextRange, Vec<u32>)> {
    candidates.sort_by_key(|candidate| {
        let range = candidate.range;
        (Reverse(range.len()), range.start(), candidate.key)
    });
    let mut taken: BTreeMap<TextSize, (TextRange, Vec<u32>)> = BTreeMap::new();
    for Candidate { range, key, .. } in candidates {
        match taken.range_mut(..range.end()).next_back() {
            Some((_, (found, keys))) if *found == range => {
                if keys.last() != Some(&key) {
                    keys.push(key);
                }
            }
            Some((_, (found, _))) if found.end() > range.start() => {}
            _ => {
                taken.insert(range.start(), (range, vec![key]));
            }
        }
    }
    taken.into_values().collect()
}
