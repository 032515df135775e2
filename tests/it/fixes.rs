//! What becomes of an article when all that can be fixed is fixed, and what holds for every article
//! that is fixed or formatted, however it is made.

use std::path::Path;
use std::sync::Arc;

use isnad::dates::DateValue;
use isnad::fixes::{self, Fixed, Reach};
use isnad::rules::{self, Diagnostic, Severity};
use isnad::syntax::WireMap;
use isnad::syntax::ast::{self, Annotation};
use isnad::text::edited;
use isnad::workspace::{Content, Snapshot, Workspace};
use proptest::prelude::*;

use crate::cases;
use crate::fixture::{Fixture, bring, folder, stripped};
use crate::format::formatted;

fn open(text: &str) -> Snapshot {
    let path = folder().join("article.news.md");
    let mut workspace = Workspace::new();
    workspace.set(&path, Content::Text(Arc::from(text)));
    bring(&mut workspace, &path);
    workspace.snapshot()
}

fn fix(text: &str, reach: Reach) -> Fixed {
    let snapshot = open(text);
    let file = snapshot
        .file(&folder().join("article.news.md"))
        .expect("the article");
    fixes::fix(&snapshot, file, reach, &bring)
}

fn findings(text: &str) -> Vec<Diagnostic> {
    let snapshot = open(text);
    let file = snapshot
        .file(&folder().join("article.news.md"))
        .expect("the article");
    rules::check(&snapshot, file)
}

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

/// What an article says, without where in the text: where in its wire text.
fn meaning(text: &str) -> Vec<String> {
    let snapshot = open(text);
    let file = snapshot
        .file(&folder().join("article.news.md"))
        .expect("the article");
    let (tree, article) = (snapshot.tree(file), snapshot.article(file));
    let map = WireMap::new(tree);
    let mut said = vec![format!("{:?}", article.front)];
    for quotation in &article.quotations {
        let pieces = quotation.pieces.iter();
        let place: Vec<_> = pieces
            .map(|piece| (map.to_wire(piece.start()), map.to_wire(piece.end())))
            .collect();
        let who = quotation.who.as_ref().map(|who| {
            let ids = |ids: &[isnad::model::IdRef]| -> Vec<String> {
                ids.iter().map(|id| id.id.clone()).collect()
            };
            (
                who.kind,
                ids(&who.speakers),
                ids(&who.addressees),
                ids(&who.via),
            )
        });
        said.push(format!("{place:?} {:?} {who:?}", quotation.parent));
    }
    for (start, block) in tree.blocks() {
        for annotation in ast::annotations(block, start) {
            said.push(match annotation {
                Annotation::Mention { words, id, .. } => {
                    format!(
                        "{:?} is {:?}",
                        map.to_wire(words.start()),
                        id.map(|id| &text[id])
                    )
                }
                Annotation::Date { words, value, .. } => {
                    let value =
                        value.map(|value| DateValue::parse(&text[value]).map_err(|_| &text[value]));
                    format!("{:?} is {value:?}", map.to_wire(words.start()))
                }
                other => format!("{:?}", std::mem::discriminant(&other)),
            });
        }
    }
    for suppression in &article.suppressions {
        let reason: Vec<&str> = suppression.reason.split_whitespace().collect();
        said.push(format!(
            "{} {} {reason:?}",
            suppression.rule, suppression.is_alone
        ));
    }
    said
}

/// Findings without where in the text they stand.
fn told(found: &[Diagnostic]) -> Vec<(&'static str, Severity, &str)> {
    let told = found.iter();
    told.map(|finding| (finding.rule, finding.severity, finding.message.as_str()))
        .collect()
}

fn errors(found: &[Diagnostic]) -> usize {
    found
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .count()
}

/// Whether every line ends as those of Windows do.
fn is_of_windows(text: &str) -> bool {
    text.matches('\n').count() == text.matches("\r\n").count()
}

proptest! {
    #[test]
    fn what_is_fixed_has_nothing_left_to_fix(text in articles()) {
        for reach in [Reach::Safe, Reach::Unsafe] {
            let fixed = fix(&text, reach);
            prop_assert_eq!(&edited(&text, &fixed.edits), &fixed.text);
            prop_assert_eq!(&findings(&fixed.text), &fixed.left);
            let again = fix(&fixed.text, reach);
            prop_assert_eq!(&again.text, &fixed.text, "{:?}", text);
            prop_assert_eq!(&again.applied, &[]);
            prop_assert_eq!(&again.left_out, &fixed.left_out);
            prop_assert!(errors(&fixed.left) <= errors(&findings(&text)), "{:?}", text);
        }
    }

    #[test]
    fn no_fix_changes_a_word_that_is_to_stay(text in articles()) {
        let names_wire = {
            let snapshot = open(&text);
            let file = snapshot.file(&folder().join("article.news.md")).expect("the article");
            snapshot.article(file).front.wire.is_some()
        };
        for reach in [Reach::Safe, Reach::Unsafe] {
            let fixed = fix(&text, reach);
            if names_wire || reach == Reach::Safe {
                prop_assert_eq!(stripped(&fixed.text), stripped(&text), "{:?}", text);
            }
            prop_assert_eq!(fixed.text.starts_with('\u{feff}'), text.starts_with('\u{feff}'));
        }
    }

    #[test]
    fn fixing_and_formatting_keep_the_line_ends(text in articles()) {
        let text = text.replace("\r\n", "\n").replace('\n', "\r\n");
        for after in [fix(&text, Reach::Safe).text, fix(&text, Reach::Unsafe).text, formatted(&text)] {
            prop_assert!(is_of_windows(&after), "{:?} → {:?}", text, after);
        }
    }

    #[test]
    fn formatting_changes_no_word_and_no_meaning(text in articles()) {
        let once = formatted(&text);
        prop_assert_eq!(&formatted(&once), &once, "{:?}", text);
        prop_assert_eq!(stripped(&once), stripped(&text), "{:?}", text);
        prop_assert_eq!(meaning(&once), meaning(&text), "{:?}", text);
        prop_assert_eq!(once.starts_with('\u{feff}'), text.starts_with('\u{feff}'));
        let (before, after) = (findings(&text), findings(&once));
        prop_assert_eq!(told(&before), told(&after), "{:?}", text);
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
