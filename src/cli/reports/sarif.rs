//! `--format sarif`: SARIF 2.1.0, for code scanning and viewers. Lines and columns count from 1, columns in
//! UTF-16 code units, as the document declares; a byte order mark is not counted. Source: the standard of
//! OASIS, and what GitHub asks of it for code scanning.

use std::fmt::Write;

use serde::Serialize;

use crate::cli::reports::file_report::found;
use crate::cli::reports::fingerprint::Fingerprints;
use crate::cli::reports::{FileReport, Source};
use crate::line_index::Encoding;
use crate::rules::{self, Diagnostic, Fix, Rule, Severity};
use crate::text::{FileEdit, TextRange};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// One document with one run.
pub(super) fn render(files: &[FileReport]) -> String {
    let mut fingerprints = Fingerprints::default();
    let results = found(files).map(|(file, finding)| {
        let fingerprint = fingerprints.next(file, finding);
        Outcome::new(file, finding, fingerprint)
    });
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "Isnad",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: rules::manual().map(Described::new).collect(),
                },
            },
            column_kind: "utf16CodeUnits",
            results: results.collect(),
        }],
    };
    // These types hold nothing that JSON cannot.
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<Outcome<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Described>,
}

/// A rule.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Described {
    id: &'static str,
    short_description: Message,
    full_description: Message,
    help: Page,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

/// A page of the manual, for viewers that read Markdown and for those that do not.
#[derive(Serialize)]
struct Page {
    text: String,
    markdown: String,
}

/// A finding; SARIF calls it a result.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: Partial,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Mending<'a>>,
}

/// The name under which code scanning looks for it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Partial {
    primary_location_line_hash: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "the names are those of SARIF")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
    physical_location: Physical,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

/// A fix.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Mending<'a> {
    description: Message,
    artifact_changes: Vec<Change<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_location: Artifact,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Content<'a>,
}

#[derive(Serialize)]
struct Content<'a> {
    text: &'a str,
}

impl Described {
    fn new(rule: &'static Rule) -> Described {
        let page = rule.page();
        Described {
            id: rule.name,
            short_description: Message {
                text: sentence(rule.summary),
            },
            full_description: Message {
                text: sentence(rule.summary),
            },
            help: Page {
                text: page.clone(),
                markdown: page,
            },
            default_configuration: Configuration {
                level: level(rule.severity),
            },
        }
    }
}

impl<'a> Outcome<'a> {
    fn new(file: &'a FileReport, finding: &'a Diagnostic, fingerprint: String) -> Outcome<'a> {
        let related = finding.related.iter().enumerate().map(|(id, related)| {
            let source = file.source(related.place.file);
            let message = Message {
                text: sentence(&related.message),
            };
            Location {
                id: Some(id),
                message: Some(message),
                ..Location::new(source, related.place.range)
            }
        });
        let text = match &finding.help {
            Some(help) => format!("{} {}", sentence(&finding.message), sentence(help)),
            None => sentence(&finding.message),
        };
        Outcome {
            rule_id: finding.rule,
            rule_index: rules::manual()
                .take_while(|rule| rule.name != finding.rule)
                .count(),
            level: level(finding.severity),
            message: Message { text },
            locations: [Location::new(file.source(file.file), finding.range)],
            related_locations: related.collect(),
            partial_fingerprints: Partial {
                primary_location_line_hash: fingerprint,
            },
            fixes: finding.fixes.iter().map(|fix| mending(file, fix)).collect(),
        }
    }
}

impl Location {
    fn new(source: &Source, range: TextRange) -> Location {
        Location {
            id: None,
            message: None,
            physical_location: Physical {
                artifact_location: artifact(source),
                region: region(source, range),
            },
        }
    }
}

fn mending<'a>(file: &'a FileReport, fix: &'a Fix) -> Mending<'a> {
    // The edits stand file by file.
    let by_file = fix.edits.chunk_by(|one, next| one.file == next.file);
    let change = |edits: &'a [FileEdit]| {
        let source = file.source(edits[0].file);
        let replacement = |FileEdit { edit, .. }: &'a FileEdit| Replacement {
            deleted_region: region(source, edit.range),
            inserted_content: Content { text: &edit.text },
        };
        Change {
            artifact_location: artifact(source),
            replacements: edits.iter().map(replacement).collect(),
        }
    };
    Mending {
        description: Message {
            text: sentence(&fix.title),
        },
        artifact_changes: by_file.map(change).collect(),
    }
}

fn region(source: &Source, range: TextRange) -> Region {
    let start = source.position_in(Encoding::Utf16, range.start());
    let end = source.position_in(Encoding::Utf16, range.end());
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

/// The path as a relative reference: everything but what a path may hold is escaped.
fn artifact(source: &Source) -> Artifact {
    let mut uri = String::new();
    for byte in source.path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    if source.path.starts_with('/') {
        uri.insert_str(0, "file://");
    }
    Artifact { uri }
}

/// Messages here have neither a capital nor a stop; in SARIF they have both.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let stop = if message.ends_with(['.', '?', '!']) {
        ""
    } else {
        "."
    };
    first.chain(letters).collect::<String>() + stop
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "note",
    }
}
