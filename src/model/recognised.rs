//! Entities that an article names as speakers without declaring them: who bears the same surname is
//! the same person.

use std::collections::BTreeSet;

use daachorse::{CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use crate::attribution::{self, Naming, Sort};
use crate::model::article::Article;
use crate::model::entity::{Entity, EntityKey, EntityTable};
use crate::model::entity_layer::MOST_SHARING;
use crate::model::front_matter::{EntityKind, Name};
use crate::model::inferred::Inferred;
use crate::names::fold::fold;
use crate::names::id::{check_id, normalise_id};
use crate::names::similar::{is_folded_variant, mark_of_variants};
use crate::text::{TextRange, TextSize, stable_hash};

/// The entities whose names were read in `article` and that `entities` does not hold, in the order
/// in which the text names them first.
pub(super) fn recognise(
    article: &Article,
    inferred: &Inferred,
    entities: &EntityTable,
) -> Vec<Entity> {
    let mut recognised = Recognised::default();
    let named = inferred.names.iter().map(|named| {
        let wire = article.passages[named.passage].wire.text();
        (
            &wire[named.naming.name],
            named.naming.role.map(|role| &wire[role]),
            named.naming,
        )
    });
    // The same once more says nothing new.
    let mut seen = HashSet::new();
    let named = named.filter(|(name, role, naming)| seen.insert((*name, *role, naming.sort)));
    let mut known: HashMap<&str, bool> = HashMap::new();
    let mut is_known = |name| {
        let known = known.entry(name);
        *known.or_insert_with(|| is_known(entities, name))
    };
    // Whole names first: one word may be part of any of them.
    let (whole, single): (Vec<_>, Vec<_>) = named.partition(|(name, ..)| words(name).len() > 1);
    for (name, role, naming) in whole {
        if !is_known(name) {
            recognised.add_whole(name, role, naming);
        }
    }
    for (name, role, naming) in whole_names(article, single.iter().map(|(name, ..)| *name)) {
        if !is_known(name) {
            recognised.add_whole(name, role, naming);
        }
    }
    for (name, role, naming) in single {
        if !is_known(name) {
            recognised.add_single(name, role, naming);
        }
    }
    recognised.entities(entities)
}

/// Where the text has more of names than their last words, `surnames`: for each the first such places.
fn whole_names<'a>(
    article: &'a Article,
    surnames: impl Iterator<Item = &'a str>,
) -> Vec<(&'a str, Option<&'a str>, Naming)> {
    let surnames: BTreeSet<&str> = surnames.collect();
    let mut wanted = vec![MOST_PLACES; surnames.len()];
    let mut looked_for: Vec<&str> = surnames.iter().copied().collect();
    looked_for.extend(article.lang());
    let looked_for = stable_hash(&looked_for.join("\n"));
    let automaton = CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build::<_, _, u32>(surnames);
    let (Ok(automaton), Some(lang)) = (automaton, article.lang()) else {
        // No surname is wanted.
        return Vec::new();
    };
    let find = |text: &str| -> Vec<(u32, Naming)> {
        let found = automaton.leftmost_find_iter(text);
        let words = found.filter(|found| is_word(text, found.start(), found.end()));
        let mut whole: Vec<(u32, Naming)> = Vec::new();
        for found in words {
            let same = whole
                .iter()
                .filter(|(surname, _)| *surname == found.value());
            if same.count() == MOST_PLACES {
                continue;
            }
            let at = |at: usize| TextSize::new(at as u32);
            let surname = TextRange::new(at(found.start()), at(found.end()));
            let naming = attribution::whole_name(text, surname, lang);
            let naming = naming.filter(|naming| naming.sort == Sort::Person);
            whole.extend(naming.map(|naming| (found.value(), naming)));
        }
        whole
    };
    let mut whole = Vec::new();
    for wire in article.passages.iter().map(|passage| &passage.wire) {
        let text = wire.text();
        for &(surname, naming) in &wire.kept().get(looked_for, || WholeNames(find(text))).0 {
            let wanted: &mut usize = &mut wanted[surname as usize];
            if *wanted > 0 {
                *wanted -= 1;
                whole.push((
                    &text[naming.name],
                    naming.role.map(|role| &text[role]),
                    naming,
                ));
            }
        }
    }
    whole
}

/// Where the words of a passage have more of names than surnames, each with the place of the surname
/// among all that were looked for.
struct WholeNames(Vec<(u32, Naming)>);

/// Whether a word begins and ends there.
fn is_word(text: &str, start: usize, end: usize) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !is_letter(text[..start].chars().next_back()) && !is_letter(text[end..].chars().next())
}

/// How many whole names are looked at for one surname.
const MOST_PLACES: usize = 4;

/// Whether the name is that of something declared, or another spelling of one.
fn is_known(entities: &EntityTable, name: &str) -> bool {
    let found = entities.names_in(name);
    if found
        .iter()
        .any(|found| usize::from(found.range.end()) == name.len())
    {
        let is_whole = |range: TextRange| usize::from(range.len()) == name.len();
        return found
            .iter()
            .any(|found| is_whole(found.range) || shares_given_name(entities, &found.keys, name));
    }
    false
}

/// Whether one of the entities, whose surname `name` ends with, has its given name too, if in another
/// spelling.
fn shares_given_name(entities: &EntityTable, keys: &[u32], name: &str) -> bool {
    let written = words(name);
    keys.iter().any(|key| {
        let mut names = entities.get(EntityKey(*key)).all_names();
        names.any(|declared| {
            words(&declared.text)
                .first()
                .is_some_and(|first| is_same_given_name(first, &written[0]))
        })
    })
}

/// A person or an organization that the text names.
#[derive(Debug)]
struct Figure {
    name: String,
    words: Vec<String>,
    /// What the first of the words has in common with all its other spellings.
    mark: u64,
    aka: Vec<String>,
    role: Option<String>,
    sort: Sort,
}

#[derive(Debug, Default)]
struct Recognised {
    figures: Vec<Figure>,
    /// Who bears each surname, folded.
    by_surname: HashMap<String, Vec<usize>>,
    /// Who bears each whole name, by its words.
    by_words: HashMap<Vec<String>, usize>,
}

impl Recognised {
    fn add_whole(&mut self, name: &str, role: Option<&str>, naming: Naming) {
        let words = words(name);
        let surname = words.last().cloned().unwrap_or_default();
        let namesakes = self.by_surname.get(&surname).map_or(&[][..], Vec::as_slice);
        // A name of more than so many leads to nobody anyway.
        let mut namesakes = namesakes.iter().copied().take(MOST_SHARING);
        let given = words.first().map_or("", String::as_str);
        let mark = mark_of_variants(given);
        let same = namesakes.find(|at| {
            let other = &self.figures[*at];
            let is_given = |other: &Figure| {
                let known = &other.words[0];
                is_short_for(known, given)
                    || (other.mark == mark && is_folded_variant(known, given))
            };
            let are_persons = naming.sort == Sort::Person && other.sort == Sort::Person;
            other.words == words || (are_persons && is_given(other))
        });
        match same.or_else(|| self.by_words.get(&words).copied()) {
            Some(at) => self.figures[at].learn(name, &words, role),
            None => self.add(name, words, role, naming.sort),
        }
    }

    fn add_single(&mut self, name: &str, role: Option<&str>, naming: Naming) {
        let words = words(name);
        let Some(word) = words.first() else { return };
        match self
            .by_surname
            .get(word)
            .and_then(|namesakes| namesakes.last())
        {
            Some(at) => self.figures[*at].learn(name, &words, role),
            // `الوزير` and `المتحدث` are none.
            None if is_definite(name) => {}
            None => self.add(name, words, role, naming.sort),
        }
    }

    fn add(&mut self, name: &str, words: Vec<String>, role: Option<&str>, sort: Sort) {
        let surname = words.last().cloned().unwrap_or_default();
        self.by_surname
            .entry(surname)
            .or_default()
            .push(self.figures.len());
        self.by_words
            .entry(words.clone())
            .or_insert(self.figures.len());
        let by_surname =
            (sort == Sort::Person && words.len() > 1).then(|| last_word(name).to_owned());
        self.figures.push(Figure {
            name: name.to_owned(),
            mark: words.first().map_or(0, |given| mark_of_variants(given)),
            words,
            aka: by_surname.into_iter().collect(),
            role: role.map(str::to_owned),
            sort,
        });
    }

    fn entities(self, known: &EntityTable) -> Vec<Entity> {
        let name = |text: String| Name {
            text,
            lang: None,
            range: TextRange::default(),
        };
        let mut ids: HashSet<String> = HashSet::new();
        let entity = |figure: Figure| {
            let is_free = |id: &String| known.find(id).is_none() && !ids.contains(id);
            let id = figure.ids().find(is_free).unwrap_or_default();
            ids.insert(id.clone());
            Entity {
                id,
                kind: match figure.sort {
                    Sort::Person => Some(EntityKind::Person),
                    Sort::Organization => Some(EntityKind::Organization),
                    Sort::Unknown => None,
                },
                names: vec![name(figure.name)],
                aka: figure.aka.into_iter().map(name).collect(),
                role: figure.role,
                ..Entity::default()
            }
        };
        self.figures.into_iter().map(entity).collect()
    }
}

impl Figure {
    /// Ids that it could have, the best first: its surname, or the whole name of what is no person.
    fn ids(&self) -> impl Iterator<Item = String> {
        let whole = id_of(&self.name);
        let short = match self.sort {
            Sort::Person => id_of(last_word(&self.name)),
            _ => whole.clone(),
        };
        let numbered = whole.clone();
        let numbered = (2..).map(move |number: u32| format!("{numbered}-{number}"));
        [short, whole].into_iter().chain(numbered)
    }

    /// Adds what another mention says. A longer name with the same words is another name, a name
    /// that is only spelled otherwise is not: whoever reads the article should hear of it.
    fn learn(&mut self, name: &str, words: &[String], role: Option<&str>) {
        let is_known = words == self.words || self.aka.iter().any(|aka| aka == name);
        if !is_known
            && (words.len() != self.words.len()
                || is_initial(&words[0])
                || is_initial(&self.words[0]))
        {
            self.aka.push(name.to_owned());
        }
        if self.role.is_none() {
            self.role = role.map(str::to_owned);
        }
    }
}

/// Whether the Arabic article is written onto a name of one word, as onto any noun.
fn is_definite(name: &str) -> bool {
    name.starts_with("ال")
}

/// Whether two given names are one: the same, spelled in two ways, or with an initial.
fn is_same_given_name(one: &str, other: &str) -> bool {
    is_short_for(one, other) || is_folded_variant(one, other)
}

/// Whether two given names are the same, or one is the initial of the other.
fn is_short_for(one: &str, other: &str) -> bool {
    let starts = |long: &str, short: &str| is_initial(short) && long.starts_with(short);
    one == other || starts(one, other) || starts(other, one)
}

fn is_initial(word: &str) -> bool {
    word.chars().count() == 1
}

/// The words of a name, folded, without the points of initials.
fn words(name: &str) -> Vec<String> {
    let words = name.split(|c: char| c.is_whitespace() || c == '.');
    let words = words.filter(|word| !word.is_empty());
    words.map(|word| fold(word).text().to_owned()).collect()
}

/// An id made of a name: in small letters, with hyphens between the words and nothing that cannot
/// stand in an id.
pub fn id_of(name: &str) -> String {
    let words = name.split(|c: char| c.is_whitespace() || c == '-');
    let letters = |word: &str| -> String {
        let letters = word.chars().flat_map(char::to_lowercase);
        letters
            .filter(|letter| check_id(letter.encode_utf8(&mut [0; 4])).is_ok())
            .collect()
    };
    let words: Vec<String> = words.map(letters).filter(|word| !word.is_empty()).collect();
    normalise_id(&words.join("-")).into_owned()
}

fn last_word(name: &str) -> &str {
    name.split_whitespace().next_back().unwrap_or(name)
}
