//! Every place that has to do with an entity.

use crate::ide::identity::{Identity, entity};
use crate::ide::registries::members;
use crate::ide::under::{Thing, thing};
use crate::model::Digest;
use crate::text::{FileId, FileRange, TextRange, TextSize};
use crate::workspace::Snapshot;

/// Every place that has to do with the entity at `offset`, in bytes of `file`: its mentions, its
/// id wherever it is written, the values of front matter and registries that mean it, and where it is
/// declared if `with_declarations` is set. On quoted words, everything that their speaker says. In all
/// files that are known, in their order.
pub fn references(
    snapshot: &Snapshot,
    file: FileId,
    offset: TextSize,
    with_declarations: bool,
) -> Vec<FileRange> {
    let mut found = Vec::new();
    if let Some((_, identity)) = entity(snapshot, file, offset) {
        of_entity(snapshot, file, &identity, with_declarations, &mut found);
        return in_order(found);
    }
    match thing(snapshot, file, offset) {
        Some(Thing::UnknownId { id, .. }) => {
            let written = snapshot.analysis(file).article.references().into_iter();
            let written = written.filter(|other| other.id == id);
            found.extend(written.map(|other| FileRange {
                file,
                range: other.range,
            }));
        }
        Some(Thing::Quotation { at, .. } | Thing::Brace { at, .. }) => {
            let analysis = snapshot.analysis(file);
            for key in analysis.speakers(at) {
                let identity = Identity::of(file, analysis, key);
                collect(snapshot, file, &identity, said, &mut found);
            }
        }
        _ => {}
    }
    in_order(found)
}

fn of_entity(
    snapshot: &Snapshot,
    here: FileId,
    identity: &Identity,
    with_declarations: bool,
    found: &mut Vec<FileRange>,
) {
    collect(snapshot, here, identity, named, found);
    let members = members(snapshot, identity.declared()).into_iter();
    let values = members.filter_map(|(file, member)| {
        let range = member.of.as_ref()?.range;
        Some(FileRange { file, range })
    });
    found.extend(values);
    if with_declarations {
        found.extend_from_slice(identity.declared());
        for knowing in identity.knowing(snapshot, here) {
            found.extend_from_slice(&knowing.known().declared);
        }
    }
}

/// Adds what `places` finds in every article that knows the entity.
fn collect(
    snapshot: &Snapshot,
    here: FileId,
    identity: &Identity,
    places: fn(&Digest, u32) -> Vec<TextRange>,
    found: &mut Vec<FileRange>,
) {
    for knowing in identity.knowing(snapshot, here) {
        let file = knowing.file;
        let places = places(knowing.digest, knowing.at).into_iter();
        found.extend(places.map(|range| FileRange { file, range }));
    }
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
