//! What the actor owns: the files, and the documents that the editor has open.
//!
//! Nothing here takes long: texts come into the workspace when something is asked of them, and an
//! article is read by a worker before what belongs to it is looked up.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tower_lsp::gen_lsp_types as lsp;

use crate::files;
use crate::lsp::capabilities::Profile;
use crate::lsp::document::Document;
use crate::lsp::settings::Settings;
use crate::lsp::survey::Batch;
use crate::lsp::view::{Open, Overview, Revision, View};
use crate::text::FileId;
use crate::workspace::{Content, FileKind, Snapshot, Workspace};

/// The files as they are now.
#[derive(Debug)]
pub(super) struct State {
    client: Arc<Profile>,
    settings: Arc<Settings>,
    folders: Vec<PathBuf>,
    workspace: Workspace,
    open: BTreeMap<PathBuf, Held>,
    /// Open documents whose text the workspace does not have yet.
    behind: BTreeSet<PathBuf>,
    /// Files that a worker has read as articles since they last changed.
    read: BTreeSet<PathBuf>,
    /// Files other than articles that have changed since their dependents were looked for.
    changed: BTreeSet<PathBuf>,
    /// Open documents whose diagnostics may not be true any more.
    stale: BTreeSet<PathBuf>,
    revisions: u64,
    /// Another number whenever a file has changed.
    generation: u64,
    /// Whether what was digested of files that nobody has open may not be true any more.
    has_lost_digests: bool,
}

#[derive(Debug)]
struct Held {
    document: Document,
    revision: u64,
    latest: Arc<AtomicU64>,
}

impl State {
    pub(super) fn new(client: Profile, folders: Vec<PathBuf>) -> State {
        let mut workspace = Workspace::new();
        workspace.set_folders(folders.clone());
        State {
            client: Arc::new(client),
            settings: Arc::default(),
            folders,
            workspace,
            open: BTreeMap::new(),
            behind: BTreeSet::new(),
            read: BTreeSet::new(),
            changed: BTreeSet::new(),
            stale: BTreeSet::new(),
            revisions: 0,
            generation: 0,
            has_lost_digests: false,
        }
    }

    pub(super) fn client(&self) -> &Profile {
        &self.client
    }

    /// Whether these settings are others than before.
    pub(super) fn set(&mut self, settings: Settings) -> bool {
        let is_new = *self.settings != settings;
        self.settings = Arc::new(settings);
        is_new
    }

    /// Whether files that nobody has open have to be digested again; it is said once.
    pub(super) fn has_lost_digests(&mut self) -> bool {
        mem::take(&mut self.has_lost_digests)
    }

    pub(super) fn generation(&self) -> u64 {
        self.generation
    }

    pub(super) fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    pub(super) fn open(&mut self, path: &Path, document: Document) {
        let held = Held {
            document,
            revision: 0,
            latest: Arc::default(),
        };
        let before = self.open.insert(path.to_owned(), held);
        if let Some(before) = before {
            before.latest.store(u64::MAX, Ordering::SeqCst);
        }
        self.touch(path);
    }

    /// Whether the document is open, and so has been changed.
    pub(super) fn change(
        &mut self,
        path: &Path,
        version: i32,
        changes: Vec<lsp::TextDocumentContentChangeEvent>,
    ) -> bool {
        let Some(held) = self.open.get_mut(path) else {
            return false;
        };
        held.document.change(version, changes, self.client.encoding);
        self.touch(path);
        true
    }

    /// From now on what stands on the disk counts. The address by which the document was open.
    pub(super) fn close(&mut self, path: &Path) -> Option<lsp::Uri> {
        let held = self.open.remove(path)?;
        held.latest.store(u64::MAX, Ordering::SeqCst);
        self.behind.remove(path);
        self.stale.remove(path);
        self.look_at_disk(path);
        Some(held.document.uri)
    }

    /// Takes note that the file at `path` has changed, come or gone on the disk. Whether the folders
    /// have to be looked through for what has come or gone with it.
    pub(super) fn changed_on_disk(&mut self, path: &Path, kind: lsp::FileChangeType) -> bool {
        let snapshot = self.workspace.snapshot();
        let known = snapshot.file(path);
        let is_there = known.is_some_and(|file| matches!(snapshot.content(file), Content::Text(_)));
        drop(snapshot);
        if known.is_some() && !self.is_open(path) {
            self.look_at_disk(path);
        }
        if kind == lsp::FileChangeType::Changed {
            return false;
        }
        if FileKind::of(path) == FileKind::Registry {
            self.look_at_patterns();
        }
        let is_new_article = !is_there && path.to_string_lossy().ends_with(files::ARTICLE);
        is_new_article || self.is_folder(path)
    }

    /// Whether there is a folder, or was one.
    fn is_folder(&self, path: &Path) -> bool {
        let snapshot = self.workspace.snapshot();
        let is_inside = |other: &Path| other != path && other.starts_with(path);
        files::is_folder(path) || snapshot.files().any(|file| is_inside(snapshot.path(file)))
    }

    /// Takes what a survey of the folders has found, but for what is open.
    pub(super) fn found(&mut self, batch: Batch) {
        let snapshot = self.workspace.snapshot();
        let (known, new): (Vec<_>, Vec<_>) = batch
            .files
            .into_iter()
            .filter(|(path, _)| !self.is_open(path))
            .partition(|(path, _)| snapshot.file(path).is_some());
        drop(snapshot);
        self.generation += u64::from(!new.is_empty());
        self.workspace.set_all(new);
        for (path, content) in known {
            self.learn(&path, content);
        }
        for (folder, pattern, files) in batch.matches {
            self.workspace.set_glob(&folder, &pattern, files);
        }
    }

    /// Looks at everything on the disk again that it has taken from there, for editors that do not
    /// tell what changes.
    pub(super) fn changed_somewhere_on_disk(&mut self) {
        let snapshot = self.workspace.snapshot();
        let paths = snapshot.files().map(|file| snapshot.path(file).to_owned());
        let closed: Vec<PathBuf> = paths.filter(|path| !self.is_open(path)).collect();
        drop(snapshot);
        for path in closed {
            self.look_at_disk(&path);
        }
        self.look_at_patterns();
    }

    pub(super) fn change_folders(&mut self, added: Vec<PathBuf>, removed: &[PathBuf]) {
        self.folders.retain(|folder| !removed.contains(folder));
        self.folders.extend(added);
        self.generation += 1;
        self.workspace.set_folders(self.folders.clone());
        self.make_all_stale();
    }

    pub(super) fn is_open(&self, path: &Path) -> bool {
        self.open.contains_key(path)
    }

    /// The text of an open document.
    pub(super) fn text(&self, path: &Path) -> Option<String> {
        Some(self.open.get(path)?.document.text())
    }

    /// What is to be read before a view of `path` costs nothing; `None` if it has been.
    pub(super) fn unread(&mut self, path: &Path) -> Option<(Snapshot, FileId)> {
        self.catch_up(path);
        if self.workspace.snapshot().file(path).is_none() {
            self.workspace.set(path, on_disk(path));
        }
        if self.read.contains(path) {
            return None;
        }
        let snapshot = self.workspace.snapshot();
        let file = snapshot.file(path)?;
        Some((snapshot, file))
    }

    /// Takes note that a worker has read the file at `path`.
    pub(super) fn has_read(&mut self, path: &Path) {
        self.read.insert(path.to_owned());
    }

    /// All files as they are now.
    pub(super) fn all(&mut self) -> Overview {
        for path in self.behind.clone() {
            self.catch_up(&path);
            files::bring(&mut self.workspace, &path);
        }
        self.overview()
    }

    /// The same, with everything that belongs to the one at `path`.
    pub(super) fn view(&mut self, path: &Path) -> Option<View> {
        for path in self.behind.clone() {
            self.catch_up(&path);
        }
        files::bring(&mut self.workspace, path);
        let all = self.overview();
        let snapshot = &all.snapshot;
        let file = snapshot.file(path)?;
        // What it makes of its surroundings belongs to these files; a later change must find it
        // made, so as to know that it has to be made anew.
        snapshot.surroundings(file);
        let revision = self.open.get(path).map(|held| Revision {
            number: held.revision,
            latest: Arc::clone(&held.latest),
        });
        Some(View {
            file,
            revision: revision.unwrap_or_default(),
            all,
        })
    }

    /// All files as the workspace has them.
    pub(super) fn overview(&self) -> Overview {
        let open = self.open.iter().map(|(path, held)| {
            let open = Open {
                uri: held.document.uri.clone(),
                version: held.document.version,
            };
            (path.clone(), open)
        });
        Overview {
            snapshot: self.workspace.snapshot(),
            client: Arc::clone(&self.client),
            settings: Arc::clone(&self.settings),
            open: Arc::new(open.collect()),
        }
    }

    /// The open documents whose diagnostics may not be true any more.
    pub(super) fn stale(&mut self) -> Vec<PathBuf> {
        for path in mem::take(&mut self.changed) {
            self.catch_up(&path);
            self.make_dependents_stale(&path);
        }
        self.stale.iter().cloned().collect()
    }

    pub(super) fn is_stale(&self, path: &Path) -> bool {
        self.stale.contains(path)
    }

    /// Takes note that someone sees to the diagnostics of the document at `path`.
    pub(super) fn freshen(&mut self, path: &Path) {
        self.stale.remove(path);
    }

    /// Other articles may say other things than before: what rests on them in open ones is found anew.
    pub(super) fn compare_anew(&mut self) {
        let snapshot = self.workspace.snapshot();
        let is_compared = |path: &&PathBuf| {
            let file = snapshot.file(path);
            file.is_some_and(|file| snapshot.is_compared(file))
        };
        let compared: Vec<PathBuf> = self.open.keys().filter(is_compared).cloned().collect();
        self.stale.extend(compared);
    }

    /// Takes note of a change in an open document.
    fn touch(&mut self, path: &Path) {
        self.revisions += 1;
        self.generation += 1;
        if let Some(held) = self.open.get_mut(path) {
            held.revision = self.revisions;
            held.latest.store(self.revisions, Ordering::SeqCst);
        }
        self.will_change(path);
        self.behind.insert(path.to_owned());
        // An editor that asks for diagnostics asks by itself after its own changes.
        if !self.client.pulls_diagnostics {
            self.stale.insert(path.to_owned());
        }
    }

    /// Those that depend on a file before it changes may be others than those that do after.
    fn will_change(&mut self, path: &Path) {
        let matters = FileKind::of(path) != FileKind::Article;
        self.has_lost_digests |= matters || !self.is_open(path);
        if matters && self.changed.insert(path.to_owned()) {
            self.make_dependents_stale(path);
        }
    }

    fn make_dependents_stale(&mut self, path: &Path) {
        let snapshot = self.workspace.snapshot();
        let Some(file) = snapshot.file(path) else {
            return;
        };
        let depends = |other: &&PathBuf| {
            let is_read = self.read.contains(*other) && *other != path;
            let other = snapshot.file(other).filter(|_| is_read);
            other.is_some_and(|other| snapshot.depends_on(other).contains(&file))
        };
        let dependents: Vec<PathBuf> = self.open.keys().filter(depends).cloned().collect();
        self.stale.extend(dependents);
    }

    fn make_all_stale(&mut self) {
        self.stale.extend(self.open.keys().cloned());
    }

    /// Gives the workspace the text of an open document.
    fn catch_up(&mut self, path: &Path) {
        if self.behind.remove(path)
            && let Some(held) = self.open.get(path)
        {
            self.read.remove(path);
            self.workspace.set(path, held.document.content());
        }
    }

    fn look_at_disk(&mut self, path: &Path) {
        self.learn(path, on_disk(path));
    }

    /// Takes what stands under a path from now on.
    fn learn(&mut self, path: &Path, content: Content) {
        self.generation += 1;
        self.will_change(path);
        self.read.remove(path);
        self.workspace.set(path, content);
    }

    /// Looks again which files match the patterns of the configurations.
    fn look_at_patterns(&mut self) {
        let patterns = self.workspace.globs();
        if !patterns.is_empty() {
            self.generation += 1;
            for pattern in patterns {
                files::answer(&mut self.workspace, pattern);
            }
            self.make_all_stale();
        }
    }
}

/// What stands under `path`; nothing stands under a mere name.
fn on_disk(path: &Path) -> Content {
    if path.is_absolute() {
        files::content(path)
    } else {
        Content::Missing
    }
}
