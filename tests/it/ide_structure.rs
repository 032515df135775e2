//! What belongs together in a text: what can be folded away.

use std::fmt::Write;

use isnad::ide::Locale;
use isnad::ide::folding::{Fold, folds};
use isnad::text::FileId;

use crate::fixture::Fixture;

pub(crate) const ARTICLE: &str = "\
//- article.news.md
---
lang: en
date: 2025-03-06
source:
  - courier
  - sahl
entities:
  haddad:
    type: person
    name:
      en: Laila Haddad
      ar: ليلى حداد
  weber: {type: person, name: Anna Weber}
---

<!-- isnad: allow name-variant — the wire has it so -->
<!-- checked with
the desk -->
# The ferry is back 😀

[Laila Haddad](#haddad) said: “We will
not close it 😀 again.”{haddad} She left.
The ferry ran.

😀 “It has never been
so full,

“and 😀 nobody complains.”{weber < courier}

## والعبّارة

قالت ليلى حداد: \"لن نغلق المعبر\"{haddad}.
وأضافت [أن العبّارة
ستعود]{haddad}.

### 渡し船

「戻ってきた」と彼女は言った。

## e\u{301}t cetera

The end.
//- entities.yaml
courier:
  type: organization
  name: Plains Courier
  wikidata: Q42
  url: https://courier.example/about
sahl: {type: organization,
  name: Sahl Agency}
יוסף: {type: person, name: יוסף לוי}
//- story.txt
The ferry is back

The ferry is back on
the river, Laila Haddad said.
It is full.
";

const LOCALES: [Locale; 4] = [
    Locale::English,
    Locale::Arabic,
    Locale::French,
    Locale::German,
];

/// Texts in which something could go wrong.
pub(crate) fn odd() -> Vec<String> {
    let article = ARTICLE
        .strip_prefix("//- article.news.md\n")
        .expect("a name");
    let article = article.split_once("//- ").expect("another file").0;
    let cases = [
        String::new(),
        "\u{feff}".to_owned(),
        "\u{feff}---\r\n---\r\n".to_owned(),
        "---\nlang: [a,\n  b: {c: \"d\n".to_owned(),
        "“a\n\n“b\n\n# c”\n“d\n”{x\n".to_owned(),
        "[a [b\nc](#d) e\n](=2025) “f ‘g\nh’ i”{j > k < l .m n=o} 「山田\n」\n".to_owned(),
        "# \n## a\n\n# \u{202e}b\u{200f}\n<!-- c\n--> d\n<!--\n-->\n".to_owned(),
        "//- x.yaml\na: &b\n  name: |\n    x\n\n    y\n  aka: [\"😀\", 'x\n    y']\n? [c]\n: d\n"
            .to_owned(),
        "//- x.yaml\n- a\n".to_owned(),
        "//- isnad.toml\nregistry = [\"a.yaml\", \"**/b.yaml\"]\n[rules]\n".to_owned(),
        "//- a.txt\n\u{feff}A\n\n“b\nc”. d e\u{301}f\r\n".to_owned(),
        article.replace('\n', "\r"),
        format!("\u{feff}{}", article.replace('\n', "\r\n")),
        article.to_owned(),
    ];
    cases.to_vec()
}

fn drawn(text: &str, folds: &[Fold]) -> String {
    let mut drawn = String::new();
    for Fold {
        range,
        kind,
        instead,
    } in folds
    {
        let line = text[..usize::from(range.start())].lines().next_back();
        let (stays, goes) = (line.unwrap_or_default(), text[*range].trim_start());
        let last = goes.lines().next_back().unwrap_or_default();
        let instead = instead.as_deref().unwrap_or("…");
        let _ = writeln!(drawn, "{kind:?}: {stays}⟦{instead}⟧ up to: {last}");
    }
    drawn
}

#[test]
fn what_belongs_together_is_folded() {
    let fixture = Fixture::new(ARTICLE);
    let mut out = String::new();
    for &file in &fixture.files {
        let found = folds(&fixture.snapshot, file, Locale::English);
        let _ = writeln!(out, "=== {}", fixture.name(file));
        out.push_str(&drawn(fixture.snapshot.text(file), &found));
    }
    insta::assert_snapshot!(out);
}

#[test]
fn what_stands_in_place_of_it_is_in_the_readers_language() {
    let fixture = Fixture::new(ARTICLE);
    let mut out = String::new();
    for locale in LOCALES {
        let found = folds(&fixture.snapshot, fixture.file(), locale);
        for instead in found.into_iter().filter_map(|fold| fold.instead) {
            let _ = writeln!(out, "{locale:?}: {instead}");
        }
    }
    insta::assert_snapshot!(out);
}

/// Panics unless each begins on a line of its own and ends on a later one, and two are inside of one
/// another or apart.
fn fold_well(fixture: &Fixture, file: FileId) {
    let text = fixture.snapshot.text(file);
    let line = |at| {
        text[..at]
            .replace("\r\n", "\n")
            .matches(['\n', '\r'])
            .count()
    };
    let found = folds(&fixture.snapshot, file, Locale::German);
    let lines = |fold: &Fold| {
        (
            line(fold.range.start().into()),
            line(fold.range.end().into()),
        )
    };
    for (at, fold) in found.iter().enumerate() {
        let (start, end) = lines(fold);
        assert!(start < end, "{fold:?} in {text:?}");
        for other in &found[at + 1..] {
            let (other_start, other_end) = lines(other);
            assert!(start < other_start, "{fold:?} {other:?} in {text:?}");
            let is_apart = fold.range.end() <= other.range.start();
            let is_inside = other.range.end() <= fold.range.end() && other_end <= end;
            assert!(is_apart || is_inside, "{fold:?} {other:?} in {text:?}");
        }
    }
}

#[test]
fn folds_lie_in_one_another() {
    for written in odd() {
        let fixture = Fixture::new(&written);
        fold_well(&fixture, fixture.file());
    }
}
