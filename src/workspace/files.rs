//! All files that are known, as they are now. Cheap to copy: what a copy shares is immutable.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use crate::model::wording::Phrase;
use crate::model::{Analysis, Article, Digest, EntityLayer, EntityTable, FoundOut, FrontMatter};
use crate::text::{FileId, stable_hash};
use crate::workspace::Config;
use crate::workspace::brief::brief;
use crate::workspace::phrases::Phrases;
use crate::workspace::registered::Registered;
use crate::workspace::shared_list::SharedList;
use crate::workspace::source::{Content, FileKind, Source};
use crate::workspace::surroundings::{self, Surroundings};

#[derive(Debug, Clone, Default)]
pub(super) struct Files {
    /// The folders that the editor has open.
    pub(super) folders: Vec<PathBuf>,
    /// The language of articles that come and do not say theirs, whatever configurations say.
    pub(super) lang: Option<Arc<str>>,
    /// Whether articles are compared with each other though nobody has their folder open.
    pub(super) is_comparing: bool,
    /// Whether baselines are passed over.
    pub(super) is_without_baseline: bool,
    ids: Arc<HashMap<Arc<Path>, FileId>>,
    all: SharedList<File>,
    /// What stands in place of texts that are put away, one of each kind.
    emptied: Vec<Arc<Source>>,
    globs: Arc<BTreeMap<(PathBuf, String), Vec<PathBuf>>>,
    registered: Registered,
    phrases: Phrases,
}

#[derive(Debug, Clone)]
struct File {
    path: Arc<Path>,
    source: Arc<Source>,
    /// What depends on other files too; made anew when one of them changes.
    derived: Arc<Derived>,
    /// Of a text that is put away, by what it is known again.
    away: Option<u64>,
}

#[derive(Debug, Default)]
struct Derived {
    /// Whether all of it could be found, besides.
    surroundings: OnceLock<(Surroundings, bool)>,
    /// The article, where the configuration says its language.
    article: OnceLock<Arc<Article>>,
    analysis: OnceLock<(TableKey, Arc<Analysis>)>,
    digest: OnceLock<Arc<Digest>>,
    before: Option<Before>,
    stamp: Stamp,
}

/// A number that is given once.
#[derive(Debug)]
struct Stamp(u64);

impl Default for Stamp {
    fn default() -> Stamp {
        static LAST: AtomicU64 = AtomicU64::new(0);
        Stamp(LAST.fetch_add(1, Ordering::Relaxed))
    }
}

/// What was found out before a change, for what of it still holds.
#[derive(Debug, Clone)]
struct Before {
    key: TableKey,
    found_out: FoundOut,
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
        let is_new = self.id(path).is_none();
        self.put(path, content);
        if is_new {
            self.forget_what_lacks();
        }
    }

    /// Begins an index of its own.
    pub(super) fn forget_phrases(&mut self) {
        self.phrases = Phrases::default();
        // What was digested before is not in it.
        self.forget(|_| true);
    }

    /// The same for many files.
    pub(super) fn set_all(&mut self, files: impl IntoIterator<Item = (PathBuf, Content)>) {
        for (path, content) in files {
            self.put(&path, content);
        }
        self.forget_what_lacks();
    }

    fn put(&mut self, path: &Path, content: Content) {
        let Some(id) = self.id(path) else {
            let path: Arc<Path> = Arc::from(path);
            let source = Arc::new(Source::new(FileKind::of(&path), content, self.lang.clone()));
            Arc::make_mut(&mut self.ids).insert(Arc::clone(&path), FileId(self.all.len() as u32));
            self.all.push(File {
                path,
                source,
                derived: Arc::default(),
                away: None,
            });
            return;
        };
        let file = &mut self.all[id.0 as usize];
        if let Some(known) = file.away.take() {
            let is_same = matches!(&content, Content::Text(text) if stable_hash(text) == known);
            if is_same {
                file.source = Arc::new(file.source.with(content));
                return;
            }
        } else if file.source.content == content {
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
        let glob = (folder.to_owned(), pattern.to_owned());
        match Arc::make_mut(&mut self.globs).insert(glob, files) {
            Some(_) => self.forget_what_depends(),
            None => self.forget_what_lacks(),
        }
    }

    /// Puts the text of a file away, and what was made of it but its surroundings and what comparing asks
    /// of its digest. It is to be brought again before anything else is asked of it; where it is another
    /// then, it counts as changed.
    pub(super) fn put_away(&mut self, file: FileId) {
        let file = &mut self.all[file.0 as usize];
        let (None, Content::Text(text)) = (file.away, &file.source.content) else {
            return;
        };
        file.away = Some(stable_hash(text));
        let kind = file.source.kind;
        let emptied = self.emptied.iter().find(|source| source.kind == kind);
        let emptied = emptied.map_or_else(|| Arc::new(file.source.emptied()), Arc::clone);
        if self.emptied.iter().all(|source| source.kind != kind) {
            self.emptied.push(Arc::clone(&emptied));
        }
        file.source = emptied;
        let Derived {
            surroundings,
            digest,
            ..
        } = &*file.derived;
        let digest = digest.get().map(|digest| Arc::new(brief(digest)));
        file.derived = Arc::new(Derived {
            surroundings: surroundings.clone(),
            digest: digest.map_or_else(OnceLock::new, OnceLock::from),
            ..Derived::default()
        });
    }

    /// Whether the text of a file is put away.
    pub(super) fn is_away(&self, file: FileId) -> bool {
        self.all[file.0 as usize].away.is_some()
    }

    /// Makes every article look at its surroundings anew.
    pub(super) fn forget_what_depends(&mut self) {
        self.forget(|surroundings| surroundings.is_some());
    }

    /// Makes those articles look at their surroundings anew that have not found all of them: to the
    /// others a file of which nothing was known means nothing.
    fn forget_what_lacks(&mut self) {
        self.forget(|surroundings| surroundings.is_some_and(|(_, is_whole)| !is_whole));
    }

    /// Forgets what was made of those files whose surroundings are such. What a snapshot shares may
    /// be made there at any moment, of the files as they were; so it is left to the snapshot. What is put
    /// away cannot be made anew, and stays.
    fn forget(&mut self, is_such: impl Fn(Option<&(Surroundings, bool)>) -> bool) {
        for at in 0..self.all.len() {
            let file = &self.all[at];
            let surroundings = file.derived.surroundings.get();
            // Whoever shares the list of files shares what is made of them.
            let is_shared = self.all.is_shared(at) || Arc::strong_count(&file.derived) > 1;
            let may_come = surroundings.is_none() && is_shared;
            if file.away.is_none() && (may_come || is_such(surroundings)) {
                let before = file.found_out();
                self.all[at].derived = Arc::new(Derived {
                    before,
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

    /// What stands under a path, as far as that is known and at hand.
    pub(super) fn content(&self, path: &Path) -> Option<&Content> {
        let id = self.id(path).filter(|id| !self.is_away(*id))?;
        Some(&self.source(id).content)
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
        match self.configured_lang(file, source.front()) {
            None => source.article(),
            Some(lang) => {
                let article = &self.all[file.0 as usize].derived.article;
                article.get_or_init(|| Arc::new(source.article_in(Some(lang))))
            }
        }
    }

    fn configured_lang(&self, file: FileId, front: &FrontMatter) -> Option<&str> {
        if self.source(file).lang.is_some() || front.lang.is_some() {
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
        let found = self.all[file.0 as usize].derived.surroundings.get();
        match found {
            Some((surroundings, _)) => surroundings,
            None => self.surroundings_by(file, &self.source(file).front_for_now()),
        }
    }

    /// The same for whoever has read the front matter.
    fn surroundings_by(&self, file: FileId, front: &FrontMatter) -> &Surroundings {
        let derived = &self.all[file.0 as usize].derived;
        let (surroundings, _) = derived.surroundings.get_or_init(|| {
            let mut wants = Vec::new();
            let surroundings = surroundings::find(self, self.path(file), front, &mut wants);
            (surroundings, wants.is_empty())
        });
        surroundings
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
            let digest = Digest::of(&analysis);
            if self.source(file).kind == FileKind::Article {
                self.phrases.add(file, &digest);
            }
            Arc::new(digest)
        })
    }

    /// Takes `digest` for that of an article that has none yet.
    pub(super) fn remember(&self, file: FileId, digest: Digest) {
        let derived = &self.all[file.0 as usize].derived;
        derived.digest.get_or_init(|| {
            self.phrases.add(file, &digest);
            Arc::new(digest)
        });
    }

    /// Takes for the digest of an article as much of the one in `looked`, the same files where they are looked
    /// at briefly, as comparing asks for. The index is the same, and has its words.
    pub(super) fn remember_of(&self, looked: &Files, file: FileId) {
        let derived = &self.all[file.0 as usize].derived;
        let digest = || Arc::new(brief(looked.digest(file)));
        derived.digest.get_or_init(digest);
    }

    /// The articles other than `here` that may have words like these, the likeliest first; of articles that
    /// nobody has digested yet nothing is known.
    pub(super) fn like(&self, phrase: &Phrase, here: FileId) -> Vec<FileId> {
        let mut files = self.phrases.like(phrase, here);
        // What was proposed by another snapshot may not be here.
        files.retain(|file| self.all.len() > file.0 as usize);
        files
    }

    /// The same, if somebody has asked for it since the file or what it depends on has changed.
    pub(super) fn digest_if_made(&self, file: FileId) -> Option<&Digest> {
        let digest = self.all[file.0 as usize].derived.digest.get();
        digest.map(|digest| &**digest)
    }

    /// A number that is another as soon as the file or what it depends on has changed.
    pub(super) fn stamp(&self, file: FileId) -> u64 {
        // What knows its surroundings is made anew with them.
        self.surroundings(file);
        self.all[file.0 as usize].derived.stamp.0
    }

    /// The same files, in which nothing is kept of what will be made of those of `files` that nobody
    /// has looked at yet.
    pub(super) fn looking_briefly(&self, files: &[FileId]) -> Files {
        let mut brief = self.clone();
        for &FileId(at) in files {
            let file = &self.all[at as usize];
            if file.derived.analysis.get().is_none() {
                let copy = &mut brief.all[at as usize];
                copy.source = Arc::new(file.source.again());
                copy.derived = Arc::new(Derived {
                    surroundings: file.derived.surroundings.clone(),
                    ..Derived::default()
                });
            }
        }
        brief
    }

    /// The article, which is not kept if it has not been read yet, nor is its front matter.
    fn article_for_now(&self, file: FileId) -> Arc<Article> {
        let source = self.source(file);
        let front = source.front_for_now();
        self.surroundings_by(file, &front);
        let lang = self.configured_lang(file, &front);
        let kept = match lang {
            None => source.article_if_read(),
            Some(_) => self.all[file.0 as usize].derived.article.get(),
        };
        kept.map_or_else(|| source.article_for_now(front, lang), Arc::clone)
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
                Some(before) if before.key.is_like(&key) => Arc::clone(&before.found_out.declared),
                _ => {
                    let own = (file, &article.front.entities);
                    let registered = Arc::clone(&key.registered);
                    Arc::new(EntityTable::new(own, registered, article.lang()))
                }
            };
            let before = before.map(|before| &before.found_out);
            let analysis = Analysis::new(Arc::clone(article), table, before);
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
                found_out: analysis.found_out(),
            }),
            None => self.derived.before.clone(),
        }
    }
}
