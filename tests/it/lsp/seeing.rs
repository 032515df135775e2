//! What editors show at a glance, end to end: colours, folds, selections, links, lenses.

use serde_json::{Value, json};

use super::client::{Client, list};
use crate::ide_seeing::ARTICLE;

const URI: &str = "untitled:x";

fn article() -> String {
    let after = ARTICLE.split_once('\n').expect("a line").1;
    let article = after.split_once("//- ").expect("another file").0;
    article.replace("source: [courier]\n", "")
}

fn client(encoding: &str) -> Client {
    let can = json!({"general": {"positionEncodings": [encoding]}});
    Client::start(can, None)
}

fn about() -> Value {
    json!({"textDocument": {"uri": URI}})
}

/// How wide words are in an encoding.
fn width(words: &str, encoding: &str) -> u64 {
    let width = match encoding {
        "utf-8" => words.len(),
        "utf-16" => words.encode_utf16().count(),
        _ => words.chars().count(),
    };
    width as u64
}

/// Line, column, length, kind and modifiers of each token.
fn absolute(data: &[Value]) -> Vec<[u64; 5]> {
    let numbers: Vec<u64> = data.iter().map(|n| n.as_u64().expect("a number")).collect();
    assert_eq!(numbers.len() % 5, 0);
    let (mut line, mut column) = (0, 0);
    let token = numbers.chunks(5).map(|token| {
        column = if token[0] == 0 {
            column + token[1]
        } else {
            token[1]
        };
        line += token[0];
        [line, column, token[2], token[3], token[4]]
    });
    token.collect()
}

#[test]
fn tokens_lie_in_their_lines_in_every_encoding() {
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        for text in [article(), article().replace('\n', "\r\n")] {
            let mut client = client(encoding);
            client.open(URI, &text);
            let full = client.call("textDocument/semanticTokens/full", about());
            let tokens = absolute(&list(&full["data"]));
            assert!(tokens.len() > 60);
            let lines: Vec<&str> = text.lines().collect();
            for pair in tokens.windows(2) {
                let ([line, column, length, ..], [next, after, ..]) = (pair[0], pair[1]);
                assert!(line < next || (line == next && column + length <= after));
            }
            for [line, column, length, ..] in &tokens {
                let line = lines[*line as usize];
                assert!(
                    *length > 0 && column + length <= width(line, encoding),
                    "{line}"
                );
            }
            // The words behind the emoji of the quotation.
            let line = lines
                .iter()
                .position(|line| line.starts_with("[Laila"))
                .expect("a line");
            let before = lines[line].split_once('“').expect("a quotation").0;
            let quoted = "“We will not close it 😀 again”";
            let is_it = |token: &&[u64; 5]| token[..2] == [line as u64, width(before, encoding)];
            let token = tokens.iter().find(is_it).expect("the quotation");
            assert_eq!(token[2], width(quoted, encoding));
            for (first, last) in [(0, 3), (5, 17), (16, 17), (0, 100)] {
                let mut params = about();
                params["range"] = json!({
                    "start": {"line": first, "character": 0},
                    "end": {"line": last, "character": 0},
                });
                let part = client.call("textDocument/semanticTokens/range", params);
                let mut wanted = tokens.clone();
                wanted.retain(|token| (first..last).contains(&token[0]));
                assert_eq!(absolute(&list(&part["data"])), wanted);
            }
        }
    }
}

#[test]
fn what_has_changed_makes_the_new_tokens_of_the_old() {
    let mut client = client("utf-16");
    let text = article();
    client.open(URI, &text);
    let full = client.call("textDocument/semanticTokens/full", about());
    let (mut id, mut data) = (full["resultId"].clone(), list(&full["data"]));
    let texts = [
        text.replace("Omar Lind", "Omar Ahlberg"),
        text.replace("---\n\n", "---\n\n\n\n"),
        text.replace("{haddad}", ""),
        text.clone(),
        text.clone(),
        String::new(),
        "\u{feff}😀 “a”".to_owned(),
        text,
    ];
    for (version, text) in (2..).zip(&texts) {
        client.replace(URI, version, text);
        let mut params = about();
        params["previousResultId"] = id;
        let delta = client.call("textDocument/semanticTokens/full/delta", params);
        for edit in list(&delta["edits"]) {
            let start = edit["start"].as_u64().expect("a number") as usize;
            let count = edit["deleteCount"].as_u64().expect("a number") as usize;
            data.splice(start..start + count, list(&edit["data"]));
        }
        let full = client.call("textDocument/semanticTokens/full", about());
        assert_eq!(data, list(&full["data"]), "{text}");
        id = full["resultId"].clone();
    }
    // An answer that is not known gives all.
    let mut params = about();
    params["previousResultId"] = json!("other");
    let all = client.call("textDocument/semanticTokens/full/delta", params);
    assert_eq!(list(&all["data"]), data);
}
