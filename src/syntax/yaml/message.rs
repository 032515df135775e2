//! The parser's complaints, in words for people who write news.

use crate::syntax::offset;
use crate::syntax::yaml::{YamlError, gap};

/// `*name` repeats what `&name` marked; most who begin a value with `*` mean something else.
pub(super) const ALIAS: &str =
    "`*` at the start of a value means a reference, which is not read: put the value in quotes";

/// More collections inside each other than are read.
pub(super) const TOO_DEEP: &str = "too many values inside each other: what follows is not read";

/// A line that tells the parser something, such as `%YAML 1.2`.
pub(super) const DIRECTIVE: &str = "a line that begins with `%` is not read: leave it out";

/// A closing bracket that nothing has opened.
pub(super) const STRAY_BRACKET: &str =
    "this bracket closes nothing: put the value in quotes if it is text";

const TAB: &str = "a tab cannot stand here: indent and separate with spaces";
const QUOTE: &str = "this quotation mark is not closed";
const ESCAPE: &str =
    "a `\\` in this value begins no known escape: write `\\\\`, or use single quotes";
const TAG: &str = "`!` at the start of a value means a type: put the value in quotes";
const BLOCK: &str = "after `|` or `>` the line ends, and the text follows in indented lines";

/// Words of `saphyr-parser` that name the cause, and what it is. The first that fits counts.
const CAUSES: &[(&str, &str)] = &[
    ("unprintable", "a NUL stands here: delete it"),
    ("tab", TAB),
    ("valid YAML whitespace", TAB),
    ("scanning a quoted scalar", QUOTE),
    ("in quoted scalar", QUOTE),
    ("parsing a quoted scalar", ESCAPE),
    (
        "after double-quoted scalar",
        "more text after the closing quotation mark: put the whole value in quotes",
    ),
    ("a tag", TAG),
    ("handle", TAG),
    (
        "byte order mark",
        "an invisible byte order mark (U+FEFF) stands here: delete it",
    ),
    ("directive", DIRECTIVE),
    ("recursion limit", TOO_DEEP),
    ("misplaced bracket", STRAY_BRACKET),
    ("comments must be", "a space is missing before `#`"),
    (
        "comment intercepting",
        "a comment cannot stand inside a value of several lines",
    ),
    ("block scalar", BLOCK),
    (
        "entries are not allowed",
        "a list begins on the line after its key: start a new line before `-`",
    ),
];

/// Words of `saphyr-parser` for something that stands where it cannot.
const GRAMMAR: &[(&str, &str)] = &[
    ("expected ',' or", "a comma is missing here"),
    (
        "expected key",
        "a key is expected here, `key: value`, indented like the keys above",
    ),
    (
        "expected '-' indicator",
        "an item is expected here, `- value`, indented like the items above",
    ),
    ("node content", "a value is missing here"),
    (
        "placement of ':'",
        "a key cannot stand here: a bracket above is not closed",
    ),
    (
        "indentation",
        "this line is indented too little for where it stands",
    ),
    (
        "document start",
        "a key is expected here, `key: value`, indented like the first key",
    ),
];

/// Where reading broke off. All offsets are bytes of `text`.
pub(super) struct Place<'a> {
    /// The whole YAML.
    pub(super) text: &'a str,
    /// Where the parser complains.
    pub(super) at: usize,
    /// The end of what was read before.
    pub(super) cursor: usize,
    /// The innermost bracket that is open.
    pub(super) bracket: Option<usize>,
}

/// What `info`, a message of `saphyr-parser`, means at this place.
pub(super) fn explain(info: &str, place: &Place<'_>) -> YamlError {
    let (at, message) = first_character(info, place)
        .or_else(|| Some((place.at, look_up(CAUSES, info)?.to_owned())))
        .or_else(|| unclosed_bracket(place))
        .or_else(|| colon(info, place))
        .or_else(|| Some((place.at, look_up(GRAMMAR, info)?.to_owned())))
        .unwrap_or_else(|| (place.at, format!("this is not YAML: {info}")));
    YamlError {
        offset: offset(at),
        message,
    }
}

/// What to say where `key` stands in a mapping that has it already.
pub(super) fn repeated_key(key: &str) -> String {
    let fits_a_message = key.chars().count() <= 60 && !key.contains(char::is_control);
    if fits_a_message {
        format!("the key `{key}` stands above already: leave one of the two out")
    } else {
        "this key stands above already: leave one of the two out".to_owned()
    }
}

fn look_up(table: &[(&str, &'static str)], info: &str) -> Option<&'static str> {
    let mut rows = table.iter();
    let (_, message) = rows.find(|(words, _)| info.contains(words))?;
    Some(message)
}

/// A value begins with a character that means something to YAML.
fn first_character(info: &str, place: &Place<'_>) -> Option<(usize, String)> {
    if !info.contains("anchor") && !info.contains("unexpected character") {
        return None;
    }
    let message = match place.text[place.at..].chars().next()? {
        '*' => ALIAS.to_owned(),
        '&' => "`&` at the start of a value gives it a name: put the value in quotes".to_owned(),
        '`' => "a backtick cannot begin a value: put the value in quotes".to_owned(),
        other => format!("`{other}` cannot begin a value: put the value in quotes"),
    };
    Some((place.at, message))
}

/// Inside brackets that were opened on another line, what is wrong is most likely that they
/// should have been closed on that line.
fn unclosed_bracket(place: &Place<'_>) -> Option<(usize, String)> {
    let start = place.bracket?;
    if place.at < place.text.len() && place.at <= gap::line_end(place.text, start) {
        return None;
    }
    let message = match place.text.as_bytes().get(start)? {
        b'{' => "`{` is not closed: a `}` is missing",
        _ => "`[` is not closed: a `]` is missing",
    };
    Some((start, message.to_owned()))
}

/// A colon too few or too many.
fn colon(info: &str, place: &Place<'_>) -> Option<(usize, String)> {
    if info.contains("simple key expect") {
        // The parser notices on the next line.
        let at = gap::skip_blanks(place.text, place.cursor).min(place.at);
        let message = "a colon and a space are missing: `key: value`";
        return Some((at, message.to_owned()));
    }
    if !info.contains("mapping values are not allowed") {
        return None;
    }
    let before = &place.text[..place.at];
    let line = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let message = if before[line..].contains(": ") {
        "a second colon with a space in this line: put the value in quotes"
    } else {
        "a key cannot stand here: check its indentation, and the space after the colon above"
    };
    Some((place.at, message.to_owned()))
}
