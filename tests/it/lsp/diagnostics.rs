//! When diagnostics come, and what they hold.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::client::{Client, list, uri};
use super::{pulled, pushed};
use crate::cli::{isnad, out};

const REGISTRY: &str = "haddad: {name: Laila Haddad}\n";
const ARTICLE: &str = "---\nlang: en\n---\n\n[She](#haddad) spoke.\n";

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a scratch folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

fn rules(diagnostics: &[Value]) -> Vec<&str> {
    diagnostics
        .iter()
        .map(|found| found["code"].as_str().unwrap_or("none"))
        .collect()
}

fn changed(client: &mut Client, uri: &str, kind: u32) {
    let changes = json!({"changes": [{"uri": uri, "type": kind}]});
    client.notify("workspace/didChangeWatchedFiles", changes);
}

/// Waits until everything said before has been taken up.
fn settle(client: &mut Client) {
    client.call(
        "textDocument/hover",
        super::client::at("untitled:nothing", 0, 0),
    );
}

#[test]
fn an_editor_is_sent_diagnostics_or_asks_for_them_never_both() {
    let both = json!({"textDocument": {"diagnostic": {}, "publishDiagnostics": {}}});
    for (can, is_asked) in [
        (pushed(), false),
        (pulled(), true),
        (both, true),
        (json!({}), false),
    ] {
        let mut client = Client::spawn();
        let params = json!({"processId": null, "rootUri": null, "capabilities": can});
        let result = client.initialize(params);
        let provider = &result["capabilities"]["diagnosticProvider"];
        assert_eq!(provider.is_object(), is_asked, "{can}");
        client.open("untitled:x", "[x](#nobody)\n");
        if is_asked {
            assert_eq!(client.pull("untitled:x").len(), 1);
            client.replace("untitled:x", 2, "[x](#nobody) [y](#nobody)\n");
            assert_eq!(client.pull("untitled:x").len(), 2);
            client.notify(
                "textDocument/didClose",
                json!({"textDocument": {"uri": "untitled:x"}}),
            );
            settle(&mut client);
            let is_sent = |message: &Value| message["method"] == "textDocument/publishDiagnostics";
            assert!(!client.has_seen(is_sent), "{can}");
        } else {
            assert_eq!(client.pushed("untitled:x").len(), 1);
        }
    }
}

#[test]
fn what_an_editor_has_already_is_not_told_again() {
    let mut client = Client::start(pulled(), None);
    client.open("untitled:x", "[x](#nobody)\n");
    let ask = |client: &mut Client, previous: &Value| {
        let params = json!({"textDocument": {"uri": "untitled:x"}, "previousResultId": previous});
        client.call("textDocument/diagnostic", params)
    };
    let first = ask(&mut client, &Value::Null);
    assert_eq!(first["kind"], "full");
    client.replace("untitled:x", 2, "[x](#nobody)\n\nMore.\n");
    let second = ask(&mut client, &first["resultId"]);
    assert_eq!(
        second,
        json!({"kind": "unchanged", "resultId": first["resultId"]})
    );
    client.replace("untitled:x", 3, "More. [x](#nobody)\n");
    let third = ask(&mut client, &first["resultId"]);
    assert_eq!(third["kind"], "full");
}

#[test]
fn diagnostics_are_sent_when_they_change_and_taken_back_at_the_end() {
    let mut client = Client::start(pushed(), None);
    client.open("untitled:x", "[x](#nobody)\n");
    assert_eq!(client.pushed("untitled:x").len(), 1);
    client.replace("untitled:x", 2, "[x](#nobody)\n\nMore.\n");
    client.replace("untitled:x", 3, "Nothing.\n");
    let next = client.next("textDocument/publishDiagnostics", |_| true);
    assert_eq!(next["params"]["version"], 3, "the second was no news");
    assert_eq!(next["params"]["diagnostics"], json!([]));
    client.replace("untitled:x", 4, "[x](#nobody)\n");
    assert_eq!(client.pushed("untitled:x").len(), 1);
    client.notify(
        "textDocument/didClose",
        json!({"textDocument": {"uri": "untitled:x"}}),
    );
    assert!(client.pushed("untitled:x").is_empty());
}

#[test]
fn a_registry_changes_the_verdict_on_open_articles_in_its_buffer() {
    let folder = folder(&[("entities.yaml", REGISTRY), ("a.news.md", ARTICLE)]);
    let registry = uri(&folder.path().join("entities.yaml"));
    let article = uri(&folder.path().join("a.news.md"));
    let mut client = Client::start(pushed(), Some(folder.path()));
    client.open(&article, ARTICLE);
    assert!(client.pushed(&article).is_empty());
    client.open(&registry, "hadad: {name: Laila Haddad}\n");
    assert_eq!(rules(&client.pushed(&article)), ["undefined-entity"]);
    client.replace(&registry, 2, REGISTRY);
    assert!(client.pushed(&article).is_empty());
    client.replace(&registry, 3, "");
    assert_eq!(rules(&client.pushed(&article)), ["undefined-entity"]);
    // What is not saved is gone with the buffer.
    client.notify(
        "textDocument/didClose",
        json!({"textDocument": {"uri": registry}}),
    );
    assert!(client.pushed(&article).is_empty());
}

#[test]
fn a_registry_changes_the_verdict_on_open_articles_on_the_disk() {
    let folder = folder(&[("a.news.md", ARTICLE)]);
    let path = folder.path().join("entities.yaml");
    let (registry, article) = (uri(&path), uri(&folder.path().join("a.news.md")));
    let mut client = Client::start(pushed(), Some(folder.path()));
    client.open(&article, ARTICLE);
    assert_eq!(rules(&client.pushed(&article)), ["undefined-entity"]);
    fs::write(&path, REGISTRY).expect("a file");
    changed(&mut client, &registry, 1);
    assert!(client.pushed(&article).is_empty());
    fs::write(&path, "other: {name: Other}\n").expect("a file");
    changed(&mut client, &registry, 2);
    assert_eq!(rules(&client.pushed(&article)), ["undefined-entity"]);
    // For an editor that tells nothing of files, saving anything is the occasion to look.
    fs::write(&path, REGISTRY).expect("a file");
    client.notify(
        "textDocument/didSave",
        json!({"textDocument": {"uri": article}}),
    );
    assert!(client.pushed(&article).is_empty());
    fs::remove_file(&path).expect("a file");
    changed(&mut client, &registry, 3);
    assert_eq!(rules(&client.pushed(&article)), ["undefined-entity"]);
}

#[test]
fn a_pattern_finds_registries_that_come_later() {
    let folder = folder(&[
        ("isnad.toml", "registry = \"people-*.yaml\"\n"),
        ("a.news.md", ARTICLE),
    ]);
    let article = uri(&folder.path().join("a.news.md"));
    let mut client = Client::start(pushed(), Some(folder.path()));
    client.open(&article, ARTICLE);
    assert_eq!(rules(&client.pushed(&article)), ["undefined-entity"]);
    let path = folder.path().join("people-1.yaml");
    fs::write(&path, REGISTRY).expect("a file");
    changed(&mut client, &uri(&path), 1);
    assert!(client.pushed(&article).is_empty());
}

#[test]
fn an_editor_that_asks_is_asked_to_ask_again() {
    let folder = folder(&[("entities.yaml", REGISTRY), ("a.news.md", ARTICLE)]);
    let registry = uri(&folder.path().join("entities.yaml"));
    let article = uri(&folder.path().join("a.news.md"));
    let mut can = pulled();
    can["workspace"] = json!({"diagnostics": {"refreshSupport": true}});
    let mut client = Client::start(can, Some(folder.path()));
    client.open(&article, ARTICLE);
    assert!(client.pull(&article).is_empty());
    client.open(&registry, "hadad: {name: Laila Haddad}\n");
    let first = client.next("workspace/diagnostic/refresh", |_| true);
    assert_eq!(rules(&client.pull(&article)), ["undefined-entity"]);
    // While it has not answered it is not asked a second time.
    client.replace(&registry, 2, REGISTRY);
    assert!(client.pull(&article).is_empty());
    let is_asked = |message: &Value| message["method"] == "workspace/diagnostic/refresh";
    assert!(!client.has_seen(is_asked));
    client.reply(&first, Value::Null);
    client.next("workspace/diagnostic/refresh", |_| true);
}

#[test]
fn a_configuration_changes_the_verdict_on_open_articles() {
    let folder = folder(&[("a.news.md", ARTICLE)]);
    let config = uri(&folder.path().join("isnad.toml"));
    let article = uri(&folder.path().join("a.news.md"));
    let mut client = Client::start(pushed(), Some(folder.path()));
    client.open(&article, ARTICLE);
    assert_eq!(client.pushed(&article)[0]["severity"], 1);
    client.open(&config, "[rules]\nundefined-entity = \"warning\"\n");
    assert_eq!(client.pushed(&article)[0]["severity"], 2);
    client.replace(&config, 2, "[rules]\nundefined-entity = \"off\"\n");
    assert!(client.pushed(&article).is_empty());
}

#[test]
fn a_wrong_configuration_is_shown_where_it_can_be_seen() {
    let wrong = "[rules]\nundefined-entty = \"warning\"\n";
    let folder = folder(&[("isnad.toml", wrong), ("a.news.md", ARTICLE)]);
    let config = uri(&folder.path().join("isnad.toml"));
    let article = uri(&folder.path().join("a.news.md"));
    let mut client = Client::start(pushed(), Some(folder.path()));
    client.open(&article, ARTICLE);
    let message = client.next("window/showMessage", |_| true);
    let message = message["params"]["message"].as_str().expect("a message");
    assert!(
        message.contains("isnad.toml:2:1: there is no rule `undefined-entty`"),
        "{message}"
    );
    client.pushed(&article);
    // It is said once.
    client.replace(&article, 2, "Nothing.\n");
    assert!(client.pushed(&article).is_empty());
    client.open(&config, wrong);
    let found = client.pushed(&config);
    assert_eq!(
        found[0]["range"]["start"],
        json!({"line": 1, "character": 0})
    );
    client.replace(&config, 2, "[rules]\n");
    assert!(client.pushed(&config).is_empty());
    let is_shown = |message: &Value| message["method"] == "window/showMessage";
    assert!(!client.has_seen(is_shown));
}

#[test]
fn the_language_of_the_configuration_is_that_of_open_articles() {
    let folder = folder(&[]);
    let config = uri(&folder.path().join("isnad.toml"));
    let article = uri(&folder.path().join("a.news.md"));
    let text = "---\nentities: {haddad: {type: person, name: Haddad}}\n---\n\nHaddads Rede.\n";
    let mut client = Client::start(pushed(), Some(folder.path()));
    client.open(&article, text);
    assert_eq!(rules(&client.pushed(&article)), ["unused-entity"]);
    client.open(&config, "lang = \"de\"\n");
    assert!(client.pushed(&article).is_empty());
    client.replace(&config, 2, "lang = \"en\"\n");
    assert_eq!(rules(&client.pushed(&article)), ["unused-entity"]);
}

#[test]
fn a_configuration_for_another_version_says_so_in_the_editor() {
    let wrong = "later = 1\nrequired-version = \">=99\"\n";
    let folder = folder(&[("isnad.toml", wrong), ("a.news.md", ARTICLE)]);
    let config = uri(&folder.path().join("isnad.toml"));
    let article = uri(&folder.path().join("a.news.md"));
    let mut client = Client::start(pushed(), Some(folder.path()));
    client.open(&article, ARTICLE);
    let message = client.next("window/showMessage", |_| true);
    let message = message["params"]["message"].as_str().expect("a message");
    let version = env!("CARGO_PKG_VERSION");
    let expected = format!("isnad.toml:2:20: this is isnad {version}, and `>=99` is required here");
    assert!(message.ends_with(&expected), "{message}");
    client.open(&config, wrong);
    let found = client.pushed(&config);
    assert_eq!(found.len(), 1);
    let expected =
        json!({"start": {"line": 1, "character": 19}, "end": {"line": 1, "character": 25}});
    assert_eq!(found[0]["range"], expected);
}

#[test]
fn registries_have_diagnostics_and_the_files_of_others_have_none() {
    let folder = folder(&[("isnad.toml", "registry = \"people.yaml\"\n")]);
    let mut client = Client::start(pulled(), Some(folder.path()));
    for (name, is_registry) in [
        ("entities.yaml", true),
        ("people.yaml", true),
        ("other.yaml", false),
    ] {
        let uri = uri(&folder.path().join(name));
        client.open(&uri, "a: {name: A}\na: {name: B}\n");
        let found = client.pull(&uri);
        let expected: &[&str] = if is_registry {
            &["duplicate-entity"]
        } else {
            &[]
        };
        assert_eq!(rules(&found), expected, "{name}");
    }
    // A file that an article names is a registry too.
    let article = uri(&folder.path().join("a.news.md"));
    client.open(&article, "---\nregistry: other.yaml\n---\n\nText.\n");
    client.pull(&article);
    assert_eq!(
        rules(&client.pull(&uri(&folder.path().join("other.yaml")))),
        ["duplicate-entity"]
    );
}

#[test]
fn other_places_are_told_as_the_editor_can_show_them() {
    let folder = folder(&[("entities.yaml", REGISTRY)]);
    let (article, registry) = (
        uri(&folder.path().join("a.news.md")),
        uri(&folder.path().join("entities.yaml")),
    );
    let text = "[She](#hadad) spoke.\n";
    let mut client = Client::start(pulled(), Some(folder.path()));
    client.open(&article, text);
    let found = client.pull(&article);
    let related = &found[0]["relatedInformation"][0];
    assert_eq!(related["location"]["uri"], registry);
    assert_eq!(
        related["location"]["range"],
        json!({"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 6}})
    );
    let mut client = Client::start(
        json!({"textDocument": {"diagnostic": {}}}),
        Some(folder.path()),
    );
    client.open(&article, text);
    let found = client.pull(&article);
    assert_eq!(found[0]["relatedInformation"], Value::Null);
    assert_eq!(found[0]["data"], Value::Null);
    let message = found[0]["message"].as_str().expect("a message");
    assert!(
        message.contains("\nentities.yaml:1:1: `haddad` is declared here"),
        "{message}"
    );
    assert!(
        message.contains("\nhelp: did you mean `haddad`"),
        "{message}"
    );
}

#[test]
fn a_diagnostic_leads_to_the_page_of_its_rule_where_the_server_can_give_it() {
    let mut can = pulled();
    can["textDocument"]["diagnostic"]["codeDescriptionSupport"] = json!(true);
    let mut without = Client::start(can.clone(), None);
    without.open("untitled:a", ARTICLE);
    assert_eq!(without.pull("untitled:a")[0].get("codeDescription"), None);

    can["workspace"] = json!({"textDocumentContent": {}});
    let mut client = Client::start(can, None);
    client.open("untitled:a", ARTICLE);
    let page = client.pull("untitled:a")[0]["codeDescription"]["href"].take();
    assert_eq!(page, "isnad:/rules/undefined-entity.md");
    let content = client.call("workspace/textDocumentContent", json!({"uri": page}));
    let explained = isnad(Path::new("."), &["explain", "undefined-entity"]);
    assert_eq!(content["text"], out(&explained));
    let nothing = json!({"uri": "isnad:/rules/no-such-rule.md"});
    let id = client.ask("workspace/textDocumentContent", nothing);
    let error = client.answer(id).expect_err("there is no such page");
    assert_eq!(
        error["message"],
        "isnad:/rules/no-such-rule.md: no rule has such a page; `isnad explain` lists them"
    );
}

#[test]
fn what_is_left_over_is_drawn_faint() {
    let mut client = Client::start(pulled(), None);
    client.open(
        "untitled:x",
        "---\nentities:\n  haddad: {name: Laila Haddad}\n---\n\nText.\n",
    );
    let found = client.pull("untitled:x");
    assert_eq!(rules(&found), ["unused-entity"]);
    assert_eq!(list(&found[0]["tags"]), [1]);
}

#[test]
fn the_log_begins_with_who_speaks() {
    let folder = folder(&[("isnad.toml", "")]);
    let mut client = Client::start(pushed(), Some(folder.path()));
    let log = client.next("window/logMessage", |_| true);
    let log = log["params"]["message"].as_str().expect("a message");
    let config = folder.path().join("isnad.toml");
    for part in [
        env!("CARGO_PKG_VERSION"),
        "utf-16",
        &config.display().to_string(),
    ] {
        assert!(log.contains(part), "{part}: {log}");
    }
}

#[test]
fn folders_come_and_go() {
    let folder = folder(&[
        ("isnad.toml", "registry = \"people.yaml\"\n"),
        ("people.yaml", REGISTRY),
    ]);
    let mut client = Client::start(pushed(), None);
    client.open("untitled:x", ARTICLE);
    assert_eq!(rules(&client.pushed("untitled:x")), ["undefined-entity"]);
    let this = json!([{"uri": uri(folder.path()), "name": "folder"}]);
    let event =
        |added: &Value, removed: &Value| json!({"event": {"added": added, "removed": removed}});
    client.notify(
        "workspace/didChangeWorkspaceFolders",
        event(&this, &json!([])),
    );
    assert!(client.pushed("untitled:x").is_empty());
    client.notify(
        "workspace/didChangeWorkspaceFolders",
        event(&json!([]), &this),
    );
    assert_eq!(rules(&client.pushed("untitled:x")), ["undefined-entity"]);
}
