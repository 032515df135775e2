//! What can be written at a place: ids, dates, keys, values, rules, paths.

use std::fmt::Write;

use isnad::dates::Date;
use isnad::ide::Locale;
use isnad::ide::completion::{Completions, completions, documentation};
use isnad::ide::inline_completion::inline_completion;
use isnad::text::TextSize;

use crate::fixture::Fixture;

const TODAY: Date = Date::constant(2025, 3, 7);

fn found(fixture: &Fixture) -> Completions {
    let (file, offset) = fixture.cursor.expect("a cursor");
    completions(
        &fixture.snapshot,
        file,
        offset,
        Some(TODAY),
        Locale::English,
    )
}

/// The first things that are offered at the cursor, and with what the first makes of its line.
fn offered(written: &str, most: usize) -> String {
    let fixture = Fixture::new(written);
    let (file, offset) = fixture.cursor.expect("a cursor");
    let found = found(&fixture);
    let text = fixture.snapshot.text(file);
    let cursor = usize::from(offset);
    let line = |text: &str, at: usize| {
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        text[start..].lines().next().unwrap_or_default().to_owned()
    };
    let (before, after) = text.split_at(cursor);
    let marked = format!("{before}<|>{after}");
    let mut drawn = format!("=== {}\n", line(&marked, cursor));
    for item in found.items.iter().take(most) {
        let beside = item.beside.as_deref().unwrap_or_default();
        let _ = write!(
            drawn,
            "{:?} {} | {beside} | {}",
            item.kind, item.label, item.detail
        );
        if let Some(filter) = &item.filter {
            let _ = write!(drawn, " | for {filter}");
        }
        drawn.push('\n');
        assert!(item.range.contains_range(item.typed) && item.typed.end() == offset);
    }
    if found.items.len() > most {
        let _ = writeln!(drawn, "and {} more", found.items.len() - most);
    }
    if let Some(item) = found.items.first() {
        let mut text = text.to_owned();
        let new = format!("{}<|>{}", item.text, item.closing);
        text.replace_range(std::ops::Range::<usize>::from(item.range), &new);
        let _ = writeln!(drawn, "--> {}", line(&text, cursor));
    }
    drawn
}

const ARTICLE: &str = "\
//- news/article.news.md
---
lang: ar
date: 2025-03-06
dateline: {place: الوادي, date: 2025-03-05}
source: [السهل]
---
😀 قالت [وزيرة النقل ليلى حداد](#ليلى): \"لن نغلق المعبر\"{ليلى}.

وقال لافروف إن الأعمال بدأت [الأربعاء الماضي](=HERE)، و\"لا\"BRACE.
//- entities.yaml
Q4530: {type: person, name: {ar: سيرغي لافروف, en: Sergei Lavrov, zh: 拉夫罗夫}, aka: [لافروف]}
السهل: {type: organization, name: وكالة السهل}
ليلى: {type: person, name: ליילה חדאד, aka: [ليلى حداد], role: وزيرة النقل}
خالد-بن-يوسف: {type: person, name: خالد بن يوسف}
//- more/places.yml
الوادي: {type: place, name: الوادي}
//- news/raw/wire.txt
😀 قالت
";

fn article(place: &str, typed: &str) -> String {
    let other = if place == "HERE" { "BRACE" } else { "HERE" };
    let written = ARTICLE.replace(place, typed);
    written.replace(other, "")
}

#[test]
fn ids_are_met_by_any_name() {
    let typed = [
        "{<|>",
        "{<|>}",
        "{laf<|>",
        "{Lavr<|>}",
        "{拉<|>}",
        "{ליי<|>}",
        "{khal<|>}",
        "{Q4<|>53}",
        "{ليلى > <|>}",
        "{ليلى،<|>",
        "{ليلى < sah<|>",
        "{nobody<|>}",
    ];
    let drawn = typed.map(|typed| offered(&article("BRACE", typed), 3));
    insta::assert_snapshot!(drawn.join("\n"));
}

#[test]
fn dates_say_what_the_words_say() {
    let drawn = ["<|>", "2025/03<|>/01", "٢٠<|>"].map(|typed| offered(&article("HERE", typed), 5));
    let english = [
        "She came on [last Wednesday](=<|>",
        "😀 It opened on [4 March](=2<|>) and",
        "It opened in [March](=<|>) 2024",
        "It opened [after lunch](=<|>)",
    ];
    let english = english.map(|line| {
        offered(
            &format!("---\r\nlang: en\r\ndate: 2025-03-06\r\n---\r\n{line}\r\n"),
            5,
        )
    });
    insta::assert_snapshot!(drawn.join("\n") + "\n" + &english.join("\n"));
}

#[test]
fn keys_that_are_missing_and_values_that_fit() {
    let front = [
        "<|>lang: en\ndate: 2025-03-04",
        "lang: en\nda<|>\nsource: x",
        "lang: en\nsource: x\ndateline:\n  <|>\n",
        "dateline: {place: x, <|>}",
        "entities:\n  laila:\n    type: person\n    <|>\n    role: x\n  other:\n    of: laila",
        "entities:\n  laila: {name: Laila, <|>}",
        "entities:\n  laila:\n    name:\n      <|>",
        "entities:\n  laila: {name: {<|>}}",
        "entities:\n  <|>",
        "lang:<|>",
        "lang: d<|>",
        "entities:\n  laila:\n    type: <|>",
        "entities:\n  laila: {type: per<|>, name: Laila}",
        "entities:\n  laila: {anonymous:<|>}",
        "date: <|>",
        "dateline: {date: <|>}",
        "entities:\n  laila: {name: Laila Haddad}\nsource: [x, hadd<|>]",
        "entities:\n  laila: {name: Laila Haddad}\nsource:\n- <|>",
        "entities:\n  laila: {name: Laila Haddad}\n  omar:\n    of: Laila H<|>",
        "entities:\n  laila:\n    role: <|>",
        "lang: en # <|>",
        "lang: \"<|>",
    ];
    let drawn = front.map(|front| offered(&format!("---\n{front}\n---\nProse.\n"), 8));
    insta::assert_snapshot!(drawn.join("\n"));
}

#[test]
fn registries_are_written_like_front_matter() {
    let registry = [
        "laila:\n  <|>\n  type: person\n",
        "laila: {na<|>}\n",
        "laila:\n  type:<|>\n",
        "laila: {name: Laila Haddad}\nomar: {of: <|>}\n",
        "laila: {name: ليلى حداد}\nomar: {of: layl<|>}\n",
        "<|>\n",
    ];
    let drawn = registry.map(|text| offered(&format!("//- entities.yaml\n{text}"), 8));
    insta::assert_snapshot!(drawn.join("\n"));
}

#[test]
fn rules_and_paths() {
    let prose = [
        "<!-- isnad: <|> -->",
        "<!-- isnad: allow unat<|> -->",
        "<!-- isnad: allow unattributed-quote, <|>",
        "<!-- isnad: allow unattributed-quote — <|> -->",
        "<!-- isnad: allow unattributed-quote <|> -->",
        "<!-- a note, <|> -->",
    ];
    let prose = prose.map(|line| offered(&format!("---\nlang: en\n---\n{line}\n\n“No”\n"), 2));
    let config = [
        "<|>\n[rules]\n",
        "[rules]\nun<|>\n",
        "[rules]\nunattributed-quote =<|>\n",
        "[rules]\nunattributed-quote = \"<|>\"\n",
        "[[overrides]]\n<|>\n",
        "registry = [<|>]\n",
        "registry = [\"people/<|>\"]\n",
        "lang = <|>\n",
        "# <|>\n",
    ];
    let config = config.map(|text| {
        offered(
            &format!("//- isnad.toml\n{text}//- people/names.yaml\nx: {{name: X}}\n"),
            2,
        )
    });
    let paths = ["registry: <|>", "registry: [../mo<|>]", "wire: <|>"];
    let paths = paths.map(|key| offered(&ARTICLE.replacen("lang: ar", key, 1), 4));
    insta::assert_snapshot!(
        prose.join("\n") + "\n" + &config.join("\n") + "\n" + &paths.join("\n")
    );
}

#[test]
fn nothing_pops_up_in_prose() {
    for typed in [
        "She came,<|> and left",
        "She said:<|>",
        "a < <|> b",
        "a ><|> b",
        "Nr. #<|>",
        "(#<|>",
        "told {<|>reporters",
        "x =<|>",
        "{x} , <|>",
        "قالت،<|>",
        "“No”{laila} said,<|>",
        "習近平，<|>",
        "# Head<|>line",
    ] {
        let fixture = Fixture::new(&format!(
            "---\nlang: en\nentities: {{laila: {{}}}}\n---\n{typed}\n"
        ));
        assert_eq!(found(&fixture), Completions::default(), "{typed}");
    }
}

#[test]
fn the_rest_of_an_id_waits_where_it_can_be_no_other() {
    for (typed, rest) in [
        ("{خا<|>}", Some("لد-بن-يوسف")),
        ("{خا<|>", Some("لد-بن-يوسف}")),
        ("{ليلى > Q<|>}", Some("4530")),
        ("{Lavr<|>}", None),
        ("{Q<|>4530}", None),
    ] {
        let fixture = Fixture::new(&article("BRACE", typed));
        let (file, offset) = fixture.cursor.expect("a cursor");
        let waiting = inline_completion(&fixture.snapshot, file, offset);
        assert_eq!(waiting.as_deref(), rest, "{typed}");
    }
}

#[test]
fn more_is_told_of_an_entity_later() {
    let fixture = Fixture::new(&article("BRACE", "{Lavr<|>}"));
    let found = found(&fixture);
    let about = found.items[0].about.as_ref().expect("an entity");
    let card =
        documentation(&fixture.snapshot, fixture.file(), about, Locale::English).expect("a card");
    assert!(card.contains("Sergei Lavrov"), "{card}");
}

#[test]
fn no_place_is_too_odd() {
    let files = [
        article("BRACE", "{ליי, 習"),
        format!(
            "\u{feff}{}",
            article("HERE", "")
                .replace('\n', "\r\n")
                .replace("//- ", "\n//- ")
        ),
        "//- isnad.toml\n[rules]\n😀 = \"\n[[overrides]]\nlang = \"e\u{301}\"\n".to_owned(),
        "//- a.txt\n“No”{laila }\n".to_owned(),
        "//- a.yaml\n😀: {a: [b, {c: \"d\n- x\n  - y: z\n\t:\n".to_owned(),
        "---\n---\n".to_owned(),
        "---".to_owned(),
        String::new(),
    ];
    for written in files {
        let fixture = Fixture::new(&written);
        for &file in &fixture.files {
            let text = fixture.snapshot.text(file);
            let all = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            for at in all {
                let offset = TextSize::new(at as u32);
                let found =
                    completions(&fixture.snapshot, file, offset, Some(TODAY), Locale::Arabic);
                assert!(found.items.len() <= 200);
            }
        }
    }
}
