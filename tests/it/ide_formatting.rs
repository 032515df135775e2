//! The form of annotations while they are written.

use std::fmt::Write;

use isnad::ide::formatting::formatting;
use isnad::ide::on_type_formatting::on_type_formatting;
use isnad::text::{TextEdit, TextSize, edited};

use crate::fixture::Fixture;

/// The line of the cursor once the annotation before it is closed, with what is written anew.
fn closed(written: &str) -> String {
    let fixture = Fixture::new(written);
    let (file, offset) = fixture.cursor.expect("a cursor");
    let edits = on_type_formatting(&fixture.snapshot, file, offset);
    let text = edited(fixture.snapshot.text(file), &edits);
    let mut drawn = written.to_owned();
    if edits.is_empty() {
        drawn.push_str("nothing\n");
    } else {
        let new: Vec<&str> = edits.iter().map(|edit| edit.text.as_str()).collect();
        let _ = writeln!(drawn, "{text}writes {new:?}");
    }
    drawn
}

#[test]
fn an_annotation_gets_its_form_when_it_is_closed() {
    let written = [
        "😀 قالت \"لا\"{ ليلى>عزيز }<|> و\"نعم\"{ ليلى }.\n",
        "She said “No”{laila,aziz}<|>, and “Yes”{ laila }.\r\n",
        "She said “No”{laila, aziz}<|>.\n",
        "She said “No”{laila, aziz}.<|>\n",
        "[She]( #laila )<|> came [today](=2025-3-4).\n",
        "[She](#laila) came [today](=2025-3-4)<|>.\n",
        "[היא](#לילה) באה [היום](= 2025/3/4 )<|>.\n",
        "“No”{ laila > }<|>\n",
        "(in brackets)<|> “No”{ laila }\n",
        "---\nentities: { laila: {name: Laila }}<|>\n---\n“No”{ laila }\n",
    ];
    insta::assert_snapshot!(written.map(closed).join("\n"));
}

#[test]
fn only_what_the_ranges_touch_is_formatted_once() {
    let fixture = Fixture::new("“A”{ a } “B”{ b } “C”{ c }\n");
    let (file, text) = (fixture.file(), fixture.snapshot.text(fixture.file()));
    let range = |words: &str| {
        let start = text.find(words).expect("it stands there");
        isnad::text::TextRange::at(TextSize::new(start as u32), TextSize::of(words))
    };
    let ranges = [range("{ a"), range("a }"), range("“C”{ c")];
    let edits = formatting(&fixture.snapshot, file, Some(&ranges));
    assert_eq!(edited(text, &edits), "“A”{a} “B”{ b } “C”{c}\n");
    let touched: u32 = edits
        .iter()
        .map(|edit: &TextEdit| u32::from(edit.range.len()))
        .sum();
    assert!(touched < 8, "{edits:?}");
}

#[test]
fn no_place_is_too_odd() {
    for written in [
        "\u{feff}---\r\nlang: ar\r\n---\r\n😀 قالت \"لا\"{ ليلى }\r\n",
        "//- entities.yaml\n習近平: {name: 習 }\n",
        "//- isnad.toml\n[rules]\n",
        "//- a.txt\n“No”{ laila }\n",
        "",
    ] {
        let fixture = Fixture::new(written);
        let file = fixture.file();
        for (at, _) in fixture.snapshot.text(file).char_indices() {
            let found = on_type_formatting(&fixture.snapshot, file, TextSize::new(at as u32));
            assert!(found.len() <= 1);
        }
    }
}
