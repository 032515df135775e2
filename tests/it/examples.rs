//! The project's own examples, and the real article where it is at hand.

use std::fs;
use std::path::Path;

use isnad::rules;
use isnad::syntax::{Flavor, parse, strip};

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn check_strip(folder: &Path, name: &str) {
    let article = read(&folder.join(format!("{name}.news.md")));
    let wire = read(&folder.join(format!("{name}.txt")));
    let tree = parse(&article, Flavor::Article);
    assert_eq!(strip(&tree, &article), wire, "{name}");
    assert_eq!(rules::check(&article, &tree), [], "{name}");
}

#[test]
fn the_arabic_example_is_its_wire_text() {
    check_strip(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("examples"),
        "ar-ferry",
    );
}

#[test]
fn examples_are_clean_but_for_the_one_that_is_full_of_mistakes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut seen = 0;
    for entry in fs::read_dir(folder).expect("the examples").flatten() {
        let path = entry.path();
        if path.to_string_lossy().ends_with(".news.md") {
            let text = read(&path);
            let found = rules::check(&text, &parse(&text, Flavor::Article));
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

#[test]
fn the_real_article_is_its_wire_text() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    if folder.join("lavrov-blinken.news.md").exists() {
        check_strip(&folder, "lavrov-blinken");
    } else {
        eprintln!("skipped: the real article is not at hand");
    }
}
