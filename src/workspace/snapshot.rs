//! All files at one moment. It never changes, is cheap to clone, and may be read by many
//! threads; what is made from the files is made once, when it is first asked for.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::line_index::LineIndex;
use crate::model::wording::Phrase;
use crate::model::{Analysis, Article, Digest, FrontMatter};
use crate::syntax::Tree;
use crate::text::FileId;
use crate::workspace::brief::brief;
use crate::workspace::files::Files;
use crate::workspace::{Baseline, Config, Content, FileKind, Registry, RuleLevel, Surroundings};

/// All files at one moment.
#[derive(Debug, Clone)]
pub struct Snapshot {
    files: Arc<Files>,
}

impl Snapshot {
    pub(super) fn new(files: Arc<Files>) -> Snapshot {
        Snapshot { files }
    }

    pub(super) fn files_at_this_moment(&self) -> &Arc<Files> {
        &self.files
    }

    /// The file under `path`, if anything has been said of it.
    pub fn file(&self, path: &Path) -> Option<FileId> {
        self.files.id(path)
    }

    /// All files of which anything has been said and that are there, in their order.
    pub fn files(&self) -> impl Iterator<Item = FileId> {
        self.files
            .all()
            .filter(|file| matches!(self.content(*file), Content::Text(_)))
    }

    /// The path of a file.
    pub fn path(&self, file: FileId) -> &Path {
        self.files.path(file)
    }

    /// The name of a file, for people: without the folders that it lies in.
    pub fn file_name(&self, file: FileId) -> Cow<'_, str> {
        let path = self.path(file);
        path.file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
    }

    /// Whether it lies in a folder that the editor has open, so that all files around it are known.
    pub fn is_in_a_folder(&self, file: FileId) -> bool {
        let path = self.path(file);
        let mut folders = self.files.folders.iter();
        folders.any(|folder| path.starts_with(folder))
    }

    /// Whether an article is compared with others.
    pub(super) fn is_comparing(&self, file: FileId) -> bool {
        self.files.is_comparing || self.is_in_a_folder(file)
    }

    /// What a file is read as.
    pub fn kind(&self, file: FileId) -> FileKind {
        self.files.source(file).kind
    }

    /// What stands under its path.
    pub fn content(&self, file: FileId) -> &Content {
        &self.files.source(file).content
    }

    /// Its text; empty where there is none.
    pub fn text(&self, file: FileId) -> &str {
        self.files.source(file).text()
    }

    /// The lines of its text.
    pub fn lines(&self, file: FileId) -> &LineIndex {
        self.files.source(file).lines()
    }

    /// The tree of its text.
    pub fn tree(&self, file: FileId) -> &Tree {
        self.files.source(file).tree()
    }

    /// The file read as an article, by itself.
    pub fn article(&self, file: FileId) -> &Article {
        self.files.article(file)
    }

    /// The front matter of the file read as an article. Nothing but its text is looked at.
    pub fn front(&self, file: FileId) -> &FrontMatter {
        self.files.source(file).front()
    }

    /// The file read as an article, with the entities it knows.
    pub fn analysis(&self, file: FileId) -> &Analysis {
        self.files.analysis(file)
    }

    /// What is to be known of an article that is not the one in question. Unlike its analysis it is
    /// small: it may be asked for of every file.
    pub fn digest(&self, file: FileId) -> &Digest {
        self.files.digest(file)
    }

    /// As much of its digest as comparing asks for.
    pub fn brief_digest(&self, file: FileId) -> Digest {
        brief(self.digest(file))
    }

    /// Takes `digest`, which a [brief](Snapshot::brief_digest) one has been before, for that of an article that
    /// nobody has digested yet. All that the digest rests on must be what it was.
    pub fn remember(&self, file: FileId, digest: Digest) {
        self.files.remember(file, digest);
    }

    /// Keeps as much of the digest in `brief`, which [looks briefly](Snapshot::looking_briefly) at the same files,
    /// as comparing asks for.
    pub fn remember_of(&self, brief: &Snapshot, file: FileId) {
        self.files.remember_of(&brief.files, file);
    }

    /// The same, if it has been made since the file or what it depends on has changed: for those who
    /// cannot wait for many.
    pub fn digest_if_made(&self, file: FileId) -> Option<&Digest> {
        self.files.digest_if_made(file)
    }

    /// The articles other than `here` that may have words like these, the likeliest first, as far as
    /// articles have been digested. Whether they have is told by their digests.
    pub fn like(&self, phrase: &Phrase, here: FileId) -> Vec<FileId> {
        let mut files = self.files.like(phrase, here);
        files.retain(|file| matches!(self.content(*file), Content::Text(_)));
        files
    }

    /// The articles of the same root in which words like those of `article` stand: the ones on which comparing
    /// it with others rests, as far as articles have been digested.
    pub fn compared_with(&self, article: FileId) -> BTreeSet<FileId> {
        let compared = self.compared(article).into_iter();
        let others = compared.flat_map(|compared| compared.others);
        others.map(|other| other.file).collect()
    }

    /// Whether its text is put away.
    pub fn is_away(&self, file: FileId) -> bool {
        self.files.is_away(file)
    }

    /// A number that is another as soon as the file, or another on which the verdict on it rests, has
    /// changed; it tells nothing beyond this process.
    pub fn stamp(&self, file: FileId) -> u64 {
        let own = self.files.stamp(file);
        let digest = self.digest_if_made(file).filter(|_| self.is_compared(file));
        let phrases = digest.into_iter().flat_map(Digest::phrases);
        let others: BTreeSet<FileId> = phrases.flat_map(|phrase| self.like(phrase, file)).collect();
        let stamps = others.into_iter().map(|other| self.files.stamp(other));
        stamps.fold(own, |stamp, other| stamp.rotate_left(5).wrapping_add(other))
    }

    /// The same files for somebody who looks at `files` once: nothing is kept of what is made of them
    /// beyond this snapshot, unless it is there already.
    #[must_use]
    pub fn looking_briefly(&self, files: &[FileId]) -> Snapshot {
        Snapshot::new(Arc::new(self.files.looking_briefly(files)))
    }

    /// The file read as a registry.
    pub fn registry(&self, file: FileId) -> &Registry {
        self.files.source(file).registry()
    }

    /// The file read as a configuration.
    pub fn config(&self, file: FileId) -> &Config {
        self.files.source(file).config()
    }

    /// The file read as a baseline.
    pub fn baseline(&self, file: FileId) -> &Baseline {
        self.files.source(file).baseline()
    }

    /// How much rules matter in a file by the configuration around it. A later level of a rule wins
    /// over an earlier one.
    pub fn rule_levels(&self, file: FileId) -> impl Iterator<Item = &RuleLevel> {
        let configuration = self.files.configuration(file).into_iter();
        configuration.flat_map(|(config, path)| config.levels(path))
    }

    /// What belongs to the article.
    pub fn surroundings(&self, file: FileId) -> &Surroundings {
        self.files.surroundings(file)
    }

    /// The other files that the verdict on an article rests on.
    pub fn depends_on(&self, file: FileId) -> Vec<FileId> {
        let around = self.surroundings(file);
        let mut files = around.registries.clone();
        files.extend(around.config);
        files.extend(around.baseline);
        files.extend(around.wire);
        files
    }
}
