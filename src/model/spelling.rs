//! Names of declared persons that the text spells in another way.

use std::collections::{BTreeSet, HashMap};
use std::ops::RangeInclusive;

use crate::model::entity::{Entity, EntityKey, EntityTable};
use crate::model::entity_layer::{MOST_SHARING, gather};
use crate::model::front_matter::{EntityKind, Name};
use crate::model::passage::WireText;
use crate::names::fold::fold_text;
use crate::names::similar::{is_folded_variant, mark_of_variants};
use crate::text::{TextRange, TextSize};

/// The names of all persons, word by word.
#[derive(Debug)]
pub(super) struct Spellings {
    /// Each once, however many bear it: names that differ only in what folding takes away have the
    /// same variants.
    names: Vec<PersonName>,
    /// For each word of a name, folded: to which names it leads, in order.
    by_word: HashMap<String, Vec<(Shape, u64, usize)>>,
    /// Who bears each name, folded, of all entities: spellings that are as they should be.
    declared: HashMap<String, Vec<u32>>,
}

/// What of a name is the same in a text, and what is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Shape {
    /// How many words it has.
    words: usize,
    /// The place of the word that is another. The first of all others leads to the name.
    other: usize,
}

impl Shape {
    /// The place of the word that leads to the name.
    fn lead(self) -> usize {
        usize::from(self.other == 0)
    }
}

#[derive(Debug)]
struct PersonName {
    words: Vec<NameWord>,
    /// Who bears it, and as which of all their names.
    bearers: Vec<(u32, usize)>,
}

#[derive(Debug)]
struct NameWord {
    folded: String,
    /// The same for words that are the same.
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

/// A search for variants through all passages of an article. Where thousands of persons share a name
/// that a text repeats thousands of times, it ends at some point instead of never.
#[derive(Debug)]
pub struct Search<'a> {
    entities: &'a EntityTable,
    compared: Compared,
}

#[derive(Debug, Default)]
struct Compared {
    /// How many names have been held against the text.
    names: usize,
    /// The words of the text, numbered.
    words: HashMap<String, usize>,
    /// Whether a word of the text is another spelling of a word of a name: by layer, the number of
    /// the one and of the other.
    known: HashMap<(usize, usize, usize), bool>,
}

/// How many words the name of a person has that is looked for. One alone has nothing to be told by.
const WORDS: RangeInclusive<usize> = 2..=16;

/// How many names one article is compared with, repetitions counted.
const MOST_NAMES: usize = 1_000_000;

/// How many different pairs of words are compared for one article.
const MOST_PAIRS: usize = 20_000;

impl Compared {
    fn number(&mut self, word: &str) -> usize {
        if let Some(number) = self.words.get(word) {
            return *number;
        }
        self.words.insert(word.to_owned(), self.words.len());
        self.words.len() - 1
    }

    fn is_other_spelling(&mut self, layer: usize, word: &Word<'_>, of: &NameWord) -> bool {
        let pair = (layer, word.number, of.number);
        match self.known.get(&pair) {
            Some(known) => *known,
            None if self.known.len() == MOST_PAIRS => false,
            None => {
                let found = word.is_other_spelling_of(&of.folded);
                self.known.insert(pair, found);
                found
            }
        }
    }
}

impl Spellings {
    pub(super) fn new(entities: &[Entity]) -> Spellings {
        let mut spellings = Spellings {
            names: Vec::new(),
            by_word: HashMap::new(),
            declared: HashMap::new(),
        };
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut by_words: HashMap<String, usize> = HashMap::new();
        let mut declared = Vec::new();
        for (entity, key) in entities.iter().zip(0..) {
            for (at, name) in entity.all_names().enumerate() {
                let words = folded_words(&name.text);
                let joined = words.join(" ");
                if entity.kind == Some(EntityKind::Person) && WORDS.contains(&words.len()) {
                    let name = *by_words.entry(joined.clone()).or_insert_with(|| {
                        spellings.add(words, &mut numbers);
                        spellings.names.len() - 1
                    });
                    let bearers = &mut spellings.names[name].bearers;
                    if bearers.len() <= MOST_SHARING {
                        bearers.push((key, at));
                    }
                }
                declared.push((joined, key));
            }
        }
        spellings.declared = gather(declared.into_iter());
        spellings
            .by_word
            .values_mut()
            .for_each(|names| names.sort_unstable());
        spellings
    }

    fn add(&mut self, words: Vec<String>, numbers: &mut HashMap<String, usize>) {
        for (other, word) in words.iter().enumerate() {
            let shape = Shape {
                words: words.len(),
                other,
            };
            let leads_to = self.by_word.entry(words[shape.lead()].clone()).or_default();
            leads_to.push((shape, mark_of_variants(word), self.names.len()));
        }
        let numbered = |folded: String| {
            let next = numbers.len();
            let number = *numbers.entry(folded.clone()).or_insert(next);
            NameWord { folded, number }
        };
        self.names.push(PersonName {
            words: words.into_iter().map(numbered).collect(),
            bearers: Vec::new(),
        });
    }
}

impl<'a> Search<'a> {
    /// A search for variants of the names of the persons among `entities`.
    pub fn new(entities: &'a EntityTable) -> Search<'a> {
        Search {
            entities,
            compared: Compared::default(),
        }
    }

    /// The variants in the next passage, in the order of the text.
    pub fn variants(&mut self, wire: &WireText) -> Vec<Variant<'a>> {
        let mut variants = Vec::new();
        let layers = self.entities.spellings();
        if layers.iter().all(|layer| layer.names.is_empty()) {
            return variants;
        }
        let words = words(wire.text(), &mut self.compared);
        for (layer, spellings) in layers.into_iter().enumerate() {
            for at in 0..words.len() {
                self.led_to_by((layer, spellings), &words, at, &mut variants);
            }
        }
        variants
            .sort_by_key(|variant| (variant.range.start(), variant.range.end(), variant.entity));
        variants.dedup_by_key(|variant| variant.range);
        variants
    }

    /// The variants of names that the word at `at` leads to.
    fn led_to_by(
        &mut self,
        (layer, spellings): (usize, &'a Spellings),
        words: &[Word<'_>],
        at: usize,
        variants: &mut Vec<Variant<'a>>,
    ) {
        let leads_to = words[at].readings.iter();
        let leads_to = leads_to.filter_map(|reading| spellings.by_word.get(reading));
        for names in leads_to {
            let mut names = names.as_slice();
            while let Some(&(shape, ..)) = names.first() {
                let of_shape = names.partition_point(|(other, ..)| *other <= shape);
                let (of_shape, further) = names.split_at(of_shape);
                names = further;
                self.compared.names += 1;
                if self.compared.names > MOST_NAMES {
                    return;
                }
                let window = at
                    .checked_sub(shape.lead())
                    .and_then(|start| words.get(start..start + shape.words));
                let Some(window) = window.filter(|window| !self.is_declared(window)) else {
                    continue;
                };
                let readings = window[shape.other].readings.iter();
                let marks: BTreeSet<u64> = readings.map(|word| mark_of_variants(word)).collect();
                for mark in marks {
                    let start = of_shape.partition_point(|(_, of_name, _)| *of_name < mark);
                    let like = of_shape[start..].iter().take_while(|name| name.1 == mark);
                    for (_, _, name) in like {
                        let name = &spellings.names[*name];
                        variants.extend(self.variant((layer, name), window, shape));
                    }
                }
            }
        }
    }

    /// The words of the window as a variant of a name.
    fn variant(
        &mut self,
        (layer, name): (usize, &PersonName),
        window: &[Word<'_>],
        shape: Shape,
    ) -> Option<Variant<'a>> {
        self.compared.names += 1;
        let is_variant = self.compared.names <= MOST_NAMES
            && self.is_variant((layer, name), window, shape.lead());
        let (entity, declared) = self.bearer(layer, name).filter(|_| is_variant)?;
        Some(Variant {
            entity,
            name: declared,
            range: TextRange::new(
                window[0].stem(&name.words[0]),
                window[window.len() - 1].range.end(),
            ),
        })
    }

    /// Whether all words but one are those of the name, and that one is another spelling; `known`
    /// is the place of the word that led here, which must be the first that is the same.
    fn is_variant(
        &mut self,
        (layer, name): (usize, &PersonName),
        window: &[Word<'_>],
        known: usize,
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
        first_same == Some(known) && self.compared.is_other_spelling(layer, word, of_name)
    }

    /// The first who bears a name, and the name as it is declared.
    fn bearer(&self, layer: usize, name: &PersonName) -> Option<(EntityKey, &'a Name)> {
        name.bearers.iter().find_map(|&(entity, at)| {
            let key = self.entities.key(layer, entity)?;
            Some((key, self.entities.get(key).all_names().nth(at)?))
        })
    }

    fn is_declared(&self, window: &[Word<'_>]) -> bool {
        let words: Vec<&str> = window
            .iter()
            .map(|word| word.readings[0].as_str())
            .collect();
        let words = words.join(" ");
        let layers = self.entities.spellings().into_iter().enumerate();
        let mut bearers = layers.flat_map(|(layer, spellings)| {
            let bearers = spellings.declared.get(&words).into_iter().flatten();
            bearers.map(move |entity| (layer, *entity))
        });
        bearers.any(|(layer, entity)| self.entities.key(layer, entity).is_some())
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
        let mut readings = self.readings.iter();
        readings.any(|reading| is_folded_variant(name, reading))
    }

    /// Where the word of the name begins: behind a proclitic.
    fn stem(&self, name: &NameWord) -> TextSize {
        let is_whole =
            self.readings[0] == name.folded || is_folded_variant(&name.folded, &self.readings[0]);
        match without_proclitic(self.text) {
            Some(rest) if !is_whole => self.range.end() - TextSize::of(rest),
            _ => self.range.start(),
        }
    }
}

fn words<'a>(text: &'a str, compared: &mut Compared) -> Vec<Word<'a>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    for range in word_ranges(text) {
        let word = &text[range];
        let mut readings = vec![fold_text(word)];
        readings.extend(without_proclitic(word).map(fold_text));
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
            number: compared.number(word),
        });
    }
    words
}

fn folded_words(name: &str) -> Vec<String> {
    let words = word_ranges(name).map(|range| &name[range]);
    words.map(fold_text).collect()
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
