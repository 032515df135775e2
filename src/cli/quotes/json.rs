//! `--format json` and `--format ndjson`: for programs.

use serde::Serialize;

use crate::cli::quotes::record::Record;

/// One document.
pub(super) fn document(records: &[Record]) -> String {
    let report = Report {
        schema_version: 1,
        quotations: records,
    };
    // These types hold nothing that JSON cannot.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

/// A document on each line.
pub(super) fn lines(records: &[Record]) -> String {
    let lines = records
        .iter()
        .map(|record| serde_json::to_string(record).unwrap_or_default() + "\n");
    lines.collect()
}

#[derive(Serialize)]
struct Report<'a> {
    schema_version: u32,
    quotations: &'a [Record],
}
