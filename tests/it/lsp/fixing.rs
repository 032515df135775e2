//! Fixing and formatting in an editor give the bytes that they give on the command line.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::client::{Client, list, uri};
use super::pulled;
use crate::cli::{folder, isnad};
use crate::reports::ARTICLE;

fn client() -> Client {
    client_with("utf-8", "source.fixAll")
}

/// An editor that counts columns in `encoding` and takes actions of one kind.
fn client_with(encoding: &str, kind: &str) -> Client {
    let mut can = pulled();
    can["general"] = json!({"positionEncodings": [encoding]});
    let literals = json!({"codeActionKind": {"valueSet": [kind]}});
    can["textDocument"]["codeAction"] = json!({"codeActionLiteralSupport": literals});
    Client::start(can, None)
}

/// `text` with the edits of an answer, as an editor carries them out.
fn edited(text: &str, edits: &[Value]) -> String {
    let mut edited = text.to_owned();
    for edit in edits.iter().rev() {
        let (start, end) = (
            offset(text, &edit["range"]["start"]),
            offset(text, &edit["range"]["end"]),
        );
        edited.replace_range(start..end, edit["newText"].as_str().expect("a text"));
    }
    edited
}

/// Where in `text` a place is that is counted in bytes.
fn offset(text: &str, place: &Value) -> usize {
    let number = |key: &str| place[key].as_u64().expect("a number") as usize;
    let lines = text.split_inclusive('\n').take(number("line"));
    lines.map(str::len).sum::<usize>() + number("character")
}

/// The text as the editor has it once all is fixed.
fn fixed(client: &mut Client, uri: &str, text: &str) -> String {
    let params = json!({
        "textDocument": {"uri": uri},
        "range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}},
        "context": {"diagnostics": [], "only": ["source.fixAll"], "triggerKind": 2},
    });
    let actions = list(&client.call("textDocument/codeAction", params));
    match &actions[..] {
        [] => text.to_owned(),
        [action] => {
            assert_eq!(action["kind"], "source.fixAll.isnad");
            edited(text, &list(&action["edit"]["changes"][uri]))
        }
        _ => panic!("{actions:#?}"),
    }
}

fn formatted(client: &mut Client, uri: &str, text: &str) -> String {
    let params = json!({
        "textDocument": {"uri": uri},
        "options": {"tabSize": 4, "insertSpaces": true},
    });
    edited(text, &list(&client.call("textDocument/formatting", params)))
}

/// What the command line makes of the file.
fn by_command_line(command: &str, path: &Path) -> String {
    let before = fs::read(path).expect("the article");
    let run = Command::new(env!("CARGO_BIN_EXE_isnad"))
        .arg(command)
        .arg(path)
        .output();
    run.expect("isnad runs");
    let after = fs::read_to_string(path).expect("the article");
    fs::write(path, before).expect("the article");
    after
}

#[test]
fn an_editor_fixes_and_formats_as_the_command_line_does() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let example = fs::read_to_string(examples.join("mistakes.news.md")).expect("the example");
    let wire = fs::read(examples.join("mistakes.txt")).expect("its wire text");
    fs::write(folder.path().join("mistakes.txt"), wire).expect("a copy");
    let registry = "ليلى: {type: person, name: ليلى حداد}\n";
    fs::write(folder.path().join("entities.yaml"), registry).expect("a registry");
    let arabic = "😀 [ليلى حداد](# لیلی ): \"لا\"{ ليلى ,ليلى} [أمس](=2025-03-04).\n\n                  <!--isnad: allow unclosed-quote — كما ورد-->\n\nنهاية";
    let clean = "Nothing to do.\n";
    let mut client = client();
    let mut changed = [0, 0];
    for (at, text) in [example.as_str(), arabic, clean].into_iter().enumerate() {
        for (style, text) in [
            ("lf", text.to_owned()),
            ("crlf", text.replace('\n', "\r\n")),
        ] {
            let path = folder.path().join(format!("{style}-{at}.news.md"));
            fs::write(&path, &text).expect("an article");
            let uri = uri(&path);
            client.open(&uri, &text);
            let both = [
                (
                    fixed(&mut client, &uri, &text),
                    by_command_line("fix", &path),
                ),
                (
                    formatted(&mut client, &uri, &text),
                    by_command_line("fmt", &path),
                ),
            ];
            for ((in_editor, on_command_line), changed) in both.into_iter().zip(&mut changed) {
                assert_eq!(in_editor, on_command_line, "{style}-{at}");
                *changed += usize::from(in_editor != text);
            }
        }
    }
    assert_eq!(changed, [4, 2], "how many were fixed and formatted");
}

#[test]
fn an_editor_fixes_what_reports_tell_how_to_fix() {
    let folder = folder(&[("a.news.md", ARTICLE.as_bytes()), ("isnad.toml", b"")]);
    let output = isnad(folder.path(), &["check", "--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    // An editor keeps a byte order mark to itself.
    let (mark, text) = ARTICLE.split_at('\u{feff}'.len_utf8());
    let mut told = ARTICLE.to_owned();
    let mut in_editor = text.to_owned();
    let uri = uri(&folder.path().join("a.news.md"));
    let mut client = client_with("utf-8", "quickfix");
    client.open(&uri, text);
    let mut fixed = 0;
    // From the end, so that what comes before keeps its place.
    for finding in list(&report["diagnostics"]).iter().rev() {
        let Some(fix) = list(&finding["fixes"]).first().cloned() else {
            continue;
        };
        for edit in list(&fix["edits"]).iter().rev() {
            let byte = |name: &str| edit[name].as_u64().expect("a byte") as usize;
            told.replace_range(
                byte("start")..byte("end"),
                edit["text"].as_str().expect("a text"),
            );
        }
        let found = client.pull(&uri);
        let is_it = |other: &&Value| {
            let start = offset(text, &other["range"]["start"]) + mark.len();
            other["code"] == finding["rule"] && finding["start"] == start
        };
        let mut it = found.iter().filter(is_it);
        let it = it.next().expect("the same finding");
        let params = json!({
            "textDocument": {"uri": uri},
            "range": it["range"],
            "context": {"diagnostics": [it], "only": ["quickfix"]},
        });
        let actions = list(&client.call("textDocument/codeAction", params));
        let of_it = |action: &&Value| {
            action["title"] == fix["title"] && action["diagnostics"][0]["range"] == it["range"]
        };
        let action = actions.iter().find(of_it).expect("the same fix");
        in_editor = edited(&in_editor, &list(&action["edit"]["changes"][&uri]));
        fixed += 1;
    }
    assert_eq!(fixed, 4, "{report}");
    assert_eq!(format!("{mark}{in_editor}"), told);
}

#[test]
fn a_part_of_an_article_is_formatted_by_itself() {
    let mut client = client();
    let text = "[a](# b ) [c](# d )\n\n[e](# f )\n";
    client.open("untitled:x", text);
    let params = json!({
        "textDocument": {"uri": "untitled:x"},
        "range": {"start": {"line": 0, "character": 12}, "end": {"line": 2, "character": 0}},
        "options": {"tabSize": 4, "insertSpaces": true},
    });
    let edits = list(&client.call("textDocument/rangeFormatting", params));
    assert_eq!(edited(text, &edits), "[a](# b ) [c](#d)\n\n[e](# f )\n");
}

#[test]
fn whoever_moves_about_is_not_offered_to_fix_everything() {
    let mut client = client();
    client.open(
        "untitled:x",
        "<!-- isnad: allow unclosed-quote — a -->\n\nIt rained.\n",
    );
    for (kind, count) in [(1, 1), (2, 0)] {
        let params = json!({
            "textDocument": {"uri": "untitled:x"},
            "range": {"start": {"line": 2, "character": 2}, "end": {"line": 2, "character": 2}},
            "context": {"diagnostics": [], "triggerKind": kind},
        });
        let actions = list(&client.call("textDocument/codeAction", params));
        assert_eq!(actions.len(), count, "{actions:#?}");
    }
}

#[test]
fn yaml_of_other_programs_is_left_alone() {
    let mut client = client();
    let text = "key:   [a](# b )\n";
    client.open("untitled:x.yaml", text);
    assert_eq!(fixed(&mut client, "untitled:x.yaml", text), text);
    assert_eq!(formatted(&mut client, "untitled:x.yaml", text), text);
}
