//! Many articles, a batch at a time: the outcome is that of looking at all of them at once.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::cli::{command, err, folder, out};
use crate::reports::FORMATS;

/// Articles of which some have others' words, in folders with and without a configuration of their own; an
/// article that is another one's registry, one that is its wire text, and wire texts that several have.
const FILES: &[(&str, &str)] = &[
    ("isnad.toml", "registry = [\"people/*.yaml\"]\n"),
    (
        "people/a.yaml",
        "haddad: {type: person, name: Laila Haddad}\n",
    ),
    (
        "people/b.yaml",
        "lind: {type: person, name: Peter Lind}\nnobody: {type: person, name: Nobody\n",
    ),
    (
        "01.news.md",
        "---\nlang: en\n---\n\n“We will not close the crossing before the harvest is over,”{haddad} Laila Haddad said.\n",
    ),
    (
        "02.news.md",
        "---\nlang: en\nwire: shared.txt\n---\n\nIt rained on the river.\n",
    ),
    (
        "03.news.md",
        "---\nlang: en\n---\n\n“We will never close the crossing before the harvest is over,”{haddad} Laila Haddad said.\n",
    ),
    (
        "04.news.md",
        "---\nlang: en\nwire: shared.txt\n---\n\nIt rained on the lake.\n",
    ),
    (
        "05.news.md",
        "---\nlang: en\n---\n\n<!-- isnad: allow altered-quote — a slip of hers -->\n\n“We will never close the crossing before the harvest is \
         over,”{haddad} Laila Haddad said.\n",
    ),
    (
        "06.news.md",
        "---\nlang: en\n---\n\n<!-- isnad: allow altered-quote — nothing is wrong here -->\n\nIt rained.\n",
    ),
    (
        "07.news.md",
        "---\nlang: en\n---\n\n“We will not close the crossing before the harvest is over,”{lind} Peter Lind said.\n",
    ),
    (
        "08.news.md",
        "---\nlang: en\nregistry: 01.news.md\nwire: 06.news.md\n---\n\n“Nobody has asked the fishermen what they think of this,”{haddad} \
         Laila Haddad said.\n",
    ),
    ("09.news.md", "[Laila](#hadad) said “no.\n"),
    (
        "10.news.md",
        "---\nlang: en\nkind: record\n---\n\nNobody has asked the fishermen at all what they think of this.\n",
    ),
    ("11.news.md", "Nothing \u{202e}here.\n"),
    (
        "inner/isnad.toml",
        "registry = [\"*.yaml\"]\n[rules]\ndisputed-speaker = \"error\"\n",
    ),
    (
        "inner/c.yaml",
        "haddad: {type: person, name: Laila Haddad}\n",
    ),
    (
        "inner/own.txt",
        "“We will close the crossing long before the harvest is over,” Laila Haddad said.\n",
    ),
    (
        "inner/12.news.md",
        "---\nlang: en\nwire: own.txt\n---\n\n“We will close the crossing long before the harvest is over,”{haddad} Laila Haddad said.\n",
    ),
    (
        "inner/13.news.md",
        "---\nlang: en\n---\n\n“We will close the crossing long before the harvest is begun,”{haddad} Laila Haddad said.\n",
    ),
    ("shared.txt", "It rained on the river.\n"),
];

fn articles() -> tempfile::TempDir {
    let files: Vec<(&str, &[u8])> = FILES
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    let folder = folder(&files);
    fs::write(folder.path().join("14.news.md"), b"caf\xe9").expect("an article");
    folder
}

/// What Isnad does where so many files are at hand at once.
fn in_batches_of(files: usize, folder: &Path, arguments: &[&str]) -> Output {
    let mut command = command(folder, arguments);
    let command = command.env("ISNAD_BATCH", files.to_string());
    command.output().expect("isnad runs")
}

#[track_caller]
fn check(folder: &Path, arguments: &[&str]) {
    let together = in_batches_of(1000, folder, arguments);
    for files in [1, 2, 3, 5, 8] {
        let apart = in_batches_of(files, folder, arguments);
        assert_eq!(
            out(&apart),
            out(&together),
            "{arguments:?}, {files} at once"
        );
        assert_eq!(
            err(&apart),
            err(&together),
            "{arguments:?}, {files} at once"
        );
        assert_eq!(apart.status.code(), together.status.code());
    }
}

#[test]
fn what_is_found_does_not_depend_on_how_much_is_at_hand() {
    let articles = articles();
    let found = in_batches_of(1, articles.path(), &["check", "--format", "concise"]);
    insta::assert_snapshot!(out(&found));
    for format in FORMATS {
        check(articles.path(), &["check", "--format", format]);
    }
    for arguments in [
        &["check", "--statistics"][..],
        &["check", "--show-files"],
        &["check", "--lang", "ar"],
        &["check", "--select", "altered-quote"],
        &["check", "03.news.md", "inner", "01.news.md", "shared.txt"],
        &["check", "03.news.md"],
        &["check", "--no-baseline", "absent", "."],
    ] {
        check(articles.path(), arguments);
    }
}

#[test]
fn a_baseline_lists_the_same_however_much_is_at_hand() {
    let listed = |files| {
        let articles = articles();
        let path = articles.path();
        let written = in_batches_of(files, path, &["check", "--write-baseline"]);
        assert_eq!(written.status.code(), Some(0), "{}", err(&written));
        fs::write(path.join("02.news.md"), "---\nlang: en\n---\n\n“We will not ever close the crossing before the harvest is over,”{haddad} Laila Haddad said.\n")
            .expect("an article");
        check(path, &["check", "--format", "json"]);
        ["isnad-baseline.json", "inner/isnad-baseline.json"]
            .map(|name| fs::read_to_string(path.join(name)).expect("a baseline"))
    };
    assert_eq!(listed(1), listed(1000));
}

#[test]
fn quotations_are_listed_the_same_however_much_is_at_hand() {
    let articles = articles();
    for format in ["table", "json", "ndjson", "csv"] {
        check(articles.path(), &["quotes", "--format", format]);
        check(
            articles.path(),
            &["quotes", "--format", format, "--by", "haddad"],
        );
    }
    let written = |files: usize, format: &str| {
        let file = format!("{files}.{format}");
        let arguments = ["quotes", "--format", format, "--out", &file];
        in_batches_of(files, articles.path(), &arguments);
        fs::read(articles.path().join(file)).expect("what is written")
    };
    for format in ["csv", "parquet"] {
        assert_eq!(written(1, format), written(1000, format));
    }
}

#[test]
fn articles_are_annotated_the_same_however_much_is_at_hand() {
    check(articles().path(), &["annotate", "--diff"]);
    let annotated = |files| {
        let articles = articles();
        let done = in_batches_of(files, articles.path(), &["annotate", "--likely"]);
        let new = articles.path().join("inner/own.news.md");
        (out(&done), err(&done), fs::read(new).expect("an article"))
    };
    assert_eq!(annotated(1), annotated(1000));
}
