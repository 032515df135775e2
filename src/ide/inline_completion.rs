//! The brace of the speaker whom the text names, as words that wait behind a closing mark to be taken.

use crate::attribution::Grade;
use crate::ide::accept::offers;
use crate::text::{FileId, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// What could be written at `offset`, in bytes of `file`: a brace directly behind a closing mark, or
/// the rest of one whose `{` stands there. Only speakers who are declared are offered, since nothing
/// else can be written with it.
pub fn inline_completion(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Option<String> {
    if snapshot.kind(file) != FileKind::Article {
        return None;
    }
    let analysis = snapshot.analysis(file);
    let text = snapshot.text(file);
    let (before, after) = text.split_at(offset.into());
    let opened = before.ends_with('{');
    let place = if opened {
        offset - TextSize::new(1)
    } else {
        offset
    };
    let offer = offers(analysis).find(|offer| offer.place == place)?;
    let entities = &offer.source.meant.entities;
    let is_declared = entities
        .iter()
        .all(|key| analysis.entities.is_declared(*key));
    if entities.is_empty() || !is_declared || offer.source.grade == Grade::Guess {
        return None;
    }
    let ids: Vec<&str> = entities
        .iter()
        .map(|key| analysis.entities.get(*key).id.as_str())
        .collect();
    let ids = ids.join(", ");
    Some(match (opened, after.starts_with('}')) {
        (false, _) => format!("{{{ids}}}"),
        (true, false) => format!("{ids}}}"),
        (true, true) => ids,
    })
}
