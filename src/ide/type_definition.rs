//! Whom an entity belongs to.

use crate::ide::Target;
use crate::ide::declaration::{declared_at, entries};
use crate::ide::registries::{self, Entry, Meanings, entry};
use crate::ide::under::{Thing, thing};
use crate::model::EntityKey;
use crate::text::{FileId, TextSize};
use crate::workspace::Snapshot;

/// The entries of whom the entity at `offset`, in bytes of `file`, belongs to, or the speaker of the
/// quotation there.
pub fn type_definition(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Vec<Target> {
    if let Some(entry) = entry(snapshot, file, offset) {
        return in_registry(snapshot, file, entry);
    }
    let Some(thing) = thing(snapshot, file, offset) else {
        return Vec::new();
    };
    let analysis = snapshot.analysis(file);
    let origin = thing.range();
    let keys = match thing {
        Thing::Entity { key, .. } => vec![key],
        Thing::Quotation { at, .. } | Thing::Brace { at, .. } => analysis.speakers(at),
        _ => Vec::new(),
    };
    let mut affiliations: Vec<EntityKey> = Vec::new();
    for key in keys {
        let of = analysis.entities.get(key).of.as_deref();
        let of = of.and_then(|of| analysis.entities.meant_by(of));
        affiliations.extend(of.filter(|of| !affiliations.contains(of)));
    }
    affiliations
        .into_iter()
        .flat_map(|key| entries(snapshot, file, origin, key))
        .collect()
}

/// The same of an entry of the registry `file`, or of whom its `of` means.
fn in_registry(snapshot: &Snapshot, file: FileId, entry: Entry<'_>) -> Vec<Target> {
    let mut meanings = Meanings::new(snapshot);
    let (origin, found) = match entry {
        Entry::Entity(declaration) => {
            let of = declaration.of.as_ref();
            let found = of.map(|of| meanings.of(file, &of.value).to_vec());
            (declaration.range, found.unwrap_or_default())
        }
        Entry::Of(of) => {
            let mut found = Vec::new();
            for id in meanings.of(file, &of.value).to_vec() {
                let declaration = registries::declaration(snapshot, id);
                if let Some(further) = declaration.and_then(|declared| declared.of.as_ref()) {
                    found = meanings.of(id.file, &further.value).to_vec();
                    break;
                }
            }
            (of.range, found)
        }
    };
    let targets = found.into_iter();
    targets
        .filter_map(|id| declared_at(snapshot, origin, id))
        .collect()
}
