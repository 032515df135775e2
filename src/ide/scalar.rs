//! Keys and values of YAML, written anew where they stand.

use crate::syntax::yaml;
use crate::text::{TextEdit, TextRange, TextSize};

/// The edit that makes `new` of the key or value at `range` of `text`, which is a registry, or an
/// article with front matter. Between quotation marks it stays between them; without, it gets some only
/// where it needs them.
pub(super) fn rewritten(text: &str, range: TextRange, new: &str) -> TextEdit {
    let range = without_space(text, range);
    let before = text[..usize::from(range.start())].chars().next_back();
    let after = text[usize::from(range.end())..].chars().next();
    let mark = before.filter(|mark| matches!(mark, '"' | '\'') && before == after);
    let text = match mark {
        Some('\'') => new.replace('\'', "''"),
        Some(_) => escaped(new),
        None => written(new),
    };
    TextEdit { range, text }
}

/// A key or value, in quotation marks only where it needs them.
pub(super) fn written(new: &str) -> String {
    if is_plain(new) {
        new.to_owned()
    } else {
        format!("\"{}\"", escaped(new))
    }
}

/// A value without the white space at its ends, which a block after `|` or `>` has.
pub(super) fn without_space(text: &str, range: TextRange) -> TextRange {
    let written = &text[range];
    let before = TextSize::of(written) - TextSize::of(written.trim_start());
    TextRange::at(range.start() + before, TextSize::of(written.trim()))
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// Whether a text needs no quotation marks in YAML: as a key and as a value it is read as what it is.
fn is_plain(text: &str) -> bool {
    let is_taken = TAKEN.contains(&text.to_ascii_lowercase().as_str());
    let parsed = yaml::parse(&format!("{text}: [{text}]\n"));
    let is_read = parsed.root.is_some_and(|root| match root.entries() {
        [entry] => {
            let is_it = |node: &yaml::Node| node.as_str() == Some(text);
            let items = entry.value.items();
            is_it(&entry.key) && matches!(items, [item] if is_it(item))
        }
        _ => false,
    });
    !is_taken && is_read && parsed.errors.is_empty()
}

/// Words that one or the other version of YAML takes for something else.
const TAKEN: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
