//! What changes text elsewhere than under the cursor, end to end.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::client::{Client, at, list, uri};
use super::pulled;

const ARTICLE: &str = "---
lang: ar
entities:
  ليلى: {type: person, name: ليلى حداد, of: البلدية}
---
😀 قالت [ليلى حداد](#ليلى): \"لا\"{ليلى < البلدية}.
";

const OTHER: &str = "😀 “No”{البلدية}\r\n";

/// An editor that counts in `encoding` and has `folder` open, with `edits` as what it can do with changes.
fn editor(encoding: &str, edits: Value, folder: Option<&Path>) -> Client {
    let mut can = pulled();
    can["general"] = json!({"positionEncodings": [encoding]});
    can["textDocument"]["rename"] = json!({"prepareSupport": true});
    can["workspace"] = json!({"workspaceEdit": edits});
    Client::start(can, folder)
}

fn width(encoding: &str, text: &str) -> usize {
    match encoding {
        "utf-8" => text.len(),
        "utf-16" => text.encode_utf16().count(),
        _ => text.chars().count(),
    }
}

#[test]
fn an_id_is_renamed_in_all_files_and_people_are_asked() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let path = |name: &str| folder.path().join(name);
    let registry = "البلدية: {name: بلدية الوادي}\n";
    fs::write(path("entities.yaml"), registry).expect("a registry");
    fs::write(path("other.news.md"), OTHER).expect("an article");
    fs::write(path("a.news.md"), ARTICLE).expect("an article");
    let article = uri(&path("a.news.md"));
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let can = json!({"documentChanges": true, "changeAnnotationSupport": {}});
        let mut client = editor(encoding, can, Some(folder.path()));
        client.open(&uri(&path("other.news.md")), OTHER);
        client.open(&article, ARTICLE);
        let line = ARTICLE.lines().nth(5).expect("a line");
        let start = line.find("البلدية").expect("the id");
        let column = width(encoding, &line[..start]);
        let end = column + width(encoding, "البلدية");
        let place = at(&article, 5, u32::try_from(column).expect("small"));
        let offered = client.call("textDocument/prepareRename", place.clone());
        assert_eq!(offered["placeholder"], "البلدية");
        assert_eq!(
            offered["range"],
            json!({
                "start": {"line": 5, "character": column},
                "end": {"line": 5, "character": end},
            })
        );
        let mut params = place;
        params["newName"] = json!("town");
        let edit = client.call("textDocument/rename", params);
        let mut changed: Vec<(String, Value, usize, Value)> = list(&edit["documentChanges"])
            .into_iter()
            .map(|change| {
                let edits = list(&change["edits"]);
                let annotation = edits[0]["annotationId"].as_str().expect("an annotation");
                let annotation = edit["changeAnnotations"][annotation].clone();
                (
                    change["textDocument"]["uri"]
                        .as_str()
                        .expect("it")
                        .to_owned(),
                    change["textDocument"]["version"].clone(),
                    edits.len(),
                    annotation["needsConfirmation"].clone(),
                )
            })
            .collect();
        changed.sort_by_key(|(uri, ..)| uri.clone());
        let file = |name: &str| uri(&path(name));
        assert_eq!(
            changed,
            [
                (file("a.news.md"), json!(1), 2, json!(false)),
                (file("entities.yaml"), Value::Null, 1, json!(true)),
                (file("other.news.md"), json!(1), 1, json!(true)),
            ]
        );
    }
}

#[test]
fn what_cannot_be_renamed_is_an_error_with_a_reason() {
    let mut client = editor("utf-16", json!({}), None);
    client.open("untitled:x", ARTICLE);
    let place = at("untitled:x", 5, 10);
    let id = client.ask("textDocument/prepareRename", place);
    let error = client.answer(id).expect_err("words of the text");
    assert_eq!(error["code"], -32803);
    let told = error["message"].as_str().expect("a message");
    assert!(told.contains("words of the text"), "{told}");
    let mut params = at("untitled:x", 3, 3);
    params["newName"] = json!("a b");
    let id = client.ask("textDocument/rename", params);
    let error = client.answer(id).expect_err("no id");
    assert_eq!(error["message"], "a space cannot stand in an id");
    let mut params = at("untitled:x", 3, 3);
    params["newName"] = json!("laila");
    let edit = client.call("textDocument/rename", params);
    assert_eq!(list(&edit["changes"]["untitled:x"]).len(), 3, "{edit}");
}

#[test]
fn an_id_is_retyped_in_all_places_from_where_it_is_declared() {
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let mut client = editor(encoding, json!({}), None);
        client.open("untitled:x", ARTICLE);
        let linked = client.call("textDocument/linkedEditingRange", at("untitled:x", 3, 2));
        assert_eq!(list(&linked["ranges"]).len(), 3, "{linked}");
        let line = ARTICLE.lines().nth(5).expect("a line");
        let column = width(encoding, &line[..line.find("ليلى)").expect("the id")]);
        assert_eq!(
            linked["ranges"][1]["start"],
            json!({"line": 5, "character": column})
        );
        assert!(linked["wordPattern"].is_string());
        let brace = u32::try_from(width(encoding, &line[..=line.find('{').expect("it")]));
        let from_brace = at("untitled:x", 5, brace.expect("small"));
        assert_eq!(
            client.call("textDocument/linkedEditingRange", from_brace),
            Value::Null
        );
    }
}

#[test]
fn paths_follow_the_files_that_are_moved() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let path = |name: &str| folder.path().join(name);
    let text = "---\nwire: \"مقال.txt\"\n---\n";
    fs::write(path("a.news.md"), text).expect("an article");
    fs::write(path("مقال.txt"), "").expect("a wire text");
    let mut client = Client::start(pulled(), Some(folder.path()));
    let files = json!([{
        "oldUri": uri(&path("%D9%85%D9%82%D8%A7%D9%84.txt")),
        "newUri": uri(&path("wires/%D9%85.txt")),
    }]);
    let edit = client.call("workspace/willRenameFiles", json!({"files": files}));
    let edits = list(&edit["changes"][uri(&path("a.news.md"))]);
    assert_eq!(edits[0]["newText"], "wires/م.txt");
    assert_eq!(
        edits[0]["range"]["start"],
        json!({"line": 1, "character": 7})
    );
    let nothing = client.call("workspace/willRenameFiles", json!({"files": []}));
    assert_eq!(nothing, Value::Null);
}

#[test]
fn a_baseline_follows_an_article_that_is_renamed() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let path = |name: &str| folder.path().join(name);
    let text = "---\nentities:\n  حداد: {name: Haddad}\n---\n";
    let listed = r#"{"version": 1, "findings": {"a.news.md": {"unused-entity": {"حداد": 1}}}}"#;
    fs::write(path("isnad.toml"), "").expect("a configuration");
    fs::write(path("a.news.md"), text).expect("an article");
    fs::write(path("isnad-baseline.json"), listed).expect("a baseline");
    let mut client = Client::start(pulled(), Some(folder.path()));
    let files = json!([{"oldUri": uri(&path("a.news.md")), "newUri": uri(&path("b.news.md"))}]);
    let edit = client.call("workspace/willRenameFiles", json!({"files": files}));
    let edits = list(&edit["changes"][uri(&path("isnad-baseline.json"))]);
    let written = edits[0]["newText"].as_str().expect("a baseline");
    let written: Value = serde_json::from_str(written).expect("JSON");
    let known = json!({"b.news.md": {"unused-entity": {"حداد": 1}}});
    assert_eq!(written["findings"], known);
}
