//! `--changed`: only the articles on which the verdict may be another than at a revision of git's.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::articles::Opened;
use crate::cli::input::Source;
use crate::cli::tell;
use crate::files::{self, git};
use crate::workspace::FileKind;

#[derive(Debug, Args)]
pub(super) struct Revision {
    /// Look only at articles that differ from where git's history left REVISION, and at those whose
    /// configuration, registries or wire text do; new files count
    #[arg(long, value_name = "REVISION", num_args = 0..=1, require_equals = true, default_missing_value = "HEAD")]
    changed: Option<String>,
}

impl Revision {
    /// Which of `sources` are to be looked at; `None`, and a word to the user, where git cannot say.
    pub(super) fn meant(&self, sources: &[Source]) -> Option<Meant> {
        match &self.changed {
            Some(revision) => Changes::since(revision, sources).map(Meant::Changed),
            None => Some(Meant::All),
        }
    }
}

/// Which articles are to be looked at.
pub(super) enum Meant {
    All,
    Changed(Changes),
}

impl Meant {
    /// Whether an article is.
    pub(super) fn holds(&self, article: &Opened) -> bool {
        match self {
            Meant::All => true,
            Meant::Changed(changes) => changes.concern(article),
        }
    }
}

/// What has changed in the repositories of some articles.
pub(super) struct Changes {
    files: BTreeSet<PathBuf>,
    /// Where configurations and registries were that are gone: what they said is not known any more.
    emptied: BTreeSet<PathBuf>,
}

impl Changes {
    fn since(revision: &str, sources: &[Source]) -> Option<Changes> {
        let mut repositories = BTreeMap::new();
        for source in sources {
            let path = files::absolute(source.path());
            let folder = path.parent().unwrap_or(&path);
            let known = repositories
                .entry(folder.to_owned())
                .or_insert_with(|| git::repository(folder));
            if known.is_none() {
                tell(&format!(
                    "{}: no folder above it is a repository of git's, so nothing says what has changed",
                    source.name()
                ));
                return None;
            }
        }
        let repositories: BTreeSet<PathBuf> = repositories.into_values().flatten().collect();
        let mut files = BTreeSet::new();
        for repository in &repositories {
            match git::changed_since(repository, revision) {
                Ok(changed) => files.extend(changed),
                Err(error) => {
                    tell(&format!("{}: {error}", repository.display()));
                    return None;
                }
            }
        }
        let gone = files.iter().filter(|path| {
            let is_shared = !matches!(FileKind::of(path), FileKind::Article | FileKind::Wire);
            is_shared && !files::is_there(path)
        });
        let emptied = gone.filter_map(|path| path.parent().map(Path::to_owned));
        Some(Changes {
            emptied: emptied.collect(),
            files,
        })
    }

    /// Whether the verdict on an article may be another.
    fn concern(&self, article: &Opened) -> bool {
        let snapshot = &article.snapshot;
        let path = snapshot.path(article.file);
        let others = snapshot.depends_on(article.file);
        let mut others = others.iter().map(|file| snapshot.path(*file));
        self.files.contains(path)
            || others.any(|other| self.files.contains(other))
            || path.ancestors().any(|folder| self.emptied.contains(folder))
    }
}
