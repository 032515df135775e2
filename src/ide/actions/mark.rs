//! Saying whom selected words name.

use serde::{Deserialize, Serialize};

use super::selected::{bytes, selected, shown, words};
use super::{Action, ActionKind, Asked, Choice, entity, in_file};
use crate::annotate::marking::Marker;
use crate::ide::accept::nearest;
use crate::ide::search::Query;
use crate::model::{Analysis, EntityKey};
use crate::text::{FileEdit, FileId, TextRange};
use crate::workspace::Snapshot;

/// Words that are to be marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marking {
    /// Where they begin and end, in bytes of the article.
    words: (u32, u32),
    /// Whom they name: an id.
    id: String,
}

impl Marking {
    /// That `words` name the entity with the id `id`.
    pub(super) fn new(words: TextRange, id: &str) -> Marking {
        Marking {
            words: bytes(words),
            id: id.to_owned(),
        }
    }
}

/// Marks the selected words as each of those whom they most likely name.
pub(super) fn list(asked: &Asked<'_>, found: &mut Vec<Action>) {
    let Some((marker, words)) = selected(asked) else {
        return;
    };
    let analysis = asked.analysis();
    for key in candidates(analysis, words) {
        let id = &analysis.entities.get(key).id;
        if entity(analysis, id) == Some(key) && marker.mark(words, key).is_some() {
            let title = (asked.phrases().mark)(&shown(analysis, words), asked.name(key));
            let choice = Choice::Mark(Marking::new(words, id));
            found.push(Action::new(title, ActionKind::Mark, choice));
        }
    }
}

pub(super) fn edits(snapshot: &Snapshot, file: FileId, marking: &Marking) -> Option<Vec<FileEdit>> {
    let marker = Marker::of(snapshot, file)?;
    let words = words(&marker, snapshot.text(file), marking.words)?;
    let key = entity(snapshot.analysis(file), &marking.id)?;
    Some(in_file(file, marker.mark(words, key)?))
}

/// How many entities are offered.
const MOST: usize = 5;

/// Those whom `words` most likely name: those whose names they resemble, or hold, then those that are
/// named nearest.
fn candidates(analysis: &Analysis, words: TextRange) -> Vec<EntityKey> {
    let written = analysis.article.words(words);
    let query = Query::new(written);
    let likeness = |key| {
        let names = || analysis.entities.get(key).all_names();
        let like = names().filter_map(|name| query.rank(&name.text)).min();
        let held = || {
            let names = names().map(|name| Query::new(&name.text));
            let names = names.filter(|name| !name.is_empty());
            names.filter_map(|name| name.rank(written)).min()
        };
        let like = like.map(|rank| (0, Some(rank)));
        like.or_else(|| Some((1, Some(held()?))))
            .unwrap_or((2, None))
    };
    let mut keys = nearest(analysis, words.start());
    if !query.is_empty() {
        keys.sort_by_cached_key(|key| likeness(*key));
    }
    keys.truncate(MOST);
    keys
}
