//! What becomes of an article when all that can be fixed is fixed, and what holds for every article
//! that is fixed or formatted, however it is made.

use std::path::Path;

use isnad::fixes::{self, Reach};
use isnad::rules;
use isnad::text::edited;
use isnad::workspace::Workspace;
use proptest::prelude::*;

use crate::cases;
use crate::fixture::{Fixture, bring, stripped};
use crate::laws::fixing::{self, fix};

/// What was done, what was not, and the text that came of it, for either reach where they differ.
fn drawn(written: &str) -> String {
    let fixture = Fixture::new(written);
    let both = [Reach::Safe, Reach::Unsafe].map(|reach| {
        let fixed = fixes::fix(&fixture.snapshot, fixture.file(), reach, &bring);
        let done = fixed.applied.iter();
        let done = done.map(|done| format!("  fixed {}: {}\n", done.rule, done.title));
        let out = fixed.left_out.iter();
        let out = out.map(|out| format!("  left out {}: {}\n", out.rule, out.reason.text()));
        let left = fixed
            .left
            .iter()
            .map(|left| format!("  left {}\n", left.rule));
        let told: String = done.chain(out).chain(left).collect();
        format!("{told}{}\n", fixed.text)
    });
    match both {
        [safe, bold] if safe == bold => safe,
        [safe, bold] => format!("{safe}\nunsafe:\n{bold}"),
    }
}

#[test]
fn articles_are_fixed() {
    let cases = include_str!("fixes/cases.txt");
    insta::assert_snapshot!(cases::draw(cases, drawn));
}

#[test]
fn the_example_of_mistakes_is_left_with_what_needs_a_person() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut workspace = Workspace::new();
    let path = isnad::files::absolute(&examples.join("mistakes.news.md"));
    workspace.set(&path, isnad::files::content(&path));
    isnad::files::bring(&mut workspace, &path);
    let snapshot = workspace.snapshot();
    let file = snapshot.file(&path).expect("the example");
    let before = rules::check(&snapshot, file);
    let fixed = fixes::fix(&snapshot, file, Reach::Safe, &isnad::files::bring);
    assert!(fixed.applied.len() >= 2, "{:#?}", fixed.applied);
    assert_eq!(fixed.left_out, []);
    assert!(fixed.left.len() < before.len());
    for left in &fixed.left {
        let safe = left.fixes.iter().filter(|fix| fix.applicability.is_safe());
        assert_ne!(safe.count(), 1, "{left:#?}");
    }
    let after = stripped(&fixed.text);
    assert_eq!(after, stripped(snapshot.text(file)), "no word has changed");
}

const PIECES: &[&str] = &[
    "---\n",
    "lang: ar\n",
    "wire: story.txt\n",
    "wire: [\n",
    "entities:\n",
    "  a: {type: person, name: Laila Haddad, aka: [Haddad]}\n",
    "  ab: {type: person, name: Omar Said}\n",
    "  ليلى: {name: ليلى حداد, anonymous: true}\n",
    "source: [a]\n",
    "# ",
    "“",
    "”",
    "\"",
    "''",
    "„",
    "»",
    "「",
    "[",
    "]",
    "](#a)",
    "](# aa )",
    "](#aaa)",
    "](= 2025/3/4 )",
    "](=٢٠٢٥-٠٣-٠٤..2026)",
    "](=2025-02-31)",
    "]{ a }",
    "{ a ,ليلى>ab<a .x  k=\"v  w\" }",
    "{a b}",
    "{ليلى,ab}",
    "{لیلی}",
    "](#аb)",
    "{a، ab}",
    "{ + }",
    "{abb}",
    "{",
    "}",
    " {a}",
    " { a }",
    "<!-- isnad: allow unclosed-quote -->\n",
    "<!--isnad:allow  unclosed-quotes  — x-->  \n",
    "<!-- isnad: allow unused-suppression — x -->\n",
    "<!-- isnad: allow-file undefined-entity — x -->\n",
    "<!-- isnad: allow unclosed-quote, unclosed-span — x -->\n",
    "<!--",
    "-->",
    "-",
    "\\",
    "Laila Haddad",
    "Leila Haddad",
    "وليلى حداد",
    "(x y)",
    "😀",
    "e\u{301}",
    "日本",
    "\u{202e}",
    "\u{200f}",
    "\u{feff}",
    "\r\n",
    "\n",
    "\n\n",
    "\u{a0}",
    "\u{2028}",
    "\t",
    " ",
];

/// Articles made of pieces that do not belong together, some of them behind a beginning that makes
/// them mean something.
fn articles() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(PIECES);
    let pieces = proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat());
    let front = "---\nlang: en\nentities:\n  a: {type: person, name: Laila Haddad}\n  \
                 ليلى: {name: ليلى حداد}\n  ab: {name: Omar Said}\n";
    let beginnings = vec![
        String::new(),
        "\u{feff}".to_owned(),
        format!("{front}---\n\n"),
        format!("{front}wire: story.txt\n---\n\n"),
    ];
    (proptest::sample::select(beginnings), pieces).prop_map(|(front, rest)| front + &rest)
}

proptest! {
    #[test]
    fn what_is_fixed_has_nothing_left_to_fix(text in articles()) {
        fixing::hold_for_fixes(&text);
    }

    #[test]
    fn fixing_and_formatting_keep_the_line_ends(text in articles()) {
        fixing::hold_for_line_ends(&text);
    }

    #[test]
    fn formatting_changes_no_word_and_no_meaning(text in articles()) {
        fixing::hold_for_form(&text);
    }
}

/// No clock is read: work in the square of the length would go on for hours.
#[test]
fn hostile_articles_are_fixed_to_their_end() {
    let front = "---\nlang: en\nentities:\n  haddad: {type: person, name: Laila Haddad}\n";
    for piece in [
        "“a”{hadad} ",
        "“a”{hаddad} ",
        "[a](=2025-3-4) ",
        "“a” {haddad} ",
        "[a](#hadad)[b](#hadad)",
        "<!-- isnad: allow unclosed-quote — a -->\n",
        "<!-- isnad: allow unclosed-quotes — a -->a\n",
        "<!-- isnad: allow unclosed-quote — a -->a\n",
    ] {
        let rest = piece.repeat(100_000 / piece.len());
        for front in [
            format!("{front}---\n\n"),
            format!("{front}wire: story.txt\n---\n\n"),
        ] {
            let text = front + &rest;
            let fixed = fix(&text, Reach::Unsafe);
            assert_eq!(edited(&text, &fixed.edits), fixed.text);
        }
    }
}
