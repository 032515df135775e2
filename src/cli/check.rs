//! `isnad check`: what is wrong in articles.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use crate::cli::articles::{self, Opened};
use crate::cli::baseline::{self, NoBaseline};
use crate::cli::cache::NoCache;
use crate::cli::gate::Gate;
use crate::cli::input::{Listed, Named, Paths};
use crate::cli::language::Language;
use crate::cli::looking::{self, Look, Seen};
use crate::cli::neutralise::neutralise;
use crate::cli::reports::{FileReport, Reporting, Source};
use crate::cli::revision::Revision;
use crate::cli::selection::Selection;
use crate::cli::threads::Threads;
use crate::cli::{Outcome, print, watch};
use crate::rules;
use crate::text::FileId;

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
    cache: NoCache,
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
        let Listed { sources, complete } = self.paths.list(named);
        let mut empty = self.baseline.apply(self.language.workspace());
        if self.write_baseline {
            empty = empty.without_baseline();
        }
        let Some(meant) = self.revision.meant(&sources) else {
            return Looked::failed(String::new());
        };
        let how = if self.show_files {
            Look::Open
        } else {
            Look::Check
        };
        let cache = match how {
            Look::Open => None,
            Look::Check => self.cache.open(&sources, &self.language),
        };
        let is_meant = |article: &Opened| meant.holds(article);
        let seen = looking::look(sources, &empty, how, cache.as_ref(), is_meant);
        if let Some(cache) = cache {
            cache.finish();
        }
        let folders = if self.watch {
            folders(&seen.opened)
        } else {
            BTreeSet::new()
        };
        Looked {
            folders,
            ..self.tell(seen, complete)
        }
    }

    /// What is told of what was seen; `complete` is whether that is all that was asked for.
    fn tell(&self, seen: Seen, complete: bool) -> Looked {
        let Seen {
            meant: mut articles,
            registries,
            reports: mut files,
            ..
        } = seen;
        let read = articles.len();
        if self.show_files {
            let lines = articles
                .iter()
                .map(|article| neutralise(&article.name()).into_owned() + "\n");
            let outcome = Outcome::clean_if(complete);
            return Looked {
                outcome,
                ..Looked::failed(lines.collect())
            };
        }
        let configured = articles::are_configured(&articles);
        articles.extend(registries);
        if self.write_baseline {
            let holds = |rule: &str| self.selection.holds(rule);
            let written = configured && baseline::write(&articles, &files, holds);
            return Looked {
                outcome: Outcome::clean_if(complete && written),
                ..Looked::failed(String::new())
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
            ..Looked::failed(report)
        }
    }
}

impl Looked {
    /// What was printed, where it could not be done as asked.
    fn failed(report: String) -> Looked {
        Looked {
            report,
            outcome: Outcome::Failed,
            folders: BTreeSet::new(),
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

/// What is reported of a file in which nothing is wrong. Nobody asks for its text.
pub(super) fn clean(article: &Opened) -> FileReport {
    let source = Source::new(article.name(), Arc::default());
    FileReport {
        file: article.file,
        sources: vec![(article.file, source)],
        diagnostics: Vec::new(),
    }
}

/// What the rules find in one file.
pub(super) fn check(article: &Opened) -> FileReport {
    let diagnostics = rules::check(&article.snapshot, article.file);
    let related = diagnostics.iter().flat_map(|finding| &finding.related);
    let fixes = diagnostics.iter().flat_map(|finding| &finding.fixes);
    let pointed_at = related
        .map(|related| related.place.file)
        .chain(fixes.flat_map(|fix| &fix.edits).map(|edit| edit.file));
    if diagnostics.is_empty() {
        return clean(article);
    }
    let others: BTreeSet<FileId> = pointed_at.filter(|file| *file != article.file).collect();
    let others = others.into_iter().map(|file| (file, article.other(file)));
    let sources = [(article.file, article.source())].into_iter().chain(others);
    FileReport {
        file: article.file,
        sources: sources.collect(),
        diagnostics,
    }
}
