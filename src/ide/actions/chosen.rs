//! What somebody chooses by a key and a name, instead of from the list: an error says in the user's
//! language why nothing comes of it.

use super::attribution::{Attribution, touched};
use super::mark::Marking;
use super::{Choice, entity};
use crate::annotate::marking::Marker;
use crate::ide::Locale;
use crate::text::{FileId, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// That the entity with the id `id` says the quotation at `offset`, in bytes of `file`.
pub fn attribute(
    snapshot: &Snapshot,
    file: FileId,
    offset: TextSize,
    id: &str,
    locale: Locale,
) -> Result<Choice, String> {
    let at = quotation(snapshot, file, offset, locale)?;
    known(snapshot, file, id, locale)?;
    Ok(Choice::Attribute(Attribution::by(at, id)))
}

/// That the quotation at `offset`, in bytes of `file`, is said by whom the text tells.
pub fn accept(
    snapshot: &Snapshot,
    file: FileId,
    offset: TextSize,
    locale: Locale,
) -> Result<Choice, String> {
    let at = quotation(snapshot, file, offset, locale)?;
    let analysis = snapshot.analysis(file);
    if analysis.unwritten(at).is_none() || analysis.is_no_speech(at) {
        return Err(locale.phrases().refusal.nobody_told.to_owned());
    }
    Ok(Choice::Attribute(Attribution::told(at)))
}

/// That the words in `range`, in bytes of `file`, name the entity with the id `id`.
pub fn mark(
    snapshot: &Snapshot,
    file: FileId,
    range: TextRange,
    id: &str,
    locale: Locale,
) -> Result<Choice, String> {
    let refusals = &locale.phrases().refusal;
    let marker = Marker::of(snapshot, file).ok_or(refusals.no_article)?;
    let words = marker.words(range).ok_or(refusals.no_words)?;
    known(snapshot, file, id, locale)?;
    Ok(Choice::Mark(Marking::new(words, id)))
}

fn quotation(
    snapshot: &Snapshot,
    file: FileId,
    offset: TextSize,
    locale: Locale,
) -> Result<usize, String> {
    let refusals = &locale.phrases().refusal;
    if snapshot.kind(file) != FileKind::Article {
        return Err(refusals.no_article.to_owned());
    }
    let touched = touched(snapshot.analysis(file), TextRange::empty(offset));
    touched.ok_or_else(|| refusals.no_quotation.to_owned())
}

fn known(snapshot: &Snapshot, file: FileId, id: &str, locale: Locale) -> Result<(), String> {
    match entity(snapshot.analysis(file), id) {
        Some(_) => Ok(()),
        None => Err((locale.phrases().refusal.no_entity)(id)),
    }
}
