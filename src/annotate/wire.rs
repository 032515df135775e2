//! An article made of wire text.

use std::path::Path;

use std::fmt::Write;

use crate::annotate::dateline::{self, Dateline};
use crate::annotate::declaration::scalar;
use crate::annotate::draft::{Draft, Insertion};
use crate::annotate::{Annotated, Bench, Bring, Count, Scope, to_the_end};
use crate::attribution::Grade;
use crate::model::Article;
use crate::syntax::{Flavor, escape, parse, strip};
use crate::text::{FileId, TextSize, line_end};
use crate::workspace::{Snapshot, Workspace};

/// Makes an article of the wire text `file`, which is to stand at `path` and which names it `name`, and
/// annotates it as [`annotate`](crate::annotate::annotate()) does. Its front matter says the language,
/// what the dateline surely says, and the wire text; its first line becomes a heading where it is a
/// headline. What in the text would be markup is escaped: stripping gives the text back, byte for byte.
///
/// The edits are those from the wire text to the article, and there always are some.
pub fn annotate_wire(
    snapshot: &Snapshot,
    file: FileId,
    path: &Path,
    name: &str,
    least: Grade,
    bring: Bring<'_>,
) -> Annotated {
    let draft = article(snapshot.text(file), snapshot.article(file), name);
    let mut bench = Bench {
        workspace: Workspace::from(snapshot),
        path: path.to_owned(),
        scope: Scope::All,
        bring,
    };
    let (draft, count) = to_the_end(&mut bench, draft, least);
    Annotated::of(&draft, Count { ..count })
}

/// The article of the wire text `text`, with nothing annotated.
fn article(text: &str, wire: &Article, name: &str) -> Draft {
    let start = TextSize::new(if text.starts_with('\u{feff}') { 3 } else { 0 });
    let front = front_matter(wire, name).replace('\n', line_end(text));
    let before = |at: TextSize, text: &str| Insertion {
        at,
        text: text.to_owned(),
    };
    let headline = wire.passages.first().filter(|first| {
        let is_short = first.wire.text().chars().count() <= LONGEST_HEADLINE;
        first.is_heading && is_short
    });
    let heading = headline.map(|first| before(first.range.start().max(start), "# "));
    let plain = || std::iter::once(before(start, &front)).chain(escapes(text));
    let mut with_heading: Vec<Insertion> = plain().chain(heading).collect();
    // A headline may itself begin with a sign that is escaped, behind the one of the heading.
    with_heading.sort_by_key(|insertion| (insertion.at, insertion.text == "\\"));
    let draft = Draft::new(text).with(&with_heading);
    if strip(&parse(draft.text(), Flavor::Article), draft.text()) == text {
        return draft;
    }
    Draft::new(text).with(&plain().collect::<Vec<_>>())
}

/// A longer first line is none, in characters.
const LONGEST_HEADLINE: usize = 200;

fn front_matter(wire: &Article, name: &str) -> String {
    // A headline may end as a sentence does, and is a paragraph then.
    let paragraphs = wire.passages.iter().filter(|passage| !passage.is_heading);
    let mut datelines = paragraphs
        .take(2)
        .filter_map(|paragraph| dateline::read(paragraph.wire.text(), wire.lang()));
    let Dateline {
        place,
        date,
        agency,
    } = datelines.next().unwrap_or_default();
    let mut front = String::from("---\n");
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            // Writing to a string cannot fail.
            let _ = writeln!(front, "{key}: {value}");
        }
    };
    line("lang", wire.lang().map(scalar));
    let place = place.map(|place| format!("place: {}", scalar(&place)));
    let on = date.map(|day| format!("date: {day}"));
    let values: Vec<String> = place.into_iter().chain(on).collect();
    let values = (!values.is_empty()).then(|| format!("{{{}}}", values.join(", ")));
    line("dateline", values);
    line(
        "source",
        agency.map(|agency| format!("[{}]", scalar(&agency))),
    );
    line("wire", Some(scalar(name)));
    front + "---\n\n"
}

/// The backslashes that keep the characters of `wire` from being markup.
fn escapes(wire: &str) -> Vec<Insertion> {
    let escaped = escape(wire);
    let mut rest = escaped.as_str();
    let mut found = Vec::new();
    for (at, character) in wire.char_indices() {
        let after = rest.strip_prefix('\\');
        // A backslash before a backslash is always the first of an escaped one.
        if let Some(after) = after.filter(|after| character != '\\' || after.starts_with('\\')) {
            found.push(Insertion {
                at: TextSize::new(at as u32),
                text: "\\".to_owned(),
            });
            rest = after;
        }
        rest = &rest[character.len_utf8()..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_escaped_is_escaped_by_insertions(
            wire in r"(\\|\[|\]|\{|\}|#|<!--|---|“|\(|a|\n| ){0,16}",
        ) {
            let draft = Draft::new(&wire).with(&escapes(&wire));
            prop_assert_eq!(draft.text(), escape(&wire));
        }
    }
}
