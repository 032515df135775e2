//! The laws hold for their seeds and for what is easily made of these.

use std::fs;
use std::panic;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;

use crate::laws::{LAWS, Law, law};

/// What is put between the words of a seed.
const PIECES: &[&str] = &[
    "[",
    "]",
    "](#a)",
    "](=2025-03-04)",
    "]{a}",
    "{a}",
    "{b < a}",
    "{+}",
    "{-}",
    "{",
    "}",
    "“",
    "”",
    "\"",
    "„",
    "«",
    "»",
    "「",
    "」",
    "‘",
    "’",
    "'",
    "\\",
    "<!--",
    "-->",
    "<!-- isnad: allow unclosed-quote — x -->\n",
    "---\n",
    "# ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\u{a0}",
    "\u{2028}",
    ":",
    "a: ",
    "- ",
    "&a ",
    "*a",
    "Laila Haddad",
    "Haddad said ",
    "قالت ليلى حداد: ",
    "שרה כהן",
    "山田花子",
    "تعليق‌ها",
    "😀",
    "👩‍👩‍👧",
    "e\u{301}",
    "\u{200b}",
    "\u{200d}",
    "\u{200f}",
    "\u{202e}",
    "\u{2067}",
    "\u{2069}",
    "\u{feff}",
    "⁂",
    "⁂all:",
    "⁂0 9:",
    "[rules]\n",
    "\0",
    "\u{1b}[31m",
    "=======\n",
    "yesterday",
    "4 March 2026",
    "0",
    "-1",
    "18446744073709551616",
];

/// One way in which a text is made of others.
#[derive(Debug, Clone)]
enum Change {
    Goes(Index, Index),
    Twice(Index, Index),
    Comes(Index, &'static str),
    FromOther(Index, Index, Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    let piece = proptest::sample::select(PIECES);
    let place = any::<Index>;
    prop_oneof![
        (place(), place()).prop_map(|(start, end)| Change::Goes(start, end)),
        (place(), place()).prop_map(|(start, end)| Change::Twice(start, end)),
        (place(), piece).prop_map(|(at, piece)| Change::Comes(at, piece)),
        (place(), place(), place(), place())
            .prop_map(|(at, other, start, end)| Change::FromOther(at, other, start, end)),
    ]
}

/// The seed that is meant, changed.
fn changed(seeds: &[String], seed: Index, changes: &[Change]) -> String {
    /// More than so much of a text at once finds no more.
    const SOME: usize = 60;
    let mut text: Vec<char> = seed.get(seeds).chars().collect();
    let some = |text: &[char], start: &Index, end: &Index| {
        let start = start.index(text.len() + 1);
        start..text.len().min(start + end.index(SOME))
    };
    for change in changes {
        match change {
            Change::Goes(start, end) => drop(text.drain(some(&text, start, end))),
            Change::Twice(start, end) => {
                let twice = some(&text, start, end);
                let again = text[twice.clone()].to_vec();
                text.splice(twice.end..twice.end, again);
            }
            Change::Comes(at, piece) => {
                let at = at.index(text.len() + 1);
                text.splice(at..at, piece.chars());
            }
            Change::FromOther(at, other, start, end) => {
                let other: Vec<char> = other.get(seeds).chars().collect();
                let at = at.index(text.len() + 1);
                text.splice(at..at, other[some(&other, start, end)].iter().copied());
            }
        }
    }
    text.into_iter().collect()
}

/// The texts of a law, by the names of their files.
fn seeds(law: &Law) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/laws/seeds");
    let files = fs::read_dir(folder.join(law.name)).expect("seeds");
    let mut seeds: Vec<_> = files
        .map(|file| {
            let path = file.expect("a seed").path();
            let text = fs::read_to_string(&path).expect("UTF-8");
            (path.to_string_lossy().into_owned(), text)
        })
        .collect();
    seeds.sort();
    seeds
}

#[test]
fn laws_hold_for_their_seeds() {
    for law in LAWS {
        let seeds = seeds(&law);
        assert!(seeds.len() > 4, "{} has its seeds", law.name);
        for (name, text) in seeds {
            println!("{name}");
            (law.hold)(&text);
        }
    }
}

/// Holds a law over texts that are made of its seeds.
fn hold_for_what_is_made(name: &str) {
    let law = law(name);
    let seeds: Vec<String> = seeds(law).into_iter().map(|(_, text)| text).collect();
    let changes = proptest::collection::vec(change(), 1..6);
    proptest!(|(seed in any::<Index>(), changes in changes)| {
        let text = changed(&seeds, seed, &changes);
        prop_assert!(panic::catch_unwind(|| (law.hold)(&text)).is_ok(), "{}", text);
    });
}

#[test]
fn parsing_is_lossless() {
    hold_for_what_is_made("parse");
}

#[test]
fn an_edited_article_is_a_fresh_one() {
    hold_for_what_is_made("edit");
}

#[test]
fn front_matter_and_registries_are_read_to_their_end() {
    hold_for_what_is_made("front_matter");
}

#[test]
fn configurations_are_read_to_their_end() {
    hold_for_what_is_made("configuration");
}

#[test]
fn annotating_changes_no_word() {
    hold_for_what_is_made("annotate");
}

#[test]
fn fixing_ends_and_changes_no_word() {
    hold_for_what_is_made("fix");
}

#[test]
fn sessions_end_with_all_questions_answered() {
    hold_for_what_is_made("session");
}
