//! All files that are known, as they are now. Cheap to copy: what a copy shares is immutable.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::attribution::Reading;
use crate::model::{Analysis, Article, Digest, EntityLayer, EntityTable, FrontMatter};
use crate::text::FileId;
use crate::workspace::Config;
use crate::workspace::registered::Registered;
use crate::workspace::source::{Content, FileKind, Source};
use crate::workspace::surroundings::{self, Surroundings};

#[derive(Debug, Clone, Default)]
pub(super) struct Files {
    /// The folders that the editor has open.
    pub(super) folders: Vec<PathBuf>,
    /// The language of articles that do not say theirs, whatever configurations say.
    pub(super) lang: Option<Arc<str>>,
    ids: BTreeMap<Arc<Path>, FileId>,
    all: Vec<File>,
    globs: BTreeMap<(PathBuf, String), Vec<PathBuf>>,
    registered: Registered,
}

#[derive(Debug, Clone)]
struct File {
    path: Arc<Path>,
    source: Arc<Source>,
    /// What depends on other files too; made anew when one of them changes.
    derived: Arc<Derived>,
}

#[derive(Debug, Default)]
struct Derived {
    surroundings: OnceLock<Surroundings>,
    /// The article, where the configuration says its language.
    article: OnceLock<Arc<Article>>,
    analysis: OnceLock<(TableKey, Arc<Analysis>)>,
    digest: OnceLock<Arc<Digest>>,
    before: Option<Before>,
}

/// What was found out before a change, for what of it still holds.
#[derive(Debug, Clone)]
struct Before {
    key: TableKey,
    table: Arc<EntityTable>,
    reading: Arc<Reading>,
}

/// A table of entities is the same as long as these are.
#[derive(Debug, Clone)]
struct TableKey {
    article: Arc<Article>,
    registered: Arc<EntityLayer>,
}

impl TableKey {
    fn is_like(&self, other: &TableKey) -> bool {
        self.article.front.entities == other.article.front.entities
            && self.article.lang() == other.article.lang()
            && Arc::ptr_eq(&self.registered, &other.registered)
    }
}

impl Files {
    pub(super) fn set(&mut self, path: &Path, content: Content) {
        let Some(id) = self.id(path) else {
            let path: Arc<Path> = Arc::from(path);
            let source = Arc::new(Source::new(FileKind::of(&path), content, self.lang.clone()));
            self.ids
                .insert(Arc::clone(&path), FileId(self.all.len() as u32));
            self.all.push(File {
                path,
                source,
                derived: Arc::default(),
            });
            return self.forget_what_depends();
        };
        let file = &mut self.all[id.0 as usize];
        if file.source.content == content {
            return;
        }
        file.source = Arc::new(file.source.with(content));
        if file.source.kind == FileKind::Article {
            file.derived = Arc::new(Derived {
                before: file.found_out(),
                ..Derived::default()
            });
        } else {
            self.forget_what_depends();
        }
    }

    pub(super) fn set_glob(&mut self, folder: &Path, pattern: &str, files: Vec<PathBuf>) {
        self.globs
            .insert((folder.to_owned(), pattern.to_owned()), files);
        self.forget_what_depends();
    }

    /// Makes every article look at its surroundings anew. What a snapshot shares may be made there
    /// at any moment, of the files as they were; so it is left to the snapshot.
    pub(super) fn forget_what_depends(&mut self) {
        for file in &mut self.all {
            let is_shared = Arc::strong_count(&file.derived) > 1;
            if is_shared || file.derived.surroundings.get().is_some() {
                file.derived = Arc::new(Derived {
                    before: file.found_out(),
                    ..Derived::default()
                });
            }
        }
    }

    pub(super) fn id(&self, path: &Path) -> Option<FileId> {
        self.ids.get(path).copied()
    }

    pub(super) fn all(&self) -> impl Iterator<Item = FileId> {
        (0..self.all.len() as u32).map(FileId)
    }

    pub(super) fn path(&self, file: FileId) -> &Path {
        &self.all[file.0 as usize].path
    }

    pub(super) fn source(&self, file: FileId) -> &Source {
        &self.all[file.0 as usize].source
    }

    pub(super) fn content(&self, path: &Path) -> Option<&Content> {
        self.id(path).map(|id| &self.source(id).content)
    }

    pub(super) fn glob(&self, folder: &Path, pattern: &str) -> Option<&[PathBuf]> {
        self.globs
            .get(&(folder.to_owned(), pattern.to_owned()))
            .map(Vec::as_slice)
    }

    pub(super) fn globs(&self) -> impl Iterator<Item = (&Path, &str)> {
        self.globs
            .keys()
            .map(|(folder, pattern)| (folder.as_path(), pattern.as_str()))
    }

    pub(super) fn front(&self, path: &Path) -> Option<&Arc<FrontMatter>> {
        self.id(path).map(|id| self.source(id).front())
    }

    /// The article, in the language that it says, else in that of the whole workspace, else in that
    /// of its configuration.
    pub(super) fn article(&self, file: FileId) -> &Arc<Article> {
        let source = self.source(file);
        match self.configured_lang(file) {
            None => source.article(),
            Some(lang) => {
                let article = &self.all[file.0 as usize].derived.article;
                article.get_or_init(|| Arc::new(source.article_in(Some(lang))))
            }
        }
    }

    fn configured_lang(&self, file: FileId) -> Option<&str> {
        if self.lang.is_some() || self.source(file).front().lang.is_some() {
            return None;
        }
        let (config, path) = self.configuration(file)?;
        config.lang(path)
    }

    /// The configuration around a file, and the file's path from there; a mere name stands beside
    /// the configuration.
    pub(super) fn configuration(&self, file: FileId) -> Option<(&Config, &Path)> {
        let config = self.surroundings(file).config?;
        let path = self.path(file);
        let folder = self.path(config).parent()?;
        let inside = path.strip_prefix(folder).unwrap_or(path);
        Some((self.source(config).config(), inside))
    }

    pub(super) fn surroundings(&self, file: FileId) -> &Surroundings {
        let derived = &self.all[file.0 as usize].derived;
        derived
            .surroundings
            .get_or_init(|| surroundings::find(self, self.path(file), &mut Vec::new()))
    }

    pub(super) fn analysis(&self, file: FileId) -> &Arc<Analysis> {
        let derived = &self.all[file.0 as usize].derived;
        let analysis = derived
            .analysis
            .get_or_init(|| self.analyse(file, self.article(file)));
        &analysis.1
    }

    /// What other articles ask of this one. Of an article that nobody has looked at otherwise nothing
    /// else is kept.
    pub(super) fn digest(&self, file: FileId) -> &Arc<Digest> {
        let derived = &self.all[file.0 as usize].derived;
        derived.digest.get_or_init(|| {
            let analysis = match derived.analysis.get() {
                Some((_, analysis)) => Arc::clone(analysis),
                None => self.analyse(file, &self.article_for_now(file)).1,
            };
            Arc::new(Digest::of(&analysis))
        })
    }

    /// The article, which is not kept if it has not been read yet.
    fn article_for_now(&self, file: FileId) -> Arc<Article> {
        let lang = self.configured_lang(file);
        let kept = match lang {
            None => self.source(file).article_if_read(),
            Some(_) => self.all[file.0 as usize].derived.article.get(),
        };
        kept.map_or_else(|| self.source(file).article_for_now(lang), Arc::clone)
    }

    /// The article in the light of the entities that it knows.
    fn analyse(&self, file: FileId, article: &Arc<Article>) -> (TableKey, Arc<Analysis>) {
        {
            let derived = &self.all[file.0 as usize].derived;
            let mut registries = self.surroundings(file).registries.clone();
            // A registry that only articles elsewhere name knows at least itself.
            if self.source(file).kind == FileKind::Registry && !registries.contains(&file) {
                registries.insert(0, file);
            }
            let registries = registries
                .iter()
                .map(|id| (*id, self.source(*id).registry()));
            let key = TableKey {
                article: Arc::clone(article),
                registered: self.registered.of(registries),
            };
            let before = derived.before.as_ref();
            let table = match before {
                Some(before) if before.key.is_like(&key) => Arc::clone(&before.table),
                _ => {
                    let own = (file, &article.front.entities);
                    let registered = Arc::clone(&key.registered);
                    Arc::new(EntityTable::new(own, registered, article.lang()))
                }
            };
            let reading = before.map(|before| &*before.reading);
            let analysis = Analysis::new(Arc::clone(article), table, reading);
            (key, Arc::new(analysis))
        }
    }
}

impl File {
    /// What is known of the file as it is.
    fn found_out(&self) -> Option<Before> {
        match self.derived.analysis.get() {
            Some((key, analysis)) => Some(Before {
                key: key.clone(),
                table: Arc::clone(&analysis.declared),
                reading: Arc::clone(&analysis.reading),
            }),
            None => self.derived.before.clone(),
        }
    }
}
