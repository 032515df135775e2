//! Which files there are to look at: folders are walked as git sees them.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::error::Error;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::files::{absolute, git};

/// How the names of articles end.
pub const ARTICLE: &str = ".news.md";

/// What stands under a path.
#[derive(Debug, Default)]
pub struct Found {
    /// The articles, in the order of their paths.
    pub articles: Vec<PathBuf>,
    /// What could not be looked into, in the order in which it was met.
    pub unreadable: Vec<Unreadable>,
}

/// A folder or a link that could not be looked into.
#[derive(Debug)]
pub struct Unreadable {
    /// Where it is.
    pub path: PathBuf,
    /// What the system says about it.
    pub reason: String,
}

/// The articles that `path` stands for: itself if it is a file, else every `*.news.md` under
/// the folder that git would not ignore. What cannot be looked into hides nothing else; only a
/// `path` that does not exist is an error.
pub fn articles(path: &Path) -> io::Result<Found> {
    ending_with(path, &[ARTICLE])
}

/// The same with the wire texts, every `*.txt`.
pub fn articles_and_wires(path: &Path) -> io::Result<Found> {
    ending_with(path, &[ARTICLE, ".txt"])
}

/// Those of `files` that would be taken from a folder too: that git does not ignore, and that are not
/// hidden. One that is not there is left in; whoever looks at it says so.
pub fn without_ignored(files: Vec<PathBuf>) -> Vec<PathBuf> {
    let mut by_root: BTreeMap<PathBuf, HashSet<PathBuf>> = BTreeMap::new();
    for file in &files {
        let file = absolute(file);
        let folder = file.parent().unwrap_or(&file);
        let root = git::repository(folder).unwrap_or_else(|| folder.to_owned());
        by_root.entry(root).or_default().insert(file);
    }
    let taken: BTreeSet<PathBuf> = by_root.into_iter().flat_map(taken).collect();
    let is_kept = |file: &PathBuf| taken.contains(&absolute(file)) || fs::metadata(file).is_err();
    files.into_iter().filter(is_kept).collect()
}

/// Those of `files` that a walk from `root` meets; it goes no way that leads to none of them.
fn taken((root, files): (PathBuf, HashSet<PathBuf>)) -> impl Iterator<Item = PathBuf> {
    let above = files.iter().flat_map(|file| file.ancestors());
    let on_the_way: HashSet<PathBuf> = above.map(Path::to_owned).collect();
    let mut walk = ignore::WalkBuilder::new(&root);
    walk.require_git(false)
        .filter_entry(move |entry| on_the_way.contains(entry.path()));
    let met = walk.build().flatten().map(ignore::DirEntry::into_path);
    met.filter(move |path| files.contains(path))
}

fn ending_with(path: &Path, endings: &[&str]) -> io::Result<Found> {
    let mut found = Found::default();
    if !fs::metadata(path)?.is_dir() {
        found.articles.push(path.to_owned());
        return Ok(found);
    }
    for entry in ignore::WalkBuilder::new(path).require_git(false).build() {
        match entry {
            Ok(entry) => found.add(entry.into_path(), endings),
            Err(error) => found.unreadable.push(unreadable(error, path)),
        }
    }
    found.articles.sort();
    Ok(found)
}

impl Found {
    fn add(&mut self, path: PathBuf, endings: &[&str]) {
        let name = path.to_string_lossy();
        if !endings.iter().any(|ending| name.ends_with(ending)) {
            return;
        }
        // The walk does not follow links, so a link that leads nowhere is noticed only here.
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_file() => self.articles.push(path),
            Ok(_) => {}
            Err(error) => self.unreadable.push(Unreadable {
                path,
                reason: error.to_string(),
            }),
        }
    }
}

/// What the walk from `root` met, without the words in which its libraries wrap it.
fn unreadable(mut error: ignore::Error, root: &Path) -> Unreadable {
    let mut path = root.to_owned();
    loop {
        error = match error {
            ignore::Error::WithDepth { err, .. } => *err,
            ignore::Error::WithPath { path: place, err } => {
                path = place;
                *err
            }
            ignore::Error::Io(error) => {
                let reason = error
                    .source()
                    .map_or(error.to_string(), ToString::to_string);
                return Unreadable { path, reason };
            }
            other => {
                let reason = other.to_string();
                return Unreadable { path, reason };
            }
        }
    }
}
