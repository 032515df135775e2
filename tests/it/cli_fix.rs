//! `isnad fix`.

use std::fs;

use crate::cli::{err, folder, isnad, out, with_input};

const ENTITIES: &str = "haddad: {type: person, name: Laila Haddad}\n";

/// Two findings with a safe fix, one with an unsafe one, one with none.
const WRONG: &str =
    "“No,”{haddad} said [Laila Haddad](#haddad) [on Tuesday](=2025-3-4). “Never,” {haddad} she said. [x](#y@z)

<!-- isnad: allow unclosed-quote — as printed -->

It rained.
";

const SAFE: &str =
    "“No,”{haddad} said [Laila Haddad](#haddad) [on Tuesday](=2025-03-04). “Never,” {haddad} she said. [x](#y@z)

It rained.
";

const BOLD: &str =
    "“No,”{haddad} said [Laila Haddad](#haddad) [on Tuesday](=2025-03-04). “Never,”{haddad} she said. [x](#y@z)

It rained.
";

fn wrong() -> tempfile::TempDir {
    folder(&[
        ("a.news.md", WRONG.as_bytes()),
        ("b.news.md", b"It rains.\n"),
        ("entities.yaml", ENTITIES.as_bytes()),
    ])
}

#[test]
fn what_can_be_fixed_is_and_the_rest_is_reported() {
    let folder = wrong();
    let read = || fs::read_to_string(folder.path().join("a.news.md")).expect("the article");
    let output = isnad(folder.path(), &["fix"]);
    assert_eq!(read(), SAFE);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(out(&output));
    assert_eq!(err(&output), "");

    let check = out(&isnad(folder.path(), &["check"]));
    let again = isnad(folder.path(), &["fix"]);
    assert_eq!(
        out(&again),
        check + "fixed none of 3 findings; 1 can be fixed with --unsafe\n"
    );

    let output = isnad(folder.path(), &["fix", "--unsafe", "--format", "json"]);
    assert_eq!(read(), BOLD);
    assert_eq!(err(&output), "fixed 1 of 2 findings in 1 file\n");
    let report: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
    assert_eq!(report["diagnostics"].as_array().map(Vec::len), Some(1));
    for (arguments, code) in [
        (&["fix", "--fail-on", "never"][..], 0),
        (&["fix", "b.news.md"], 0),
        (&["fix", "gone.news.md"], 2),
        (&["fix", "-", "a.news.md"], 2),
        (&["fix", "--diff"], 0),
    ] {
        let code_of = isnad(folder.path(), arguments).status.code();
        assert_eq!(code_of, Some(code), "{arguments:?}");
    }
}

#[test]
fn a_diff_shows_and_writes_nothing() {
    let folder = wrong();
    let output = isnad(folder.path(), &["fix", "--diff"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(out(&output));
    assert_eq!(
        err(&output),
        "would fix 2 of 5 findings in 1 file; 1 more could be fixed with --unsafe\n"
    );
    let bold = out(&isnad(
        folder.path(),
        &["fix", "--diff", "--unsafe", "--color=always"],
    ));
    assert!(bold.contains("\u{1b}[32m+“No,”{haddad} said"), "{bold}");
    let read = fs::read_to_string(folder.path().join("a.news.md")).expect("the article");
    assert_eq!(read, WRONG);
}

#[test]
fn a_diff_cannot_steer_a_terminal_or_a_log() {
    let text = "[Tuesday](=2025-3-4) \u{1b}[31m \u{202e}##[group]\r\n::error::x";
    let folder = folder(&[
        ("a\u{202e}.news.md", text.as_bytes()),
        ("entities.yaml", ENTITIES.as_bytes()),
    ]);
    let diff = out(&isnad(folder.path(), &["fix", "--diff"]));
    assert!(
        diff.contains("\\u{202e}") && diff.contains("No newline"),
        "{diff}"
    );
    assert!(
        !diff.contains(['\u{1b}', '\u{202e}', '\r']) && !diff.contains("##["),
        "{diff}"
    );
}

#[test]
fn standard_input_is_printed_as_fixed() {
    let folder = wrong();
    let arguments = ["fix", "-", "--stdin-path", "c.news.md"];
    let output = with_input(folder.path(), &arguments, WRONG.as_bytes());
    assert_eq!(out(&output), SAFE);
    assert_eq!(output.status.code(), Some(1));
    let said = err(&output);
    assert!(said.contains("--> c.news.md:1:"), "{said}");
    assert!(
        said.ends_with("fixed 2 of 5 findings in 1 file; 1 more can be fixed with --unsafe\n"),
        "{said}"
    );
    let output = with_input(folder.path(), &arguments, b"It rains.");
    assert_eq!(
        (out(&output).as_str(), output.status.code()),
        ("It rains.", Some(0))
    );
    let output = with_input(folder.path(), &arguments, b"caf\xe9");
    assert_eq!((out(&output).as_str(), output.status.code()), ("", Some(2)));
    assert!(err(&output).starts_with("isnad: c.news.md: this file is not UTF-8"));
    let diff = with_input(
        folder.path(),
        &[&arguments[..], &["--diff"]].concat(),
        WRONG.as_bytes(),
    );
    assert!(
        out(&diff).starts_with("--- c.news.md\n+++ c.news.md\n@@ "),
        "{}",
        out(&diff)
    );
}

#[test]
fn no_word_of_the_wire_text_changes() {
    let article = format!("---\nwire: story.txt\n---\n{WRONG}");
    let folder = folder(&[
        ("a.news.md", article.as_bytes()),
        ("entities.yaml", ENTITIES.as_bytes()),
    ]);
    let strip = || out(&isnad(folder.path(), &["strip", "a.news.md"]));
    let before = strip();
    isnad(folder.path(), &["fix", "--unsafe"]);
    assert_eq!(strip(), before);
}

#[cfg(unix)]
#[test]
fn a_file_stays_what_it_is_but_for_its_text() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let text = format!("\u{feff}{}", WRONG.replace('\n', "\r\n"));
    let folder = folder(&[
        ("isnad.toml", b""),
        ("real/a.news.md", text.as_bytes()),
        ("real/read-only.news.md", WRONG.as_bytes()),
        ("entities.yaml", ENTITIES.as_bytes()),
    ]);
    let path = |name: &str| folder.path().join(name);
    let mode = |name: &str, mode: u32| {
        fs::set_permissions(path(name), fs::Permissions::from_mode(mode)).expect("a mode");
    };
    mode("real/a.news.md", 0o640);
    mode("real/read-only.news.md", 0o444);
    symlink("real/a.news.md", path("link.news.md")).expect("a link");
    let output = isnad(
        folder.path(),
        &["fix", "link.news.md", "real/read-only.news.md"],
    );
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        err(&output),
        "isnad: real/read-only.news.md: this file is read-only; it is left as it is\n"
    );
    let told = out(&output);
    assert!(
        told.contains("fixed 2 of 10 findings in 1 file; 2 more can be fixed"),
        "{told}"
    );
    let fixed = fs::read_to_string(path("real/a.news.md")).expect("the article");
    assert_eq!(fixed, format!("\u{feff}{}", SAFE.replace('\n', "\r\n")));
    let left = fs::read_to_string(path("real/read-only.news.md")).expect("the article");
    assert_eq!(left, WRONG);
    let metadata = fs::metadata(path("real/a.news.md")).expect("the article");
    assert_eq!(metadata.permissions().mode() & 0o777, 0o640);
    let link = fs::symlink_metadata(path("link.news.md")).expect("the link");
    assert!(link.is_symlink());
    assert_eq!(
        fs::read_dir(path("real")).expect("a folder").count(),
        2,
        "nothing else is left"
    );
}

#[test]
fn a_file_that_changed_since_it_was_read_is_left_alone() {
    let folder = folder(&[("a.news.md", b"new")]);
    let path = folder.path().join("a.news.md");
    let refused = isnad::files::rewrite(&path, b"old", b"fixed").expect_err("it changed");
    assert_eq!(
        refused.to_string(),
        "this file has changed since it was read; it is left as it is"
    );
    assert_eq!(fs::read(&path).expect("the file"), b"new");
    isnad::files::rewrite(&path, b"new", b"fixed").expect("it has not changed");
    assert_eq!(fs::read(&path).expect("the file"), b"fixed");
    fs::remove_file(&path).expect("the file");
    assert!(isnad::files::rewrite(&path, b"fixed", b"x").is_err());
    assert!(!path.exists(), "what is gone does not come back");
}
