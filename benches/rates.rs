//! How often each rule fires on ordinary news: the numbers of `docs/rules.md`.
//!
//! `cargo bench --bench rates -- FOLDER` reads every `*.jsonl` of the folder, an article a line with
//! gold quotations: `{"lang", "text", "quotes": [{"start", "end", "speech", "speakers"}]}`, in code
//! points. Each text is checked raw, and once more annotated as the gold says: every pair of marks
//! has its brace, and speakers who are named by two or three words are declared. The table goes to
//! standard output, tab-separated; `--show RULE` prints the places instead, to be read by eye.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use isnad::rules::{self, Diagnostic};
use isnad::syntax::escape;
use isnad::workspace::{Content, Snapshot, Workspace};
use rayon::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Gold {
    lang: String,
    text: String,
    quotes: Vec<Quote>,
}

#[derive(Deserialize)]
struct Quote {
    start: usize,
    end: usize,
    speech: bool,
    speakers: Vec<(usize, usize)>,
}

/// The articles of one language, raw or annotated, and the findings of each rule in them.
#[derive(Default)]
struct Column {
    articles: usize,
    findings: BTreeMap<&'static str, usize>,
}

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|word| word != "--bench");
    let mut folder = None;
    let mut show = None;
    while let Some(word) = arguments.next() {
        match word.as_str() {
            "--show" => show = arguments.next(),
            _ => folder = Some(PathBuf::from(word)),
        }
    }
    let Some(folder) = folder else {
        eprintln!("skipped: name a folder of news with gold quotations (*.jsonl)");
        return;
    };
    let mut columns: BTreeMap<String, Column> = BTreeMap::new();
    for gold in read(&folder) {
        for (form, name, text) in [
            ("annotated", "article.news.md", annotated(&gold)),
            ("raw", "article.txt", gold.text.clone()),
        ] {
            let column = columns.entry(format!("{} {form}", gold.lang)).or_default();
            column.articles += 1;
            let (snapshot, found) = check(Path::new(name), &text, &gold.lang);
            for finding in found {
                if show.as_deref() == Some(finding.rule) {
                    println!(
                        "{} {form}: {}",
                        gold.lang,
                        drawn(&snapshot, Path::new(name), &finding)
                    );
                }
                *column.findings.entry(finding.rule).or_default() += 1;
            }
        }
    }
    if show.is_none() {
        print!("{}", table(&columns));
    }
}

fn read(folder: &Path) -> Vec<Gold> {
    let files = fs::read_dir(folder).expect("a folder").flatten();
    let mut files: Vec<PathBuf> = files.map(|entry| entry.path()).collect();
    files.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "jsonl")
    });
    files.sort();
    let lines: Vec<String> = files
        .iter()
        .flat_map(|path| {
            let text = fs::read_to_string(path).expect("a text");
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    lines
        .par_iter()
        .map(|line| serde_json::from_str(line).expect("an article with gold quotations"))
        .collect()
}

fn check(name: &Path, text: &str, lang: &str) -> (Snapshot, Vec<Diagnostic>) {
    let mut workspace = Workspace::with_lang(lang);
    workspace.set(name, Content::Text(Arc::from(text)));
    let snapshot = workspace.snapshot();
    let file = snapshot.file(name).expect("the article");
    let found = rules::check(&snapshot, file);
    (snapshot, found)
}

/// The text with the front matter and the braces that the gold asks for.
fn annotated(gold: &Gold) -> String {
    let characters: Vec<char> = gold.text.chars().collect();
    let words = |start: usize, end: usize| characters[start..end].iter().collect::<String>();
    let mut declared: Vec<String> = Vec::new();
    let mut body = String::new();
    let mut quotes: Vec<&Quote> = gold.quotes.iter().collect();
    quotes.sort_by_key(|quote| quote.end);
    let mut written = 0;
    for quote in quotes {
        if quote.end < written || quote.start >= quote.end {
            continue;
        }
        body += &escape(&words(written, quote.end));
        written = quote.end;
        let speakers = quote
            .speakers
            .iter()
            .map(|(start, end)| words(*start, *end));
        let mut ids: Vec<String> = Vec::new();
        for speaker in speakers.filter(|speaker| is_a_full_name(speaker)) {
            let known = declared.iter().position(|name| *name == speaker);
            let at = known.unwrap_or_else(|| {
                declared.push(speaker);
                declared.len() - 1
            });
            ids.push(format!("s{at}"));
        }
        ids.dedup();
        match (quote.speech, ids.is_empty()) {
            (false, _) => body += "{-}",
            (true, true) => body += "{?}",
            (true, false) => write!(body, "{{{}}}", ids.join(", ")).expect("a string"),
        }
    }
    body += &escape(&words(written, characters.len()));
    let mut front = format!("---\nlang: {}\nentities:\n", gold.lang);
    for (at, name) in declared.iter().enumerate() {
        let name = serde_json::to_string(name).expect("a string");
        writeln!(front, "  s{at}: {{type: person, name: {name}}}").expect("a string");
    }
    if declared.is_empty() {
        front = format!("---\nlang: {}\n", gold.lang);
    }
    format!("{front}---\n\n{body}")
}

/// Two or three words, each with a capital where the script has them.
fn is_a_full_name(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let capital = |word: &str| word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    (2..=3).contains(&count) && !words.contains('\n') && words.split_whitespace().all(capital)
}

/// The words of a finding between brackets, with what stands around them.
fn drawn(snapshot: &Snapshot, name: &Path, finding: &Diagnostic) -> String {
    let text = snapshot.text(snapshot.file(name).expect("the article"));
    let (start, end) = (
        usize::from(finding.range.start()),
        usize::from(finding.range.end()),
    );
    let before: String = text[..start].chars().rev().take(70).collect();
    let before: String = before.chars().rev().collect();
    let after: String = text[end..].chars().take(70).collect();
    let line = format!(
        "{before}⟦{}⟧{after} — {}",
        &text[start..end],
        finding.message
    );
    line.replace('\n', "⏎")
}

/// A line per rule that fired, findings per 1,000 articles; the first lines say of what.
fn table(columns: &BTreeMap<String, Column>) -> String {
    let mut table = String::from("rule");
    for name in columns.keys() {
        write!(table, "\t{name}").expect("a string");
    }
    table += "\narticles";
    for column in columns.values() {
        write!(table, "\t{}", column.articles).expect("a string");
    }
    for rule in rules::manual() {
        let found = |column: &Column| column.findings.get(rule.name).copied().unwrap_or(0);
        write!(table, "\n{}", rule.name).expect("a string");
        for column in columns.values() {
            let rate = (found(column) * 1000 + column.articles / 2) / column.articles;
            let rate = if rate == 0 && found(column) > 0 {
                1
            } else {
                rate
            };
            write!(table, "\t{rate}").expect("a string");
        }
    }
    table + "\n"
}
