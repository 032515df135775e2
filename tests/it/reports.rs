//! Reports: one run in every format, each in its own units, and nothing in an article steers a log.

use std::fs;
use std::path::Path;
use std::process::Output;

use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};
use serde_json::Value;

use crate::cli::{command, err, folder, isnad, out};

/// A byte order mark, CR LF, emoji, Han, decomposed letters, Arabic, tabs, curly marks, an override.
pub(crate) const ARTICLE: &str = "\u{feff}“日本 😀 e\u{301}\tلا” [x](#a@b) [Sunday](=2025-3-2)\r\n\r\n\
    😀 日本\t“e\u{301}”{a b} [Tuesday](=2025-3-4) \u{202e}[y](#z\r\n\r\n\
    “One” “Two”{?} 😀 [4 March](= 2025-3-4)\r\n";

/// All of them.
pub(crate) const FORMATS: [&str; 11] = [
    "human",
    "concise",
    "grouped",
    "json",
    "json-lines",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "rdjson",
    "checkstyle",
];

/// A line and a column, both from 1.
type Place = (u64, u64);

/// The unit that a column counts.
#[derive(Clone, Copy)]
enum Unit {
    Bytes,
    CodeUnits,
    CodePoints,
}

fn report(folder: &Path, format: &str) -> String {
    out(&isnad(folder, &["check", "--format", format]))
}

fn json(folder: &Path, format: &str) -> Value {
    serde_json::from_str(&report(folder, format)).expect("JSON")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn place(value: &Value, line: &str, column: &str) -> Place {
    let number = |name: &str| value[name].as_u64().expect("a number");
    (number(line), number(column))
}

/// Where a byte of the article stands, counted with nothing but a loop.
fn counted(offset: usize, unit: Unit) -> Place {
    let (mut line, mut column) = (1, 1);
    for (at, letter) in ARTICLE.char_indices() {
        if at >= offset {
            break;
        }
        if letter == '\n' {
            (line, column) = (line + 1, 1);
            continue;
        }
        column += match unit {
            Unit::Bytes => letter.len_utf8() as u64,
            _ if letter == '\u{feff}' => 0,
            Unit::CodeUnits => letter.len_utf16() as u64,
            Unit::CodePoints => 1,
        };
    }
    (line, column)
}

/// The byte at which something stands.
fn offset(wanted: Place, unit: Unit) -> usize {
    let mut all = ARTICLE
        .char_indices()
        .map(|(at, _)| at)
        .chain([ARTICLE.len()]);
    // A byte order mark has no place of its own: what stands at 1:1 stands behind it.
    let at = all.rfind(|at| counted(*at, unit) == wanted);
    at.unwrap_or_else(|| panic!("{wanted:?} is no place"))
}

/// The attributes of all elements of a name in a document of XML.
fn elements(document: &str, name: &str) -> Vec<Vec<(String, String)>> {
    let mut reader = Reader::from_str(document);
    let mut found = Vec::new();
    loop {
        match reader.read_event().expect("XML") {
            Event::Start(element) | Event::Empty(element) if element.name().as_ref() == name => {
                let attributes = element.attributes().map(|attribute| {
                    let attribute = attribute.expect("an attribute");
                    let value = attribute.normalized_value(XmlVersion::Explicit1_0);
                    (
                        attribute.key.as_ref().to_owned(),
                        value.expect("text").into_owned(),
                    )
                });
                found.push(attributes.collect());
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn attribute<'a>(element: &'a [(String, String)], name: &str) -> &'a str {
    let (_, value) = element.iter().find(|(key, _)| key == name).expect(name);
    value
}

fn number(text: &str) -> u64 {
    text.parse().expect("a number")
}

/// `12:34` at the end or the beginning of a text.
fn pair(text: &str) -> Place {
    let (line, column) = text.split_once(':').expect("a place");
    (number(line), number(column))
}

/// All beginnings that a report tells, and the unit in which it counts.
fn beginnings(folder: &Path, format: &str) -> Option<(Unit, Vec<Place>)> {
    let text = report(folder, format);
    let lines = || text.lines();
    let of_json = |list: &[Value]| list.iter().map(|it| place(it, "line", "column")).collect();
    Some(match format {
        "human" => {
            let places = lines().filter_map(|line| line.strip_prefix("  --> a.news.md:"));
            (Unit::CodePoints, places.map(pair).collect())
        }
        "concise" => {
            let places = lines().map(|line| {
                let line = line.strip_prefix("a.news.md:").expect("the path");
                pair(line.split_once(": ").expect("a severity").0)
            });
            (Unit::CodePoints, places.collect())
        }
        "grouped" => {
            let places = lines().filter_map(|line| line.strip_prefix("  "));
            let place = |line: &str| pair(line.split(' ').next().expect("a place"));
            (Unit::CodePoints, places.map(place).collect())
        }
        "json" => {
            let report = json(folder, format);
            (Unit::CodePoints, of_json(list(&report["diagnostics"])))
        }
        "json-lines" => {
            let all: Vec<Value> = lines()
                .map(|line| serde_json::from_str(line).expect("JSON"))
                .collect();
            (Unit::CodePoints, of_json(&all))
        }
        "sarif" => {
            let report = json(folder, format);
            assert_eq!(report["runs"][0]["columnKind"], "utf16CodeUnits");
            let of_result = |result: &Value| {
                let region = &result["locations"][0]["physicalLocation"]["region"];
                place(region, "startLine", "startColumn")
            };
            let results = list(&report["runs"][0]["results"]);
            (Unit::CodeUnits, results.iter().map(of_result).collect())
        }
        "gitlab" => {
            let report = json(folder, format);
            let of_issue =
                |issue: &Value| place(&issue["location"]["positions"]["begin"], "line", "column");
            (
                Unit::CodePoints,
                list(&report).iter().map(of_issue).collect(),
            )
        }
        "rdjson" => {
            let report = json(folder, format);
            let of_finding =
                |it: &Value| place(&it["location"]["range"]["start"], "line", "column");
            (
                Unit::Bytes,
                list(&report["diagnostics"])
                    .iter()
                    .map(of_finding)
                    .collect(),
            )
        }
        "junit" => {
            let tests = elements(&text, "testcase");
            let place =
                |test: &Vec<_>| pair(attribute(test, "name").split_once(' ').expect("a rule").1);
            (Unit::CodePoints, tests.iter().map(place).collect())
        }
        "checkstyle" => {
            let errors = elements(&text, "error");
            let place = |it: &Vec<_>| {
                (
                    number(attribute(it, "line")),
                    number(attribute(it, "column")),
                )
            };
            (Unit::CodePoints, errors.iter().map(place).collect())
        }
        // The gravest come first.
        _ => return None,
    })
}

#[test]
fn each_format_tells_the_same_places_in_its_own_unit() {
    let folder = folder(&[("a.news.md", ARTICLE.as_bytes()), ("isnad.toml", b"")]);
    let report = json(folder.path(), "json");
    let starts = list(&report["diagnostics"])
        .iter()
        .map(|it| it["start"].as_u64().expect("bytes"));
    let starts: Vec<usize> = starts
        .map(|at| usize::try_from(at).expect("small"))
        .collect();
    assert!(starts.len() > 8, "{report}");
    for format in FORMATS {
        let Some((unit, told)) = beginnings(folder.path(), format) else {
            continue;
        };
        let expected: Vec<Place> = starts.iter().map(|at| counted(*at, unit)).collect();
        assert_eq!(told, expected, "{format}");
    }
}

/// The article with edits carried out that are given in bytes.
fn edited(mut edits: Vec<(usize, usize, String)>) -> String {
    let mut text = ARTICLE.to_owned();
    edits.sort();
    for (start, end, new) in edits.into_iter().rev() {
        text.replace_range(start..end, &new);
    }
    text
}

#[test]
fn the_fixes_of_all_formats_give_the_same_bytes() {
    let folder = folder(&[("a.news.md", ARTICLE.as_bytes()), ("isnad.toml", b"")]);
    let text = |value: &Value| value["text"].as_str().expect("text").to_owned();
    let byte = |value: &Value, name: &str| {
        usize::try_from(value[name].as_u64().expect("a byte")).expect("small")
    };

    let report = json(folder.path(), "json");
    let fixes = list(&report["diagnostics"])
        .iter()
        .filter_map(|it| list(&it["fixes"]).first());
    let edits = fixes.flat_map(|fix| list(&fix["edits"]));
    let of_json = edited(
        edits
            .map(|edit| (byte(edit, "start"), byte(edit, "end"), text(edit)))
            .collect(),
    );
    assert_ne!(of_json, ARTICLE);
    assert!(
        !of_json.contains('\u{202e}') && of_json.contains("(=2025-03-04)"),
        "{of_json}"
    );

    let report = json(folder.path(), "sarif");
    let results = list(&report["runs"][0]["results"]);
    let fixes = results.iter().filter_map(|it| list(&it["fixes"]).first());
    let changes = fixes.flat_map(|fix| list(&fix["artifactChanges"]));
    let edits = changes
        .flat_map(|change| list(&change["replacements"]))
        .map(|edit| {
            let region = &edit["deletedRegion"];
            (
                offset(place(region, "startLine", "startColumn"), Unit::CodeUnits),
                offset(place(region, "endLine", "endColumn"), Unit::CodeUnits),
                text(&edit["insertedContent"]),
            )
        });
    assert_eq!(edited(edits.collect()), of_json);

    let report = json(folder.path(), "rdjson");
    let suggestions = list(&report["diagnostics"])
        .iter()
        .flat_map(|it| list(&it["suggestions"]));
    let edits = suggestions.map(|edit| {
        (
            offset(
                place(&edit["range"]["start"], "line", "column"),
                Unit::Bytes,
            ),
            offset(place(&edit["range"]["end"], "line", "column"), Unit::Bytes),
            text(edit),
        )
    });
    assert_eq!(edited(edits.collect()), of_json);
}

#[test]
fn nothing_found_is_a_report_too() {
    let folder = folder(&[("a.news.md", b"Nothing here.\n")]);
    for format in FORMATS {
        let text = report(folder.path(), format);
        match format {
            "concise" | "json-lines" | "github" => assert_eq!(text, ""),
            "human" | "grouped" => assert_eq!(text, "1 file checked: nothing found\n"),
            "gitlab" => assert_eq!(text, "[]\n"),
            "json" | "sarif" | "rdjson" => {
                let _: Value = serde_json::from_str(&text).expect("JSON");
            }
            "junit" => {
                let suites = elements(&text, "testsuite");
                assert_eq!(attribute(&suites[0], "failures"), "0");
                assert_eq!(elements(&text, "testcase").len(), 1);
            }
            _ => assert_eq!(elements(&text, "file").len(), 0, "{text}"),
        }
    }
}

#[test]
fn several_reports_are_written_in_one_run_and_the_log_stays() {
    let folder = folder(&[("a.news.md", ARTICLE.as_bytes())]);
    let arguments = [
        "check",
        "--report",
        "sarif=out/isnad.sarif",
        "--report=junit=junit.xml",
        "--report",
        "github",
    ];
    let output = isnad(folder.path(), &arguments);
    assert_eq!(output.status.code(), Some(1));
    let log = out(&output);
    assert!(log.starts_with("warning[unattributed-quote]: "), "{log}");
    assert!(
        log.contains("\n::error file=a.news.md,line=1,endLine=1,col="),
        "{log}"
    );
    for (file, format) in [("out/isnad.sarif", "sarif"), ("junit.xml", "junit")] {
        let written = fs::read_to_string(folder.path().join(file)).expect(file);
        assert_eq!(written, report(folder.path(), format));
    }
}

#[test]
fn what_no_report_can_be_is_refused_with_what_to_do() {
    let folder = folder(&[("a.news.md", ARTICLE.as_bytes()), ("folder.sarif/x", b"")]);
    for (report, told) in [
        ("sarif", "name a file, `sarif=FILE`"),
        ("json=", "behind `json=` stands the file"),
        (
            "xml=a.xml",
            "there is no format `xml`; there are human, concise, grouped, json",
        ),
        ("sarif=folder.sarif", "folder.sarif: "),
    ] {
        let output = isnad(folder.path(), &["check", "--report", report]);
        assert_eq!(output.status.code(), Some(2), "{report}");
        assert!(err(&output).contains(told), "{report}: {}", err(&output));
    }
}

/// In a step of a workflow of GitHub's, in the folder `here` of the repository `root`.
fn in_workflow(root: &Path, here: &Path, arguments: &[&str]) -> Output {
    let mut command = command(here, arguments);
    command
        .env("GITHUB_ACTIONS", "true")
        .env("GITHUB_WORKSPACE", root)
        .env("GITHUB_STEP_SUMMARY", root.join("summary.md"));
    command.output().expect("isnad runs")
}

#[test]
fn a_workflow_of_github_is_noticed() {
    let many = "[x](#a@b) ".repeat(23);
    let folder = folder(&[
        ("desk/news, 1:2/a.news.md", many.as_bytes()),
        ("summary.md", b"before\n"),
    ]);
    let output = in_workflow(folder.path(), &folder.path().join("desk"), &["check"]);
    let log = out(&output);
    let annotations: Vec<&str> = log.lines().filter(|line| line.starts_with("::")).collect();
    assert_eq!(annotations.len(), 11, "{log}");
    assert_eq!(
        annotations[0],
        "::error file=desk/news%2C 1%3A2/a.news.md,line=1,endLine=1,col=6,endColumn=9,title=Isnad%3A invalid-id::\
         `@` cannot stand in an id%0Aan id holds letters and digits of any script, `-` and `_`"
    );
    assert_eq!(
        annotations[10],
        "::notice title=Isnad::13 more findings; the log and the summary of this job tell all"
    );
    let summary = fs::read_to_string(folder.path().join("summary.md")).expect("a summary");
    assert!(
        summary.starts_with("before\n### Isnad\n\n1 file checked: 23 errors\n"),
        "{summary}"
    );
    assert_eq!(summary.matches("| error | `invalid-id` |").count(), 23);
    // What programs read stays theirs alone.
    let output = in_workflow(folder.path(), folder.path(), &["check", "--format", "json"]);
    let _: Value = serde_json::from_slice(&output.stdout).expect("JSON");
}

#[test]
fn hostile_text_steers_no_log_and_no_page() {
    let hostile = "::error file=x::y [\u{1b}[31m##[add-mask]<img src=x onerror=1>|`*](#a@b) \u{202e}[c](#d\u{7}\n\n\
        ::set-output name=x::y “a\u{2066}b”{::stop-commands::z}\n";
    let folder = folder(&[
        ("a.news.md", hostile.as_bytes()),
        ("##[error]::warning::\u{202e}.news.md", hostile.as_bytes()),
    ]);
    let acts = |letter: char| {
        (letter.is_control() && letter != '\n')
            || ('\u{202a}'..='\u{202e}').contains(&letter)
            || ('\u{2066}'..='\u{2067}').contains(&letter)
    };
    for format in ["human", "concise", "grouped", "github"] {
        let text = report(folder.path(), format);
        assert!(
            !text.contains(acts) && !text.contains("##["),
            "{format}: {text}"
        );
        let commands = text
            .lines()
            .filter(|line| line.trim_start().starts_with("::"));
        let known = |line: &&str| {
            [
                "::error file=",
                "::warning file=",
                "::notice file=",
                "::notice title=Isnad::",
            ]
            .iter()
            .any(|it| line.starts_with(it))
        };
        if format == "github" {
            assert!(
                commands.clone().count() > 2 && commands.clone().all(|line| known(&line)),
                "{text}"
            );
        } else {
            assert_eq!(commands.count(), 0, "{format}: {text}");
        }
    }
    for format in ["junit", "checkstyle"] {
        let text = report(folder.path(), format);
        assert!(!elements(&text, "testsuite").is_empty() || !elements(&text, "file").is_empty());
    }
    let _ = in_workflow(folder.path(), folder.path(), &["check"]);
    let summary = fs::read_to_string(folder.path().join("summary.md")).expect("a summary");
    assert!(
        !summary.contains("<img") && !summary.contains(acts),
        "{summary}"
    );
}

#[test]
fn fingerprints_are_unique_and_survive_inserted_lines() {
    let folder = folder(&[("a.news.md", "[x](#a@b) [x](#a@b)\n\n[x](#a@b)\n".as_bytes())]);
    let prints = || {
        let gitlab = json(folder.path(), "gitlab");
        let sarif = json(folder.path(), "sarif");
        let of_gitlab = list(&gitlab).iter().map(|it| it["fingerprint"].clone());
        let of_sarif = list(&sarif["runs"][0]["results"]).iter();
        let of_sarif =
            of_sarif.map(|it| it["partialFingerprints"]["primaryLocationLineHash"].clone());
        let (of_gitlab, of_sarif): (Vec<Value>, Vec<Value>) =
            (of_gitlab.collect(), of_sarif.collect());
        assert_eq!(of_gitlab, of_sarif);
        of_gitlab
    };
    let before = prints();
    let mut unique: Vec<String> = before.iter().map(Value::to_string).collect();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), 3);
    let more = "A line.\n\n[x](#a@b) and [x](#a@b)\n\nMore 😀.\n\n[x](#a@b)\n";
    fs::write(folder.path().join("a.news.md"), more).expect("a file");
    assert_eq!(prints(), before);
}

#[test]
fn reports_are_drawn_by_file() {
    let folder = folder(&[
        ("a.news.md", ARTICLE.as_bytes()),
        ("b.news.md", b"[x](#a@b)\n"),
        ("c.news.md", b"Nothing.\n"),
    ]);
    insta::assert_snapshot!(report(folder.path(), "grouped"));
}
