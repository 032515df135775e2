//! `--format table`: for people. Words of the article stand last on their lines and isolated, so
//! that their direction disturbs nothing.

use std::fmt::Write;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::cli::neutralise::{isolated, neutralise};
use crate::quotes::Record;

/// How many columns the words of a quotation take.
const WORDS: usize = 72;

/// Two lines for each quotation, a heading for each article, and a line that counts.
pub(super) fn render(records: &[Record]) -> String {
    let mut table = String::new();
    let mut path = None;
    for record in records {
        if path != Some(&record.path) {
            let gap = if path.is_some() { "\n" } else { "" };
            let _ = writeln!(table, "{gap}{}", neutralise(&record.path));
            path = Some(&record.path);
        }
        row(&mut table, record);
    }
    let gap = if table.is_empty() { "" } else { "\n" };
    let _ = writeln!(table, "{gap}{}", summary(records));
    table
}

/// How many quotations are attributed, and how.
fn summary(records: &[Record]) -> String {
    let speech = || records.iter().filter(|record| record.speech);
    let of_grade = |grade: &str| speech().filter(|record| record.grade == grade).count();
    let none = of_grade("none");
    let all = speech().count();
    let how = [
        ("explicit", "by markup"),
        ("sure", "surely by the text"),
        ("likely", "likely"),
        ("guess", "by a guess"),
    ];
    let how: Vec<String> = how
        .iter()
        .map(|(grade, words)| (of_grade(grade), words))
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| format!("{count} {words}"))
        .collect();
    let attributed = format!("{} of {all} quotations attributed", all - none);
    if how.is_empty() {
        attributed
    } else {
        format!("{attributed}: {}", how.join(", "))
    }
}

// Writing to a string cannot fail, so the outcomes of `writeln!` are dropped here.
fn row(table: &mut String, record: &Record) {
    let place = format!("{}:{}", record.line, record.column);
    let _ = writeln!(table, "  {place:<8} {:<8} {}", record.kind, who(record));
    let _ = writeln!(table, "  {:8} {}", "", isolated(&beginning(&record.text)));
}

/// The speakers, whom they speak to, and the chain; how sure that is where markup does not say it.
fn who(record: &Record) -> String {
    if !record.speech {
        return "(not speech)".to_owned();
    }
    if record.grade == "none" {
        return "(nobody named)".to_owned();
    }
    let names: Vec<String> = record
        .speakers
        .iter()
        .map(|speaker| isolated(&speaker.name))
        .collect();
    let mut who = if names.is_empty() {
        "(unknown)".to_owned()
    } else {
        names.join(", ")
    };
    if !record.addressees.is_empty() {
        let to: Vec<String> = record.addressees.iter().map(|id| isolated(id)).collect();
        let _ = write!(who, " > {}", to.join(", "));
    }
    for link in &record.via {
        let _ = write!(who, " < {}", isolated(link));
    }
    // What markup says needs no word of how sure it is.
    if matches!(record.grade, "sure" | "likely" | "guess") {
        let _ = write!(who, " ({})", record.grade);
    }
    who
}

/// As much of the words as one line takes.
fn beginning(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut width = 0;
    for (at, grapheme) in line.grapheme_indices(true) {
        width += grapheme.width();
        if width > WORDS {
            return format!("{}…", line[..at].trim_end());
        }
    }
    line
}
