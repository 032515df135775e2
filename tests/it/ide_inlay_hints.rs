//! What is shown in the text beside its words: names behind ids, and days.

use isnad::ide::Locale;
use isnad::ide::inlay_hints::{Explained, HintKind, Hints, inlay_hints};
use isnad::text::{TextRange, TextSize, edited};

use crate::fixture::Fixture;

const ARTICLE: &str = "\
//- article.news.md
---
lang: en
date: 2025-03-06
source: [p17, sahl]
entities:
  p17: {type: organization, name: Plains Courier}
  laila: {type: person, name: Laila Haddad}
---
😀 [The minister](#laila) and [Sergei Lavrov](#Q4530) met [the envoy](#Q4530) yesterday, “at last”{Q4530 > laila}.

Cafe\u{301} owners opened on 4 March and closed on 4 March 2024; on 4 March they said “No”{ليندا < p17}.

They go [tomorrow](=2025-03-07) or last Wednesday, he said on Thursday.
//- entities.yaml
Q4530: {type: person, name: {en: Sergei Lavrov, ru: Сергей Лавров}}
ليندا: {type: person, name: {en: Linda Berg, ar: ليندا برغ}}
sahl: {type: organization, name: Sahl Agency}
";

fn drawn(fixture: &Fixture, wanted: Hints) -> String {
    let file = fixture.file();
    let all = TextRange::up_to(TextSize::of(fixture.snapshot.text(file)));
    let mut text = fixture.snapshot.text(file).to_owned();
    for hint in inlay_hints(&fixture.snapshot, file, all, wanted)
        .iter()
        .rev()
    {
        let label: String = hint.label.iter().map(|part| part.text.as_str()).collect();
        text.insert_str(hint.offset.into(), &format!("⟦{label}⟧"));
    }
    text
}

#[test]
fn names_behind_ids_and_days_behind_words() {
    insta::assert_snapshot!(drawn(&Fixture::new(ARTICLE), Hints::default()));
}

#[test]
fn each_kind_can_be_left_out() {
    let none = Hints {
        speakers: false,
        ids: false,
        dates: false,
    };
    let fixture = Fixture::new(ARTICLE);
    let text = fixture.snapshot.text(fixture.file());
    assert_eq!(drawn(&fixture, none), text);
    let ids = drawn(&fixture, Hints { ids: true, ..none });
    assert!(
        ids.contains("⟦Plains Courier⟧") && !ids.contains("⟦2025"),
        "{ids}"
    );
}

#[test]
fn a_day_is_written_as_it_is_shown() {
    let arabic = "---\r\nlang: ar\r\ndate: 2025-03-06\r\n---\r\n😀 وصل الوفد أمس إلى الوادي.\r\n";
    let fixture = Fixture::new(arabic);
    let (file, text) = (fixture.file(), fixture.snapshot.text(fixture.file()));
    let all = TextRange::up_to(TextSize::of(text));
    let hints = inlay_hints(&fixture.snapshot, file, all, Hints::default());
    assert_eq!(hints.len(), 1, "{hints:?}");
    let explained = Explained::of(&fixture.snapshot, file);
    let details = explained.details(HintKind::Date, hints[0].offset, Locale::Arabic);
    let written = edited(text, &details.expect("details").edits);
    assert!(
        written.contains("الوفد [أمس](=2025/03/05) إلى"),
        "{written}"
    );
}

#[test]
fn no_place_is_too_odd() {
    for written in [
        ARTICLE.replace('\n', "\r\n").replace("//- ", "\n//- "),
        "//- a.yaml\nx: {name: X}\n".to_owned(),
        "//- isnad.toml\n[rules]\n".to_owned(),
        "//- a.txt\n😀 “No,” Laila Haddad said yesterday.\n".to_owned(),
        String::new(),
    ] {
        let fixture = Fixture::new(&written);
        for &file in &fixture.files {
            let explained = Explained::of(&fixture.snapshot, file);
            for (at, _) in fixture.snapshot.text(file).char_indices() {
                let place = TextSize::new(at as u32);
                let range = TextRange::empty(place);
                let hints = inlay_hints(&fixture.snapshot, file, range, Hints::default());
                for hint in hints {
                    assert!(
                        explained
                            .details(hint.kind, hint.offset, Locale::German)
                            .is_some()
                    );
                }
            }
        }
    }
}
