//! The canonical form of an annotation at the moment in which it is closed.

use crate::ide::formatting::formatting;
use crate::syntax::{SyntaxKind, Tree};
use crate::text::{FileId, TextEdit, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// The edits that bring the annotation whose closing `}` or `)` stands directly before `offset`, in
/// bytes of `file`, into its canonical form. Nothing else is touched, whatever its form.
pub fn on_type_formatting(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Vec<TextEdit> {
    if snapshot.kind(file) != FileKind::Article {
        return Vec::new();
    }
    let Some(closed) = closed(snapshot.tree(file), offset) else {
        return Vec::new();
    };
    let mut edits = formatting(snapshot, file, Some(&[closed]));
    edits.retain(|edit| closed.contains_range(edit.range));
    edits
}

/// The part behind the words of the annotation that ends at `offset`: `{…}`, `](…)`.
fn closed(tree: &Tree, offset: TextSize) -> Option<TextRange> {
    let mut open = None;
    for (kind, range) in tree.tokens() {
        if range.end() > offset {
            return None;
        }
        match kind {
            SyntaxKind::MentionOpen | SyntaxKind::DateOpen | SyntaxKind::BraceOpen => {
                open = Some(range);
            }
            SyntaxKind::TailClose | SyntaxKind::BraceClose if range.end() == offset => {
                return open.map(|open: TextRange| open.cover(range));
            }
            _ => {}
        }
    }
    None
}
