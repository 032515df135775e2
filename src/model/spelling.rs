//! Names of declared persons that the text spells in another way.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};

use foldhash::{HashMap, HashMapExt};

use crate::model::entity::{Entity, EntityKey, EntityTable};
use crate::model::entity_layer::{MOST_SHARING, gather};
use crate::model::front_matter::{EntityKind, Name};
use crate::model::passage::WireText;
use crate::names::fold::{fold_into, fold_text};
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

/// The variants in the words of a passage: each person, the place of the name among all of theirs, and
/// the words, in bytes of the wire text.
struct VariantsOfWords(Vec<Found>);

type Found = (EntityKey, usize, TextRange);

/// The names of persons that the words of a passage spell otherwise than they are declared among
/// `entities`, in the order of the text.
pub fn variants<'a>(entities: &'a EntityTable, wire: &WireText) -> Vec<Variant<'a>> {
    let found = || VariantsOfWords(Search::through(entities, wire.text()));
    let found = wire.kept().get(entities.number(), found);
    let variant = |&(entity, at, range): &Found| {
        let name = entities.get(entity).all_names().nth(at)?;
        Some(Variant {
            entity,
            name,
            range,
        })
    };
    found.0.iter().filter_map(variant).collect()
}

/// A search through one passage. Where thousands of persons share a name that a text repeats thousands
/// of times, it ends at some point instead of never.
struct Search<'a, 'text> {
    entities: &'a EntityTable,
    text: &'text str,
    words: Vec<Word<'text>>,
    /// How many more names may be held against the text.
    names_left: usize,
    /// How many more pairs of words may be compared.
    pairs_left: usize,
    /// Whether a word of the text is another spelling of a word of a name: by layer, the one and the number
    /// of the other.
    known: HashMap<(usize, &'text str, usize), bool>,
    found: Vec<Found>,
}

/// How many words the name of a person has that is looked for. One alone has nothing to be told by.
const WORDS: RangeInclusive<usize> = 2..=16;

/// How many names a passage is compared with, repetitions counted: so many, and so many more for each of
/// its words.
const NAMES: (usize, usize) = (2_000, 50);

/// How many different pairs of words are compared for it, likewise.
const PAIRS: (usize, usize) = (200, 4);

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

impl<'a, 'text> Search<'a, 'text> {
    /// What is found in `text`, in its order.
    fn through(entities: &'a EntityTable, text: &'text str) -> Vec<Found> {
        let layers = entities.spellings().into_iter().enumerate();
        let layers: Vec<(usize, &Spellings)> = layers
            .filter(|(_, layer)| !layer.names.is_empty())
            .collect();
        if layers.is_empty() {
            return Vec::new();
        }
        let words = words(text);
        let mut search = Search {
            entities,
            text,
            names_left: NAMES.0 + NAMES.1 * words.len(),
            pairs_left: PAIRS.0 + PAIRS.1 * words.len(),
            words,
            known: HashMap::new(),
            found: Vec::new(),
        };
        let mut room = String::new();
        for at in 0..search.words.len() {
            // Most words are in no name.
            if search.words[at].leads_somewhere(&layers, &mut room) {
                for spellings in &layers {
                    search.led_to_by(*spellings, at, &mut room);
                }
            }
        }
        let mut found = search.found;
        found.sort_by_key(|(entity, _, range)| (range.start(), range.end(), *entity));
        found.dedup_by_key(|(.., range)| *range);
        found
    }

    /// Adds the variants of names that the word at `at` leads to; `room` is room to work in.
    fn led_to_by(
        &mut self,
        (layer, spellings): (usize, &'a Spellings),
        at: usize,
        room: &mut String,
    ) {
        let leads_to = self.words[at].readings().iter();
        let leads_to = leads_to.filter_map(|reading| spellings.by_word.get(reading));
        let leads_to: Vec<&[(Shape, u64, usize)]> = leads_to.map(Vec::as_slice).collect();
        for mut names in leads_to {
            while let Some(&(shape, ..)) = names.first() {
                let of_shape = names.partition_point(|(other, ..)| *other <= shape);
                let (of_shape, further) = names.split_at(of_shape);
                names = further;
                let Some(left) = self.names_left.checked_sub(1) else {
                    return;
                };
                self.names_left = left;
                let window = at
                    .checked_sub(shape.lead())
                    .map(|start| start..start + shape.words);
                let mut is_looked_at = |window: &Range<usize>| {
                    let words = self.words.get(window.clone());
                    words.is_some_and(|words| !self.is_declared(words, room))
                };
                let Some(window) = window.filter(|window| is_looked_at(window)) else {
                    continue;
                };
                let readings = self.words[window.start + shape.other].readings().iter();
                let marks: BTreeSet<u64> = readings.map(|word| mark_of_variants(word)).collect();
                for mark in marks {
                    let start = of_shape.partition_point(|(_, of_name, _)| *of_name < mark);
                    let like = of_shape[start..].iter().take_while(|name| name.1 == mark);
                    for (_, _, name) in like {
                        let name = &spellings.names[*name];
                        let found = self.variant((layer, name), window.clone(), shape);
                        self.found.extend(found);
                    }
                }
            }
        }
    }

    /// The words of the window as a variant of a name.
    fn variant(
        &mut self,
        (layer, name): (usize, &PersonName),
        window: Range<usize>,
        shape: Shape,
    ) -> Option<Found> {
        self.names_left = self.names_left.checked_sub(1)?;
        if !self.is_variant((layer, name), window.clone(), shape.lead()) {
            return None;
        }
        let (entity, at) = self.bearer(layer, name)?;
        let words = &self.words[window];
        let (first, last) = (words.first()?, words.last()?);
        let range = TextRange::new(first.stem(&name.words[0]), last.range.end());
        Some((entity, at, range))
    }

    /// Whether all words but one are those of the name, and that one is another spelling; `known`
    /// is the place of the word that led here, which must be the first that is the same.
    fn is_variant(
        &mut self,
        (layer, name): (usize, &PersonName),
        window: Range<usize>,
        known: usize,
    ) -> bool {
        let start = window.start;
        let window = &self.words[window];
        let mut behind_first = start + 1..start + window.len();
        if !behind_first.all(|at| self.follows_directly(at)) {
            return false;
        }
        let mut other = None;
        let mut first_same = None;
        for (place, (of_name, word)) in name.words.iter().zip(window).enumerate() {
            if word.readings().contains(&of_name.folded) {
                first_same = first_same.or(Some(place));
            } else if other.is_some() {
                return false;
            } else {
                other = Some((start + place, of_name));
            }
        }
        let Some((word, of_name)) = other else {
            return false;
        };
        first_same == Some(known) && self.is_other_spelling(layer, word, of_name)
    }

    /// Whether only space and hyphens stand between the word at `at`, which is not the first, and the one
    /// before it.
    fn follows_directly(&self, at: usize) -> bool {
        let word = &self.words[at];
        *word.follows_directly.get_or_init(|| {
            let before = self.words[at - 1].range.end();
            let between = &self.text[TextRange::new(before, word.range.start())];
            between.chars().all(|c| c == '-' || c.is_whitespace())
        })
    }

    /// Whether the word at `at` is another spelling of a word of a name.
    fn is_other_spelling(&mut self, layer: usize, at: usize, of: &NameWord) -> bool {
        let word = &self.words[at];
        let pair = (layer, word.text, of.number);
        if let Some(known) = self.known.get(&pair) {
            return *known;
        }
        let Some(left) = self.pairs_left.checked_sub(1) else {
            return false;
        };
        self.pairs_left = left;
        let found = word.is_other_spelling_of(&of.folded);
        self.known.insert(pair, found);
        found
    }

    /// The first who bears a name, and as which of all their names.
    fn bearer(&self, layer: usize, name: &PersonName) -> Option<(EntityKey, usize)> {
        let mut bearers = name.bearers.iter();
        bearers.find_map(|&(entity, at)| Some((self.entities.key(layer, entity)?, at)))
    }

    fn is_declared(&self, window: &[Word<'_>], joined: &mut String) -> bool {
        joined.clear();
        for word in window {
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(&word.readings()[0]);
        }
        let layers = self.entities.spellings().into_iter().enumerate();
        let mut bearers = layers.flat_map(|(layer, spellings)| {
            let bearers = spellings.declared.get(joined.as_str()).into_iter();
            bearers.flatten().map(move |entity| (layer, *entity))
        });
        bearers.any(|(layer, entity)| self.entities.key(layer, entity).is_some())
    }
}

/// A word of the text.
#[derive(Debug)]
struct Word<'a> {
    text: &'a str,
    range: TextRange,
    follows_directly: OnceCell<bool>,
    readings: OnceCell<Vec<String>>,
}

impl Word<'_> {
    /// It folded; and, where it may begin with an Arabic proclitic, the rest of it folded.
    fn readings(&self) -> &[String] {
        self.readings.get_or_init(|| {
            let rest = without_proclitic(self.text);
            let readings = std::iter::once(self.text).chain(rest);
            readings.map(fold_text).collect()
        })
    }

    /// Whether it leads to any name; `folded` is room to work in.
    fn leads_somewhere(&self, layers: &[(usize, &Spellings)], folded: &mut String) -> bool {
        let mut leads = |word: &str| {
            fold_into(word, folded);
            let mut layers = layers.iter();
            layers.any(|(_, spellings)| spellings.by_word.contains_key(folded.as_str()))
        };
        leads(self.text) || without_proclitic(self.text).is_some_and(leads)
    }

    fn is_other_spelling_of(&self, name: &str) -> bool {
        let mut readings = self.readings().iter();
        readings.any(|reading| is_folded_variant(name, reading))
    }

    /// Where the word of the name begins: behind a proclitic.
    fn stem(&self, name: &NameWord) -> TextSize {
        let whole = &self.readings()[0];
        let is_whole = *whole == name.folded || is_folded_variant(&name.folded, whole);
        match without_proclitic(self.text) {
            Some(rest) if !is_whole => self.range.end() - TextSize::of(rest),
            _ => self.range.start(),
        }
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let word = |range| Word {
        text: &text[range],
        range,
        follows_directly: OnceCell::new(),
        readings: OnceCell::new(),
    };
    word_ranges(text).map(word).collect()
}

fn folded_words(name: &str) -> Vec<String> {
    let words = word_ranges(name).map(|range| &name[range]);
    words.map(fold_text).collect()
}

/// Runs of letters, digits and the marks on them.
fn word_ranges(text: &str) -> impl Iterator<Item = TextRange> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = skip(text, at, false);
        at = skip(text, start, true);
        let place = |at: usize| TextSize::new(at as u32);
        (start < at).then(|| TextRange::new(place(start), place(at)))
    })
}

/// The place in `text` behind all characters from `at` on that are of words, or that are of none.
fn skip(text: &str, at: usize, of_word: bool) -> usize {
    // Most are of ASCII.
    let ascii = text.as_bytes()[at..].iter();
    let is_such = |byte: &&u8| byte.is_ascii() && is_of_word(char::from(**byte)) == of_word;
    let at = at + ascii.take_while(is_such).count();
    let rest = &text[at..];
    let end = rest.find(|c| is_of_word(c) != of_word);
    at + end.unwrap_or(rest.len())
}

fn is_of_word(c: char) -> bool {
    unicode_ident::is_xid_continue(c) || matches!(c, '\u{200c}' | '\u{200d}')
}

/// An Arabic word without the one-letter word written onto it.
fn without_proclitic(word: &str) -> Option<&str> {
    let rest = word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك'])?;
    (rest.chars().count() > 2).then_some(rest)
}
