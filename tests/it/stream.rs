//! `isnad stream`: records in, answers out.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Output, Stdio};
use std::thread;

use serde_json::{Value, json};

use crate::cli::{command, err, folder, isnad, out};

/// Articles and wire texts, each with quotations or findings, or both.
const TEXTS: &[(&str, &str)] = &[
    (
        "a.news.md",
        "---\nlang: ar\nentities:\n  ليلى: {type: person, name: ليلى حداد, aka: [حداد]}\n---\n\nقالت حداد: \"لن نغلقه\"{ليلى}.\n",
    ),
    (
        "b/مقال.news.md",
        "\u{feff}وقال عمر صالح: «نعم» \u{202e}[x](#a@b)\u{202c} [ليلى](#ليلى\r\n\r\n",
    ),
    (
        "c.txt",
        "“No,” said 😀 Ngozi Okafor, “[x](#y@z) never”{omar}.\r\n",
    ),
    (
        "日本.news.md",
        "知事は「行かない」と述べた。[x](#a@b) 👨\u{200d}👩\u{200d}👧 e\u{301} “yes”{nobody}\n",
    ),
    (
        "./d.news.md",
        "---\nlang: [ar\n---\n\n[a](#b@c) \"x\" \u{2067}“y”\u{2069}\u{2028}„z“\n",
    ),
    ("e.news.md", ""),
];

/// Runs `isnad stream` over an input of any length.
pub(crate) fn stream(arguments: &[&str], input: &[u8]) -> Output {
    let nowhere = folder(&[]);
    let mut child = command(nowhere.path(), &[&["stream"], arguments].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("isnad runs");
    let mut pipe = child.stdin.take().expect("its input");
    thread::scope(|scope| {
        scope.spawn(move || pipe.write_all(input).expect("it reads"));
        child.wait_with_output().expect("it ends")
    })
}

/// What is answered where all goes well and nothing is told besides.
#[track_caller]
pub(crate) fn answers(arguments: &[&str], input: &str) -> String {
    let output = stream(arguments, input.as_bytes());
    assert_eq!((err(&output).as_str(), output.status.code()), ("", Some(0)));
    out(&output)
}

pub(crate) fn lines<T: ToString>(records: impl IntoIterator<Item = T>) -> String {
    let line = |record: T| record.to_string() + "\n";
    records.into_iter().map(line).collect()
}

#[test]
fn an_answer_is_what_quotes_and_check_print() {
    for (what, key, command) in [
        (
            "quotes",
            "quotations",
            &["quotes", "--format", "ndjson"][..],
        ),
        (
            "check",
            "diagnostics",
            &["check", "--format", "json-lines", "--fail-on", "never"],
        ),
    ] {
        let (mut records, mut expected, mut all) = (Vec::new(), Vec::new(), 0);
        for (number, (path, text)) in TEXTS.iter().enumerate() {
            let folder = folder(&[(path, text.as_bytes())]);
            let printed = out(&isnad(folder.path(), &[command, &[path]].concat()));
            let found: Vec<&str> = printed.lines().collect();
            all += found.len();
            let found = found.join(",");
            expected.push(format!("{{\"id\":{number},\"{key}\":[{found}]}}"));
            records.push(json!({"id": number, "path": path, "text": text}));
        }
        assert!(all > 5, "{expected:?}");
        assert_eq!(answers(&["--what", what], &lines(records)), lines(expected));
    }
}

#[test]
fn diagnostics_are_those_of_json() {
    let (path, text) = TEXTS[1];
    let folder = folder(&[(path, text.as_bytes())]);
    let report = out(&isnad(folder.path(), &["check", "--format", "json"]));
    let report: Value = serde_json::from_str(&report).expect("JSON");
    let record = json!({"path": path, "text": text}).to_string();
    let answer: Value =
        serde_json::from_str(&answers(&["--what", "check"], &record)).expect("JSON");
    assert_eq!(
        answer,
        json!({"id": null, "diagnostics": report["diagnostics"]})
    );
}

#[test]
fn answers_come_in_the_order_of_the_records() {
    let record = |number: usize| {
        let (path, text) = TEXTS[number % TEXTS.len()];
        let text = format!("{text}\n\n“{number},” said Ann Lee.\n").repeat(1 + number * 7 % 10);
        json!({"id": number, "path": path, "text": text})
    };
    let input = lines((0..2500).map(record));
    let one = answers(&["--threads", "1"], &input);
    for threads in ["2", "7", "64"] {
        assert!(answers(&["--threads", threads], &input) == one, "{threads}");
    }
    let id = |line: &str| serde_json::from_str::<Value>(line).expect("JSON")["id"].clone();
    assert!(one.lines().map(id).eq(0..2500));
}

#[test]
fn ids_come_back_as_they_were_written() {
    let deep = "[".repeat(5000) + &"]".repeat(5000);
    for id in [
        "1",
        "-0.0",
        "1e400",
        "123456789012345678901234567890",
        "1.10",
        "true",
        "null",
        "\"\"",
        r#""\u0644 \" \ud800 ليلى \u202e""#,
        r#"{"b":1, "a":[ ], "b":2}"#,
        "[]",
        &deep,
    ] {
        let answer = answers(&[], &format!("{{\"text\":\"\",\"id\": {id} }}\r\n"));
        assert_eq!(answer, format!("{{\"id\":{id},\"quotations\":[]}}\n"));
    }
    let without = answers(&[], "\u{feff}{\"text\": \"\"}");
    assert_eq!(without, "{\"id\":null,\"quotations\":[]}\n");
    // Some readers of lines take it for the end of one.
    let returns = answers(&[], "{\"id\": [1,\r2], \"text\": \"\"}");
    assert_eq!(returns, "{\"id\":[1, 2],\"quotations\":[]}\n");
}

#[test]
fn a_bad_record_is_answered_with_an_error_and_nothing_else_is_lost() {
    let good = br#"{"id": "good", "text": "\u201cNo,\u201d said Ann Lee."}"#;
    let long = format!("{{\"text\": \"{}\"}}", "x".repeat(1 << 20));
    let bad: &[&[u8]] = &[
        b"no JSON",
        b"[1, \"text\"]",
        b"null",
        b"{\"id\": 1, \"text\": \"x\"",
        b"{\"id\": 1, \"text\": \"x\"} {\"id\": 2, \"text\": \"y\"}",
        b"{\"id\": 1, \"text\": \"x\", \"text\": \"y\"}",
        b"{\"id\": 1, \"text\": \"caf\xe9\"}",
        b"{\"id\": 1, \"text\": \"a\tb\"}",
        b"{\"id\": 2}",
        b"{\"id\": 2, \"text\": null}",
        b"{\"id\": 2, \"text\": 7}",
        b"{\"id\": 2, \"text\": [\"x\"]}",
        br#"{"id": 2, "text": "\ud83d"}"#,
        br#"{"id": 2, "text": "ab\u0000"}"#,
        b"{\"id\": 2, \"text\": \"\", \"path\": {}}",
        b"{\"id\": 2, \"text\": \"\", \"lang\": \"arabic\"}",
        long.as_bytes(),
    ];
    let mut input = Vec::new();
    for bad in bad {
        input.extend([&good[..], bad, b"", b" \t\r"].join(&b'\n'));
        input.push(b'\n');
    }
    input.extend(good);
    let output = stream(&["--max-record", "1"], &input);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        err(&output),
        "isnad: 17 of 35 records could not be read; the `error` of each answer says why\n"
    );
    let answers = out(&output);
    let expected = answers.lines().next().expect("an answer");
    assert!(expected.starts_with("{\"id\":\"good\",\"quotations\":[{\"path\":\"stdin.news.md\""));
    let (good, errors): (Vec<&str>, Vec<&str>) =
        answers.lines().partition(|line| *line == expected);
    assert_eq!(good.len(), bad.len() + 1);
    insta::assert_snapshot!(errors.join("\n"));
}

#[test]
fn a_language_counts_where_the_article_says_none() {
    let text = "“No,” said Ann Lee.";
    let grade = |arguments: &[&str], record: Value| {
        let answer = answers(arguments, &record.to_string());
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        answer["quotations"][0]["grade"].clone()
    };
    // Who reads it in another language does not know what `said` says.
    let french = ["--lang", "fr"];
    assert_eq!(grade(&["--lang", "en"], json!({"text": text})), "sure");
    assert_eq!(grade(&french, json!({"text": text, "lang": null})), "none");
    assert_eq!(grade(&french, json!({"text": text, "lang": ""})), "none");
    assert_eq!(grade(&french, json!({"text": text, "lang": "en"})), "sure");
    assert_eq!(grade(&[], json!({"text": text, "lang": "de"})), "none");
    let said = format!("---\nlang: en\n---\n\n{text}");
    assert_eq!(grade(&french, json!({"text": said, "lang": "de"})), "sure");
}

#[test]
fn nothing_is_read_from_the_disk() {
    let text = "---\nwire: a.txt\nregistry: [people.yaml]\n---\n\n“No,”{lee} said Lee.\n";
    let folder = folder(&[
        ("isnad.toml", b"lang = \"fr\"\n[nonsense]\n"),
        ("entities.yaml", b"lee: {type: person, name: Ann Lee}\n"),
        ("a.txt", b"Another text.\n"),
    ]);
    let path = folder.path().join("a.news.md");
    let names = [
        "a.news.md",
        "../a.news.md",
        path.to_str().expect("UTF-8"),
        "isnad.toml",
        "/",
        "..",
    ];
    for name in names {
        let record = json!({"path": name, "text": text}).to_string();
        let here = crate::cli::with_input(
            folder.path(),
            &["stream", "--what", "check"],
            record.as_bytes(),
        );
        assert_eq!(out(&here), answers(&["--what", "check"], &record));
        assert!(out(&here).contains("\"rule\":\"undefined-entity\""));
        assert!(!out(&here).contains("wire"), "{}", out(&here));
    }
}

#[test]
fn who_waits_for_an_answer_gets_it() {
    let nowhere = folder(&[]);
    let mut child = command(nowhere.path(), &["stream"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("isnad runs");
    let mut input = child.stdin.take().expect("its input");
    let mut output = BufReader::new(child.stdout.take().expect("its output"));
    for number in 0..20 {
        writeln!(input, "{{\"id\": {number}, \"text\": \"\"}}").expect("it reads");
        let mut answer = String::new();
        output.read_line(&mut answer).expect("it answers");
        assert_eq!(answer, format!("{{\"id\":{number},\"quotations\":[]}}\n"));
    }
    drop(input);
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn a_reader_that_has_enough_ends_it_quietly() {
    let nowhere = folder(&[]);
    let mut child = command(nowhere.path(), &["stream"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("isnad runs");
    let mut input = child.stdin.take().expect("its input");
    // Without end: it is ended by the one who reads.
    let writing = thread::spawn(move || while input.write_all(b"{\"text\": \"\"}\n{\n").is_ok() {});
    let mut output = BufReader::new(child.stdout.take().expect("its output"));
    let mut answer = String::new();
    output.read_line(&mut answer).expect("it answers");
    drop(output);
    let output = child.wait_with_output().expect("it ends");
    writing.join().expect("nobody reads what is written");
    assert_eq!(answer, "{\"id\":null,\"quotations\":[]}\n");
    assert_eq!((err(&output).as_str(), output.status.code()), ("", Some(0)));
}

#[cfg(unix)]
#[test]
fn an_input_that_cannot_be_read_is_a_failure() {
    let folder = folder(&[]);
    let input = fs::File::open(folder.path()).expect("a folder");
    let output = command(folder.path(), &["stream"]).stdin(input).output();
    let output = output.expect("isnad runs");
    assert_eq!(output.status.code(), Some(2));
    let told = err(&output);
    assert!(
        told.starts_with("isnad: standard input cannot be read: "),
        "{told}"
    );
}
