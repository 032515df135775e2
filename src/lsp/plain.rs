//! Cards for editors that show no Markdown.

/// Markdown, and the words that it stands for.
const SIGNS: [(&str, &str); 4] = [("**", ""), ("&lt;", "<"), ("&amp;", "&"), ("\n\n", "\n")];

/// The words of a card, without the Markdown around them. This undoes what
/// [`ide`](crate::ide) writes, and is no reader of Markdown at large.
pub(super) fn plain(markdown: &str) -> String {
    let mut words = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(first) = rest.chars().next() {
        if let Some((address, after)) = between(rest, "](", ")") {
            words.push(' ');
            words.push_str(address);
            rest = after;
        } else if let Some((address, after)) = between(rest, "<http", ">") {
            words.push_str("http");
            words.push_str(address);
            rest = after;
        } else if begins_link(rest) {
            rest = &rest[1..];
        } else if let Some(after) = rest.strip_prefix('\\') {
            let mut characters = after.chars();
            words.extend(characters.next());
            rest = characters.as_str();
        } else if let Some((sign, meant)) = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)) {
            words.push_str(meant);
            rest = &rest[sign.len()..];
        } else {
            words.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    words
}

/// Whether the bracket with which `text` begins is that of a link; those of its words are escaped.
fn begins_link(text: &str) -> bool {
    let Some(inside) = text.strip_prefix('[') else {
        return false;
    };
    let mut is_escaped = false;
    let end = inside.find(|character: char| {
        let is_end = matches!(character, '[' | ']') && !is_escaped;
        is_escaped = character == '\\' && !is_escaped;
        is_end
    });
    end.is_some_and(|end| inside[end..].starts_with("]("))
}

/// What stands between `start`, with which `text` begins, and the next `end`; and what is after.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<(&'a str, &'a str)> {
    text.strip_prefix(start)?.split_once(end)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn words_without_markdown() {
        for (markdown, words) in [
            (
                "**\u{2068}ليلى\u{2069}** · person\n\nminister",
                "\u{2068}ليلى\u{2069} · person\nminister",
            ),
            ("[x\\](y) &lt;b>&amp;\\`\\*\\_ \\\\", "[x](y) <b>&`*_ \\"),
            (
                "[a] [b [\\[c\\] d](file:///e) [f]",
                "[a] [b [c] d file:///e [f]",
            ),
            (
                "[Wikidata Q1](https://example.org/Q1) · <https://example.org/>",
                "Wikidata Q1 https://example.org/Q1 · https://example.org/",
            ),
            ("Chain: a < b", "Chain: a < b"),
            ("a\\", "a"),
            ("](", "]("),
        ] {
            assert_eq!(plain(markdown), words, "{markdown}");
        }
    }
}
