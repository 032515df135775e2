//! `isnad check`: what is wrong in articles.

use std::collections::BTreeMap;

use clap::Args;
use rayon::prelude::*;

use crate::cli::articles::{self, Opened};
use crate::cli::gate::Gate;
use crate::cli::input::{Inputs, Paths};
use crate::cli::language::Language;
use crate::cli::reports::FileReport;
use crate::cli::reports::Reporting;
use crate::cli::threads::Threads;
use crate::cli::{Outcome, print};
use crate::rules;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    paths: Paths,
    #[command(flatten)]
    language: Language,
    #[command(flatten)]
    reporting: Reporting,
    #[command(flatten)]
    gate: Gate,
    #[command(flatten)]
    threads: Threads,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Inputs { inputs, complete } = arguments.paths.read();
    let Some(pool) = arguments.threads.start() else {
        return Outcome::Failed;
    };
    let read = inputs.len();
    let mut articles = pool.install(|| articles::open(inputs, arguments.language.tag()));
    let configured = articles::are_configured(&articles);
    articles.extend(articles::registries(&articles));
    let files: Vec<FileReport> = pool.install(|| articles.par_iter().map(check).collect());
    let report = arguments.reporting.render(&files, read);
    let written = arguments.reporting.write(&files, read);
    let done = complete && configured && written;
    let outcome = match (done, arguments.gate.stops_for(&files)) {
        (false, _) => Outcome::Failed,
        (true, true) => Outcome::Findings,
        (true, false) => Outcome::Clean,
    };
    print(report.as_bytes(), outcome)
}

/// What the rules find in one file.
pub(super) fn check(article: &Opened) -> FileReport {
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
