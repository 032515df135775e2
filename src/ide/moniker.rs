//! By what an entity is known outside of this workspace, or at least outside of this article.

use crate::ide::identity::entity;
use crate::ide::registries::declaration;
use crate::text::{FileId, FileRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// A name of an entity that stays the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moniker {
    /// By whose rules it is given.
    pub scheme: Scheme,
    /// An item of Wikidata such as `Q42`, or the id.
    pub identifier: String,
    /// Where the entity that is meant is described.
    pub described: Described,
}

/// Who gives the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// Wikidata: one name for one entity everywhere.
    Wikidata,
    /// Whoever declares the entity in a registry: one name for all articles that know it.
    Registry,
    /// The article: elsewhere the same id may mean another.
    Article,
}

/// Where an entity is described.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Described {
    /// In the file that was asked about, for others.
    Here,
    /// In another file, or in Wikidata.
    Elsewhere,
    /// In the article that was asked about, for itself alone.
    HereAlone,
}

/// The stable name of the entity at `offset`, in bytes of `file`. Who is declared nowhere has none.
pub fn moniker(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Option<Moniker> {
    let (_, identity) = entity(snapshot, file, offset)?;
    let declared = identity.declared();
    let nearest = declaration(snapshot, *declared.first()?)?;
    let is_registered = |id: &&FileRange| snapshot.kind(id.file) == FileKind::Registry;
    let registered = declared.iter().find(is_registered);
    let mut all = declared.iter().filter_map(|id| declaration(snapshot, *id));
    let item = all.find_map(|declared| declared.wikidata.as_ref());
    let item = item
        .map(|item| item.value.as_str())
        .filter(|item| is_item(item));
    let described = match registered {
        Some(_) if snapshot.kind(file) == FileKind::Registry => Described::Here,
        None if item.is_none() => Described::HereAlone,
        _ => Described::Elsewhere,
    };
    let (scheme, identifier) = match item {
        Some(item) => (Scheme::Wikidata, item),
        None if registered.is_some() => (Scheme::Registry, nearest.id.value.as_str()),
        None => (Scheme::Article, nearest.id.value.as_str()),
    };
    Some(Moniker {
        scheme,
        identifier: identifier.to_owned(),
        described,
    })
}

/// Whether it is the name of an item: `Q` and a number.
fn is_item(item: &str) -> bool {
    let number = item.strip_prefix('Q');
    number.is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}
