//! The binary as its users run it.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const FINDING: &str = "The minister, [Laila Haddad](#haddad, said 😀 “no”.\n";

pub(crate) fn isnad(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("isnad runs")
}

/// The binary, where nothing says what it should do but its arguments.
pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isnad"));
    command.current_dir(folder).args(arguments);
    let colours = ["NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"];
    let workflow = ["GITHUB_ACTIONS", "GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY"];
    for variable in colours.into_iter().chain(workflow) {
        command.env_remove(variable);
    }
    // Nor is anything remembered from one test to the next.
    command.env("ISNAD_CACHE_DIR", "");
    command
}

pub(crate) fn with_input(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(folder, arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("isnad runs");
    child
        .stdin
        .take()
        .expect("its input")
        .write_all(input)
        .expect("it reads");
    child.wait_with_output().expect("it ends")
}

pub(crate) fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a scratch folder");
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, content).expect("a file");
    }
    folder
}

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

pub(crate) fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

#[test]
fn exit_codes() {
    let folder = folder(&[
        ("bad.news.md", FINDING.as_bytes()),
        ("good.news.md", b"Nothing here.\n"),
        ("latin.news.md", b"caf\xe9\n"),
        ("nothing", b""),
        ("empty/x", b""),
    ]);
    for (arguments, code) in [
        (&["check", "good.news.md"][..], 0),
        (&["check", "bad.news.md"], 1),
        (&["check"], 1),
        (&["check", "bad.news.md", "--fail-on", "never"], 0),
        (&["check", "bad.news.md", "--fail-on", "hint"], 1),
        (&["check", "good.news.md", "--max-warnings", "0"], 0),
        (&["check", "bad.news.md", "--max-warnings", "9"], 1),
        (&["check", "bad.news.md", "--max-warnings", "few"], 2),
        (&["check", "bad.news.md", "--exit-zero"], 0),
        (&["check", "absent.news.md", "--exit-zero"], 2),
        (
            &["check", "bad.news.md", "--exit-zero", "--fail-on", "hint"],
            2,
        ),
        (&["check", "bad.news.md", "--ignore", "unclosed-span"], 0),
        (
            &[
                "check",
                "bad.news.md",
                "--select",
                "name-variant,unused-entity",
            ],
            0,
        ),
        (&["check", "bad.news.md", "--select", "unclosed-span"], 1),
        (&["check", "bad.news.md", "--select", "unclosed-spam"], 2),
        (&["check", "bad.news.md", "--statistics"], 1),
        (
            &["check", "bad.news.md", "--statistics", "--format", "sarif"],
            2,
        ),
        (&["check", "bad.news.md", "--format", "xml"], 2),
        (&["check", "bad.news.md", "--report", "sarif"], 2),
        (
            &["check", "bad.news.md", "--report", "sarif=good.news.md/x"],
            2,
        ),
        (&["check", "bad.news.md", "--show-files"], 0),
        (&["check", "bad.news.md", "--changed"], 2),
        (&["check", "latin.news.md"], 1),
        (&["check", "latin.news.md", "--fail-on", "never"], 0),
        (&["check", "bad.news.md", "--write-baseline"], 2),
        (&["check", "--files-from", "absent"], 2),
        (&["check", "--files-from", "nothing"], 0),
        (
            &["check", "--files-from", "nothing", "--error-on-no-files"],
            2,
        ),
        (&["check", "empty", "--error-on-no-files"], 2),
        (&["check", "empty"], 0),
        (&["check", "absent.news.md"], 2),
        (&["check", "--no-such-flag"], 2),
        (&["check", "good.news.md", "--threads", "0"], 2),
        (&["check", "good.news.md", "--threads", "1025"], 2),
        (&["check", "good.news.md", "--threads", "100000"], 2),
        (&["check", "good.news.md", "--lang", "ar"], 0),
        (&["check", "good.news.md", "--lang", "arabic"], 2),
        (&["quotes", "good.news.md", "--lang", "en_US"], 2),
        (&["strip", "good.news.md"], 0),
        (&["strip", "absent"], 2),
        (&["explain"], 0),
        (&["explain", "unclosed-span"], 0),
        (&["explain", "unclosed-spam"], 2),
    ] {
        assert_eq!(
            isnad(folder.path(), arguments).status.code(),
            Some(code),
            "{arguments:?}"
        );
    }
}

#[test]
fn exit_codes_where_what_stands_around_the_articles_is_wrong() {
    let folder = folder(&[
        ("rule/isnad.toml", b"[rules]\nname-varient = \"error\"\n"),
        ("rule/a.news.md", b"Nothing here.\n"),
        ("pinned/isnad.toml", b"required-version = \">=99\"\n"),
        ("pinned/a.news.md", b"Nothing here.\n"),
        ("listed/isnad.toml", b""),
        (
            "listed/isnad-baseline.json",
            b"{\"version\": 1, \"finding\": {}}",
        ),
        ("listed/a.news.md", b"Nothing here.\n"),
    ]);
    for (arguments, code) in [
        (&["check", "rule"][..], 2),
        (&["check", "rule", "--exit-zero"], 2),
        (&["check", "pinned"], 2),
        (&["check", "listed"], 2),
        (&["check", "listed", "--no-baseline"], 0),
    ] {
        let output = isnad(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
    }
}

#[test]
fn bad_input_is_named_and_nothing_else_is_lost() {
    let folder = folder(&[
        ("a.news.md", FINDING.as_bytes()),
        ("latin.news.md", b"caf\xe9"),
        ("nul.news.md", b"a\0b"),
        ("front.news.md", b"---\nlang: [ar\n---\n\n[a](#b@c)\n"),
        ("empty/x", b""),
    ]);
    insta::assert_snapshot!(out(&isnad(
        folder.path(),
        &["check", "--format", "concise"]
    )));
    assert_eq!(
        err(&isnad(folder.path(), &["check", "empty"])),
        "isnad: no articles (*.news.md) under empty\n"
    );
    let missing = err(&isnad(folder.path(), &["check", "absent", "gone"]));
    assert!(
        missing.contains("absent: ") && missing.contains("gone: "),
        "{missing}"
    );
    let unknown = err(&isnad(folder.path(), &["explain", "unclosed-spam"]));
    assert_eq!(
        unknown,
        "isnad: there is no rule `unclosed-spam`; did you mean `unclosed-span`?\n"
    );
}

#[test]
fn every_rule_that_is_reported_is_explained() {
    let folder = folder(&[
        ("a.news.md", b"[a](#b@c) [d](#e\n"),
        ("latin.news.md", b"caf\xe9"),
    ]);
    let json = out(&isnad(folder.path(), &["check", "--format", "json"]));
    let report: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let findings = report["diagnostics"].as_array().expect("findings");
    let list = out(&isnad(folder.path(), &["explain"]));
    let rules: Vec<_> = findings
        .iter()
        .filter_map(|finding| finding["rule"].as_str())
        .collect();
    assert_eq!(rules, ["invalid-id", "unclosed-span", "unreadable-file"]);
    for rule in rules {
        let page = out(&isnad(folder.path(), &["explain", rule]));
        assert!(
            page.starts_with(&format!("# {rule} (error)\n\n## What it does\n")),
            "{page}"
        );
        assert!(
            list.lines()
                .any(|line| line.starts_with(&format!("  {rule} "))),
            "{list}"
        );
    }
}

#[test]
fn reports_are_drawn_for_people() {
    let folder = folder(&[
        (
            "ar.news.md",
            "قالت [ليلى حداد](#ليلى: \"لن نغلقه\"{ليلى عمر} وغادرت\u{202e}\n".as_bytes(),
        ),
        ("en.news.md", FINDING.as_bytes()),
    ]);
    insta::assert_snapshot!(out(&isnad(folder.path(), &["check"])));
}

#[test]
fn the_same_bytes_whatever_the_order_the_threads_and_the_way_in() {
    let folder = folder(&[
        ("a.news.md", FINDING.as_bytes()),
        ("b/c.news.md", b"\"x\"{a b}"),
        ("d.news.md", b"[](#x)"),
    ]);
    for format in ["human", "concise", "json", "sarif", "gitlab", "junit"] {
        let run = |arguments: &[&str]| {
            out(&isnad(
                folder.path(),
                &[&["check", "--format", format][..], arguments].concat(),
            ))
        };
        let expected = run(&["a.news.md", "b/c.news.md", "d.news.md"]);
        assert_eq!(run(&["d.news.md", "b", "a.news.md", "a.news.md"]), expected);
        assert_eq!(run(&[".", "--threads", "1"]), expected);
        assert_eq!(run(&["--threads", "2"]), expected);
        let file = run(&["a.news.md"]);
        let arguments = [
            "check",
            "--format",
            format,
            "-",
            "--stdin-path",
            "a.news.md",
        ];
        assert_eq!(
            out(&with_input(folder.path(), &arguments, FINDING.as_bytes())),
            file
        );
    }
}

#[cfg(unix)]
#[test]
fn names_that_print_alike_hide_no_file() {
    use std::os::unix::ffi::OsStrExt;

    let folder = folder(&[
        (r"a\b.news.md", FINDING.as_bytes()),
        ("a/b.news.md", FINDING.as_bytes()),
    ]);
    for name in [&b"\xfe.news.md"[..], b"\xff.news.md"] {
        let path = folder.path().join(std::ffi::OsStr::from_bytes(name));
        fs::write(path, FINDING).expect("a file");
    }
    let report = out(&isnad(folder.path(), &["check", "--format", "concise"]));
    let paths: Vec<_> = report
        .lines()
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(
        paths,
        [
            "a/b.news.md",
            r"a\b.news.md",
            "\u{fffd}.news.md",
            "\u{fffd}.news.md"
        ]
    );
    let arguments = [
        "check",
        "--format",
        "concise",
        "-",
        "a/b.news.md",
        "--stdin-path",
        "a/b.news.md",
        "-",
    ];
    let report = out(&with_input(folder.path(), &arguments, b"[x](#y@z)\n"));
    assert_eq!(
        report,
        "a/b.news.md:1:28: error[unclosed-span] this annotation is not closed by `)` on its line\n\
         a/b.news.md:1:6: error[invalid-id] `@` cannot stand in an id\n"
    );
}

#[cfg(unix)]
#[test]
fn a_file_of_several_spellings_is_reported_once() {
    let folder = folder(&[
        ("a.news.md", FINDING.as_bytes()),
        ("b/c.news.md", FINDING.as_bytes()),
    ]);
    std::os::unix::fs::symlink("b/c.news.md", folder.path().join("d.news.md")).expect("a link");
    let absolute = folder.path().join("a.news.md");
    let spellings = [
        absolute.to_str().expect("UTF-8"),
        "./a.news.md",
        "a.news.md",
        "b/../a.news.md",
        "d.news.md",
        "b",
        "b/c.news.md",
        ".",
    ];
    for turn in 0..spellings.len() {
        let mut arguments = vec!["check", "--format", "concise"];
        arguments.extend(spellings.iter().cycle().skip(turn).take(spellings.len()));
        let report = out(&isnad(folder.path(), &arguments));
        let paths: Vec<_> = report
            .lines()
            .filter_map(|line| line.split(':').next())
            .collect();
        assert_eq!(paths, [spellings[0], "b/c.news.md"], "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn what_cannot_be_looked_into_hides_nothing_else() {
    let folder = folder(&[
        ("a.news.md", FINDING.as_bytes()),
        ("z.news.md", FINDING.as_bytes()),
    ]);
    std::os::unix::fs::symlink("loop.news.md", folder.path().join("loop.news.md")).expect("a link");
    // A folder that not even a superuser can open by its path, which is too long: grown in two
    // halves, since it cannot be made by its path either.
    let half: std::path::PathBuf = std::iter::repeat_n("x".repeat(200), 15).collect();
    for top in ["deep", "half"] {
        fs::create_dir_all(folder.path().join(top).join(&half)).expect("a folder");
    }
    let bottom = folder.path().join("deep").join(&half).join("half");
    fs::rename(folder.path().join("half"), bottom).expect("a deep folder");

    let output = isnad(
        folder.path(),
        &["check", "--format", "concise", ".", "gone"],
    );
    assert_eq!(output.status.code(), Some(2));
    let report = out(&output);
    let paths: Vec<_> = report
        .lines()
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(paths, ["a.news.md", "z.news.md"]);
    let messages = err(&output);
    let begins = [
        "isnad: ./deep/x",
        "isnad: ./loop.news.md: ",
        "isnad: gone: ",
    ];
    assert_eq!(messages.lines().count(), begins.len(), "{messages}");
    for (message, begin) in messages.lines().zip(begins) {
        assert!(message.starts_with(begin), "{messages}");
        assert_eq!(message.matches("(os error").count(), 1, "{messages}");
    }
}

#[test]
fn columns_count_what_people_see() {
    for (before, column) in [
        ("", 1),
        ("😀 ", 3),
        ("日本 ", 4),
        ("e\u{301} ", 4),
        ("\t", 2),
        ("\u{feff}", 1),
        ("a\r\n", 1),
    ] {
        let folder = folder(&[("a.news.md", format!("{before}[x](#y@z) w").as_bytes())]);
        let json = out(&isnad(folder.path(), &["check", "--format", "json"]));
        let report: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let finding = &report["diagnostics"][0];
        // The id stands after `[x](#`.
        assert_eq!(finding["column"], column + 5, "{before:?}");
        assert_eq!(finding["start"], before.len() + 5, "{before:?}");
        assert_eq!(finding["end_column"], column + 8, "{before:?}");
    }
}

/// No clock is read: work in the square of the line's length would go on for many minutes.
#[test]
fn a_paragraph_of_findings_on_one_line_is_reported_to_its_end() {
    let findings = 100_000;
    let piece = "قالت [日本](#x@y) 👨\u{200d}👩\u{200d}👧 ";
    let folder = folder(&[("a.news.md", piece.repeat(findings).as_bytes())]);
    let column = (findings - 1) * piece.chars().count() + 12;
    for (format, place) in [
        ("concise", format!("a.news.md:1:{column}: ")),
        ("json", format!("\"column\": {column},")),
        ("human", format!("a.news.md:1:{column}\n")),
    ] {
        let report = out(&isnad(folder.path(), &["check", "--format", format]));
        assert!(report.contains(&place), "{format}");
        assert!(report.lines().all(|line| line.len() < 400), "{format}");
    }
}

#[test]
fn json_is_valid_when_nothing_is_found() {
    let folder = folder(&[("a.news.md", b"Nothing.\n")]);
    let json = out(&isnad(folder.path(), &["check", "--format", "json"]));
    let report: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(report["schema_version"], 1);
    assert_eq!(report["diagnostics"].as_array().map(Vec::len), Some(0));
}

#[test]
fn articles_cannot_steer_a_terminal_or_a_log() {
    let folder = folder(&[(
        "a.news.md",
        "::error::x ##[add-mask]y \u{1b}[31m\u{202e} [z](#w\n".as_bytes(),
    )]);
    let report = out(&isnad(folder.path(), &["check"]));
    assert!(
        !report.contains('\u{1b}') && !report.contains('\u{202e}') && !report.contains("##["),
        "{report}"
    );
    assert!(
        report
            .lines()
            .all(|line| !line.trim_start().starts_with("::")),
        "{report}"
    );
}

#[test]
fn colours_are_for_who_wants_them() {
    let folder = folder(&[("a.news.md", FINDING.as_bytes())]);
    let run = |color: Option<&str>, environment: &[(&str, &str)]| {
        let mut command = command(folder.path(), &["check"]);
        command.args(color.map(|color| format!("--color={color}")));
        command.envs(environment.iter().copied());
        out(&command.output().expect("isnad runs"))
    };
    let colored = run(Some("always"), &[]);
    insta::assert_snapshot!(colored.replace('\u{1b}', "ESC"));
    let plain = run(Some("never"), &[]);
    assert!(!plain.contains('\u{1b}'), "{plain}");
    for (color, environment, expected) in [
        (None, &[][..], &plain),
        (Some("auto"), &[], &plain),
        (None, &[("FORCE_COLOR", "1")], &colored),
        (None, &[("CLICOLOR_FORCE", "1")], &colored),
        (None, &[("FORCE_COLOR", "0")], &plain),
        (None, &[("NO_COLOR", "1"), ("FORCE_COLOR", "1")], &plain),
        (None, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], &plain),
        (None, &[("NO_COLOR", ""), ("FORCE_COLOR", "1")], &colored),
        (Some("always"), &[("NO_COLOR", "1")], &colored),
        (Some("never"), &[("FORCE_COLOR", "1")], &plain),
    ] {
        assert_eq!(
            &run(color, environment),
            expected,
            "{color:?} {environment:?}"
        );
    }
}

#[test]
fn arguments_cannot_steer_a_terminal_or_a_log() {
    let folder = folder(&[]);
    let hostile = "x\u{1b}[31m\u{202e}\n::error::##[group]y";
    for arguments in [
        &["check", hostile][..],
        &["fix", hostile],
        &["fmt", hostile],
        &["strip", hostile],
        &["explain", hostile],
        &[hostile],
        &["check", "--threads", hostile],
        &["check", "--format", hostile],
    ] {
        let output = isnad(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let message = err(&output);
        assert!(message.contains("\\u{202e}"), "{message}");
        assert!(
            !message.contains(['\u{1b}', '\u{202e}'])
                && !message.contains("##[")
                && !message.lines().any(|line| line.starts_with("::")),
            "{message}"
        );
    }
    let usage = err(&isnad(folder.path(), &["check", "--no-such-flag"]));
    assert!(usage.lines().count() > 1, "{usage}");
}

#[test]
fn strip_is_exact() {
    let article = "\u{feff}---\r\nlang: ar\r\n---\r\n\r\n# [أ](#ب)\r\n\r\n\"ج\"{د}\r\n";
    let folder = folder(&[("a.news.md", article.as_bytes()), ("b.txt", b"[a](#b)\n")]);
    assert_eq!(
        out(&isnad(folder.path(), &["strip", "a.news.md"])),
        "\u{feff}أ\r\n\r\n\"ج\"\r\n"
    );
    assert_eq!(
        out(&with_input(
            folder.path(),
            &["strip", "-"],
            article.as_bytes()
        )),
        "\u{feff}أ\r\n\r\n\"ج\"\r\n"
    );
    assert_eq!(out(&isnad(folder.path(), &["strip", "b.txt"])), "[a](#b)\n");
}

#[test]
fn strip_writes_into_a_folder() {
    let folder = folder(&[
        ("ليلى.news.md", "\u{feff}[أ](#ب)\r\n".as_bytes()),
        ("b/c.news.md", b"\"x\"{y}\n"),
        ("d.txt", b"[a](#b)\n"),
    ]);
    let run = |arguments: &[&str]| {
        let output = isnad(folder.path(), &[&["strip"][..], arguments].concat());
        assert_eq!(out(&output), "");
        (output.status.code(), err(&output))
    };
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a file");
    let clean = (Some(0), String::new());

    assert_eq!(run(&["--out", "o/p", "."]), clean);
    assert_eq!(
        run(&["--out", "o/p", "d.txt", "b"]),
        clean,
        "again the same"
    );
    let mut names: Vec<_> = fs::read_dir(folder.path().join("o/p"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["c.txt", "d.txt", "ليلى.txt"]);
    assert_eq!(read("o/p/ليلى.txt"), "\u{feff}أ\r\n");
    assert_eq!(read("o/p/c.txt"), "\"x\"\n");
    assert_eq!(read("o/p/d.txt"), "[a](#b)\n");

    fs::write(folder.path().join("o/p/c.txt"), "mine").expect("a file");
    fs::remove_file(folder.path().join("o/p/ليلى.txt")).expect("a file");
    let refused =
        "isnad: o/p/c.txt: this file exists and holds something else; `--force` replaces it\n";
    assert_eq!(run(&["--out", "o/p", "."]), (Some(2), refused.to_owned()));
    assert_eq!(read("o/p/c.txt"), "mine");
    assert_eq!(
        read("o/p/ليلى.txt"),
        "\u{feff}أ\r\n",
        "the others are written"
    );
    assert_eq!(run(&["--out", "o/p", ".", "--force"]), clean);
    assert_eq!(read("o/p/c.txt"), "\"x\"\n");

    let (code, message) = run(&["--out", "d.txt", "b"]);
    assert_eq!(code, Some(2));
    assert!(
        message.starts_with("isnad: d.txt/c.txt: this file cannot be written: "),
        "{message}"
    );
    assert_eq!(
        run(&["b", "--force"]).0,
        Some(2),
        "there is nothing to force"
    );
}

#[test]
fn strip_lets_no_text_take_the_place_of_another() {
    let folder = folder(&[
        ("a.news.md", b"a"),
        ("b/a.news.md", b"b"),
        ("c.news.md", b"c"),
    ]);
    let output = isnad(folder.path(), &["strip", ".", "--out", "o", "--force"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        err(&output),
        "isnad: o/a.txt would be the wire text of each of a.news.md, b/a.news.md; nothing is \
         written, strip them into different folders\n"
    );
    assert!(!folder.path().join("o").exists());
}

#[test]
fn strip_takes_standard_input_under_a_name() {
    let folder = folder(&[]);
    for (name, wire) in [("a.txt", "[x](#y)"), ("a.news.md", "x")] {
        let arguments = ["strip", "-", "--stdin-path", name];
        let output = with_input(folder.path(), &arguments, b"[x](#y)");
        assert_eq!(out(&output), wire, "{name}");
    }
    let arguments = ["strip", "-", "--stdin-path", "../é.news.md", "--out", "o"];
    let output = with_input(folder.path(), &arguments, b"[x](#y)");
    assert_eq!((out(&output), err(&output)), Default::default());
    let written = fs::read_to_string(folder.path().join("o/é.txt")).expect("a file");
    assert_eq!(written, "x");
}

#[test]
fn a_reader_that_stops_early_is_no_success() {
    let folder = folder(&[("a.news.md", FINDING.repeat(20_000).as_bytes())]);
    let mut child = command(folder.path(), &["check"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("isnad runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(err(&output), "");
}

/// An article with a registry above it and a quotation with a chain.
const STORY: &str = "---
lang: en
source: [courier]
---

“We will not close it,”{haddad > omar} Haddad said. “Not this year.”{+} “The Old Lady”{-} waits.

[The sources](#sources) said [it was “never in doubt”]{sources}. “Nobody knows.”{?} “Nor I.”

It rained. “Ask us again in May, when the river is lower.”
";

const PEOPLE: &str = "haddad: {type: person, name: Laila Haddad, aka: [Haddad]}
omar: {type: person, name: Omar Said}
sources: {name: two officials, anonymous: true}
";

#[test]
fn quotations_are_listed_with_who_said_them() {
    let folder = folder(&[
        ("a.news.md", STORY.as_bytes()),
        ("entities.yaml", PEOPLE.as_bytes()),
    ]);
    let list = |arguments: &[&str]| {
        out(&isnad(
            folder.path(),
            &[&["quotes"][..], arguments].concat(),
        ))
    };
    let visible = |table: String| table.replace('\u{2068}', "⟨").replace('\u{2069}', "⟩");
    insta::assert_snapshot!(visible(list(&[])));
    insta::assert_snapshot!("quotations_for_spreadsheets", list(&["--format", "csv"]));
    let lines = list(&["--format", "ndjson"]);
    let document: serde_json::Value =
        serde_json::from_str(&list(&["--format", "json"])).expect("JSON");
    let records: Vec<serde_json::Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(
        document["quotations"],
        serde_json::Value::Array(records.clone())
    );
    let wire = out(&isnad(folder.path(), &["strip", "a.news.md"]));
    for record in &records {
        let at = |key: &str| record[key].as_u64().expect("an offset") as usize;
        let words = &wire[at("wire_start")..at("wire_end")];
        assert!(
            words.contains(record["text"].as_str().expect("text")),
            "{record}"
        );
        for speaker in record["speakers"].as_array().expect("speakers") {
            let Some(mention) = speaker["mention"].as_object() else {
                continue;
            };
            let at = |key: &str| mention[key].as_u64().expect("an offset") as usize;
            assert_eq!(
                STORY[at("start")..at("end")],
                *mention["text"].as_str().expect("text")
            );
        }
    }
    for name in ["haddad", "Laila Haddad", "LAILA HADDAD"] {
        let by = list(&["--by", name, "--format", "ndjson"]);
        assert_eq!(by.lines().count(), 2, "{name}: {by}");
    }
    assert_eq!(
        list(&["--by", "nobody", "--format", "json"])
            .matches("path")
            .count(),
        0
    );
}

#[test]
fn what_cannot_be_configured_is_told_and_fails() {
    let configuration = "registry = [\"nobody/*.yaml\", \"gone.yaml\"]\ncolour = true\n[rules]\nname-varient = \"error\"\nunclosed-quote = \"loud\"\n";
    let folder = folder(&[
        ("isnad.toml", configuration.as_bytes()),
        ("sub/a.news.md", STORY.as_bytes()),
        ("sub/entities.yaml", PEOPLE.as_bytes()),
    ]);
    let output = isnad(folder.path(), &["check", "sub"]);
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!(err(&output));
    assert!(
        out(&output).contains("anonymous-source"),
        "the article is checked all the same"
    );
    let folder = self::folder(&[("isnad.toml", b"[rules\n"), ("a.news.md", b"text\n")]);
    let output = isnad(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        err(&output).starts_with("isnad: isnad.toml:1:"),
        "{}",
        err(&output)
    );
}

#[test]
fn the_configuration_says_how_much_a_rule_matters() {
    let check = |levels: &str| {
        let configuration = format!("[rules]\n{levels}");
        let folder = folder(&[
            ("a.news.md", STORY.as_bytes()),
            ("entities.yaml", PEOPLE.as_bytes()),
            ("isnad.toml", configuration.as_bytes()),
        ]);
        let output = isnad(folder.path(), &["check", "--format", "concise"]);
        (out(&output), output.status.code())
    };
    let (plain, code) = check("");
    assert_eq!(code, Some(1), "{plain}");
    assert!(plain.contains("warning[unattributed-quote]"), "{plain}");
    assert!(plain.contains("info[anonymous-source]"), "{plain}");
    let (quiet, code) = check("unattributed-quote = \"off\"\nanonymous-source = \"hint\"\n");
    assert_eq!(code, Some(0), "{quiet}");
    assert!(!quiet.contains("unattributed-quote"), "{quiet}");
    assert!(quiet.contains("hint[anonymous-source]"), "{quiet}");
    let (strict, code) = check("anonymous-source = \"error\"\n");
    assert_eq!(code, Some(1));
    assert!(strict.contains("error[anonymous-source]"), "{strict}");
}

#[test]
fn a_registry_that_an_article_rests_on_is_checked_with_it() {
    let registry = format!("{PEOPLE}the mayor: {{name: Mayor}}\nomar: {{name: Omar}}\nclerk: [\n");
    let folder = folder(&[
        ("a.news.md", STORY.as_bytes()),
        ("b.news.md", STORY.as_bytes()),
        ("entities.yaml", registry.as_bytes()),
    ]);
    let report = out(&isnad(folder.path(), &["check", "--format", "concise"]));
    let of_registry = report
        .lines()
        .filter(|line| line.starts_with("entities.yaml:"));
    insta::assert_snapshot!(of_registry.collect::<Vec<_>>().join("\n"));
}

#[test]
fn quotations_that_nobody_annotated_are_listed_with_who_is_named() {
    let raw = "The ferries of Senta

“We will not close it,” said Transport Minister Laila Haddad. “Not this year.”

“Nobody asked the fishermen,” Haddad said.

“The boats need a harbour,” Karim Salem, a fisherman, told reporters.

\"Such \u{201c}peace\u{201d} is none\", wrote one of the readers of the newspaper “The Bank”.
";
    let arabic =
        "\u{feff}وقالت وزيرة النقل ليلى حداد: \"لن نغلقه\".\r\n\r\nوأضافت: \"هذا وعد\".\r\n";
    let folder = folder(&[
        ("en.txt", raw.as_bytes()),
        ("ar.news.md", arabic.as_bytes()),
        ("people.yaml", PEOPLE.as_bytes()),
        (
            "isnad.toml",
            b"registry = [\"people.yaml\"]\n[[overrides]]\npaths = [\"ar*\"]\nlang = \"ar\"\n",
        ),
    ]);
    let list = |arguments: &[&str]| {
        let files = &["quotes", "en.txt", "ar.news.md"][..];
        out(&isnad(folder.path(), &[files, arguments].concat()))
    };
    let visible = |table: String| table.replace('\u{2068}', "⟨").replace('\u{2069}', "⟩");
    insta::assert_snapshot!("quotations_that_the_text_attributes", visible(list(&[])));
    insta::assert_snapshot!(
        "quotations_that_the_text_attributes_for_programs",
        list(&["--format", "ndjson"])
    );
    // By an id, by a name of the registry, by the words of the text.
    for (name, count) in [
        ("haddad", 3),
        ("laila haddad", 3),
        ("karim salem", 1),
        ("ليلى حداد", 2),
        ("nobody", 0),
    ] {
        let by = list(&["--by", name, "--format", "ndjson"]);
        assert_eq!(by.lines().count(), count, "{name}: {by}");
    }
}
