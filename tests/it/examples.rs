//! The project's own examples, and the real article where it is at hand.

use std::fs;
use std::path::{Path, PathBuf};

use isnad::files;
use isnad::ide::Locale;
use isnad::ide::call_hierarchy::{outgoing, prepare};
use isnad::ide::hover::hover;
use isnad::ide::implementation::implementation;
use isnad::ide::workspace_symbols::workspace_symbols;
use isnad::rules::{self, Diagnostic, Severity};
use isnad::syntax::{Flavor, parse, strip};
use isnad::text::{FileId, TextSize};
use isnad::workspace::{Snapshot, Workspace};

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[track_caller]
fn check_strip(folder: &Path, name: &str) {
    let article = read(&folder.join(format!("{name}.news.md")));
    let wire = read(&folder.join(format!("{name}.txt")));
    let tree = parse(&article, Flavor::Article);
    assert_eq!(strip(&tree, &article), wire, "{name}");
}

/// What the rules find in a file on the disk, with all that belongs to it.
fn findings(path: &Path) -> Vec<Diagnostic> {
    let path = files::absolute(path);
    let mut workspace = Workspace::new();
    workspace.set(&path, files::content(&path));
    files::bring(&mut workspace, &path);
    let snapshot = workspace.snapshot();
    rules::check(&snapshot, snapshot.file(&path).expect("the file"))
}

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples")
}

#[test]
fn the_arabic_example_is_its_wire_text() {
    check_strip(&examples(), "ar-ferry");
}

#[test]
fn examples_hold_mistakes_of_every_kind_in_one_article_and_none_elsewhere() {
    let mut seen = 0;
    for entry in fs::read_dir(examples()).expect("the examples").flatten() {
        let path = entry.path();
        if path.to_string_lossy().ends_with(".news.md") {
            let found = findings(&path);
            if path.ends_with("mistakes.news.md") {
                let missing = rules::manual().map(|rule| rule.name);
                let missing =
                    missing.filter(|name| !found.iter().any(|finding| finding.rule == *name));
                let missing: Vec<_> = missing.collect();
                // Of these there is nothing to show in one article.
                assert_eq!(
                    missing,
                    [
                        "altered-quote",
                        "disputed-speaker",
                        "stale-baseline",
                        "unreadable-file"
                    ],
                    "{found:#?}"
                );
            } else {
                let is_fine = found
                    .iter()
                    .all(|finding| finding.severity <= Severity::Info);
                assert!(is_fine, "{}: {found:#?}", path.display());
            }
            seen += 1;
        }
    }
    assert!(seen >= 5, "only {seen} examples");
}

/// The folder of the real article; `None`, and a word about it, where it is not at hand.
fn real_article() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    let is_there = folder.join("lavrov-blinken.news.md").exists();
    if !is_there {
        eprintln!("skipped: the real article is not at hand");
    }
    is_there.then_some(folder)
}

#[test]
fn the_real_article_is_its_wire_text() {
    if let Some(folder) = real_article() {
        check_strip(&folder, "lavrov-blinken");
    }
}

/// The rules that find something, with the words that they find it in.
fn found_in(path: &Path) -> Vec<(&'static str, String)> {
    let text = read(path);
    let found = findings(path).into_iter();
    found
        .map(|finding| (finding.rule, text[finding.range].to_owned()))
        .collect()
}

#[test]
fn the_real_article_has_three_findings() {
    let Some(folder) = real_article() else { return };
    let found = findings(&folder.join("lavrov-blinken.news.md"));
    let rules: Vec<&str> = found.iter().map(|finding| finding.rule).collect();
    assert_eq!(
        rules,
        ["name-variant", "parenthesis-in-quote", "anonymous-source"]
    );
    let text = read(&folder.join("lavrov-blinken.news.md"));
    assert_eq!(&text[found[0].range], "أنطوني بلينكن");
    assert_eq!(&text[found[0].related[0].place.range], "أنتوني بلينكن");
    assert_eq!(&text[found[1].range], "(بلينكن)");
    assert_eq!(&text[found[2].range], "مصادر-الوفدين");
}

#[test]
fn the_real_article_altered_is_found_out() {
    let Some(folder) = real_article() else { return };
    let copy = tempfile::tempdir().expect("a folder");
    for name in ["lavrov-blinken.txt", "entities.yaml"] {
        fs::copy(folder.join(name), copy.path().join(name)).expect("a copy");
    }
    let article = read(&folder.join("lavrov-blinken.news.md"));
    let path = copy.path().join("lavrov-blinken.news.md");
    let with = |from: &str, to: &str| {
        assert!(article.contains(from), "{from}");
        fs::write(&path, article.replacen(from, to, 1)).expect("a copy");
        found_in(&path)
    };
    let altered = with("أعرب [وزير", "أغرب [وزير");
    assert!(
        altered.contains(&("altered-wire-text", "أغرب".to_owned())),
        "{altered:?}"
    );
    let mistyped = with("أنطوني بلينكن](#بلينكن)", "أنطوني بلينكن](#بلينكم)");
    assert!(
        mistyped.contains(&("undefined-entity", "بلينكم".to_owned())),
        "{mistyped:?}"
    );
    let found = findings(&path);
    let undefined = found
        .iter()
        .find(|finding| finding.rule == "undefined-entity")
        .expect("it");
    assert_eq!(undefined.fixes[0].edits[0].edit.text, "بلينكن");
}

#[test]
fn the_dates_of_the_real_article_are_held_against_each_other() {
    let Some(folder) = real_article() else { return };
    let copy = tempfile::tempdir().expect("a folder");
    for name in ["lavrov-blinken.txt", "entities.yaml"] {
        fs::copy(folder.join(name), copy.path().join(name)).expect("a copy");
    }
    let article = read(&folder.join("lavrov-blinken.news.md"));
    let path = copy.path().join("lavrov-blinken.news.md");
    let of_dates = |text: &str| {
        fs::write(&path, text).expect("a copy");
        let found = findings(&path).into_iter();
        let rules = [
            "invalid-date",
            "weekday-mismatch",
            "contradicted-date",
            "future-date",
        ];
        found
            .filter(|finding| rules.contains(&finding.rule) || finding.rule.starts_with("date-"))
            .collect::<Vec<_>>()
    };
    assert_eq!(of_dates(&article), []);
    let wrong = article.replacen("اليوم الجمعة", "اليوم الخميس", 1);
    let found = of_dates(&wrong);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].rule, "weekday-mismatch");
    assert_eq!(&wrong[found[0].range], "الخميس");
    let told = format!("{} {:?}", found[0].message, found[0].help);
    assert!(
        told.contains("2022-01-21") && told.contains("2022-01-20"),
        "{told}"
    );
    assert!(told.contains("الجمعة"), "{told}");
    assert_eq!(&wrong[found[0].related[0].place.range], "2022-01-21");

    let path = files::absolute(&folder.join("lavrov-blinken.news.md"));
    let mut workspace = Workspace::new();
    workspace.set(&path, files::content(&path));
    files::bring(&mut workspace, &path);
    let snapshot = workspace.snapshot();
    let file = snapshot.file(&path).expect("the file");
    let at = article.find("الأربعاء الماضي").expect("the words");
    let offset = TextSize::new(at as u32);
    let card = hover(&snapshot, file, offset, Locale::English.into())
        .expect("a card")
        .markdown;
    assert!(card.contains("19 يناير 2022"), "{card}");
}

#[test]
fn the_real_article_names_entities_without_brackets() {
    let Some(folder) = real_article() else { return };
    let path = files::absolute(&folder.join("lavrov-blinken.news.md"));
    let mut workspace = Workspace::new();
    workspace.set(&path, files::content(&path));
    files::bring(&mut workspace, &path);
    let snapshot = workspace.snapshot();
    let file = snapshot.file(&path).expect("the file");
    let analysis = snapshot.analysis(file);
    let text = snapshot.text(file);
    let bare: Vec<(&str, &str)> = analysis
        .mentions
        .iter()
        .filter(|mention| mention.link.is_none())
        .filter_map(|mention| {
            // With what is written onto the name.
            let before = text[..usize::from(mention.words.start())].rfind(char::is_whitespace);
            let start = before.map_or(0, |at| at + 1);
            let words = &text[start..usize::from(mention.words.end())];
            Some((words, analysis.entities.get(mention.entity?).id.as_str()))
        })
        .collect();
    for (words, id) in [
        ("وبلينكن", "بلينكن"),
        ("والناتو", "الناتو"),
        ("روسيا", "روسيا"),
        ("وروسيا", "روسيا"),
    ] {
        assert!(bare.contains(&(words, id)), "{words}: {bare:?}");
    }
}

/// The real article with all that belongs to it, the article, and the place of `words` in it.
fn in_real_article(words: &str) -> Option<(Snapshot, FileId, TextSize)> {
    let path = files::absolute(&real_article()?.join("lavrov-blinken.news.md"));
    let mut workspace = Workspace::new();
    workspace.set(&path, files::content(&path));
    files::bring(&mut workspace, &path);
    let snapshot = workspace.snapshot();
    let file = snapshot.file(&path).expect("the article");
    let at = snapshot.text(file).find(words).expect("the words");
    let inside = words.chars().next().map_or(0, char::len_utf8);
    Some((snapshot, file, TextSize::new((at + inside) as u32)))
}

#[test]
fn all_that_lavrov_said_is_found_from_his_id() {
    let Some((snapshot, file, offset)) = in_real_article("لافروف) يعرب") else {
        return;
    };
    let said = implementation(&snapshot, file, offset);
    let text = snapshot.text(file);
    let said: Vec<String> = said
        .iter()
        .map(|target| text[target.focus].chars().skip(1).take(12).collect())
        .collect();
    assert_eq!(
        said,
        [
            "عن أمله بأن ",
            "عندما اتصلتم",
            "لقد ذكرتم (ب",
            "المقترحات مح",
            "من المهم للغ",
        ]
    );
}

#[test]
fn the_chain_of_the_real_article_is_a_hierarchy() {
    let Some((snapshot, file, offset)) = in_real_article("سبوتنيك}") else {
        return;
    };
    let agency = &prepare(&snapshot, file, offset)[0];
    assert_eq!(
        (agency.name.as_str(), agency.detail.as_deref()),
        ("سبوتنيك", Some("وكالة أنباء"))
    );
    let quoted = outgoing(&snapshot, file, &agency.id, agency.is_declared);
    let text = snapshot.text(file);
    let sources = quoted.iter().find(|call| call.party.id == "مصادر-الوفدين");
    let words: Vec<&str> = sources
        .expect("the sources")
        .ranges
        .iter()
        .map(|range| &text[*range])
        .collect();
    assert_eq!(
        words,
        ["[أن المحادثات ستستمر من ساعتين إلى ساعتين ونصف الساعة]"]
    );
}

#[test]
fn people_of_the_real_article_are_found_in_latin_letters() {
    for (query, name) in [
        ("lavrov", "سيرغي لافروف · lavrov"),
        ("Lafrov", "سيرغي لافروف · Lafrov"),
        ("blinken", "أنتوني بلينكن · blinken"),
        ("jenev", "جنيف · jenev"),
        ("sputnik", "سبوتنيك · sputnik"),
    ] {
        let Some((snapshot, ..)) = in_real_article("لافروف") else {
            return;
        };
        let found = workspace_symbols(&snapshot, query);
        assert_eq!(found[0].name, name);
    }
}
