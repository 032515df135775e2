//! Comma-separated values: for spreadsheets. Several speakers or links stand in one cell, between `; `.

use csv::Writer;

use crate::quotes::Record;

const COLUMNS: [&str; 15] = [
    "path",
    "line",
    "column",
    "start",
    "end",
    "speech",
    "kind",
    "grade",
    "evidence",
    "utterance",
    "speaker_id",
    "speaker",
    "addressee",
    "via",
    "text",
];

/// A header and a row for each quotation.
pub fn render(records: &[Record]) -> String {
    header() + &rows(records)
}

/// The header.
pub fn header() -> String {
    COLUMNS.join(",") + "\n"
}

/// A row for each quotation.
pub fn rows(records: &[Record]) -> String {
    let mut writer = Writer::from_writer(Vec::new());
    for record in records {
        let ids = record
            .speakers
            .iter()
            .filter_map(|speaker| speaker.id.as_deref());
        let names = record.speakers.iter().map(|speaker| speaker.name.as_str());
        // Writing into memory cannot fail.
        let _ = writer.write_record([
            &record.path,
            &record.line.to_string(),
            &record.column.to_string(),
            &record.start.to_string(),
            &record.end.to_string(),
            &record.speech.to_string(),
            record.kind,
            record.grade,
            record.evidence.unwrap_or_default(),
            &record.utterance.to_string(),
            &inert(&ids.collect::<Vec<_>>().join("; ")),
            &inert(&names.collect::<Vec<_>>().join("; ")),
            &inert(&record.addressees.join("; ")),
            &inert(&record.via.join("; ")),
            &inert(&record.text),
        ]);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A cell that no spreadsheet takes for a formula: see OWASP, "CSV Injection".
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
