//! The law of the wire text: taking the annotation off gives the article back, byte for byte.

use crate::syntax::block::hashes;
use crate::syntax::inline::{is_escapable, is_mark};
use crate::syntax::tree::Tree;

/// The wire text of `text`, whose tree is `tree`: its words without any annotation.
pub fn strip(tree: &Tree, text: &str) -> String {
    let mut wire = String::with_capacity(text.len());
    for (kind, range) in tree.tokens() {
        if kind.is_wire() {
            wire.push_str(&text[range]);
        }
    }
    wire
}

/// Writes `wire` so that none of its characters is taken for markup: for every text,
/// stripping the outcome gives `wire` back.
pub fn escape(wire: &str) -> String {
    let mut escaped = String::with_capacity(wire.len() + wire.len() / 64);
    let mut at_line_start = true;
    let mut before = None;
    for (at, character) in wire.char_indices() {
        let rest = &wire[at..];
        let after = rest[character.len_utf8()..].chars().next();
        let is_first_line = at == 0 || (at == '\u{feff}'.len_utf8() && before == Some('\u{feff}'));
        let means_something = match character {
            '\\' => after.is_none_or(is_escapable),
            ']' => ["](#", "](=", "]{"]
                .iter()
                .any(|tail| rest.starts_with(tail)),
            '{' => before.is_some_and(is_mark),
            '#' => at_line_start && hashes(rest).is_some(),
            '<' => at_line_start && rest.starts_with("<!--"),
            '-' => is_first_line && rest.starts_with("---"),
            _ => false,
        };
        if means_something {
            escaped.push('\\');
        }
        escaped.push(character);
        at_line_start = matches!(character, '\n' | '\r') || (at == 0 && character == '\u{feff}');
        before = Some(character);
    }
    escaped
}
