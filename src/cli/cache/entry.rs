//! What is kept of an article in which nothing is wrong: what comparing asks of its digest.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::front_matter::EntityKind;
use crate::model::wording::Phrase;
use crate::model::{Chain, Digest, Known, SpeechKind, Utterance};
use crate::text::{FileId, FileRange, TextRange};

#[derive(Serialize, Deserialize)]
pub(super) struct Entry {
    day: Option<String>,
    record: Option<Vec<u32>>,
    entities: Vec<Entity>,
    said: Vec<Spoken>,
}

#[derive(Serialize, Deserialize)]
struct Entity {
    id: Box<str>,
    name: Box<str>,
    kind: Option<Box<str>>,
    role: Option<Box<str>>,
    /// The file by its place among those of the article, and where in it.
    declared: Vec<(usize, u32, u32)>,
}

#[derive(Serialize, Deserialize)]
struct Spoken {
    range: (u32, u32),
    is_partial: bool,
    is_said: bool,
    is_sure: bool,
    speakers: Box<[u32]>,
    via: Box<[u32]>,
    wording: u64,
    phrase: Vec<u32>,
}

impl Entry {
    /// What is kept of a brief digest. `files` are the article and its registries, in which all its entities are
    /// declared; none where one is declared elsewhere.
    pub(super) fn of(digest: &Digest, files: &[FileId]) -> Option<Entry> {
        let places: BTreeMap<FileId, usize> = files.iter().copied().zip(0..).collect();
        let entity = |known: &Known| {
            let declared = known.declared.iter().map(|declared| {
                let place = places.get(&declared.file)?;
                let range = declared.range;
                Some((*place, range.start().into(), range.end().into()))
            });
            Some(Entity {
                id: known.id.clone(),
                name: known.name.clone(),
                kind: known.kind.map(|kind| kind.name().into()),
                role: known.role.clone(),
                declared: declared.collect::<Option<_>>()?,
            })
        };
        let said = digest.utterances.iter().map(|utterance| Spoken {
            range: (utterance.range.start().into(), utterance.range.end().into()),
            is_partial: utterance.kind == SpeechKind::Partial,
            is_said: utterance.is_said,
            is_sure: utterance.is_sure,
            speakers: utterance.chain.speakers().into(),
            via: utterance.chain.via().into(),
            wording: utterance.wording,
            phrase: utterance.phrase.iter().flat_map(Phrase::numbers).collect(),
        });
        let numbers = |phrase: &Phrase| phrase.numbers().collect();
        Some(Entry {
            day: digest.day.map(|day| day.to_string()),
            record: digest.record.as_ref().map(numbers),
            entities: digest.entities.iter().map(entity).collect::<Option<_>>()?,
            said: said.collect(),
        })
    }

    /// The digest; none where the entry is none of ours.
    pub(super) fn digest(self, files: &[FileId]) -> Option<Digest> {
        let day = self.day.map(|day| day.parse());
        let entity = |entity: Entity| {
            let declared = entity.declared.into_iter().map(|(place, start, end)| {
                let file = *files.get(place)?;
                let range = range(start, end)?;
                Some(FileRange { file, range })
            });
            let declared = declared.collect::<Option<_>>()?;
            let kind = entity.kind.map(|name| {
                let mut kinds = EntityKind::ALL.iter();
                kinds.find(|(known, _)| **known == *name)
            });
            Some(Known {
                id: entity.id,
                name: entity.name,
                kind: match kind {
                    Some(known) => Some(known?.1),
                    None => None,
                },
                role: entity.role,
                declared,
                places: Box::default(),
            })
        };
        let count = self.entities.len();
        let are_known = |places: &[u32]| places.iter().all(|at| (*at as usize) < count);
        let said = |said: Spoken| {
            let is_known = are_known(&said.speakers) && are_known(&said.via);
            let range = range(said.range.0, said.range.1).filter(|_| is_known)?;
            Some(Utterance {
                range,
                words: Box::default(),
                kind: if said.is_partial {
                    SpeechKind::Partial
                } else {
                    SpeechKind::Direct
                },
                is_said: said.is_said,
                chain: Chain::new(&said.speakers, &said.via),
                is_sure: said.is_sure,
                wording: said.wording,
                phrase: Some(Phrase::of_numbers(said.phrase)),
                inside: None,
            })
        };
        let mut digest = Digest::default();
        digest.utterances = self.said.into_iter().map(said).collect::<Option<_>>()?;
        digest.entities = self
            .entities
            .into_iter()
            .map(entity)
            .collect::<Option<_>>()?;
        digest.record = self.record.map(Phrase::of_numbers);
        digest.day = day.transpose().ok()?;
        Some(digest)
    }
}

fn range(start: u32, end: u32) -> Option<TextRange> {
    (start <= end).then(|| TextRange::new(start.into(), end.into()))
}
