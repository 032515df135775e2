//! Positions and edits, in every unit.

use std::cell::RefCell;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use super::client::Client;
use super::places::offset;
use super::{ENCODINGS, pulled};

fn counting_in(encoding: &str) -> Client {
    let mut can = pulled();
    can["general"] = json!({"positionEncodings": [encoding]});
    Client::start(can, None)
}

#[test]
fn the_first_unit_that_both_know_is_taken() {
    for (offered, taken) in [
        (json!(["utf-8", "utf-16"]), "utf-8"),
        (json!(["utf-32", "utf-8", "utf-16"]), "utf-32"),
        (json!(["utf-16", "utf-8"]), "utf-16"),
        (json!(["utf-7", "utf-8"]), "utf-8"),
        (json!(["utf-7"]), "utf-16"),
        (json!([]), "utf-16"),
        (Value::Null, "utf-16"),
    ] {
        let mut client = Client::spawn();
        let general = json!({"positionEncodings": offered});
        let result = client.initialize(json!({
            "processId": null, "rootUri": null, "capabilities": {"general": general},
        }));
        assert_eq!(
            result["capabilities"]["positionEncoding"], taken,
            "{offered}"
        );
    }
}

#[test]
fn columns_are_counted_in_the_unit_agreed_on() {
    for (encoding, start) in ENCODINGS.iter().zip([17, 12, 11]) {
        let mut client = counting_in(encoding);
        client.open("untitled:x", "First.\r\nقال 😀 [x](#nobody).\r\n");
        let found = client.pull("untitled:x");
        let expected = json!({
            "start": {"line": 1, "character": start},
            "end": {"line": 1, "character": start + 6},
        });
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!(found[0]["range"], expected, "{encoding}");
    }
}

#[test]
fn places_that_do_not_exist_are_moved_to_one_that_does() {
    for encoding in ENCODINGS {
        let mut client = counting_in(encoding);
        client.open("untitled:x", "😀\r\nb");
        let change = |range: Value, text: &str| json!({"range": range, "text": text});
        let place = |line: u32, character: u32| json!({"line": line, "character": character});
        let changes = json!([
            change(
                json!({"start": place(9, 9), "end": place(u32::MAX, u32::MAX)}),
                " [y](#nobody)"
            ),
            change(
                json!({"start": place(0, u32::MAX), "end": place(0, u32::MAX)}),
                " [x](#nobody)"
            ),
            // The ends exchanged; nothing lies between them.
            change(
                json!({"start": place(1, 0), "end": place(0, u32::MAX)}),
                "\r\n"
            ),
        ]);
        client.notify(
            "textDocument/didChange",
            json!({"textDocument": {"uri": "untitled:x", "version": 2}, "contentChanges": changes}),
        );
        let found = client.pull("untitled:x");
        let lines: Vec<_> = found
            .iter()
            .map(|found| &found["range"]["start"]["line"])
            .collect();
        assert_eq!(lines, [0, 1], "{encoding}: {found:#?}");
        for (line, character) in [(0, u32::MAX), (u32::MAX, 0), (u32::MAX, u32::MAX)] {
            let position = super::client::at("untitled:x", line, character);
            assert_eq!(client.call("textDocument/hover", position), Value::Null);
        }
    }
}

/// One change: where, in lines and columns that may not exist, and the text that comes there.
type Edit = ((u32, u32), (u32, u32), String);

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let place = || (0u32..5, 0u32..14);
    let text = proptest::sample::select(vec![
        "",
        "a",
        "😀",
        "ل",
        "\n",
        "\r\n",
        "\r",
        "[x](#nobody)",
        "“",
        "”{b}",
        "{",
        "\u{feff}",
        "# ",
    ]);
    proptest::collection::vec((place(), place(), text.prop_map(str::to_owned)), 1..12)
}

#[test]
fn edits_come_to_the_same_as_the_text_that_they_make() {
    let clients: Vec<RefCell<Client>> = ENCODINGS
        .iter()
        .map(|encoding| RefCell::new(counting_in(encoding)))
        .collect();
    let documents = RefCell::new(0);
    let mut runner = TestRunner::new(Config::with_cases(24));
    let property = |(edits, which): (Vec<Edit>, usize)| {
        let mut client = clients[which].borrow_mut();
        *documents.borrow_mut() += 1;
        let uri = format!("untitled:edited-{}", documents.borrow());
        let fresh = format!("untitled:fresh-{}", documents.borrow());
        let mut text = "قال 😀 [x](#nobody).\r\n“b”{c}\n".to_owned();
        client.open(&uri, &text);
        for (version, (start, end, new)) in edits.iter().enumerate() {
            let (one, other) = (offset(&text, *start, which), offset(&text, *end, which));
            text.replace_range(one.min(other)..one.max(other), new);
            let place = |(line, character)| json!({"line": line, "character": character});
            client.notify(
                "textDocument/didChange",
                json!({
                    "textDocument": {"uri": uri, "version": version + 2},
                    "contentChanges": [
                        {"range": {"start": place(*start), "end": place(*end)}, "text": new},
                    ],
                }),
            );
        }
        client.open(&fresh, &text);
        // Both point into their own document.
        let expected = client.pull(&fresh).into_iter();
        let expected = expected.map(|found| found.to_string().replace(&fresh, &uri));
        let expected: Vec<String> = expected.collect();
        let edited: Vec<String> = client.pull(&uri).iter().map(Value::to_string).collect();
        prop_assert_eq!(edited, expected, "{:?}", text);
        for uri in [&uri, &fresh] {
            client.notify(
                "textDocument/didClose",
                json!({"textDocument": {"uri": uri}}),
            );
        }
        Ok(())
    };
    if let Err(failure) = runner.run(&(edits(), 0usize..3), property) {
        panic!("{failure}");
    }
}
