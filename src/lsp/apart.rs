//! Words that are read from right to left, kept apart in a message that is read from left to right.

use crate::text::is_right_to_left;

const ISOLATE: char = '\u{2068}';
const END: char = '\u{2069}';

/// The message with isolates around its right-to-left words, so that a date behind them is not
/// turned around: around what stands between quotation marks or backticks as a whole, and around
/// each run of words elsewhere.
pub(super) fn kept_apart(message: &str) -> String {
    let mut out = String::with_capacity(message.len());
    let mut rest = message;
    while let Some(first) = rest.chars().next() {
        let (before, words) = match first {
            '“' => (first.len_utf8(), between(rest, '”')),
            '`' => (first.len_utf8(), between(rest, '`')),
            _ if is_right_to_left(first) => (0, run(rest)),
            _ => (first.len_utf8(), ""),
        };
        out.push_str(&rest[..before]);
        if words.contains(is_right_to_left) {
            out.extend([ISOLATE]);
            out.push_str(words);
            out.extend([END]);
        } else {
            out.push_str(words);
        }
        rest = &rest[before + words.len()..];
        // The mark that closes opens nothing.
        if before > 0 && !words.is_empty() && first == '`' {
            out.push('`');
            rest = &rest[1..];
        }
    }
    out
}

/// What stands between the mark that `text` begins with and the next `close` of its line; nothing
/// where there is none.
fn between(text: &str, close: char) -> &str {
    let mut inside = text.chars();
    inside.next();
    let inside = inside.as_str();
    let line = inside.lines().next().unwrap_or_default();
    line.find(close).map_or("", |end| &line[..end])
}

/// The words that `text` begins with, as far as they are read from right to left.
fn run(text: &str) -> &str {
    let joins = |c: char| matches!(c, ' ' | '-' | '_' | '\u{200c}');
    let end = text.find(|c| !is_right_to_left(c) && !joins(c));
    text[..end.unwrap_or(text.len())].trim_end_matches(joins)
}

#[cfg(test)]
mod tests {
    use super::kept_apart;

    fn drawn(message: &str) -> String {
        kept_apart(message).replace(['\u{2068}', '\u{2069}'], "|")
    }

    #[test]
    fn right_to_left_words_are_kept_apart_and_no_others() {
        let cases = [
            ("", ""),
            (
                "“Thursday” stands beside 2025-06-10",
                "“Thursday” stands beside 2025-06-10",
            ),
            (
                "“الأربعاء” stands beside “اليوم”, 2025-06-10, which is الثلاثاء",
                "“|الأربعاء|” stands beside “|اليوم|”, 2025-06-10, which is |الثلاثاء|",
            ),
            (
                "“5% من السوق” or `مصادر-السوق`\nhelp: write `a`, not `עמר`",
                "“|5% من السوق|” or `|مصادر-السوق|`\nhelp: write `a`, not `|עמר|`",
            ),
            (
                "نورا سالم is declared here, می‌شود too",
                "|نورا سالم| is declared here, |می‌شود| too",
            ),
            ("“ليلى and ` or “", "“|ليلى| and ` or “"),
            ("``ليلى``", "``|ليلى|``"),
        ];
        for (message, wanted) in cases {
            assert_eq!(drawn(message), wanted);
        }
    }
}
