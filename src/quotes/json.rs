//! JSON, one document or one a line: for programs.

use serde::Serialize;

use crate::quotes::Record;

/// One document.
pub fn document(records: &[Record]) -> String {
    let report = Report {
        schema_version: 1,
        quotations: records,
    };
    // These types hold nothing that JSON cannot.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

/// A document on each line.
pub fn lines(records: &[Record]) -> String {
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
