//! Documents are one however their address is spelled, and need not be files.

use serde_json::{Value, json};

use super::client::{Client, at};
use super::pulled;

const ARTICLE: &str =
    "---\nlang: ar\nentities:\n  ليلى: {name: ليلى حداد}\n---\n\n[ليلى](#ليلى) قالت.\n";

const RAW: &str = "file:///tmp/مقال جديد.news.md";
const UPPER: &str = "file:///tmp/%D9%85%D9%82%D8%A7%D9%84%20%D8%AC%D8%AF%D9%8A%D8%AF.news.md";
const LOWER: &str = "file:///tmp/%d9%85%d9%82%d8%a7%d9%84%20%d8%ac%d8%af%d9%8a%d8%af.news.md";

#[test]
fn an_article_is_one_however_its_address_is_spelled() {
    for opened in [RAW, UPPER, LOWER] {
        let mut client = Client::start(pulled(), None);
        client.open(opened, "");
        client.replace(LOWER, 2, ARTICLE);
        for asked in [RAW, UPPER, LOWER] {
            let card = client.call("textDocument/hover", at(asked, 6, 2));
            let card = card["contents"]["value"].as_str().unwrap_or_default();
            assert!(card.contains("ليلى حداد"), "{opened} as {asked}: {card}");
        }
        client.notify(
            "textDocument/didClose",
            json!({"textDocument": {"uri": UPPER}}),
        );
        assert_eq!(
            client.call("textDocument/hover", at(RAW, 6, 2)),
            Value::Null
        );
    }
}

#[test]
fn diagnostics_come_for_raw_letters() {
    let mut client = Client::start(super::pushed(), None);
    client.open(RAW, "[x](#nobody) spoke.\n");
    // The address comes back as the standard writes it: raw letters are `%XX` there.
    assert_eq!(client.pushed(UPPER).len(), 1);
}

#[test]
fn a_document_that_is_no_file_is_as_good_as_any() {
    let mut client = Client::start(pulled(), None);
    for uri in [
        "untitled:Untitled-1",
        "untitled:مقال",
        "web+x://host/a%20b.news.md",
    ] {
        client.open(uri, ARTICLE);
        let card = client.call("textDocument/hover", at(uri, 6, 2));
        assert!(
            card["contents"]["value"].as_str().is_some(),
            "{uri}: {card}"
        );
        let target = client.call("textDocument/definition", at(uri, 6, 2));
        let parse = |uri: &str| uri.replace("%D9%85%D9%82%D8%A7%D9%84", "مقال");
        assert_eq!(parse(target[0]["uri"].as_str().expect("an address")), uri);
    }
    client.open("untitled:wrong", "[x](#nobody) spoke.\n");
    assert_eq!(client.pull("untitled:wrong").len(), 1);
}
