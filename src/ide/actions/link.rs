//! Brackets around every bare name of an entity.

use serde::{Deserialize, Serialize};

use super::{Action, ActionKind, Asked, Choice, entity};
use crate::annotate::marking::Marker;
use crate::ide::under::{Thing, thing};
use crate::model::EntityKey;
use crate::text::{FileId, TextEdit};
use crate::workspace::Snapshot;

/// An entity whose bare names are to be put in brackets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linking {
    id: String,
}

/// Brackets around every bare name of the entity that is touched.
pub(super) fn list(asked: &Asked<'_>, found: &mut Vec<Action>) {
    let analysis = asked.analysis();
    let (Some(key), Some(marker)) = (touched(asked), Marker::of(asked.snapshot, asked.file)) else {
        return;
    };
    let id = &analysis.entities.get(key).id;
    if entity(analysis, id) != Some(key) {
        return;
    }
    if let Some((count, _)) = marker.mark_all(key) {
        let title = (asked.phrases().link_all)(asked.name(key), count);
        let choice = Choice::Link(Linking { id: id.clone() });
        found.push(Action::new(title, ActionKind::Link, choice));
    }
}

pub(super) fn edits(snapshot: &Snapshot, file: FileId, linking: &Linking) -> Option<Vec<TextEdit>> {
    let key = entity(snapshot.analysis(file), &linking.id)?;
    let (_, edits) = Marker::of(snapshot, file)?.mark_all(key)?;
    Some(edits)
}

/// The entity whose name, id or declaration is touched.
fn touched(asked: &Asked<'_>) -> Option<EntityKey> {
    match thing(asked.snapshot, asked.file, asked.range.start())? {
        Thing::Entity { range, key } if range.contains_range(asked.range) => Some(key),
        _ => None,
    }
}
