//! Cards, end to end: in the reader's language, as the editor can show them.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::ENCODINGS;
use super::client::{Client, at, uri};

const ARTICLE: &str = "---
lang: en
---
# The ferry

😀 Laila Haddad said: “We will not close the crossing again.”{haddad}
";

const OTHER: &str = "---
lang: en
---
# It (really) stays

Laila Haddad said: “We will not close the crossing again.”{haddad}
";

const REGISTRY: &str = "\u{feff}haddad:
  type: person
  name: {en: Laila Haddad, ar: ليلى حداد}
  role: minister
";

/// Where the name stands in its line, in each of the encodings.
const NAME: [(u32, u32); 3] = [(5, 17), (3, 15), (2, 14)];

struct Desk {
    client: Client,
    /// The article in question.
    uri: String,
    folder: tempfile::TempDir,
}

/// An editor in Arabic that has a folder with two articles open.
fn desk(encoding: &str, format: &str, name: &str) -> Desk {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let write = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).expect("a file");
    };
    write("a.news.md", ARTICLE);
    write("b (1).news.md", OTHER);
    write("entities.yaml", REGISTRY);
    let mut client = Client::spawn();
    client.initialize(json!({
        "processId": null,
        "rootUri": null,
        "locale": "ar-EG",
        "clientInfo": {"name": name},
        "workspaceFolders": [{"uri": uri(folder.path()), "name": "desk"}],
        "capabilities": {
            "general": {"positionEncodings": [encoding]},
            "textDocument": {"hover": {"contentFormat": [format]}},
        },
    }));
    let uri = uri(&folder.path().join("a.news.md"));
    client.open(&uri, ARTICLE);
    // Whoever asks for all has all articles read.
    client.call("workspace/symbol", json!({"query": "Haddad"}));
    Desk {
        client,
        uri,
        folder,
    }
}

impl Desk {
    fn hover(&mut self, character: u32) -> (Value, String) {
        let card = self
            .client
            .call("textDocument/hover", at(&self.uri, 5, character));
        let value = card["contents"]["value"].as_str().expect("a card");
        (card.clone(), value.to_owned())
    }
}

/// The card without what has no shape.
fn visible(card: &str) -> String {
    card.replace(['\u{200f}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}

fn link(folder: &Path, file: &str, line: u32) -> String {
    format!("({}#L{line})", uri(&folder.join(file)))
}

#[test]
fn an_arabic_card_stands_beside_an_english_article() {
    for (encoding, (start, end)) in ENCODINGS.into_iter().zip(NAME) {
        let mut desk = desk(encoding, "markdown", "Visual Studio Code");
        let (card, value) = desk.hover(start + 2);
        let range = json!({
            "start": {"line": 5, "character": start},
            "end": {"line": 5, "character": end},
        });
        assert_eq!(card["range"], range, "{encoding}");
        assert_eq!(card["contents"]["kind"], "markdown");
        for line in value.split("\n\n") {
            assert!(line.starts_with("\u{200f}\u{2067}"), "{line}");
            assert!(line.ends_with('\u{2069}'), "{line}");
        }
        let registry = link(desk.folder.path(), "entities.yaml", 1);
        assert_eq!(
            visible(&value),
            format!(
                "**Laila Haddad** (ليلى حداد) · شخص\n\nminister\n\nإشارة واحدة · اقتباس واحد في هذا المقال\n\n\
                 يرد ذكره في مقال آخر · يُنقل كلامه في واحد\n\nمُعلَن في [entities.yaml]{registry}"
            )
        );
    }
}

#[test]
fn the_same_words_are_a_click_away() {
    let mut desk = desk("utf-16", "markdown", "Visual Studio Code");
    let (_, value) = desk.hover(25);
    let other = link(desk.folder.path(), "b%20%281%29.news.md", 6);
    let last = value.lines().last().map(visible);
    let wanted = format!("الكلام نفسه في مقال آخر: [It (really) stays]{other}");
    assert_eq!(last, Some(wanted));
}

#[test]
fn an_editor_without_markdown_gets_no_addresses_of_files() {
    for encoding in ENCODINGS {
        let mut desk = desk(encoding, "plaintext", "Plain");
        let (card, value) = desk.hover(6);
        assert_eq!(card["contents"]["kind"], "plaintext");
        let lines: Vec<String> = value.lines().map(visible).collect();
        assert_eq!(lines[0], "Laila Haddad (ليلى حداد) · شخص");
        assert_eq!(
            lines.last().map(String::as_str),
            Some("مُعلَن في entities.yaml")
        );
        assert!(value.starts_with("\u{200f}\u{2067}\u{2068}"), "{value}");
    }
}

#[test]
fn an_editor_that_draws_codes_gets_none() {
    for format in ["markdown", "plaintext"] {
        let mut desk = desk("utf-8", format, "Neovim");
        let (_, value) = desk.hover(7);
        assert_eq!(value, visible(&value));
        assert!(value.contains("(ليلى حداد) · شخص"), "{value}");
    }
}
