//! All files together: articles, registries, configuration, wire texts.
//!
//! The workspace touches no disk. It says which files it [wants](Workspace::wants) to look at an
//! article; the edges bring what stands there, and ask for a [`Snapshot`], which never changes.

mod baseline;
mod brief;
mod config;
mod elsewhere;
mod files;
mod glob;
mod packed;
mod phrases;
mod registered;
mod shared_list;
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

use crate::text::FileId;
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

    /// The workspace, in which articles are compared with each other. Where folders are open, they are
    /// anyway.
    #[must_use]
    pub fn comparing(mut self) -> Workspace {
        Arc::make_mut(&mut self.files).is_comparing = true;
        self
    }

    /// The workspace, in which no article is compared with those of the one that it was made from: it gets an
    /// index of its own, in which its articles are once they are digested anew.
    #[must_use]
    pub fn by_itself(mut self) -> Workspace {
        Arc::make_mut(&mut self.files).forget_phrases();
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

    /// Puts texts away, so that they take no memory: of an article its surroundings stay, and what other
    /// articles ask of it when they are compared with it, if its digest is there. Until a file is brought
    /// again it reads as if it were empty, and an article that needs it wants it; where it is the same then,
    /// it has not changed.
    pub fn put_away(&mut self, files: &[FileId]) {
        let all = Arc::make_mut(&mut self.files);
        for file in files {
            all.put_away(*file);
        }
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
        if let Some(front) = self.files.front(article) {
            surroundings::find(&self.files, article, front, &mut wants);
        }
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

    #[test]
    fn what_is_put_away_is_wanted_again_and_is_then_what_it_was() {
        let names = ["/f/a.news.md", "/f/b.news.md", "/f/a.txt"];
        let [one, other, wire] = names.map(Path::new);
        let said =
            "“We will not close the crossing before the harvest is over,” Laila Haddad said.\n";
        let article = format!("---\nlang: en\nwire: a.txt\n---\n\n{said}");
        let all = [
            (one, article.as_str()),
            (other, article.as_str()),
            (wire, said),
        ];
        let bring = |workspace: &mut Workspace| {
            for article in [one, other] {
                while let Some(Want::File(path)) = workspace.wants(article).pop() {
                    let known = all.iter().find(|(name, _)| *name == path);
                    let content = known.map_or(Content::Missing, |(_, it)| text(it));
                    workspace.set(&path, content);
                }
            }
        };
        let mut workspace = Workspace::new().comparing();
        workspace.set(one, text(&article));
        workspace.set(other, text(&article));
        bring(&mut workspace);
        let ids = |snapshot: &Snapshot| all.map(|(path, _)| snapshot.file(path).expect("a file"));
        let before = workspace.snapshot();
        let files = ids(&before);
        let compared = before.digest(files[0]).utterances.len();
        before.digest(files[1]);
        drop(before);
        workspace.put_away(&files);
        let away = workspace.snapshot();
        assert!(files.iter().all(|file| away.is_away(*file)));
        assert_eq!(away.digest(files[0]).utterances.len(), compared);
        assert_eq!(away.compared_with(files[0]).len(), 1);
        drop(away);
        workspace.set(one, text(&article));
        assert_eq!(workspace.wants(one), [Want::File(wire.to_owned())]);
        bring(&mut workspace);
        let back = workspace.snapshot();
        assert_eq!(back.text(files[2]), said);
        assert_eq!(back.compared_with(files[0]).len(), 1);
        drop(back);
        workspace.put_away(&files);
        workspace.set(one, text("It rained.\n"));
        workspace.set(other, Content::Missing);
        assert_eq!(workspace.snapshot().compared_with(files[0]).len(), 0);
    }
}
