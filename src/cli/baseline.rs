//! The baseline on the command line: passed over, or written anew.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::articles::{self, Opened};
use crate::cli::reports::{FileReport, number};
use crate::cli::{tell, tell_outcome};
use crate::files::{self, git};
use crate::rules::Diagnostic;
use crate::workspace::{BASELINE, Baseline, Known, Workspace, baseline_key};

/// Whether baselines hold.
#[derive(Debug, Args)]
pub(super) struct NoBaseline {
    /// Tell what a baseline (isnad-baseline.json) lists, too
    #[arg(long)]
    no_baseline: bool,
}

impl NoBaseline {
    /// The workspace, which looks at no baseline if none is to hold.
    pub(super) fn apply(&self, workspace: Workspace) -> Workspace {
        if self.no_baseline {
            workspace.without_baseline()
        } else {
            workspace
        }
    }
}

/// Lists what was found in the baselines of the articles, in place of what these listed of the same
/// files and of the rules that `is_meant`; whether all are written. Files that are gone are taken out.
pub(super) fn write(
    articles: &[Opened],
    reports: &[FileReport],
    is_meant: impl Fn(&str) -> bool,
) -> bool {
    let mut by_folder: BTreeMap<PathBuf, Vec<(&Path, &FileReport)>> = BTreeMap::new();
    let mut homeless = BTreeSet::new();
    for (article, report) in articles.iter().zip(reports) {
        let path = article.snapshot.path(article.file);
        match folder(article) {
            Some(folder) => by_folder.entry(folder).or_default().push((path, report)),
            None => {
                homeless.insert(article.name());
            }
        }
    }
    for name in &homeless {
        tell(&format!(
            "{name}: no folder above it holds isnad.toml or .git, where a baseline has its place; \
             `isnad init` writes a configuration"
        ));
    }
    let written = by_folder
        .iter()
        .filter(|(folder, found)| write_one(folder, found, &is_meant));
    written.count() == by_folder.len() && homeless.is_empty()
}

/// Tells the user which files the baselines of the articles list that are gone.
pub(super) fn tell_of_the_gone(articles: &[Opened]) {
    let baselines = articles.iter().filter_map(|article| {
        let file = article.snapshot.surroundings(article.file).baseline?;
        Some((article.snapshot.path(file), article.snapshot.baseline(file)))
    });
    for (path, baseline) in baselines.collect::<BTreeMap<_, _>>() {
        let folder = path.parent().unwrap_or(Path::new(""));
        let paths = baseline.findings.keys();
        let gone: Vec<_> = paths
            .filter(|path| !files::is_there(&folder.join(path)))
            .collect();
        if let Some(first) = gone.first() {
            let what = match gone.len() {
                1 => format!("{first}, which is gone"),
                count => format!("{count} files that are gone, first {first}"),
            };
            tell(&format!(
                "{BASELINE} lists {what}; `isnad check --write-baseline` takes out what is gone"
            ));
        }
    }
}

/// Where the baseline of an article has its place.
fn folder(article: &Opened) -> Option<PathBuf> {
    let around = article.snapshot.surroundings(article.file);
    let is_one = around.config.is_some() || git::is_repository(&around.root);
    is_one.then(|| around.root.clone())
}

fn write_one(
    folder: &Path,
    found: &[(&Path, &FileReport)],
    is_meant: &impl Fn(&str) -> bool,
) -> bool {
    let path = folder.join(BASELINE);
    let shown = articles::name_from_here(&path);
    let present = match files::read(&path) {
        Ok(text) => Some(text),
        Err(_) if !files::is_there(&path) => None,
        Err(error) => {
            tell(&format!("{shown}: {error}"));
            return false;
        }
    };
    let before = present
        .as_deref()
        .map_or_else(Baseline::default, Baseline::read);
    let mut now = Baseline {
        problem: None,
        ..before.clone()
    };
    now.findings
        .retain(|path, _| files::is_there(&folder.join(path)));
    for (path, report) in found {
        let key = baseline_key(path.strip_prefix(folder).unwrap_or(path));
        let known = now.findings.entry(key).or_default();
        known.retain(|rule, _| !is_meant(rule));
        for finding in report
            .diagnostics
            .iter()
            .filter(|finding| is_meant(finding.rule))
        {
            note(known, report, finding);
        }
    }
    now.findings.retain(|_, known| !known.is_empty());
    // What somebody else has listed meanwhile is not lost.
    let text = now.text();
    let written = match &present {
        Some(present) => files::rewrite(&path, present.as_bytes(), text.as_bytes()),
        None => files::write(&path, text.as_bytes(), false),
    };
    if let Err(error) = written {
        tell(&format!("{shown}: {error}"));
        return false;
    }
    let (more, fewer) = (difference(&now, &before), difference(&before, &now));
    tell_outcome(&format!(
        "{shown}: {} in {} listed; {more} more than before, {fewer} fewer",
        number(now.findings.values().map(count).sum(), "finding"),
        number(now.findings.len(), "file"),
    ));
    true
}

fn note(known: &mut Known, report: &FileReport, finding: &Diagnostic) {
    let words = &report.source(report.file).text[finding.range];
    let of_rule = known.entry(finding.rule.to_owned()).or_default();
    *of_rule.entry(words.to_owned()).or_default() += 1;
}

fn count(known: &Known) -> usize {
    known.values().flat_map(BTreeMap::values).sum()
}

/// How many findings `one` lists that `other` does not.
fn difference(one: &Baseline, other: &Baseline) -> usize {
    let entries = one.findings.iter().flat_map(|(path, known)| {
        let of_rules = known.iter();
        of_rules.flat_map(move |(rule, words)| {
            words
                .iter()
                .map(move |(words, count)| (path, rule, words, *count))
        })
    });
    let listed = |path: &String, rule: &String, words: &String| {
        let known = other.findings.get(path)?;
        known.get(rule)?.get(words).copied()
    };
    let more = |(path, rule, words, count): (&String, &String, &String, usize)| {
        count.saturating_sub(listed(path, rule, words).unwrap_or_default())
    };
    entries.map(more).sum()
}
