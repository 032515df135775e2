//! Ids that are retyped together.

use std::fmt::Write;

use isnad::ide::linked_editing::linked_editing;
use isnad::text::{FileRange, TextSize};

use crate::fixture::Fixture;

const FILES: &str = "\
//- article.news.md
\u{feff}---
lang: ar
source: [وكالة, \"ليلى\"]
entities:
  ليلى: {name: ليلى حداد}
  rene\u{301}: {name: René Morel, of: ليلى}
  نیم\u{200c}فاصله: {name: 大臣}
  البلدية: {role: بلدية}
---
😀 قالت ليلى [ليلى حداد](# ליאור ): \"لا\"{ליאור، ليلى > rene\u{301} < rené}.\r
[x](#نیم\u{200c}فاصله) “yes”{البلدية}
//- entities.yaml
البلدية: {name: بلدية الوادي}
";

#[test]
fn what_is_written_the_same_changes_together() {
    let mut drawn = String::new();
    for marked in [
        "  لي<|>لى: {",
        "  <|>rene\u{301}: {",
        "  نیم\u{200c}فاصله<|>: {name",
        "  البل<|>دية: {role",
        "{ליאור، لي<|>لى >",
        "of: لي<|>لى}",
        "قالت لي<|>لى",
        "البل<|>دية: {name",
    ] {
        let plain = marked.replacen("<|>", "", 1);
        assert_eq!(FILES.matches(&plain).count(), 1, "{plain}");
        let fixture = Fixture::new(&FILES.replacen(&plain, marked, 1));
        let (file, offset) = fixture.cursor.expect("a cursor");
        let _ = writeln!(drawn, "=== {marked}");
        for range in linked_editing(&fixture.snapshot, file, offset) {
            let _ = writeln!(drawn, "{}", fixture.draw(FileRange { file, range }));
        }
    }
    insta::assert_snapshot!(drawn);
}

#[test]
fn nothing_fails_anywhere() {
    let fixture = Fixture::new(FILES);
    for &file in &fixture.files {
        for at in 0..=fixture.snapshot.text(file).len() {
            let offset = TextSize::new(u32::try_from(at).expect("small"));
            let found = linked_editing(&fixture.snapshot, file, offset);
            let texts = found
                .iter()
                .map(|range| &fixture.snapshot.text(file)[*range]);
            let texts: std::collections::BTreeSet<&str> = texts.collect();
            assert!(texts.len() <= 1, "{texts:?}");
        }
    }
}
