//! What editors show of an article at a glance: colours, folds, lenses, links.

use std::fmt::Write;

use isnad::ide::Locale;
use isnad::ide::hover::hover;
use isnad::ide::semantic_tokens::{SemanticToken, TokenKind, semantic_tokens};
use isnad::text::{TextRange, TextSize};

use crate::fixture::Fixture;

/// An article with something of everything, in several scripts, with signs that make units differ.
pub(crate) const ARTICLE: &str = "\
//- news/article.news.md
---
lang: en
date: 2025-03-04
source: [courier]
entities:
  haddad: {type: person, name: Laila Haddad, aka: [Haddad], of: ministry}
  ministry:
    type: organization
    name: {en: Ministry of Transport, ar: وزارة النقل}
  basin: {type: place, name: Lower Basin}
  flood: {type: event, name: The Great Flood}
---

<!-- isnad: allow name-variant — wire spelling kept -->
# Minister 😀 promises \"a ferry\" for [Lower Basin](#basin)

[Laila Haddad](#haddad) said on [Tuesday](=2025-03-04): “We will not close it 😀 again”{haddad > crowd < courier .loud tone=sad}.

Cafe\u{301} owner Omar Lind said: “Nobody asked us. Nobody ever asks.” Haddad [denied]{:} [that anybody was asked]{haddad}.

The paper \"Die Au\"{-} called it \"a joke\" on Wednesday, לאור היום, 東京 \\[sic\\].
//- entities.yaml
courier: {type: organization, name: Basin Courier, url: https://example.org/, anonymous: false}
";

fn tokens(fixture: &Fixture) -> Vec<SemanticToken> {
    semantic_tokens(&fixture.snapshot, fixture.file())
}

fn drawn(fixture: &Fixture) -> String {
    let text = fixture.snapshot.text(fixture.file());
    let mut drawn = String::new();
    for token in tokens(fixture) {
        let (kind, _) = TokenKind::ALL[token.kind as usize];
        let modifiers: Vec<_> = token.modifiers.names().collect();
        let words = text[token.range].escape_debug().to_string();
        let _ = writeln!(drawn, "{words} | {kind} {}", modifiers.join(" "));
    }
    drawn
}

#[test]
fn tokens_of_an_article() {
    insta::assert_snapshot!(drawn(&Fixture::new(ARTICLE)));
}

#[test]
fn tokens_of_raw_news() {
    let raw = "وصول العبّارة\n\nقالت وزيرة النقل ليلى حداد يوم الثلاثاء: \"لن نغلق المعبر مرة أخرى\". وأضافت أن العمل بدأ في المدينة.\n";
    insta::assert_snapshot!(drawn(&Fixture::new(&format!("//- a.txt\n{raw}"))));
}

#[test]
fn tokens_of_other_files() {
    let registry = "//- entities.yaml\n# list\nחיים: {type: person, name: [חיים, 'Haim'], own: {key: 1}, anonymous: true}\nx:\n";
    insta::assert_snapshot!(drawn(&Fixture::new(registry)));
    for other in ["//- isnad.toml\nlang = \"ar\"\n", "//- a.news.md\n"] {
        assert_eq!(drawn(&Fixture::new(other)), "");
    }
}

#[test]
fn tokens_lie_side_by_side() {
    for text in [
        ARTICLE.to_owned(),
        ARTICLE
            .replace('\n', "\r\n")
            .replace(".md\r\n", ".md\n")
            .replace(".yaml\r\n", ".yaml\n"),
    ] {
        let fixture = Fixture::new(&text);
        let len = TextSize::new(fixture.snapshot.text(fixture.file()).len() as u32);
        let mut before = TextSize::new(0);
        for token in tokens(&fixture) {
            assert!(before <= token.range.start() && !token.range.is_empty());
            before = token.range.end();
        }
        assert!(TextRange::new(before, len).end() == len);
    }
}

/// The card at the beginning of `words`, which stand in the first file once, after the cursor's mark.
fn card(text: &str, marked: &str) -> String {
    let plain = marked.replacen("<|>", "", 1);
    assert_eq!(text.matches(&plain).count(), 1, "{plain} stands there once");
    let fixture = Fixture::new(&text.replacen(&plain, marked, 1));
    let (file, offset) = fixture.cursor.expect("a cursor");
    let card = hover(&fixture.snapshot, file, offset, Locale::English.into());
    card.map_or_else(String::new, |card| {
        let words = &fixture.snapshot.text(file)[card.range];
        format!(
            "{words}: {}\n\n",
            card.markdown.replace(['\u{2068}', '\u{2069}'], "|")
        )
    })
}

#[test]
fn keys_and_rules_tell_what_they_are() {
    let places = [
        "lan<|>g: en",
        "source<|>: [",
        "  <|>basin: {",
        "{<|>type: place",
        "name-var<|>iant",
        "courier: {ty<|>pe: organization",
        "isn<|>ad: allow",
        "en<|>: Ministry",
    ];
    insta::assert_snapshot!(places.map(|place| card(ARTICLE, place)).concat());
}

#[test]
fn every_place_of_every_kind_of_file_can_be_asked() {
    let registry = ARTICLE.split_once("//- entities").expect("a registry").1;
    let texts = [
        ARTICLE.to_owned(),
        ARTICLE.replace("article.news.md", "wire.txt"),
        ARTICLE.replace("article.news.md", "isnad.toml"),
        format!("//- entities{registry}"),
        ARTICLE.replace(": {", ": [{"),
    ];
    for text in texts {
        let fixture = Fixture::new(&text);
        for file in &fixture.files {
            semantic_tokens(&fixture.snapshot, *file);
            for at in 0..=fixture.snapshot.text(*file).len() + 1 {
                hover(
                    &fixture.snapshot,
                    *file,
                    TextSize::new(at as u32),
                    Locale::Arabic.into(),
                );
            }
        }
    }
}
