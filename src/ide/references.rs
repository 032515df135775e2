//! Every place that has to do with an entity.

use crate::ide::under::{Thing, registry_entry, thing};
use crate::ide::usages::{Knowing, declared, usages};
use crate::model::{Digest, Known};
use crate::text::{FileId, FileRange, TextRange, TextSize};
use crate::workspace::Snapshot;

/// Every place that has to do with the entity at `offset`, in bytes of `file`: its mentions, its
/// id wherever it is written, and where it is declared if `with_declarations` is set. On quoted
/// words, everything that their speaker says. In all files that are known, in their order.
pub fn references(
    snapshot: &Snapshot,
    file: FileId,
    offset: TextSize,
    with_declarations: bool,
) -> Vec<FileRange> {
    if let Some(declared) = registry_entry(snapshot, file, offset) {
        return all(snapshot, file, &[declared], with_declarations, named);
    }
    let Some(thing) = thing(snapshot, file, offset) else {
        return Vec::new();
    };
    let analysis = snapshot.analysis(file);
    match thing {
        Thing::Entity { key, .. } if analysis.entities.is_declared(key) => {
            let declared = declared(analysis, key);
            all(snapshot, file, &declared, with_declarations, named)
        }
        Thing::Entity { key, .. } => {
            let id = &analysis.entities.get(key).id;
            here(snapshot, file, id, named)
        }
        Thing::UnknownId { id, .. } => {
            let written = analysis.article.references().into_iter();
            let written = written.filter(|other| other.id == id);
            let range = written.map(|other| other.range);
            range.map(|range| FileRange { file, range }).collect()
        }
        Thing::Quotation { at, .. } | Thing::Brace { at, .. } => {
            let mut found: Vec<FileRange> = Vec::new();
            for key in analysis.speakers(at) {
                found.extend(if analysis.entities.is_declared(key) {
                    all(snapshot, file, &declared(analysis, key), false, said)
                } else {
                    here(snapshot, file, &analysis.entities.get(key).id, said)
                });
            }
            in_order(found)
        }
        Thing::Date { .. } | Thing::FrontDate { .. } | Thing::Path { .. } => Vec::new(),
    }
}

/// Places of this file alone: whom nothing declares no other article knows.
fn here(
    snapshot: &Snapshot,
    file: FileId,
    id: &str,
    places: fn(&Digest, u32) -> Vec<TextRange>,
) -> Vec<FileRange> {
    let digest = snapshot.digest(file);
    let is_meant = |known: &Known| known.declared.is_empty() && *known.id == *id;
    let entities = digest.entities.iter().zip(0..);
    let meant = entities.filter(|(known, _)| is_meant(known));
    let places = meant.flat_map(|(_, at)| places(digest, at));
    in_order(places.map(|range| FileRange { file, range }).collect())
}

/// What `places` finds in every article that knows the entity with the declarations `declared`.
fn all(
    snapshot: &Snapshot,
    here: FileId,
    declared: &[FileRange],
    with_declarations: bool,
    places: fn(&Digest, u32) -> Vec<TextRange>,
) -> Vec<FileRange> {
    let mut found = Vec::new();
    for Knowing { file, digest, at } in usages(snapshot, here, declared) {
        let places = places(digest, at).into_iter();
        found.extend(places.map(|range| FileRange { file, range }));
        if with_declarations {
            found.extend_from_slice(&digest.entities[at as usize].declared);
        }
    }
    in_order(found)
}

fn in_order(mut places: Vec<FileRange>) -> Vec<FileRange> {
    places.sort_by_key(|place| (place.file, place.range.start(), place.range.end()));
    places.dedup();
    places
}

/// Where an entity is named, in words or by its id.
fn named(digest: &Digest, at: u32) -> Vec<TextRange> {
    let places = &digest.entities[at as usize].places;
    places.iter().map(|place| place.range).collect()
}

/// What it says.
fn said(digest: &Digest, at: u32) -> Vec<TextRange> {
    let said = digest.said_by(at);
    said.map(|utterance| utterance.range).collect()
}
