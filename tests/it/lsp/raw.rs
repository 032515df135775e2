//! A raw article in an editor, end to end: who speaks is shown, offered and accepted.

use serde_json::{Value, json};

use super::client::{Client, at, list};
use super::pulled;

const URI: &str = "untitled:raw.news.md";

const RAW: &str = "---
lang: ar
entities:
  عزيز: {type: person, name: عمر عزيز, aka: [عزيز]}
---
😀 وقالت وزيرة النقل ليلى حداد: \"لن نغلق المعبر هذا العام\".

وقال عمر عزيز: \"لم يسألنا أحد عن ذلك\".
";

fn client() -> Client {
    let mut can = pulled();
    can["textDocument"]["codeAction"] =
        json!({"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}});
    can["textDocument"]["hover"] = json!({"contentFormat": ["markdown"]});
    let mut client = Client::start(can, None);
    client.open(URI, RAW);
    client
}

/// The text after edits of the protocol, in UTF-16.
fn edited(edits: &[Value]) -> String {
    let offset = |position: &Value| {
        let number =
            |key: &str| usize::try_from(position[key].as_u64().expect("a number")).expect("small");
        let line: String = RAW
            .lines()
            .nth(number("line"))
            .unwrap_or_default()
            .to_owned();
        let start: usize = RAW
            .split_inclusive('\n')
            .take(number("line"))
            .map(str::len)
            .sum();
        let mut units = 0;
        let inside = line.char_indices().find(|(_, letter)| {
            let is_there = units >= number("character");
            units += letter.len_utf16();
            is_there
        });
        start + inside.map_or(line.len(), |(at, _)| at)
    };
    let mut places: Vec<(usize, &str)> = edits
        .iter()
        .map(|edit| {
            (
                offset(&edit["range"]["start"]),
                edit["newText"].as_str().expect("a text"),
            )
        })
        .collect();
    places.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let mut text = RAW.to_owned();
    for (at, new) in places {
        text.insert_str(at, new);
    }
    text
}

#[test]
fn hints_stand_behind_the_mark_and_write_what_they_say() {
    let mut client = client();
    let all = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
    let hints = client.call(
        "textDocument/inlayHint",
        json!({"textDocument": {"uri": URI}, "range": all}),
    );
    let hints = list(&hints);
    let labels: Vec<&str> = hints
        .iter()
        .filter_map(|hint| hint["label"][0]["value"].as_str())
        .collect();
    assert_eq!(labels, ["ليلى حداد", "عمر عزيز"]);
    let end = RAW
        .lines()
        .nth(5)
        .expect("a line")
        .trim_end_matches('.')
        .encode_utf16()
        .count();
    assert_eq!(hints[0]["position"], json!({"line": 5, "character": end}));
    assert_eq!(hints[0]["tooltip"]["kind"], "markdown");
    assert_eq!(
        hints[1]["label"][0]["location"]["range"]["start"]["line"],
        3
    );
    let written = edited(&list(&hints[0]["textEdits"]));
    assert!(written.contains("العام\"{حداد}."), "{written}");
    assert!(written.contains("  حداد:\n"), "{written}");
}

#[test]
fn what_a_hint_writes_is_told_when_somebody_asks() {
    let mut can = pulled();
    can["textDocument"]["inlayHint"] =
        json!({"resolveSupport": {"properties": ["tooltip", "textEdits"]}});
    let mut client = Client::start(can, None);
    client.open(URI, RAW);
    let all = json!({"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}});
    let asked = json!({"textDocument": {"uri": URI}, "range": all});
    let hints = list(&client.call("textDocument/inlayHint", asked));
    assert_eq!(hints[0].get("textEdits"), None);
    assert_eq!(hints[0].get("tooltip"), None);
    let hint = client.call("inlayHint/resolve", hints[0].clone());
    assert_eq!(hint["label"], hints[0]["label"]);
    assert!(
        hint["tooltip"]
            .as_str()
            .is_some_and(|words| words.contains("ليلى حداد")),
        "{hint}"
    );
    let written = edited(&list(&hint["textEdits"]));
    assert!(written.contains("العام\"{حداد}."), "{written}");
}

#[test]
fn the_speaker_is_offered_in_a_brace_and_behind_the_mark() {
    let mut client = client();
    let end = RAW
        .lines()
        .nth(7)
        .expect("a line")
        .trim_end_matches('.')
        .encode_utf16()
        .count();
    let end = u32::try_from(end).expect("small");
    let waiting = client.call("textDocument/inlineCompletion", {
        let mut asked = at(URI, 7, end);
        asked["context"] = json!({"triggerKind": 2});
        asked
    });
    assert_eq!(list(&waiting)[0]["insertText"], "{عزيز}");
    let place = json!({"line": 7, "character": end});
    client.notify(
        "textDocument/didChange",
        json!({
            "textDocument": {"uri": URI, "version": 2},
            "contentChanges": [{"range": {"start": place, "end": place}, "text": "{"}],
        }),
    );
    let offered = client.call("textDocument/completion", at(URI, 7, end + 1));
    assert_eq!(offered["isIncomplete"], true);
    let offered = list(&offered["items"]);
    assert_eq!(offered[0]["label"], "عزيز");
    assert_eq!(offered[0]["preselect"], true);
    assert_eq!(offered[0]["textEdit"]["newText"], "عزيز}");
}

#[test]
fn all_that_is_sure_is_accepted_at_once() {
    let mut client = client();
    let asked = |only: &str, line: u32| {
        json!({
            "textDocument": {"uri": URI},
            "range": {"start": {"line": line, "character": 40}, "end": {"line": line, "character": 40}},
            "context": {"diagnostics": [], "only": [only]},
        })
    };
    let all = list(&client.call("textDocument/codeAction", asked("source.annotate.isnad", 0)));
    let written = edited(&list(&all[0]["edit"]["changes"][URI]));
    assert!(written.contains("العام\"{حداد}."), "{written}");
    assert!(written.contains("ذلك\"{عزيز}."), "{written}");
    let one = list(&client.call("textDocument/codeAction", asked("refactor", 5)));
    let titles: Vec<&str> = one
        .iter()
        .filter_map(|action| action["title"].as_str())
        .collect();
    assert_eq!(
        titles,
        [
            "attribute to \u{2068}ليلى حداد\u{2069}",
            "attribute to \u{2068}عمر عزيز\u{2069}",
            "say that nobody knows who says this",
            "say that this is no speech"
        ]
    );
}
