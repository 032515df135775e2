//! The entities that an article knows: its own and those of its registries, as one table.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::model::entity_layer::EntityLayer;
use crate::model::front_matter::{Declaration, Declarations, EntityKind, Name, Spanned};
use crate::model::spelling::Spellings;
use crate::names::id::normalise_id;
use crate::names::look_alike::look;
use crate::names::matcher::{self, Language, NameMatch};
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
    /// Where it is declared, the nearest first; nowhere if it is recognised in the text.
    pub declarations: Vec<Declared>,
}

/// Whether that is the name of an item of Wikidata: `Q` and a number.
pub fn is_wikidata_item(item: &str) -> bool {
    let number = item.strip_prefix('Q').unwrap_or_default();
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// The page of an item of Wikidata.
pub fn wikidata_page(item: &str) -> String {
    format!("https://www.wikidata.org/wiki/{item}")
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

    /// An entity as one file declares it, at this place among its declarations.
    pub(super) fn declared(file: FileId, at: usize, declaration: &Declaration) -> Entity {
        let text =
            |value: &Option<Spanned<String>>| value.as_ref().map(|value| value.value.clone());
        let place = |range: TextRange| FileRange { file, range };
        Entity {
            id: declaration.id.value.clone(),
            kind: declaration.kind.map(|kind| kind.value),
            names: declaration.names.clone(),
            aka: declaration.aka.clone(),
            role: text(&declaration.role),
            of: text(&declaration.of),
            anonymous: declaration.anonymous,
            wikidata: text(&declaration.wikidata),
            url: text(&declaration.url),
            declarations: vec![Declared {
                id: place(declaration.id.range),
                entry: place(declaration.range),
                at,
            }],
        }
    }

    /// Adds what declarations further away know.
    pub(super) fn fill(&mut self, further: &Entity) {
        let text = |own: &mut Option<String>, further: &Option<String>| {
            own.take().or_else(|| further.clone())
        };
        self.kind = self.kind.or(further.kind);
        if self.names.is_empty() {
            self.names.clone_from(&further.names);
        }
        if self.aka.is_empty() {
            self.aka.clone_from(&further.aka);
        }
        self.role = text(&mut self.role, &further.role);
        self.of = text(&mut self.of, &further.of);
        self.anonymous = self.anonymous.or(further.anonymous);
        self.wikidata = text(&mut self.wikidata, &further.wikidata);
        self.url = text(&mut self.url, &further.url);
        self.declarations.extend_from_slice(&further.declarations);
    }
}

/// All entities that an article knows: what it declares itself, laid over what its registries do;
/// below both, those that are recognised in its text though nothing declares them. The latter have
/// names and no id that the text could refer to.
#[derive(Debug)]
pub struct EntityTable {
    own: Arc<EntityLayer>,
    registered: Arc<EntityLayer>,
    recognised: EntityLayer,
    /// The registries' entities that the article declares too: in `own` they are with all that the
    /// registries know of them, so that in `registered` they are passed over.
    overridden: HashSet<u32>,
    language: Language,
    number: u64,
}

/// A number that was not given before, which tells nothing beyond this process.
fn next_number() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed)
}

impl EntityTable {
    /// What the article `file` declares, over what its registries do. `lang` is its language. Takes
    /// time linear in what the article declares, whatever its registries hold.
    pub fn new(
        (file, own): (FileId, &Declarations),
        registered: Arc<EntityLayer>,
        lang: Option<&str>,
    ) -> EntityTable {
        let mut own = EntityLayer::new([(file, own)]);
        let mut overridden = HashSet::new();
        for entity in &mut own.entities {
            if let Some(further) = registered.find(&entity.id) {
                entity.fill(&registered.entities[further as usize]);
                overridden.insert(further);
            }
        }
        EntityTable {
            own: Arc::new(own),
            registered,
            recognised: EntityLayer::default(),
            overridden,
            language: Language::of(lang),
            number: next_number(),
        }
    }

    /// The same with the entities that were recognised in the text; `before` itself, if that is what they
    /// are laid over and if they are those that it has.
    pub(super) fn recognising(
        self: &Arc<EntityTable>,
        recognised: Vec<Entity>,
        before: Option<&Arc<EntityTable>>,
    ) -> Arc<EntityTable> {
        if recognised.is_empty() {
            return Arc::clone(self);
        }
        let is_same = |before: &&Arc<EntityTable>| {
            Arc::ptr_eq(&before.own, &self.own)
                && Arc::ptr_eq(&before.registered, &self.registered)
                && before.recognised.entities == recognised
        };
        if let Some(before) = before.filter(is_same) {
            return Arc::clone(before);
        }
        Arc::new(EntityTable {
            own: Arc::clone(&self.own),
            registered: Arc::clone(&self.registered),
            recognised: EntityLayer::of(recognised),
            overridden: self.overridden.clone(),
            language: self.language.clone(),
            number: next_number(),
        })
    }

    /// A number that no other table has.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// Whether something declares the entity; otherwise it is recognised in the text.
    pub fn is_declared(&self, key: EntityKey) -> bool {
        key.0 < self.first_recognised()
    }

    /// The entities that are recognised in the text, in the order in which it names them.
    pub fn recognised(&self) -> impl Iterator<Item = (EntityKey, &Entity)> {
        let recognised = self
            .recognised
            .entities
            .iter()
            .zip(self.first_recognised()..);
        recognised.map(|(entity, at)| (EntityKey(at), entity))
    }

    fn first_recognised(&self) -> u32 {
        (self.own.entities.len() + self.registered.entities.len()) as u32
    }

    /// What the article's registries declare.
    pub fn registered(&self) -> &Arc<EntityLayer> {
        &self.registered
    }

    /// The entity with that id, which is in NFC.
    pub fn find(&self, id: &str) -> Option<EntityKey> {
        let own = self.own.find(id).map(EntityKey);
        own.or_else(|| self.key_in_registries(self.registered.find(id)?))
    }

    /// Those one of whose names the whole of `words` is, whatever is written onto it.
    pub fn bearing(&self, words: &str) -> Vec<EntityKey> {
        let is_onto = |text: &str| !text.contains(char::is_whitespace);
        let whole = self.names_in(words).into_iter().find(|found| {
            let (start, end) = (found.range.start().into(), found.range.end().into());
            is_onto(&words[..start]) && is_onto(&words[end..])
        });
        let keys = whole.map(|found| found.keys).unwrap_or_default();
        keys.into_iter().map(EntityKey).collect()
    }

    /// The first entity of the registries whose id looks like `id`, if none has that very id.
    pub fn registered_like(&self, id: &str) -> Option<&Entity> {
        if self.registered.find(id).is_some() {
            return None;
        }
        let like = self.registered.looking(&look(id)).first()?;
        self.registered.entities.get(*like as usize)
    }

    /// The entities whose ids look like that, a [`look`]; the article's own first.
    pub fn looking(&self, like: &str) -> impl Iterator<Item = EntityKey> {
        let own = self.own.looking(like).iter().copied().map(EntityKey);
        let registered = self.registered.looking(like).iter();
        own.chain(registered.filter_map(|at| self.key_in_registries(*at)))
    }

    /// The entity that a value of the front matter means, which is an id or a name.
    pub fn meant_by(&self, value: &str) -> Option<EntityKey> {
        let value = normalise_id(value);
        self.find(&value).or_else(|| {
            let own = self.own.bearers(&value).iter().copied().map(EntityKey);
            let registered = self.registered.bearers(&value).iter();
            let registered = registered.filter_map(|at| self.key_in_registries(*at));
            let mut bearers = own.chain(registered);
            let first = bearers.next()?;
            bearers.next().is_none().then_some(first)
        })
    }

    /// The entity.
    pub fn get(&self, key: EntityKey) -> &Entity {
        let at = key.0 as usize;
        let layers = [&self.own, &self.registered];
        let mut before = 0;
        for layer in layers {
            if let Some(entity) = layer.entities.get(at - before) {
                return entity;
            }
            before += layer.entities.len();
        }
        &self.recognised.entities[at - before]
    }

    /// All that is declared, the article's own first, in the order of their declarations.
    pub fn iter(&self) -> impl Iterator<Item = (EntityKey, &Entity)> {
        let own = self.own.entities.iter().zip(0..);
        let own = own.map(|(entity, at)| (EntityKey(at), entity));
        let registered = self.registered.entities.iter().zip(0..);
        let registered = registered
            .filter_map(|(entity, at)| self.key_in_registries(at).map(|key| (key, entity)));
        own.chain(registered)
    }

    /// The names in `text`, the wire text of one passage.
    pub(super) fn names_in(&self, text: &str) -> Vec<NameMatch> {
        let forms = self.language.forms();
        let is_crowded = |name: &str| self.registered.is_crowded(name);
        let own = matcher::Layer {
            matcher: self.own.matcher(forms, &is_crowded),
            key: &Some,
        };
        let registered = matcher::Layer {
            matcher: self.registered.matcher(forms, &|_| false),
            key: &|at| self.key_in_registries(at).map(|key| key.0),
        };
        let recognised = matcher::Layer {
            matcher: self.recognised.matcher(forms, &|_| false),
            key: &|at| Some(self.first_recognised() + at),
        };
        matcher::find(&[own, registered, recognised], &self.language, text)
    }

    /// How the names of persons are spelled: of those of the article, of those of its registries, of
    /// those that are recognised.
    pub(super) fn spellings(&self) -> [&Spellings; 3] {
        [
            self.own.spellings(),
            self.registered.spellings(),
            self.recognised.spellings(),
        ]
    }

    /// The key of an entity of one of the layers, in the order of [`Self::spellings`]; none if it
    /// is another layer that speaks for it.
    pub(super) fn key(&self, layer: usize, at: u32) -> Option<EntityKey> {
        match layer {
            0 => Some(EntityKey(at)),
            1 => self.key_in_registries(at),
            _ => Some(EntityKey(self.first_recognised() + at)),
        }
    }

    fn key_in_registries(&self, at: u32) -> Option<EntityKey> {
        let is_own = self.overridden.contains(&at);
        (!is_own).then(|| EntityKey(self.own.entities.len() as u32 + at))
    }
}
