//! `isnad fmt`.

use std::fs;

use crate::cli::{err, folder, isnad, out, with_input};

const LOOSE: &str = "قالت [حداد](# haddad ) \"لا\"{haddad ,omar}\r\n";
const CANONICAL: &str = "قالت [حداد](#haddad) \"لا\"{haddad, omar}\r\n";

#[test]
fn annotations_are_written_in_one_form() {
    let files: &[(&str, &[u8])] = &[
        ("a.news.md", LOOSE.as_bytes()),
        ("b.news.md", CANONICAL.as_bytes()),
        ("c.txt", LOOSE.as_bytes()),
        ("d.yaml", LOOSE.as_bytes()),
        ("latin/e.news.md", b"caf\xe9"),
    ];
    let folder = folder(files);
    let run = |arguments: &[&str]| {
        let output = isnad(folder.path(), &[&["fmt"][..], arguments].concat());
        (out(&output), err(&output), output.status.code())
    };
    let all = ["a.news.md", "b.news.md", "c.txt", "d.yaml"];
    let would = "1 file would be formatted, 3 in canonical form already\n";
    let (names, said, code) = run(&[&all[..], &["--check"]].concat());
    assert_eq!(
        (names.as_str(), said.as_str(), code),
        ("a.news.md\n", would, Some(1))
    );
    let (diff, said, code) = run(&[&all[..], &["--diff"]].concat());
    assert_eq!((said.as_str(), code), (would, Some(1)));
    insta::assert_snapshot!(diff);
    let read = || fs::read_to_string(folder.path().join("a.news.md")).expect("the article");
    assert_eq!(read(), LOOSE);

    let (said, nothing, code) = run(&all);
    assert_eq!(said, "1 file formatted, 3 in canonical form already\n");
    assert_eq!((nothing.as_str(), code), ("", Some(0)));
    assert_eq!(read(), CANONICAL);
    assert_eq!(run(&[&all[..], &["--check"]].concat()).2, Some(0));
    let (_, said, code) = run(&["latin"]);
    assert!(
        said.starts_with("isnad: latin/e.news.md: this file is not UTF-8"),
        "{said}"
    );
    assert_eq!(code, Some(2));
    assert_eq!(run(&["gone"]).2, Some(2));
    assert_eq!(run(&["-", "a.news.md"]).2, Some(2));
}

#[test]
fn standard_input_is_printed_in_that_form() {
    let folder = folder(&[]);
    for (name, after) in [("x.news.md", CANONICAL), ("x.txt", LOOSE)] {
        let arguments = ["fmt", "-", "--stdin-path", name];
        let output = with_input(folder.path(), &arguments, LOOSE.as_bytes());
        assert_eq!((out(&output).as_str(), err(&output).as_str()), (after, ""));
        assert_eq!(output.status.code(), Some(0));
    }
    let output = with_input(folder.path(), &["fmt", "-", "--check"], LOOSE.as_bytes());
    assert_eq!(
        (out(&output).as_str(), output.status.code()),
        ("stdin.news.md\n", Some(1))
    );
    let output = with_input(folder.path(), &["fmt", "-"], b"caf\xe9");
    assert_eq!((out(&output).as_str(), output.status.code()), ("", Some(2)));
}
