//! The day that words such as "yesterday" and "4 March" denote, where they denote one for sure.

use super::{Details, HintKind, InlayHint, Part};
use crate::dates::{DateValue, Found, Separator};
use crate::model::{Analysis, DateMention};
use crate::text::{FileId, FileRange, TextEdit, TextRange, TextSize, is_right_to_left};
use crate::workspace::{FileKind, Snapshot};

pub(super) fn hints(snapshot: &Snapshot, file: FileId, range: TextRange) -> Vec<InlayHint> {
    let analysis = snapshot.analysis(file);
    // Once in a paragraph is enough.
    let mut last: Option<(usize, DateValue)> = None;
    let mut hints = Vec::new();
    for (_, date, value) in shown(analysis) {
        let is_repeated = last.replace((date.passage, value)) == Some((date.passage, value));
        if is_repeated || !range.contains_inclusive(date.words.end()) {
            continue;
        }
        hints.push(InlayHint {
            offset: date.words.end(),
            label: vec![Part {
                text: written(snapshot, file, date, value),
                target: analysis.article.front.anchor().map(|anchor| FileRange {
                    file,
                    range: anchor.range,
                }),
            }],
            kind: HintKind::Date,
        });
    }
    hints
}

/// Where such hints can stand: the dates there, by their places in the list, and their days.
pub(super) fn places(analysis: &Analysis) -> impl Iterator<Item = (TextSize, (usize, DateValue))> {
    shown(analysis).map(|(at, date, value)| (date.words.end(), (at, value)))
}

pub(super) fn details(
    snapshot: &Snapshot,
    file: FileId,
    tooltip: String,
    (at, value): (usize, DateValue),
) -> Details {
    let analysis = snapshot.analysis(file);
    let date = &analysis.dates()[at];
    let text = snapshot.text(file);
    let is_plain = !text[date.words].contains(['[', ']', '{', '}', '(', ')', '\\', '\n']);
    let is_article = snapshot.kind(file) == FileKind::Article;
    let value = written(snapshot, file, date, value);
    let edits = (is_plain && is_article).then(|| {
        vec![
            TextEdit::insertion(date.words.start(), "["),
            TextEdit::insertion(date.words.end(), format!("](={value})")),
        ]
    });
    Details {
        tooltip,
        edits: edits.unwrap_or_default(),
    }
}

/// The dates of the prose that do not tell their day to whom does not know the day of writing, and
/// denote one for sure.
fn shown(analysis: &Analysis) -> impl Iterator<Item = (usize, &DateMention, DateValue)> {
    let dates = analysis.dates().iter().enumerate();
    dates.filter_map(|(at, date)| {
        let says_less = date.mark.is_none() && date.found.as_ref().is_some_and(Found::needs_anchor);
        match date.resolution.readings() {
            [value] if says_less => Some((at, date, *value)),
            _ => None,
        }
    })
}

/// As the markup writes it; hyphens turn around between letters that are written to the left.
fn written(snapshot: &Snapshot, file: FileId, date: &DateMention, value: DateValue) -> String {
    let words = &snapshot.text(file)[date.words];
    value.canonical(if words.contains(is_right_to_left) {
        Separator::Slash
    } else {
        Separator::Hyphen
    })
}
