//! The entries of an entity: where it is declared.

use crate::ide::Target;
use crate::ide::under::{Thing, thing};
use crate::model::EntityKey;
use crate::text::{FileId, TextRange, TextSize};
use crate::workspace::Snapshot;

/// The entries of the entity at `offset`, in bytes of `file`, or of the speaker of the quotation
/// there; the nearest first.
pub fn declaration(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Vec<Target> {
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
