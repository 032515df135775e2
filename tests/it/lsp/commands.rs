//! Commands, end to end.

use serde_json::{Value, json};

use super::client::Client;
use super::pulled;
use crate::cli::{folder, isnad, out};

const RAW: &str = "---
lang: ar
entities:
  عزيز: {type: person, name: عمر عزيز, aka: [عزيز]}
---
# 😀 \"لا نعرف\" & <b>لا شيء</b>

😀 وقالت وزيرة النقل ليلى حداد: \"لن نغلق المعبر هذا العام\".

وقال عمر عزيز: \"لم يسألنا أحد عن ذلك\"{عزيز}.
";

const URI: &str = "file:///nowhere/raw.news.md";

fn client(unit: &str) -> Client {
    let mut can = pulled();
    can["general"] = json!({"positionEncodings": [unit]});
    can["workspace"]["applyEdit"] = json!(true);
    let mut client = Client::start(can, None);
    client.open(URI, RAW);
    client
}

fn execute(client: &mut Client, command: &str, argument: &Value) -> Result<Value, Value> {
    let params = json!({"command": command, "arguments": [argument]});
    let id = client.ask("workspace/executeCommand", params);
    client.answer(id)
}

#[test]
fn an_article_is_previewed_safely() {
    for unit in ["utf-8", "utf-16", "utf-32"] {
        let mut client = client(unit);
        let html = execute(&mut client, "isnad.preview", &json!({"uri": URI})).expect("a preview");
        let html = html.as_str().expect("a text");
        assert!(!html.contains("<b>"), "{html}");
        let name = format!("preview_{}", unit.replace('-', "_"));
        insta::assert_snapshot!(name, html);
    }
}

#[test]
fn an_article_is_counted() {
    let counted = execute(
        &mut client("utf-16"),
        "isnad.statistics",
        &json!({"uri": URI}),
    );
    insta::assert_snapshot!(
        serde_json::to_string_pretty(&counted.expect("numbers")).expect("JSON")
    );
}

/// JSON for readers: a thing on each line, a range as `line:column-line:column`.
fn drawn(value: &Value) -> String {
    let place = |place: &Value| format!("{}:{}", place["line"], place["character"]);
    match value {
        Value::Object(range) if range.contains_key("start") => {
            format!("{}-{}", place(&range["start"]), place(&range["end"]))
        }
        Value::Object(members) => {
            let members = members.iter();
            let members = members.map(|(key, value)| format!("{key}: {}", drawn(value)));
            members.collect::<Vec<_>>().join(", ")
        }
        Value::Array(items) => {
            let items = items.iter().map(|item| format!("\n- {}", drawn(item)));
            items.collect::<String>().replace('\n', "\n  ")
        }
        _ => value.to_string(),
    }
}

#[test]
fn who_says_what_is_listed() {
    for unit in ["utf-8", "utf-16", "utf-32"] {
        let mut client = client(unit);
        let said = execute(&mut client, "isnad.speakers", &json!({"uri": URI}));
        let name = format!("speakers_{}", unit.replace('-', "_"));
        insta::assert_snapshot!(name, drawn(&said.expect("a list")));
    }
}

#[test]
fn entities_are_listed_and_found() {
    let mut client = client("utf-16");
    let mut found = |more: Value| {
        let mut argument = json!({"uri": URI});
        let (Some(argument), Value::Object(more)) = (argument.as_object_mut(), more) else {
            unreachable!("both are objects");
        };
        argument.extend(more);
        let argument = Value::Object(argument.clone());
        execute(&mut client, "isnad.entities", &argument).expect("a list")
    };
    let all = found(json!({}));
    insta::assert_snapshot!(drawn(&all));
    let ids = |found: &Value| -> Vec<String> {
        let found = found.as_array().expect("a list").iter();
        found.map(|found| found["id"].to_string()).collect()
    };
    assert_eq!(ids(&found(json!({"query": "aziz"}))), ["\"عزيز\""]);
    assert_eq!(ids(&found(json!({"query": "xyz"}))), [""; 0]);
    // Whoever is named last before a place comes first.
    let at = json!({"position": {"line": 7, "character": 45}});
    assert_ne!(ids(&found(at))[0], "\"عزيز\"");
    let at = json!({"position": {"line": 9, "character": 0}});
    assert_ne!(ids(&found(at))[0], "\"عزيز\"");
    let at = json!({"position": {"line": 9, "character": 40}});
    assert_eq!(ids(&found(at))[0], "\"عزيز\"");
}

/// What a command writes: the new texts of the edits that the editor is asked to make.
fn written(client: &mut Client, command: &str, argument: &Value) -> Vec<String> {
    let params = json!({"command": command, "arguments": [argument]});
    let id = client.ask("workspace/executeCommand", params);
    let asked = client.next("workspace/applyEdit", |_| true);
    let edits = asked["params"]["edit"]["changes"][URI].as_array();
    let new = edits.expect("edits").iter().map(|edit| &edit["newText"]);
    let new = new.map(|new| new.as_str().expect("a text").to_owned());
    let new = new.collect();
    client.reply(&asked, json!({"applied": true}));
    assert_eq!(client.answer(id), Ok(json!(true)));
    new
}

#[test]
fn somebody_who_is_chosen_says_a_quotation() {
    let mut client = client("utf-16");
    let place = json!({"uri": URI, "position": {"line": 7, "character": 40}, "id": "عزيز"});
    assert_eq!(written(&mut client, "isnad.attribute", &place), ["{عزيز}"]);
}

#[test]
fn an_inferred_speaker_is_accepted() {
    let mut client = client("utf-16");
    let place = json!({"uri": URI, "position": {"line": 7, "character": 40}});
    let one = written(&mut client, "isnad.accept", &place);
    assert!(one.iter().any(|new| new.starts_with('{')), "{one:?}");
    let all = written(&mut client, "isnad.accept", &json!({"uri": URI}));
    assert_eq!(one, all);
}

#[test]
fn selected_words_are_marked_as_whom_somebody_chooses() {
    let mut client = client("utf-16");
    let range = json!({"start": {"line": 9, "character": 5}, "end": {"line": 9, "character": 13}});
    let words = json!({"uri": URI, "range": range, "id": "عزيز"});
    assert_eq!(
        written(&mut client, "isnad.mark", &words),
        ["[", "](#عزيز)"]
    );
}

#[test]
fn why_nothing_is_written_is_said_in_the_language_of_the_user() {
    let mut refusals = Vec::new();
    for locale in ["en", "ar", "fr", "de"] {
        let mut client = Client::spawn();
        let can = pulled();
        client.initialize(json!({
            "processId": null, "rootUri": null, "locale": locale, "capabilities": can,
            "clientInfo": {"name": "an editor"},
        }));
        client.open(URI, RAW);
        let quotation = json!({"line": 7, "character": 40});
        let nowhere = json!({"line": 8, "character": 0});
        let written = json!({"line": 9, "character": 20});
        let nothing = json!({"start": nowhere, "end": nowhere});
        for (command, argument) in [
            (
                "isnad.attribute",
                json!({"uri": URI, "position": nowhere, "id": "عزيز"}),
            ),
            (
                "isnad.attribute",
                json!({"uri": URI, "position": quotation, "id": "nobody"}),
            ),
            ("isnad.accept", json!({"uri": URI, "position": written})),
            (
                "isnad.mark",
                json!({"uri": URI, "range": nothing, "id": "عزيز"}),
            ),
        ] {
            let error = execute(&mut client, command, &argument).expect_err("a refusal");
            assert_eq!(error["code"], -32803);
            refusals.push(error["message"].as_str().expect("a message").to_owned());
        }
    }
    insta::assert_snapshot!(refusals.join("\n"));
}

#[test]
fn what_is_exported_is_what_the_command_line_lists() {
    let folder = folder(&[("raw.news.md", RAW.as_bytes())]);
    let path = folder.path().join("raw.news.md");
    let address = super::client::uri(&path);
    let mut client = Client::start(pulled(), Some(folder.path()));
    client.open(&address, RAW);
    let written = path.to_str().expect("UTF-8");
    for format in ["csv", "json", "ndjson"] {
        let asked = json!({"uri": address, "format": format});
        let exported = execute(&mut client, "isnad.export", &asked).expect("a text");
        let listed = isnad(folder.path(), &["quotes", "--format", format, written]);
        assert_eq!(exported, json!(out(&listed)), "{format}");
    }
    let asked = json!({"uri": address, "format": "wire"});
    let exported = execute(&mut client, "isnad.export", &asked).expect("a text");
    assert_eq!(
        exported,
        json!(out(&isnad(folder.path(), &["strip", written])))
    );
}

#[test]
fn what_is_sure_is_written_through_the_editor() {
    let mut client = client("utf-16");
    let params = json!({"command": "isnad.annotate", "arguments": [{"uri": URI}]});
    let id = client.ask("workspace/executeCommand", params);
    let asked = client.next("workspace/applyEdit", |_| true);
    let changes = &asked["params"]["edit"]["changes"][URI];
    let new = changes.as_array().expect("edits").iter();
    let new: Vec<&str> = new.filter_map(|edit| edit["newText"].as_str()).collect();
    assert!(
        new.iter()
            .any(|new| new.contains("{حداد}") || new.contains("{ليلى")),
        "{new:?}"
    );
    client.reply(&asked, json!({"applied": true}));
    assert_eq!(client.answer(id), Ok(json!(true)));
    // Where nothing is to be written nothing is asked.
    client.replace(URI, 2, "Nobody says anything.\n");
    let answer = execute(&mut client, "isnad.annotate", &json!({"uri": URI}));
    assert_eq!(answer, Ok(json!(false)));
}

#[test]
fn what_the_editor_does_not_make_is_told() {
    let mut client = client("utf-16");
    let asked = |client: &mut Client| {
        let params = json!({"command": "isnad.annotate", "arguments": [{"uri": URI}]});
        let id = client.ask("workspace/executeCommand", params);
        (id, client.next("workspace/applyEdit", |_| true))
    };
    let not_made = |answer: Result<Value, Value>, why: &str| {
        let error = answer.expect_err("no change");
        let told = format!("the editor has not made the change: {why}");
        assert_eq!(error["code"], json!(-32803));
        assert_eq!(error["message"], json!(told));
    };
    let (id, edit) = asked(&mut client);
    client.reply(&edit, json!({"applied": false}));
    assert_eq!(client.answer(id), Ok(json!(false)));
    let (id, edit) = asked(&mut client);
    client.refuse(&edit, -32603, "the file is locked");
    not_made(client.answer(id), "the file is locked");
    let (id, _) = asked(&mut client);
    client.hang_up();
    not_made(client.answer(id), "it has hung up");
}

#[test]
fn who_cannot_be_edited_is_not_offered_to_be() {
    let mut client = Client::spawn();
    let can = client.initialize(json!({
        "processId": null, "rootUri": null, "capabilities": {"workspace": {"applyEdit": false}},
    }));
    assert_eq!(
        can["capabilities"]["executeCommandProvider"]["commands"],
        json!([
            "isnad.entities",
            "isnad.export",
            "isnad.preview",
            "isnad.speakers",
            "isnad.statistics"
        ])
    );
}

#[test]
fn what_is_no_command_is_an_error_that_says_why() {
    let mut client = client("utf-16");
    client.open("file:///nowhere/entities.yaml", "laila: {name: Laila}\n");
    let mut refusal = |command: &str, argument: Value| {
        let error = execute(&mut client, command, &argument).expect_err("a refusal");
        error["message"].as_str().expect("a message").to_owned()
    };
    let refusals = [
        refusal("isnad.dance", json!({"uri": URI})),
        refusal("isnad.preview", json!("what?")),
        refusal(
            "isnad.preview",
            json!({"uri": "file:///nowhere/entities.yaml"}),
        ),
        refusal("isnad.export", json!({"uri": URI, "format": "docx"})),
        refusal("isnad.export", json!({"uri": URI})),
        refusal("isnad.attribute", json!({"uri": URI, "id": "عزيز"})),
        refusal(
            "isnad.attribute",
            json!({"uri": URI, "position": {"line": 0, "character": 0}}),
        ),
        refusal("isnad.mark", json!({"uri": URI, "id": "عزيز"})),
    ];
    insta::assert_snapshot!(refusals.join("\n"));
}
