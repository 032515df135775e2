//! Who speaks in an article, as entities that braces can refer to: those that are declared, and those
//! that are to be.

use std::collections::{HashMap, HashSet};

use crate::annotate::declaration::NewEntity;
use crate::annotate::free_id::{free_id, meant_ids};
use crate::attribution::Grade;
use crate::model::{Analysis, Entity, EntityKey, EntityKind, InferredSource};
use crate::names::id::check_id;

/// Gives entities their ids, and notes which of them nothing declares yet.
pub(super) struct Cast<'a> {
    analysis: &'a Analysis,
    least: Grade,
    can_declare: bool,
    /// What is to be declared.
    pub(super) entities: Vec<NewEntity>,
    /// Those of them that were recognised in the text.
    recognised: HashMap<EntityKey, usize>,
    /// Those that stay unnamed, by the words that mean them.
    anonymous: HashMap<String, usize>,
    /// Ids that nothing declares and that mean something already.
    taken: HashSet<String>,
}

impl<'a> Cast<'a> {
    /// Of the article of `analysis`, with those of whom it is known at least as surely as `least` who
    /// they are; where `can_declare` is not set, only with those that are declared already.
    pub(super) fn new(analysis: &'a Analysis, least: Grade, can_declare: bool) -> Cast<'a> {
        Cast {
            analysis,
            least,
            can_declare,
            entities: Vec::new(),
            recognised: HashMap::new(),
            anonymous: HashMap::new(),
            taken: meant_ids(analysis),
        }
    }

    /// The id of an entity, and its place among those to declare if nothing declares it yet.
    pub(super) fn entity(&mut self, key: EntityKey) -> Option<(String, Option<usize>)> {
        let entity = self.analysis.entities.get(key);
        if self.analysis.entities.is_declared(key) {
            return Some((entity.id.clone(), None));
        }
        let is_doubtful = self.least == Grade::Sure && is_more_than_a_name(entity);
        if !self.can_declare || is_doubtful || check_id(&entity.id).is_err() {
            return None;
        }
        let entities = &mut self.entities;
        let at = *self.recognised.entry(key).or_insert_with(|| {
            entities.push(NewEntity::of(entity));
            entities.len() - 1
        });
        Some((entity.id.clone(), Some(at)))
    }

    /// A source that stays unnamed, as an entity with the words that mean it for a name.
    pub(super) fn unnamed(&mut self, source: &InferredSource) -> Option<(String, Option<usize>)> {
        if !source.is_anonymous || !self.can_declare {
            return None;
        }
        let name = self.analysis.article.words(source.speaker);
        if is_definite(name) {
            return None;
        }
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(at) = self.anonymous.get(&name) {
            return Some((self.entities[*at].id.clone(), Some(*at)));
        }
        let words: Vec<&str> = name.split(' ').take(LONGEST_ID).collect();
        let id = free_id(self.analysis, &self.taken, &words.join(" "))?;
        self.taken.insert(id.clone());
        let at = self.entities.len();
        self.entities.push(NewEntity {
            id: id.clone(),
            kind: None,
            name: name.clone(),
            aka: Vec::new(),
            role: None,
            anonymous: true,
        });
        self.anonymous.insert(name, at);
        Some((id, Some(at)))
    }
}

/// How many words of a description make an id.
const LONGEST_ID: usize = 4;

/// Whether a person’s name in a script without capitals is so long that some of it may be no name.
fn is_more_than_a_name(entity: &Entity) -> bool {
    let name = entity.name(None);
    entity.kind == Some(EntityKind::Person)
        && name.split_whitespace().count() > LONGEST_NAME
        && !name.contains(char::is_uppercase)
}

/// How many words the name of a person has at most where nothing in the script tells names apart.
const LONGEST_NAME: usize = 3;

/// Whether words go back to a source that was named before them: `the source`.
fn is_definite(description: &str) -> bool {
    let first = description.split_whitespace().next().unwrap_or_default();
    let first = first.to_lowercase();
    first.starts_with("ال")
        || first.starts_with("l’")
        || first.starts_with("l'")
        || DEFINITE.contains(&first.as_str())
}

/// Definite articles and what stands in their place.
const DEFINITE: [&str; 28] = [
    "the",
    "this",
    "that",
    "these",
    "those",
    "both",
    "der",
    "die",
    "das",
    "dem",
    "den",
    "dieser",
    "diese",
    "dieses",
    "diesem",
    "diesen",
    "beide",
    "le",
    "la",
    "les",
    "ce",
    "cet",
    "cette",
    "ces",
    "هذا",
    "هذه",
    "هؤلاء",
    "ذلك",
];
