//! The entries of an entity: where it is declared.

use crate::ide::Target;
use crate::ide::registries::{self, Entry, Meanings, entry};
use crate::ide::under::{Thing, thing};
use crate::model::EntityKey;
use crate::text::{FileId, FileRange, TextRange, TextSize};
use crate::workspace::Snapshot;

/// The entries of the entity at `offset`, in bytes of `file`, or of the speaker of the quotation
/// there; the nearest first.
pub fn declaration(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Vec<Target> {
    if let Some(entry) = entry(snapshot, file, offset) {
        return in_registry(snapshot, file, entry);
    }
    let Some(thing) = thing(snapshot, file, offset) else {
        return Vec::new();
    };
    let range = thing.range();
    let keys = match thing {
        Thing::Entity { key, .. } => vec![key],
        Thing::Quotation { at, .. } | Thing::Brace { at, .. } => {
            snapshot.analysis(file).speakers(at)
        }
        Thing::UnknownId { .. }
        | Thing::Date { .. }
        | Thing::FrontDate { .. }
        | Thing::Path { .. } => Vec::new(),
    };
    keys.into_iter()
        .flat_map(|key| entries(snapshot, file, range, key))
        .collect()
}

/// The entries that something in the registry `file` leads to: an entry to itself, the value of an
/// `of` to those of whom it means.
pub(super) fn in_registry(snapshot: &Snapshot, file: FileId, entry: Entry<'_>) -> Vec<Target> {
    match entry {
        Entry::Entity(declaration) => {
            let range = declaration.id.range;
            let place = FileRange { file, range };
            declared_at(snapshot, declaration.range, place)
                .into_iter()
                .collect()
        }
        Entry::Of(of) => {
            let mut meanings = Meanings::new(snapshot);
            let meant = meanings.of(file, &of.value).iter();
            meant
                .filter_map(|id| declared_at(snapshot, of.range, *id))
                .collect()
        }
    }
}

/// The entry whose id stands at `id`.
pub(super) fn declared_at(snapshot: &Snapshot, origin: TextRange, id: FileRange) -> Option<Target> {
    let range = registries::declaration(snapshot, id)?.range;
    let file = id.file;
    Some(Target {
        origin,
        place: FileRange { file, range },
        focus: id.range,
    })
}

/// The entries of one entity that the article `file` knows.
pub(super) fn entries(
    snapshot: &Snapshot,
    file: FileId,
    origin: TextRange,
    key: EntityKey,
) -> Vec<Target> {
    let declarations = &snapshot.analysis(file).entities.get(key).declarations;
    let target = declarations.iter().map(|declared| Target {
        origin,
        place: declared.entry,
        focus: declared.id.range,
    });
    target.collect()
}
