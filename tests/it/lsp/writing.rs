//! Help with writing, end to end: what editors are sent in their own units.

use serde_json::{Value, json};

use super::client::{Client, at, list};

const URI: &str = "untitled:written.news.md";

/// An editor that counts in `unit` and can do what `text_document` says.
fn able(unit: &str, text_document: Value) -> (Client, Value) {
    let mut client = Client::spawn();
    let result = client.initialize(json!({
        "processId": null,
        "rootUri": null,
        "capabilities": {
            "general": {"positionEncodings": [unit]},
            "textDocument": text_document,
        },
    }));
    (client, result["capabilities"].clone())
}

/// How many units of an encoding a text has.
fn units(text: &str, unit: &str) -> u32 {
    let count = match unit {
        "utf-8" => text.len(),
        "utf-16" => text.encode_utf16().count(),
        _ => text.chars().count(),
    };
    u32::try_from(count).expect("a short text")
}

const UNITS: [&str; 3] = ["utf-8", "utf-16", "utf-32"];

#[test]
fn what_is_closed_gets_its_form() {
    let before = "😀 “A”{ a } said “No”{";
    for unit in UNITS {
        let (mut client, can) = able(unit, json!({}));
        let offered = &can["documentOnTypeFormattingProvider"];
        assert_eq!(
            *offered,
            json!({"firstTriggerCharacter": "}", "moreTriggerCharacter": [")"]})
        );
        client.open(URI, &format!("{before} laila}}\n"));
        let end = units(before, unit);
        let mut asked = at(URI, 0, end + 7);
        asked["ch"] = json!("}");
        asked["options"] = json!({"tabSize": 2, "insertSpaces": true});
        let edits = client.call("textDocument/onTypeFormatting", asked);
        let range = json!({
            "start": {"line": 0, "character": end},
            "end": {"line": 0, "character": end + 1},
        });
        assert_eq!(edits, json!([{"range": range, "newText": ""}]));
    }
}

#[test]
fn several_ranges_are_formatted_where_that_is_understood() {
    let (_, can) = able("utf-16", json!({}));
    assert_eq!(can["documentRangeFormattingProvider"], true);
    let (mut client, can) = able(
        "utf-16",
        json!({"rangeFormatting": {"rangesSupport": true}}),
    );
    assert_eq!(
        can["documentRangeFormattingProvider"],
        json!({"rangesSupport": true})
    );
    client.open(URI, "“A”{ a }\n“B”{ b }\n“C”{ c }\n");
    let line = |line: u32| json!({"start": {"line": line, "character": 0}, "end": {"line": line, "character": 8}});
    let edits = client.call(
        "textDocument/rangesFormatting",
        json!({
            "textDocument": {"uri": URI},
            "ranges": [line(0), line(2)],
            "options": {"tabSize": 2, "insertSpaces": true},
        }),
    );
    let lines: Vec<Value> = list(&edits)
        .iter()
        .map(|edit| edit["range"]["start"]["line"].clone())
        .collect();
    assert_eq!(lines, [0, 2]);
}

const CAST: &str = "---\nlang: ru\nentities:\n  Q1: {type: person, name: {ru: Сергей Линд, en: Sergei Lind}}\n---\n";

#[test]
fn ids_replace_what_is_typed_in_every_unit() {
    let before = "😀 «Нет»{lin";
    for unit in UNITS {
        let (mut client, can) = able(unit, json!({}));
        assert_eq!(can["completionProvider"]["resolveProvider"], true);
        client.open(URI, &format!("{CAST}{before}}}\n"));
        let end = units(before, unit);
        let found = client.call("textDocument/completion", at(URI, 5, end));
        assert_eq!(found["isIncomplete"], true);
        let item = &list(&found["items"])[0];
        let range = json!({
            "start": {"line": 5, "character": end - 3},
            "end": {"line": 5, "character": end},
        });
        assert_eq!(item["textEdit"], json!({"range": range, "newText": "Q1"}));
        assert!(
            item["filterText"]
                .as_str()
                .is_some_and(|words| words.starts_with("lin"))
        );
        for key in [
            "labelDetails",
            "commitCharacters",
            "insertTextFormat",
            "documentation",
        ] {
            assert_eq!(item.get(key), None, "{key}");
        }
        let item = client.call("completionItem/resolve", item.clone());
        let card = item["documentation"]["value"].as_str().expect("a card");
        assert!(card.contains("Sergei Lind"), "{card}");
    }
}

#[test]
fn able_editors_get_what_they_can() {
    let (mut client, _) = able(
        "utf-16",
        json!({"completion": {"completionItem": {
            "snippetSupport": true,
            "insertReplaceSupport": true,
            "labelDetailsSupport": true,
            "commitCharactersSupport": true,
        }}}),
    );
    client.open(URI, &format!("{CAST}«Нет»{{Q\n\n«Да»{{Q7}}\n"));
    let item = |client: &mut Client, line, character| {
        let found = client.call("textDocument/completion", at(URI, line, character));
        list(&found["items"])[0].clone()
    };
    let open = item(&mut client, 5, 7);
    assert_eq!(open["textEdit"]["newText"], "Q1$0\\}");
    assert_eq!(open["insertTextFormat"], 2);
    assert_eq!(open["labelDetails"]["description"], "Сергей Линд");
    let closed = item(&mut client, 7, 6);
    assert_eq!(closed["textEdit"]["newText"], "Q1");
    assert_eq!(closed["textEdit"]["insert"]["end"]["character"], 6);
    assert_eq!(closed["textEdit"]["replace"]["end"]["character"], 7);
    assert_eq!(closed["commitCharacters"], json!([">", "<", ",", "،"]));
}
