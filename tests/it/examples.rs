//! The project's own examples, and the real article where it is at hand.

use std::fs;
use std::path::{Path, PathBuf};

use isnad::files;
use isnad::rules::{self, Diagnostic, Severity};
use isnad::syntax::{Flavor, parse, strip};
use isnad::workspace::{Content, Workspace};

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
fn examples_are_clean_but_for_the_one_that_is_full_of_mistakes() {
    let mut seen = 0;
    for entry in fs::read_dir(examples()).expect("the examples").flatten() {
        let path = entry.path();
        if path.to_string_lossy().ends_with(".news.md") {
            let mut found = findings(&path);
            // A source that is not named is worth knowing, and no mistake.
            found.retain(|finding| finding.severity >= Severity::Warning);
            let is_wrong = path.ends_with("mistakes.news.md");
            assert_eq!(
                found.is_empty(),
                !is_wrong,
                "{}: {found:#?}",
                path.display()
            );
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

/// What the rules find in the real article with `from` written as `to`, each finding with its
/// words; its registry and its wire text beside it.
#[track_caller]
fn check_real_article((from, to): (&str, &str), expected: &[(&str, &str)]) {
    let Some(folder) = real_article() else { return };
    let path = files::absolute(&folder.join("lavrov-blinken.news.md"));
    let text = read(&path).replacen(from, to, 1);
    let mut workspace = Workspace::new();
    workspace.set(&path, Content::Text(text.as_str().into()));
    files::bring(&mut workspace, &path);
    let snapshot = workspace.snapshot();
    let found = rules::check(&snapshot, snapshot.file(&path).expect("the article"));
    let found: Vec<_> = found
        .iter()
        .map(|finding| (finding.rule, &text[finding.range]))
        .collect();
    assert_eq!(found, expected);
}

const OF_THE_REAL_ARTICLE: [(&str, &str); 3] = [
    ("name-variant", "أنطوني بلينكن"),
    ("parenthesis-in-quote", "(بلينكن)"),
    ("anonymous-source", "مصادر-الوفدين"),
];

#[test]
fn the_real_article_has_three_findings() {
    check_real_article(("", ""), &OF_THE_REAL_ARTICLE);
}

#[test]
fn one_letter_of_the_real_article_is_missed() {
    let [variant, parenthesis, source] = OF_THE_REAL_ARTICLE;
    let altered = ("altered-wire-text", "المطروحه");
    check_real_article(
        ("المطروحة", "المطروحه"),
        &[variant, parenthesis, altered, source],
    );
}

#[test]
fn one_id_of_the_real_article_is_mistyped() {
    let [variant, parenthesis, source] = OF_THE_REAL_ARTICLE;
    let undefined = ("undefined-entity", "بلينكين");
    check_real_article(
        ("(#بلينكن)", "(#بلينكين)"),
        &[variant, undefined, parenthesis, source],
    );
}
