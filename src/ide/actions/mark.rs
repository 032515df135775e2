//! Saying whom selected words name: somebody who is known, or somebody new.

use serde::{Deserialize, Serialize};

use super::{Action, ActionKind, Asked, Choice, entity, in_file};
use crate::annotate::marking::Marker;
use crate::ide::accept::nearest;
use crate::ide::markdown::beginning;
use crate::ide::search::Query;
use crate::model::{Analysis, EntityKey, EntityKind};
use crate::names::is_word;
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

/// Words that are to be declared as a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Introduction {
    /// Where they begin and end, in bytes of the article.
    words: (u32, u32),
    kind: NewKind,
    /// The registry, by the number of its file; none for the article itself.
    registry: Option<u32>,
}

/// What somebody or something new is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum NewKind {
    Person,
    Organization,
    Place,
}

impl NewKind {
    /// All of them, in the order of their phrases.
    const ALL: [NewKind; 3] = [NewKind::Person, NewKind::Organization, NewKind::Place];

    fn kind(self) -> EntityKind {
        match self {
            NewKind::Person => EntityKind::Person,
            NewKind::Organization => EntityKind::Organization,
            NewKind::Place => EntityKind::Place,
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
            let marking = Marking {
                words: bytes(words),
                id: id.clone(),
            };
            let choice = Choice::Mark(marking);
            found.push(Action::new(title, ActionKind::Rewrite, choice));
        }
    }
}

/// Declares the selected words as the name of somebody or something new, if they may be a name and are
/// none yet: here, and in each registry that the article has.
pub(super) fn list_new(asked: &Asked<'_>, found: &mut Vec<Action>) {
    let Some((marker, words)) = selected(asked) else {
        return;
    };
    let analysis = asked.analysis();
    let written = analysis.article.words(words);
    let mut mentions = analysis.mentions.iter();
    let names_somebody = mentions.any(|mention| mention.words.contains_range(words));
    if names_somebody || !may_be_name(written) || !analysis.entities.bearing(written).is_empty() {
        return;
    }
    let (phrases, words_shown) = (asked.phrases(), shown(analysis, words));
    let registries = asked.snapshot.surroundings(asked.file).registries.iter();
    let registries = registries.take(MOST_REGISTRIES).copied().map(Some);
    for registry in std::iter::once(None).chain(registries) {
        for (kind, what) in NewKind::ALL.into_iter().zip(phrases.new) {
            if marker.introduce(words, kind.kind(), registry).is_none() {
                continue;
            }
            let title = match registry {
                None => (phrases.introduce_here)(&words_shown, what),
                Some(registry) => {
                    let path = asked.snapshot.path(registry);
                    let file = path.file_name().unwrap_or_default().to_string_lossy();
                    (phrases.introduce_in)(&words_shown, what, &file)
                }
            };
            let choice = Choice::Introduce(Introduction {
                words: bytes(words),
                kind,
                registry: registry.map(|file| file.0),
            });
            found.push(Action::new(title, ActionKind::Extract, choice));
        }
    }
}

pub(super) fn edits(snapshot: &Snapshot, file: FileId, marking: &Marking) -> Option<Vec<FileEdit>> {
    let marker = Marker::of(snapshot, file)?;
    let words = marker.words(range(snapshot, file, marking.words)?)?;
    let key = entity(snapshot.analysis(file), &marking.id)?;
    Some(in_file(file, marker.mark(words, key)?))
}

pub(super) fn edits_of_new(
    snapshot: &Snapshot,
    file: FileId,
    new: &Introduction,
) -> Option<Vec<FileEdit>> {
    let marker = Marker::of(snapshot, file)?;
    let words = marker.words(range(snapshot, file, new.words)?)?;
    let registry = match new.registry {
        Some(number) => {
            let mut known = snapshot.surroundings(file).registries.iter();
            Some(*known.find(|known| known.0 == number)?)
        }
        None => None,
    };
    marker.introduce(words, new.kind.kind(), registry)
}

/// How many entities are offered.
const MOST: usize = 5;

/// How many registries.
const MOST_REGISTRIES: usize = 3;

/// The selected words, if some are selected that may be marked.
fn selected<'a>(asked: &Asked<'a>) -> Option<(Marker<'a>, TextRange)> {
    let is_selected = !asked.range.is_empty();
    let marker = is_selected.then(|| Marker::of(asked.snapshot, asked.file))??;
    let words = marker.words(asked.range)?;
    Some((marker, words))
}

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

/// Whether words are few, have letters, and no signs around them.
fn may_be_name(words: &str) -> bool {
    words.starts_with(char::is_alphanumeric)
        && words.ends_with(|last| is_word(last) || last == '.')
        && words.contains(char::is_alphabetic)
        && words.split_whitespace().count() <= LONGEST
        && words.chars().count() <= MOST_LETTERS
}

/// How many words a name has at most, and how many characters.
const LONGEST: usize = 8;
const MOST_LETTERS: usize = 80;

/// How much of the words a title shows, in characters.
const SHOWN: usize = 30;

fn shown(analysis: &Analysis, words: TextRange) -> String {
    beginning(analysis.article.words(words), SHOWN)
}

fn bytes(range: TextRange) -> (u32, u32) {
    (range.start().into(), range.end().into())
}

fn range(snapshot: &Snapshot, file: FileId, (start, end): (u32, u32)) -> Option<TextRange> {
    snapshot.text(file).get(start as usize..end as usize)?;
    Some(TextRange::new(start.into(), end.into()))
}
