//! What can be done at one key, drawn: each action with its title and with the lines that it changes.

use std::collections::BTreeSet;
use std::fmt::Write;

use isnad::ide::Locale;
use isnad::ide::actions::{ActionKind, Asked, Choice, actions};
use isnad::rules::{self, Severity};
use isnad::text::{FileEdit, TextRange, TextSize, edited};

use crate::fixture::{Fixture, bring, stripped};

/// Names are isolated, which a reader is to see.
fn visible(words: &str) -> String {
    let shown = [
        ('\u{2068}', "⟨"),
        ('\u{2069}', "⟩"),
        ('\r', "⟨CR⟩"),
        ('\u{feff}', "⟨BOM⟩"),
    ];
    shown.iter().fold(words.to_owned(), |words, (sign, name)| {
        words.replace(*sign, name)
    })
}

/// The files as `edits` leave them: the lines that are new.
fn changed(fixture: &Fixture, edits: &[FileEdit]) -> String {
    let mut drawn = String::new();
    for &file in &fixture.files {
        let of_file = edits.iter().filter(|edit| edit.file == file);
        let of_file: Vec<_> = of_file.map(|edit| edit.edit.clone()).collect();
        let before = fixture.snapshot.text(file);
        let after = edited(before, &of_file);
        let known: BTreeSet<&str> = before.split('\n').collect();
        for line in after.split('\n').filter(|line| !known.contains(line)) {
            let _ = writeln!(drawn, "  {}", visible(line));
        }
    }
    drawn
}

/// All that can be done where `<|>` stands or, where it stands twice, at all that is between, in one
/// language, of the kinds that are about places.
fn doable(written: &str, locale: Locale) -> String {
    let (before, rest) = written.split_once("<|>").expect("a cursor");
    let selected = rest.split_once("<|>").map_or("", |(selected, _)| selected);
    let rest = rest.replacen("<|>", "", 1);
    let fixture = Fixture::new(&format!("{before}<|>{rest}"));
    let (file, start) = fixture.cursor.expect("a cursor");
    let range = TextRange::at(start, TextSize::of(selected));
    let mut drawn = String::new();
    for (action, edits) in fixture.actions(file, range, locale) {
        let kind = match action.kind {
            ActionKind::QuickFix => "fix",
            ActionKind::Attribute => "attribute",
            ActionKind::Mark => "mark",
            ActionKind::Link => "link",
            ActionKind::Declare => "declare",
            ActionKind::FixAll | ActionKind::AnnotateAll => continue,
        };
        let preferred = if action.is_preferred {
            ", preferred"
        } else {
            ""
        };
        let _ = writeln!(drawn, "{} ({kind}{preferred})", visible(&action.title));
        drawn.push_str(&changed(&fixture, &edits));
        let after = fixture.with(&edits);
        // What the fixes of rules may change is told where they are.
        if let Choice::Fix(_) = action.choice {
            continue;
        }
        assert_eq!(stripped(after.texts()[0]), stripped(fixture.texts()[0]));
        assert!(errors(&after) <= errors(&fixture), "{}", action.title);
    }
    drawn
}

fn errors(fixture: &Fixture) -> usize {
    let found = rules::check(&fixture.snapshot, fixture.file());
    let errors = found.iter();
    errors
        .filter(|finding| finding.severity == Severity::Error)
        .count()
}

/// Several articles, each with its cursor, in English.
fn all(articles: &[&str]) -> String {
    let drawn = articles.iter().map(|article| {
        format!(
            "=== {}\n{}",
            visible(article),
            doable(article, Locale::English)
        )
    });
    drawn.collect::<Vec<_>>().join("\n")
}

const CAST: &str = "---
lang: en
entities:
  haddad: {type: person, name: Laila Haddad}
  omar: {type: person, name: Omar Saleh}
  sahl: {type: organization, name: Sahl News}
---
";

fn with_cast(text: &str) -> String {
    format!("{CAST}Laila Haddad met Omar Saleh of Sahl News. {text}\n")
}

/// The lines behind those that declare the cast.
fn said(text: &str) -> String {
    let drawn = doable(&with_cast(text), Locale::English);
    format!("=== {text}\n{drawn}")
}

#[test]
fn every_quotation_can_be_attributed_otherwise() {
    let texts = [
        "“We will <|>not close it,”{haddad} she said.",
        "“We will <|>not close it,”{haddad, omar > sahl .written note=\"by phone\"} she said.",
        "“We will <|>not close it,”{< sahl} it was heard.",
        "“We will <|>not close it,”{?} it was heard.",
        "“The <|>Bridge”{-} is a film.",
        "She said [that it <|>would stay open]{haddad > omar}.",
        "“We will <|>not close it,”{haddad omar} they said.",
    ];
    insta::assert_snapshot!(texts.map(said).join("\n"));
}

#[test]
fn what_goes_on_is_joined_and_parted() {
    let texts = [
        "“No,”{haddad > omar} she said. “Ne<|>ver,”{+} she said. “Not this year.”{+}",
        "“No,”{haddad} she said. “Ne<|>ver,” she said. “Not this year.”{+}",
        "“N<|>o,”{haddad} she said. “Never,”{+} she said. “Not this year.”{+}",
        "“No,”{?} it was heard. “Ne<|>ver.”{omar}",
    ];
    insta::assert_snapshot!(texts.map(said).join("\n"));
}

#[test]
fn whom_the_text_tells_comes_first() {
    insta::assert_snapshot!(all(&[
        "---\r\nlang: ar\r\n---\r\n😀 أعرب وزير النقل، بيتر ليند، عن أمله.\r\n\r\nوقال ليند، في مستهل اللقاء مع ليلى حداد: \"لن نغلق <|>المعبر هذا العام\".\r\n",
        "\u{feff}---\nlang: en\n---\n“We will <|>not close it this year,” Transport Minister Laila Haddad said. Omar Saleh left.\n",
        "---\nlang: fa\nentities:\n  مریم: {type: person, name: مریم رضایی}\n---\nمریم رضایی آمد. «نمی\u{200c}بن<|>دیم»\n",
        "---\nlang: he\nentities:\n  דנה: {type: person, name: דנה לוי}\n---\nדנה לוי אמרה: \"לא נס<|>גור\".\n",
        "---\nlang: ja\nentities: {佐藤: {type: person, name: 佐藤花子}}\n---\n佐藤花子は「橋は<|>閉鎖しない」と述べた。😀\n",
    ]));
}

#[test]
fn titles_are_in_the_language_of_the_user() {
    let article =
        with_cast("“No,”{haddad} she said. “Ne<|>ver,”{omar} he said. “Not [he](#omarr).");
    let variant = with_cast("Leila Had<|>dad left. Laila Hadad left.");
    let all = [
        Locale::English,
        Locale::Arabic,
        Locale::French,
        Locale::German,
    ];
    let titles = |article: &str, locale| {
        let drawn = doable(article, locale);
        let titles = drawn.lines().filter(|line| !line.starts_with("  "));
        titles.collect::<Vec<_>>().join("\n") + "\n"
    };
    let drawn = all.map(|locale| {
        format!(
            "=== {locale:?}\n{}{}",
            titles(&article, locale),
            titles(&variant, locale)
        )
    });
    insta::assert_snapshot!(drawn.join("\n"));
}

#[test]
fn what_is_found_can_be_allowed_with_a_reason() {
    insta::assert_snapshot!(all(&[
        "# Bridge\n\nShe said: <|>“We will not close it.\n",
        "\u{feff}# Bridge <|>“reopens\r\n\r\nIt rained.\r\n",
        "It rained.\n# Bridge <|>“reopens\n",
        "---\nlang: en\nentities:\n  a<|>: {name: Laila Haddad}\n---\n\nIt rained.\n",
        "---\nlang: en\nlang:<|> de\n---\nIt rained.\n",
        "<!-- open\n\nShe said: <|>“We will not close it.\n",
        "<!-- isnad: allow unclosed-quot<|>e — printed so -->\nIt rained.\n",
    ]));
}

#[test]
fn no_comment_is_written_where_it_would_close_another() {
    let allowing = |comment: &str| {
        let written = format!("{comment}\n\nقالت: <|>“لن نغلق 😀.\n");
        // For the whole article it is written before all else.
        doable(&written, Locale::English).contains("in this paragraph")
    };
    assert!(!allowing("<!-- open"));
    assert!(!allowing("<!-->"), "it is not closed yet");
    assert!(!allowing("<!--->"), "nor is this");
    assert!(allowing("<!-->-->"));
    assert!(allowing("<!-- a <!-->"), "it ends with the first end");
    assert!(allowing("It costs <!-- this"), "it begins no line");
}

#[test]
fn what_is_allowed_is_reported_no_more() {
    for article in [
        "# Bridge\n\nShe said: <|>“We will not close it.\n",
        "\u{feff}# Bridge <|>“reopens\r\n\r\nIt rained.\r\n",
        "She said: <|>“We will not close it.",
    ] {
        let fixture = Fixture::new(article);
        let (file, at) = fixture.cursor.expect("a cursor");
        let range = TextRange::empty(at);
        let mut count = 0;
        for (action, edits) in fixture.actions(file, range, Locale::German) {
            if action.title.ends_with("zulassen") {
                let after = fixture.with(&edits);
                assert_eq!(rules::check(&after.snapshot, after.file()), []);
                count += 1;
            }
        }
        assert_eq!(count, 2, "{article}");
    }
}

#[test]
fn another_spelling_is_accepted_where_the_person_is_declared() {
    let entries = [
        "  h: {type: person, name: Laila Haddad}\n",
        "  h: {type: person, name: Laila Haddad, aka: [Haddad]}\n",
        "  h: {type: person, name: Laila Haddad, aka: []}\n",
        "  h: {type: person, name: Laila Haddad, aka: Haddad}\n",
        "  h:\n    type: person # she\n    name: Laila Haddad # the minister\n    role: minister\n",
        "  h:\n    type: person\n    name: Laila Haddad\n    aka:\n      - Haddad # short\n",
        "  h:\n    type: person\n    name: Laila Haddad\n    aka:\n",
        "  h:\n    type: person\n    name: {en: Laila Haddad}\n    aka: {en: [Haddad]}\n",
        "  h:\n    aka: |\n      Haddad\n    type: person\n    name: Laila Haddad\n",
    ];
    let mut articles: Vec<String> = entries
        .iter()
        .map(|entry| {
            format!(
                "---\nlang: en\nentities:\n{entry}---\nLaila Haddad came. Leila Had<|>dad left.\n"
            )
        })
        .collect();
    articles.push(articles[4].replace('\n', "\r\n"));
    articles.push(
        "//- article.news.md\nLaila Haddad came. Leila Had<|>dad left. Laila Hadad did not.\n//- entities.yaml\nh:\n  type: person\n  name: Laila Haddad".to_owned(),
    );
    articles.push(
        "---\nlang: en\n---\n“We will not close it this year,” Transport Minister Laila Haddad said. Leila Had<|>dad left.\n".to_owned(),
    );
    let mut drawn = String::new();
    for article in &articles {
        let _ = writeln!(drawn, "=== {}", visible(article));
        let fixture = Fixture::new(article);
        let (file, at) = fixture.cursor.expect("a cursor");
        for (action, edits) in fixture.actions(file, TextRange::empty(at), Locale::English) {
            if !action.title.starts_with("accept") {
                continue;
            }
            let _ = writeln!(drawn, "{}", visible(&action.title));
            drawn.push_str(&changed(&fixture, &edits));
            let after = fixture.with(&edits);
            let found = rules::check(&after.snapshot, after.file());
            let left = found
                .iter()
                .filter(|finding| finding.rule == "name-variant");
            let _ = writeln!(drawn, "  leaves {} of name-variant", left.count());
        }
    }
    insta::assert_snapshot!(drawn);
}

#[test]
fn nothing_is_listed_of_which_nothing_comes() {
    let articles = [
        with_cast(
            "“No 😀,”{haddad > omar < sahl} she\r\nsaid. “Nev[er](#omar),”{+} [‘said’ x]{?}. ‘a’{+} Leila Haddad: “",
        ),
        "وقال بيتر ليند، وزير النقل: \"لن نغلق 😀 المعبر\". e\u{301} 日本".to_owned(),
        "//- story.txt\n“No,” she said.\n".to_owned(),
        "//- isnad.toml\nlang = \"en\"\n".to_owned(),
        "//- entities.yaml\nh: {nmae: x}\nh: {}\n".to_owned(),
        String::new(),
        "\u{feff}".to_owned(),
    ];
    for article in &articles {
        let fixture = Fixture::new(article);
        let file = fixture.file();
        let text = fixture.snapshot.text(file);
        for at in 0..=text.len() {
            // Panics where nothing comes of an action.
            fixture.actions(
                file,
                TextRange::empty(TextSize::new(at as u32)),
                Locale::Arabic,
            );
        }
        let all = TextRange::up_to(TextSize::of(text));
        fixture.actions(file, all, Locale::French);
    }
}

#[test]
fn a_brace_that_would_part_other_marks_is_not_offered() {
    let written = "„\" Omar Had<|>dad said---\n」“ {a}";
    insta::assert_snapshot!(doable(written, Locale::English), @"");
}

#[test]
fn no_brace_closes_an_older_one() {
    let attributes = |between: &str| {
        let written = format!("“One,”{between} “tw<|>o 😀,” Laila Haddad said.\n");
        doable(&with_cast(&written), Locale::English).contains("(attribute")
    };
    assert!(!attributes("{haddad"));
    assert!(!attributes(" and {"));
    assert!(attributes("{haddad} and"));
    assert!(attributes("{haddad\n"), "a brace ends with its line");
}

#[test]
fn only_wanted_kinds_are_looked_for() {
    let fixture = Fixture::new(&with_cast("“No,”{haddad} she said. “Ne<|>ver,” he said."));
    let (file, at) = fixture.cursor.expect("a cursor");
    let kinds = [
        ActionKind::QuickFix,
        ActionKind::Attribute,
        ActionKind::Mark,
        ActionKind::Link,
        ActionKind::Declare,
        ActionKind::FixAll,
        ActionKind::AnnotateAll,
    ];
    for kind in kinds {
        let found = actions(&Asked {
            snapshot: &fixture.snapshot,
            file,
            range: TextRange::empty(at),
            locale: Locale::English,
            is_wanted: &|wanted| wanted == kind,
            bring: &bring,
        });
        assert!(found.iter().all(|action| action.kind == kind), "{found:#?}");
    }
}
