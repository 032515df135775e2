//! What editors show of an article at a glance: colours, folds, lenses, links.

use std::fmt::Write;

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
