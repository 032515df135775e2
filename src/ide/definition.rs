//! Where a name, an id or quoted words lead.

use crate::ide::Target;
use crate::ide::declaration::{entries, in_registry};
use crate::ide::registries::entry;
use crate::ide::under::{Thing, thing};
use crate::model::{Analysis, EntityKey, InferredSource, MeantBy};
use crate::text::{FileId, FileRange, TextRange, TextSize};
use crate::workspace::Snapshot;

/// Where what stands at `offset`, in bytes of `file`, leads; the best first.
///
/// A name or an id leads to the entity's entries, quoted words to the words of the text that name
/// who said them, whether a brace says who that is or the sentence, and to the record that holds them, a
/// brace to the speaker's entry, a
/// path to its file, “today” and “last Wednesday” to the day of the front matter from which they
/// count. In a registry, an entry leads to itself and the value of an `of` to the entry of whom it means.
/// What is declared nowhere leads to the first words that name it, or that are marked with
/// the same id.
pub fn definition(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Vec<Target> {
    if let Some(entry) = entry(snapshot, file, offset) {
        return in_registry(snapshot, file, entry);
    }
    let Some(thing) = thing(snapshot, file, offset) else {
        return Vec::new();
    };
    let analysis = snapshot.analysis(file);
    let origin = thing.range();
    match thing {
        Thing::Entity { key, .. } if analysis.entities.is_declared(key) => {
            entries(snapshot, file, origin, key)
        }
        Thing::Entity { key, .. } => first_mention(analysis, file, origin, key)
            .into_iter()
            .collect(),
        Thing::UnknownId { id, .. } => introduction(analysis, file, origin, &id)
            .into_iter()
            .collect(),
        Thing::Quotation { at, .. } => {
            let mut targets = who_said(snapshot, file, origin, at);
            targets.extend(in_records(snapshot, file, origin, at));
            targets
        }
        Thing::Brace { at, .. } => {
            let keys = analysis.speakers(at).into_iter();
            keys.flat_map(|key| entries(snapshot, file, origin, key))
                .collect()
        }
        Thing::Date { at, .. } => counted_from(analysis, file, origin, at)
            .into_iter()
            .collect(),
        Thing::FrontDate { .. } => Vec::new(),
        Thing::Path { file, .. } => {
            let place = FileRange {
                file,
                range: TextRange::default(),
            };
            vec![Target {
                origin,
                place,
                focus: place.range,
            }]
        }
    }
}

/// The words of the text that name who said the quotation at `at`, or else their entries.
fn who_said(snapshot: &Snapshot, file: FileId, origin: TextRange, at: usize) -> Vec<Target> {
    let analysis = snapshot.analysis(file);
    if let Some(source) = analysis.unwritten(at) {
        return vec![words_of(analysis, file, origin, at, source)];
    }
    let named = |key| match naming_words(analysis, file, origin, at, key) {
        Some(target) => vec![target],
        None => entries(snapshot, file, origin, key),
    };
    analysis.speakers(at).into_iter().flat_map(named).collect()
}

/// The words of records that are those of the quotation at `at`, or nearly.
fn in_records(snapshot: &Snapshot, file: FileId, origin: TextRange, at: usize) -> Vec<Target> {
    let alike = snapshot.elsewhere(file, at);
    let records = alike.iter().filter(|other| other.is_record());
    let places = records.filter_map(|record| record.place(snapshot));
    let target = |place: FileRange| Target {
        origin,
        place,
        focus: place.range,
    };
    places.map(target).collect()
}

/// The words that the text names the speaker of the quotation at `at` by; for a pronoun, the name that
/// it goes back to.
fn words_of(
    analysis: &Analysis,
    file: FileId,
    origin: TextRange,
    at: usize,
    source: &InferredSource,
) -> Target {
    let meant = source.meant.entities.first();
    let name = meant.filter(|_| source.meant.by == MeantBy::Pronoun);
    let name = name.and_then(|key| naming_words(analysis, file, origin, at, *key));
    name.unwrap_or(Target {
        origin,
        place: FileRange {
            file,
            range: source.speaker,
        },
        focus: source.speaker,
    })
}

/// The first words of the text that name the entity `key`.
fn first_mention(
    analysis: &Analysis,
    file: FileId,
    origin: TextRange,
    key: EntityKey,
) -> Option<Target> {
    let mut mentions = analysis.mentions.iter();
    let first = mentions.find(|mention| mention.entity == Some(key))?;
    let range = first.range();
    Some(Target {
        origin,
        place: FileRange { file, range },
        focus: first.words,
    })
}

/// The words that name the speaker `key` of the quotation at `at`.
fn naming_words(
    analysis: &Analysis,
    file: FileId,
    origin: TextRange,
    at: usize,
    key: EntityKey,
) -> Option<Target> {
    let mention = analysis.naming(at, key)?;
    let place = FileRange {
        file,
        range: mention.range(),
    };
    Some(Target {
        origin,
        place,
        focus: mention.words,
    })
}

/// The day of the front matter from which the words of a date count, where they do.
fn counted_from(analysis: &Analysis, file: FileId, origin: TextRange, at: usize) -> Option<Target> {
    let found = analysis.dates()[at].found.as_ref()?;
    let range = analysis.article.front.anchor()?.range;
    found.needs_anchor().then_some(Target {
        origin,
        place: FileRange { file, range },
        focus: range,
    })
}

/// The first words marked with an id that is declared nowhere.
fn introduction(analysis: &Analysis, file: FileId, origin: TextRange, id: &str) -> Option<Target> {
    let marked = analysis
        .mentions
        .iter()
        .find(|mention| mention.link.as_ref().is_some_and(|(_, link)| link.id == id))?;
    let place = FileRange {
        file,
        range: marked.range(),
    };
    Some(Target {
        origin,
        place,
        focus: marked.words,
    })
}
