//! `isnad quotes`: every quotation, who said it, and through whom it came.

mod csv;
mod json;
mod record;
mod table;

use clap::{Args, ValueEnum};
use rayon::prelude::*;

use crate::cli::articles;
use crate::cli::input::{Inputs, Paths};
use crate::cli::language::Language;
use crate::cli::quotes::record::Record;
use crate::cli::{Outcome, print, tell};
use crate::workspace::Content;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    paths: Paths,
    /// Only what this speaker says: an id, or a name in any spelling that is declared
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    #[command(flatten)]
    language: Language,
    /// How quotations are printed
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
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
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Inputs { inputs, complete } = arguments.paths.read();
    let articles = articles::open(inputs, arguments.language.tag());
    let mut done = complete & articles::are_configured(&articles);
    for article in &articles {
        if let Content::Unreadable(reason) = article.snapshot.content(article.file) {
            tell(&format!("{}: {reason}", article.name()));
            done = false;
        }
    }
    let records: Vec<Vec<Record>> = articles.par_iter().map(record::records).collect();
    let is_meant = |record: &Record| match &arguments.by {
        Some(name) => record.is_by(name),
        None => true,
    };
    let records: Vec<Record> = records.into_iter().flatten().filter(is_meant).collect();
    let report = match arguments.format {
        Format::Table => table::render(&records),
        Format::Json => json::document(&records),
        Format::Ndjson => json::lines(&records),
        Format::Csv => csv::render(&records),
    };
    print(
        report.as_bytes(),
        if done {
            Outcome::Clean
        } else {
            Outcome::Failed
        },
    )
}
