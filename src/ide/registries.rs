//! What stands in registries, seen from there: the same entries that articles know by them.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::model::{Declaration, Spanned};
use crate::names::id::normalise_id;
use crate::text::{FileId, FileRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// What stands at some place of a registry.
#[derive(Debug, Clone, Copy)]
pub(super) enum Entry<'a> {
    /// The entry of an entity.
    Entity(&'a Declaration),
    /// In an entry, whom the entity belongs to.
    Of(&'a Spanned<String>),
}

/// What stands at `offset` of the registry `file`.
pub(super) fn entry(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Option<Entry<'_>> {
    let found = declaration_at(snapshot, file, offset)?;
    let of = found.of.as_ref();
    let of = of.filter(|of| of.range.contains_inclusive(offset));
    Some(of.map_or(Entry::Entity(found), Entry::Of))
}

/// The entry at `offset` of the registry `file`.
pub(super) fn declaration_at(
    snapshot: &Snapshot,
    file: FileId,
    offset: TextSize,
) -> Option<&Declaration> {
    if snapshot.kind(file) != FileKind::Registry {
        return None;
    }
    snapshot.registry(file).declarations.at(offset)
}

/// The entry of the entity whose id stands at `id`, in a registry or in front matter.
pub(super) fn declaration(snapshot: &Snapshot, id: FileRange) -> Option<&Declaration> {
    let declared = match snapshot.kind(id.file) {
        FileKind::Registry => &snapshot.registry(id.file).declarations,
        FileKind::Article | FileKind::Wire => &snapshot.front(id.file).entities,
        FileKind::Config | FileKind::Baseline => return None,
    };
    let start = |declaration: &Declaration| declaration.id.range.start();
    let at = declared
        .all
        .partition_point(|declaration| start(declaration) < id.range.start());
    let declaration = declared.all.get(at)?;
    (declaration.id.range == id.range).then_some(declaration)
}

/// The registries that are known, in their order.
pub(super) fn registries(snapshot: &Snapshot) -> impl Iterator<Item = FileId> {
    let files = snapshot.files();
    files.filter(|file| snapshot.kind(*file) == FileKind::Registry)
}

/// What the value of an `of` means, as far as registries tell: the ids of the entries.
#[derive(Debug)]
pub(super) struct Meanings<'a> {
    snapshot: &'a Snapshot,
    /// Of each registry that was asked about.
    scopes: HashMap<FileId, Scope>,
}

/// What can be meant in one registry.
#[derive(Debug, Default)]
struct Scope {
    /// The entries with each id, its own first.
    by_id: HashMap<String, Vec<FileRange>>,
    /// The ids of those who bear each name.
    by_name: HashMap<String, BTreeSet<String>>,
}

impl<'a> Meanings<'a> {
    pub(super) fn new(snapshot: &'a Snapshot) -> Meanings<'a> {
        Meanings {
            snapshot,
            scopes: HashMap::new(),
        }
    }

    /// The entries that `value` means in the registry `file`: those with that id, else those of the only
    /// entity with that name; the registry's own first.
    pub(super) fn of(&mut self, file: FileId, value: &str) -> &[FileRange] {
        let snapshot = self.snapshot;
        let scope = self
            .scopes
            .entry(file)
            .or_insert_with(|| Scope::new(snapshot, file));
        let value = normalise_id(value);
        let by_id = scope.by_id.get(&*value);
        let by_name = || {
            let mut bearers = scope.by_name.get(&*value)?.iter();
            let first = bearers.next()?;
            scope.by_id.get(first).filter(|_| bearers.next().is_none())
        };
        by_id.or_else(by_name).map_or(&[], Vec::as_slice)
    }
}

impl Scope {
    fn new(snapshot: &Snapshot, file: FileId) -> Scope {
        let mut scope = Scope::default();
        for registry in together(snapshot, file) {
            for declaration in &snapshot.registry(registry).declarations.all {
                let id = declaration.id.value.clone();
                let names = declaration.names.iter().chain(&declaration.aka);
                for name in names {
                    let name = normalise_id(&name.text).into_owned();
                    scope.by_name.entry(name).or_default().insert(id.clone());
                }
                let place = FileRange {
                    file: registry,
                    range: declaration.id.range,
                };
                scope.by_id.entry(id).or_default().push(place);
            }
        }
        scope
    }
}

/// The registries that articles know together with `file`, itself first.
fn together(snapshot: &Snapshot, file: FileId) -> Vec<FileId> {
    let mut together = vec![file];
    let mut seen = HashSet::from([file]);
    let articles = snapshot.files();
    for article in articles.filter(|file| snapshot.kind(*file) == FileKind::Article) {
        let registries = &snapshot.surroundings(article).registries;
        if registries.contains(&file) {
            together.extend(registries.iter().filter(|other| seen.insert(**other)));
        }
    }
    together
}

/// The entries of registries whose `of` means the entity with the declarations `declared`.
pub(super) fn members<'a>(
    snapshot: &'a Snapshot,
    declared: &[FileRange],
) -> Vec<(FileId, &'a Declaration)> {
    let mut called: HashSet<String> = HashSet::new();
    for declaration in declared.iter().filter_map(|id| declaration(snapshot, *id)) {
        called.insert(declaration.id.value.clone());
        let names = declaration.names.iter().chain(&declaration.aka);
        called.extend(names.map(|name| normalise_id(&name.text).into_owned()));
    }
    let mut meanings = Meanings::new(snapshot);
    let mut members = Vec::new();
    for registry in registries(snapshot) {
        for declaration in &snapshot.registry(registry).declarations.all {
            let of = declaration.of.as_ref().map(|of| of.value.as_str());
            let of = of.filter(|of| called.contains(&*normalise_id(of)));
            let is_meant = |of| {
                let meant = meanings.of(registry, of);
                meant.iter().any(|id| declared.contains(id))
            };
            if of.is_some_and(is_meant) {
                members.push((registry, declaration));
            }
        }
    }
    members
}
