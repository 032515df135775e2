//! The server finds what the command line finds.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::{Value, json};

use super::client::{Client, uri};
use super::pulled;
use crate::cli::{isnad, out, with_input};

/// A finding, as both sides can tell it: rule, severity, words, and where in lines and code points
/// from 1.
type Finding = (String, &'static str, String, [u64; 4]);

fn by_command_line(path: &Path) -> Vec<Finding> {
    let name = path.to_str().expect("UTF-8");
    let by_name = isnad(Path::new("."), &["check", "--format", "json", name]);
    let arguments = ["check", "--format", "json", "-", "--stdin-path", name];
    let text = fs::read(path).expect("an article");
    let piped = with_input(Path::new("."), &arguments, &text);
    assert_eq!(out(&by_name), out(&piped), "{name}");
    findings(&by_name, path)
}

/// The findings of a report that are about one file.
fn findings(output: &Output, path: &Path) -> Vec<Finding> {
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let name = path.to_str().expect("UTF-8").replace('\\', "/");
    let findings = report["diagnostics"].as_array().expect("findings").iter();
    let of_this = findings.filter(|finding| finding["path"] == name.as_str());
    let found = of_this.map(|finding| {
        let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        let number = |key: &str| finding[key].as_u64().expect("a number");
        let words = match finding["help"].as_str() {
            Some(help) => format!("{}\nhelp: {help}", text("message")),
            None => text("message"),
        };
        let severity = ["error", "warning", "info", "hint"];
        let severity = severity.into_iter().find(|name| text("severity") == *name);
        let place = ["line", "column", "end_line", "end_column"].map(number);
        (text("rule"), severity.expect("a severity"), words, place)
    });
    found.collect()
}

fn by_server(client: &mut Client, path: &Path, text: &str) -> Vec<Finding> {
    let uri = uri(path);
    client.open(&uri, text);
    let found = client.pull(&uri);
    client.notify(
        "textDocument/didClose",
        json!({"textDocument": {"uri": uri}}),
    );
    let found = found.iter().map(|finding| {
        let text = |key: &str| finding[key].as_str().expect("a text").to_owned();
        let number =
            |end: &str, key: &str| finding["range"][end][key].as_u64().expect("a number") + 1;
        let severity = finding["severity"].as_u64().expect("a severity") as usize;
        let place = [
            number("start", "line"),
            number("start", "character"),
            number("end", "line"),
            number("end", "character"),
        ];
        assert_eq!(finding["source"], "isnad");
        let severity = ["error", "warning", "info", "hint"][severity - 1];
        // An editor is told where right-to-left words begin and end.
        let words = text("message").replace(['\u{2068}', '\u{2069}'], "");
        (text("code"), severity, words, place)
    });
    found.collect()
}

fn client() -> Client {
    let mut can = pulled();
    can["general"] = json!({"positionEncodings": ["utf-32"]});
    Client::start(can, None)
}

fn articles(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.to_string_lossy().ends_with(".news.md"))
        .collect();
    paths.sort();
    paths
}

/// Compares the verdicts on every article of a folder, with what a baseline lists and without; how many
/// there are.
fn compare(folder: &Path) -> usize {
    let count = compare_as_they_are(folder);
    let copy = tempfile::tempdir().expect("a scratch folder");
    copy_all(folder, copy.path());
    let configuration = copy.path().join("isnad.toml");
    if !configuration.exists() {
        fs::write(&configuration, "").expect("a file");
    }
    let copied = articles(copy.path());
    let before: usize = copied.iter().map(|path| by_command_line(path).len()).sum();
    let output = isnad(copy.path(), &["check", "--write-baseline"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let silenced = copied.iter().map(|path| by_command_line(path).len()).sum();
    assert_eq!((silenced, compare_as_they_are(copy.path())), (0, count));
    // What comes later is told, what was mended is gone, and what has moved is known all the same.
    for path in &copied {
        let text = fs::read_to_string(path).expect("an article");
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let new = format!("{end}{end}“Who says so? [x](#nobody-at-all){end}");
        fs::write(path, text.replacen("](#", "](# ", 1) + &new).expect("an article");
    }
    assert_eq!(compare_as_they_are(copy.path()), count);
    let after: usize = copied.iter().map(|path| by_command_line(path).len()).sum();
    assert!(
        (1..before + 3 * count).contains(&after),
        "{before}, {after}"
    );
    count
}

/// Copies what a folder holds into another.
fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let to = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy_all(&path, &to);
        } else {
            fs::copy(&path, to).expect("a copy");
        }
    }
}

fn compare_as_they_are(folder: &Path) -> usize {
    let mut client = client();
    let paths = articles(folder);
    for path in &paths {
        let text = fs::read_to_string(path).expect("an article");
        let (served, checked) = (by_server(&mut client, path, &text), by_command_line(path));
        assert_eq!(served, checked, "{}", path.display());
    }
    paths.len()
}

#[test]
fn on_the_examples() {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    assert!(compare(&examples) >= 5);
    let wrong = by_command_line(&examples.join("mistakes.news.md"));
    assert!(!wrong.is_empty(), "nothing is compared");
}

#[test]
fn on_real_articles() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    if !folder.exists() {
        eprintln!("skipped: the real articles are not at hand");
        return;
    }
    let folder = folder.canonicalize().expect("a folder");
    assert!(compare(&folder) >= 1);
}

#[test]
fn where_the_configuration_speaks_for_some_files_only() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let configuration = "lang = \"de\"\n[rules]\nunclosed-quote = \"error\"\n\
        [[overrides]]\npaths = [\"أرشيف\"]\nlang = \"en\"\n\
        rules = { unclosed-quote = \"info\", undefined-entity = \"off\" }\n";
    fs::write(folder.path().join("isnad.toml"), configuration).expect("a file");
    let text = "---\nentities: {haddad: {type: person, name: Haddad}}\n---\n\n\
        Haddads Rede. [x](#nobody) “Nein.\n";
    let mut found = Vec::new();
    for sub in ["", "أرشيف"] {
        let sub = folder.path().join(sub);
        fs::create_dir_all(&sub).expect("a folder");
        fs::write(sub.join("a.news.md"), text).expect("a file");
        assert_eq!(compare(&sub), 1);
        let findings = by_command_line(&sub.join("a.news.md"));
        let told = |(rule, severity, ..): &Finding| format!("{severity}[{rule}]");
        found.push(findings.iter().map(told).collect::<Vec<_>>());
    }
    assert_eq!(
        found[0],
        ["error[undefined-entity]", "error[unclosed-quote]"]
    );
    assert_eq!(found[1], ["hint[unused-entity]", "info[unclosed-quote]"]);
}

#[test]
fn whatever_ends_a_line_and_whatever_begins_the_file() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let lines = ["[x](#nobody) 😀 [y](#nobody)", "", "قال: \"لا\"{z}", "“open"];
    for (name, end) in [("lf", "\n"), ("crlf", "\r\n"), ("cr", "\r")] {
        let text = lines.join(end);
        let path = folder.path().join(format!("{name}.news.md"));
        fs::write(&path, &text).expect("a file");
        let checked = by_command_line(&path);
        assert!(checked.len() >= 3, "{checked:#?}");
        assert_eq!(by_server(&mut client(), &path, &text), checked, "{name}");
        // An editor takes the mark off before it shows the text.
        fs::write(&path, format!("\u{feff}{text}")).expect("a file");
        assert_eq!(
            by_server(&mut client(), &path, &text),
            by_command_line(&path),
            "{name}"
        );
    }
}

#[test]
fn on_a_text_that_is_none() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let path = folder.path().join("nul.news.md");
    let text = "a\0b [x](#nobody)\n";
    fs::write(&path, text).expect("a file");
    let checked = by_command_line(&path);
    assert_eq!(checked[0].0, "unreadable-file");
    assert_eq!(by_server(&mut client(), &path, text), checked);
}
