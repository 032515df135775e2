//! What editors get of an article that nobody has annotated, feature by feature, drawn.

use std::fmt::Write;
use std::ops::Range;

use isnad::ide::Locale;
use isnad::ide::actions::ActionKind;
use isnad::ide::completion::completions;
use isnad::ide::definition::definition;
use isnad::ide::hover::hover;
use isnad::ide::inlay_hints::{Explained, Hints, inlay_hints};
use isnad::ide::inline_completion::inline_completion;
use isnad::ide::references::references;
use isnad::text::{FileRange, TextRange, TextSize};

use crate::fixture::Fixture;

const ARABIC: &str = "\
---
lang: ar
---
# ليند يتحدث عن \"المعبر\"

أعرب وزير النقل النرويجي، بيتر ليند، عن أمله بأن يفتح المعبر.

وقال ليند، في مستهل اللقاء مع ليلى حداد: \"لن نغلق المعبر هذا العام، ولا العام المقبل\".

وأضاف: \"سنعوض أصحاب القوارب عن كل ما فقدوه\".

وذكرت صحيفة \"الميناء\" أن الأعمال بدأت.
";

const ENGLISH: &str = "\
---
lang: en
entities:
  aziz: {type: person, name: Omar Aziz, aka: [Aziz], role: mayor}
---
“We will not close it this year,” Transport Minister Laila Haddad said. “Not ever,” she added.

Omar Aziz told reporters: “Nobody asked us about it.”

The harbour was quiet. “They have always written such things about all of us here.”
";

/// The article with the cursor at `<|>` in `marked`, which is a piece of it.
fn at(article: &str, marked: &str) -> Fixture {
    let plain = marked.replacen("<|>", "", 1);
    assert_eq!(
        article.matches(&plain).count(),
        1,
        "{plain} stands there once"
    );
    Fixture::new(&article.replacen(&plain, marked, 1))
}

fn draw(fixture: &Fixture, range: TextRange) -> String {
    let file = fixture.file();
    fixture.draw(FileRange { file, range })
}

/// Isolates are drawn as brackets of their own, so that a reader sees them.
fn visible(words: &str) -> String {
    words.replace('\u{2068}', "⟨").replace('\u{2069}', "⟩")
}

/// Where the thing at the cursor leads, all places of it, and its card.
fn about(article: &str, marked: &str) -> String {
    let fixture = at(article, marked);
    let (file, offset) = fixture.cursor.expect("a cursor");
    let mut drawn = format!("=== {marked}\n");
    if let Some(card) = hover(&fixture.snapshot, file, offset, Locale::English.into()) {
        let _ = writeln!(drawn, "{}", visible(&card.markdown));
    }
    for target in definition(&fixture.snapshot, file, offset) {
        let _ = writeln!(
            drawn,
            "leads to\n{}",
            fixture.draw(FileRange {
                file: target.place.file,
                range: target.focus
            })
        );
    }
    for place in references(&fixture.snapshot, file, offset, true) {
        let _ = writeln!(drawn, "also\n{}", fixture.draw(place));
    }
    drawn
}

#[test]
fn names_and_quotations_of_raw_arabic() {
    let places = [
        "لن نغلق <|>المعبر",
        "سنعو<|>ض",
        "وقال لي<|>ند",
        "المي<|>ناء",
        "\"المعب<|>ر\"",
    ];
    insta::assert_snapshot!(places.map(|marked| about(ARABIC, marked)).join("\n"));
}

#[test]
fn names_and_quotations_of_raw_english() {
    let places = [
        "We will <|>not",
        "Not e<|>ver",
        "Nobody a<|>sked",
        "Had<|>dad said",
        "They have <|>always",
    ];
    insta::assert_snapshot!(places.map(|marked| about(ENGLISH, marked)).join("\n"));
}

#[test]
fn hints_say_who_speaks() {
    let mut drawn = String::new();
    for article in [ARABIC, ENGLISH] {
        let fixture = Fixture::new(article);
        let file = fixture.file();
        let all = TextRange::up_to(TextSize::of(fixture.snapshot.text(file)));
        let explained = Explained::of(&fixture.snapshot, file);
        for hint in inlay_hints(&fixture.snapshot, file, all, Hints::default()) {
            let place = draw(&fixture, TextRange::empty(hint.offset));
            let details = explained.details(hint.kind, hint.offset, Locale::English);
            let details = details.expect("what more there is to it");
            let _ = writeln!(drawn, "{place}");
            for part in &hint.label {
                let target = part.target.map(|target| fixture.draw(target));
                let target = target.unwrap_or_default();
                let _ = writeln!(drawn, "{} leads to\n{target}", visible(&part.text));
            }
            let _ = writeln!(drawn, "{}\n", visible(&details.tooltip));
            for edit in &details.edits {
                let _ = writeln!(drawn, "  writes {:?}", edit.text);
            }
        }
    }
    insta::assert_snapshot!(drawn);
}

/// What is offered at the cursor, with what of the text it replaces.
fn offered(article: &str, marked: &str) -> String {
    let fixture = at(article, marked);
    let (file, offset) = fixture.cursor.expect("a cursor");
    let mut drawn = format!("=== {marked}\n");
    let found = completions(&fixture.snapshot, file, offset, None, Locale::English);
    for found in found.items {
        let replaced = &fixture.snapshot.text(file)[Range::<usize>::from(found.range)];
        let _ = writeln!(
            drawn,
            "{:?} {}{} ‹{replaced}› {}",
            found.kind, found.text, found.closing, found.detail
        );
        for edit in &found.further {
            let _ = writeln!(drawn, "  and writes {:?}", edit.text);
        }
    }
    if let Some(words) = inline_completion(&fixture.snapshot, file, offset) {
        let _ = writeln!(drawn, "waiting: {words}");
    }
    drawn
}

#[test]
fn the_speaker_is_offered_where_a_brace_begins() {
    let typed = [
        ("asked us about it.”", "asked us about it.”<|>"),
        ("asked us about it.”", "asked us about it.”{<|>"),
        ("asked us about it.”", "asked us about it.”{<|>}"),
        ("asked us about it.”", "asked us about it.”{az<|>}"),
        ("asked us about it.”", "asked us about it.”{aziz > <|>}"),
        ("Omar Aziz told", "[Omar Aziz](#<|>) told"),
        ("this year,”", "this year,”{<|>}"),
        ("told reporters", "told {<|>reporters"),
    ];
    let drawn = typed.map(|(plain, marked)| {
        let article = ENGLISH.replacen(plain, &marked.replacen("<|>", "", 1), 1);
        offered(&article, marked)
    });
    insta::assert_snapshot!(drawn.join("\n"));
}

/// What can be done at the cursor, and the article as each leaves it.
fn doable(article: &str, marked: &str) -> String {
    let fixture = at(article, marked);
    let (file, offset) = fixture.cursor.expect("a cursor");
    let range = TextRange::empty(offset);
    let mut drawn = format!("=== {marked}\n");
    for (action, edits) in fixture.actions(file, range, Locale::English) {
        let is_fix = match action.kind {
            ActionKind::QuickFix => "fix: ",
            ActionKind::FixAll | ActionKind::AnnotateAll => continue,
            ActionKind::Attribute | ActionKind::Mark | ActionKind::Link | ActionKind::Declare => "",
        };
        let _ = writeln!(drawn, "--- {is_fix}{}", visible(&action.title));
        let changed = edits.first().map_or(file, |edit| edit.file);
        let mut text = fixture.snapshot.text(changed).to_owned();
        for edit in edits.iter().rev() {
            text.replace_range(Range::<usize>::from(edit.edit.range), &edit.edit.text);
        }
        let before: Vec<&str> = fixture.snapshot.text(changed).lines().collect();
        for line in text.lines().filter(|line| !before.contains(line)) {
            let _ = writeln!(drawn, "{line}");
        }
    }
    drawn
}

#[test]
fn who_speaks_is_accepted_at_one_key() {
    let article =
        format!("//- article.news.md\n{ENGLISH}//- entities.yaml\nport:\n  name: Port Authority\n");
    let english = [
        "We will <|>not",
        "Not e<|>ver",
        "all of us here.<|>”",
        "Laila Had<|>dad said",
    ];
    let arabic = ["لن نغلق <|>المعبر", "المي<|>ناء", "وقال لي<|>ند"];
    let drawn = english.map(|marked| doable(&article, marked));
    let arabic = arabic.map(|marked| doable(ARABIC, marked));
    insta::assert_snapshot!(drawn.join("\n") + "\n" + &arabic.join("\n"));
}
