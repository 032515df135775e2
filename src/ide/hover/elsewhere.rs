//! What other articles say, as far as it is known without reading any: a card is there at once.

use crate::model::{Digest, Role};
use crate::text::{FileId, FileRange};
use crate::workspace::{FileKind, Snapshot};

/// So many articles may be open and changing: that they are not read anew yet makes no difference that
/// a reader has to know.
const MOST_OPEN: usize = 16;

/// In how many other articles an entity stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Elsewhere {
    /// In so many it is named or speaks.
    pub(super) named: usize,
    /// In so many of these it speaks.
    pub(super) speaks: usize,
    /// All articles have been read; otherwise there may be more.
    pub(super) is_all: bool,
}

impl Elsewhere {
    /// The other articles than `here` that know the entity with the declarations `declared`.
    pub(super) fn of(snapshot: &Snapshot, here: FileId, declared: &[FileRange]) -> Elsewhere {
        let (mut named, mut speaks, mut unread) = (0, 0, 0);
        for (_, digest) in others(snapshot, here) {
            let Some(digest) = digest else {
                unread += 1;
                continue;
            };
            let (mut is_named, mut has_said) = (false, false);
            for at in digest.known_by(declared) {
                let mut places = digest.entities[at as usize].places.iter();
                is_named |= places.any(|place| place.role == Role::Words);
                has_said |= digest.said_by(at).next().is_some();
            }
            named += usize::from(is_named || has_said);
            speaks += usize::from(has_said);
        }
        Elsewhere {
            named,
            speaks,
            is_all: unread <= MOST_OPEN,
        }
    }
}

/// The other articles than `here` in which words with that wording stand, and where, in their order.
pub(super) fn same_words(snapshot: &Snapshot, here: FileId, wording: u64) -> Vec<FileRange> {
    if wording == 0 {
        return Vec::new();
    }
    let known = others(snapshot, here).filter_map(|(file, digest)| Some((file, digest?)));
    let found = known.filter_map(|(file, digest)| {
        let mut utterances = digest.utterances.iter();
        let same = utterances.find(|utterance| utterance.wording == wording)?;
        Some(FileRange {
            file,
            range: same.range,
        })
    });
    found.collect()
}

/// The other articles, but for the one that annotates `here`, which is no other text.
fn others(snapshot: &Snapshot, here: FileId) -> impl Iterator<Item = (FileId, Option<&Digest>)> {
    let is_wire = snapshot.kind(here) == FileKind::Wire;
    let articles = snapshot
        .files()
        .filter(move |file| *file != here && snapshot.kind(*file) == FileKind::Article);
    let others =
        articles.filter(move |file| !is_wire || snapshot.surroundings(*file).wire != Some(here));
    others.map(|file| (file, snapshot.digest_if_made(file)))
}
