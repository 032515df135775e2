//! From thing to thing in an editor, end to end, over several files on a disk and in each unit of columns.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::client::{Client, list, uri};
use super::places::offset;
use super::{ENCODINGS, pulled};

const ONE: &str = "---
lang: ar
source: [السهل]
entities:
  حداد: {type: person, name: ليلى حداد, role: وزيرة النقل, of: السهل}
---
# 😀 العبّارة تعود

😀 قالت ليلى حداد: \"لن نغلق المعبر هذا العام ولا العام المقبل\"{حداد < الميناء}.
";

const TWO: &str = "\u{feff}---\r
lang: ar\r
---\r
😀 ذكرت [الصحيفة](#الميناء) \"لن نغلق المعبر هذا العام ولا العام المقبل\"{الميناء < السهل}.\r
";

const REGISTRY: &str = "السهل: {type: organization, name: وكالة السهل}
الميناء: {type: organization, name: صحيفة الميناء 😀, of: السهل, wikidata: Q7}
";

/// A folder with the news, and an editor that has the first article open.
struct Newsroom {
    client: Client,
    folder: tempfile::TempDir,
    /// The place of the unit in the list of units.
    encoding: usize,
}

impl Newsroom {
    fn new(encoding: usize, can: impl Fn(&mut Value)) -> Newsroom {
        let folder = tempfile::tempdir().expect("a scratch folder");
        for (name, text) in [
            ("one.news.md", ONE),
            ("two.news.md", TWO),
            ("entities.yaml", REGISTRY),
        ] {
            fs::write(folder.path().join(name), text).expect("a file");
        }
        let mut capabilities = pulled();
        capabilities["general"] = json!({"positionEncodings": [ENCODINGS[encoding]]});
        can(&mut capabilities);
        let mut client = Client::start(capabilities, Some(folder.path()));
        client.open(&uri(&folder.path().join("one.news.md")), ONE);
        Newsroom {
            client,
            folder,
            encoding,
        }
    }

    /// The answer about the first of the words `at` in a file.
    fn ask(&mut self, method: &str, name: &str, at: &str) -> Value {
        let text = text_of(name);
        let before = &text[..text.find(at).expect("the words")];
        let line = before.matches('\n').count();
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let column = &before[start..];
        let column = match self.encoding {
            0 => column.len(),
            1 => column.encode_utf16().count(),
            _ => column.chars().count(),
        };
        let params = json!({
            "textDocument": {"uri": uri(&self.folder.path().join(name))},
            "position": {"line": line, "character": column + 1},
        });
        self.client.call(method, params)
    }

    /// The file and the words of a place.
    fn words(&self, uri: &Value, range: &Value) -> (String, String) {
        let uri = uri.as_str().expect("an address");
        let name = ["one.news.md", "two.news.md", "entities.yaml"]
            .into_iter()
            .find(|name| uri.ends_with(name))
            .expect("one of the files");
        let text = text_of(name);
        let place = |key: &str| {
            let number = |part: &str| range[key][part].as_u64().expect("a number") as u32;
            offset(text, (number("line"), number("character")), self.encoding)
        };
        let words = &text[place("start")..place("end")];
        (name.to_owned(), words.to_owned())
    }

    fn locations(&self, found: &Value) -> Vec<(String, String)> {
        let found = list(found);
        let words = found
            .iter()
            .map(|found| self.words(&found["uri"], &found["range"]));
        words.collect()
    }
}

fn text_of(name: &str) -> &'static str {
    match name {
        "one.news.md" => ONE,
        "two.news.md" => TWO,
        _ => REGISTRY,
    }
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = pairs
        .iter()
        .map(|(one, other)| ((*one).to_owned(), (*other).to_owned()));
    owned.collect()
}

const SAID: &str = "\"لن نغلق المعبر هذا العام ولا العام المقبل\"";

#[test]
fn what_was_said_is_found_in_files_that_nobody_has_open() {
    for encoding in 0..ENCODINGS.len() {
        let mut newsroom = Newsroom::new(encoding, |_| {});
        // The editor that has the file closed sees no byte order mark; none is in the line asked for.
        let found = newsroom.ask("textDocument/implementation", "one.news.md", "لن نغلق");
        assert_eq!(newsroom.locations(&found), owned(&[("two.news.md", SAID)]));
        let found = newsroom.ask("textDocument/implementation", "entities.yaml", "الميناء:");
        assert_eq!(newsroom.locations(&found), owned(&[("two.news.md", SAID)]));
        let found = newsroom.ask("textDocument/typeDefinition", "one.news.md", "ليلى حداد:");
        assert_eq!(
            newsroom.locations(&found),
            owned(&[("entities.yaml", "السهل")])
        );
        let found = newsroom.ask("textDocument/implementation", "one.news.md", "lang");
        assert_eq!(found, Value::Null);
    }
}

#[test]
fn links_are_given_where_they_are_understood() {
    let mut newsroom = Newsroom::new(1, |can| {
        can["textDocument"]["implementation"] = json!({"linkSupport": true});
        can["textDocument"]["typeDefinition"] = json!({"linkSupport": true});
    });
    for (method, name, words) in [
        ("textDocument/implementation", "one.news.md", SAID),
        ("textDocument/typeDefinition", "entities.yaml", "السهل"),
    ] {
        let found = list(&newsroom.ask(method, "one.news.md", "ليلى حداد:"));
        let target = newsroom.words(&found[0]["targetUri"], &found[0]["targetSelectionRange"]);
        assert_eq!(target, (name.to_owned(), words.to_owned()), "{method}");
        let here = json!(uri(&newsroom.folder.path().join("one.news.md")));
        let origin = newsroom.words(&here, &found[0]["originSelectionRange"]);
        assert_eq!(origin.1, "ليلى حداد");
    }
}

#[test]
fn places_of_an_entity_are_highlighted_by_what_they_are() {
    for encoding in 0..ENCODINGS.len() {
        let mut newsroom = Newsroom::new(encoding, |_| {});
        let found = newsroom.ask(
            "textDocument/documentHighlight",
            "one.news.md",
            "ليلى حداد:",
        );
        let here = json!(uri(&newsroom.folder.path().join("one.news.md")));
        let found: Vec<(u64, String)> = list(&found)
            .iter()
            .map(|found| {
                let kind = found["kind"].as_u64().expect("a kind");
                (kind, newsroom.words(&here, &found["range"]).1)
            })
            .collect();
        let wanted = [(3, "حداد"), (2, "ليلى حداد"), (1, SAID), (2, "حداد")];
        let wanted = wanted.map(|(kind, words)| (kind, words.to_owned()));
        assert_eq!(found, wanted);
    }
}

/// The names of the entries that the answer holds under `key`, with the words that they stand at.
fn entries(newsroom: &Newsroom, found: &Value, key: Option<&str>) -> Vec<(String, String)> {
    let found = list(found);
    let entries = found
        .iter()
        .map(|found| key.map_or(found, |key| &found[key]));
    let entries = entries.map(|entry| {
        let name = entry["name"].as_str().expect("a name").to_owned();
        (
            name,
            newsroom.words(&entry["uri"], &entry["selectionRange"]).1,
        )
    });
    entries.collect()
}

#[test]
fn chains_are_followed_in_both_directions_through_all_files() {
    for encoding in 0..ENCODINGS.len() {
        let mut newsroom = Newsroom::new(encoding, |_| {});
        let items = newsroom.ask(
            "textDocument/prepareCallHierarchy",
            "one.news.md",
            "الميناء}",
        );
        let item = list(&items)[0].clone();
        assert_eq!(item["name"], "صحيفة الميناء 😀");
        let found = newsroom
            .client
            .call("callHierarchy/outgoingCalls", json!({"item": item}));
        let quoted = entries(&newsroom, &found, Some("to"));
        assert_eq!(quoted, owned(&[("ليلى حداد", SAID)]));
        let here = json!(uri(&newsroom.folder.path().join("one.news.md")));
        let calls = list(&found)[0]["fromRanges"][0].clone();
        assert_eq!(newsroom.words(&here, &calls).1, SAID);
        let found = newsroom
            .client
            .call("callHierarchy/incomingCalls", json!({"item": item}));
        let agency = "وكالة السهل";
        let quoting = entries(&newsroom, &found, Some("from"));
        assert_eq!(quoting, owned(&[(agency, SAID), (agency, SAID)]));
        // What calls stands in the file of whoever calls.
        let callers = list(&found);
        assert!(
            callers[1]["from"]["uri"]
                .as_str()
                .expect("an address")
                .ends_with("two.news.md")
        );
        let caller = newsroom.words(&callers[1]["from"]["uri"], &callers[1]["fromRanges"][0]);
        assert_eq!(caller.1, SAID);
        let further = json!({"item": callers[1]["from"]});
        let found = newsroom.client.call("callHierarchy/outgoingCalls", further);
        let quoted = entries(&newsroom, &found, Some("to"));
        assert_eq!(quoted.len(), 2, "{quoted:?}");
    }
}

#[test]
fn affiliation_is_a_hierarchy_of_types() {
    let mut newsroom = Newsroom::new(1, |_| {});
    let items = newsroom.ask("textDocument/prepareTypeHierarchy", "one.news.md", "السهل]");
    let item = list(&items)[0].clone();
    let found = newsroom
        .client
        .call("typeHierarchy/subtypes", json!({"item": item}));
    let members = entries(&newsroom, &found, None);
    assert_eq!(
        members,
        owned(&[("صحيفة الميناء 😀", "الميناء"), ("ليلى حداد", "حداد")])
    );
    let found = newsroom
        .client
        .call("typeHierarchy/supertypes", json!({"item": item}));
    assert_eq!(found, json!([]));
    let item = newsroom.ask(
        "textDocument/prepareTypeHierarchy",
        "one.news.md",
        "ليلى حداد:",
    );
    let item = list(&item)[0].clone();
    let found = newsroom
        .client
        .call("typeHierarchy/supertypes", json!({"item": item}));
    assert_eq!(
        entries(&newsroom, &found, None),
        owned(&[("وكالة السهل", "السهل")])
    );
}

#[test]
fn monikers_say_how_far_a_name_reaches() {
    let mut newsroom = Newsroom::new(1, |_| {});
    for (words, wanted) in [
        (
            "ليلى حداد:",
            json!([{"scheme": "isnad", "identifier": "حداد", "unique": "document", "kind": "local"}]),
        ),
        (
            "الميناء}",
            json!([{"scheme": "wikidata", "identifier": "Q7", "unique": "global", "kind": "import"}]),
        ),
        (
            "السهل]",
            json!([{"scheme": "isnad", "identifier": "السهل", "unique": "project", "kind": "import"}]),
        ),
        ("lang", Value::Null),
    ] {
        assert_eq!(
            newsroom.ask("textDocument/moniker", "one.news.md", words),
            wanted
        );
    }
}

#[test]
fn symbols_of_the_workspace_have_places_at_once_or_when_asked_for() {
    for encoding in 0..ENCODINGS.len() {
        let mut newsroom = Newsroom::new(encoding, |_| {});
        let found = newsroom
            .client
            .call("workspace/symbol", json!({"query": "mina"}));
        let found = list(&found);
        assert_eq!(found[0]["name"], "صحيفة الميناء 😀 · mina");
        let place = &found[0]["location"];
        assert_eq!(newsroom.words(&place["uri"], &place["range"]).1, "الميناء");
        let mut newsroom = Newsroom::new(encoding, |can| {
            can["workspace"]["symbol"] =
                json!({"resolveSupport": {"properties": ["location.range"]}});
        });
        for (query, words) in [
            ("haddad", "حداد"),
            ("لن نغلق", SAID),
            ("العبارة", "😀 العبّارة تعود"),
        ] {
            let found = newsroom
                .client
                .call("workspace/symbol", json!({"query": query}));
            let symbol = list(&found)[0].clone();
            assert_eq!(symbol["location"].get("range"), None);
            let whole = newsroom.client.call("workspaceSymbol/resolve", symbol);
            let place = &whole["location"];
            assert_eq!(
                newsroom.words(&place["uri"], &place["range"]).1,
                words,
                "{query}"
            );
        }
    }
}

#[test]
fn an_address_of_nothing_has_nothing() {
    let mut newsroom = Newsroom::new(1, |_| {});
    let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}});
    let item = |data: Value| {
        json!({"item": {
            "name": "x", "kind": 1, "uri": uri(Path::new("/nowhere/at.all.news.md")),
            "range": range, "selectionRange": range, "data": data,
        }})
    };
    for data in [Value::Null, json!(7), json!({"id": "x", "declared": true})] {
        for method in [
            "callHierarchy/incomingCalls",
            "callHierarchy/outgoingCalls",
            "typeHierarchy/supertypes",
            "typeHierarchy/subtypes",
        ] {
            let found = newsroom.client.call(method, item(data.clone()));
            assert!(
                found == Value::Null || found == json!([]),
                "{method}: {found}"
            );
        }
    }
}
