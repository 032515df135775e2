//! Article text in a terminal or a log: it comes from strangers and must not steer either.

use std::borrow::Cow;

/// Opens a stretch whose direction of writing is that of its first letter.
pub(super) const FIRST_STRONG_ISOLATE: char = '\u{2068}';
/// Closes it.
pub(super) const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// `text` neutralised, and so that its direction disturbs nothing around it.
pub(super) fn isolated(text: &str) -> String {
    format!(
        "{FIRST_STRONG_ISOLATE}{}{POP_DIRECTIONAL_ISOLATE}",
        neutralise(text)
    )
}

/// `text` with control characters, direction controls and the beginnings of workflow commands
/// (`::`, `##[`) made visible instead of acting.
pub(super) fn neutralise(text: &str) -> Cow<'_, str> {
    // Most texts are harmless, and reports hold very many of them.
    let is_harmless = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'#';
    if !text.trim_start().starts_with("::") && text.bytes().all(is_harmless) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(acts) {
        safe.push_str(&rest[..at]);
        let mut characters = rest[at..].chars();
        safe.extend(characters.next().into_iter().flat_map(visible));
        rest = characters.as_str();
    }
    safe.push_str(rest);
    // A runner reads `##[` anywhere in a line, and `::` at its start.
    if safe.contains("##[") {
        safe = safe.replace("##[", "##\\[");
    }
    let safe = match safe.trim_start().strip_prefix("::") {
        Some(rest) => format!("\\::{rest}"),
        None => safe,
    };
    safe.into()
}

/// What stands in place of a character that acts: `\u{202e}`, all of it in ASCII.
pub(super) fn visible(acting: char) -> impl Iterator<Item = char> {
    acting.escape_unicode()
}

/// Whether it steers a terminal or turns the direction of writing, and is shown instead.
pub(super) fn acts(character: char) -> bool {
    (character.is_control() && character != '\t')
        || matches!(
            character,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acts() {
        assert_eq!(neutralise("a\u{1b}[31mb\u{7}"), "a\\u{1b}[31mb\\u{7}");
        assert_eq!(neutralise("a\u{202e}b\u{2066}"), "a\\u{202e}b\\u{2066}");
        assert_eq!(neutralise("a ##[add-mask]b"), "a ##\\[add-mask]b");
        assert_eq!(neutralise("  ::error::b"), "\\::error::b");
        assert_eq!(
            neutralise("نیم\u{200c}فاصله 👨\u{200d}👩 \t“a”: b::c"),
            "نیم\u{200c}فاصله 👨\u{200d}👩 \t“a”: b::c"
        );
    }
}
