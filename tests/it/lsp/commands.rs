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
fn who_cannot_be_edited_is_not_offered_to_be() {
    let mut client = Client::spawn();
    let can = client.initialize(json!({
        "processId": null, "rootUri": null, "capabilities": {"workspace": {"applyEdit": false}},
    }));
    assert_eq!(
        can["capabilities"]["executeCommandProvider"]["commands"],
        json!(["isnad.export", "isnad.preview", "isnad.statistics"])
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
    ];
    insta::assert_snapshot!(refusals.join("\n"));
}
