//! What stands under the cursor. The innermost thing wins.

use crate::model::{Analysis, EntityKey};
use crate::text::{FileId, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// A thing that the features know something about. Ranges are bytes of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Thing {
    /// An entity: its name, its id, or its entry.
    Entity { range: TextRange, key: EntityKey },
    /// An id that nothing declares.
    UnknownId { range: TextRange, id: String },
    /// A quotation of the article, by its place in the list.
    Quotation { range: TextRange, at: usize },
    /// A quotation's brace, apart from the ids in it.
    Brace { range: TextRange, at: usize },
    /// A date of the text, by its place in the list.
    Date { range: TextRange, at: usize },
    /// A date of the front matter.
    FrontDate { range: TextRange },
    /// A path of the front matter and the file that it leads to.
    Path { range: TextRange, file: FileId },
}

impl Thing {
    /// Where it stands.
    pub(super) fn range(&self) -> TextRange {
        match self {
            Thing::Entity { range, .. }
            | Thing::UnknownId { range, .. }
            | Thing::Quotation { range, .. }
            | Thing::Brace { range, .. }
            | Thing::Date { range, .. }
            | Thing::FrontDate { range }
            | Thing::Path { range, .. } => *range,
        }
    }
}

/// The thing at `offset` of an article or of the front matter of one.
pub(super) fn thing(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Option<Thing> {
    if !matches!(snapshot.kind(file), FileKind::Article | FileKind::Wire) {
        return None;
    }
    let analysis = snapshot.analysis(file);
    let around = |range: TextRange| range.contains_inclusive(offset);
    written_ids(analysis)
        .chain(front_matter(snapshot, file, analysis))
        .chain(mentions(analysis))
        .chain(dates(analysis))
        .chain(quotations(analysis, offset))
        .filter(|thing| around(thing.range()))
        .min_by_key(|thing| thing.range().len())
}

/// Ids in the text: in the tails of mentions and in braces.
fn written_ids(analysis: &Analysis) -> impl Iterator<Item = Thing> {
    analysis.article.references().into_iter().map(|reference| {
        let range = reference.range;
        match analysis.entities.find(&reference.id) {
            Some(key) => Thing::Entity { range, key },
            None => Thing::UnknownId {
                range,
                id: reference.id.clone(),
            },
        }
    })
}

fn front_matter<'a>(
    snapshot: &'a Snapshot,
    file: FileId,
    analysis: &'a Analysis,
) -> impl Iterator<Item = Thing> + 'a {
    let front = &analysis.article.front;
    let entries = front.entities.all.iter().filter_map(|declaration| {
        let key = analysis.entities.find(&declaration.id.value)?;
        Some(Thing::Entity {
            range: declaration.range,
            key,
        })
    });
    let named = front.named().filter_map(|value| {
        let key = analysis.entity_of(value)?;
        Some(Thing::Entity {
            range: value.range,
            key,
        })
    });
    let paths = snapshot.surroundings(file).named.iter();
    let paths = paths.map(|&(range, file)| Thing::Path { range, file });
    let dates = front.date.iter().chain(&front.dateline);
    let dates = dates.map(|date| Thing::FrontDate { range: date.range });
    entries.chain(named).chain(paths).chain(dates)
}

fn mentions(analysis: &Analysis) -> impl Iterator<Item = Thing> {
    analysis.mentions.iter().filter_map(|mention| {
        let key = mention.entity?;
        Some(Thing::Entity {
            range: mention.words,
            key,
        })
    })
}

/// Dates of the prose, and marked ones with their brackets.
fn dates(analysis: &Analysis) -> impl Iterator<Item = Thing> {
    analysis.dates().iter().enumerate().map(|(at, date)| {
        let mark = date.mark.map(|mark| analysis.article.dates[mark].range);
        let range = mark.unwrap_or(date.words);
        Thing::Date { range, at }
    })
}

/// Quotations around `offset`, by the part that stands there; their braces.
fn quotations(analysis: &Analysis, offset: TextSize) -> impl Iterator<Item = Thing> {
    analysis
        .article
        .quotations
        .iter()
        .enumerate()
        .flat_map(move |(at, quotation)| {
            let here = |piece: &&TextRange| piece.contains_inclusive(offset);
            let piece = quotation.pieces.iter().find(here);
            let brace = quotation.who.as_ref().map(|who| Thing::Brace {
                range: who.range,
                at,
            });
            piece
                .map(|&range| Thing::Quotation { range, at })
                .into_iter()
                .chain(brace)
        })
}
