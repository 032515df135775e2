//! `isnad annotate`.

use std::fs;
use std::path::Path;

use crate::cli::{err, folder, isnad, out, with_input};

const WIRE: &str = "Ferries run again

SENTA, March 4, 2025 (Reuters) - “We will not close it,” said Transport Minister Laila Haddad. “Not this year.”

“Nobody asked us,” she said of the \\[fishermen]{so}.
";

const ARTICLE: &str = "---
lang: en
dateline: {place: SENTA, date: 2025-03-04}
source: [Reuters]
wire: ferry.txt
entities:
  haddad:
    type: person
    name: Laila Haddad
    aka: [Haddad]
    role: Transport Minister
---

# Ferries run again

SENTA, March 4, 2025 (Reuters) - “We will not close it,”{haddad} said Transport Minister Laila Haddad. “Not this year.”{+}

“Nobody asked us,” she said of the \\\\[fishermen\\]{so}.
";

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("a file")
}

#[test]
fn wire_text_becomes_an_article_that_strips_to_it() {
    let folder = folder(&[("ferry.txt", WIRE.as_bytes())]);
    let folder = folder.path();
    let output = isnad(folder, &["annotate", "--diff", "ferry.txt"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!("what_annotating_would_do", out(&output));
    let told = "2 quotations and 1 entity in 1 file\n";
    assert_eq!(err(&output), format!("would annotate {told}"));
    assert!(!folder.join("ferry.news.md").exists());

    let output = isnad(folder, &["annotate", "ferry.txt"]);
    assert_eq!(out(&output), format!("annotated {told}"));
    assert_eq!(
        (err(&output), output.status.code()),
        (String::new(), Some(0))
    );
    assert_eq!(read(folder, "ferry.news.md"), ARTICLE);
    assert_eq!(read(folder, "ferry.txt"), WIRE);
    assert_eq!(out(&isnad(folder, &["strip", "ferry.news.md"])), WIRE);
    assert_eq!(
        isnad(folder, &["check", "--fail-on", "error"])
            .status
            .code(),
        Some(0)
    );

    // What is there already is no reason to refuse, unless it is something else.
    let again = isnad(folder, &["annotate", "ferry.txt"]);
    assert_eq!(
        (out(&again), again.status.code()),
        ("nothing to annotate\n".to_owned(), Some(0))
    );
    let by_hand = ARTICLE.replace("{+}", "{?}");
    fs::write(folder.join("ferry.news.md"), &by_hand).expect("it is written");
    for arguments in [
        &["annotate", "ferry.txt"][..],
        &["annotate", "--diff", "ferry.txt"],
    ] {
        let output = isnad(folder, arguments);
        assert_eq!(output.status.code(), Some(2));
        let refused = "isnad: ferry.news.md: this file exists and holds something else; `--force` replaces it\n";
        assert!(err(&output).starts_with(refused), "{}", err(&output));
    }
    // In a folder the article is annotated, not made anew.
    let output = isnad(folder, &["annotate", "--likely"]);
    assert_eq!(out(&output), "annotated 1 quotation in 1 file\n");
    let expected = by_hand.replace("asked us,”", "asked us,”{haddad}");
    assert_eq!(read(folder, "ferry.news.md"), expected);
    assert_eq!(
        isnad(folder, &["annotate", "--force"]).status.code(),
        Some(0)
    );
    assert_eq!(read(folder, "ferry.news.md"), ARTICLE);
}

#[test]
fn standard_input_is_annotated_to_standard_output() {
    let folder = folder(&[]);
    let article = "---\nlang: en\n---\n\n“No,” said Omar Salem.\n";
    let output = with_input(folder.path(), &["annotate", "-"], article.as_bytes());
    let expected = "---\nlang: en\nentities:\n  salem:\n    type: person\n    name: Omar Salem\n    aka: [Salem]\n---\n\n“No,”{salem} said Omar Salem.\n";
    assert_eq!(out(&output), expected);
    assert_eq!(
        err(&output),
        "annotated 1 quotation and 1 entity in 1 file\n"
    );
    let arguments = ["annotate", "--stdin-path", "ferry.txt", "-"];
    let output = with_input(folder.path(), &arguments, WIRE.as_bytes());
    assert_eq!(out(&output), ARTICLE);
    let output = with_input(folder.path(), &["annotate", "-"], b"\xff");
    assert_eq!(
        (out(&output), output.status.code()),
        (String::new(), Some(2))
    );
    let output = isnad(folder.path(), &["annotate", "-", "a.txt"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn entities_of_a_registry_are_not_declared_again() {
    let registry = "minister: {type: person, name: Laila Haddad, aka: [Haddad]}\n";
    let folder = folder(&[
        (
            "a.news.md",
            "---\nlang: en\n---\n\n“No,” Haddad told Omar Salem.\r\n".as_bytes(),
        ),
        ("b.news.md", "لا شيء.\n".as_bytes()),
        ("broken.txt", b"\xff\xfe"),
        ("entities.yaml", registry.as_bytes()),
    ]);
    let output = isnad(folder.path(), &["annotate"]);
    assert_eq!(
        output.status.code(),
        Some(2),
        "one of the files cannot be read"
    );
    assert!(
        err(&output).contains("broken.txt: this file is not UTF-8"),
        "{}",
        err(&output)
    );
    assert_eq!(
        out(&output),
        "annotated 1 quotation and 1 entity in 1 file\n"
    );
    let expected = "---\nlang: en\nentities:\n  salem:\n    type: person\n    name: Omar Salem\n    aka: [Salem]\n---\n\n“No,”{minister > salem} Haddad told Omar Salem.\r\n";
    assert_eq!(read(folder.path(), "a.news.md"), expected);
    assert_eq!(read(folder.path(), "b.news.md"), "لا شيء.\n");
    assert_eq!(read(folder.path(), "entities.yaml"), registry);
}
