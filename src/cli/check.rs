//! `isnad check`: what is wrong in articles.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use clap::Args;
use rayon::prelude::*;

use crate::cli::articles::{self, Opened};
use crate::cli::baseline::{self, NoBaseline};
use crate::cli::gate::Gate;
use crate::cli::input::{Inputs, Named, Paths};
use crate::cli::language::Language;
use crate::cli::neutralise::neutralise;
use crate::cli::reports::{FileReport, Reporting};
use crate::cli::revision::Revision;
use crate::cli::selection::Selection;
use crate::cli::threads::Threads;
use crate::cli::{Outcome, print, watch};
use crate::rules;

/// Report what is wrong in articles.
///
/// The exit code is 0 if nothing at or above `--fail-on` is found, 1 if something is, 2 if something
/// could not be done as asked. An article that cannot be read is a finding like any other.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    paths: Paths,
    #[command(flatten)]
    revision: Revision,
    #[command(flatten)]
    language: Language,
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    baseline: NoBaseline,
    /// Write isnad-baseline.json, beside isnad.toml or .git, so that what is found now is not told again,
    /// here and in editors
    #[arg(long, conflicts_with = "no_baseline")]
    write_baseline: bool,
    #[command(flatten)]
    reporting: Reporting,
    #[command(flatten)]
    gate: Gate,
    /// List the files that would be looked at, and look at none
    #[arg(long, conflicts_with_all = ["write_baseline", "watch"])]
    show_files: bool,
    /// Look again whenever something changes, until interrupted
    #[arg(long, conflicts_with = "write_baseline")]
    watch: bool,
    #[command(flatten)]
    threads: Threads,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Some(pool) = arguments.threads.start() else {
        return Outcome::Failed;
    };
    let (true, Some(named)) = (arguments.reporting.is_possible(), arguments.paths.named()) else {
        return Outcome::Failed;
    };
    let look = || pool.install(|| arguments.look(&named));
    if arguments.watch {
        return watch::watch(&named, &arguments.reporting, look);
    }
    let Looked {
        report, outcome, ..
    } = look();
    print(report.as_bytes(), outcome)
}

/// What came of looking once.
pub(super) struct Looked {
    /// What is printed.
    pub(super) report: String,
    pub(super) outcome: Outcome,
    /// The folders of everything that it rests on, beside the paths that were named.
    pub(super) folders: BTreeSet<PathBuf>,
}

impl Arguments {
    fn look(&self, named: &Named) -> Looked {
        let Inputs { inputs, complete } = self.paths.read(named);
        let mut empty = self.baseline.apply(self.language.workspace()).comparing();
        if self.write_baseline {
            empty = empty.without_baseline();
        }
        let opened = articles::open(inputs, &empty);
        let folders = folders(&opened);
        let failed = |report| Looked {
            report,
            outcome: Outcome::Failed,
            folders: folders.clone(),
        };
        let everything = opened.clone();
        let Some(mut articles) = self.revision.narrow(opened) else {
            return failed(String::new());
        };
        let read = articles.len();
        if self.show_files {
            let lines = articles
                .iter()
                .map(|article| neutralise(&article.name()) + "\n");
            let outcome = Outcome::clean_if(complete);
            return Looked {
                outcome,
                ..failed(lines.collect())
            };
        }
        let configured = articles::are_configured(&articles);
        articles.extend(articles::registries(&articles));
        articles::digest(&everything);
        let mut files: Vec<FileReport> = articles.par_iter().map(check).collect();
        if self.write_baseline {
            let holds = |rule: &str| self.selection.holds(rule);
            let written = configured && baseline::write(&articles, &files, holds);
            return Looked {
                outcome: Outcome::clean_if(complete && written),
                ..failed(String::new())
            };
        }
        baseline::tell_of_the_gone(&articles);
        for file in &mut files {
            self.selection.apply(&mut file.diagnostics);
        }
        let written = self.reporting.write(&files, read);
        let report = self.reporting.render(&files, read);
        let done = complete && configured && written;
        let outcome = match (done, self.gate.stops_for(&files)) {
            (false, _) => Outcome::Failed,
            (true, true) => Outcome::Findings,
            (true, false) => Outcome::Clean,
        };
        Looked {
            outcome,
            ..failed(report)
        }
    }
}

/// Where everything lies that the verdicts on `articles` rest on.
fn folders(articles: &[Opened]) -> BTreeSet<PathBuf> {
    let of = |article: &Opened| {
        let snapshot = &article.snapshot;
        let others = snapshot.depends_on(article.file);
        let others = others
            .iter()
            .filter_map(|file| snapshot.path(*file).parent());
        let root = &snapshot.surroundings(article.file).root;
        others
            .chain([root.as_path()])
            .map(Into::into)
            .collect::<Vec<PathBuf>>()
    };
    articles.iter().flat_map(of).collect()
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
