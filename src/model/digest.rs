//! What is to be known of an article that nobody has open: whom it names and where, and who says
//! what in it. A small part of its [`Analysis`], and all that other articles ask of it.

use foldhash::{HashMap, HashMapExt};

use crate::attribution::Grade;
use crate::dates::Date;
use crate::model::analysis::Analysis;
use crate::model::entity::EntityKey;
use crate::model::front_matter::EntityKind;
use crate::model::kind::SpeechKind;
use crate::model::quotation::Form;
use crate::model::wording::Phrase;
use crate::names::fold::fold_text;
use crate::text::{FileId, FileRange, TextRange, TextSize};

/// What an article says, in short.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Digest {
    /// Its headline, and where its words stand.
    pub headline: Option<(TextRange, Box<str>)>,
    /// The entities that it declares, names, or lets speak.
    pub entities: Vec<Known>,
    /// What is said in it, in the order of the text.
    pub utterances: Vec<Utterance>,
    /// All its words, if it is a record (`kind: record`), by which others are judged.
    pub record: Option<Phrase>,
    /// The day from which its words count.
    pub day: Option<Date>,
    /// The ids of all declarations, in order, and whose they are: all articles are asked for one
    /// entity, and most do not know it.
    by_declaration: Box<[(FileRange, u32)]>,
}

/// An entity that an article knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its id.
    pub id: Box<str>,
    /// Its name in the language of the article.
    pub name: Box<str>,
    /// What it is.
    pub kind: Option<EntityKind>,
    /// Its office or occupation.
    pub role: Option<Box<str>>,
    /// The ids of its declarations, the nearest first; none if it is recognised in the text.
    pub declared: Box<[FileRange]>,
    /// Where it is named, in the order of the text, in bytes of the article.
    pub places: Box<[Place]>,
}

/// Where an entity is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// In bytes of the article.
    pub range: TextRange,
    /// As what.
    pub role: Role,
}

/// What stands for an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Words of the text.
    Words,
    /// Its id, behind words or in a brace.
    Id,
    /// A value of the front matter: its id or one of its names.
    Value,
}

/// Words that somebody says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Utterance {
    /// From the opening mark to the closing one, in bytes of the article.
    pub range: TextRange,
    /// The beginning of the words, without annotation and on one line.
    pub words: Box<str>,
    /// How the words are given.
    pub kind: SpeechKind,
    /// Whether its speakers answer for it: it is not part of other speech, nor a guess.
    pub is_said: bool,
    /// Who says it and through whom it came.
    pub chain: Chain,
    /// Whether it is sure who says it: by markup, or plainly by the sentence.
    pub is_sure: bool,
    /// What its words are recognised by, however they are written; 0 for few words, which many say.
    pub wording: u64,
    /// All its words, if it is a quotation between marks that stands by itself in a paragraph and is long
    /// enough to be known again.
    pub phrase: Option<Phrase>,
    /// The innermost utterance around it, by its place in the list.
    pub inside: Option<u32>,
}

/// Who says something and through whom it came, by their places in the list of entities.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chain {
    /// First the speakers, then the others.
    all: Box<[u32]>,
    speakers: u32,
}

impl Chain {
    /// A chain of `speakers` and of those through whom it came, outward.
    pub fn new(speakers: &[u32], via: &[u32]) -> Chain {
        Chain {
            all: [speakers, via].concat().into(),
            speakers: speakers.len() as u32,
        }
    }

    /// Who says it.
    pub fn speakers(&self) -> &[u32] {
        &self.all[..self.speakers as usize]
    }

    /// Through whom it came, outward.
    pub fn via(&self) -> &[u32] {
        &self.all[self.speakers as usize..]
    }
}

impl Known {
    /// Whether both are surely the same: they share a declaration, an id or a name.
    pub fn is(&self, other: &Known) -> bool {
        let mut declared = self.declared.iter();
        declared.any(|id| other.declared.contains(id))
            || self.id == other.id
            || fold_text(&self.name) == fold_text(&other.name)
    }

    /// Whether they may be the same, or speak for each other: nothing tells them apart for certain.
    pub fn may_be(&self, other: &Known) -> bool {
        let names = [&self.name, &other.name].map(|name| fold_text(name));
        let [mine, theirs] = [0, 1].map(|at| names[at].split_whitespace().collect::<Vec<_>>());
        let is_part = |one: &[&str], other: &[&str]| one.iter().any(|word| other.contains(word));
        self.kind.is_none() || self.kind != other.kind || self.is(other) || is_part(&mine, &theirs)
    }
}

impl Digest {
    /// The digest of an article.
    pub fn of(analysis: &Analysis) -> Digest {
        let mut digest = Digester {
            analysis,
            at: HashMap::new(),
            places: Vec::new(),
            out: Digest {
                headline: analysis.headline(),
                record: analysis.record(),
                day: analysis.article.front.anchor().map(|anchor| anchor.day),
                ..Digest::default()
            },
        };
        digest.declared();
        digest.places();
        digest.utterances();
        let mut out = digest.out;
        for (entity, mut places) in out.entities.iter_mut().zip(digest.places) {
            places.sort_by_key(|place| (place.range.start(), place.range.end(), place.role as u8));
            entity.places = places.into();
        }
        out.entities.shrink_to_fit();
        out.utterances.shrink_to_fit();
        let entities = out.entities.iter().zip(0..);
        let ids = entities.flat_map(|(entity, at)| entity.declared.iter().map(move |id| (*id, at)));
        let mut ids: Vec<(FileRange, u32)> = ids.collect();
        ids.sort_unstable_by_key(|(id, at)| (order(id), *at));
        out.by_declaration = ids.into();
        out
    }

    /// The entities that share one of these declarations, by their places in the list, in its order.
    pub fn known_by(&self, declared: &[FileRange]) -> Vec<u32> {
        let mut known = Vec::new();
        for id in declared {
            let all = &self.by_declaration;
            let first = all.partition_point(|(other, _)| order(other) < order(id));
            let same = all[first..].iter().take_while(|(other, _)| other == id);
            known.extend(same.map(|(_, at)| *at));
        }
        known.sort_unstable();
        known.dedup();
        known
    }

    /// All words that can be known again: of what is said in it, and of itself, if it is a record.
    pub fn phrases(&self) -> impl Iterator<Item = &Phrase> {
        let said = self.utterances.iter().filter_map(|it| it.phrase.as_ref());
        said.chain(&self.record)
    }

    /// The numbers by which articles that may say the same find each other: the pairs of neighbours in all words
    /// that can be known again, each once, in their order.
    pub fn keys(&self) -> Vec<u32> {
        let mut keys: Vec<u32> = self.phrases().flat_map(Phrase::pairs).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// What the entity at that place of the list says.
    pub fn said_by(&self, entity: u32) -> impl Iterator<Item = &Utterance> {
        let said = self.utterances.iter().filter(|utterance| utterance.is_said);
        said.filter(move |utterance| utterance.chain.speakers().contains(&entity))
    }
}

fn order(id: &FileRange) -> (FileId, TextSize, TextSize) {
    (id.file, id.range.start(), id.range.end())
}

struct Digester<'a> {
    analysis: &'a Analysis,
    /// The place of each entity in the list.
    at: HashMap<EntityKey, u32>,
    /// Where each of them is named.
    places: Vec<Vec<Place>>,
    out: Digest,
}

impl Digester<'_> {
    fn entity(&mut self, key: EntityKey) -> u32 {
        let entities = &mut self.out.entities;
        *self.at.entry(key).or_insert_with(|| {
            let entity = self.analysis.entities.get(key);
            entities.push(Known {
                id: entity.id.as_str().into(),
                name: entity.name(self.analysis.article.lang()).into(),
                kind: entity.kind,
                role: entity.role.as_deref().map(Into::into),
                declared: entity
                    .declarations
                    .iter()
                    .map(|declared| declared.id)
                    .collect(),
                places: Box::default(),
            });
            self.places.push(Vec::new());
            entities.len() as u32 - 1
        })
    }

    fn put(&mut self, key: EntityKey, range: TextRange, role: Role) {
        let at = self.entity(key);
        self.places[at as usize].push(Place { range, role });
    }

    fn declared(&mut self) {
        for declaration in &self.analysis.article.front.entities.all {
            if let Some(key) = self.analysis.entities.find(&declaration.id.value) {
                self.entity(key);
            }
        }
    }

    fn places(&mut self) {
        let analysis = self.analysis;
        for mention in &analysis.mentions {
            if let Some(key) = mention.entity {
                self.put(key, mention.words, Role::Words);
            }
        }
        for id in analysis.article.references() {
            if let Some(key) = analysis.entities.find(&id.id) {
                self.put(key, id.range, Role::Id);
            }
        }
        for value in analysis.article.front.named() {
            if let Some(key) = analysis.entity_of(value) {
                self.put(key, value.range, Role::Value);
            }
        }
    }

    fn utterances(&mut self) {
        let analysis = self.analysis;
        let quotations = &analysis.article.quotations;
        // The place of each quotation among the utterances.
        let mut places: Vec<Option<u32>> = vec![None; quotations.len()];
        for (at, quotation) in quotations.iter().enumerate() {
            if analysis.is_no_speech(at) {
                continue;
            }
            let inside = analysis.article.around(at).find_map(|outer| places[outer]);
            let keys = |this: &mut Self, keys: Vec<EntityKey>| -> Vec<u32> {
                keys.into_iter().map(|key| this.entity(key)).collect()
            };
            let speakers = keys(self, analysis.speakers(at));
            let via = keys(self, analysis.passed_on_by(at));
            places[at] = Some(self.out.utterances.len() as u32);
            let wording = analysis.article.wording(quotation);
            let utterance = Utterance {
                range: quotation.range,
                words: wording.beginning.clone(),
                kind: analysis.kind(at),
                is_said: analysis.is_said(at),
                is_sure: analysis
                    .unwritten(at)
                    .is_none_or(|source| source.grade == Grade::Sure),
                chain: Chain::new(&speakers, &via),
                wording: wording.letters,
                phrase: analysis.phrase(at),
                inside,
            };
            self.out.utterances.push(utterance);
        }
    }
}

impl Analysis {
    /// The first heading: its words, and where they stand.
    fn headline(&self) -> Option<(TextRange, Box<str>)> {
        let mut passages = self.article.passages.iter();
        let headline = passages.find(|passage| passage.is_heading)?;
        let words = headline.wire.text().trim_end();
        let range = headline
            .wire
            .to_source(TextRange::up_to(TextSize::of(words)));
        Some((range, words.into()))
    }

    /// All words of an article that is a record.
    fn record(&self) -> Option<Phrase> {
        self.article
            .front
            .is_record()
            .then(|| Phrase::of_all(&self.article))
    }

    /// The words of the quotation at `at`, if somebody says them, between marks, in a paragraph and not
    /// inside other speech, and if they are long enough to be known again.
    pub fn phrase(&self, at: usize) -> Option<Phrase> {
        let quotation = &self.article.quotations[at];
        let is_by_itself = matches!(quotation.form, Form::Marks { .. })
            && !quotation.is_heading
            && self.article.around(at).all(|outer| {
                // Brackets around it say only who speaks.
                self.article.quotations[outer].form == Form::Span
            });
        let is_meant = is_by_itself && self.is_said(at) && !self.is_no_speech(at);
        let wording = is_meant.then(|| self.article.wording(quotation))?;
        wording.phrase.is_long().then(|| wording.phrase.clone())
    }

    /// What the words of the quotation at `at` are recognised by, however they are written: the same
    /// for the same words; 0 for few words, which many say.
    pub fn wording(&self, at: usize) -> u64 {
        self.article.wording(&self.article.quotations[at]).letters
    }
}
