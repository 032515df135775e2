//! An article that is edited is what the same text is to whoever reads it for the first time.

use isnad::syntax::{Flavor, parse, reparse};
use isnad::text::{TextRange, TextSize, len_of};
use isnad::workspace::{Snapshot, Workspace};

use super::PART;
use super::desk::{ARTICLE, file, findings, open, set};

/// What goes from where to where, in characters, and what comes.
pub(crate) type Edit<'a> = (usize, usize, &'a str);

/// More than this many edits find no more than so many do.
const MOST: usize = 12;

/// Reads `article ⁂ edit ⁂ edit …`, where an edit is `12 7:what comes`: from the twelfth character
/// seven go. A number that leads out of the text counts on from its start.
pub(crate) fn hold_for_parts(parts: &str) {
    let mut parts = parts.split(PART);
    let text = parts.next().unwrap_or_default();
    let edits: Vec<Edit<'_>> = parts.take(MOST).filter_map(edit).collect();
    hold(text, &edits);
}

fn edit(part: &str) -> Option<Edit<'_>> {
    let (place, inserted) = part.split_once(':')?;
    let (from, many) = place.trim().split_once(' ')?;
    let (from, many) = (from.parse().ok()?, many.trim().parse::<usize>().ok()?);
    Some((from, usize::saturating_add(from, many), inserted))
}

pub(crate) fn hold(text: &str, edits: &[Edit<'_>]) {
    parse_alike(text, edits);
    let mut workspace = Workspace::new();
    set(&mut workspace, ARTICLE, text);
    look_alike(&workspace.snapshot(), text);
    let mut text = text.to_owned();
    for edit in edits {
        carry_out(&mut text, edit);
        set(&mut workspace, ARTICLE, &text);
        look_alike(&workspace.snapshot(), &text);
    }
}

/// The tree after each edit is that of the text as it is then.
pub(crate) fn parse_alike(text: &str, edits: &[Edit<'_>]) {
    for flavor in [Flavor::Article, Flavor::Wire] {
        let mut text = text.to_owned();
        let mut tree = parse(&text, flavor);
        for edit in edits {
            let replaced = carry_out(&mut text, edit);
            tree = reparse(&tree, &text, replaced, len_of(edit.2));
            assert_eq!(tree, parse(&text, flavor), "{text:?}");
        }
    }
}

/// What is known of an article is what is known of the text.
pub(crate) fn look_alike(edited: &Snapshot, text: &str) {
    let fresh = open(ARTICLE, text);
    let one = edited.analysis(file(edited, ARTICLE));
    let other = fresh.analysis(file(&fresh, ARTICLE));
    assert_eq!(one.article, other.article, "{text:?}");
    assert_eq!(one.mentions, other.mentions, "{text:?}");
    assert_eq!(one.said, other.said, "{text:?}");
    assert_eq!(one.inferred, other.inferred, "{text:?}");
    assert_eq!(one.dates(), other.dates(), "{text:?}");
    let (one, other) = (findings(edited, ARTICLE), findings(&fresh, ARTICLE));
    assert_eq!(one, other, "{text:?}");
}

/// Changes the text; what went, in bytes of it as it was.
fn carry_out(text: &mut String, &(from, to, inserted): &Edit<'_>) -> TextRange {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let place = |at: usize| {
        let at = at % (places.len() + 1);
        places.get(at).copied().unwrap_or(text.len())
    };
    let (one, other) = (place(from), place(to));
    let (start, end) = (one.min(other), one.max(other));
    text.replace_range(start..end, inserted);
    TextRange::new(TextSize::new(start as u32), TextSize::new(end as u32))
}
