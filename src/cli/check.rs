//! `isnad check`: what is wrong in articles.

use std::num::NonZero;
use std::path::PathBuf;
use std::thread;

use clap::{Args, ValueEnum};
use rayon::prelude::*;

use crate::cli::color::Color;
use crate::cli::gate::Gate;
use crate::cli::input::{self, Input, Inputs};
use crate::cli::positions::Positions;
use crate::cli::report::FileReport;
use crate::cli::{Outcome, concise, human, json, print, tell};
use crate::rules;
use crate::syntax::parse;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Articles, and folders in which `*.news.md` files are taken; `-` is standard input
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    /// The name under which standard input is reported
    #[arg(long, value_name = "NAME")]
    stdin_path: Option<PathBuf>,
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
    let Inputs { inputs, complete } =
        input::read(&arguments.paths, arguments.stdin_path.as_deref());
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
    let files: Vec<FileReport> = pool.install(|| inputs.into_par_iter().map(check).collect());
    let found = files.iter().flat_map(|file| &file.diagnostics);
    let stopped = arguments.gate.stops(found.map(|finding| finding.severity));
    let report = match arguments.format {
        Format::Human => human::render(&files, read, &arguments.color.palette()),
        Format::Concise => concise::render(&files),
        Format::Json => json::render(&files),
    };
    let outcome = match (complete, stopped) {
        (false, _) => Outcome::Failed,
        (true, true) => Outcome::Findings,
        (true, false) => Outcome::Clean,
    };
    print(report.as_bytes(), outcome)
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

fn check(input: Input) -> FileReport {
    let (path, flavor) = (input.name(), input.flavor());
    let (text, diagnostics) = match input.text {
        Ok(text) => {
            let diagnostics = rules::check(&text, &parse(&text, flavor));
            (text, diagnostics)
        }
        Err(error) => {
            let unreadable = rules::unreadable_file(error.to_string());
            (String::new(), vec![unreadable])
        }
    };
    FileReport {
        path,
        positions: Positions::new(&text),
        text,
        diagnostics,
    }
}
