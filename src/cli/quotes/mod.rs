//! `isnad quotes`: every quotation, who said it, and through whom it came.

mod table;

use std::io::{self, IsTerminal};
use std::mem::take;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use rayon::prelude::*;

use crate::cli::articles::{self, Opened};
use crate::cli::desk::{Desk, batches};
use crate::cli::input::{Listed, Paths};
use crate::cli::language::Language;
use crate::cli::{Outcome, print, tell};
use crate::files;
use crate::quotes::{Record, csv, json, parquet, records};
use crate::workspace::Content;

/// List what is quoted and who said it.
///
/// Where markup says who speaks, that counts, and the grade is `explicit`. Elsewhere the words of the
/// text are read, in Arabic, English, French and German, for indirect speech too: `sure` where they
/// name the speaker in a way that is right in at least 96 of 100 cases on news, `likely` where they do
/// so at some distance, `guess` where the sentence names nobody; the evidence is the name of the
/// pattern, such as `after-inverted` for “…,” said Haddad. Marks around a name, a title or a word that
/// is spoken of are listed as no speech.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    paths: Paths,
    /// Only what this speaker says: an id, any name that is declared, or the name in the text
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    #[command(flatten)]
    language: Language,
    /// How quotations are printed
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Write into FILE, in place of what it holds, instead of printing
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Lines for people
    Table,
    /// One document
    Json,
    /// A JSON document on each line, one for each quotation
    Ndjson,
    Csv,
    /// A table for DuckDB, Spark and their like; nothing for a terminal
    Parquet,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let is_shown = arguments.out.is_none() && io::stdout().is_terminal();
    if arguments.format == Format::Parquet && is_shown {
        tell("a table in Parquet is nothing for a terminal; --out FILE writes it into a file");
        return Outcome::Failed;
    }
    let Some(named) = arguments.paths.named() else {
        return Outcome::Failed;
    };
    let Listed { sources, complete } = arguments.paths.list(&named);
    let is_meant = |record: &Record| match &arguments.by {
        Some(name) => record.is_by(name),
        None => true,
    };
    let mut desk = Desk::new(&arguments.language.workspace());
    let (mut seen, mut unreadable) = (Vec::new(), Vec::new());
    let mut records: Vec<Record> = Vec::new();
    let mut report = match arguments.format {
        Format::Csv => csv::header().into_bytes(),
        _ => Vec::new(),
    };
    for batch in batches(sources) {
        let opened = desk.open(batch);
        for article in &opened {
            if let Content::Unreadable(reason) = article.snapshot.content(article.file) {
                unreadable.push(format!("{}: {reason}", article.name()));
            }
        }
        let found: Vec<Vec<Record>> = opened
            .par_iter()
            .map(|article| of(&article.briefly()))
            .collect();
        seen.extend(opened.into_iter().map(Opened::close));
        let found = found.into_iter().flatten().filter(is_meant);
        records.extend(found);
        // What stands on lines of its own needs nothing that follows.
        match arguments.format {
            Format::Csv => report.extend(csv::rows(&take(&mut records)).into_bytes()),
            Format::Ndjson => report.extend(json::lines(&take(&mut records)).into_bytes()),
            Format::Table | Format::Json | Format::Parquet => continue,
        }
        if arguments.out.is_none() {
            match files::write_standard_output(&take(&mut report)) {
                Ok(()) => {}
                // Whoever reads has enough, as `head` does.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                    return Outcome::clean_if(complete && unreadable.is_empty());
                }
                Err(error) => {
                    tell(&format!("the report cannot be written: {error}"));
                    return Outcome::Failed;
                }
            }
        }
    }
    let snapshot = desk.snapshot();
    let seen: Vec<Opened> = seen.into_iter().map(|it| it.open(&snapshot)).collect();
    let done = complete & articles::are_configured(&seen) & unreadable.is_empty();
    for message in &unreadable {
        tell(message);
    }
    match arguments.format {
        Format::Table => report = table::render(&records).into_bytes(),
        Format::Json => report = json::document(&records).into_bytes(),
        Format::Parquet => match parquet::render(&records) {
            Ok(table) => report = table,
            Err(error) => {
                tell(&format!("the table cannot be made: {error}"));
                return Outcome::Failed;
            }
        },
        Format::Csv | Format::Ndjson => {}
    }
    let outcome = Outcome::clean_if(done);
    match &arguments.out {
        Some(file) => write(file, &report, outcome),
        None => print(&report, outcome),
    }
}

fn write(file: &Path, report: &[u8], outcome: Outcome) -> Outcome {
    match files::write(file, report, true) {
        Ok(()) => outcome,
        Err(error) => {
            tell(&format!("{}: {error}", file.display()));
            Outcome::Failed
        }
    }
}

fn of(article: &Opened) -> Vec<Record> {
    records(&article.snapshot, article.file, &article.name())
}
