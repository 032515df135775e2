//! `isnad check`: what is wrong in articles.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::thread;

use clap::{Args, ValueEnum};
use rayon::prelude::*;

use crate::cli::articles::{self, Opened};
use crate::cli::color::Color;
use crate::cli::gate::Gate;
use crate::cli::input::{Inputs, Paths};
use crate::cli::language::Language;
use crate::cli::report::FileReport;
use crate::cli::{Outcome, concise, human, json, print, tell};
use crate::rules;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    paths: Paths,
    #[command(flatten)]
    language: Language,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Whether the report for people has colours
    #[arg(long, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    color: Color,
    #[command(flatten)]
    gate: Gate,
    /// How many threads work, from 1 to 1024; by default as many as there are cores
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=MOST_THREADS))]
    threads: Option<u16>,
}

/// More threads than any machine has use for; a slip of the pen beyond it must not exhaust one.
const MOST_THREADS: i64 = 1024;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Concise,
    Json,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Inputs { inputs, complete } = arguments.paths.read();
    // The count is always given: left to itself, the pool takes any number from its environment.
    let threads = arguments.threads.map_or_else(cores, usize::from);
    let pool = match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool,
        Err(error) => {
            tell(&format!("the threads cannot be started: {error}"));
            return Outcome::Failed;
        }
    };
    let read = inputs.len();
    let mut articles = pool.install(|| articles::open(inputs, arguments.language.tag()));
    let configured = articles::are_configured(&articles);
    articles.extend(articles::registries(&articles));
    let files: Vec<FileReport> = pool.install(|| articles.par_iter().map(check).collect());
    let found = files.iter().flat_map(|file| &file.diagnostics);
    let stopped = arguments.gate.stops(found.map(|finding| finding.severity));
    let report = match arguments.format {
        Format::Human => human::render(&files, read, &arguments.color.palette()),
        Format::Concise => concise::render(&files),
        Format::Json => json::render(&files, read),
    };
    let outcome = match (complete && configured, stopped) {
        (false, _) => Outcome::Failed,
        (true, true) => Outcome::Findings,
        (true, false) => Outcome::Clean,
    };
    print(report.as_bytes(), outcome)
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

fn check(article: &Opened) -> FileReport {
    let diagnostics = rules::check(&article.snapshot, article.file);
    let related = diagnostics.iter().flat_map(|finding| &finding.related);
    let fixes = diagnostics.iter().flat_map(|finding| &finding.fixes);
    let pointed_at = related
        .map(|related| related.place.file)
        .chain(fixes.flat_map(|fix| &fix.edits).map(|edit| edit.file));
    let mut sources = BTreeMap::from([(article.file, article.source())]);
    for file in pointed_at {
        sources.entry(file).or_insert_with(|| article.other(file));
    }
    FileReport {
        file: article.file,
        sources,
        diagnostics,
    }
}
