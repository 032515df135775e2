//! The law of the wire text.

use isnad::syntax::{Flavor, escape, parse, strip};
use isnad::text::{TextRange, TextSize};
use proptest::prelude::*;

use crate::laws::{editing, parsing};

fn wire(article: &str) -> String {
    strip(&parse(article, Flavor::Article), article)
}

#[track_caller]
fn check(article: &str, expected: &str) {
    assert_eq!(wire(article), expected, "strip of {article:?}");
}

#[test]
fn front_matter_goes_with_one_empty_line() {
    check("---\nlang: ar\n---\n\nقال", "قال");
    check("---\nlang: ar\n---\nقال", "قال");
    check("---\nlang: ar\n---\n\n\nقال", "\nقال");
    check("---\r\nlang: ar\r\n---\r\n\r\nقال\r\n", "قال\r\n");
    check("\u{feff}---\nlang: ar\n---\n\nقال", "\u{feff}قال");
    check("---\nnever closed", "---\nnever closed");
    check("a\n---\nb\n---\n", "a\n---\nb\n---\n");
    check("---\n---\n", "");
    check("\\---\na\n---\n", "---\na\n---\n");
}

#[test]
fn comments_begin_a_line_and_go_with_it() {
    check("<!-- a -->\nb", "b");
    check("a\n\n<!-- c -->\n\nb", "a\n\nb");
    check("a\n<!-- c -->\nb", "a\nb");
    check("a\n<!-- c -->\n\nb", "a\n\nb");
    check("<!-- a -->\n<!-- b -->\n\nc", "c");
    check("---\nlang: en\n---\n<!-- c -->\n\nb", "b");
    check("<!-- over\n\nlines -->\nb", "b");
    check("a <!-- text -->", "a <!-- text -->");
    check("<!-- a -->b", "b");
    check("<!-- never closed", "<!-- never closed");
    check("\\<!-- a -->", "<!-- a -->");
    check("a\n\n<!-- c -->", "a\n\n");
    check("\u{feff}\n<!-- c -->\n\nb", "\u{feff}\nb");
}

#[test]
fn headings_lose_their_signs() {
    check("# a\n\n###### b\n####### c\n#d", "a\n\nb\n####### c\n#d");
    check("a\n# b\nc", "a\nb\nc");
    check("\u{feff}# a", "\u{feff}a");
    check("\\# a", "# a");
}

#[test]
fn annotations_go_and_their_words_stay() {
    check("[Laila Haddad](#haddad) said", "Laila Haddad said");
    check("[يوم الثلاثاء](=2025/03/04)", "يوم الثلاثاء");
    check("“We will not.”{haddad > omar < plain}", "“We will not.”");
    check(
        "[that [the [port](#p)](#q) stays]{haddad}",
        "that the port stays",
    );
    check("وكالة \"[سبوتنيك](#س)\"{-}", "وكالة \"سبوتنيك\"");
    check("''old copy''{x}", "''old copy''");
    check(
        "「日本」{x} «é»{y} \u{202b}\"a\"{z}",
        "「日本」 «é» \u{202b}\"a\"",
    );
    check("[malformed]{a b > > ,}", "malformed");
    check("[](#x)", "");
}

#[test]
fn what_only_looks_like_an_annotation_stays() {
    check(
        "[sic] and [the minister] (...)",
        "[sic] and [the minister] (...)",
    );
    check("a](#b)", "a](#b)");
    check("[a](#b\n)", "[a](#b\n)");
    check("[a\n\nb](#c)", "[a\n\nb](#c)");
    check("[a](http://b)", "[a](http://b)");
    check("a {b}", "a {b}");
    check("\"a\" {b}", "\"a\" {b}");
    check("[that [sic he went]{x}", "[that sic he went");
}

#[test]
fn a_backslash_takes_the_meaning_away() {
    check("\\[a](#b)", "[a](#b)");
    check("[a\\](#b)", "[a](#b)");
    check("\"a\\\"{b}", "\"a\"{b}");
    check("\"a\"\\{b}", "\"a\"{b}");
    check("C:\\dir \\n \\\\n", "C:\\dir \\n \\n");
    check("end\\", "end\\");
}

#[test]
fn wire_text_is_left_alone() {
    let text = "# [a](#b)\n\n\"c\"{d}\\[";
    assert_eq!(strip(&parse(text, Flavor::Wire), text), text);
}

/// Texts dense with everything that means something.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "\\", "[", "]", "](#", "](=", "]{", ")", "{", "}", "#", "# ", "<!--", "-->", "---", "\n",
        "\r\n", "\r", "\"", "“", "”", "«", "»", "''", "’", " ", "\t", "a", "لا", "日", "😀",
        "e\u{301}", "\u{feff}", "\u{202e}", "\u{200c}", ",", "،", "<", ">", "=", ".", "+",
        "\u{a0}", "\u{2028}",
    ]);
    prop_oneof![
        prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat()),
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn parsing_loses_nothing_and_escaping_adds_nothing(text in hostile()) {
        parsing::hold(&text);
    }

    #[test]
    fn inserted_annotations_come_off(
        before in hostile(),
        words in hostile(),
        after in hostile(),
        tail in prop::sample::select(vec!["](#حداد)", "](=2025/03/04)", "]{a > b < c}", "]{+}"]),
    ) {
        // An annotation stands within one paragraph, and brackets of the article pair among themselves.
        let before = before.replace(['[', ']'], "");
        let words = words.replace(|c: char| c.is_control() || c.is_whitespace() || "[]".contains(c), "");
        let original = format!("{before}\n\nx{words}x{after}");
        // What follows is escaped in its place, not as the start of a text.
        let after = escape(&format!("x{after}"));
        let annotated = format!("{}[{}{tail}{after}", escape(&format!("{before}\n\n")), escape(&format!("x{words}")));
        prop_assert_eq!(wire(&annotated), original);
    }

    #[test]
    fn the_tokens_of_a_range_are_those_that_it_touches(text in hostile(), ends in (0..200_usize, 0..200_usize)) {
        let place = |at: usize| TextSize::new((at % (text.len() + 1)) as u32);
        let (one, other) = (place(ends.0), place(ends.1));
        let range = TextRange::new(one.min(other), one.max(other));
        let tree = parse(&text, Flavor::Article);
        let touches = |(_, token): &(_, TextRange)| token.start() < range.end() && range.start() < token.end();
        let touched: Vec<_> = tree.tokens().filter(touches).collect();
        prop_assert_eq!(tree.tokens_in(range).collect::<Vec<_>>(), touched);
    }

    #[test]
    fn reparsing_equals_parsing(
        text in hostile(),
        edits in prop::collection::vec((0..300_usize, 0..300_usize, hostile()), 1..5),
    ) {
        let edits: Vec<_> = edits.iter().map(|(from, to, new)| (*from, *to, new.as_str())).collect();
        editing::parse_alike(&text, &edits);
    }
}
