//! Articles in one workspace, of which only a batch is at hand: however many there are, no more texts and
//! trees are kept than a batch has.

use std::collections::BTreeSet;
use std::env;
use std::iter;
use std::mem::take;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::cli::articles::{self, Opened};
use crate::cli::input::Source;
use crate::files;
use crate::text::FileId;
use crate::workspace::{Content, Snapshot, Workspace};

/// At most so many files are at hand: enough for all threads, little for the memory.
const MOST_FILES: usize = 1024;
/// At most so many bytes of them, or one file, if that alone is larger.
const MOST_BYTES: u64 = 8 << 20;

/// How much is at hand at once.
pub(super) struct Room {
    files: usize,
    bytes: u64,
}

impl Room {
    /// As much as there is. Tests make it small by `ISNAD_BATCH`, a number of files; the outcome is the same.
    pub(super) fn new() -> Room {
        let files = env::var("ISNAD_BATCH").ok();
        let files = files.and_then(|files| files.parse().ok());
        Room {
            files: files.unwrap_or(MOST_FILES).max(1),
            bytes: MOST_BYTES,
        }
    }

    /// Takes room for files; whether there was any.
    pub(super) fn take<'a>(&mut self, paths: impl IntoIterator<Item = &'a Path>) -> bool {
        if self.files == 0 || self.bytes == 0 {
            return false;
        }
        for path in paths {
            self.files = self.files.saturating_sub(1);
            self.bytes = self.bytes.saturating_sub(files::size(path));
        }
        true
    }
}

/// The sources in batches, in their order.
pub(super) fn batches(sources: Vec<Source>) -> impl Iterator<Item = Vec<Source>> {
    let mut rest = sources.into_iter().peekable();
    iter::from_fn(move || {
        let mut room = Room::new();
        let batch = iter::from_fn(|| rest.next_if(|source| room.take([source.path()])));
        let batch: Vec<Source> = batch.collect();
        (!batch.is_empty()).then_some(batch)
    })
}

/// The workspace, and what of it is at hand.
pub(super) struct Desk {
    empty: Snapshot,
    workspace: Workspace,
    /// What can be put away, because it can be brought again.
    at_hand: BTreeSet<FileId>,
}

impl Desk {
    /// A desk with a workspace like `empty`, which knows no file yet.
    pub(super) fn new(empty: &Workspace) -> Desk {
        let empty = empty.snapshot();
        Desk {
            workspace: Workspace::from(&empty),
            empty,
            at_hand: BTreeSet::new(),
        }
    }

    /// Opens `batch`, in its order, as [`articles::open`] does, among all files that were opened before;
    /// these are put away. No snapshot of theirs should be left, which would have to keep them.
    pub(super) fn open(&mut self, batch: Vec<Source>) -> Vec<Opened> {
        self.put_away(&BTreeSet::new());
        let inputs = batch.into_par_iter().map(Source::read).collect();
        let opened = articles::open_in(inputs, &mut self.workspace, &self.empty);
        let together = opened.iter().filter(|article| !article.is_alone());
        let files: Vec<FileId> = together.map(|article| article.file).collect();
        self.take_up(&files);
        opened
    }

    /// Has `articles` at hand with what belongs to them, and the texts of `others`. What is not in its place
    /// any more, or is another text, counts as it is now.
    pub(super) fn turn_to(&mut self, articles: &[FileId], others: &BTreeSet<FileId>) {
        let mut wanted: BTreeSet<FileId> = others.iter().chain(articles).copied().collect();
        let snapshot = self.workspace.snapshot();
        wanted.extend(wires(&snapshot, articles));
        let away = wanted.iter().filter(|file| snapshot.is_away(**file));
        let away: Vec<PathBuf> = away.map(|file| snapshot.path(*file).to_owned()).collect();
        let paths = articles.iter().map(|file| snapshot.path(*file).to_owned());
        let paths: Vec<PathBuf> = paths.collect();
        drop(snapshot);
        self.put_away(&wanted);
        let read = |path: PathBuf| {
            let content = files::content(&path);
            (path, content)
        };
        let back: Vec<(PathBuf, Content)> = away.into_par_iter().map(read).collect();
        self.workspace.set_all(back);
        let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
        files::bring_all(&mut self.workspace, &paths);
        self.at_hand.extend(others);
        self.take_up(articles);
    }

    /// From now on, articles are compared with each other.
    pub(super) fn compare(&mut self) {
        self.workspace = take(&mut self.workspace).comparing();
    }

    /// All files as they are at this moment.
    pub(super) fn snapshot(&self) -> Snapshot {
        self.workspace.snapshot()
    }

    fn take_up(&mut self, articles: &[FileId]) {
        self.at_hand.extend(articles);
        let snapshot = self.workspace.snapshot();
        self.at_hand.extend(wires(&snapshot, articles));
    }

    /// Puts away what is at hand and not wanted.
    fn put_away(&mut self, wanted: &BTreeSet<FileId>) {
        let at_hand = take(&mut self.at_hand).into_iter();
        let (kept, unwanted): (BTreeSet<FileId>, _) =
            at_hand.partition(|file| wanted.contains(file));
        self.at_hand = kept;
        self.workspace.put_away(&Vec::from_iter(unwanted));
    }
}

/// The wire texts of articles; most have one of their own.
fn wires(snapshot: &Snapshot, articles: &[FileId]) -> Vec<FileId> {
    let wires = articles.iter();
    let wires = wires.filter_map(|article| snapshot.surroundings(*article).wire);
    wires.collect()
}
