//! What stands between values and around them: blanks, comments, indicators, anchors, tags,
//! quotes.
//!
//! The parser's marks are exact for the starts of most values, but its ends take in blanks and
//! comments, it places an absent value at whatever follows, a sequence that is not indented after
//! its first dash, and the text of a block scalar without its header. Those are read here, from
//! the end of what came before. All offsets are bytes of `text`.

use memchr::{memchr, memchr2};

/// The first byte at or after `at` that is neither blank nor in a comment.
pub(super) fn skip_blanks(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        match bytes.get(at) {
            Some(b' ' | b'\t' | b'\r' | b'\n') => at += 1,
            Some(b'#') => at = line_end(text, at),
            Some(0xEF) if text[at..].starts_with('\u{feff}') => at += '\u{feff}'.len_utf8(),
            _ => return at,
        }
    }
}

/// The byte after `indicator` and the blanks behind it, if it comes next; else where the next
/// thing stands.
pub(super) fn skip_indicator(text: &str, from: usize, indicator: u8) -> usize {
    let at = skip_blanks(text, from);
    if text.as_bytes().get(at) == Some(&indicator) {
        skip_blanks(text, at + 1)
    } else {
        at
    }
}

/// Where a value would stand whose `indicator`, a colon or a dash, comes next: right after it.
/// Without one, as after `? key`, it is `from`.
pub(super) fn absent(text: &str, from: usize, indicator: u8, in_flow: bool) -> usize {
    let bytes = text.as_bytes();
    let at = skip_blanks(text, from);
    let ends = match bytes.get(at + 1) {
        None | Some(b' ' | b'\t' | b'\r' | b'\n') => true,
        // A key may begin with a colon, `:a`; inside brackets `{"a":}` has no value.
        Some(b',' | b'[' | b']' | b'{' | b'}') => in_flow,
        Some(_) => false,
    };
    if bytes.get(at) == Some(&indicator) && ends {
        at + 1
    } else {
        from
    }
}

/// The byte after `count` anchors (`&a`) and tags (`!t`, `!<t>`) that begin at `at`.
pub(super) fn skip_properties(text: &str, mut at: usize, count: usize) -> usize {
    for _ in 0..count {
        let rest = &text[at..];
        let length = if rest.starts_with("!<") {
            memchr(b'>', rest.as_bytes()).map(|end| end + 1)
        } else if rest.starts_with(['!', '&']) {
            rest.find([' ', '\t', '\r', '\n', ',', '[', ']', '{', '}'])
        } else {
            return at;
        };
        at = skip_blanks(text, at + length.unwrap_or(rest.len()));
    }
    at
}

/// The closing quote of the scalar whose opening quote is at `start`.
pub(super) fn closing_quote(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let quote = *bytes.get(start)?;
    let escape = match quote {
        b'"' => b'\\',
        b'\'' => b'\'',
        _ => return None,
    };
    let mut at = start + 1;
    loop {
        at += memchr2(quote, escape, bytes.get(at..)?)?;
        let is_escape = match quote {
            b'\'' => bytes.get(at + 1) == Some(&b'\''),
            _ => bytes[at] == b'\\',
        };
        if !is_escape {
            return Some(at);
        }
        at += 2;
    }
}

/// The end of the line of `at`, before its line break.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    memchr2(b'\n', b'\r', rest).map_or(text.len(), |found| at + found)
}
