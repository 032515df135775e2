//! The cards that stand beside a pointer, in every language in which people are spoken to.

use std::fmt::Write;

use isnad::ide::Locale;
use isnad::ide::hover::{Reader, hover};
use isnad::text::{FileRange, TextSize};
use isnad::workspace::FileKind;

use crate::fixture::Fixture;

const LOCALES: [Locale; 4] = [
    Locale::English,
    Locale::Arabic,
    Locale::French,
    Locale::German,
];

/// Articles about the same people, in several scripts, with signs that make units differ.
const FILES: &str = "\
//- news/عبارة.news.md
---
lang: ar
date: 2025-03-05
dateline: {place: tokyo, date: 2025-03-04}
source: [سبوتنيك]
wire: عبارة.txt
entities:
  مصادر: {name: مصادر في البلدية, anonymous: true}
---
# وزيرة النقل: \"العبّارة تعود\" 😀

أعلنت وزيرة النقل، ليلى حداد، الثلاثاء عودة العبّارة إلى العمل بين ضفتي النهر.

😀 وقالت حداد: \"لن نغلق المعبر مرة أخرى هذا العام، ولا العام المقبل\"{ليلى > haim < السهل}. وأضافت: \"وسنعوّض\"{+}.

وكانت [مصادر](#مصادر) قالت [إن الأعمال كلّفت \"ضعف المبلغ\"]{مصادر < السهل}، و\"أم الخير\"{-} قديمة، و\"لا أحد\"{?} يعرف [ذلك كله]{ < السهل}.

والتقت [زميلها الفارسي](#کاوه)\u{200f} و[الوزير](#مجهول) في [مارس](=2025/03)، ثم [الأربعاء الماضي](=2025/02/19) و[غدا](=2025/02/30)، ويوم الأربعاء الماضي، وفي 30 شباط 2025.
//- news/عبارة.txt
أعلنت.
//- news/second.news.md
---
lang: en
---
# The ferry (東京) is *back*

Laila Haddad said: \"لن نغلق المعبر مرة أخرى هذا العام ولا العام المقبل\"{ليلى}. Jose\u{301} Lo\u{301}pez met Chaim Levi in Tokyo 😀. Kaveh Rezaei told Mr Levi: “Nobody asked us about any of it.”

The harbour was quiet. “They have always written such things about all of us here.” He called the film “The Ferry” a “joke”, and yesterday he left.
//- news/third.news.md
---
lang: ar
entities:
  ليلى: {aka: [حداد]}
---
وقالت حداد: \"لن نغلق المعبر مرة أخرى هذا العام، ولا العام المقبل\".
//- news/japanese.news.md
---
lang: ja
date: 2025-03-05
---
# 東京の港

東京の港は静かだ。[ハダド大臣](#ليلى)は「二度と閉めない」{ليلى}と述べた。東京。
//- entities.yaml
ليلى:
  type: person
  name: {ar: ليلى حداد, en: Laila Haddad, fr: Leïla Haddad, ja: ライラ・ハダド}
  aka: [حداد]
  role: وزيرة النقل
  of: وزارة-النقل
  wikidata: Q1
  url: https://example.org/laila
وزارة-النقل:
  type: organization
  name: {ar: وزارة النقل, en: Ministry of Transport, de: Verkehrsministerium}
السهل: {type: organization, name: وكالة السهل, aka: [السهل]}
سبوتنيك: {type: organization, name: {ar: سبوتنيك, en: Sputnik}}
کاوه: {type: person, name: {fa: می‌شود کاوه رضایی, en: Kaveh Rezaei, ar: كاوه رضائي}}
haim: {type: person, name: {he: חיים לוי, en: Chaim Levi}, aka: [Levi]}
tokyo: {type: place, name: {ja: 東京, en: Tokyo, ar: طوكيو}}
jose:
  name: Jose\u{301} Lo\u{301}pez
  aka: [a1, a2, a3, a4, a5, a6, a7, a8, a9, b1, b2, b3, b4, b5]
//- isnad.toml
required-version = \">=0.1\"
lang = \"ar\"
registry = []

[rules]
name-variant = \"off\"

[[overrides]]
paths = [\"news\"]
[overrides.rules]
unused-entity = \"error\"
";

/// The files with the cursor at `<|>` in `marked`, which is a piece of them.
fn at(marked: &str) -> Fixture {
    let plain = marked.replacen("<|>", "", 1);
    assert_eq!(
        FILES.matches(&plain).count(),
        1,
        "{plain} stands there once"
    );
    Fixture::new(&FILES.replacen(&plain, marked, 1))
}

/// Makes known what all articles say.
fn digested(fixture: Fixture) -> Fixture {
    for &file in &fixture.files {
        if fixture.snapshot.kind(file) == FileKind::Article {
            fixture.snapshot.digest(file);
        }
    }
    fixture
}

/// The card at the cursor. Isolates are drawn as brackets of their own, those that turn to the left and
/// what goes before them as an arrow.
fn card(fixture: &Fixture, reader: Reader<'_>) -> String {
    let (file, offset) = fixture.cursor.expect("a cursor");
    let Some(card) = hover(&fixture.snapshot, file, offset, reader) else {
        return "nothing\n".to_owned();
    };
    balanced(&card.markdown);
    let drawn = card.markdown.replace("\u{200f}\u{2067}", "←⟨");
    let drawn = drawn.replace('\u{2068}', "⟨").replace('\u{2069}', "⟩");
    drawn.replace("\n\n", "\n") + "\n"
}

/// Isolates end in the paragraph in which they begin.
fn balanced(markdown: &str) {
    for line in markdown.split("\n\n") {
        let count = |wanted: &[char]| line.chars().filter(|c| wanted.contains(c)).count();
        let begun = count(&['\u{2066}', '\u{2067}', '\u{2068}']);
        assert_eq!(begun, count(&['\u{2069}']), "{line}");
    }
}

/// The cards at these places, in all languages.
fn cards(places: &[&str]) -> String {
    let mut drawn = String::new();
    for marked in places {
        let fixture = digested(at(marked));
        let _ = writeln!(drawn, "=== {}", marked.escape_debug());
        for locale in LOCALES {
            let _ = writeln!(drawn, "{}", card(&fixture, locale.into()));
        }
    }
    drawn
}

#[test]
fn entities() {
    insta::assert_snapshot!(cards(&[
        "وقالت ح<|>داد: \"لن نغلق المعبر مرة أخرى هذا العام، ولا العام المقبل\"{",
        "النقل، ليلى <|>حداد، ال",
        "[مصا<|>در](#مصادر)",
        "زميلها ال<|>فارسي",
        "](#مجه<|>ول",
        "place: tok<|>yo",
        "Jose<|>\u{301} Lo\u{301}pez met",
        "Kaveh Re<|>zaei told",
        "東京<|>の港は",
    ]));
}

#[test]
fn entries_of_registries() {
    insta::assert_snapshot!(cards(&[
        "\nلي<|>لى:\n  type",
        "\nوزارة<|>-النقل:",
        "ha<|>im: {type",
        "\njo<|>se:",
    ]));
}

#[test]
fn quotations() {
    insta::assert_snapshot!(cards(&[
        "لن نغلق الم<|>عبر مرة أخرى هذا العام، ولا العام المقبل\"{ليلى > haim",
        "وسنعو<|>ّض",
        "إن الأعم<|>ال",
        "ضعف ال<|>مبلغ",
        "أم ا<|>لخير",
        "لا أ<|>حد",
        "ذلك ك<|>له",
        "二度と<|>閉めない",
    ]));
}

#[test]
fn inferred_quotations() {
    insta::assert_snapshot!(cards(&[
        "أخرى هذا العام، ولا العام ا<|>لمقبل\".\n//-",
        "Nobody a<|>sked",
        "They have a<|>lways",
        "The F<|>erry” a",
        "jo<|>ke”",
    ]));
}

#[test]
fn dates() {
    insta::assert_snapshot!(cards(&[
        "ليلى حداد، الثل<|>اثاء",
        "[ما<|>رس]",
        "[الأرب<|>عاء الماضي]",
        "[غ<|>دا]",
        "ويوم الأر<|>بعاء الماضي",
        "30 شب<|>اط",
        "lang: ar\ndate: 2025-0<|>3-05",
        "date: 2025-0<|>3-04}",
        "yester<|>day",
        "lang: ja\ndate: 2025-0<|>3-05",
    ]));
}

#[test]
fn keys_rules_and_files() {
    insta::assert_snapshot!(cards(&[
        "sour<|>ce: [",
        "  ty<|>pe: person\n",
        "haim: {type: person, na<|>me:",
        "wire: عبا<|>رة.txt",
        "required-ver<|>sion",
        "la<|>ng = ",
        "regis<|>try = []",
        "[ru<|>les]",
        "name-var<|>iant = ",
        "[[over<|>rides]]",
        "pa<|>ths = ",
        "unused-en<|>tity = ",
        "= \"of<|>f\"",
    ]));
}

#[test]
fn keys_are_known_however_entries_are_written() {
    let entries = [
        "\"ليلى\": {\"type\": person, 'of<|>': x}\n",
        "{a: {type: person}, 'b': {na<|>me: 東京}, c: }\n",
        "a:\r\n  type: person\r\n\r\n  # 😀\r\n  u<|>rl: x\r\nb: {name: x}\r\n",
        "a:\n  name:\n    ar: أ\nb:\n<<<<<<< ours\n  ro<|>le: x\n=======\n  role: y\n>>>>>>> theirs\n",
    ];
    for entries in entries {
        let indented = format!("  {}", entries.trim_end().replace('\n', "\n  "));
        let markers = ["<<<<<<<", "=======", ">>>>>>>"];
        let indented = markers.iter().fold(indented, |text, marker| {
            text.replace(&format!("  {marker}"), marker)
        });
        for file in [
            format!("//- entities.yaml\n{entries}"),
            format!("//- a.news.md\n---\nlang: ar\nentities:\n{indented}\n---\nx\n"),
        ] {
            let drawn = card(&Fixture::new(&file), Locale::English.into());
            let key = ["of", "name", "url", "role"].map(|key| format!("**⟨{key}⟩**"));
            assert!(
                key.iter().any(|key| drawn.starts_with(key)),
                "{file}\n{drawn}"
            );
        }
    }
}

#[test]
fn a_suppressed_rule_tells_how_much_it_matters_here() {
    let article = "//- news/a.news.md\n<!-- isnad: allow unused-en<|>tity — because -->\nWords.\n";
    let config = FILES
        .split_once("//- isnad.toml")
        .expect("a configuration")
        .1;
    let fixture = Fixture::new(&format!("{article}//- isnad.toml{config}"));
    insta::assert_snapshot!(
        LOCALES
            .map(|locale| card(&fixture, locale.into()))
            .join("\n")
    );
}

#[test]
fn places_are_links_where_the_reader_can_follow_them() {
    let mut drawn = String::new();
    for marked in [
        "وقالت ح<|>داد: \"لن نغلق المعبر مرة أخرى هذا العام، ولا العام المقبل\"{",
        "لن نغلق الم<|>عبر مرة أخرى هذا العام، ولا العام المقبل\"{ليلى > haim",
        "wire: عبا<|>رة.txt",
    ] {
        let fixture = digested(at(marked));
        let address = |place: FileRange| {
            let before = &fixture.snapshot.text(place.file)[..usize::from(place.range.start())];
            let line = before.matches('\n').count() + 1;
            Some(format!("{}#L{line}", fixture.name(place.file)))
        };
        let reader = Reader {
            locale: Locale::French,
            address: Some(&address),
        };
        let _ = writeln!(drawn, "=== {marked}\n{}", card(&fixture, reader));
    }
    insta::assert_snapshot!(drawn);
}

#[test]
fn nothing_is_said_of_articles_that_nobody_has_read() {
    for marked in [
        "النقل، ليلى <|>حداد، ال",
        "لن نغلق الم<|>عبر مرة أخرى هذا العام، ولا العام المقبل\"{ليلى > haim",
    ] {
        let fixture = at(marked);
        let drawn = card(&fixture, Locale::English.into());
        assert!(!drawn.contains("other article"), "{drawn}");
        let others = &fixture.files[1..];
        let mut digests = others
            .iter()
            .map(|file| fixture.snapshot.digest_if_made(*file));
        assert!(
            digests.all(|digest| digest.is_none()),
            "nor is any read for it"
        );
        let drawn = card(&digested(fixture), Locale::English.into());
        assert!(
            drawn.contains("2 other articles") || drawn.contains("3 other articles"),
            "{drawn}"
        );
    }
}

#[test]
fn a_count_that_will_grow_says_so() {
    let mut files = "//- a.news.md\n---\nlang: en\n---\nLaila Had<|>dad spoke.\n//- entities.yaml\nh: {name: Laila Haddad}\n".to_owned();
    for at in 0..40 {
        let _ = write!(
            files,
            "//- {at}.news.md\n---\nlang: en\n---\nLaila Haddad spoke.\n"
        );
    }
    let fixture = Fixture::new(&files);
    for file in &fixture.files[..12] {
        fixture.snapshot.digest(*file);
    }
    insta::assert_snapshot!(
        LOCALES
            .map(|locale| card(&fixture, locale.into()))
            .join("\n")
    );
    let drawn = card(&digested(fixture), Locale::Arabic.into());
    assert!(drawn.contains("40 مقالًا آخر⟩"), "{drawn}");
}

#[test]
fn every_place_has_a_card_that_is_whole_or_none() {
    let lines_end_otherwise = |text: &str| {
        let text = text.replace('\n', "\r\n");
        let names: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with("//- "))
            .collect();
        let mut other = text.clone();
        for name in names {
            let name = name.trim_end();
            other = other.replace(&format!("{name}\r\n"), &format!("{name}\n"));
        }
        other
    };
    for text in [
        FILES.to_owned(),
        lines_end_otherwise(FILES),
        FILES.replace(".md\n---", ".md\n\u{feff}---"),
    ] {
        let fixture = digested(Fixture::new(&text));
        for &file in &fixture.files {
            let text = fixture.snapshot.text(file);
            let len = text.len();
            for offset in 0..=len + 1 {
                let offset = TextSize::new(offset as u32);
                let found = hover(&fixture.snapshot, file, offset, Locale::Arabic.into());
                if let Some(found) = found {
                    balanced(&found.markdown);
                    assert!(
                        text.get(std::ops::Range::<usize>::from(found.range))
                            .is_some()
                    );
                    let first = found.markdown.chars().next();
                    assert_eq!(first, Some('\u{200f}'), "it begins from the right");
                }
            }
        }
    }
}

/// Whatever entities are called and do, and whatever is quoted, none of it becomes HTML, a link or a command.
#[test]
fn words_of_strangers_do_not_act() {
    const HOSTILE: &str = "<img src=x onerror=a> [a](command:b) ![c](https://d.example) `e` https://f.example www.g.example h@i.example \u{202e}<script> [j]\u{202e}(command:k) https:\u{202e}//l.example w\u{202e}ww.m.example";
    let field = HOSTILE.replace('\u{202e}', "\\u202e");
    let written = format!(
        "---\nlang: en\nsource: [\"{field}\"]\nentities:\n  a: {{name: \"{field}\", role: \"{field}\", of: b, aka: [\"{field}\"], url: \"javascript:x\", \
         wikidata: \"Q1) [x](command:y\"}}\n  b: {{name: \"{field}\"}}\n---\n\n\
         [Laila](#a) met [{HOSTILE}](#b). “{HOSTILE}”{{a < b}} [on 4 May](=2025-05-05)\n"
    );
    let mut seen = 0;
    for (at, _) in written.char_indices() {
        let fixture = Fixture::new(&format!("{}<|>{}", &written[..at], &written[at..]));
        let (file, offset) = fixture.cursor.expect("a cursor");
        for locale in LOCALES {
            let Some(card) = hover(&fixture.snapshot, file, offset, locale.into()) else {
                continue;
            };
            if !card.markdown.contains("onerror") {
                continue;
            }
            seen += 1;
            let acting = without_escapes(&card.markdown);
            let told = format!("{at}: {}", card.markdown);
            assert!(!acting.contains(['<', '`', '@', '\u{202e}']), "{told}");
            assert!(
                !acting.contains("://") && !acting.contains("www."),
                "{told}"
            );
            for link in acting.split("](").skip(1) {
                let is_of_file = link.starts_with("file:") || link.starts_with('#');
                assert!(is_of_file, "{told}");
            }
        }
    }
    assert!(seen > 400, "{seen} cards");
}

/// Markdown without what a backslash keeps from acting.
fn without_escapes(markdown: &str) -> String {
    let mut acting = String::new();
    let mut characters = markdown.chars();
    while let Some(character) = characters.next() {
        if character == '\\' {
            characters.next();
        } else {
            acting.push(character);
        }
    }
    acting
}
