//! What a run found, in the formats that people and programs read: one file per format.

mod checkstyle;
mod concise;
mod excerpt;
mod file_report;
mod fingerprint;
mod github;
mod gitlab;
mod grouped;
mod human;
mod json;
mod json_lines;
mod junit;
mod rdjson;
mod reporting;
mod sarif;
mod statistics;
mod xml;

pub(super) use file_report::{FileReport, Source};
pub(super) use human::number;
pub(super) use json::{Finding, findings};
pub(super) use reporting::Reporting;

use clap::ValueEnum;

use crate::cli::color::Palette;

/// How findings are written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people: each finding with its words, notes, fixes and help
    Human,
    /// A line for each finding, as compilers write it
    Concise,
    /// For people: the findings of each file under its name
    Grouped,
    /// One document
    Json,
    /// A JSON document on each line, one for each finding
    JsonLines,
    /// SARIF 2.1.0, for code scanning and viewers
    Sarif,
    /// Annotations of a workflow of GitHub's, and a summary of the job
    Github,
    /// A code quality report of GitLab's
    Gitlab,
    /// XML that most CI servers read
    Junit,
    /// What reviewdog reads, one document
    Rdjson,
    /// XML of Checkstyle's, which many tools read
    Checkstyle,
}

impl Format {
    /// Whether it is lines of a log, among which others may stand.
    fn is_for_logs(self) -> bool {
        matches!(
            self,
            Format::Human | Format::Concise | Format::Grouped | Format::Github
        )
    }

    /// The report; valid whatever was found. `read` is how many files were looked at.
    fn render(self, files: &[FileReport], read: usize, palette: &Palette) -> String {
        match self {
            Format::Human => human::render(files, read, palette),
            Format::Concise => concise::render(files),
            Format::Grouped => grouped::render(files, read, palette),
            Format::Json => json::render(files, read),
            Format::JsonLines => json_lines::render(files),
            Format::Sarif => sarif::render(files),
            Format::Github => github::render(files),
            Format::Gitlab => gitlab::render(files),
            Format::Junit => junit::render(files),
            Format::Rdjson => rdjson::render(files),
            Format::Checkstyle => checkstyle::render(files),
        }
    }
}
