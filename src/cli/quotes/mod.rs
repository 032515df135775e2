//! `isnad quotes`: every quotation, who said it, and through whom it came.

mod table;

use clap::{Args, ValueEnum};
use rayon::prelude::*;

use crate::cli::articles::{self, Opened};
use crate::cli::input::{Inputs, Paths};
use crate::cli::language::Language;
use crate::cli::{Outcome, print, tell};
use crate::quotes::{Record, csv, json, records};
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
    let Some(named) = arguments.paths.named() else {
        return Outcome::Failed;
    };
    let Inputs { inputs, complete } = arguments.paths.read(&named);
    let articles = articles::open(inputs, &arguments.language.workspace());
    let mut done = complete & articles::are_configured(&articles);
    for article in &articles {
        if let Content::Unreadable(reason) = article.snapshot.content(article.file) {
            tell(&format!("{}: {reason}", article.name()));
            done = false;
        }
    }
    let records: Vec<Vec<Record>> = articles.par_iter().map(of).collect();
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

fn of(article: &Opened) -> Vec<Record> {
    records(&article.snapshot, article.file, &article.name())
}
