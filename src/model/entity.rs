//! The entities that an article knows: its own and those of its registries, as one table.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::model::front_matter::{Declaration, Declarations, EntityKind, Name, Spanned};
use crate::names::id::normalise_id;
use crate::names::matcher::{NameEntry, NameMatcher};
use crate::text::{FileId, FileRange, TextRange};

/// An entity's place in its [`EntityTable`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityKey(pub u32);

/// An entity, put together from all its declarations; the nearest that says something counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entity {
    /// Its id, in Unicode's NFC.
    pub id: String,
    /// What it is.
    pub kind: Option<EntityKind>,
    /// Its names, one per language or one for all.
    pub names: Vec<Name>,
    /// Other names that the text may use.
    pub aka: Vec<Name>,
    /// Its office or occupation.
    pub role: Option<String>,
    /// Whom it belongs to: an id or a plain name.
    pub of: Option<String>,
    /// Whether it is a source that is not named.
    pub anonymous: Option<bool>,
    /// Its item in Wikidata, such as `Q42`.
    pub wikidata: Option<String>,
    /// A page about it.
    pub url: Option<String>,
    /// Where it is declared, the nearest first.
    pub declarations: Vec<Declared>,
}

/// One declaration of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Declared {
    /// Its id.
    pub id: FileRange,
    /// The whole entry.
    pub entry: FileRange,
    /// Its place among the declarations of its file.
    pub at: usize,
}

impl Entity {
    /// Its name in the language `lang` if it has one there, else its first, else its id.
    pub fn name(&self, lang: Option<&str>) -> &str {
        let of_language = self
            .names
            .iter()
            .find(|name| lang.is_some() && name.lang.as_deref() == lang);
        let name = of_language.or(self.names.first()).or(self.aka.first());
        name.map_or(&self.id, |name| &name.text)
    }

    /// All its names.
    pub fn all_names(&self) -> impl Iterator<Item = &Name> {
        self.names.iter().chain(&self.aka)
    }

    /// Adds what a declaration further away knows.
    fn fill(&mut self, (file, at): (FileId, usize), other: &Declaration) {
        let text =
            |value: &Option<Spanned<String>>| value.as_ref().map(|value| value.value.clone());
        self.kind = self.kind.or(other.kind.map(|kind| kind.value));
        if self.names.is_empty() {
            self.names.clone_from(&other.names);
        }
        if self.aka.is_empty() {
            self.aka.clone_from(&other.aka);
        }
        self.role = self.role.take().or_else(|| text(&other.role));
        self.of = self.of.take().or_else(|| text(&other.of));
        self.anonymous = self.anonymous.or(other.anonymous);
        self.wikidata = self.wikidata.take().or_else(|| text(&other.wikidata));
        self.url = self.url.take().or_else(|| text(&other.url));
        let place = |range: TextRange| FileRange { file, range };
        self.declarations.push(Declared {
            id: place(other.id.range),
            entry: place(other.range),
            at,
        });
    }
}

/// A name that more entities share is none that a text could decide: it is not looked for.
pub(super) const MOST_SHARING: usize = 64;

/// All entities that an article knows.
#[derive(Debug)]
pub struct EntityTable {
    entities: Vec<Entity>,
    by_id: HashMap<String, EntityKey>,
    /// Names as written, where one entity alone has them; made when it is first asked for.
    by_name: OnceLock<HashMap<String, Option<EntityKey>>>,
    matcher: NameMatcher,
}

impl EntityTable {
    /// Merges the declarations of several files, the nearest first: the article's own, then its
    /// registries from its folder upwards. `lang` is the article's language.
    pub fn new<'a>(
        declared: impl IntoIterator<Item = (FileId, &'a Declarations)>,
        lang: Option<&str>,
    ) -> EntityTable {
        let mut entities: Vec<Entity> = Vec::new();
        let mut by_id: HashMap<String, EntityKey> = HashMap::new();
        for (file, declarations) in declared {
            for (at, declaration) in declarations.all.iter().enumerate() {
                let id = &declaration.id.value;
                let key = *by_id.entry(id.clone()).or_insert_with(|| {
                    entities.push(Entity::unknown(id));
                    EntityKey(entities.len() as u32 - 1)
                });
                entities[key.0 as usize].fill((file, at), declaration);
            }
        }
        let mut sharing: HashMap<&str, usize> = HashMap::new();
        for name in entities.iter().flat_map(Entity::all_names) {
            *sharing.entry(&name.text).or_default() += 1;
        }
        let names = entities.iter().enumerate().flat_map(|(key, entity)| {
            let person = entity.kind == Some(EntityKind::Person);
            let entry = move |name: &Name| NameEntry {
                name: name.text.clone(),
                key: key as u32,
                person,
            };
            let may_be_decided = |name: &&Name| sharing[name.text.as_str()] <= MOST_SHARING;
            entity.all_names().filter(may_be_decided).map(entry)
        });
        let matcher = NameMatcher::new(&names.collect::<Vec<_>>(), lang);
        EntityTable {
            entities,
            by_id,
            by_name: OnceLock::new(),
            matcher,
        }
    }

    /// The entity with that id, which is in NFC.
    pub fn find(&self, id: &str) -> Option<EntityKey> {
        self.by_id.get(id).copied()
    }

    /// Those one of whose names the whole of `words` is, whatever is written onto it.
    pub fn bearing(&self, words: &str) -> Vec<EntityKey> {
        let is_onto = |text: &str| !text.contains(char::is_whitespace);
        let whole = self.matcher.find(words).into_iter().find(|found| {
            let (start, end) = (found.range.start().into(), found.range.end().into());
            is_onto(&words[..start]) && is_onto(&words[end..])
        });
        let keys = whole.map(|found| found.keys).unwrap_or_default();
        keys.into_iter().map(EntityKey).collect()
    }

    /// The entity that a value of the front matter means, which is an id or a name.
    pub fn meant_by(&self, value: &str) -> Option<EntityKey> {
        let by_id = self.find(&normalise_id(value));
        by_id.or_else(|| self.by_name().get(&*normalise_id(value)).copied().flatten())
    }

    fn by_name(&self) -> &HashMap<String, Option<EntityKey>> {
        self.by_name.get_or_init(|| {
            let mut by_name = HashMap::new();
            for (key, entity) in self.iter() {
                for name in entity.all_names() {
                    let name = normalise_id(&name.text).into_owned();
                    let only = by_name.entry(name).or_insert(Some(key));
                    *only = only.filter(|only| *only == key);
                }
            }
            by_name
        })
    }

    /// The entity.
    pub fn get(&self, key: EntityKey) -> &Entity {
        &self.entities[key.0 as usize]
    }

    /// All entities, the article's own first, in the order of their declarations.
    pub fn iter(&self) -> impl Iterator<Item = (EntityKey, &Entity)> {
        self.entities
            .iter()
            .enumerate()
            .map(|(key, entity)| (EntityKey(key as u32), entity))
    }

    pub(super) fn matcher(&self) -> &NameMatcher {
        &self.matcher
    }
}

impl Entity {
    fn unknown(id: &str) -> Entity {
        Entity {
            id: id.to_owned(),
            ..Entity::default()
        }
    }
}
