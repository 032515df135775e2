//! What is done to all of a file at once, as on the command line.

use super::{Action, ActionKind, Asked, Bring, Choice, in_file};
use crate::annotate::{annotate, attribute};
use crate::attribution::Grade;
use crate::fixes::{self, Reach};
use crate::text::{FileId, TextEdit};
use crate::workspace::Snapshot;

pub(super) fn list(asked: &Asked<'_>, found: &mut Vec<Action>) {
    let (snapshot, file, bring) = (asked.snapshot, asked.file, asked.bring);
    let phrases = asked.phrases();
    let mut all = |kind, title: &str, choice, edits: &dyn Fn() -> Vec<TextEdit>| {
        // Whether anything comes of it is known only once it has been tried.
        let edits = (asked.is_wanted)(kind).then(edits).unwrap_or_default();
        if !edits.is_empty() {
            found.push(Action {
                edits: Some(in_file(file, edits)),
                ..Action::new(title.to_owned(), kind, choice)
            });
        }
    };
    all(ActionKind::FixAll, phrases.fix_all, Choice::FixAll, &|| {
        fix_all(snapshot, file, bring)
    });
    all(
        ActionKind::AnnotateAll,
        phrases.annotate_all,
        Choice::AnnotateAll,
        &|| annotate_all(snapshot, file, bring),
    );
}

/// All safe fixes of `file` at once, as `isnad fix` carries them out: the edits, in the order of the
/// text, none where there is nothing to fix.
pub(super) fn fix_all(snapshot: &Snapshot, file: FileId, bring: Bring<'_>) -> Vec<TextEdit> {
    fixes::fix(snapshot, file, Reach::Safe, bring).edits
}

/// Writes all that is sure of who says what as markup, as `isnad annotate` does: the edits, in the order
/// of the text.
pub(super) fn annotate_all(snapshot: &Snapshot, file: FileId, bring: Bring<'_>) -> Vec<TextEdit> {
    annotate(snapshot, file, Grade::Sure, bring).edits
}

/// Writes who surely says what stands between marks, and nothing else.
pub(super) fn attribute_all(snapshot: &Snapshot, file: FileId, bring: Bring<'_>) -> Vec<TextEdit> {
    attribute(snapshot, file, Grade::Sure, bring).edits
}
