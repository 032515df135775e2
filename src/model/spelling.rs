//! Names of declared persons that the text spells in another way.

use std::collections::{HashMap, HashSet};

use crate::model::entity::{EntityKey, EntityTable};
use crate::model::front_matter::{EntityKind, Name};
use crate::model::passage::WireText;
use crate::names::fold::fold;
use crate::names::similar::is_variant;
use crate::text::{TextRange, TextSize};

/// The names of all persons of two words or more, word by word.
#[derive(Debug)]
pub struct Spellings<'a> {
    names: Vec<PersonName<'a>>,
    /// For each word of a name, folded: in which names it stands, and at which place.
    by_word: HashMap<String, Vec<(usize, usize)>>,
    /// All names of all entities, folded: spellings that are as they should be.
    declared: Vec<String>,
}

#[derive(Debug)]
struct PersonName<'a> {
    key: EntityKey,
    name: &'a Name,
    words: Vec<NameWord>,
}

#[derive(Debug)]
struct NameWord {
    written: String,
    folded: String,
    /// The same for words that are written the same.
    number: usize,
}

/// A person's name, spelled otherwise than it is declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variant<'a> {
    /// The person.
    pub entity: EntityKey,
    /// The name as it is declared.
    pub name: &'a Name,
    /// The words in the text, in bytes of the wire text.
    pub range: TextRange,
}

/// What has been compared in one article. Where thousands of persons share a name that a text
/// repeats thousands of times, the search ends at some point instead of never.
#[derive(Debug, Default)]
pub struct Search {
    /// How many names have been held against the text.
    names: usize,
    /// The words of the text, numbered.
    words: HashMap<String, usize>,
    /// Whether a word of the text is another spelling of a word of a name.
    known: HashMap<(usize, usize), bool>,
}

/// How many names one article is compared with, repetitions counted.
const MOST_NAMES: usize = 1_000_000;

/// How many different pairs of words are compared for one article.
const MOST_PAIRS: usize = 20_000;

impl Search {
    fn number(&mut self, word: &str) -> usize {
        if let Some(number) = self.words.get(word) {
            return *number;
        }
        self.words.insert(word.to_owned(), self.words.len());
        self.words.len() - 1
    }

    fn is_other_spelling(&mut self, word: &Word<'_>, of: &NameWord) -> bool {
        let pair = (word.number, of.number);
        match self.known.get(&pair) {
            Some(known) => *known,
            None if self.known.len() == MOST_PAIRS => false,
            None => {
                let found = word.is_other_spelling_of(&of.written);
                self.known.insert(pair, found);
                found
            }
        }
    }
}

impl<'a> Spellings<'a> {
    /// The names of the persons among `entities`.
    pub fn new(entities: &'a EntityTable) -> Spellings<'a> {
        let persons = entities
            .iter()
            .filter(|(_, entity)| entity.kind == Some(EntityKind::Person));
        let names =
            persons.flat_map(|(key, entity)| entity.all_names().map(move |name| (key, name)));
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut numbered = |(written, folded): (String, String)| {
            let next = numbers.len();
            let number = *numbers.entry(written.clone()).or_insert(next);
            NameWord {
                written,
                folded,
                number,
            }
        };
        let names = names.map(|(key, name)| PersonName {
            key,
            name,
            words: folded_words(&name.text)
                .into_iter()
                .map(&mut numbered)
                .collect(),
        });
        // Names that differ only in what folding takes away have the same variants.
        let mut seen: HashSet<Vec<String>> = HashSet::new();
        let mut is_new = |name: &PersonName<'_>| {
            let folded = name.words.iter().map(|word| word.folded.clone());
            name.words.len() > 1 && seen.insert(folded.collect())
        };
        let names: Vec<PersonName<'_>> = names.filter(|name| is_new(name)).collect();
        let mut by_word: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
        for (index, name) in names.iter().enumerate() {
            for (place, word) in name.words.iter().enumerate() {
                by_word
                    .entry(word.folded.clone())
                    .or_default()
                    .push((index, place));
            }
        }
        let all = entities.iter().flat_map(|(_, entity)| entity.all_names());
        let mut declared: Vec<String> = all.map(|name| joined(&folded_words(&name.text))).collect();
        declared.sort_unstable();
        Spellings {
            names,
            by_word,
            declared,
        }
    }

    /// The variants in one passage, in the order of the text. `search` goes through all passages
    /// of an article.
    pub fn variants(&self, wire: &WireText, search: &mut Search) -> Vec<Variant<'a>> {
        let mut variants = Vec::new();
        if self.names.is_empty() {
            return variants;
        }
        let words = words(wire.text(), search);
        for (at, word) in words.iter().enumerate() {
            for reading in &word.readings {
                for &(index, place) in self.by_word.get(reading).into_iter().flatten() {
                    let name = &self.names[index];
                    let Some(start) = at.checked_sub(place) else {
                        continue;
                    };
                    let Some(window) = words.get(start..start + name.words.len()) else {
                        continue;
                    };
                    search.names += 1;
                    if search.names > MOST_NAMES {
                        break;
                    }
                    if self.is_variant(name, window, place, search) {
                        let range = TextRange::new(
                            window[0].stem(&name.words[0]),
                            window[window.len() - 1].range.end(),
                        );
                        variants.push(Variant {
                            entity: name.key,
                            name: name.name,
                            range,
                        });
                    }
                }
            }
        }
        variants.sort_by_key(|variant| (variant.range.start(), variant.range.end()));
        variants.dedup_by_key(|variant| variant.range);
        variants
    }

    /// Whether all words but one are those of the name, and that one is another spelling; `known`
    /// is the place of the word that led here, which must be the first that is the same.
    fn is_variant(
        &self,
        name: &PersonName<'_>,
        window: &[Word<'_>],
        known: usize,
        search: &mut Search,
    ) -> bool {
        if !window[1..].iter().all(|word| word.follows_directly) {
            return false;
        }
        let mut other = None;
        let mut first_same = None;
        for (place, (of_name, word)) in name.words.iter().zip(window).enumerate() {
            if word.readings.contains(&of_name.folded) {
                first_same = first_same.or(Some(place));
            } else if other.is_some() {
                return false;
            } else {
                other = Some((word, of_name));
            }
        }
        let Some((word, of_name)) = other else {
            return false;
        };
        first_same == Some(known)
            && search.is_other_spelling(word, of_name)
            && !self.is_declared(window)
    }

    fn is_declared(&self, window: &[Word<'_>]) -> bool {
        let words: Vec<&str> = window
            .iter()
            .map(|word| word.readings[0].as_str())
            .collect();
        self.declared.binary_search(&words.join(" ")).is_ok()
    }
}

/// A word of the text.
#[derive(Debug)]
struct Word<'a> {
    text: &'a str,
    range: TextRange,
    /// It folded; and, where it may begin with an Arabic proclitic, the rest of it folded.
    readings: Vec<String>,
    /// Whether only space or a hyphen stands between it and the word before.
    follows_directly: bool,
    /// The same for words that are written the same.
    number: usize,
}

impl Word<'_> {
    fn is_other_spelling_of(&self, name: &str) -> bool {
        let rest = without_proclitic(self.text);
        is_variant(name, self.text) || rest.is_some_and(|rest| is_variant(name, rest))
    }

    /// Where the word of the name begins: behind a proclitic.
    fn stem(&self, name: &NameWord) -> TextSize {
        let is_whole = self.readings[0] == name.folded || is_variant(&name.written, self.text);
        match without_proclitic(self.text) {
            Some(rest) if !is_whole => self.range.end() - TextSize::of(rest),
            _ => self.range.start(),
        }
    }
}

fn words<'a>(text: &'a str, search: &mut Search) -> Vec<Word<'a>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    for range in word_ranges(text) {
        let word = &text[range];
        let mut readings = vec![fold(word).text().to_owned()];
        readings.extend(without_proclitic(word).map(|rest| fold(rest).text().to_owned()));
        let follows_directly = words.last().is_some_and(|before| {
            text[TextRange::new(before.range.end(), range.start())]
                .chars()
                .all(|c| c == '-' || c.is_whitespace())
        });
        words.push(Word {
            text: word,
            range,
            readings,
            follows_directly,
            number: search.number(word),
        });
    }
    words
}

fn folded_words(name: &str) -> Vec<(String, String)> {
    let words = word_ranges(name).map(|range| &name[range]);
    words
        .map(|word| (word.to_owned(), fold(word).text().to_owned()))
        .collect()
}

fn joined(words: &[(String, String)]) -> String {
    words
        .iter()
        .map(|(_, folded)| folded.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs of letters, digits and the marks on them.
fn word_ranges(text: &str) -> impl Iterator<Item = TextRange> {
    let is_of_word =
        |c: char| unicode_ident::is_xid_continue(c) || matches!(c, '\u{200c}' | '\u{200d}');
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_of_word)?;
        let len = text[start..]
            .find(|c| !is_of_word(c))
            .unwrap_or(text.len() - start);
        at = start + len;
        Some(TextRange::at(
            TextSize::new(start as u32),
            TextSize::new(len as u32),
        ))
    })
}

/// An Arabic word without the one-letter word written onto it.
fn without_proclitic(word: &str) -> Option<&str> {
    let rest = word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك'])?;
    (rest.chars().count() > 2).then_some(rest)
}
