//! From one thing to all that has to do with it, over several articles and registries, drawn.

use std::fmt::Write;
use std::ops::Range;

use isnad::ide::call_hierarchy::{self, Call};
use isnad::ide::declaration::declaration;
use isnad::ide::definition::definition;
use isnad::ide::highlight::highlights;
use isnad::ide::implementation::implementation;
use isnad::ide::moniker::moniker;
use isnad::ide::references::references;
use isnad::ide::type_definition::type_definition;
use isnad::ide::type_hierarchy::{self, subtypes, supertypes};
use isnad::ide::{Party, Target};
use isnad::text::{FileId, FileRange, TextSize};
use isnad::workspace::Snapshot;

use crate::fixture::Fixture;

/// Three articles, in three languages, and the registries that they share. The first is annotated, with
/// CRLF and a byte order mark; the second is raw; the third repeats what the first says.
pub(crate) const NEWS: &str = "\
//- news/one.news.md
\u{feff}---\r
lang: ar\r
source: [السهل]\r
dateline: {place: الوادي}\r
entities:\r
  حداد:\r
    name: ليلى حداد\r
    role: وزيرة النقل\r
  عزيز: {type: person, name: عمر عزيز, aka: [عزيز], of: وكالة السهل}\r
---\r
# 😀 [الوزيرة](#حداد) تعلن عودة العبّارة\r
\r
قالت ليلى حداد: \"لن نغلق المعبر هذا العام ولا العام المقبل\"{حداد > عزيز < الميناء}.\r
\r
😀 ونقل عزيز [أن الوزيرة قالت \"سنعوّض أصحاب القوارب\"{حداد} عن خسائرهم]{عزيز}، و\"لا أحد\"{?} يعرف، وقال [غريب](#غريب) [إنه لا يعرف]{غريب}.\r
//- news/two.news.md
---
lang: en
---
“We will not close it this year,” Transport Minister Laila Haddad said. “Not ever,” she added.

Pe\u{301}ter Lind of the Harbour Office told reporters: “Nobody asked us about it 😀 at all.”
//- news/three.news.md
---
lang: ar
entities: {رضا: {type: person, name: رضا کریمی, aka: [می\u{200c}رضا], of: حداد}}
---
وقال [رضا](#رضا) نقلا عن ليلى حداد: \"لن نُغلق المعبر، هذا العام ولا العام المقبل!\"{حداد < رضا}. وذكر \u{2067}السهل\u{2069} ذلك.
//- entities.yaml
السهل: {type: organization, name: وكالة السهل, aka: [السهل], of: וועד}
حداد: {type: person, name: {ar: ليلى حداد, en: Laila Haddad}, of: وزارة-النقل, wikidata: Q7}
الميناء: {type: organization, name: صحيفة الميناء, of: وكالة السهل}
الوادي: {type: place, name: الوادي}
//- news/entities.yaml
وزارة-النقل: {type: organization, name: وزارة النقل}
וועד: {type: organization, name: ועד הנמל, of: 港務局}
港務局: {name: 港務局, of: וועד}
";

/// The news with the cursor at `<|>` in `marked`, which is a piece of it.
pub(crate) fn at(marked: &str) -> Fixture {
    let plain = marked.replacen("<|>", "", 1);
    assert_eq!(NEWS.matches(&plain).count(), 1, "{plain} stands there once");
    Fixture::new(&NEWS.replacen(&plain, marked, 1))
}

/// A place with what must not disturb the drawing made visible.
fn place(fixture: &Fixture, place: FileRange) -> String {
    fixture
        .draw(place)
        .replace('\u{feff}', "")
        .replace('\u{2067}', "⟨")
        .replace('\u{2069}', "⟩")
}

fn targets(marked: &str, find: fn(&Snapshot, FileId, TextSize) -> Vec<Target>) -> String {
    let fixture = at(marked);
    let (file, offset) = fixture.cursor.expect("a cursor");
    let mut drawn = format!("=== {marked}\n");
    for target in find(&fixture.snapshot, file, offset) {
        let origin = Range::<usize>::from(target.origin);
        assert!(
            target.place.range.contains_range(target.focus),
            "{target:?}"
        );
        assert!(target.origin.contains_inclusive(offset), "{target:?}");
        let focus = FileRange {
            file: target.place.file,
            range: target.focus,
        };
        let _ = writeln!(
            drawn,
            "‹{}› to {}",
            &fixture.snapshot.text(file)[origin],
            place(&fixture, focus)
        );
    }
    drawn
}

#[test]
fn implementation_is_what_was_said() {
    let places = [
        "قالت ليلى حد<|>اد:",
        "[الوزيرة](#حد<|>اد)",
        "  حدا<|>د:\r",
        "حد<|>اد: {type: person, name: {ar",
        "{حداد > عزيز < الميناء<|>}",
        "لن نغلق <|>المعبر",
        "{حداد <<|> رضا}",
        "نقل عز<|>يز",
        "Laila Ha<|>ddad said",
        "Not e<|>ver",
        "[غريب](#غر<|>يب)",
        "لا أح<|>د",
    ];
    insta::assert_snapshot!(
        places
            .map(|marked| targets(marked, implementation))
            .join("\n")
    );
}

#[test]
fn type_definition_is_whom_it_belongs_to() {
    let places = [
        "قالت ليلى حد<|>اد:",
        "حد<|>اد: {type: person, name: {ar",
        "of: وكالة السه<|>ل}\r",
        "لن نغلق <|>المعبر",
        "{حداد <<|> رضا}",
        "الميناء: {type: <|>",
        "name: ועד הנמל, of: 港務<|>局}",
        "الوادي: {type<|>",
        "[رض<|>ا](#رضا)",
    ];
    insta::assert_snapshot!(
        places
            .map(|marked| targets(marked, type_definition))
            .join("\n")
    );
}

#[test]
fn values_of_registries_and_front_matter_lead_to_entries() {
    let places = [
        "حداد, en: Laila Haddad}, of: وزارة-النق<|>ل",
        "name: صحيفة الميناء, of: وكا<|>لة السهل",
        "name: 港務局, of: ווע<|>ד",
        "source: [السه<|>ل]",
        "dateline: {place: الوا<|>دي}",
        "of: وكالة السه<|>ل}\r",
        "الميناء: {type: <|>",
    ];
    let drawn = places.map(|marked| targets(marked, definition) + &targets(marked, declaration));
    insta::assert_snapshot!(drawn.join("\n"));
}

#[test]
fn references_are_in_all_files() {
    let places = [
        "of: وكالة السه<|>ل}\r",
        "name: صحيفة الميناء, of: وكا<|>لة السهل",
        "source: [السه<|>ل]",
        "dateline: {place: الوا<|>دي}",
        "حد<|>اد: {type: person, name: {ar",
        "لن نغلق <|>المعبر",
    ];
    let drawn = places.map(|marked| {
        let fixture = at(marked);
        let (file, offset) = fixture.cursor.expect("a cursor");
        let found = references(&fixture.snapshot, file, offset, true).into_iter();
        let drawn: String = found.map(|found| place(&fixture, found) + "\n").collect();
        format!("=== {marked}\n{drawn}")
    });
    insta::assert_snapshot!(drawn.join("\n"));
}

#[test]
fn highlights_tell_declarations_names_and_words_apart() {
    let places = [
        "قالت ليلى حد<|>اد:",
        "لن نغلق <|>المعبر",
        "سنعوّض <|>أصحاب",
        "Not e<|>ver",
        "حد<|>اد: {type: person, name: {ar",
        "name: صحيفة الميناء, of: وكا<|>لة السهل",
        "[غريب](#غر<|>يب)",
        "source: [السه<|>ل]",
        "أح<|>د\"{?}",
        "lang: e<|>n",
    ];
    let drawn = places.map(|marked| {
        let fixture = at(marked);
        let (file, offset) = fixture.cursor.expect("a cursor");
        let mut drawn = format!("=== {marked}\n");
        for found in highlights(&fixture.snapshot, file, offset) {
            let range = found.range;
            let _ = writeln!(
                drawn,
                "{:?} {}",
                found.kind,
                place(&fixture, FileRange { file, range })
            );
        }
        drawn
    });
    insta::assert_snapshot!(drawn.join("\n"));
}

fn party(fixture: &Fixture, party: &Party) -> String {
    let Party {
        place: whole,
        focus,
        ..
    } = party;
    assert!(whole.range.contains_range(*focus), "{party:?}");
    let focus = FileRange {
        file: whole.file,
        range: *focus,
    };
    format!(
        "{:?} {} ({}) at {}",
        party.kind,
        party.name,
        party.detail.as_deref().unwrap_or_default(),
        place(fixture, focus)
    )
}

/// Who quotes the entity at the cursor and whom it quotes, and the same of those.
fn calls(marked: &str) -> String {
    let fixture = at(marked);
    let (file, offset) = fixture.cursor.expect("a cursor");
    let mut drawn = format!("=== {marked}\n");
    for root in call_hierarchy::prepare(&fixture.snapshot, file, offset) {
        let _ = writeln!(drawn, "{}", party(&fixture, &root));
        for (word, find) in [
            (
                "quoted by",
                call_hierarchy::incoming as fn(&_, _, &_, _) -> _,
            ),
            ("quotes", call_hierarchy::outgoing),
        ] {
            let from = |party: &Party| -> Vec<Call> {
                find(
                    &fixture.snapshot,
                    party.place.file,
                    &party.id,
                    party.is_declared,
                )
            };
            for call in from(&root) {
                let _ = writeln!(drawn, "{word} {}", party(&fixture, &call.party));
                let caller = if word == "quotes" { &root } else { &call.party };
                for &range in &call.ranges {
                    let file = caller.place.file;
                    let _ = writeln!(drawn, "by {}", place(&fixture, FileRange { file, range }));
                }
                let further = from(&call.party);
                let further = further.iter().map(|call| call.party.name.as_str());
                let _ = writeln!(drawn, "and {word}: {:?}\n", further.collect::<Vec<_>>());
            }
        }
    }
    drawn
}

#[test]
fn calls_are_who_quotes_whom() {
    let places = [
        "قالت ليلى حد<|>اد:",
        "Laila Ha<|>ddad said",
        "{حداد > عزيز < المينا<|>ء}",
        "source: [السه<|>ل]",
        "ونقل عز<|>يز",
        "حد<|>اد: {type: person, name: {ar",
        "لن نغلق <|>المعبر",
        "Not e<|>ver",
        "[غريب](#غر<|>يب)",
        "أح<|>د\"{?}",
        "lang: e<|>n",
    ];
    insta::assert_snapshot!(places.map(calls).join("\n"));
}

/// Whom the entity at the cursor belongs to, on and on, and who belongs to it.
fn affiliation(marked: &str) -> String {
    let fixture = at(marked);
    let (file, offset) = fixture.cursor.expect("a cursor");
    let mut drawn = format!("=== {marked}\n");
    for root in type_hierarchy::prepare(&fixture.snapshot, file, offset) {
        let _ = writeln!(drawn, "{}", party(&fixture, &root));
        let mut above = root.clone();
        for _ in 0..4 {
            let found = supertypes(&fixture.snapshot, above.place.file, &above.id);
            let Some(next) = found.into_iter().next() else {
                break;
            };
            let _ = writeln!(drawn, "belongs to {}", party(&fixture, &next));
            above = next;
        }
        for below in subtypes(&fixture.snapshot, root.place.file, &root.id) {
            let _ = writeln!(drawn, "has {}", party(&fixture, &below));
        }
    }
    drawn
}

#[test]
fn types_are_who_belongs_to_whom() {
    let places = [
        "قالت ليلى حد<|>اد:",
        "Laila Ha<|>ddad said",
        "source: [السه<|>ل]",
        "name: صحيفة الميناء, of: وكا<|>لة السهل",
        "name: 港務局, of: ווע<|>ד",
        "وزارة-النق<|>ل: {",
        "Not e<|>ver",
        "Lin<|>d of the",
        "lang: e<|>n",
    ];
    insta::assert_snapshot!(places.map(affiliation).join("\n"));
}

#[test]
fn monikers_are_names_that_stay() {
    let places = [
        "قالت ليلى حد<|>اد:",
        "حد<|>اد: {type: person, name: {ar",
        "source: [السه<|>ل]",
        "الميناء: {type: <|>",
        "[رض<|>ا](#رضا)",
        "Lin<|>d of the",
        "[غريب](#غر<|>يب)",
        "لن نغلق <|>المعبر",
    ];
    let drawn = places.map(|marked| {
        let fixture = at(marked);
        let (file, offset) = fixture.cursor.expect("a cursor");
        let found = moniker(&fixture.snapshot, file, offset);
        format!("{marked}\n{found:?}\n")
    });
    insta::assert_snapshot!(drawn.join("\n"));
}
