use unicode_normalization::char::is_combining_mark;

use crate::names::id::normalise_id;
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
    let Some(difference) = first_difference(&stripped, wire) else {
        return;
    };
    let there = FileRange {
        file: wire_file,
        range: difference.theirs,
    };
    out.push(
        ALTERED_WIRE_TEXT
            .report(
                source_of(context, difference.ours),
                difference.message(&stripped, wire),
            )
            .help("take the change back; a deliberate correction is made in the wire text too")
            .related(there, difference.of_wire()),
    );
}

/// The first place where the article and its wire text differ.
struct Difference {
    /// Words of the article without its annotations; empty where it ends.
    ours: TextRange,
    /// Words of the wire text.
    theirs: TextRange,
    kind: Kind,
}

enum Kind {
    /// One word stands for another.
    Changed,
    /// The article has a word more.
    Added,
    /// The wire text has a word more.
    Lost,
    /// The words are the same, what parts them is not.
    Space,
}

impl Difference {
    /// What its place in the wire text is.
    fn of_wire(&self) -> &'static str {
        match self.kind {
            Kind::Changed | Kind::Space => "the wire text",
            Kind::Added if self.theirs.is_empty() => "the wire text ends here",
            Kind::Added => "the wire text goes on here",
            Kind::Lost => "only the wire text has this",
        }
    }

    fn message(&self, stripped: &str, wire: &str) -> String {
        let (ours, theirs) = (&stripped[self.ours], &wire[self.theirs]);
        let (here, there) = (shown(ours), shown(theirs));
        match self.kind {
            Kind::Changed if look_alike(ours, theirs) => {
                format!("{here} looks like the wire text, but is made of other characters")
            }
            Kind::Changed => format!("the wire text has {there} here, not {here}"),
            Kind::Added => format!("the wire text does not have {here} here"),
            Kind::Lost if ours.is_empty() => format!("the wire text goes on with {there}"),
            Kind::Lost => format!("the wire text has {there} before {here}"),
            Kind::Space if ours.is_empty() => {
                "the wire text ends with other spaces or line ends".to_owned()
            }
            Kind::Space => format!("the wire text has other spaces or line ends before {here}"),
        }
    }
}

fn first_difference(ours: &str, theirs: &str) -> Option<Difference> {
    let (mut a, mut b) = (Plain::new(ours), Plain::new(theirs));
    let (mut at, mut bt) = (a.clone(), b.clone());
    loop {
        let (before_a, before_b) = (a.clone(), b.clone());
        match (a.next(), b.next()) {
            (None, None) => return None,
            (one, other) if one == other => {
                // A whole word is shown where one letter differs.
                if one.is_some_and(char::is_whitespace) {
                    (at, bt) = (a.clone(), b.clone());
                }
            }
            (one, other) => {
                let ends = |c: Option<char>| c.is_none_or(char::is_whitespace);
                if ends(one) && ends(other) {
                    (at, bt) = (before_a, before_b);
                }
                break;
            }
        }
    }
    let (ours, theirs) = (at.word(), bt.word());
    let (our_next, their_next) = (at.word(), bt.word());
    let kind = if a.text[ours] == b.text[theirs] {
        Kind::Space
    } else if ours.is_empty() || a.text[ours] == b.text[their_next] {
        Kind::Lost
    } else if theirs.is_empty() || a.text[our_next] == b.text[theirs] {
        Kind::Added
    } else {
        Kind::Changed
    };
    let (ours, theirs) = match kind {
        Kind::Changed => narrowed((a.text, ours), (b.text, theirs)),
        _ => (ours, theirs),
    };
    Some(Difference { ours, theirs, kind })
}

/// Two words that differ, without the signs around them and the parts that they share: `"quay` and
/// `"key` are `quay` and `key`. Where nothing would be left of one of them, the part before stays.
fn narrowed(
    (text, ours): (&str, TextRange),
    (wire, theirs): (&str, TextRange),
) -> (TextRange, TextRange) {
    let (one, other) = (parts(&text[ours]), parts(&wire[theirs]));
    let same = |(one, other): &(&&str, &&str)| one == other;
    let mut before = one.iter().zip(&other).take_while(same).count();
    let shorter = one.len().min(other.len());
    let after = one.iter().rev().zip(other.iter().rev()).take_while(same);
    let after = after.count().min(shorter - before);
    if before + after == shorter {
        before = before.saturating_sub(1);
    }
    let kept = |range: TextRange, parts: &[&str]| {
        let len = |parts: &[&str]| {
            parts
                .iter()
                .map(|part| TextSize::of(*part))
                .sum::<TextSize>()
        };
        let after = after.min(parts.len() - before);
        let (start, end) = (len(&parts[..before]), len(&parts[parts.len() - after..]));
        TextRange::new(range.start() + start, range.end() - end)
    };
    (kept(ours, &one), kept(theirs, &other))
}

/// What stands between two spaces, cut into words and the signs around them.
fn parts(word: &str) -> Vec<&str> {
    let is_letter = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    let mut parts = Vec::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let len = match rest.find(|c| !is_letter(c)) {
            Some(0) => first.len_utf8(),
            Some(end) => end,
            None => rest.len(),
        };
        let (part, after) = rest.split_at(len);
        parts.push(part);
        rest = after;
    }
    parts
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
        let at = match text.strip_prefix('\u{feff}') {
            Some(rest) => text.len() - rest.len(),
            None => 0,
        };
        let line_end = ["\r\n", "\n", "\r"]
            .iter()
            .find(|end| text.ends_with(**end));
        let end = text.len() - line_end.map_or(0, |end| end.len());
        Plain {
            text,
            at,
            end: end.max(at),
        }
    }

    /// The next word; empty at the end of the text.
    fn word(&mut self) -> TextRange {
        let rest = &self.text[self.at..self.end];
        let start = self.end - rest.trim_start().len();
        let word = &self.text[start..self.end];
        self.at = start + word.find(char::is_whitespace).unwrap_or(word.len());
        TextRange::new(TextSize::new(start as u32), TextSize::new(self.at as u32))
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

/// Whether two words differ in nothing that a reader sees.
fn look_alike(one: &str, other: &str) -> bool {
    let is_seen = |c: &char| !matches!(*c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let seen =
        |word: &str| normalise_id(&word.chars().filter(is_seen).collect::<String>()).into_owned();
    seen(one) == seen(other)
}

/// The words as a message can hold them: not too long, between marks that are not their own.
fn shown(words: &str) -> String {
    let mut shown: String = words.chars().take(LONGEST_SHOWN).collect();
    if shown.len() < words.len() {
        shown.push('…');
    }
    if shown.contains(['“', '”', '"']) {
        format!("`{shown}`")
    } else {
        format!("“{shown}”")
    }
}

/// How many characters of a word a message shows.
const LONGEST_SHOWN: usize = 40;
