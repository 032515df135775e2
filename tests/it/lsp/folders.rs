//! Files that nobody has open: found, judged, watched.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::client::{Client, at, list, uri};
use super::pulled;

const REGISTRY: &str = "haddad: {type: person, name: ليلى حداد}\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let path = folder.path();
    fs::create_dir(path.join("أرشيف")).expect("a folder");
    fs::write(path.join("entities.yaml"), REGISTRY).expect("a file");
    for (name, text) in [
        (
            "one.news.md",
            "قالت [ليلى حداد](#haddad): “😀 لا”{haddad}.\n",
        ),
        ("two.news.md", "😀 [x](#nobody)\r\n"),
        (
            "أرشيف/three.news.md",
            "\u{feff}“Nobody <asked> us.”{hadad}\n",
        ),
        ("other.md", "[x](#nobody)\n"),
        (".gitignore", "ignored\n"),
    ] {
        fs::write(path.join(name), text).expect("a file");
    }
    fs::create_dir(path.join("ignored")).expect("a folder");
    fs::write(path.join("ignored/a.news.md"), "[x](#nobody)\n").expect("a file");
    folder
}

/// An editor that asks for what is wrong everywhere.
fn pulling(folder: &Path) -> Client {
    let mut can = pulled();
    can["workspace"] = json!({
        "diagnostics": {"refreshSupport": true},
        "didChangeWatchedFiles": {"dynamicRegistration": true},
    });
    let mut client = Client::start(can, Some(folder));
    let registration = client.next("client/registerCapability", |_| true);
    client.reply(&registration, Value::Null);
    client
}

/// What is wrong everywhere beside what is `known`: the names of files, and the rules broken in each;
/// and what is known then.
fn asked(client: &mut Client, known: &[Value]) -> (Vec<String>, Vec<Value>) {
    let report = client.call(
        "workspace/diagnostic",
        json!({"identifier": "isnad", "previousResultIds": known}),
    );
    drawn(&list(&report["items"]))
}

fn drawn(items: &[Value]) -> (Vec<String>, Vec<Value>) {
    let mut drawn = Vec::new();
    let mut known = Vec::new();
    for item in items {
        let uri = item["uri"].as_str().expect("an address");
        let rules = list(&item["items"]);
        let rules = rules
            .iter()
            .map(|found| found["code"].as_str().expect("a rule"));
        let name = uri.rsplit('/').next().unwrap_or_default();
        drawn.push(format!("{name}: {}", rules.collect::<Vec<_>>().join(" ")));
        if item["resultId"].is_string() {
            known.push(json!({"uri": uri, "value": item["resultId"]}));
        }
    }
    drawn.sort();
    (drawn, known)
}

#[test]
fn what_is_wrong_anywhere_is_told_and_told_once() {
    let folder = folder();
    let mut client = pulling(folder.path());
    let (found, known) = asked(&mut client, &[]);
    assert_eq!(
        found,
        [
            "entities.yaml: ",
            "one.news.md: ",
            "three.news.md: undefined-entity",
            "two.news.md: undefined-entity",
        ]
    );
    // Who knows everything waits until there is something to tell.
    let id = client.ask(
        "workspace/diagnostic",
        json!({"identifier": "isnad", "previousResultIds": known}),
    );
    let two = folder.path().join("two.news.md");
    client.open(&uri(&two), "All is well.\n");
    let news = client.answer(id).expect("an answer");
    let (found, _) = drawn(&list(&news["items"]));
    assert_eq!(found, ["two.news.md: "]);
}

#[test]
fn a_registry_changes_the_verdict_on_files_that_nobody_has_open() {
    let folder = folder();
    let mut client = pulling(folder.path());
    let (_, known) = asked(&mut client, &[]);
    let registry = uri(&folder.path().join("entities.yaml"));
    client.open(&registry, "nobody: {type: person, name: Nobody}\n");
    let (found, _) = asked(&mut client, &known);
    assert_eq!(
        found,
        [
            "entities.yaml: ",
            "one.news.md: undefined-entity undefined-entity",
            "three.news.md: undefined-entity",
            "two.news.md: ",
        ]
    );
}

#[test]
fn what_is_found_comes_in_parts_where_the_editor_wants_that() {
    let folder = folder();
    for number in 0..150 {
        let path = folder.path().join(format!("more-{number}.news.md"));
        fs::write(path, "[x](#nobody)\n").expect("a file");
    }
    let mut client = pulling(folder.path());
    let report = client.call(
        "workspace/diagnostic",
        json!({"previousResultIds": [], "partialResultToken": "parts"}),
    );
    assert_eq!(report, json!({"items": []}));
    let mut items = Vec::new();
    while client.has_seen(|message| message["params"]["token"] == "parts") {
        let part = client.next("$/progress", |params| params["token"] == "parts");
        items.extend(list(&part["params"]["value"]["items"]));
    }
    assert_eq!(drawn(&items).0.len(), 154);
}

#[test]
fn files_come_and_go() {
    let folder = folder();
    let mut client = pulling(folder.path());
    let (_, known) = asked(&mut client, &[]);
    let (one, new) = (
        folder.path().join("one.news.md"),
        folder.path().join("new.news.md"),
    );
    fs::rename(&one, &new).expect("a file");
    client.notify(
        "workspace/didChangeWatchedFiles",
        json!({"changes": [{"uri": uri(&one), "type": 3}, {"uri": uri(&new), "type": 1}]}),
    );
    let mut seen = Vec::new();
    let mut known = known;
    while seen.len() < 2 {
        let (found, now) = asked(&mut client, &known);
        known.retain(|old| {
            !found.iter().any(|name| {
                old["uri"]
                    .as_str()
                    .expect("x")
                    .ends_with(name.split(':').next().expect("x"))
            })
        });
        known.extend(now);
        seen.extend(found);
    }
    seen.sort();
    assert_eq!(seen, ["new.news.md: ", "one.news.md: "]);
}

/// Where the registry's entity is named, asked of the words that name it in `article`.
fn references(client: &mut Client, article: &Path) -> Vec<String> {
    let mut params = at(&uri(article), 0, 8);
    params["context"] = json!({"includeDeclaration": true});
    let found = list(&client.call("textDocument/references", params));
    let name = |place: &Value| {
        let uri = place["uri"].as_str().expect("an address");
        uri.rsplit('/').next().unwrap_or_default().to_owned()
    };
    let mut names: Vec<String> = found.iter().map(name).collect();
    names.dedup();
    names
}

#[test]
fn an_editor_that_does_not_watch_is_served_all_the_same() {
    let folder = folder();
    let mut client = Client::start(pulled(), Some(folder.path()));
    let one = folder.path().join("one.news.md");
    let text = fs::read_to_string(&one).expect("a file");
    client.open(&uri(&one), &text);
    let before = references(&mut client, &one);
    assert_eq!(before, ["one.news.md", "entities.yaml"]);
    fs::write(folder.path().join("أرشيف/late.news.md"), &text).expect("a file");
    // What watches the folders tells of it when it can.
    loop {
        let after = references(&mut client, &one);
        if after != before {
            assert_eq!(after.len(), 3, "{after:?}");
            break;
        }
        std::thread::yield_now();
    }
}

#[test]
fn the_editor_shows_how_far_it_is() {
    let folder = folder();
    let can = json!({"window": {"workDoneProgress": true}});
    let mut client = Client::start(can, Some(folder.path()));
    let create = client.next("window/workDoneProgress/create", |_| true);
    client.reply(&create, Value::Null);
    for kind in ["begin", "end"] {
        client.next("$/progress", |params| params["value"]["kind"] == kind);
    }
    client.notify(
        "window/workDoneProgress/cancel",
        json!({"token": "isnad/survey"}),
    );
    client.open("untitled:x", "[x](#nobody)\n");
    assert_eq!(client.pushed("untitled:x").len(), 1);
}

#[test]
fn settings_are_asked_for_and_hold_at_once() {
    let mut can = pulled();
    can["workspace"] = json!({
        "configuration": true,
        "didChangeConfiguration": {"dynamicRegistration": true},
        "inlayHint": {"refreshSupport": true},
    });
    let mut client = Client::start(can, None);
    let settings = client.next("workspace/configuration", |params| {
        params["items"][0]["section"] == "isnad"
    });
    client.reply(&settings, json!([{"locale": "de"}]));
    let registration = client.next("client/registerCapability", |params| {
        params["registrations"][0]["method"] == "workspace/didChangeConfiguration"
    });
    client.reply(&registration, Value::Null);
    let refresh = client.next("workspace/inlayHint/refresh", |_| true);
    client.reply(&refresh, Value::Null);
    client.notify(
        "workspace/didChangeConfiguration",
        json!({"settings": null}),
    );
    let settings = client.next("workspace/configuration", |_| true);
    client.reply(&settings, json!([{"locale": 7}]));
    let told = client.next("window/logMessage", |params| params["type"] == 2);
    let message = told["params"]["message"].as_str().expect("a message");
    assert!(
        message.starts_with("the setting `isnad` of the editor is left alone"),
        "{message}"
    );
}
