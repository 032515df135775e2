//! `--statistics`: how often each rule found something, instead of the findings; for people a table, for
//! programs JSON.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;

use crate::cli::color::Palette;
use crate::cli::reports::FileReport;
use crate::cli::reports::file_report::found;
use crate::cli::reports::human::summary;
use crate::rules::{Severity, find};

/// The table, the most frequent rule first, with a line at its end that counts.
pub(super) fn table(files: &[FileReport], read: usize, palette: &Palette) -> String {
    let mut table = String::new();
    for tally in counts(files) {
        let (severity, rule) = (palette.severity(tally.level), palette.rule);
        let fixable = match tally.fixable {
            0 => String::new(),
            fixable => format!("; `isnad fix` mends {fixable}"),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            table,
            "{:>6}  {severity}{:<7}{severity:#}  {rule}{}{rule:#}: {}{fixable}",
            tally.count,
            tally.severity,
            tally.rule,
            find(tally.rule).map_or("", |rule| rule.summary),
        );
    }
    table + &summary(files, read)
}

/// A list, the most frequent rule first.
pub(super) fn json(files: &[FileReport]) -> String {
    let report = Report {
        schema_version: 1,
        statistics: counts(files),
    };
    // These types hold nothing that JSON cannot.
    serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct Report {
    schema_version: u32,
    statistics: Vec<Tally>,
}

/// How often a rule found something of one severity.
#[derive(Serialize)]
struct Tally {
    rule: &'static str,
    #[serde(skip)]
    level: Severity,
    severity: &'static str,
    count: usize,
    /// Of how many a safe fix is known.
    fixable: usize,
}

fn counts(files: &[FileReport]) -> Vec<Tally> {
    let mut counts = BTreeMap::new();
    for (_, finding) in found(files) {
        let (count, fixable) = counts
            .entry((finding.rule, finding.severity))
            .or_insert((0, 0));
        *count += 1;
        let is_safe = finding.fixes.iter().any(|fix| fix.applicability.is_safe());
        *fixable += usize::from(is_safe);
    }
    let counts = counts.into_iter();
    let mut counts: Vec<Tally> = counts
        .map(|((rule, severity), (count, fixable))| Tally {
            rule,
            level: severity,
            severity: severity.name(),
            count,
            fixable,
        })
        .collect();
    counts.sort_by_key(|tally| std::cmp::Reverse((tally.count, tally.level)));
    counts
}
