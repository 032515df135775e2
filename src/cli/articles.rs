//! Articles with all that belongs to them: what a command that understands articles works on.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::cli::input::{Input, name};
use crate::cli::reports::Source;
use crate::cli::tell;
use crate::files;
use crate::rules;
use crate::text::FileId;
use crate::workspace::{Content, FileKind, Snapshot, Workspace};

/// An article, or a registry that one rests on, among all that belongs to it.
#[derive(Clone)]
pub(super) struct Opened {
    /// All files that were opened with it.
    pub(super) snapshot: Snapshot,
    pub(super) file: FileId,
    /// The path as the user wrote it.
    path: PathBuf,
    /// Whether it is standard input, which shares its files with no other article.
    is_alone: bool,
}

/// An article that was opened, without the files around it, which can change meanwhile.
#[derive(Clone)]
pub(super) struct Closed {
    pub(super) file: FileId,
    path: PathBuf,
    /// All its files, if it shares them with no other article.
    alone: Option<Snapshot>,
}

/// Opens `inputs`, in their order, each with its configuration, registries and wire text, in a workspace
/// like `empty`, which knows no file yet.
pub(super) fn open(inputs: Vec<Input>, empty: &Workspace) -> Vec<Opened> {
    let empty = empty.snapshot();
    open_in(inputs, &mut Workspace::from(&empty), &empty)
}

/// The same in `workspace`, which may know other files already.
pub(super) fn open_in(
    inputs: Vec<Input>,
    workspace: &mut Workspace,
    empty: &Snapshot,
) -> Vec<Opened> {
    // Standard input may have the name of a file that is opened too, and hold another text.
    let (inputs, files): (Vec<_>, Vec<_>) = inputs
        .into_iter()
        .enumerate()
        .partition(|(_, input)| input.is_piped);
    let mut articles = open_together(files, workspace);
    articles.extend(
        inputs
            .into_iter()
            .flat_map(|input| open_together(vec![input], &mut Workspace::from(empty))),
    );
    articles.sort_by_key(|(order, _)| *order);
    articles.into_iter().map(|(_, article)| article).collect()
}

fn open_together(inputs: Vec<(usize, Input)>, workspace: &mut Workspace) -> Vec<(usize, Opened)> {
    let mut opened = Vec::with_capacity(inputs.len());
    let contents = inputs.into_iter().map(|(order, input)| {
        let path = files::absolute(&input.path);
        opened.push((order, path.clone(), input.path, input.is_piped));
        (path, files::content_of(input.text))
    });
    workspace.set_all(contents.collect::<Vec<_>>());
    let unread = workspace.snapshot();
    // What each article says of its surroundings is read by all threads before it is needed.
    opened.par_iter().for_each(|(_, path, ..)| {
        unread.file(path).map(|file| unread.front(file));
    });
    drop(unread);
    let paths: Vec<&Path> = opened.iter().map(|(_, path, ..)| path.as_path()).collect();
    files::bring_all(workspace, &paths);
    bring_registries(workspace, &paths);
    let snapshot = workspace.snapshot();
    let article = |(order, path, written, is_alone): (usize, PathBuf, PathBuf, bool)| {
        let file = snapshot.file(&path)?;
        Some((
            order,
            Opened {
                snapshot: snapshot.clone(),
                file,
                path: written,
                is_alone,
            },
        ))
    };
    opened.into_iter().filter_map(article).collect()
}

/// Sees to it that of each article is known what it says, before any is compared with the others.
pub(super) fn digest(articles: &[Opened]) {
    let several = if articles.len() > 1 { articles } else { &[] };
    several.par_iter().for_each(|article| {
        // It is looked at again soon, so it is kept.
        article.snapshot.analysis(article.file);
        article.snapshot.digest_if_compared(article.file);
    });
}

/// What belongs to the registries of `articles`, which are looked at themselves.
fn bring_registries(workspace: &mut Workspace, articles: &[&Path]) {
    let snapshot = workspace.snapshot();
    let of_article = |path: &&Path| {
        let file = snapshot.file(path)?;
        Some(snapshot.surroundings(file).registries.iter().copied())
    };
    let registries = articles.iter().filter_map(of_article).flatten();
    let registries: BTreeSet<FileId> = registries.collect();
    let paths = registries.into_iter().map(|file| snapshot.path(file));
    let paths: Vec<PathBuf> = paths.map(Path::to_owned).collect();
    drop(snapshot);
    let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
    files::bring_all(workspace, &paths);
}

impl Closed {
    /// Whether it shares its files with no other article.
    pub(super) fn is_alone(&self) -> bool {
        self.alone.is_some()
    }

    /// The article among the files of `snapshot`, unless it has its own.
    pub(super) fn open(self, snapshot: &Snapshot) -> Opened {
        Opened {
            is_alone: self.is_alone(),
            snapshot: self.alone.unwrap_or_else(|| snapshot.clone()),
            file: self.file,
            path: self.path,
        }
    }
}

impl Opened {
    /// An article of which nothing is known but its text and `path`, the name that it is taken to have;
    /// in a workspace like `empty`, which knows no file yet. Nothing stands around it, whatever its name.
    pub(super) fn alone(text: String, path: PathBuf, empty: &Workspace) -> Option<Opened> {
        let name = match FileKind::of(&path) {
            FileKind::Wire => Path::new("alone.txt"),
            _ => Path::new("alone.news.md"),
        };
        let mut workspace = Workspace::from(&empty.snapshot());
        workspace.set(name, files::content_of_buffer(text));
        let snapshot = workspace.snapshot();
        let file = snapshot.file(name)?;
        Some(Opened {
            snapshot,
            file,
            path,
            is_alone: true,
        })
    }

    /// Whether it shares its files with no other article.
    pub(super) fn is_alone(&self) -> bool {
        self.is_alone
    }

    /// The article without the files around it.
    pub(super) fn close(self) -> Closed {
        Closed {
            file: self.file,
            path: self.path,
            alone: self.is_alone.then_some(self.snapshot),
        }
    }

    /// The file as it is at another moment.
    pub(super) fn at(&self, snapshot: &Snapshot) -> Opened {
        Opened {
            snapshot: snapshot.clone(),
            ..self.clone()
        }
    }

    /// The same for whoever looks at it once: what is made of it goes with what comes back here, and the next
    /// one takes its place in the memory.
    pub(super) fn briefly(&self) -> Opened {
        self.at(&self.snapshot.looking_briefly(&[self.file]))
    }

    /// The path as the user wrote it.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The path as reports write it.
    pub(super) fn name(&self) -> String {
        name(&self.path)
    }

    /// The text, for reports.
    pub(super) fn source(&self) -> Source {
        Source::new(self.name(), text(&self.snapshot, self.file))
    }

    /// Another file, for reports; its path is written as that of the article is.
    pub(super) fn other(&self, file: FileId) -> Source {
        let path = self.name_of(self.snapshot.path(file));
        Source::new(path, text(&self.snapshot, file))
    }

    /// `path` as seen from where the user sees the article.
    fn name_of(&self, path: &Path) -> String {
        if self.path.is_absolute() {
            return name(path);
        }
        name_from_here(path)
    }
}

/// `path`, which is absolute, as a user in this folder sees it.
pub(super) fn name_from_here(path: &Path) -> String {
    let here = files::absolute(Path::new("."));
    name(&relative(path, &here).unwrap_or_else(|| path.to_owned()))
}

/// `path` from the folder `here`; `None` if they share nothing but the file system's root.
fn relative(path: &Path, here: &Path) -> Option<PathBuf> {
    let shared = path
        .components()
        .zip(here.components())
        .take_while(|(one, other)| one == other)
        .count();
    let names = path
        .components()
        .take(shared)
        .filter(|part| matches!(part, Component::Normal(_)));
    if names.count() == 0 {
        return None;
    }
    let up = here.components().skip(shared).map(|_| Component::ParentDir);
    Some(up.chain(path.components().skip(shared)).collect())
}

fn text(snapshot: &Snapshot, file: FileId) -> Arc<str> {
    match snapshot.content(file) {
        Content::Text(text) => Arc::clone(text),
        _ => Arc::from(""),
    }
}

/// The registries that the verdicts on `articles` rest on and that are not among them, once each.
pub(super) fn registries(articles: &[Opened]) -> Vec<Opened> {
    let path = |article: &Opened| article.snapshot.path(article.file).to_owned();
    let mut seen: BTreeSet<PathBuf> = articles.iter().map(path).collect();
    let mut found = BTreeMap::new();
    for article in articles {
        for &file in &article.snapshot.surroundings(article.file).registries {
            let path = article.snapshot.path(file);
            if seen.insert(path.to_owned()) {
                let written = PathBuf::from(article.name_of(path));
                let snapshot = article.snapshot.clone();
                found.insert(
                    written.clone(),
                    Opened {
                        snapshot,
                        file,
                        path: written,
                        is_alone: article.is_alone,
                    },
                );
            }
        }
    }
    found.into_values().collect()
}

/// Tells the user what in the configurations around `articles` cannot be carried out, each thing
/// once; whether there is nothing.
pub(super) fn are_configured(articles: &[Opened]) -> bool {
    let mut told = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for article in articles {
        let around = article.snapshot.surroundings(article.file);
        let files = around.config.into_iter().chain(around.baseline);
        // What is wrong with them is the same for all articles around which they stand.
        let new = files.filter(|file| seen.insert(article.snapshot.path(*file)));
        if new.count() == 0 {
            continue;
        }
        let mut sources = BTreeMap::new();
        for error in rules::config_errors(&article.snapshot, article.file) {
            // There may be many, and places are counted once for a file.
            let source = sources
                .entry(error.file)
                .or_insert_with(|| article.other(error.file));
            let place = source.position(error.range.start());
            told.insert((source.path.clone(), place, error.message));
        }
    }
    for (path, place, message) in &told {
        tell(&format!(
            "{path}:{}:{}: {message}",
            place.line, place.column
        ));
    }
    told.is_empty()
}
