//! What can be done, end to end: what is offered, and its edits once it is chosen.

use serde_json::{Value, json};

use super::client::{Client, list};
use super::pulled;

const URI: &str = "untitled:x";

const ARTICLE: &str = "---
lang: ar
entities:
  ليلى: {type: person, name: ليلى حداد, aka: [حداد]}
---

😀 قالت ليلى حداد: \"لن نغلق المعبر\".
";

/// An editor that counts columns in `encoding`; whether it asks for edits later.
fn client(encoding: &str, is_lazy: bool) -> Client {
    let mut can = pulled();
    can["general"] = json!({"positionEncodings": [encoding]});
    can["textDocument"]["codeAction"] = json!({
        "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "refactor"]}},
        "dataSupport": is_lazy,
        "resolveSupport": {"properties": ["edit"]},
    });
    let mut client = Client::start(can, None);
    client.open(URI, ARTICLE);
    client
}

/// The actions for the quotation that ends at `column`.
fn actions(client: &mut Client, column: u32) -> Vec<Value> {
    let place = json!({"line": 6, "character": column});
    let params = json!({
        "textDocument": {"uri": URI},
        "range": {"start": place, "end": place},
        "context": {"diagnostics": [], "only": ["refactor"]},
    });
    let mut actions = list(&client.call("textDocument/codeAction", params));
    actions.retain(|action| {
        action["title"]
            .as_str()
            .is_some_and(|title| title.contains("ليلى"))
    });
    actions
}

#[test]
fn edits_are_made_once_an_action_is_chosen() {
    for (encoding, end) in [("utf-8", 61), ("utf-16", 35), ("utf-32", 34)] {
        let mut client = client(encoding, true);
        let action = actions(&mut client, end).remove(0);
        assert_eq!(action["edit"], Value::Null);
        let resolved = client.call("codeAction/resolve", action);
        let edits = list(&resolved["edit"]["changes"][URI]);
        let place = json!({"line": 6, "character": end});
        let brace = json!({"range": {"start": place, "end": place}, "newText": "{ليلى}"});
        assert_eq!(edits, [brace], "{encoding}");
    }
}

#[test]
fn an_editor_that_cannot_ask_for_edits_gets_them_at_once() {
    let mut client = client("utf-16", false);
    let action = actions(&mut client, 35).remove(0);
    assert_eq!(action.get("data"), None);
    assert_eq!(action["edit"]["changes"][URI][0]["newText"], "{ليلى}");
    let same = client.call("codeAction/resolve", action.clone());
    assert_eq!(same, action);
}

#[test]
fn what_was_offered_of_an_earlier_text_is_offered_no_more() {
    let mut client = client("utf-16", true);
    let action = actions(&mut client, 35).remove(0);
    client.replace(URI, 2, &ARTICLE.replace("قالت", "وقالت"));
    let asked = client.ask("codeAction/resolve", action);
    let error = client.answer(asked).expect_err("it is outdated");
    assert_eq!(error["code"], -32801);
}

#[test]
fn an_action_that_nobody_offered_is_refused() {
    let mut client = client("utf-16", true);
    let mut action = actions(&mut client, 35).remove(0);
    action["data"]["choice"] = json!({"write": "a poem"});
    let asked = client.ask("codeAction/resolve", action);
    let error = client.answer(asked).expect_err("nobody offered it");
    assert_eq!(error["code"], -32602);
}
