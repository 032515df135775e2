//! What belongs together in a text: what can be folded away, what is selected around a place,
//! what leads elsewhere.

use std::fmt::Write;

use isnad::ide::Locale;
use isnad::ide::document_links::{LinkTarget, document_links};
use isnad::ide::folding::{Fold, folds};
use isnad::ide::selection_ranges::selection_ranges;
use isnad::text::{FileId, TextRange, TextSize};
use isnad::workspace::{Content, Workspace};

use crate::fixture::{Fixture, folder, split};

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

const SELECTED: &str = "\
//- article.news.md
---
lang: en
source: [sahl, 'Plains <0>Courier']
entities:
  haddad:
    name: {en: Laila <1>Haddad, ar: ليلى}
---
<!-- isnad: allow name-<2>variant — the wire has it so -->

# The <3>ferry is back 😀

It was late. The [Minister of <4>Transport](#had<5>dad), Mr. Omar Saleh, said: “We will not close it. \
We [<6>will](#haddad) pay, 😀 I swear.”{haddad > omar <7>.loud note=\"so<8> be it\"} She <9>left. She came back.

Omar Saleh arrived on [4 <10>March](=2025-03-<11>04), he said “it was

“<12>wonderful”{omar}.

## Cafe\u{301}<13>s

They don’<14>t go<15>.

<16>
//- raw.news.md
قالت ليلى حداد: \"لن نغلق المعبر. سنعو<0>د\". وقال عمر: «ن<1>عم».
//- cjk.news.md
# 渡し船

彼女は<0>言った。「戻って<1>きた。」と彼女は言った。次の日。
//- entities.yaml
courier:
  type: organization
  aka: [The <0>Courier, \"Plains Courier\"]
יו<1>סף: {type: person, name: \"יוסף לו<2>י\"}
//- story.txt
The ferry is back

The ferry is <0>back, Laila Haddad said. It is full.
//- isnad.toml
[rules]
name-var<0>iant = \"off\"
";

/// `written` without its numbered places, and where those are.
fn places(written: &str) -> (String, Vec<TextSize>) {
    let (mut text, mut places) = (written.to_owned(), Vec::new());
    for number in 0.. {
        let mark = format!("<{number}>");
        let Some(at) = text.find(&mark) else {
            break;
        };
        text.replace_range(at..at + mark.len(), "");
        places.push(TextSize::new(at as u32));
    }
    (text, places)
}

#[test]
fn from_the_word_to_the_whole_text() {
    let files = split(SELECTED).into_iter();
    let files: Vec<_> = files.map(|(name, text)| (name, places(&text))).collect();
    let written = files
        .iter()
        .map(|(name, (text, _))| format!("//- {name}\n{text}"));
    let fixture = Fixture::new(&written.collect::<String>());
    let mut out = String::new();
    for (&file, (name, (text, places))) in fixture.files.iter().zip(&files) {
        let _ = writeln!(out, "=== {name}");
        let found = selection_ranges(&fixture.snapshot, file, places);
        for (place, ranges) in found.into_iter().enumerate() {
            let _ = writeln!(out, "<{place}>");
            for range in ranges {
                let _ = writeln!(out, "    {}", shortened(&text[range]));
            }
        }
    }
    insta::assert_snapshot!(out);
}

/// `words` on one line, without the middle if they are many.
fn shortened(words: &str) -> String {
    let line = words.replace('\n', "⏎");
    let letters: Vec<char> = line.chars().collect();
    if letters.len() < 90 {
        return line;
    }
    let (start, end) = (&letters[..40], &letters[letters.len() - 40..]);
    let (start, end): (String, String) = (start.iter().collect(), end.iter().collect());
    format!("{start} […] {end}")
}

#[test]
fn each_selection_holds_the_one_before() {
    let files = split(SELECTED).into_iter();
    let files = files.map(|(name, text)| format!("//- {name}\n{}", places(&text).0));
    let files = files.collect::<Vec<_>>().concat();
    let windows = files.replace('\n', "\r\n").replace("//- ", "\n//- ");
    let all = odd().into_iter();
    for written in all.chain([files, windows, ARTICLE.to_owned()]) {
        let fixture = Fixture::new(&written);
        for &file in &fixture.files {
            let text = fixture.snapshot.text(file);
            let offsets = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            let offsets: Vec<_> = offsets.map(|at| TextSize::new(at as u32)).collect();
            let found = selection_ranges(&fixture.snapshot, file, &offsets);
            assert_eq!(found.len(), offsets.len());
            for (offset, ranges) in offsets.iter().zip(found) {
                let is_around = |range: &TextRange| {
                    let bytes = std::ops::Range::<usize>::from(*range);
                    range.contains_inclusive(*offset) && text.get(bytes).is_some()
                };
                let grows =
                    |pair: &[TextRange]| pair[1] != pair[0] && pair[1].contains_range(pair[0]);
                assert!(
                    ranges.iter().all(is_around) && ranges.windows(2).all(grows),
                    "{offset:?} {ranges:?} in {text:?}"
                );
                assert_eq!(ranges.last(), Some(&TextRange::up_to(TextSize::of(text))));
            }
        }
    }
}

#[test]
fn annotations_in_one_another_without_end_do_no_harm() {
    let deep = format!("{}a{}\n", "[".repeat(5_000), "](#b)".repeat(5_000));
    let fixture = Fixture::new(&deep);
    let found = selection_ranges(&fixture.snapshot, fixture.file(), &[TextSize::new(5_000)]);
    assert_eq!(found[0].len(), 64);
    assert_eq!(&deep[found[0][1]], "[a](#b)");
    assert_eq!(found[0][63], TextRange::up_to(TextSize::of(&deep)));
}

const LINKED: &str = "\
//- desk/article.news.md
---
lang: ar
source: [sahl, https://courier.example/نشرة?a=b#c]
wire: story.txt
registry:
  - ../more.yaml
  - not-there.yaml
entities:
  ليلى: {type: person, name: ليلى حداد, wikidata: Q42, url: \"https://example.com/ليلى\"}
  e\u{301}t: {wikidata: q42, url: 'file:///etc/passwd'}
  'omar': {name: {en: Omar}, wikidata: 'Q7', url: command:x, aka: [HTTP://a.example]}
  weber: {url: https://, note: see https://a.example or https://b.example}
---
[Laila](https://example.com) and https://example.com.
//- desk/story.txt
😀 https://example.com
//- more.yaml
😀:
  name: {he: דנה לוי, en: Dana Levi}
  wikidata: Q1
  url: >
    https://example.com/long
//- isnad.toml
# 😀
registry = [\"more.yaml\", 'desk/*.yaml', \"gone.yaml\", \"desk/../unseen.yaml\", \"mo\\u0072e.yaml\"]
lang = \"ar\"
";

fn linked(fixture: &Fixture, file: FileId, locale: Locale) -> String {
    let mut out = String::new();
    for link in document_links(&fixture.snapshot, file, locale) {
        let target = match link.target {
            LinkTarget::Page(page) => page,
            LinkTarget::File(file) => fixture.name(file),
            LinkTarget::Unseen => "a file that nobody has looked for".to_owned(),
        };
        let tooltip = link
            .tooltip
            .replace('\u{2068}', "⟨")
            .replace('\u{2069}', "⟩");
        let words = &fixture.snapshot.text(file)[link.range];
        let _ = writeln!(out, "{words} → {target}: {tooltip}");
    }
    out
}

#[test]
fn paths_and_pages_are_links() {
    let mut workspace = Workspace::new();
    let fixture = Fixture::new(LINKED);
    for &file in &fixture.files {
        let text = Content::Text(fixture.snapshot.text(file).into());
        workspace.set(fixture.snapshot.path(file), text);
    }
    workspace.set(&folder().join("gone.yaml"), Content::Missing);
    let out = fixture.files.iter().map(|&file| {
        let links = linked(&fixture, file, Locale::English);
        format!("=== {}\n{links}", fixture.name(file))
    });
    let mut out: String = out.collect();
    let fixture = Fixture {
        snapshot: workspace.snapshot(),
        files: fixture.files,
        cursor: None,
    };
    let config = fixture.files[3];
    let _ = writeln!(out, "=== before anybody has looked");
    out.push_str(&linked(&fixture, config, Locale::English));
    insta::assert_snapshot!(out);
}

#[test]
fn links_say_in_the_readers_language_where_they_lead() {
    let fixture = Fixture::new(LINKED);
    let mut out = String::new();
    for locale in LOCALES {
        let _ = writeln!(out, "=== {locale:?}");
        out.push_str(&linked(&fixture, fixture.file(), locale));
    }
    insta::assert_snapshot!(out);
}

#[test]
fn links_are_found_in_any_text() {
    for written in odd().into_iter().chain([ARTICLE.replace('\n', "\r")]) {
        let fixture = Fixture::new(&written);
        for &file in &fixture.files {
            let _ = linked(&fixture, file, Locale::Arabic);
        }
    }
}
