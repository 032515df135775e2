//! What several passes of edits come to: the same edits, of the text as it was at first.

use crate::text::{TextEdit, TextRange, TextSize, len_of};

/// A text as pieces of what it was and pieces that came to it, in its order.
pub(super) struct Composed {
    pieces: Vec<Piece>,
    len: TextSize,
}

enum Piece {
    /// Bytes of the text as it was.
    Kept(TextRange),
    New(String),
}

impl Piece {
    fn len(&self) -> TextSize {
        match self {
            Piece::Kept(range) => range.len(),
            Piece::New(text) => len_of(text),
        }
    }

    /// The part of it from `start` to `end`, in bytes of itself.
    fn part(&self, start: TextSize, end: TextSize) -> Piece {
        match self {
            Piece::Kept(range) => {
                Piece::Kept(TextRange::new(range.start() + start, range.start() + end))
            }
            Piece::New(text) => Piece::New(text[TextRange::new(start, end)].to_owned()),
        }
    }
}

impl Composed {
    pub(super) fn new(text: &str) -> Composed {
        let len = len_of(text);
        Composed {
            pieces: vec![Piece::Kept(TextRange::up_to(len))],
            len,
        }
    }

    /// Carries out `edits` of the text as it is now, which stand in its order and do not overlap.
    pub(super) fn edit(&mut self, edits: &[TextEdit]) {
        let pieces = std::mem::take(&mut self.pieces);
        let mut old = pieces.into_iter().peekable();
        let mut at = TextSize::new(0);
        // How much of the piece at hand lies before `at`.
        let mut inside = TextSize::new(0);
        let mut copy_to = |to: TextSize, mut keep: Option<&mut Vec<Piece>>| {
            while at < to {
                let Some(piece) = old.peek() else { return };
                let end = piece.len().min(inside + (to - at));
                if let Some(kept) = keep.as_deref_mut() {
                    kept.push(piece.part(inside, end));
                }
                at += end - inside;
                inside = end;
                if inside == piece.len() {
                    old.next();
                    inside = TextSize::new(0);
                }
            }
        };
        let mut new = Vec::new();
        for TextEdit { range, text } in edits {
            copy_to(range.start(), Some(&mut new));
            copy_to(range.end(), None);
            new.push(Piece::New(text.clone()));
        }
        copy_to(TextSize::new(u32::MAX), Some(&mut new));
        self.pieces = new;
    }

    /// The edits that make of the text as it was what it is now, in its order, no two touching.
    pub(super) fn edits(&self) -> Vec<TextEdit> {
        let mut edits: Vec<TextEdit> = Vec::new();
        let mut at = TextSize::new(0);
        let mut came = String::new();
        let mut change = |at: TextSize, to: TextSize, came: &mut String| {
            if at < to || !came.is_empty() {
                edits.push(TextEdit {
                    range: TextRange::new(at, to),
                    text: std::mem::take(came),
                });
            }
        };
        for piece in &self.pieces {
            match piece {
                Piece::New(text) => came.push_str(text),
                Piece::Kept(range) if range.is_empty() => {}
                Piece::Kept(range) => {
                    change(at, range.start(), &mut came);
                    at = range.end();
                }
            }
        }
        change(at, self.len, &mut came);
        edits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::edited;
    use proptest::prelude::*;

    /// Edits of a text of `len` bytes, cut at `places`.
    fn edits(len: usize, places: &[(usize, usize, String)]) -> Vec<TextEdit> {
        let mut at = 0;
        let edits = places.iter().map_while(|(skip, take, text)| {
            let start = at + skip;
            let end = start + take;
            at = end;
            let offset = |at: usize| TextSize::new(at as u32);
            (end <= len).then(|| TextEdit {
                range: TextRange::new(offset(start), offset(end)),
                text: text.clone(),
            })
        });
        edits.collect()
    }

    proptest! {
        #[test]
        fn passes_come_to_the_same(
            text in "[a-z]{0,30}",
            passes in prop::collection::vec(
                prop::collection::vec((0_usize..5, 0_usize..4, "[A-Z]{0,3}"), 0..5), 0..5),
        ) {
            let mut composed = Composed::new(&text);
            let mut now = text.clone();
            for places in passes {
                let edits = edits(now.len(), &places);
                now = edited(&now, &edits);
                composed.edit(&edits);
            }
            let all = composed.edits();
            prop_assert!(all.is_sorted_by(|one, other| one.range.end() < other.range.start()));
            prop_assert_eq!(edited(&text, &all), now);
        }
    }
}
