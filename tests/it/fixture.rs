//! The one notation of all fixtures.
//!
//! A fixture is the text of one article, `article.news.md`, or several files, each after a line
//! `//- path`. `<|>` marks the cursor. The files stand in a folder of their own; nothing else is
//! on that disk.

use std::path::Path;
use std::sync::Arc;

use isnad::ide::Locale;
use isnad::ide::actions::{Action, Asked, actions, edits};
use isnad::text::{FileEdit, FileId, FileRange, TextEdit, TextRange, TextSize, edited};
use isnad::workspace::{Content, Snapshot, Workspace, normalise};

pub(crate) use crate::laws::desk::{bring, folder, stripped};

/// Files in a workspace, and the cursor in one of them.
pub(crate) struct Fixture {
    pub(crate) snapshot: Snapshot,
    /// In the order in which they are written.
    pub(crate) files: Vec<FileId>,
    pub(crate) cursor: Option<(FileId, TextSize)>,
}

impl Fixture {
    pub(crate) fn new(written: &str) -> Fixture {
        let mut workspace = Workspace::new();
        workspace.set_folders(vec![folder()]);
        let mut paths = Vec::new();
        let mut cursor = None;
        for (name, text) in split(written) {
            let path = normalise(&folder().join(name));
            if let Some(at) = text.find("<|>") {
                cursor = Some((path.clone(), TextSize::new(at as u32)));
            }
            let text = text.replacen("<|>", "", 1);
            workspace.set(&path, Content::Text(Arc::from(text)));
            paths.push(path);
        }
        for path in &paths {
            bring(&mut workspace, path);
        }
        let snapshot = workspace.snapshot();
        let file = |path: &Path| snapshot.file(path).expect("a file of the fixture");
        Fixture {
            files: paths.iter().map(|path| file(path)).collect(),
            cursor: cursor.map(|(path, at)| (file(&path), at)),
            snapshot,
        }
    }

    /// The same files with `edits` carried out, which stand in the order of the text and do not
    /// overlap.
    pub(crate) fn with(&self, edits: &[FileEdit]) -> Fixture {
        let mut workspace = Workspace::new();
        workspace.set_folders(vec![folder()]);
        let paths = self.files.iter().map(|file| self.snapshot.path(*file));
        for (&file, path) in self.files.iter().zip(paths.clone()) {
            let of_file = edits.iter().filter(|edit| edit.file == file);
            let of_file: Vec<_> = of_file.map(|edit| edit.edit.clone()).collect();
            let is_in_order = |pair: &[TextEdit]| pair[0].range.end() <= pair[1].range.start();
            assert!(of_file.windows(2).all(is_in_order), "{of_file:#?}");
            let text = edited(self.snapshot.text(file), &of_file);
            workspace.set(path, Content::Text(Arc::from(text)));
        }
        for path in paths.clone() {
            bring(&mut workspace, path);
        }
        let snapshot = workspace.snapshot();
        let file = |path| snapshot.file(path).expect("a file of the fixture");
        Fixture {
            files: paths.map(file).collect(),
            cursor: None,
            snapshot,
        }
    }

    /// All that can be done at `range` of `file`, with the edits of each.
    pub(crate) fn actions(
        &self,
        file: FileId,
        range: TextRange,
        locale: Locale,
    ) -> Vec<(Action, Vec<FileEdit>)> {
        let found = actions(&Asked {
            snapshot: &self.snapshot,
            file,
            range,
            locale,
            is_wanted: &|_| true,
            bring: &bring,
        });
        let with_edits = found.into_iter().map(|action| {
            let edits = edits(&self.snapshot, file, &action.choice, &bring);
            let edits = edits.unwrap_or_else(|| panic!("nothing comes of {action:#?}"));
            (action, edits)
        });
        with_edits.collect()
    }

    /// Sees to it that of each article is known what it says, before one is compared with the others.
    pub(crate) fn digest(&self) {
        for file in &self.files {
            self.snapshot.digest_if_compared(*file);
        }
    }

    /// The texts of all files, in their order.
    pub(crate) fn texts(&self) -> Vec<&str> {
        let texts = self.files.iter().map(|file| self.snapshot.text(*file));
        texts.collect()
    }

    /// The first file.
    pub(crate) fn file(&self) -> FileId {
        self.files[0]
    }

    /// The name of a file inside the fixture.
    pub(crate) fn name(&self, file: FileId) -> String {
        let path = self.snapshot.path(file);
        let name = path.strip_prefix(folder()).unwrap_or(path);
        name.to_string_lossy().replace('\\', "/")
    }

    /// The line of a place with `^` under what is meant; the name of its file if there are
    /// several.
    pub(crate) fn draw(&self, place: FileRange) -> String {
        let drawn = draw(
            self.snapshot.text(place.file),
            place.range.start().into(),
            place.range.end().into(),
        );
        match self.files.len() {
            1 => drawn,
            _ => format!("{}:\n{drawn}", self.name(place.file)),
        }
    }
}

/// The line around `start..end` with `^` under it.
pub(crate) fn draw(text: &str, start: usize, end: usize) -> String {
    let line_start = text[..start].rfind('\n').map_or(0, |found| found + 1);
    let line = text[line_start..].lines().next().unwrap_or_default();
    let before = text[line_start..start].chars().count();
    let last = end.min(line_start + line.len()).max(start);
    let marked = text[start..last].chars().count().max(1);
    format!("{line}\n{}{}", " ".repeat(before), "^".repeat(marked))
}

/// The files of a fixture: their names and texts.
pub(crate) fn split(written: &str) -> Vec<(String, String)> {
    if !written.starts_with("//- ") {
        return vec![("article.news.md".to_owned(), written.to_owned())];
    }
    let mut files: Vec<(String, String)> = Vec::new();
    for line in written.split_inclusive('\n') {
        match (line.strip_prefix("//- "), files.last_mut()) {
            (Some(name), _) => files.push((name.trim().to_owned(), String::new())),
            (None, Some((_, text))) => text.push_str(line),
            (None, None) => {}
        }
    }
    files
}
