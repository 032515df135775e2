//! The parser's complaints, in words for people who write news.

use crate::syntax::offset;
use crate::syntax::yaml::{YamlError, gap};

/// `*name` repeats what `&name` marked; most who begin a value with `*` mean something else.
pub(super) const ALIAS: &str = "`*` cannot begin a value: put the value in quotation marks";

/// Where keys and values are wanted, something else stands. Who knows what the keys are can say
/// more than this.
pub const NO_MAPPING: &str = "lines such as `key: value` are wanted here";

/// More collections inside each other than are read.
pub(super) const TOO_DEEP: &str =
    "too many lists and keys inside each other: what follows is not read";

/// A line that tells the parser something, such as `%YAML 1.2`.
pub(super) const DIRECTIVE: &str = "a line that begins with `%` is not read: leave it out";

/// A closing bracket that nothing has opened.
pub(super) const STRAY_BRACKET: &str =
    "this bracket closes nothing: take it away, or put the value in quotation marks";

const TAB: &str = "a tab cannot stand here: indent and separate with spaces";
const QUOTE: &str = "this value begins with a quotation mark and never ends with one";
const ESCAPE: &str = "a backslash means something between these quotation marks: write it twice";
const TAG: &str = "`!` cannot begin a value: put the value in quotation marks";
const BLOCK: &str =
    "nothing stands in the line after `|` or `>`: the text begins in the next line, behind spaces";

/// Words of `saphyr-parser` that name the cause, and what it is. The first that fits counts.
const CAUSES: &[(&str, &str)] = &[
    (
        "unprintable",
        "an invisible character (U+0000) stands here: delete it",
    ),
    ("tab", TAB),
    ("valid YAML whitespace", TAB),
    ("scanning a quoted scalar", QUOTE),
    ("in quoted scalar", QUOTE),
    ("parsing a quoted scalar", ESCAPE),
    (
        "after double-quoted scalar",
        "the value goes on after its closing quotation mark: put `'` around all of it, or `\"`",
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
    (
        "comments must be",
        "a space is missing before `#`, which begins a remark",
    ),
    (
        "comment intercepting",
        "a remark cannot stand in the middle of a value: put it above the key",
    ),
    ("block scalar", BLOCK),
    (
        "entries are not allowed",
        "a list begins in the line after its key, or is written `[one, two]`",
    ),
];

/// Words of `saphyr-parser` for something that stands where it cannot.
const GRAMMAR: &[(&str, &str)] = &[
    ("expected ',' or", "a comma is missing here"),
    (
        "expected key",
        "a key and its value are wanted here, `key: value`, behind as many spaces as the keys above",
    ),
    (
        "expected '-' indicator",
        "an item of the list is wanted here, `- value`, behind as many spaces as the items above",
    ),
    ("node content", "a value is missing here"),
    (
        "placement of ':'",
        "a key cannot stand here: a bracket above is not closed",
    ),
    ("indentation", "this line stands behind too few spaces"),
    (
        "document start",
        "a key and its value are wanted here, `key: value`, behind as many spaces as the first key",
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
        .unwrap_or_else(|| {
            (
                place.at,
                format!("this cannot be read as keys and values (YAML): {info}"),
            )
        });
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
        '`' => "a backtick cannot begin a value: put the value in quotation marks".to_owned(),
        other => format!("`{other}` cannot begin a value: put the value in quotation marks"),
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
        let message = "a colon and a space are missing after the key: `key: value`";
        return Some((at, message.to_owned()));
    }
    if !info.contains("mapping values are not allowed") {
        return None;
    }
    let before = &place.text[..place.at];
    let line = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let message = if before[line..].contains(": ") {
        "a second colon with a space in this line: put the value in quotation marks"
    } else {
        "a key cannot stand here: begin it below the key above, and see that a space follows its colon"
    };
    Some((place.at, message.to_owned()))
}
