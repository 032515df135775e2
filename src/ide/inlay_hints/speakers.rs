//! Who speaks, shown behind the closing mark of quotations that no brace attributes.

use super::{HintKind, InlayHint, Part, name};
use crate::attribution::Grade;
use crate::ide::accept::{Offer, names, offers};
use crate::model::Analysis;
use crate::text::{FileId, FileRange, TextRange, TextSize};
use crate::workspace::Snapshot;

pub(super) fn hints(
    snapshot: &Snapshot,
    file: FileId,
    range: TextRange,
) -> impl Iterator<Item = InlayHint> {
    let offers = offers(snapshot.analysis(file));
    let shown = offers.filter(move |offer| range.contains_inclusive(offer.place));
    shown.map(move |offer| InlayHint {
        offset: offer.place,
        label: label(snapshot, file, offer),
        kind: HintKind::Speaker,
    })
}

/// Where such hints can stand, and the quotations there, by their places in the list.
pub(super) fn places(analysis: &Analysis) -> impl Iterator<Item = (TextSize, usize)> {
    offers(analysis).map(|offer| (offer.place, offer.at))
}

/// The names, each leading to its entry; of those whom nothing declares, to the words that name them.
fn label(snapshot: &Snapshot, file: FileId, offer: Offer<'_>) -> Vec<Part> {
    let words = Some(FileRange {
        file,
        range: offer.source.speaker,
    });
    let keys = &offer.source.meant.entities;
    let mut parts: Vec<Part> = if keys.is_empty() {
        let names = names(snapshot, file, offer.source).into_iter();
        names.map(|text| Part { text, target: None }).collect()
    } else {
        keys.iter().map(|key| name(snapshot, file, *key)).collect()
    };
    let last = parts.len().saturating_sub(1);
    for (at, part) in parts.iter_mut().enumerate() {
        part.target = part.target.or(words);
        if at < last {
            part.text.push_str(", ");
        }
    }
    let doubt = match offer.source.grade {
        Grade::Sure => "",
        Grade::Likely => "?",
        Grade::Guess => "??",
    };
    if let Some(last) = parts.last_mut() {
        last.text.push_str(doubt);
    }
    parts
}
