//! What only shows across articles, in an editor that has their folder open.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::client::{Client, at, list, uri};
use super::{pulled, pushed};

const REGISTRY: &str = "وزير: {type: person, name: سامي النجار}\n";
const ONE: &str =
    "😀 قال سامي النجار: \"لن نغلق المعبر قبل نهاية الموسم مهما طلبت الدول المجاورة\"{وزير}.\n";
const OTHER: &str =
    "قال سامي النجار: «لن نغلق المعبر أبدا قبل نهاية الموسم مهما طلبت الدول المجاورة»{وزير}.\r\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let files = [
        ("entities.yaml", REGISTRY),
        ("one.news.md", ONE),
        ("other.news.md", OTHER),
    ];
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

/// The rules that are broken in each file, and what the editor knows then.
fn everywhere(client: &mut Client, known: &[Value]) -> (Vec<String>, Vec<Value>) {
    let params = json!({"identifier": "isnad", "previousResultIds": known});
    let report = client.call("workspace/diagnostic", params);
    let mut drawn = Vec::new();
    let mut told = Vec::new();
    for item in list(&report["items"]) {
        let address = item["uri"].as_str().expect("an address");
        let found = list(&item["items"]);
        let rules = found.iter().map(|it| it["code"].as_str().expect("a rule"));
        let name = address.rsplit('/').next().unwrap_or_default();
        drawn.push(format!("{name}: {}", rules.collect::<Vec<_>>().join(" ")));
        told.push(json!({"uri": address, "value": item["resultId"]}));
    }
    drawn.sort();
    (drawn, told)
}

fn save(client: &mut Client, path: &Path, version: i32, text: &str) {
    let uri = uri(path);
    client.replace(&uri, version, text);
    fs::write(path, text).expect("a file");
    client.notify(
        "textDocument/didSave",
        json!({"textDocument": {"uri": uri}}),
    );
}

#[test]
fn both_articles_are_told_of_and_mending_one_mends_both() {
    let folder = folder();
    let mut client = Client::start(pulled(), Some(folder.path()));
    let (found, known) = everywhere(&mut client, &[]);
    let both = [
        "entities.yaml: ",
        "one.news.md: altered-quote",
        "other.news.md: altered-quote",
    ];
    assert_eq!(found, both);
    let other = folder.path().join("other.news.md");
    client.open(&uri(&other), OTHER);
    save(&mut client, &other, 2, &OTHER.replace(" أبدا", ""));
    let (found, _) = everywhere(&mut client, &known);
    assert_eq!(found, ["one.news.md: ", "other.news.md: "]);
}

#[test]
fn whoever_is_sent_diagnostics_is_sent_them_anew_when_another_article_is_saved() {
    let folder = folder();
    let mut client = Client::start(pushed(), Some(folder.path()));
    let (one, other) = (
        folder.path().join("one.news.md"),
        folder.path().join("other.news.md"),
    );
    client.open(&uri(&one), ONE);
    client.open(&uri(&other), OTHER);
    let of_one = |is_altered: bool, client: &mut Client| {
        let address = uri(&one);
        client.next("textDocument/publishDiagnostics", |params| {
            let found = list(&params["diagnostics"]);
            params["uri"] == address.as_str()
                && found.iter().any(|it| it["code"] == "altered-quote") == is_altered
        })
    };
    let told = of_one(true, &mut client);
    let found = &list(&told["params"]["diagnostics"])[0];
    let related = &found["relatedInformation"][0]["location"]["uri"];
    assert_eq!(*related, uri(&other).as_str());
    save(&mut client, &other, 2, &OTHER.replace(" أبدا", ""));
    of_one(false, &mut client);
}

#[test]
fn definition_leads_into_the_record_and_implementation_to_what_is_nearly_the_same() {
    let folder = folder();
    let record = folder.path().join("statement.news.md");
    let words = "لن نغلق المعبر قبل نهاية الموسم مهما طلبت الدول المجاورة منا";
    fs::write(
        &record,
        format!("---\nkind: record\n---\n\nشكرا لكم. {words}.\n"),
    )
    .expect("a file");
    let mut client = Client::start(pulled(), Some(folder.path()));
    everywhere(&mut client, &[]);
    let one = uri(&folder.path().join("one.news.md"));
    client.open(&one, ONE);
    let places = |method: &str, client: &mut Client| -> Vec<(String, u64)> {
        let found = list(&client.call(method, at(&one, 0, 26)));
        let place = |it: &Value| {
            let address = it["uri"]
                .as_str()
                .or(it["targetUri"].as_str())
                .expect("an address");
            let range = it.get("range").unwrap_or(&it["targetRange"]);
            (
                address.to_owned(),
                range["start"]["line"].as_u64().expect("a line"),
            )
        };
        found.iter().map(place).collect()
    };
    let (record, other) = (uri(&record), uri(&folder.path().join("other.news.md")));
    let leads = places("textDocument/definition", &mut client);
    assert!(leads.contains(&(record.clone(), 4)), "{leads:?}");
    let alike = places("textDocument/implementation", &mut client);
    assert!(
        alike.contains(&(record, 4)) && alike.contains(&(other, 0)),
        "{alike:?}"
    );
}
