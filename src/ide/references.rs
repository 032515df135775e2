//! Every place that has to do with an entity.

use crate::ide::under::{Thing, registry_entry, said_by, speakers, thing};
use crate::model::{Analysis, EntityKey};
use crate::text::{FileId, FileRange, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

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
        return all(
            snapshot,
            &[declared],
            file,
            with_declarations,
            mentions_and_ids,
        );
    }
    let Some(thing) = thing(snapshot, file, offset) else {
        return Vec::new();
    };
    let analysis = snapshot.analysis(file);
    let declared = |key: &EntityKey| {
        let declarations = &analysis.entities.get(*key).declarations;
        declarations
            .iter()
            .map(|declared| declared.id)
            .collect::<Vec<_>>()
    };
    match thing {
        Thing::Entity { key, .. } if !analysis.entities.is_declared(key) => {
            here(file, mentions_and_ids(analysis, key))
        }
        Thing::Entity { key, .. } => all(
            snapshot,
            &declared(&key),
            file,
            with_declarations,
            mentions_and_ids,
        ),
        Thing::UnknownId { id, .. } => {
            let written = analysis
                .article
                .references()
                .into_iter()
                .filter(|other| other.id == id);
            written
                .map(|other| FileRange {
                    file,
                    range: other.range,
                })
                .collect()
        }
        Thing::Quotation { at, .. } | Thing::Brace { at, .. } => {
            let speakers = speakers(analysis, at);
            let recognised = speakers
                .iter()
                .filter(|key| !analysis.entities.is_declared(**key));
            let said = recognised.flat_map(|key| here(file, quotations(analysis, *key)));
            let declared: Vec<FileRange> = speakers.iter().flat_map(declared).collect();
            let declared = all(snapshot, &declared, file, false, quotations);
            said.chain(declared).collect()
        }
        Thing::Date { .. } | Thing::FrontDate { .. } | Thing::Path { .. } => Vec::new(),
    }
}

/// Places of one file. Whom nothing declares no other article knows.
fn here(file: FileId, places: Vec<TextRange>) -> Vec<FileRange> {
    let places = places.into_iter();
    places.map(|range| FileRange { file, range }).collect()
}

/// What `places` finds in every article that knows one of the entities `declared` at those places.
fn all(
    snapshot: &Snapshot,
    declared: &[FileRange],
    here: FileId,
    with_declarations: bool,
    places: fn(&Analysis, EntityKey) -> Vec<TextRange>,
) -> Vec<FileRange> {
    if declared.is_empty() {
        return Vec::new();
    }
    let articles = snapshot
        .files()
        .filter(|file| snapshot.kind(*file) == FileKind::Article || *file == here);
    let mut found: Vec<FileRange> = Vec::new();
    for file in articles.filter(|file| snapshot.kind(*file) != FileKind::Registry) {
        let analysis = snapshot.analysis(file);
        let is_meant = |key: EntityKey| {
            let declarations = &analysis.entities.get(key).declarations;
            declarations
                .iter()
                .any(|other| declared.contains(&other.id))
        };
        for (key, _) in analysis.entities.iter().filter(|(key, _)| is_meant(*key)) {
            found.extend(
                places(analysis, key)
                    .into_iter()
                    .map(|range| FileRange { file, range }),
            );
            if with_declarations {
                let declarations = &analysis.entities.get(key).declarations;
                found.extend(declarations.iter().map(|declared| declared.id));
            }
        }
    }
    found.sort_by_key(|place| (place.file, place.range.start(), place.range.end()));
    found.dedup();
    found
}

fn mentions_and_ids(analysis: &Analysis, key: EntityKey) -> Vec<TextRange> {
    let mentions = analysis
        .mentions
        .iter()
        .filter(|mention| mention.entity == Some(key));
    let ids = analysis.article.references().into_iter();
    let ids = ids
        .filter(|id| analysis.entities.find(&id.id) == Some(key))
        .map(|id| id.range);
    let values = analysis.article.front.named();
    let values = values
        .filter(|value| analysis.entity_of(value) == Some(key))
        .map(|value| value.range);
    mentions
        .map(|mention| mention.words)
        .chain(ids)
        .chain(values)
        .collect()
}

fn quotations(analysis: &Analysis, key: EntityKey) -> Vec<TextRange> {
    said_by(analysis, key)
        .map(|(_, quotation)| quotation.range)
        .collect()
}
