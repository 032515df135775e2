//! What stands above declarations and the headline.

use std::fmt::Write;

use isnad::ide::Locale;
use isnad::ide::code_lenses::{code_lenses, title};
use isnad::text::{FileId, FileRange};

use crate::fixture::Fixture;

const FILES: &str = "\
//- article.news.md
---
lang: ar
entities:
  ليلى: {type: person, name: ليلى حداد, aka: [حداد]}
  ليند: {type: person, name: بيتر ليند}
---

# وزيرة النقل: \"سنعود\"{ليلى} 😀

قالت [ليلى حداد](#ليلى): \"لن نغلق المعبر مرة أخرى هذا العام\"{ليلى}. وأضافت حداد: \"وسنعوّض أصحاب القوارب\"{+}.\r
وقال بيتر ليند: \"لا تعليق\"{ليند < السهل}. وهناك من يقول \"غير ذلك\".
//- other.news.md
The agency [Sahl](#السهل) said: “We will not comment on reports.”{السهل}
//- entities.yaml
السهل: {type: organization, name: وكالة السهل, aka: [السهل]}
nobody: {type: person, name: 山田}
";

fn drawn(fixture: &Fixture, file: FileId, locale: Locale) -> String {
    let mut drawn = String::new();
    for lens in code_lenses(&fixture.snapshot, file) {
        let title = title(&fixture.snapshot, file, lens, locale).unwrap_or_default();
        // Isolates are drawn as brackets of their own, so that a reader sees them.
        let title = title.replace('\u{2068}', "⟨").replace('\u{2069}', "⟩");
        let place = fixture.draw(FileRange {
            file,
            range: lens.range,
        });
        let _ = writeln!(drawn, "{title}\n{place}\n");
    }
    drawn
}

#[test]
fn who_is_named_and_speaks_how_often() {
    let fixture = Fixture::new(FILES);
    let all = [
        Locale::English,
        Locale::Arabic,
        Locale::French,
        Locale::German,
    ];
    let mut out = String::new();
    for locale in all {
        let _ = writeln!(out, "=== {locale:?}");
        for file in &fixture.files {
            out.push_str(&drawn(&fixture, *file, locale));
        }
    }
    insta::assert_snapshot!(out);
}

#[test]
fn what_is_no_article_and_no_registry_has_none() {
    let fixture =
        Fixture::new("//- isnad.toml\nlang = \"ar\"\n//- a.txt\nقال: \"نعم\"\n//- b.news.md\n");
    for file in &fixture.files {
        assert_eq!(code_lenses(&fixture.snapshot, *file), []);
    }
}
