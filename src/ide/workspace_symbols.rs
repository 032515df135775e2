//! What is to be found in all files: entities by any of their names, articles by the words of their
//! headlines, what is said by its beginning.

use std::collections::HashMap;

use crate::ide::registries::{declaration, registries};
use crate::ide::search::{Query, Rank};
use crate::ide::symbols::{SymbolKind, entity_kind};
use crate::model::{Declaration, Digest, Known};
use crate::text::{FileId, FileRange, TextRange};
use crate::workspace::{FileKind, Snapshot};

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is called. It holds what was looked for, since editors that are given something else
    /// leave it out: where that is not in the name, it stands behind it.
    pub name: String,
    /// What goes beside the name: an office, the speakers, the file.
    pub container: Option<String>,
    /// What it is.
    pub kind: SymbolKind,
    /// The file in which it stands.
    pub file: FileId,
    /// By what it is found there, also after the file has changed.
    pub key: Key,
}

/// By what a thing is found in its file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Key {
    /// The entity that the file declares under this id.
    Declared(String),
    /// The entity that is recognised in the article under this id.
    Recognised(String),
    /// The headline.
    Headline,
    /// What is said in words that begin so, as the first, second, … of those.
    Said(String, usize),
}

/// How many are given at most; who needs more types more.
const MOST: usize = 256;

/// What `query` finds in all files that are known, the best first.
pub fn workspace_symbols(snapshot: &Snapshot, query: &str) -> Vec<Found> {
    let mut search = Search {
        snapshot,
        words: query.trim(),
        query: Query::new(query),
        entities: HashMap::new(),
        found: Vec::new(),
    };
    for registry in registries(snapshot) {
        for declared in &snapshot.registry(registry).declarations.all {
            search.declared(registry, declared, declared);
        }
    }
    let articles = snapshot.files();
    for article in articles.filter(|file| snapshot.kind(*file) == FileKind::Article) {
        search.article(article, snapshot.digest(article));
    }
    let mut found = search.found;
    // What is met equally well stays in the order in which it was found.
    found.sort_by_key(|(rank, sort, _)| (*rank, *sort));
    found.truncate(MOST);
    found.into_iter().map(|(.., found)| found).collect()
}

/// Where what was found stands by now.
pub fn place(snapshot: &Snapshot, file: FileId, key: &Key) -> Option<TextRange> {
    match key {
        Key::Declared(id) => {
            let mut declared = match snapshot.kind(file) {
                FileKind::Registry => snapshot.registry(file).declarations.all.iter(),
                _ => snapshot.front(file).entities.all.iter(),
            };
            let declared = declared.find(|declared| declared.id.value == *id)?;
            Some(declared.id.range)
        }
        Key::Recognised(id) => {
            let mut entities = snapshot.digest(file).entities.iter();
            let known = entities.find(|known| known.declared.is_empty() && *known.id == **id)?;
            Some(known.places.first()?.range)
        }
        Key::Headline => snapshot
            .digest(file)
            .headline
            .as_ref()
            .map(|(range, _)| *range),
        Key::Said(words, at) => {
            let said = snapshot.digest(file).utterances.iter();
            let mut said = said.filter(|said| *said.words == **words);
            said.nth(*at).map(|said| said.range)
        }
    }
}

/// In which order things come that are met equally well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Declared,
    Recognised,
    Headline,
    Said,
}

struct Search<'a> {
    snapshot: &'a Snapshot,
    /// As it was typed.
    words: &'a str,
    query: Query,
    /// The places in the list of the entities that are declared there.
    entities: HashMap<FileRange, usize>,
    found: Vec<(Rank, Sort, Found)>,
}

impl Search<'_> {
    /// The entity at the entry `shown` of `file`, by the names of `declared`: the same entry, or one that
    /// adds to it.
    fn declared(&mut self, file: FileId, shown: &Declaration, declared: &Declaration) {
        let names = declared.names.iter().chain(&declared.aka);
        let names = names.map(|name| name.text.as_str());
        let Some((rank, met)) = self.best(names.chain([declared.id.value.as_str()])) else {
            return;
        };
        let entry = FileRange {
            file,
            range: shown.id.range,
        };
        let earlier = self.entities.get(&entry).copied();
        if earlier.is_some_and(|at| self.found[at].0 <= rank) {
            return;
        }
        let name = shown.names.first().or(shown.aka.first());
        let name = name.map_or(&shown.id.value, |name| &name.text);
        let role = shown.role.as_ref().map(|role| role.value.clone());
        let found = Found {
            name: self.called(name, met),
            container: role.or_else(|| Some(self.snapshot.file_name(file).into_owned())),
            kind: entity_kind(shown.kind.map(|kind| kind.value)),
            file,
            key: Key::Declared(shown.id.value.clone()),
        };
        let found = (rank, Sort::Declared, found);
        if let Some(at) = earlier {
            self.found[at] = found;
        } else {
            self.entities.insert(entry, self.found.len());
            self.found.push(found);
        }
    }

    fn article(&mut self, file: FileId, digest: &Digest) {
        for known in &digest.entities {
            match *known.declared {
                [] => self.recognised(file, known),
                [own, .., shared] if own.file == file => {
                    let both = (
                        declaration(self.snapshot, own),
                        declaration(self.snapshot, shared),
                    );
                    if let (Some(own), Some(shown)) = both {
                        self.declared(shared.file, shown, own);
                    }
                }
                [own] if own.file == file => {
                    if let Some(own) = declaration(self.snapshot, own) {
                        self.declared(file, own, own);
                    }
                }
                // The registry has told of it.
                _ => {}
            }
        }
        if let Some((_, words)) = &digest.headline
            && let Some((rank, met)) = self.best([&**words].into_iter())
        {
            let found = Found {
                name: self.called(words, met),
                container: None,
                kind: SymbolKind::Heading,
                file,
                key: Key::Headline,
            };
            self.put(rank, Sort::Headline, found);
        }
        self.said(file, digest);
    }

    fn recognised(&mut self, file: FileId, known: &Known) {
        if let Some((rank, met)) = self.best([&*known.name].into_iter()) {
            let found = Found {
                name: self.called(&known.name, met),
                container: known.role.as_deref().map(str::to_owned),
                kind: entity_kind(known.kind),
                file,
                key: Key::Recognised(known.id.to_string()),
            };
            self.put(rank, Sort::Recognised, found);
        }
    }

    /// What is said; what inherits its speakers is part of other speech.
    fn said(&mut self, file: FileId, digest: &Digest) {
        let mut alike: HashMap<&str, usize> = HashMap::new();
        for utterance in &digest.utterances {
            let words = &*utterance.words;
            let count = alike.entry(words).or_default();
            let at = std::mem::replace(count, *count + 1);
            let rank = self.query.rank_of_beginning(words);
            let Some(rank) = rank.filter(|_| utterance.inside.is_none() && !words.is_empty())
            else {
                continue;
            };
            let speakers = utterance.chain.speakers().iter();
            let speakers = speakers.map(|at| &*digest.entities[*at as usize].name);
            let speakers: Vec<&str> = speakers.collect();
            let found = Found {
                name: self.called(words, words),
                container: (!speakers.is_empty()).then(|| speakers.join(", ")),
                kind: SymbolKind::Quotation,
                file,
                key: Key::Said(words.to_owned(), at),
            };
            self.put(rank, Sort::Said, found);
        }
    }

    fn put(&mut self, rank: Rank, sort: Sort, mut found: Found) {
        found.container = found
            .container
            .or_else(|| Some(self.snapshot.file_name(found.file).into_owned()));
        self.found.push((rank, sort, found));
    }

    /// The name that is met best, and how well.
    fn best<'n>(&self, names: impl Iterator<Item = &'n str>) -> Option<(Rank, &'n str)> {
        let ranks = names.filter_map(|name| Some((self.query.rank(name)?, name)));
        ranks.min_by_key(|(rank, _)| *rank)
    }

    /// The name, and behind it what editors look for in it: the name that was met, or what was typed.
    fn called(&self, name: &str, met: &str) -> String {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if holds(&name, self.words) {
            return name;
        }
        let behind = if holds(met, self.words) {
            met
        } else {
            self.words
        };
        format!("{name} · {behind}")
    }
}

/// Whether the letters of `words` stand in `name` in their order.
fn holds(name: &str, words: &str) -> bool {
    let mut letters = name.chars().flat_map(char::to_lowercase);
    let words = words.chars().filter(|letter| !letter.is_whitespace());
    let mut words = words.flat_map(char::to_lowercase);
    words.all(|word| letters.any(|letter| letter == word))
}
