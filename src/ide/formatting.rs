//! The canonical form of annotations, as `isnad fmt` writes it.

use crate::format::format;
use crate::text::{FileId, TextEdit, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// The edits that bring the annotations of `file` into their canonical form, in the order of the
/// text; with `ranges`, in bytes, those that touch one of them. An edit spares what is right already,
/// so that a cursor beside it stays where it is.
pub fn formatting(
    snapshot: &Snapshot,
    file: FileId,
    ranges: Option<&[TextRange]>,
) -> Vec<TextEdit> {
    if snapshot.kind(file) != FileKind::Article {
        return Vec::new();
    }
    let text = snapshot.text(file);
    let mut edits = format(text, snapshot.tree(file));
    if let Some(ranges) = ranges {
        let is_touched = |edit: &TextEdit| {
            let mut ranges = ranges.iter();
            ranges.any(|range| edit.range.intersect(*range).is_some())
        };
        edits.retain(is_touched);
    }
    let edits = edits.into_iter();
    edits.map(|edit| sparing(text, &edit)).collect()
}

/// The same edit without what it would leave as it is at its beginning and its end.
fn sparing(text: &str, edit: &TextEdit) -> TextEdit {
    let (old, new) = (&text[edit.range], edit.text.as_str());
    let same = |(one, other): &(char, char)| one == other;
    let width = |(letter, _): (char, char)| letter.len_utf8();
    let before: usize = old
        .chars()
        .zip(new.chars())
        .take_while(same)
        .map(width)
        .sum();
    let (old, new) = (&old[before..], &new[before..]);
    let behind: usize = old
        .chars()
        .rev()
        .zip(new.chars().rev())
        .take_while(same)
        .map(width)
        .sum();
    let start = edit.range.start() + TextSize::new(before as u32);
    let end = edit.range.end() - TextSize::new(behind as u32);
    TextEdit {
        range: TextRange::new(start, end),
        text: new[..new.len() - behind].to_owned(),
    }
}
