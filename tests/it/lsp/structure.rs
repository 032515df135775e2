//! What belongs together, end to end: what is folded.

use serde_json::{Value, json};

use super::client::{Client, list};
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
