//! `isnad fix`: mends what can be mended without a person, and reports the rest.

use std::sync::Arc;

use clap::Args;
use rayon::prelude::*;

use crate::cli::articles::{self, Opened};
use crate::cli::baseline::NoBaseline;
use crate::cli::changed::Changed;
use crate::cli::check::check;
use crate::cli::color::Stream;
use crate::cli::gate::Gate;
use crate::cli::input::{Inputs, Paths};
use crate::cli::language::Language;
use crate::cli::reports::{FileReport, Reporting, Source, number};
use crate::cli::threads::Threads;
use crate::cli::{Outcome, pass_on, print, tell, tell_outcome, tell_report};
use crate::files;
use crate::fixes::{self, Fixed, Reach};
use crate::workspace::{Content, Snapshot, Workspace};

/// Mend what can be mended without a person, and report the rest.
///
/// Of everything that `isnad check` reports, the findings are mended for which there is one safe
/// fix: one that changes nothing that a reader of the article sees. `--unsafe` carries out fixes
/// too that do; look at `--diff` first. Where there are several ways to mend a finding, or only a
/// person can know what was meant, as with a mistyped id, it is left to you. In an article that
/// names its wire text no word changes, not even with `--unsafe`.
///
/// What rules are silent about, by a comment, by `isnad.toml` or by the baseline, is not mended.
/// Files are written whole or not at all, and one that changes in the meantime is left alone.
///
/// The exit code is 0 if nothing at or above `--fail-on` is left, 1 if something is, 2 if something
/// could not be read or written; with `--diff` it is 1 if anything would change, else 0.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    paths: Paths,
    #[command(flatten)]
    language: Language,
    #[command(flatten)]
    baseline: NoBaseline,
    /// Carry out fixes too that change what readers see
    #[arg(long = "unsafe")]
    is_bold: bool,
    /// Write nothing; show what would change
    #[arg(long)]
    diff: bool,
    #[command(flatten)]
    reporting: Reporting,
    #[command(flatten)]
    gate: Gate,
    #[command(flatten)]
    threads: Threads,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Some(is_piped) = arguments.paths.is_standard_input() else {
        return Outcome::Failed;
    };
    let (true, Some(named)) = (arguments.reporting.is_possible(), arguments.paths.named()) else {
        return Outcome::Failed;
    };
    if is_piped && named.paths().is_empty() {
        return pass_on();
    }
    let Inputs { inputs, complete } = arguments.paths.read(&named);
    let Some(pool) = arguments.threads.start() else {
        return Outcome::Failed;
    };
    if let (true, Some(input)) = (is_piped, inputs.first())
        && let Err(error) = &input.text
    {
        // Whoever puts the outcome in place of the text must not lose it.
        tell(&format!("{}: {error}", input.name()));
        return Outcome::Failed;
    }
    let read = inputs.len();
    let empty = arguments
        .baseline
        .apply(arguments.language.workspace())
        .comparing();
    let articles = pool.install(|| articles::open(inputs, &empty));
    let configured = articles::are_configured(&articles);
    let mut files: Vec<File> = pool.install(|| {
        articles::digest(&articles);
        let registries = articles::registries(&articles).into_par_iter();
        let registries = registries.filter(|file| !is_piped && named.hold(file.path()));
        let all = articles.par_iter().cloned().chain(registries);
        all.map(|file| File::fix(file, arguments)).collect()
    });
    files.sort_by_key(|file| file.opened.name());
    let changed = files.iter_mut().filter(|file| file.is_changed());
    let mut done = complete && configured;
    if arguments.diff {
        return show(arguments, &files, done);
    }
    if !is_piped {
        for file in changed {
            file.is_written = file.changed().write();
            done &= file.is_written;
        }
    }
    let reports: Vec<FileReport> = pool.install(|| {
        let now = now(&articles, &files);
        let mut articles: Vec<Opened> = match &now {
            Some(now) => articles.iter().map(|article| article.at(now)).collect(),
            None => articles,
        };
        articles::digest(&articles);
        articles.extend(articles::registries(&articles));
        articles.par_iter().map(check).collect()
    });
    done &= arguments.reporting.write(&reports, read);
    let outcome = match (done, arguments.gate.stops_for(&reports)) {
        (false, _) => Outcome::Failed,
        (true, true) => Outcome::Findings,
        (true, false) => Outcome::Clean,
    };
    tell_what_is_left_out(&files);
    let left = reports.iter().map(|file| file.diagnostics.len()).sum();
    let summary = Count::of(&files, left).told("fixed", "can be fixed");
    if is_piped {
        let report = arguments
            .reporting
            .render_for(Stream::Error, &reports, read);
        tell_report(&report);
        tell_outcome(&summary);
        let texts: String = files.into_iter().map(|file| file.fixed.text).collect();
        return print(texts.as_bytes(), outcome);
    }
    let mut report = arguments.reporting.render(&reports, read);
    if arguments.reporting.is_for_people() {
        report.push_str(&(summary + "\n"));
    } else {
        tell_outcome(&summary);
    }
    print(report.as_bytes(), outcome)
}

/// Shows what would change; a finding that it would mend makes the exit code 1.
fn show(arguments: &Arguments, files: &[File], done: bool) -> Outcome {
    let palette = arguments.reporting.color.palette(Stream::Output);
    let changed = || files.iter().filter(|file| file.is_changed());
    let diffs: String = changed()
        .map(|file| file.changed().diff(&palette))
        .collect();
    tell_what_is_left_out(files);
    let left = files.iter().map(|file| file.fixed.left.len()).sum();
    tell_outcome(&Count::of(files, left).told("would fix", "could be fixed"));
    let outcome = match (done, changed().next()) {
        (false, _) => Outcome::Failed,
        (true, Some(_)) => Outcome::Findings,
        (true, None) => Outcome::Clean,
    };
    print(diffs.as_bytes(), outcome)
}

/// A file and what became of it.
struct File {
    opened: Opened,
    name: String,
    old: Arc<str>,
    fixed: Fixed,
    /// How many findings more would be mended with `--unsafe`.
    more: usize,
    is_written: bool,
}

impl File {
    fn fix(opened: Opened, arguments: &Arguments) -> File {
        let reach = if arguments.is_bold {
            Reach::Unsafe
        } else {
            Reach::Safe
        };
        let (snapshot, file) = (&opened.snapshot, opened.file);
        let fixed = fixes::fix(snapshot, file, reach, &files::bring);
        let Source { path, text, .. } = opened.source();
        File {
            name: path,
            old: text,
            more: match reach {
                Reach::Safe => fixes::more_with_unsafe(snapshot, file, &fixed, &files::bring),
                Reach::Unsafe => 0,
            },
            fixed,
            opened,
            // Until writing fails.
            is_written: true,
        }
    }

    fn is_changed(&self) -> bool {
        !self.fixed.edits.is_empty()
    }

    fn changed(&self) -> Changed<'_> {
        Changed {
            path: self.opened.path(),
            name: self.name.clone(),
            old: &self.old,
            edits: &self.fixed.edits,
        }
    }
}

/// All files with the texts that they hold now; `None` if that is what they held before. The
/// articles have been opened together, so that one of them knows them all.
fn now(articles: &[Opened], files: &[File]) -> Option<Snapshot> {
    let written: Vec<&File> = files
        .iter()
        .filter(|file| file.is_changed() && file.is_written)
        .collect();
    let first = articles.first().filter(|_| !written.is_empty())?;
    let mut workspace = Workspace::from(&first.snapshot);
    for file in &written {
        let path = file.opened.snapshot.path(file.opened.file);
        let text = Arc::from(file.fixed.text.as_str());
        workspace.set(path, Content::Text(text));
    }
    for article in articles {
        files::bring(&mut workspace, article.snapshot.path(article.file));
    }
    Some(workspace.snapshot())
}

/// Says of each fix that was refused why.
fn tell_what_is_left_out(files: &[File]) {
    for file in files {
        if file.fixed.left_out.is_empty() {
            continue;
        }
        let source = Source::new(file.name.clone(), Arc::from(file.fixed.text.as_str()));
        for out in &file.fixed.left_out {
            let place = source.position(out.range.start());
            tell(&format!(
                "{}:{}:{}: {}: not done: {}; {}",
                file.name,
                place.line,
                place.column,
                out.rule,
                out.title,
                out.reason.text()
            ));
        }
    }
}

/// How much was done.
struct Count {
    fixed: usize,
    found: usize,
    files: usize,
    more: usize,
}

impl Count {
    /// `left` is how many findings are left in all.
    fn of(files: &[File], left: usize) -> Count {
        let written = || {
            let changed = files.iter().filter(|file| file.is_changed());
            changed.filter(|file| file.is_written)
        };
        let fixed = written().map(|file| file.fixed.applied.len()).sum();
        Count {
            fixed,
            found: fixed + left,
            files: written().count(),
            more: files.iter().map(|file| file.more).sum(),
        }
    }

    fn told(&self, did: &str, can: &str) -> String {
        let told = match (self.fixed, self.found) {
            (_, 0) => return "nothing to fix".to_owned(),
            (0, found) => format!("{did} none of {}", number(found, "finding")),
            (fixed, found) => format!(
                "{did} {fixed} of {} in {}",
                number(found, "finding"),
                number(self.files, "file")
            ),
        };
        let more = if self.fixed > 0 { " more" } else { "" };
        match self.more {
            0 => told,
            count => format!("{told}; {count}{more} {can} with --unsafe"),
        }
    }
}
