//! What is looked at, what is told, and what is known already.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::cli::{command, err, folder, isnad, out, with_input};

/// Runs git in a folder, where nothing but its arguments says what it should do.
fn git(folder: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(folder)
        .args([
            "-c",
            "user.name=x",
            "-c",
            "user.email=x",
            "-c",
            "core.hooksPath=/nowhere",
        ])
        .args(arguments);
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        git.env_remove(variable);
    }
    let output = git.output().expect("git runs");
    assert!(output.status.success(), "{arguments:?}: {output:?}");
}

fn concise(folder: &Path, arguments: &[&str]) -> String {
    out(&isnad(
        folder,
        &[&["check", "--format", "concise"], arguments].concat(),
    ))
}

fn shown(folder: &Path, arguments: &[&str]) -> String {
    let output = isnad(folder, &[&["check", "--show-files"], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    out(&output)
}

#[test]
fn a_baseline_silences_what_was_there_and_nothing_else() {
    let text =
        "قال \u{202e}[x](#a@b)\u{202c} و[y](#a@b) “日本”{b c}\r\n\r\n😀 [z](#e\u{301}@f)\r\n";
    let folder = folder(&[
        ("isnad.toml", b""),
        ("2019/أ.news.md", text.as_bytes()),
        ("2020/b.news.md", b"[x](#a@b)\n"),
        ("gone.news.md", b"[x](#a@b)\n"),
        ("sub/isnad.toml", b""),
        ("sub/c.news.md", b"[x](#a@b)\n"),
    ]);
    let here = folder.path();
    let before = concise(here, &["2019"]);
    let output = isnad(here, &["check", "--write-baseline"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(out(&output), "");
    let told = err(&output);
    assert!(told.starts_with("isnad-baseline.json: "), "{told}");
    assert!(
        told.contains("\nsub/isnad-baseline.json: 1 finding in 1 file listed; 1 more"),
        "{told}"
    );
    assert_eq!(concise(here, &[]), "");
    assert_eq!(concise(here, &["--no-baseline", "2019"]), before);
    insta::assert_snapshot!(fs::read_to_string(here.join("isnad-baseline.json")).expect("it"));

    // Lines come before, one of two goes, a third of the same words comes, a file goes.
    let changed = text
        .replace("و[y](#a@b)", "[w](#a@b) [v](#a@b)")
        .replace("{b c}", "");
    fs::write(here.join("2019/أ.news.md"), format!("x\r\n\r\n{changed}")).expect("a file");
    fs::remove_file(here.join("gone.news.md")).expect("gone");
    let output = isnad(here, &["check", "--format", "concise"]);
    insta::assert_snapshot!(out(&output) + &err(&output));
    assert_eq!(output.status.code(), Some(1));

    // What is written anew silences it all, and what nobody asked about stays as it was.
    let output = isnad(
        here,
        &[
            "check",
            "2019",
            "--write-baseline",
            "--select",
            "invalid-id",
        ],
    );
    let told = err(&output);
    assert!(
        told.ends_with(" listed; 1 more than before, 1 fewer\n"),
        "{told}"
    );
    let left = concise(here, &[]);
    assert!(
        left.contains("stale-baseline") && !left.contains("invalid-id"),
        "{left}"
    );
    isnad(here, &["check", "--write-baseline"]);
    assert_eq!(concise(here, &[]), "");
    let written = fs::read(here.join("isnad-baseline.json")).expect("it");
    isnad(here, &["check", "--write-baseline"]);
    assert_eq!(
        fs::read(here.join("isnad-baseline.json")).expect("it"),
        written
    );
}

#[test]
fn what_a_baseline_lists_is_not_mended_unless_asked() {
    let folder = folder(&[("isnad.toml", b""), ("a.news.md", b"[x](=2025-3-4)\n")]);
    let article = folder.path().join("a.news.md");
    isnad(folder.path(), &["check", "--write-baseline"]);
    isnad(folder.path(), &["fix"]);
    assert_eq!(
        fs::read_to_string(&article).expect("it"),
        "[x](=2025-3-4)\n"
    );
    isnad(folder.path(), &["fix", "--no-baseline"]);
    assert_eq!(
        fs::read_to_string(&article).expect("it"),
        "[x](=2025-03-04)\n"
    );
}

#[test]
fn a_baseline_that_cannot_be_read_is_told_with_its_place() {
    for (baseline, told) in [
        (
            "{\n  \"versio\": 1}",
            "2:10: this is no baseline: unknown field `versio`",
        ),
        (
            "{\"version\": 2, \"findings\": {}}",
            "1:1: this baseline is of version 2, and this Isnad knows version 1",
        ),
        ("\u{feff}[", "1:1: this is no baseline: "),
        ("", "1:1: this is no baseline: "),
        ("a\0", "1:1: this file holds a NUL"),
    ] {
        let folder = folder(&[
            ("isnad.toml", b""),
            ("isnad-baseline.json", baseline.as_bytes()),
            ("a.news.md", b"[x](#a@b)\n"),
        ]);
        let output = isnad(folder.path(), &["check"]);
        assert_eq!(output.status.code(), Some(2));
        let expected = format!("isnad: isnad-baseline.json:{told}");
        assert!(err(&output).starts_with(&expected), "{}", err(&output));
        assert!(
            out(&output).contains("invalid-id"),
            "the article is checked all the same"
        );
    }
}

#[test]
fn paths_come_from_a_list_too() {
    let folder = folder(&[
        ("a.news.md", b"x\n"),
        ("b c.news.md", b"x\n"),
        ("أ/d.news.md", b"x\n"),
        ("lines", "b c.news.md\r\nأ\r\n\r\n".as_bytes()),
        ("nul", "b c.news.md\0أ/d.news.md\0".as_bytes()),
    ]);
    let here = folder.path();
    assert_eq!(shown(here, &[]), "a.news.md\nb c.news.md\nأ/d.news.md\n");
    for list in ["lines", "nul"] {
        assert_eq!(
            shown(here, &["--files-from", list]),
            "b c.news.md\nأ/d.news.md\n"
        );
    }
    assert_eq!(
        shown(here, &["--files-from", "nul", "a.news.md"])
            .lines()
            .count(),
        3
    );
    let arguments = ["check", "--show-files", "--files-from", "-"];
    let output = with_input(here, &arguments, "أ/d.news.md\0".as_bytes());
    assert_eq!(out(&output), "أ/d.news.md\n");
    let output = with_input(here, &["check", "-", "--files-from", "-"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        err(&output).contains("either an article"),
        "{}",
        err(&output)
    );
}

#[test]
fn what_git_ignores_is_looked_at_where_it_is_named_unless_it_is_not_to_be() {
    let folder = folder(&[
        (".git/x", b""),
        (".gitignore", b"drafts/\n/c.news.md\n"),
        ("sub/.gitignore", b"*\n!kept.news.md\n"),
        ("a.news.md", b"[x](#a@b)\n"),
        ("c.news.md", b"[x](#a@b)\n"),
        (".hidden/d.news.md", b"[x](#a@b)\n"),
        ("drafts/deep/d.news.md", b"[x](#a@b)\n"),
        ("sub/kept.news.md", b"[x](#a@b)\n"),
        ("sub/e.news.md", b"[x](#a@b)\n"),
    ]);
    let here = folder.path();
    let named = [
        "a.news.md",
        "c.news.md",
        ".hidden/d.news.md",
        "drafts/deep/d.news.md",
        "sub/kept.news.md",
        "./sub/e.news.md",
    ];
    assert_eq!(shown(here, &[]), "a.news.md\nsub/kept.news.md\n");
    assert_eq!(shown(here, &named).lines().count(), named.len());
    let forced = [&named[..], &["--force-exclude"]].concat();
    assert_eq!(shown(here, &forced), "a.news.md\nsub/kept.news.md\n");
    let drafts = here.join("drafts/deep");
    assert_eq!(shown(&drafts, &["d.news.md", "--force-exclude"]), "");
    // A path that leads nowhere is no less wrong.
    let output = isnad(here, &["check", "--force-exclude", "nowhere.news.md"]);
    assert_eq!(output.status.code(), Some(2));
    // Standard input stands for the file of its name; what is passed over is passed on.
    for (name, is_ignored) in [("a.news.md", false), ("drafts/deep/d.news.md", true)] {
        let text = "[x](=2025-3-4)\r\n";
        let run = |command: &str| {
            let arguments = [command, "-", "--stdin-path", name, "--force-exclude"];
            with_input(here, &arguments, text.as_bytes())
        };
        let code = i32::from(!is_ignored);
        assert_eq!(run("check").status.code(), Some(code));
        assert_eq!(out(&run("fix")) == text, is_ignored);
        assert_eq!(out(&run("fmt")), text, "there is nothing to format");
    }
}

#[test]
fn only_what_has_changed_is_looked_at() {
    let folder = folder(&[
        ("a.news.md", b"---\nlang: en\nwire: a.txt\n---\n\nx\n"),
        ("a.txt", b"x\n"),
        ("b.news.md", b"x\n"),
        (
            "desk/entities.yaml",
            b"omar: {type: person, name: Omar Said}\n",
        ),
        ("desk/\u{62a}/c d.news.md", b"x\n"),
        ("desk/isnad.toml", b""),
    ]);
    let here = folder.path();
    let output = isnad(here, &["check", "--changed"]);
    assert!(
        err(&output).contains("a.news.md: no folder above it is a repository"),
        "{output:?}"
    );
    git(here, &["init", "-q", "-b", "main"]);
    assert_eq!(
        shown(here, &["--changed"]).lines().count(),
        3,
        "nothing is committed yet"
    );
    git(here, &["add", "-A"]);
    assert_eq!(
        shown(here, &["--changed"]).lines().count(),
        3,
        "nothing is committed yet"
    );
    git(here, &["commit", "-qm", "first"]);
    assert_eq!(shown(here, &["--changed"]), "");
    assert_eq!(shown(here, &["--changed", "b.news.md"]), "");
    let changed = |path: &str, text: Option<&str>, expected: &str| {
        let path = here.join(path);
        match text {
            Some(text) => fs::write(&path, text).expect("a file"),
            None => fs::remove_file(&path).expect("a file"),
        }
        assert_eq!(shown(here, &["--changed"]), expected, "{}", path.display());
        git(here, &["add", "-A"]);
        assert_eq!(shown(here, &["--changed"]), expected, "{}", path.display());
        git(here, &["reset", "-q", "--hard"]);
        assert_eq!(shown(here, &["--changed"]), "");
    };
    let c = "desk/\u{62a}/c d.news.md";
    changed("b.news.md", Some("y\n"), "b.news.md\n");
    changed("new.news.md", Some("y\n"), "new.news.md\n");
    changed("a.txt", Some("y\n"), "a.news.md\n");
    changed(c, Some("y\n"), &format!("{c}\n"));
    changed(c, None, "");
    changed(
        "desk/entities.yaml",
        Some("omar: {name: O}\n"),
        &format!("{c}\n"),
    );
    changed("desk/entities.yaml", None, &format!("{c}\n"));
    changed(
        "desk/isnad.toml",
        Some("lang = \"en\"\n"),
        &format!("{c}\n"),
    );
    changed("desk/isnad.toml", None, &format!("{c}\n"));
    changed(
        "desk/isnad-baseline.json",
        Some("{\"version\": 1, \"findings\": {}}\n"),
        &format!("{c}\n"),
    );

    // A branch is compared with where it left, not with what came there since.
    git(here, &["checkout", "-qb", "story"]);
    fs::write(here.join("b.news.md"), "y\n").expect("a file");
    git(here, &["commit", "-qam", "second"]);
    git(here, &["checkout", "-q", "main"]);
    fs::write(here.join("a.news.md"), "z\n").expect("a file");
    git(here, &["commit", "-qam", "third"]);
    git(here, &["checkout", "-q", "story"]);
    assert_eq!(shown(here, &["--changed=main"]), "b.news.md\n");
    assert_eq!(
        shown(&here.join("desk"), &["--changed=main", ".."]),
        "../b.news.md\n"
    );
    for revision in ["nope", "--output=x", ""] {
        let output = isnad(here, &["check", &format!("--changed={revision}")]);
        assert_eq!(output.status.code(), Some(2), "{revision}");
        assert!(
            err(&output).contains(&format!("git knows no revision `{revision}`")),
            "{output:?}"
        );
    }
}

#[test]
fn rules_are_counted_instead_of_told() {
    let text = "[x](#a@b) [y](#c@d) “Nobody knows why it fell”{} [z](=2025-3-4)\n";
    let folder = folder(&[
        ("a.news.md", text.as_bytes()),
        ("b.news.md", b"[x](#a@b)\n"),
    ]);
    insta::assert_snapshot!(out(&isnad(folder.path(), &["check", "--statistics"])));
    let json = out(&isnad(
        folder.path(),
        &["check", "--statistics", "--format", "json"],
    ));
    let counts: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(counts["statistics"][0]["rule"], "invalid-id");
    assert_eq!(counts["statistics"][0]["count"], 3);
    assert_eq!(counts["statistics"].as_array().map(Vec::len), Some(3));
}

#[test]
fn whoever_watches_sees_each_change() {
    let folder = folder(&[
        ("isnad.toml", b""),
        ("desk/a.news.md", b"x\n"),
        ("desk/b.news.md", b"x\n"),
    ]);
    let arguments = [
        "check",
        "--watch",
        "--format",
        "concise",
        "--report",
        "concise=desk/log.txt",
    ];
    let mut child = command(&folder.path().join("desk"), &arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("isnad runs");
    let (lines, told) = (
        child.stdout.take().expect("it"),
        child.stderr.take().expect("it"),
    );
    let (sender, seen) = mpsc::channel();
    let send = |stream: Box<dyn std::io::Read + Send>, sender: mpsc::Sender<String>| {
        thread::spawn(move || {
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                let _ = sender.send(line);
            }
        });
    };
    send(Box::new(lines), sender.clone());
    send(Box::new(told), sender);
    // What is printed and what is told come in any order.
    let wait = |mut expected: Vec<&str>| {
        while !expected.is_empty() {
            let line = seen.recv_timeout(Duration::from_secs(60));
            let line = line.unwrap_or_else(|_| panic!("{expected:?} never came"));
            expected.retain(|expected| !line.contains(expected));
        }
    };
    let again = "watching for changes";
    wait(vec![again]);
    fs::write(folder.path().join("desk/a.news.md"), "[x](#a@b)\n").expect("a file");
    wait(vec!["a.news.md:1:6: error[invalid-id]", again]);
    fs::write(folder.path().join("desk/c.news.md"), "[x](#c@d)\n").expect("a file");
    wait(vec!["c.news.md:1:6: error[invalid-id]", again]);
    // The configuration stands above what was named.
    let hint = "[rules]\ninvalid-id = \"hint\"\n";
    fs::write(folder.path().join("isnad.toml"), hint).expect("a file");
    wait(vec!["a.news.md:1:6: hint[invalid-id]", again]);
    // What it writes itself is no change, so it comes to rest.
    let more = (0..50).take_while(|_| seen.recv_timeout(Duration::from_secs(1)).is_ok());
    assert!(more.count() < 50);
    child.kill().expect("it runs until it is ended");
    child.wait().expect("it ends");
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = folder(&[]);
    let page = out(&isnad(folder.path(), &["man"]));
    assert!(
        page.contains(".TH isnad 1") && page.contains("isnad\\-check(1)"),
        "{page}"
    );
    let output = isnad(folder.path(), &["man", "--out", "man"]);
    assert_eq!(output.status.code(), Some(0));
    let help = out(&isnad(folder.path(), &["--help"]));
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands = commands.take_while(|line| !line.is_empty());
    let names: Vec<&str> = commands
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(
        names.contains(&"check") && names.contains(&"man"),
        "{names:?}"
    );
    for name in names.into_iter().filter(|name| *name != "help") {
        let page = fs::read_to_string(folder.path().join(format!("man/isnad-{name}.1")));
        assert!(page.expect(name).contains(".SH OPTIONS"), "{name}");
    }
}
