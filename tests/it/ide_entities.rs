//! Who says what, and whom an article knows, as views and pickers list them.

use std::fmt::Write;

use isnad::ide::entities::{Wanted, entities};
use isnad::ide::speakers::speakers;
use isnad::text::TextRange;
use proptest::prelude::*;

use crate::fixture::Fixture;
use crate::ide_seeing::ARTICLE;
use crate::properties::articles;

const RAW: &str = "\
\u{feff}---\r
lang: ar\r
---\r
# سامي الخطيب: \"لن نغلق الباب\" 😀\r
\r
قال وزير الخارجية سامي الخطيب: \"لن نغلق الباب أمام أحد في هذا البلد\". وأضاف: \"هذا عهد\".\r
\r
وقال الخطيب إن الحكومة لن تدفع شيئا. وقالت الناطقة باسم الوزارة إنها \"لا تعرف شيئا\".\r
\r
“東京は静かだ。” “Nobody asked the cafe\u{301}.”\r
";

fn words(fixture: &Fixture, range: TextRange) -> &str {
    &fixture.snapshot.text(fixture.file())[range]
}

/// Who says what.
fn said(written: &str) -> String {
    let fixture = Fixture::new(written);
    let mut drawn = String::new();
    for speaker in speakers(&fixture.snapshot, fixture.file()) {
        let id = speaker.id.as_deref().unwrap_or("-");
        let name = speaker.name.as_deref().unwrap_or("nobody is named");
        let place = speaker.place.map(|place| {
            let path = fixture.snapshot.path(place.file);
            let words = &fixture.snapshot.text(place.file)[place.range];
            format!("{words:?} in {}", path.display())
        });
        let place = place.unwrap_or_default();
        let _ = writeln!(drawn, "{name} ({id}, {:?}) {place}", speaker.kind);
        for said in &speaker.said {
            let named_at = said.named_at.map_or("", |range| words(&fixture, range));
            let (kind, surely) = (said.kind.name(), said.certainty.name());
            let _ = writeln!(drawn, "  {kind}, {surely}, by {named_at:?}: {}", said.words);
        }
    }
    drawn
}

/// Whom an article knows, as somebody looks for them where `<|>` stands.
fn known(written: &str, query: Option<&str>) -> String {
    let fixture = Fixture::new(written);
    let near = fixture.cursor.map(|(_, at)| at);
    let query = query.map(str::to_owned);
    let mut drawn = String::new();
    for member in entities(&fixture.snapshot, fixture.file(), &Wanted { query, near }) {
        let id = member.id.as_deref().unwrap_or("-");
        let how = if member.is_declared {
            ""
        } else {
            ", recognised"
        };
        let role = member.role.map(|role| format!(", {role}"));
        let role = role.unwrap_or_default();
        let _ = writeln!(
            drawn,
            "{} ({id}{how}{role}): {} mentions, {} quotations",
            member.names.join(" · "),
            member.mentions.len(),
            member.quotations
        );
    }
    drawn
}

#[test]
fn who_says_what_in_an_annotated_article() {
    insta::assert_snapshot!(said(ARTICLE));
}

#[test]
fn who_says_what_in_a_raw_article() {
    insta::assert_snapshot!(said(RAW));
}

#[test]
fn whom_an_article_names() {
    insta::assert_snapshot!(known(&ARTICLE.replace("<|>", ""), None));
}

const CAST: &str = "\
//- a.news.md
---
lang: ar
registry: entities.yaml
entities:
  haddad: {type: person, name: ليلى حداد, aka: [حداد], role: وزيرة النقل}
---
قال عمر عزيز: \"لا\". وقالت حداد: \"نعم\". <|>

//- entities.yaml
lind: {name: Anna Lind, type: person}
quiet: {name: Omar Quiet, type: person}
";

#[test]
fn somebody_is_chosen_for_a_place() {
    insta::assert_snapshot!(known(CAST, None));
}

#[test]
fn somebody_is_found_by_any_name_in_any_script() {
    let found = ["haddad", "layla", "حدا", "omar", "Aziz", "lin", "xyz", "“"];
    let found = found.map(|query| format!("{query}\n{}", known(CAST, Some(query))));
    insta::assert_snapshot!(found.join("\n"));
}

#[test]
fn what_is_no_article_has_no_cast() {
    let registry = "//- entities.yaml\nlaila: {name: Laila}\n";
    assert_eq!(said(registry) + &known(registry, None), "");
}

proptest! {
    #[test]
    fn who_is_listed_can_be_shown(text in articles()) {
        let fixture = Fixture::new(&text);
        for speaker in speakers(&fixture.snapshot, fixture.file()) {
            prop_assert!(!speaker.said.is_empty());
            for said in speaker.said {
                words(&fixture, said.range);
                prop_assert!(!said.words.contains('\n'));
            }
        }
        for member in entities(&fixture.snapshot, fixture.file(), &Wanted::default()) {
            for mention in member.mentions {
                words(&fixture, mention);
            }
        }
    }
}
