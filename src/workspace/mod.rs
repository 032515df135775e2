//! All files together: articles, registries, configuration, wire texts.
//!
//! The workspace touches no disk. It says which files it [wants](Workspace::wants) to look at an
//! article; the edges bring what stands there, and ask for a [`Snapshot`], which never changes.

mod baseline;
mod config;
mod elsewhere;
mod files;
mod glob;
mod phrases;
mod registered;
mod snapshot;
mod source;
mod surroundings;

pub use baseline::{BASELINE, Baseline, Known, key as baseline_key};
pub use config::{
    Config, ConfigProblem, KEYS, Key, Level, OVERRIDE_KEYS, Override, Pattern, RuleLevel,
};
pub use elsewhere::{Compared, Elsewhere};
pub use glob::Glob;
pub use snapshot::Snapshot;
pub use source::{Content, FileKind, Registry};
pub use surroundings::{Missing, Surroundings, normalise};

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::workspace::files::Files;

/// Something on the disk that looking at an article needs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Want {
    /// What stands under this path.
    File(PathBuf),
    /// The files under `folder` that match the glob `pattern`, in the order of their paths.
    Glob {
        /// Where to look.
        folder: PathBuf,
        /// The pattern, relative to it.
        pattern: String,
    },
}

/// The files as they are now. Paths are absolute and [normal](normalise), or mere names for
/// texts that stand nowhere on the disk.
#[derive(Debug, Default)]
pub struct Workspace {
    files: Arc<Files>,
}

impl From<&Snapshot> for Workspace {
    /// A workspace that goes on from the files as they were; the snapshot stays what it is.
    fn from(snapshot: &Snapshot) -> Workspace {
        Workspace {
            files: Arc::clone(snapshot.files_at_this_moment()),
        }
    }
}

impl Workspace {
    /// A workspace that knows no file.
    pub fn new() -> Workspace {
        Workspace::default()
    }

    /// A workspace that knows no file; `lang`, a BCP 47 tag, is the language of articles that do
    /// not say theirs, whatever configurations say.
    pub fn with_lang(lang: &str) -> Workspace {
        Workspace::new().in_lang(Some(lang))
    }

    /// The workspace, in which `lang` is the language of such articles that come from now on; without one
    /// their configuration says it.
    #[must_use]
    pub fn in_lang(mut self, lang: Option<&str>) -> Workspace {
        Arc::make_mut(&mut self.files).lang = lang.map(Arc::from);
        self
    }

    /// The language of such articles, if the workspace says one.
    pub fn lang(&self) -> Option<&str> {
        self.files.lang.as_deref()
    }

    /// The workspace, in which articles are compared with each other from now on; what they are found by is
    /// kept for this one alone. Where folders are open, they are compared anyway.
    #[must_use]
    pub fn comparing(mut self) -> Workspace {
        Arc::make_mut(&mut self.files).compare();
        self
    }

    /// The workspace, which looks at no baseline.
    #[must_use]
    pub fn without_baseline(mut self) -> Workspace {
        Arc::make_mut(&mut self.files).is_without_baseline = true;
        self
    }

    /// The folders that the editor has open: the root of articles that no other root is found
    /// for.
    pub fn set_folders(&mut self, folders: Vec<PathBuf>) {
        let files = Arc::make_mut(&mut self.files);
        files.folders = folders;
        files.forget_what_depends();
    }

    /// Says what stands under `path` from now on.
    pub fn set(&mut self, path: &Path, content: Content) {
        Arc::make_mut(&mut self.files).set(path, content);
    }

    /// Says what stands under many paths.
    pub fn set_all(&mut self, files: impl IntoIterator<Item = (PathBuf, Content)>) {
        Arc::make_mut(&mut self.files).set_all(files);
    }

    /// Says which files match `pattern` under `folder`.
    pub fn set_glob(&mut self, folder: &Path, pattern: &str, files: Vec<PathBuf>) {
        Arc::make_mut(&mut self.files).set_glob(folder, pattern, files);
    }

    /// The patterns that have been answered, so that they can be answered anew when files come
    /// or go.
    pub fn globs(&self) -> Vec<Want> {
        let want = |(folder, pattern): (&Path, &str)| Want::Glob {
            folder: folder.to_owned(),
            pattern: pattern.to_owned(),
        };
        self.files.globs().map(want).collect()
    }

    /// What looking at `article` needs and nobody has brought. What is brought may name more:
    /// bring until nothing is wanted.
    pub fn wants(&self, article: &Path) -> Vec<Want> {
        let mut wants = Vec::new();
        surroundings::find(&self.files, article, &mut wants);
        wants.sort();
        wants.dedup();
        wants
    }

    /// The files as they are at this moment.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot::new(Arc::clone(&self.files))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Content {
        Content::Text(Arc::from(text))
    }

    #[test]
    fn what_an_old_snapshot_finds_out_stays_there() {
        let (article, registry) = (Path::new("/f/a.news.md"), Path::new("/f/entities.yaml"));
        let mut workspace = Workspace::new();
        workspace.set(article, text("[She](#haddad) spoke.\n"));
        workspace.set(registry, text("other: {name: Other}\n"));
        while let Some(Want::File(path)) = workspace.wants(article).pop() {
            workspace.set(&path, Content::Missing);
        }
        let knows_her = |snapshot: &Snapshot| {
            let file = snapshot.file(article).expect("the article");
            snapshot.analysis(file).entities.find("haddad").is_some()
        };
        let before = workspace.snapshot();
        workspace.set(registry, text("haddad: {name: Laila Haddad}\n"));
        assert!(!knows_her(&before));
        assert!(knows_her(&workspace.snapshot()));
    }
}
