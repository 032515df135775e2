//! What belongs to an article beside itself: its root, configuration, registries, wire text.

use std::path::{Component, Path, PathBuf};

use crate::model::{FrontMatter, Spanned};
use crate::text::{FileId, TextRange};
use crate::workspace::files::Files;
use crate::workspace::{BASELINE, Content, Glob, Want};

/// What belongs to one article. Files that are not there, or are no text, are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Surroundings {
    /// The nearest folder upwards that holds `isnad.toml` or `.git`; else the editor's folder
    /// around the article, else its own.
    pub root: PathBuf,
    /// The root's `isnad.toml`.
    pub config: Option<FileId>,
    /// The root's `isnad-baseline.json`, where a configuration or git makes it one.
    pub baseline: Option<FileId>,
    /// Registries, the nearest first.
    pub registries: Vec<FileId>,
    /// The text that the article annotates.
    pub wire: Option<FileId>,
    /// Paths of the front matter that lead to a text: where each is written, and the text.
    pub named: Vec<(TextRange, FileId)>,
    /// Paths of the front matter that lead to no text, and an `entities.yaml` that is none.
    pub missing: Vec<Missing>,
    /// Paths of the front matter that lead out of the root and that the configuration does not allow:
    /// as written and where. Nobody looks at what stands there.
    pub outside: Vec<Spanned<String>>,
    /// Registries that the configuration names and that are no text: where it names them, and what
    /// is there instead.
    pub missing_in_config: Vec<(TextRange, Content)>,
}

/// A path that leads to no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// `wire` or `registry`.
    pub key: &'static str,
    /// The path as written and where; at the beginning of the article for a registry that is
    /// found by itself.
    pub path: Spanned<String>,
    /// What is there.
    pub content: Content,
}

/// Finds what belongs to `article`, whose front matter is `front`; what nobody has brought yet is added to
/// `wants`.
pub(super) fn find(
    files: &Files,
    article: &Path,
    front: &FrontMatter,
    wants: &mut Vec<Want>,
) -> Surroundings {
    let mut finder = Finder {
        files,
        wants,
        is_marked: false,
        found: Surroundings::default(),
    };
    finder.article(article, front);
    finder.found
}

struct Finder<'a> {
    files: &'a Files,
    wants: &'a mut Vec<Want>,
    /// Whether a configuration or git makes the root one.
    is_marked: bool,
    found: Surroundings,
}

impl Finder<'_> {
    fn article(&mut self, article: &Path, front: &FrontMatter) {
        let folder = self.folder(article);
        // Before the root is known nobody can tell which paths lead out of it.
        let Some(root) = self.root(&folder) else {
            return;
        };
        let reach = self.reach(&folder, &root);
        for path in &front.registry {
            if let Some(file) = self.named(&folder, &reach, "registry", path) {
                self.registry(file);
            }
        }
        if let Some(path) = &front.wire {
            self.found.wire = self.named(&folder, &reach, "wire", path);
        }
        for folder in folder
            .ancestors()
            .take_while(|folder| folder.starts_with(&root))
        {
            self.found_by_itself(&folder.join("entities.yaml"));
        }
        self.configured(&root);
        self.found.root = root;
    }

    /// The article's folder; for one without a place on disk, the editor's.
    fn folder(&self, article: &Path) -> PathBuf {
        match article.parent() {
            Some(parent) if article.is_absolute() => parent.to_owned(),
            _ => self.files.folders.first().cloned().unwrap_or_default(),
        }
    }

    /// The root, once enough is known to tell.
    fn root(&mut self, folder: &Path) -> Option<PathBuf> {
        for ancestor in folder.ancestors().filter(|ancestor| ancestor.is_absolute()) {
            let (config, git) = (ancestor.join("isnad.toml"), ancestor.join(".git"));
            let (has_config, has_git) = (self.look(&config).cloned(), self.look(&git).cloned());
            let is_there = |content: &Content| *content != Content::Missing;
            match (has_config, has_git) {
                (Some(Content::Text(_) | Content::Unreadable(_)), _) => {
                    self.is_marked = true;
                    self.found.config = self.files.id(&config);
                    self.baseline(ancestor);
                    return Some(ancestor.to_owned());
                }
                (Some(_), Some(git)) if is_there(&git) => {
                    self.is_marked = true;
                    self.baseline(ancestor);
                    return Some(ancestor.to_owned());
                }
                (Some(_), Some(_)) => {}
                _ => return None,
            }
        }
        let around = self
            .files
            .folders
            .iter()
            .filter(|root| folder.starts_with(root));
        let nearest = around.max_by_key(|root| root.components().count());
        Some(nearest.map_or_else(|| folder.to_owned(), Clone::clone))
    }

    /// The baseline of the articles below `root`.
    fn baseline(&mut self, root: &Path) {
        if self.files.is_without_baseline {
            return;
        }
        let path = root.join(BASELINE);
        if let Some(Content::Text(_) | Content::Unreadable(_)) = self.look(&path) {
            self.found.baseline = self.files.id(&path);
        }
    }

    /// The registries that the configuration names.
    fn configured(&mut self, root: &Path) {
        let Some(config) = self
            .found
            .config
            .map(|config| self.files.source(config).config().clone())
        else {
            return;
        };
        for pattern in &config.registry {
            if Glob::is_plain(&pattern.text) {
                let path = normalise(&root.join(&pattern.text));
                self.configured_path(&path, pattern.range);
                continue;
            }
            let Some(paths) = self.files.glob(root, &pattern.text) else {
                self.wants.push(Want::Glob {
                    folder: root.to_owned(),
                    pattern: pattern.text.clone(),
                });
                continue;
            };
            if paths.is_empty() {
                let missing = (pattern.range, Content::Missing);
                self.found.missing_in_config.push(missing);
            }
            for path in paths {
                self.configured_path(path, pattern.range);
            }
        }
    }

    fn configured_path(&mut self, path: &Path, named: TextRange) {
        match self.look(path).cloned() {
            Some(Content::Text(_)) => self.registry_at(path),
            Some(content) => self.found.missing_in_config.push((named, content)),
            None => {}
        }
    }

    /// An `entities.yaml` beside or above the article, if there is one.
    fn found_by_itself(&mut self, path: &Path) {
        match self.look(path).cloned() {
            Some(Content::Text(_)) => self.registry_at(path),
            Some(content @ Content::Unreadable(_)) => self.found.missing.push(Missing {
                key: "registry",
                path: Spanned {
                    value: path.to_string_lossy().into_owned(),
                    range: TextRange::default(),
                },
                content,
            }),
            _ => {}
        }
    }

    fn registry_at(&mut self, path: &Path) {
        if let Some(file) = self.files.id(path) {
            self.registry(file);
        }
    }

    /// The folder that paths of the front matter may not lead out of: the root, if a configuration or
    /// git makes it one; else the folder above the article's, whatever an editor has open, so that
    /// editors and the command line refuse the same.
    fn reach(&self, folder: &Path, root: &Path) -> PathBuf {
        if self.is_marked {
            return root.to_owned();
        }
        folder.parent().unwrap_or(folder).to_owned()
    }

    /// Whether the configuration allows what leads to `path`.
    fn is_allowed(&self, path: &Path) -> bool {
        let Some(config) = self.found.config else {
            return false;
        };
        let folder = self.files.path(config).parent();
        folder.is_some_and(|folder| self.files.source(config).config().allows(folder, path))
    }

    /// The text that a path of the front matter leads to. Articles come from strangers: what leads
    /// out of `reach` is not even wanted, unless the configuration allows it.
    fn named(
        &mut self,
        folder: &Path,
        reach: &Path,
        key: &'static str,
        path: &Spanned<String>,
    ) -> Option<FileId> {
        let full = normalise(&folder.join(&path.value));
        if leads_out(&path.value, &full, reach) && !self.is_allowed(&full) {
            self.found.outside.push(path.clone());
            return None;
        }
        if !full.is_absolute() {
            return None;
        }
        match self.look(&full)? {
            Content::Text(_) => {
                let file = self.files.id(&full)?;
                self.found.named.push((path.range, file));
                Some(file)
            }
            content => {
                let content = content.clone();
                self.found.missing.push(Missing {
                    key,
                    path: path.clone(),
                    content,
                });
                None
            }
        }
    }

    fn registry(&mut self, file: FileId) {
        if !self.found.registries.contains(&file) {
            self.found.registries.push(file);
        }
    }

    /// What is known to stand under `path`.
    fn look(&mut self, path: &Path) -> Option<&Content> {
        let content = self.files.content(path);
        if content.is_none() {
            self.wants.push(Want::File(path.to_owned()));
        }
        content
    }
}

/// Whether `written`, which leads to `full`, leads out of the folder `reach`. What another system or
/// a shell would take elsewhere is refused everywhere, so that an article means the same everywhere.
fn leads_out(written: &str, full: &Path, reach: &Path) -> bool {
    // Every path starts with an empty one, which is no folder.
    let is_inside = reach.is_absolute() && full.starts_with(reach);
    if Path::new(written).is_absolute() {
        return !is_inside;
    }
    is_of_elsewhere(written) || (full.is_absolute() && !is_inside)
}

/// Whether a path that is not absolute here begins at a root, a drive, a network, a home folder, or
/// is an address.
fn is_of_elsewhere(written: &str) -> bool {
    let is_home = written == "~" || written.starts_with("~/") || written.starts_with("~\\");
    let is_drive = matches!(written.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic());
    let beginning = written.as_bytes().first_chunk::<5>();
    let is_file = beginning.is_some_and(|bytes| bytes.eq_ignore_ascii_case(b"file:"));
    written.starts_with(['/', '\\']) || is_home || is_drive || is_file || written.contains("://")
}

/// The path without `.` and with each `..` taken back, as far as its text tells.
pub fn normalise(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if normal.file_name().is_some() => {
                normal.pop();
            }
            _ => normal.push(component),
        }
    }
    normal
}

// Where a path without a drive is absolute.
#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_leads_out_of_a_folder() {
        let (folder, reach) = (Path::new("/n/desk"), Path::new("/n"));
        for (written, expected) in [
            ("people.yaml", false),
            ("../people.yaml", false),
            ("./a/../../people.yaml", false),
            ("~draft.txt", false),
            ("a: b.txt", true),
            ("ab: c.txt", false),
            ("../../people.yaml", true),
            ("../../n2/people.yaml", true),
            ("a/../../../n2/people.yaml", true),
            ("../../../../../etc/passwd", true),
            ("/etc/passwd", true),
            ("//host/share/people.yaml", true),
            ("\\\\host\\share\\people.yaml", true),
            ("c:\\people.yaml", true),
            ("C:people.yaml", true),
            ("~", true),
            ("~/people.yaml", true),
            ("File:///etc/passwd", true),
            ("https://example.com/people.yaml", true),
        ] {
            let full = normalise(&folder.join(written));
            assert_eq!(leads_out(written, &full, reach), expected, "{written}");
        }
        let nowhere = Path::new("");
        assert!(leads_out("/etc/passwd", Path::new("/etc/passwd"), nowhere));
        assert!(!leads_out("a.txt", Path::new("a.txt"), nowhere));
    }
}
