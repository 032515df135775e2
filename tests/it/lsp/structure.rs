//! What belongs together, end to end: what is folded, what is selected, what leads elsewhere.

use std::fs;

use serde_json::{Value, json};

use super::client::{Client, list, uri};
use super::places::offset;
use super::{ENCODINGS, pulled};
use crate::ide_structure::ARTICLE;

const URI: &str = "untitled:x";

fn article() -> &'static str {
    let after = ARTICLE.split_once('\n').expect("a line").1;
    after.split_once("//- ").expect("another file").0
}

fn client(encoding: usize, can: impl Fn(&mut Value)) -> Client {
    let mut capabilities = pulled();
    capabilities["general"] = json!({"positionEncodings": [ENCODINGS[encoding]]});
    can(&mut capabilities);
    Client::start(capabilities, None)
}

fn about() -> Value {
    json!({"textDocument": {"uri": URI}})
}

fn number(value: &Value, key: &str) -> u32 {
    value[key].as_u64().expect("a number") as u32
}

#[test]
fn folds_begin_and_end_inside_of_lines_where_that_is_understood() {
    for encoding in 0..ENCODINGS.len() {
        let mut client = client(encoding, |can| {
            can["textDocument"]["foldingRange"] = json!({"foldingRange": {"collapsedText": true}});
        });
        client.open(URI, article());
        let found = list(&client.call("textDocument/foldingRange", about()));
        let folded = |fold: &Value| {
            let place = |line, column| {
                let at = (number(fold, line), number(fold, column));
                offset(article(), at, encoding)
            };
            let (start, end) = (
                place("startLine", "startCharacter"),
                place("endLine", "endCharacter"),
            );
            article()[start..end].to_owned()
        };
        let folds: Vec<String> = found.iter().map(folded).collect();
        let said = "It has never been\nso full,\n\n“and 😀 nobody complains.”{weber < courier}";
        assert!(folds.iter().any(|fold| fold == said), "{folds:#?}");
        assert_eq!(found[0]["kind"], "imports");
        assert_eq!(found[0]["collapsedText"], "2025-03-06 · 2 entities");
    }
}

#[test]
fn whole_lines_are_folded_where_nothing_else_is() {
    let lines = |can: &Value| {
        let mut client = client(1, |all| all["textDocument"]["foldingRange"] = can.clone());
        client.open(URI, article());
        let found = list(&client.call("textDocument/foldingRange", about()));
        let range = found.iter().map(|fold| {
            assert!(fold["startCharacter"].is_null() && fold["endCharacter"].is_null());
            assert!(fold["collapsedText"].is_null());
            let kind = fold["kind"].as_str().unwrap_or("none").to_owned();
            (number(fold, "startLine"), number(fold, "endLine"), kind)
        });
        range.collect::<Vec<_>>()
    };
    let all = lines(&json!({"lineFoldingOnly": true}));
    let first = article().lines().position(|line| line.contains("“We will"));
    let first = first.expect("a line") as u32;
    // More stands behind the quotation: its last line stays. The paragraph goes on.
    assert!(
        all.contains(&(first, first + 2, "none".to_owned())),
        "{all:?}"
    );
    assert!(all.contains(&(0, 13, "imports".to_owned())), "{all:?}");
    let few = lines(&json!({"lineFoldingOnly": true, "rangeLimit": 3}));
    let kinds: Vec<&str> = few.iter().map(|(_, _, kind)| kind.as_str()).collect();
    assert_eq!(kinds, ["imports", "comment", "region"], "{few:?}");
    let known = json!({"lineFoldingOnly": true, "foldingRangeKind": {"valueSet": ["comment"]}});
    let known = lines(&known);
    assert_eq!(known.len(), all.len());
    assert!(
        known
            .iter()
            .all(|(_, _, kind)| kind == "none" || kind == "comment")
    );
}

#[test]
fn selections_grow_from_the_word_at_each_place() {
    for encoding in 0..ENCODINGS.len() {
        let mut client = client(encoding, |_| {});
        client.open(URI, article());
        let place = |at: &str| {
            let before = &article()[..article().find(at).expect("the words")];
            let line = before.matches('\n').count();
            let column = before.rsplit('\n').next().unwrap_or_default();
            let column = match encoding {
                0 => column.len(),
                1 => column.encode_utf16().count(),
                _ => column.chars().count(),
            };
            json!({"line": line, "character": column})
        };
        let mut params = about();
        params["positions"] = json!([place("again.”"), place("ليلى حداد: \"")]);
        let found = list(&client.call("textDocument/selectionRange", params));
        let words = |mut selection: &Value| {
            let mut words = Vec::new();
            while selection.is_object() {
                let at = |key: &str| {
                    let place = &selection["range"][key];
                    let place = (number(place, "line"), number(place, "character"));
                    offset(article(), place, encoding)
                };
                words.push(article()[at("start")..at("end")].to_owned());
                selection = &selection["parent"];
            }
            words
        };
        assert_eq!(found.len(), 2);
        let quoted = words(&found[0]);
        let first = [
            "again",
            "We will\nnot close it 😀 again.",
            "“We will\nnot close it 😀 again.”",
            "“We will\nnot close it 😀 again.”{haddad}",
        ];
        assert_eq!(quoted[..4], first);
        assert_eq!(quoted.last().map(String::as_str), Some(article()));
        assert_eq!(words(&found[1])[..2], ["ليلى", "ليلى حداد"]);
    }
}

#[test]
fn links_lead_to_pages_and_to_files_that_are_there() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let write = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).expect("a file");
        uri(&folder.path().join(name))
    };
    let registry = write(
        "more.yaml",
        "\u{feff}sahl: {name: وكالة السهل 😀, wikidata: Q7}\n",
    );
    let config = "registry = [\"more.yaml\", \"gone.yaml\"] # 😀\n";
    let configuration = write("isnad.toml", config);
    let text = "---\nregistry: [😀.yaml, more.yaml]\n---\nعادت العبّارة.\n";
    let article = write("a.news.md", text);
    for (encoding, column) in [(0, 22), (1, 20), (2, 19)] {
        let able = encoding == 1;
        let mut capabilities = pulled();
        capabilities["general"] = json!({"positionEncodings": [ENCODINGS[encoding]]});
        capabilities["textDocument"]["documentLink"] = json!({"tooltipSupport": able});
        let mut client = Client::start(capabilities, Some(folder.path()));
        let mut ask = |uri: &str| {
            let of = json!({"textDocument": {"uri": uri}});
            let links = list(&client.call("textDocument/documentLink", of));
            let all = links.into_iter().map(|link| {
                let is_known = link.get("target").is_some();
                if is_known {
                    link
                } else {
                    client.call("documentLink/resolve", link)
                }
            });
            all.collect::<Vec<_>>()
        };
        // The one path is known to lead nowhere.
        let links = ask(&article);
        assert_eq!(links.len(), 1, "{links:#?}");
        let range = json!({
            "start": {"line": 1, "character": column},
            "end": {"line": 1, "character": column + 9},
        });
        assert_eq!(
            (&links[0]["range"], &links[0]["target"]),
            (&range, &json!(registry))
        );
        let tooltip = json!("the registry of entities");
        assert_eq!(links[0].get("tooltip"), able.then_some(&tooltip));
        let links = ask(&configuration);
        let targets = links.iter().filter_map(|link| link.get("target"));
        assert_eq!(
            targets.collect::<Vec<_>>(),
            [&json!(registry)],
            "{links:#?}"
        );
        // Nobody has it open: the editor shows it without its byte order mark.
        let links = ask(&registry);
        assert_eq!(links[0]["target"], "https://www.wikidata.org/wiki/Q7");
        assert_eq!(links[0]["range"]["start"]["line"], 0);
    }
}
