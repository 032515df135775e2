//! Where declared names stand in running text, whatever is written onto them.
//!
//! All names are looked for in one pass of an automaton over the folded text; how many there are
//! does not matter. What it finds is then looked at closely: whether a word begins and ends there,
//! or what stands before and after is a proclitic, a possessive, a particle of the article's
//! language; and whether capitals, and letters that folding exchanges, agree.
//!
//! What an entity is, or which of two that share a name is meant, is not decided here.
//!
//! Rules of Arabic and Hebrew hold for names in these scripts wherever the article's language is not
//! another one of the same script. All other rules hold only where the article's language is known,
//! but for the possessive with an apostrophe, which writers of many languages put after names.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;

use self::place::{Candidate, Paragraph};
use self::spelling::{Spelling, ways_to_write};
use crate::text::{TextRange, TextSize};

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

/// Finds a set of declared names in texts of one language.
#[derive(Debug)]
pub struct NameMatcher {
    /// Primary subtag of the language, in small letters; empty where it is not known.
    language: String,
    /// Finds what names are written as; none if it cannot be built.
    automaton: Option<AhoCorasick>,
    /// What each pattern of the automaton may be: places in `spellings`.
    patterns: Vec<Vec<usize>>,
    spellings: Vec<Spelling>,
}

impl NameMatcher {
    /// Prepares to find `names` in articles whose language is `lang`, a BCP 47 tag.
    pub fn new(names: &[NameEntry], lang: Option<&str>) -> Self {
        let primary = lang.and_then(|tag| tag.split(['-', '_']).next());
        let language = primary.unwrap_or_default().to_ascii_lowercase();
        // Dari is Persian.
        let language = match language.as_str() {
            "prs" => "fa".to_owned(),
            _ => language,
        };
        let mut spellings = Vec::new();
        let mut by_text: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (spelling, texts) in names.iter().flat_map(|name| ways_to_write(name, &language)) {
            for text in texts {
                by_text.entry(text).or_default().push(spellings.len());
            }
            spellings.push(spelling);
        }
        Self {
            language,
            // Fails only where names fill gigabytes.
            automaton: AhoCorasick::new(by_text.keys()).ok(),
            patterns: by_text.into_values().collect(),
            spellings,
        }
    }

    /// The names in `text`, the wire text of one paragraph, in order; of names that overlap, the
    /// longest. Takes time linear in the text, whatever the number of names.
    pub fn find(&self, text: &str) -> Vec<NameMatch> {
        let Some(automaton) = &self.automaton else {
            return Vec::new();
        };
        let paragraph = Paragraph::new(text, &self.language);
        let mut candidates = Vec::new();
        for found in automaton.find_overlapping_iter(paragraph.folded.text()) {
            let (start, end) = (found.start() as u32, found.end() as u32);
            let range = TextRange::new(start.into(), end.into());
            for at in &self.patterns[found.pattern().as_usize()] {
                candidates.extend(paragraph.candidate(range, &self.spellings[*at]));
            }
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
