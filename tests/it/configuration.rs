//! The configuration as its users meet it: the same on every way in, and as its manual says.

use std::fs;
use std::path::Path;

use isnad::rules;
use isnad::workspace::{Config, KEYS, OVERRIDE_KEYS};

use crate::cli::{err, folder, isnad, out, with_input};

/// German without a word of German habits: only who knows the language finds her name.
const ARTICLE: &str = "---
entities:
  haddad: {type: person, name: Laila Haddad, aka: [Haddad]}
---

Haddads Rede dauerte lange. “Nein.
";

#[test]
fn standard_input_is_what_the_file_of_its_name_is() {
    let configuration = "[[overrides]]\npaths = [\"archive\"]\nlang = \"de\"\nrules = { unclosed-quote = \"info\" }\n";
    let folder = folder(&[
        ("isnad.toml", configuration.as_bytes()),
        ("archive/a.news.md", ARTICLE.as_bytes()),
        ("a.news.md", ARTICLE.as_bytes()),
    ]);
    for (name, expected) in [
        ("archive/a.news.md", "info[unclosed-quote]"),
        ("a.news.md", "warning[unclosed-quote]"),
    ] {
        let file = out(&isnad(
            folder.path(),
            &["check", "--format", "concise", name],
        ));
        let arguments = ["check", "--format", "concise", "-", "--stdin-path", name];
        let piped = out(&with_input(folder.path(), &arguments, ARTICLE.as_bytes()));
        assert_eq!(piped, file);
        assert!(file.contains(expected), "{file}");
        assert_eq!(
            file.contains("unused-entity"),
            name == "a.news.md",
            "{file}"
        );
    }
}

#[test]
fn the_language_on_the_command_line_counts_before_that_of_the_configuration() {
    let says = ARTICLE.replacen("---\n", "---\nlang: de\n", 1);
    let folder = folder(&[
        ("isnad.toml", b"lang = \"en\"\n"),
        ("a.news.md", ARTICLE.as_bytes()),
        ("says.news.md", says.as_bytes()),
    ]);
    for (arguments, is_found) in [
        (&["a.news.md"][..], false),
        (&["a.news.md", "--lang", "de"], true),
        (&["a.news.md", "--lang", "de-AT"], true),
        (&["says.news.md"], true),
        (&["says.news.md", "--lang", "en"], true),
    ] {
        let arguments = [&["check", "--format", "concise"][..], arguments].concat();
        let report = out(&isnad(folder.path(), &arguments));
        assert_eq!(
            !report.contains("unused-entity"),
            is_found,
            "{arguments:?} {report}"
        );
    }
    let refused = err(&isnad(folder.path(), &["check", "--lang", "German"]));
    assert!(refused.contains("did you mean `de`?"), "{refused}");
    // `quotes` takes it too.
    let listed = isnad(folder.path(), &["quotes", "--lang", "de"]);
    assert_eq!(listed.status.code(), Some(0));
}

#[test]
fn another_version_is_told_and_fails() {
    let folder = folder(&[
        ("isnad.toml", b"required-version = \">=99\"\n"),
        ("a.news.md", b"It rained.\n"),
    ]);
    let output = isnad(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(2));
    let expected = format!(
        "isnad: isnad.toml:1:20: this is isnad {}, and `>=99` is required here\n",
        env!("CARGO_PKG_VERSION")
    );
    assert_eq!(err(&output), expected);
}

#[test]
fn the_examples_of_the_manual_are_configurations() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manual = root.join("docs/configuration.md");
    let read = |path| {
        fs::read_to_string(path)
            .expect("a text")
            .replace("\r\n", "\n")
    };
    let manual = read(manual) + &read(root.join("README.md"));
    let examples: Vec<&str> = manual
        .split("```toml\n")
        .skip(1)
        .filter_map(|after| after.split("```").next())
        .collect();
    assert!(examples.len() > KEYS.len(), "{examples:#?}");
    for example in &examples {
        let config = Config::read(example);
        assert_eq!(config.problems, [], "{example}");
        for level in config.all_levels() {
            assert!(rules::find(&level.rule).is_some(), "{}", level.rule);
        }
    }
    for key in KEYS.iter().chain(&OVERRIDE_KEYS) {
        let is_shown = |example: &&str| {
            let tables = [format!("[{}]", key.name), format!("[[{}]]", key.name)];
            let is_it = |line: &str| {
                line.starts_with(&format!("{} = ", key.name)) || tables.iter().any(|it| it == line)
            };
            example.lines().any(is_it)
        };
        assert!(examples.iter().any(is_shown), "{} has no example", key.name);
    }
}
