//! The selected words, and how a choice remembers them.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::Asked;
use crate::annotate::marking::Marker;
use crate::ide::markdown::beginning;
use crate::model::Analysis;
use crate::text::TextRange;

/// The selected words, if some are selected that may be marked. One letter is not: editors in which
/// something is always selected, such as Helix and Kakoune, send it where the cursor stands.
pub(super) fn selected<'a>(asked: &Asked<'a>) -> Option<(Marker<'a>, TextRange)> {
    let text = asked
        .snapshot
        .text(asked.file)
        .get(Range::<usize>::from(asked.range))?;
    let is_selected = text.graphemes(true).nth(1).is_some();
    let marker = is_selected.then(|| Marker::of(asked.snapshot, asked.file))??;
    let words = marker.words(asked.range)?;
    Some((marker, words))
}

/// How much of the words a title shows, in characters.
const SHOWN: usize = 30;

/// The beginning of `words`, for a title.
pub(super) fn shown(analysis: &Analysis, words: TextRange) -> String {
    beginning(analysis.article.words(words), SHOWN)
}

/// Where words begin and end, in bytes of the article.
pub(super) fn bytes(range: TextRange) -> (u32, u32) {
    (range.start().into(), range.end().into())
}

/// The words that stand there, if they may still be marked.
pub(super) fn words(
    marker: &Marker<'_>,
    text: &str,
    (start, end): (u32, u32),
) -> Option<TextRange> {
    text.get(start as usize..end as usize)?;
    marker.words(TextRange::new(start.into(), end.into()))
}
