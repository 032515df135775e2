//! Declaring somebody or something new, whom selected words name.

use serde::{Deserialize, Serialize};

use super::selected::{bytes, selected, shown, words};
use super::{Action, ActionKind, Asked, Choice};
use crate::annotate::marking::Marker;
use crate::model::EntityKind;
use crate::names::characters::turns_direction;
use crate::names::is_word;
use crate::text::{FileEdit, FileId};
use crate::workspace::Snapshot;

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

/// Declares the selected words as the name of somebody or something new, if they may be a name and are
/// none yet: here, and in each registry that the article has.
pub(super) fn list(asked: &Asked<'_>, found: &mut Vec<Action>) {
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
                    let file = asked.snapshot.file_name(registry);
                    (phrases.introduce_in)(&words_shown, what, &file)
                }
            };
            let choice = Choice::Introduce(Introduction {
                words: bytes(words),
                kind,
                registry: registry.map(|file| file.0),
            });
            found.push(Action::new(title, ActionKind::Declare, choice));
        }
    }
}

pub(super) fn edits(
    snapshot: &Snapshot,
    file: FileId,
    new: &Introduction,
) -> Option<Vec<FileEdit>> {
    let marker = Marker::of(snapshot, file)?;
    let words = words(&marker, snapshot.text(file), new.words)?;
    let registry = match new.registry {
        Some(number) => {
            let mut known = snapshot.surroundings(file).registries.iter();
            Some(*known.find(|known| known.0 == number)?)
        }
        None => None,
    };
    marker.introduce(words, new.kind.kind(), registry)
}

/// How many registries.
const MOST_REGISTRIES: usize = 3;

/// Whether words are few, have letters, no signs around them, and nothing that turns the direction, which
/// without its partner would be a mistake in YAML.
fn may_be_name(words: &str) -> bool {
    words.starts_with(char::is_alphanumeric)
        && words.ends_with(|last| is_word(last) || last == '.')
        && words.contains(char::is_alphabetic)
        && words.split_whitespace().count() <= LONGEST
        && words.chars().count() <= MOST_LETTERS
        && !words.contains(turns_direction)
}

/// How many words a name has at most, and how many characters.
const LONGEST: usize = 8;
const MOST_LETTERS: usize = 80;
