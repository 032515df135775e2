//! An article as its readers will see it.

use std::fmt::Write;

use isnad::ide::preview::preview;
use proptest::prelude::*;

use crate::fixture::Fixture;
use crate::ide_seeing::ARTICLE;
use crate::properties::articles;

const RAW: &str = "\
\u{feff}# لافروف: \"لن نغلق الباب\" 😀\r
\r
قال وزير الخارجية سامي <b>الخطيب</b>: \"لن نغلق الباب أمام أحد في هذا البلد،\r
بل قال لي أحدهم 'شكراً' أمس\". وقالت \"الصحيفة\" شيئاً.\r
\r
## 東京\r
\r
Cafe\u{301} owner Omar Lind said: “Nobody asked us.\r
\r
“Nobody ever asks & nobody will.”\r
";

fn drawn(fixture: &Fixture) -> String {
    let preview = preview(&fixture.snapshot, fixture.file());
    let mut drawn = format!("language: {}\n", preview.lang.as_deref().unwrap_or("-"));
    for block in &preview.blocks {
        let kind = block
            .heading
            .map_or("p".to_owned(), |level| format!("h{level}"));
        let dir = if block.is_right_to_left { "rtl" } else { "ltr" };
        let _ = writeln!(drawn, "\n{kind} {dir}");
        for run in &block.runs {
            let _ = write!(drawn, "  {:?}", run.text);
            if let Some(entity) = &run.entity {
                let id = entity.id.as_deref().unwrap_or("undeclared");
                let _ = write!(drawn, " = {} ({id}, {:?})", entity.name, entity.kind);
            }
            if let Some(quotation) = run.quotation {
                let _ = write!(drawn, " in {quotation}");
            }
            drawn.push('\n');
        }
    }
    drawn.push('\n');
    for (at, quoted) in preview.quotations.iter().enumerate() {
        let (surely, kind) = (quoted.certainty.name(), quoted.kind.name());
        let who = quoted.speakers.join(", ");
        let _ = writeln!(drawn, "{at}: {kind}, {surely}: {who}");
    }
    drawn
}

#[test]
fn an_annotated_article_as_readers_see_it() {
    insta::assert_snapshot!(drawn(&Fixture::new(ARTICLE)));
}

#[test]
fn a_raw_article_as_readers_see_it() {
    insta::assert_snapshot!(drawn(&Fixture::new(RAW)));
}

#[test]
fn a_heading_behind_a_byte_order_mark_keeps_its_level() {
    let fixture = Fixture::new("//- article.news.md\n\u{feff}### 東京 😀\n\n# خبر\n\nIt rained.\n");
    let preview = preview(&fixture.snapshot, fixture.file());
    let levels: Vec<_> = preview.blocks.iter().map(|block| block.heading).collect();
    assert_eq!(levels, [Some(3), Some(1), None]);
}

#[test]
fn only_the_byte_order_mark_of_the_file_is_no_word() {
    let drawn = |text: &str| {
        let fixture = Fixture::new(&format!("//- article.news.md\n{text}\n"));
        let preview = preview(&fixture.snapshot, fixture.file());
        let runs = preview.blocks.iter().flat_map(|block| &block.runs);
        runs.map(|run| run.text.as_str()).collect::<String>()
    };
    assert_eq!(drawn("\u{feff}[الجمعة](=2025-03-07)"), "الجمعة");
    assert_eq!(drawn("[\u{feff}الجمعة](=2025-03-07)"), "\u{feff}الجمعة");
}

#[test]
fn what_is_no_article_has_no_preview() {
    let fixture = Fixture::new("//- entities.yaml\nlaila: {name: Laila}\n");
    let preview = preview(&fixture.snapshot, fixture.file());
    assert!(preview.blocks.is_empty() && preview.quotations.is_empty());
}

proptest! {
    #[test]
    fn every_word_is_there_once(text in articles()) {
        let fixture = Fixture::new(&text);
        let analysis = fixture.snapshot.analysis(fixture.file());
        let preview = preview(&fixture.snapshot, fixture.file());
        prop_assert_eq!(preview.blocks.len(), analysis.article.passages.len());
        for (block, passage) in preview.blocks.iter().zip(&analysis.article.passages) {
            let words: String = block.runs.iter().map(|run| run.text.as_str()).collect();
            let wire = passage.wire.text();
            let has_mark = passage.range.start() == 0.into() && text.starts_with('\u{feff}');
            let wire = wire.strip_prefix('\u{feff}').filter(|_| has_mark).unwrap_or(wire);
            prop_assert_eq!(words.trim_end(), wire.trim_end());
        }
    }
}
