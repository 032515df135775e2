//! The entities of one article or of its registries, and what finds them: made when first asked for,
//! so that articles which share their registries share all of it.

use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use crate::model::entity::Entity;
use crate::model::front_matter::{Declarations, EntityKind, Name};
use crate::model::spelling::Spellings;
use crate::names::id::normalise_id;
use crate::names::look_alike::look;
use crate::names::matcher::{Forms, NameEntry, NameMatcher};
use crate::text::FileId;

/// A name that more entities share is none that a text could decide: it is not looked for.
pub(super) const MOST_SHARING: usize = 64;

/// What some files declare together. It depends on their declarations alone.
#[derive(Debug, Default)]
pub struct EntityLayer {
    /// In the order of their declarations; the places here are the keys of everything below.
    pub(super) entities: Vec<Entity>,
    by_id: HashMap<String, u32>,
    bearers: OnceLock<HashMap<String, Vec<u32>>>,
    looks: OnceLock<HashMap<String, Vec<u32>>>,
    crowded: OnceLock<HashSet<String>>,
    matchers: [OnceLock<NameMatcher>; Forms::COUNT],
    spellings: OnceLock<Spellings>,
}

impl EntityLayer {
    /// Merges the declarations of several files, the nearest first.
    pub fn new<'a>(declared: impl IntoIterator<Item = (FileId, &'a Declarations)>) -> EntityLayer {
        let mut layer = EntityLayer::default();
        for (file, declarations) in declared {
            for (at, declaration) in declarations.all.iter().enumerate() {
                let entity = Entity::declared(file, at, declaration);
                if let Some(at) = layer.find(&entity.id) {
                    layer.entities[at as usize].fill(&entity);
                } else {
                    let at = layer.entities.len() as u32;
                    layer.by_id.insert(entity.id.clone(), at);
                    layer.entities.push(entity);
                }
            }
        }
        layer
    }

    /// A layer of entities that no file declares. None is found by its id.
    pub(super) fn of(entities: Vec<Entity>) -> EntityLayer {
        EntityLayer {
            entities,
            ..EntityLayer::default()
        }
    }

    /// The entity with that id.
    pub(super) fn find(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    /// The entities with a name, as it is written but for Unicode's NFC; of very many the first.
    pub(super) fn bearers(&self, name: &str) -> &[u32] {
        let bearers = self.bearers.get_or_init(|| {
            let names = self.names();
            gather(names.map(|(at, name)| (normalise_id(&name.text).into_owned(), at)))
        });
        bearers.get(name).map_or(&[], Vec::as_slice)
    }

    /// The entities whose ids look like that, a [`look`], in their order.
    pub(super) fn looking(&self, like: &str) -> &[u32] {
        let looks = self.looks.get_or_init(|| {
            let mut looks: HashMap<String, Vec<u32>> = HashMap::new();
            for (entity, at) in self.entities.iter().zip(0..) {
                looks.entry(look(&entity.id)).or_default().push(at);
            }
            looks
        });
        looks.get(like).map_or(&[], Vec::as_slice)
    }

    /// Whether so many entities share a name, as written, that it is not looked for.
    pub(super) fn is_crowded(&self, name: &str) -> bool {
        let crowded = self.crowded.get_or_init(|| {
            let mut sharing: HashMap<&str, usize> = HashMap::new();
            let mut crowded = HashSet::new();
            for (_, name) in self.names() {
                let count = sharing.entry(&name.text).or_default();
                *count += 1;
                if *count > MOST_SHARING {
                    crowded.insert(name.text.clone());
                }
            }
            crowded
        });
        crowded.contains(name)
    }

    /// What finds the names in texts whose language has these forms, but for those that are left out;
    /// which those are must not change from one call to the next.
    pub(super) fn matcher(&self, forms: Forms, is_left_out: &dyn Fn(&str) -> bool) -> &NameMatcher {
        self.matchers[forms as usize].get_or_init(|| {
            let names = self.names();
            let names =
                names.filter(|(_, name)| !is_left_out(&name.text) && !self.is_crowded(&name.text));
            let entries = names.map(|(at, name)| NameEntry {
                name: name.text.clone(),
                key: at,
                person: self.entities[at as usize].kind == Some(EntityKind::Person),
            });
            NameMatcher::new(entries, forms)
        })
    }

    /// How the names of persons are spelled.
    pub(super) fn spellings(&self) -> &Spellings {
        self.spellings
            .get_or_init(|| Spellings::new(&self.entities))
    }

    fn names(&self) -> impl Iterator<Item = (u32, &Name)> {
        let entities = self.entities.iter().zip(0..);
        entities.flat_map(|(entity, at)| entity.all_names().map(move |name| (at, name)))
    }
}

/// Who bears each name. Those beyond the most that may share a name make no difference.
pub(super) fn gather<Name: Eq + std::hash::Hash>(
    names: impl Iterator<Item = (Name, u32)>,
) -> HashMap<Name, Vec<u32>> {
    let mut bearers: HashMap<Name, Vec<u32>> = HashMap::new();
    for (name, at) in names {
        let bearers = bearers.entry(name).or_default();
        if bearers.last() != Some(&at) && bearers.len() <= MOST_SHARING {
            bearers.push(at);
        }
    }
    bearers
}
