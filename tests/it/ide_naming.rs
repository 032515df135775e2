//! What can be done about whom words name: marking them, declaring somebody new, brackets on and off.

use std::fmt::Write;

use isnad::ide::Locale;
use isnad::ide::actions::{Action, ActionKind, Asked, Choice, actions, edits};
use isnad::rules::{Severity, check};
use isnad::text::{FileEdit, FileId, TextRange, TextSize};
use isnad::workspace::FileKind;

use crate::fixture::{Fixture, bring, stripped};

const ARTICLE: &str = "\
//- article.news.md
---
lang: en
entities:
  haddad: {type: person, name: Laila Haddad, aka: [Haddad], role: minister}
  omar: {type: person, name: Omar Saleh}
---

# Haddad: “We stay” 😀

[Laila Haddad](#haddad) met [the envoy](#omar) in Wadi. The minister of transport 😀 said: “Haddad \
[stays](=2025), says وHaddad.”{haddad}

Then Peter Lind arrived; the [man from [Omar Saleh](#omar)’s office](#haddad) left. *Cafe\u{301} Sahl* opened. [Haddad](#haddad) slept.
Omar Saleh spoke of the Plains\u{a0}Courier and C:\\Haddad \\[sic\\].
//- entities.yaml
sahl: {type: organization, name: Sahl News}
courier:
  name: Courier
//- flow.yaml
{}
";

const ARABIC: &str = "\
//- article.news.md
\u{feff}قالت ليلى حداد: \"لن نغلق المعبر\". وأضافت حداد أن [ليلى حداد](#حداد) ووفد الميناء 😀 سيعودون.\r\n\r
وقالت حداد لليلى: 「山田太郎さん」 ודנה לוי.\r
//- entities.yaml
حداد: {type: person, name: ليلى حداد, aka: [حداد]}\r
";

/// What these actions do; others are about something else.
fn naming(fixture: &Fixture, file: FileId, range: TextRange, locale: Locale) -> Vec<Action> {
    let mut found = actions(&Asked {
        snapshot: &fixture.snapshot,
        file,
        range,
        locale,
        is_wanted: &|kind| {
            matches!(
                kind,
                ActionKind::Mark | ActionKind::Link | ActionKind::Attribute | ActionKind::Declare
            )
        },
        bring: &bring,
    });
    found.retain(|action| {
        use Choice::{Introduce, Link, Mark, Unlink};
        matches!(action.choice, Mark(_) | Introduce(_) | Link(_) | Unlink(_))
    });
    found
}

fn made(fixture: &Fixture, file: FileId, action: &Action) -> Vec<FileEdit> {
    let edits = edits(&fixture.snapshot, file, &action.choice, &bring);
    let mut edits = edits.unwrap_or_else(|| panic!("nothing comes of {action:#?}"));
    edits.sort_by_key(|edit| edit.file);
    edits
}

/// The place of the first `words` of a text behind the first `after`.
fn place(text: &str, after: &str, words: &str) -> TextRange {
    let start = text.find(after).expect("the words before");
    let at = start + text[start..].find(words).expect("the words");
    TextRange::at(TextSize::new(at as u32), TextSize::of(words))
}

/// All actions of a selection, each with the lines that it changes.
fn drawn(fixture: &Fixture, range: TextRange) -> String {
    let file = fixture.file();
    let words = &fixture.snapshot.text(file)[range];
    let mut out = format!("=== {words}\n");
    for action in naming(fixture, file, range, Locale::English) {
        let title = action.title.replace(['\u{2068}', '\u{2069}'], "");
        let _ = writeln!(out, "--- {title}");
        let after = fixture.with(&made(fixture, file, &action));
        for (before, after) in fixture.texts().into_iter().zip(after.texts()) {
            let lines: Vec<&str> = before.lines().collect();
            for line in after.lines().filter(|line| !lines.contains(line)) {
                let _ = writeln!(out, "{line}");
            }
        }
    }
    out
}

fn all_drawn(fixture: &Fixture, selections: &[(&str, &str)]) -> String {
    let text = fixture.snapshot.text(fixture.file());
    let selections = selections.iter();
    selections
        .map(|(after, words)| drawn(fixture, place(text, after, words)))
        .collect()
}

#[test]
fn selected_words_name_somebody() {
    let fixture = Fixture::new(ARTICLE);
    insta::assert_snapshot!(all_drawn(
        &fixture,
        &[
            ("The minister", "The minister of transport"),
            ("Then", "Peter Lind"),
            ("left", "Cafe\u{301} Sahl* "),
            ("left", "Cafe\u{301}"),
            ("spoke", " Plains\u{a0}Courier "),
            // Names already, in brackets and without.
            ("[Laila", "Laila Haddad"),
            ("spoke", "Courier"),
            // No words of the text, or words in two paragraphs.
            ("(#had", "haddad"),
            ("says", "says وHaddad.”{haddad}\n\nThen"),
            ("We stay", "We stay” 😀\n"),
            // Behind a backslash, and halves of brackets.
            ("C:", "Haddad"),
            ("man", "from [Omar"),
            ("sic", "sic\\]"),
        ]
    ));
}

#[test]
fn one_letter_is_where_the_cursor_stands() {
    let fixture = Fixture::new(ARTICLE);
    let text = fixture.snapshot.text(fixture.file());
    let offered = |words: &str| {
        let found = naming(
            &fixture,
            fixture.file(),
            place(text, words, words),
            Locale::English,
        );
        let is_of_selection =
            |action: &&Action| matches!(action.choice, Choice::Mark(_) | Choice::Introduce(_));
        found.iter().filter(is_of_selection).count()
    };
    assert_eq!(["T", "e\u{301}", "😀"].map(offered), [0, 0, 0]);
    assert_ne!(offered("Wadi"), 0);
}

#[test]
fn brackets_on_and_off() {
    let fixture = Fixture::new(ARTICLE);
    insta::assert_snapshot!(all_drawn(
        &fixture,
        &[
            ("haddad:", ""),
            ("Haddad: “", ""),
            ("Laila Haddad]", ""),
            ("[the envoy", ""),
            ("Omar Saleh](", ""),
            ("Omar Saleh spoke", ""),
            ("Haddad](#haddad) slept", ""),
            ("opened", ""),
        ]
    ));
}

#[test]
fn names_of_other_scripts() {
    let fixture = Fixture::new(ARABIC);
    insta::assert_snapshot!(all_drawn(
        &fixture,
        &[
            ("ووفد", "وفد الميناء"),
            ("حداد أن", ""),
            ("[", ""),
            ("「", "山田太郎"),
            ("ודנה", "דנה לוי"),
        ]
    ));
}

#[test]
fn titles_are_in_the_readers_language() {
    let fixture = Fixture::new(ARTICLE);
    let file = fixture.file();
    let text = fixture.snapshot.text(file);
    let mut out = String::new();
    for locale in [
        Locale::English,
        Locale::Arabic,
        Locale::French,
        Locale::German,
    ] {
        let places = [("Then", "Peter Lind"), ("[Laila", "")];
        for (after, words) in places {
            let range = place(text, after, words);
            for action in naming(&fixture, file, range, locale) {
                let title = action
                    .title
                    .replace('\u{2068}', "⟨")
                    .replace('\u{2069}', "⟩");
                let _ = writeln!(out, "{title}");
            }
        }
    }
    insta::assert_snapshot!(out);
}

fn errors(fixture: &Fixture) -> usize {
    let files = fixture.files.iter().filter(|file| {
        let kind = fixture.snapshot.kind(**file);
        matches!(kind, FileKind::Article | FileKind::Registry)
    });
    let found = files.flat_map(|file| check(&fixture.snapshot, *file));
    found
        .filter(|finding| finding.severity == Severity::Error)
        .count()
}

/// Panics where an action changes a word or makes an error.
fn act_well(written: &str, step: usize) {
    let fixture = Fixture::new(written);
    let (file, errors_before) = (fixture.file(), errors(&fixture));
    let text = fixture.snapshot.text(file);
    let places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let places: Vec<TextSize> = places.map(|at| TextSize::new(at as u32)).collect();
    for (at, &start) in places.iter().enumerate().step_by(step) {
        for length in [0, 1, 7, 19, 60] {
            let end = places[(at + length).min(places.len() - 1)];
            let range = TextRange::new(start, end);
            for action in naming(&fixture, file, range, Locale::English) {
                let after = fixture.with(&made(&fixture, file, &action));
                assert_eq!(stripped(after.texts()[0]), stripped(text), "{action:#?}");
                assert!(errors(&after) <= errors_before, "{action:#?}");
            }
        }
    }
}

#[test]
fn whoever_is_new_gets_an_id_that_means_nothing_yet() {
    let ids = |article: &str| {
        let (before, words, rest) = (
            article.find("<|>").expect("a start"),
            article.replace("<|>", ""),
            article.rfind("<|>").expect("an end") - "<|>".len(),
        );
        let fixture = Fixture::new(&format!("//- article.news.md\n{words}"));
        let range = TextRange::new((before as u32).into(), (rest as u32).into());
        let found = naming(&fixture, fixture.file(), range, Locale::English);
        let mut new = found
            .into_iter()
            .filter(|action| matches!(action.choice, Choice::Introduce(_)));
        let action = new.next().expect("somebody new");
        let edits = made(&fixture, fixture.file(), &action);
        let link = edits
            .into_iter()
            .find(|edit| edit.edit.text.starts_with("]("));
        link.expect("a link").edit.text
    };
    assert_eq!(ids("It met <|>plains 東京<|>.\n"), "](#plains-東京)");
    assert_eq!(
        ids("It met <|>plains 東京<|>. “No,”{plains-東京} they said.\n"),
        "](#plains-東京-2)"
    );
}

#[test]
fn no_action_changes_a_word_or_makes_an_error() {
    act_well(ARTICLE, 5);
    act_well(ARABIC, 5);
    act_well(
        &ARTICLE
            .replace("{haddad}", "{haddad")
            .replace("](#omar)", "](#"),
        11,
    );
    act_well(
        "//- article.news.md\n[a [b](#c) “d” <!--\ne\n--> \\[f](=2025)]{g}\n",
        1,
    );
    for name in ["a.txt", "a.yaml", "isnad.toml"] {
        act_well(&format!("//- {name}\na: {{name: Laila Haddad}}\n"), 1);
    }
}
