//! What editors get, feature by feature: a fixture with a cursor in, the answer drawn.

use std::fmt::Write;

use isnad::ide::Locale;
use isnad::ide::Target;
use isnad::ide::actions::ActionKind;
use isnad::ide::declaration::declaration;
use isnad::ide::definition::definition;
use isnad::ide::hover::hover;
use isnad::ide::references::references;
use isnad::ide::symbols::{Symbol, symbols};
use isnad::text::{FileRange, TextRange};

use crate::fixture::Fixture;

const ARTICLE: &str = "\
//- news/article.news.md
---
lang: ar
source: [السهل, الجريدة]
entities:
  ليلى:
    type: person
    name: ليلى حداد
    aka: [حداد]
    role: وزيرة النقل
    of: وزارة-النقل
  مصادر: {name: مصادر في البلدية, anonymous: true}
---

# وزيرة النقل تعلن 😀 \"عودة العبّارة\"

أعلنت [وزيرة النقل، ليلى حداد](#ليلى)، [أن العبّارة ستعود]{ليلى > السهل}.

😀 وقالت حداد: \"لن نغلق المعبر مرة أخرى\"{ليلى}. وأضافت: \"وسنعوّض أصحاب القوارب\"{+}.

وكانت [مصادر](#مصادر) قالت [إن الأعمال كلّفت \"ضعف المبلغ\"]{مصادر < السهل}، و\"أم الخير\"{-} قديمة، و\"لا أحد\"{?} يعرف.
//- entities.yaml
السهل:
  type: organization
  name: وكالة السهل
  aka: [السهل]
  wikidata: Q1
  url: https://example.org/sahl
وزارة-النقل: {type: organization, name: وزارة النقل}
";

/// The article with the cursor at `<|>` in `marked`, which is a piece of it.
fn at(marked: &str) -> Fixture {
    let plain = marked.replacen("<|>", "", 1);
    assert_eq!(
        ARTICLE.matches(&plain).count(),
        1,
        "{plain} stands in the article once"
    );
    Fixture::new(&ARTICLE.replacen(&plain, marked, 1))
}

#[track_caller]
fn check_hover(marked: &str) -> String {
    hover_card(&at(marked))
}

fn hover_card(fixture: &Fixture) -> String {
    let (file, offset) = fixture.cursor.expect("a cursor");
    match hover(&fixture.snapshot, file, offset, Locale::English.into()) {
        Some(hover) => {
            let place = fixture.draw(FileRange {
                file,
                range: hover.range,
            });
            // Isolates are drawn as brackets of their own, so that a reader sees them.
            let card = hover
                .markdown
                .replace('\u{2068}', "⟨")
                .replace('\u{2069}', "⟩");
            format!("{place}\n{card}\n")
        }
        None => "nothing\n".to_owned(),
    }
}

fn draw_targets(fixture: &Fixture, targets: &[Target]) -> String {
    let mut drawn = String::new();
    let (file, _) = fixture.cursor.expect("a cursor");
    for target in targets {
        let origin = fixture.draw(FileRange {
            file,
            range: target.origin,
        });
        let focus = FileRange {
            file: target.place.file,
            range: target.focus,
        };
        assert!(
            target.place.range.contains_range(target.focus),
            "{target:?}"
        );
        let _ = writeln!(drawn, "from {origin}\nto {}", fixture.draw(focus));
    }
    if drawn.is_empty() {
        "nothing\n".to_owned()
    } else {
        drawn
    }
}

#[test]
fn hover_on_an_entity() {
    let places = [
        "ليلى حدا<|>د](#ليلى)",
        "](#لي<|>لى)",
        "وقالت <|>حداد",
        "    rol<|>e: وزيرة",
        "source: [الس<|>هل",
        "السهل:<|>\n  type",
        "مصادر<|>](#مصادر)",
    ];
    insta::assert_snapshot!(places.map(check_hover).join("\n"));
}

#[test]
fn hover_on_a_quotation() {
    let places = [
        "لن نغلق <|>المعبر",
        "وسنعوّض<|>",
        "أن العبّ<|>ارة ستعود",
        "إن الأعمال<|>",
        "ضعف <|>المبلغ",
        "{<|>+}",
        "أم ا<|>لخير",
        "لا أ<|>حد",
        "\"عودة<|> العبّارة\"",
        "يعر<|>ف",
    ];
    insta::assert_snapshot!(places.map(check_hover).join("\n"));
}

const DATED: &str = "\
---
lang: ar
date: 2022-01-22T06:00:00+02:00
dateline: {place: الوادي, date: 2022/01/21}
---
😀 قالت الوزيرة اليوم الجمعة إنها وصلت [الأربعاء الماضي](=2022/01/19)، وكانت قد وعدت يوم الأربعاء الماضي [بالعودة في مارس](=2022/03).

وتبدأ الأعمال [أمس](=2022/01/25) [غدا](=2022/01/32)، و[تستمر](=2022/02/01..2022/03) حتى 4 آذار 2023 أو 30 شباط 2023.
";

/// The date with the cursor at `<|>` in `marked`, which is a piece of `article`.
fn dated(article: &str, marked: &str) -> Fixture {
    let plain = marked.replacen("<|>", "", 1);
    assert_eq!(
        article.matches(&plain).count(),
        1,
        "{plain} stands there once"
    );
    Fixture::new(&article.replacen(&plain, marked, 1))
}

#[test]
fn hover_on_a_date() {
    let places = [
        "الي<|>وم الجمعة",
        "[الأرب<|>عاء",
        "(=2022/01<|>/19)",
        "وعدت يوم الأ<|>ربعاء الماضي",
        "بالعو<|>دة",
        "[أم<|>س]",
        "[غ<|>دا",
        "[تستم<|>ر",
        "4 آذ<|>ار",
        "30 ش<|>باط",
        "date: 2022-01-2<|>2T06",
        "date: 2022/0<|>1/21",
    ];
    let drawn = places.map(|marked| hover_card(&dated(DATED, marked)));
    insta::assert_snapshot!(drawn.join("\n"));
}

#[test]
fn hover_on_a_date_without_an_anchor() {
    let article = "---\nlang: en\n---\nShe came on [Tuesday](=2025-03-04) and left on Friday, March 7, 2025, or yesterday.\n";
    let places = ["Tues<|>day", "Fri<|>day", "yester<|>day", "ca<|>me"];
    let drawn = places.map(|marked| hover_card(&dated(article, marked)));
    insta::assert_snapshot!(drawn.join("\n"));
}

#[test]
fn definition_of_a_date_is_the_day_from_which_it_counts() {
    let places = [
        "الي<|>وم الجمعة",
        "[الأرب<|>عاء",
        "4 آذ<|>ار",
        "date: 2022-01-2<|>2T06",
    ];
    let drawn = places.map(|marked| {
        let fixture = dated(DATED, marked);
        let (file, offset) = fixture.cursor.expect("a cursor");
        draw_targets(&fixture, &definition(&fixture.snapshot, file, offset))
    });
    insta::assert_snapshot!(drawn.join("\n"));
}

#[test]
fn definition_leads_from_words_to_speaker_to_entry() {
    let places = [
        "لن نغلق <|>المعبر",
        "وسنعوّض<|>",
        "إن الأعمال<|>",
        "وقالت <|>حداد",
        "](#لي<|>لى)",
        "{<|>+}",
        "مصادر < السه<|>ل}",
        "of: وزارة<|>-النقل",
        "source: [الس<|>هل",
        "أم ا<|>لخير",
    ];
    let drawn = places.map(|marked| {
        let fixture = at(marked);
        let (file, offset) = fixture.cursor.expect("a cursor");
        draw_targets(&fixture, &definition(&fixture.snapshot, file, offset))
    });
    insta::assert_snapshot!(drawn.join("\n"));
}

#[test]
fn declaration_is_always_the_entry() {
    let places = ["لن نغلق <|>المعبر", "وقالت <|>حداد", "مصادر < السه<|>ل}"];
    let drawn = places.map(|marked| {
        let fixture = at(marked);
        let (file, offset) = fixture.cursor.expect("a cursor");
        draw_targets(&fixture, &declaration(&fixture.snapshot, file, offset))
    });
    insta::assert_snapshot!(drawn.join("\n"));
}

#[test]
fn references_are_all_places_of_an_entity_and_all_words_of_a_speaker() {
    let places = ["وقالت <|>حداد", "لن نغلق <|>المعبر", "السهل:<|>\n  type"];
    let drawn = places.map(|marked| {
        let fixture = at(marked);
        let (file, offset) = fixture.cursor.expect("a cursor");
        let found = references(&fixture.snapshot, file, offset, true);
        let drawn = found.into_iter().map(|place| fixture.draw(place) + "\n");
        format!("{marked}\n{}", drawn.collect::<String>())
    });
    insta::assert_snapshot!(drawn.join("\n"));
}

fn outline(text: &str, symbols: &[Symbol], depth: usize, drawn: &mut String) {
    for symbol in symbols {
        assert!(symbol.range.contains_range(symbol.focus), "{symbol:?}");
        let detail = symbol.detail.as_deref().unwrap_or_default();
        let indent = "  ".repeat(depth);
        let _ = writeln!(
            drawn,
            "{indent}{:?} {} | {detail} | {}",
            symbol.kind, symbol.name, &text[symbol.focus]
        );
        outline(text, &symbol.children, depth + 1, drawn);
    }
}

#[test]
fn the_outline_shows_who_is_declared_and_who_says_what() {
    let fixture = Fixture::new(ARTICLE);
    let mut drawn = String::new();
    for &file in &fixture.files {
        let _ = writeln!(drawn, "{}", fixture.name(file));
        outline(
            fixture.snapshot.text(file),
            &symbols(&fixture.snapshot, file),
            1,
            &mut drawn,
        );
    }
    insta::assert_snapshot!(drawn);
}

#[test]
fn the_quick_fix_mends_a_mistyped_id() {
    let fixture = Fixture::new(&ARTICLE.replace("\"{ليلى}", "\"{ليلي<|>ى}"));
    let (file, offset) = fixture.cursor.expect("a cursor");
    let mut actions = fixture.actions(file, TextRange::empty(offset), Locale::English);
    actions.retain(|(action, _)| action.kind == ActionKind::QuickFix);
    let titles: Vec<&str> = actions.iter().map(|(it, _)| it.title.as_str()).collect();
    assert_eq!(titles[0], "replace by `ليلى`, the id of ليلى حداد");
    let (action, edits) = &actions[0];
    assert!(!action.is_preferred, "only a person knows who was meant");
    let mut text = fixture.snapshot.text(file).to_owned();
    for edit in edits {
        assert_eq!(edit.file, file);
        text.replace_range(
            std::ops::Range::<usize>::from(edit.edit.range),
            &edit.edit.text,
        );
    }
    assert!(ARTICLE.contains(&text));
}
