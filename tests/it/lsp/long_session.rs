//! A long day: thousands of edits with questions in between, in every unit.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::ENCODINGS;
use super::asking::{able, every};
use super::chance::Chance;
use super::client::Client;
use super::places::offset;

const EDITS: u32 = 2_000;

/// After so many edits the server is held against a fresh one and the command line.
const ROUND: u32 = 200;

const URI: &str = "untitled:session";

const ARTICLE: &str = "---
lang: ar
date: 2025-11-20
entities:
  ليلى: {type: person, name: ليلى حداد, aka: [حداد], role: وزيرة, of: وزارة}
  وزارة: {type: organization, name: وزارة النقل, wikidata: Q1}
---

# خبر 😀 عن العبّارة

قالت 😀 [ليلى حداد](#ليلى): \"لن نغلق المعبر\"{ليلى > وزارة}. وقالت حداد يوم الأربعاء: \"لا\".\r
وأعلنت [وزارة النقل](#وزارة) [أن العبّارة ستعود]{ليلى < وزارة}.

<!-- isnad: allow unused-entity: example -->
「日本語」 e\u{301} שלום ‌می‌شود \u{200f}.
";

const TEXTS: [&str; 22] = [
    "",
    "",
    "",
    "a",
    "😀",
    "ل",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "[x](#nobody)",
    "[حداد](#ليلى)",
    "\"",
    "\"{ليلى}",
    "{",
    "}",
    "# ",
    "---\n",
    "e\u{301}",
    "\u{200f}",
    "قال: \"نعم\"",
    "(=2025-11-19)",
];

/// A place somewhere in the text, seldom beyond its end.
fn place(chance: &mut Chance, text: &str) -> (u32, u32) {
    let lines = text.lines().count();
    (chance.below(lines + 2) as u32, chance.below(60) as u32)
}

fn at((line, character): (u32, u32)) -> Value {
    json!({"line": line, "character": character})
}

#[test]
fn two_thousand_edits_in_each_unit_leave_nothing_wrong() {
    if !cfg!(debug_assertions) {
        eprintln!("skipped: a release does not say what text it holds");
        return;
    }
    for (unit, encoding) in ENCODINGS.iter().enumerate() {
        let mut can = able();
        can["general"]["positionEncodings"] = json!([encoding]);
        let mut client = Client::start(can.clone(), None);
        let mut chance = Chance(unit as u64);
        let mut text = ARTICLE.to_owned();
        client.open(URI, &text);
        let mut asked = Vec::new();
        for version in 2..EDITS + 2 {
            let start = place(&mut chance, &text);
            let end = match chance.below(4) {
                0 => place(&mut chance, &text),
                1 => (start.0, start.1 + chance.below(6) as u32),
                _ => start,
            };
            let mut new = TEXTS[chance.below(TEXTS.len())];
            let (one, other) = (offset(&text, start, unit), offset(&text, end, unit));
            let (from, to) = (one.min(other), one.max(other));
            // It grows and shrinks, but neither away nor without end.
            if to - from > 200 && text.len() < 2_000 || text.len() > 6_000 {
                new = "";
            }
            let to = if to - from > 200 && text.len() < 2_000 {
                from
            } else {
                to
            };
            let end = if to == from { start } else { end };
            text.replace_range(from..to, new);
            client.notify(
                "textDocument/didChange",
                json!({
                    "textDocument": {"uri": URI, "version": version},
                    "contentChanges": [{"range": {"start": at(start), "end": at(end)}, "text": new}],
                }),
            );
            if chance.below(3) == 0 {
                let (line, character) = place(&mut chance, &text);
                let mut requests = every(URI, line, character);
                let (method, params) = requests.swap_remove(chance.below(requests.len()));
                asked.push(client.ask(method, params));
            }
            if version % ROUND == 1 {
                let held = client.call("isnad/test/text", json!({"uri": URI}));
                assert_eq!(held, text, "{encoding}, version {version}");
                let found = client.pull(URI);
                let mut fresh = Client::start(can.clone(), None);
                fresh.open(URI, &text);
                assert_eq!(found, fresh.pull(URI), "{encoding}, version {version}");
                assert_eq!(
                    rules(&found, "code"),
                    rules(&by_command_line(&text), "rule"),
                    "{encoding}, version {version}"
                );
            }
        }
        for id in asked {
            // Each has an answer, or is told why it has none.
            let _ = client.answer(id);
        }
    }
}

/// So many edits the memory is first looked at after: by then all that is kept has been made.
#[cfg(target_os = "linux")]
const SETTLED: u32 = 2_000;

/// `ISNAD_TEST_EDITS` asks for more edits.
#[cfg(target_os = "linux")]
#[test]
fn a_long_day_takes_no_more_memory_than_its_morning() {
    let edits = std::env::var("ISNAD_TEST_EDITS").map_or(20_000, |edits| {
        edits.parse().expect("ISNAD_TEST_EDITS is a number")
    });
    let mut client = Client::start(able(), None);
    client.open(URI, ARTICLE);
    let line = ARTICLE.lines().count() as u32;
    let mut memory = Vec::new();
    for edit in 0..=edits {
        // What is typed at the end is taken out again.
        let typed = edit % 8;
        let (start, end, text) = if typed < 4 {
            ((line, typed), (line, typed), TEXTS[11 + edit as usize % 11])
        } else {
            ((line, 0), (line + 99, 0), "")
        };
        let range = json!({"start": at(start), "end": at(end)});
        client.notify(
            "textDocument/didChange",
            json!({
                "textDocument": {"uri": URI, "version": edit + 2},
                "contentChanges": [{"range": range, "text": text}],
            }),
        );
        if edit % 50 == 0 {
            client.pull(URI);
            client.forget();
        }
        if edit == SETTLED || edit == edits {
            memory.push(resident(client.id()));
        }
    }
    let (morning, evening) = (memory[0], memory[memory.len() - 1]);
    println!("{morning} KB after {SETTLED} edits, {evening} KB after {edits}");
    assert!(
        evening * 10 <= morning * 11,
        "{morning} KB after {SETTLED} edits, {evening} KB after {edits}"
    );
}

/// The memory that a process takes, in KB.
#[cfg(target_os = "linux")]
fn resident(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).expect("a process");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let words = line.expect("its memory").split_whitespace().next();
    words.expect("a number").parse().expect("a number")
}

fn rules(found: &[Value], key: &str) -> Vec<String> {
    let rule = |found: &Value| found[key].as_str().unwrap_or_default().to_owned();
    found.iter().map(rule).collect()
}

/// The findings of `isnad check -`.
fn by_command_line(text: &str) -> Vec<Value> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isnad"))
        .args(["check", "--format", "json", "-"])
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("isnad runs");
    let mut input = command.stdin.take().expect("an input");
    input.write_all(text.as_bytes()).expect("it reads");
    drop(input);
    let output = command.wait_with_output().expect("it ends");
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    report["diagnostics"].as_array().expect("findings").clone()
}
