//! What is written into articles by what their words say, and what holds for every article that is
//! annotated, however it is made.

use std::path::Path;

use isnad::attribution::Grade;
use proptest::prelude::*;

use crate::cases;
use crate::fixture::Fixture;
use crate::laws::annotating::{self, annotated};
use crate::laws::desk::open;

/// The outcome, for what is likely too where that differs.
fn drawn(written: &str) -> String {
    let fixture = Fixture::new(written);
    let name = fixture.name(fixture.file());
    let both = [Grade::Sure, Grade::Likely].map(|least| {
        let annotated = annotated(&fixture.snapshot, &name, least);
        if annotated.edits.is_empty() {
            return "nothing\n".to_owned();
        }
        annotated.text
    });
    match both {
        [sure, likely] if sure == likely => sure,
        [sure, likely] => format!("{sure}\nwith what is likely:\n{likely}"),
    }
}

#[test]
fn articles_are_annotated() {
    let cases = include_str!("annotate/cases.txt");
    insta::assert_snapshot!(cases::draw(cases, drawn));
}

#[test]
fn the_wire_text_of_an_example_is_annotated_as_its_article_is() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let text = std::fs::read_to_string(examples.join("ar-ferry.txt")).expect("the example");
    let snapshot = open("ar-ferry.txt", &text);
    insta::assert_snapshot!(annotated(&snapshot, "ar-ferry.txt", Grade::Sure).text);
}

/// Sentences of news, and what does not belong between them.
const PIECES: &[&str] = &[
    "“We will not close it,” said Transport Minister Laila Haddad.",
    "“Not this year,” Haddad said. “Not ever.” It rained.",
    "Haddad told Omar Aziz that the bridge would “never” reopen.",
    "Omar Aziz said the fishermen had not been asked.",
    "“Nobody asked us,” one of the fishermen told reporters.",
    "Officials who asked not to be named said the bridge was unsafe.",
    "She added that [the sign](#a) was wrong.",
    "“It runs on\n\n“over two paragraphs,” Aziz said.",
    "The newspaper “The Basin” and the so-called “peace”",
    "وقالت وزيرة النقل ليلى حداد: \"لن نغلق المعبر هذا العام\".",
    "وأضافت: \"هذا وعد\".",
    "وأعلن عمر عزيز أن الرحلات ستستأنف صباح الخميس.",
    "وكانت مصادر في البلدية أبلغت وكالة \"السهل\" أن المعبر مغلق.",
    "„Die Weichen liegen“, sagte die Sprecherin Ruth Wegener.",
    "Wegener erklärte, dass die Züge ausfallen.",
    "« Les discussions reprennent », a annoncé Élise Morvan.",
    "{+}",
    "{?}",
    "{-}",
    "{a}",
    "{a > b}",
    "{.x}",
    "{",
    "[",
    "]",
    "]{a}",
    "](#a)",
    "](=2025-03-04)",
    "\\",
    "“",
    "”",
    "\"",
    "«",
    "#",
    "# ",
    "<!--",
    "-->\n",
    "---\n",
    "entities:\n",
    "  haddad: {name: Laila Haddad}\n",
    "😀",
    "\u{feff}",
    "\u{202e}",
    "\u{200f}",
    "\u{301}",
    "\r\n",
    "\n",
    "\n\n",
    " ",
];

fn pieces() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(PIECES);
    proptest::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

/// Articles in a language, with and without front matter that declares something.
fn articles() -> impl Strategy<Value = String> {
    let beginnings = vec![
        String::new(),
        "\u{feff}".to_owned(),
        "---\nlang: en\n---\n\n".to_owned(),
        "---\r\nlang: en\r\n---\r\n\r\n".to_owned(),
        "---\nlang: ar\nentities:\n  a:\n    name: ليلى حداد\n---\n\n".to_owned(),
        "---\nlang: de\nentities:\nsource: [b]\n---\n".to_owned(),
        "---\nlang: en\nentities: {a: {name: Laila Haddad}, b: {name: Omar Aziz}}\n---\n\n"
            .to_owned(),
        "---\nlang: fr\nentities: [\n---\n\n".to_owned(),
    ];
    (proptest::sample::select(beginnings), pieces()).prop_map(|(front, rest)| front + &rest)
}

proptest! {
    #[test]
    fn annotating_changes_no_word_and_makes_no_error(text in articles()) {
        annotating::hold_for_articles(&text);
    }

    #[test]
    fn an_article_made_of_wire_text_gives_it_back(wire in pieces(), lang in "---\nlang: en\n|") {
        annotating::hold_for_wire_text(&(lang + &wire));
    }
}
