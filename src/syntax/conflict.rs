//! Conflicts that a merge has left in a text, by the marker lines that git writes.

use std::borrow::Cow;

use crate::syntax::range;
use crate::text::TextRange;

/// A conflict, or what is left of one. All ranges are bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// From its first marker to its last, marker lines included.
    pub range: TextRange,
    /// The marker lines in their order, without their line ends.
    pub markers: Vec<(Marker, TextRange)>,
}

/// The four kinds of marker lines, each seven times one sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// `<<<<<<<`: one side begins.
    Ours,
    /// `|||||||`: the text before both sides begins.
    Base,
    /// `=======`: the other side begins.
    Theirs,
    /// `>>>>>>>`: the conflict ends.
    End,
}

/// The conflicts of `text`, in their order. A line of seven `=` or `|` is one only inside a
/// conflict: alone, it underlines a heading or belongs to a table. `<<<<<<<` and `>>>>>>>` that
/// lost the rest of their conflict are conflicts of their own.
pub fn conflicts(text: &str) -> Vec<Conflict> {
    let mut conflicts: Vec<Conflict> = Vec::new();
    let mut open: Option<Conflict> = None;
    // Lines that are part of a conflict only if a `>>>>>>>` follows.
    let mut loose: Option<(Marker, TextRange)> = None;
    let mut at = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let end = at + line.len();
        let line = line.trim_start_matches('\u{feff}');
        let start = end - line.len();
        at = end;
        let Some(marker) = marker(line) else { continue };
        let place = range(start, start + line.trim_end().len());
        match (marker, open.take()) {
            (Marker::Ours, before) => {
                conflicts.extend(before);
                loose = None;
                open = Some(Conflict::new(marker, place));
            }
            (Marker::End, Some(mut conflict)) => {
                conflict.add(marker, place);
                conflicts.push(conflict);
            }
            (Marker::End, None) => {
                let first = loose.take().unwrap_or((marker, place));
                let mut conflict = Conflict::new(first.0, first.1);
                if first.0 != marker {
                    conflict.add(marker, place);
                }
                conflicts.push(conflict);
            }
            (_, Some(mut conflict)) => {
                conflict.add(marker, place);
                open = Some(conflict);
            }
            (_, None) => loose = Some((marker, place)),
        }
    }
    conflicts.extend(open);
    conflicts
}

/// The text with its marker lines made comments of YAML, so that both sides can be read; every byte
/// stays where it is.
pub fn without_markers<'a>(yaml: &'a str, conflicts: &[Conflict]) -> Cow<'a, str> {
    if conflicts.is_empty() {
        return Cow::Borrowed(yaml);
    }
    let mut readable = yaml.to_owned();
    for (_, place) in conflicts.iter().flat_map(|conflict| &conflict.markers) {
        let start = usize::from(place.start());
        readable.replace_range(start..=start, "#");
    }
    Cow::Owned(readable)
}

/// What kind of marker a line is: seven signs and nothing else, or a space and a name.
fn marker(line: &str) -> Option<Marker> {
    let (marker, sign) = match line.as_bytes().first()? {
        b'<' => (Marker::Ours, "<<<<<<<"),
        b'|' => (Marker::Base, "|||||||"),
        b'=' => (Marker::Theirs, "======="),
        b'>' => (Marker::End, ">>>>>>>"),
        _ => return None,
    };
    let rest = line.strip_prefix(sign)?;
    let ends = rest.is_empty() || rest.starts_with([' ', '\n', '\r']);
    // Git writes nothing behind this one.
    let is_alone = marker != Marker::Theirs || rest.trim().is_empty();
    (ends && is_alone).then_some(marker)
}

impl Conflict {
    fn new(marker: Marker, place: TextRange) -> Conflict {
        Conflict {
            range: place,
            markers: vec![(marker, place)],
        }
    }

    fn add(&mut self, marker: Marker, place: TextRange) {
        self.range = self.range.cover(place);
        self.markers.push((marker, place));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each conflict as the signs of its markers.
    fn drawn(text: &str) -> Vec<String> {
        let sign = |(_, place): &(Marker, TextRange)| text[*place][..1].to_owned();
        let conflicts = conflicts(text);
        conflicts
            .iter()
            .map(|conflict| conflict.markers.iter().map(sign).collect())
            .collect()
    }

    #[test]
    fn conflicts_and_their_parts() {
        let whole = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> desk\nd\n";
        assert_eq!(drawn(whole), ["<=>"]);
        assert_eq!(conflicts(whole)[0].range, range(2, whole.len() - 3));
        assert_eq!(drawn(&whole.replace('\n', "\r\n")), ["<=>"]);
        assert_eq!(
            drawn("\u{feff}<<<<<<< HEAD\nb\n||||||| 1f3a\nx\n=======\nc\n>>>>>>>"),
            ["<|=>"]
        );
        assert_eq!(drawn(&whole.repeat(2)), ["<=>", "<=>"]);
    }

    #[test]
    fn both_sides_can_be_read() {
        let text = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> desk\n";
        let readable = without_markers(text, &conflicts(text));
        assert_eq!(
            readable,
            "a: 1\n#<<<<<< HEAD\nb: 2\n#======\nb: 3\n#>>>>>> desk\n"
        );
    }

    #[test]
    fn what_is_left_of_a_conflict() {
        assert_eq!(drawn("<<<<<<< HEAD\nb\n"), ["<"]);
        assert_eq!(drawn("b\n>>>>>>> desk\n"), [">"]);
        assert_eq!(drawn("b\n=======\nc\n>>>>>>> desk\n"), ["=>"]);
        assert_eq!(
            drawn("<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> c\n"),
            ["<", "<=>"]
        );
    }

    #[test]
    fn what_is_no_conflict() {
        for text in [
            "The bridge\n=======\n\nIt opened.\n",
            "<<<<<<<< eight\n",
            "<<<<<<<x\n",
            " <<<<<<< indented\n",
            "||||||| a table |\n",
            "======= x\n",
            "",
        ] {
            assert_eq!(drawn(text), [""; 0], "{text:?}");
        }
    }
}
