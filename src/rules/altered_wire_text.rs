use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::syntax::strip;
use crate::text::{FileRange, TextRange, TextSize};

declare_rule! {
    /// ## What it does
    ///
    /// Compares the article without its annotations to the text that its front matter names as
    /// `wire`, and reports the first place where they differ. A byte order mark, the style of line
    /// ends and the last line end are overlooked: editors and git change them by themselves.
    ///
    /// ## Why
    ///
    /// Annotating never changes a word. Who reads the annotated article must be able to rely on
    /// reading what the wire sent.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// wire: story.txt
    /// ---
    ///
    /// The bridge will open on Monday.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// wire: story.txt
    /// ---
    ///
    /// The bridge will open on Tuesday.
    /// ```
    pub(super) static ALTERED_WIRE_TEXT =
        "altered-wire-text", Error, "words that are not those of the wire text"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let Some(wire_file) = context.snapshot.surroundings(context.file).wire else {
        return;
    };
    let (text, wire) = (context.text(), context.snapshot.text(wire_file));
    let stripped = strip(context.tree(), text);
    let Some((ours, theirs)) = first_difference(&stripped, wire) else {
        return;
    };
    let place = source_of(context, ours);
    let message = match (&stripped[ours], &wire[theirs]) {
        ("", there) => format!("the wire text has “{}” here", shown(there)),
        (here, "") => format!("the wire text does not have “{}”", shown(here)),
        (here, there) => format!(
            "the wire text has “{}” here, not “{}”",
            shown(there),
            shown(here)
        ),
    };
    let there = FileRange {
        file: wire_file,
        range: theirs,
    };
    out.push(
        ALTERED_WIRE_TEXT
            .report(place, message)
            .help("take the change back; a deliberate correction is made in the wire text too")
            .related(there, "the wire text"),
    );
}

/// The first words in which the two differ: a range of each, empty where one has nothing there.
fn first_difference(ours: &str, theirs: &str) -> Option<(TextRange, TextRange)> {
    let (mut a, mut b) = (Plain::new(ours), Plain::new(theirs));
    loop {
        let (at, bt) = (a.clone(), b.clone());
        match (a.next(), b.next()) {
            (None, None) => return None,
            (one, other) if one == other => {}
            _ => return Some((at.word(), bt.word())),
        }
    }
}

/// A text as it is compared: without byte order mark, with one style of line ends, without the
/// last line end.
#[derive(Clone)]
struct Plain<'a> {
    text: &'a str,
    at: usize,
    end: usize,
}

impl<'a> Plain<'a> {
    fn new(text: &'a str) -> Plain<'a> {
        let at = if text.starts_with('\u{feff}') {
            '\u{feff}'.len_utf8()
        } else {
            0
        };
        Plain {
            text,
            at,
            end: text.trim_end_matches(['\n', '\r']).len().max(at),
        }
    }

    /// The word around the place: from its beginning, so that a whole word is shown where one
    /// letter differs.
    fn word(&self) -> TextRange {
        let is_end = |c: char| c.is_whitespace();
        let start = self.text[..self.at].rfind(is_end).map_or(0, |found| {
            found + self.text[found..].chars().next().map_or(0, char::len_utf8)
        });
        let rest = &self.text[self.at..self.end];
        let end = self.at + rest.find(is_end).unwrap_or(rest.len());
        TextRange::new(
            TextSize::new(start.min(self.at) as u32),
            TextSize::new(end as u32),
        )
    }
}

impl Iterator for Plain<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let rest = &self.text[self.at..self.end];
        let character = rest.chars().next()?;
        self.at += if rest.starts_with("\r\n") {
            2
        } else {
            character.len_utf8()
        };
        Some(if character == '\r' { '\n' } else { character })
    }
}

/// Where a range of the stripped text stands in the article.
fn source_of(context: &Context<'_>, wanted: TextRange) -> TextRange {
    let mut before = TextSize::new(0);
    let mut start = None;
    let mut end = TextSize::new(0);
    for (_, range) in context.tree().tokens().filter(|(kind, _)| kind.is_wire()) {
        let here = TextRange::at(before, range.len());
        if start.is_none() && (here.contains(wanted.start()) || here.end() == wanted.start()) {
            start = Some(range.start() + (wanted.start() - before));
        }
        if here.contains_inclusive(wanted.end()) && here.start() < wanted.end() {
            end = range.start() + (wanted.end() - before);
        }
        before = here.end();
    }
    let start = start.unwrap_or(context.tree().len());
    TextRange::new(start, end.max(start))
}

/// The words as a message can hold them: one line, not too long.
fn shown(words: &str) -> String {
    let mut shown: String = words
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(40)
        .collect();
    if shown.is_empty() {
        shown = if words.contains(['\n', '\r']) {
            "a line end".to_owned()
        } else {
            words.to_owned()
        };
    }
    shown
}
