//! What is annotated says the same words, has no more errors, and has nothing left to annotate.

use isnad::annotate::{Annotated, annotate, annotate_wire};
use isnad::attribution::Grade;
use isnad::format::format;
use isnad::syntax::{Flavor, parse};
use isnad::text::edited;
use isnad::workspace::{FileKind, Snapshot, Workspace};

use super::desk::{
    ARTICLE, bring, errors, file, findings, folder, is_of_windows, open, set, stripped,
};

const WIRE: &str = "story.txt";

pub(crate) fn hold(text: &str) {
    hold_for_articles(text);
    hold_for_wire_text(text);
}

/// Annotates the file of that name, which may be wire text.
pub(crate) fn annotated(snapshot: &Snapshot, name: &str, least: Grade) -> Annotated {
    let file = file(snapshot, name);
    if snapshot.kind(file) == FileKind::Wire {
        let path = folder().join(name).with_extension("news.md");
        annotate_wire(snapshot, file, &path, name, least, &bring)
    } else {
        annotate(snapshot, file, least, &bring)
    }
}

pub(crate) fn hold_for_articles(text: &str) {
    let before = open(ARTICLE, text);
    for least in [Grade::Sure, Grade::Likely] {
        let Annotated {
            text: after, edits, ..
        } = annotated(&before, ARTICLE, least);
        assert!(edits.iter().all(|edit| edit.range.is_empty()), "{text:?}");
        assert_eq!(edited(text, &edits), after);
        assert_eq!(stripped(&after), stripped(text), "{after:?}");
        assert_eq!(after.starts_with('\u{feff}'), text.starts_with('\u{feff}'));
        if text.contains('\n') && is_of_windows(text) {
            assert!(is_of_windows(&after), "{after:?}");
        }
        let snapshot = open(ARTICLE, &after);
        settles((&before, ARTICLE), (&snapshot, ARTICLE), least);
        assert!(to_format(&after) <= to_format(text), "{after:?}");
    }
}

/// An article that is made of wire text gives it back.
pub(crate) fn hold_for_wire_text(text: &str) {
    let before = open(WIRE, text);
    for least in [Grade::Sure, Grade::Likely] {
        let Annotated {
            text: after, edits, ..
        } = annotated(&before, WIRE, least);
        assert_eq!(edited(text, &edits), after);
        assert_eq!(stripped(&after), text, "{after:?}");
        let name = "story.news.md";
        let mut workspace = Workspace::from(&before);
        set(&mut workspace, name, &after);
        let snapshot = workspace.snapshot();
        settles((&before, WIRE), (&snapshot, name), least);
    }
}

/// What came of a file has no more errors than that had, and nothing left to annotate.
fn settles(before: (&Snapshot, &str), after: (&Snapshot, &str), least: Grade) {
    let text = |(snapshot, name): (&Snapshot, &str)| snapshot.text(file(snapshot, name)).to_owned();
    let (known, found) = (findings(before.0, before.1), findings(after.0, after.1));
    assert!(
        errors(&found) <= errors(&known),
        "{found:?} {known:?} {:?}",
        text(after)
    );
    let again = annotated(after.0, after.1, least);
    assert_eq!(again.text, text(after), "{:?}", text(before));
}

/// How much of an article is not in its canonical form, dates left out: an Arabic id that comes to stand
/// before one turns its hyphens around, where the paragraph is read from the left.
fn to_format(text: &str) -> usize {
    let edits = format(text, &parse(text, Flavor::Article)).into_iter();
    let replaced = edits.map(|edit| text[edit.range].trim_start().to_owned());
    replaced
        .filter(|it| !it.starts_with(char::is_numeric))
        .count()
}
