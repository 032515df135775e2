//! All places of this file that have to do with the thing under the cursor.

use crate::ide::identity::{Identity, entity};
use crate::ide::registries::members;
use crate::ide::under::{Thing, thing};
use crate::text::{FileId, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// A place that has to do with the thing under the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Highlight {
    /// In bytes of the file.
    pub range: TextRange,
    /// As what.
    pub kind: HighlightKind,
}

/// What a place is to the thing under the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HighlightKind {
    /// It declares the entity.
    Write,
    /// It names it: in words, by its id, in a value of front matter or registry.
    Read,
    /// It is said by it.
    Text,
}

/// The places in `file` that have to do with what stands at `offset`, in bytes of it, in their order.
/// Of an entity they are its declarations, its mentions and what it says; of a quotation, all that its
/// speakers say and the words that name them there.
pub fn highlights(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Vec<Highlight> {
    let mut found = Vec::new();
    if let Some((_, identity)) = entity(snapshot, file, offset) {
        of_entity(snapshot, file, &identity, &mut found);
    } else {
        match thing(snapshot, file, offset) {
            Some(Thing::UnknownId { id, .. }) => of_unknown(snapshot, file, &id, &mut found),
            Some(Thing::Quotation { at, .. } | Thing::Brace { at, .. }) => {
                of_speech(snapshot, file, at, &mut found);
            }
            _ => {}
        }
    }
    found.sort_by_key(|highlight| {
        let Highlight { range, kind } = highlight;
        (range.start(), range.end(), *kind as u8)
    });
    found.dedup();
    found
}

fn of_entity(snapshot: &Snapshot, file: FileId, identity: &Identity, found: &mut Vec<Highlight>) {
    let mut put = |range, kind| found.push(Highlight { range, kind });
    let knowing = identity.knowing(snapshot, file);
    let mut declared = identity.declared().to_vec();
    for knowing in knowing.iter().filter(|knowing| knowing.file == file) {
        let known = knowing.known();
        declared.extend_from_slice(&known.declared);
        for place in &known.places {
            put(place.range, HighlightKind::Read);
        }
        for utterance in knowing.digest.said_by(knowing.at) {
            put(utterance.range, HighlightKind::Text);
        }
    }
    for id in declared.iter().filter(|id| id.file == file) {
        put(id.range, HighlightKind::Write);
    }
    // Elsewhere the values are among the places.
    if snapshot.kind(file) == FileKind::Registry {
        let members = members(snapshot, &declared).into_iter();
        let here = members.filter(|(registry, _)| *registry == file);
        for of in here.filter_map(|(_, member)| member.of.as_ref()) {
            put(of.range, HighlightKind::Read);
        }
    }
}

/// An id that nothing declares, wherever it is written.
fn of_unknown(snapshot: &Snapshot, file: FileId, id: &str, found: &mut Vec<Highlight>) {
    let written = snapshot.analysis(file).article.references().into_iter();
    let written = written.filter(|other| other.id == id);
    found.extend(written.map(|other| Highlight {
        range: other.range,
        kind: HighlightKind::Read,
    }));
}

fn of_speech(snapshot: &Snapshot, file: FileId, at: usize, found: &mut Vec<Highlight>) {
    let analysis = snapshot.analysis(file);
    let mut put = |range, kind| found.push(Highlight { range, kind });
    put(analysis.article.quotations[at].range, HighlightKind::Text);
    if let Some(source) = analysis.unwritten(at) {
        put(source.speaker, HighlightKind::Read);
    }
    for key in analysis.speakers(at) {
        for (said, quotation) in analysis.said_by(key) {
            put(quotation.range, HighlightKind::Text);
            match analysis.unwritten(said) {
                Some(source) => put(source.speaker, HighlightKind::Read),
                None => {
                    if let Some(mention) = analysis.naming(said, key) {
                        put(mention.words, HighlightKind::Read);
                    }
                }
            }
        }
    }
}
