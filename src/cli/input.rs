//! The files that a command is asked to look at.

use std::collections::{BTreeSet, HashSet};
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::tell;
use crate::files::{self, ReadError};
use crate::syntax::Flavor;

/// What a command that understands articles looks at, if it is not told otherwise the folder.
#[derive(Debug, Args)]
pub(super) struct Paths {
    /// Articles, and folders in which `*.news.md` files are taken; `-` is standard input; without any,
    /// the current folder
    #[arg(id = "paths", value_name = "PATHS")]
    given: Vec<PathBuf>,
    /// The name that standard input is taken to have
    #[arg(long, value_name = "NAME")]
    stdin_path: Option<PathBuf>,
    /// Read further paths from FILE, each ended by a NUL, or one a line; `-` is standard input
    #[arg(long, value_name = "FILE")]
    files_from: Option<PathBuf>,
    /// Pass over files that git ignores even where they are named, standard input too
    #[arg(long)]
    force_exclude: bool,
    /// End with 2 where there is no file to look at
    #[arg(long)]
    error_on_no_files: bool,
}

impl Paths {
    /// The paths that were named, in the arguments or in a list, less what is passed over; `None`, and
    /// a word to the user, where they cannot be told.
    pub(super) fn named(&self) -> Option<Named> {
        let mut paths = self.given.clone();
        match &self.files_from {
            Some(list) => paths.extend(self.listed(list)?),
            None if paths.is_empty() => paths.push(PathBuf::from(".")),
            None => {}
        }
        if self.force_exclude {
            let (files, folders) = paths.into_iter().partition(|path| is_file(path));
            paths = folders;
            paths.extend(self.without_ignored(files));
        }
        Some(Named(paths))
    }

    /// Reads what `named` stands for, as [`read`] does.
    pub(super) fn read(&self, named: &Named) -> Inputs {
        self.list(named).read()
    }

    /// What `named` stands for, still to be read, as [`list`] says.
    pub(super) fn list(&self, named: &Named) -> Listed {
        let mut listed = list(Taken::Articles, &named.0, self.stdin_path.as_deref());
        if self.error_on_no_files && listed.sources.is_empty() {
            tell("there is no file to look at, and --error-on-no-files asks for one");
            listed.complete = false;
        }
        listed
    }

    /// As [`is_standard_input`] says.
    pub(super) fn is_standard_input(&self) -> Option<bool> {
        is_standard_input(&self.given)
    }

    /// Standard input stands for the file whose name it has.
    fn without_ignored(&self, files: Vec<PathBuf>) -> Vec<PathBuf> {
        let (piped, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|path| is_stdin(path));
        let name = self.stdin_path.clone();
        let is_ignored = name.is_some_and(|name| files::without_ignored(vec![name]).is_empty());
        let piped = piped.into_iter().filter(|_| !is_ignored);
        piped.chain(files::without_ignored(files)).collect()
    }

    /// The paths that a list holds.
    fn listed(&self, list: &Path) -> Option<Vec<PathBuf>> {
        let text = match (is_stdin(list), self.given.iter().any(|path| is_stdin(path))) {
            (true, true) => {
                tell("standard input is either an article, `-`, or a list, `--files-from -`");
                return None;
            }
            (true, false) => files::read_standard_input_as_list(),
            (false, _) => files::read_as_list(list),
        };
        text.inspect_err(|error| tell(&format!("{}: {error}", list.display())))
            .ok()
    }
}

/// Paths that a command was given.
#[derive(Debug)]
pub(super) struct Named(Vec<PathBuf>);

impl Named {
    /// Whether `path` is one of them or lies in a folder that is.
    pub(super) fn hold(&self, path: &Path) -> bool {
        let path = files::identity(path);
        let mut named = self.0.iter().map(|named| files::identity(named));
        named.any(|named| path.starts_with(named))
    }

    /// They themselves.
    pub(super) fn paths(&self) -> &[PathBuf] {
        &self.0
    }
}

/// Whether it is named by itself, and not taken from a folder.
fn is_file(path: &Path) -> bool {
    is_stdin(path) || !files::is_folder(path)
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Whether standard input is to be read, and nothing beside it; `None`, and a word to the user, where
/// it stands among files: what is printed could not be told apart then.
pub(super) fn is_standard_input(paths: &[PathBuf]) -> Option<bool> {
    let is_piped = paths.iter().any(|path| is_stdin(path));
    if is_piped && paths.len() > 1 {
        tell("`-` stands alone: its outcome is printed, that of files is written");
        return None;
    }
    Some(is_piped)
}

/// What a command is asked to look at.
pub(super) struct Inputs {
    /// Each file once, in the order of their names.
    pub(super) inputs: Vec<Input>,
    /// Whether that is all that was asked for; if not, the user has been told what is missing.
    pub(super) complete: bool,
}

/// The same before it is read, so that many files can be read when their turn comes.
pub(super) struct Listed {
    /// Each file once, in the order of their names.
    pub(super) sources: Vec<Source>,
    /// As of [`Inputs`].
    pub(super) complete: bool,
}

impl Listed {
    fn read(self) -> Inputs {
        Inputs {
            inputs: self.sources.into_iter().map(Source::read).collect(),
            complete: self.complete,
        }
    }
}

/// A file, or standard input under a name.
pub(super) struct Input {
    pub(super) path: PathBuf,
    /// Whether it is standard input; a file may have the same name without being the same text.
    pub(super) is_piped: bool,
    pub(super) text: Result<String, ReadError>,
}

impl Input {
    pub(super) fn flavor(&self) -> Flavor {
        match self.path.extension() {
            Some(extension) if extension == "txt" => Flavor::Wire,
            _ => Flavor::Article,
        }
    }

    /// The path as reports write it.
    pub(super) fn name(&self) -> String {
        name(&self.path)
    }
}

/// Reads what `paths` stand for, each file once however often and in whatever spelling it is
/// named; `-` is standard input. Tells the user of every path that leads nowhere.
pub(super) fn read(paths: &[PathBuf], stdin_path: Option<&Path>) -> Inputs {
    list(Taken::Articles, paths, stdin_path).read()
}

/// What is taken from folders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    Articles,
    ArticlesAndWires,
}

/// The same, still to be read, where other files may be taken from folders too.
pub(super) fn list(taken: Taken, paths: &[PathBuf], stdin_path: Option<&Path>) -> Listed {
    let mut sources = Vec::new();
    let mut troubles = BTreeSet::new();
    for path in paths {
        if is_stdin(path) {
            let path = stdin_path.unwrap_or(Path::new("stdin.news.md"));
            sources.push(Source::StandardInput(path.to_owned()));
            continue;
        }
        let (found, what) = match taken {
            Taken::Articles => (files::articles(path), "no articles (*.news.md)"),
            Taken::ArticlesAndWires => (
                files::articles_and_wires(path),
                "no articles (*.news.md) and no wire texts (*.txt)",
            ),
        };
        match found {
            Ok(found) => {
                if found.articles.is_empty() && found.unreadable.is_empty() {
                    tell(&format!("{what} under {}", path.display()));
                }
                sources.extend(found.articles.into_iter().map(Source::File));
                troubles.extend(found.unreadable.into_iter().map(|unreadable| {
                    format!("{}: {}", unreadable.path.display(), unreadable.reason)
                }));
            }
            Err(error) => {
                let advice = match error.kind() {
                    io::ErrorKind::NotFound => "; name an article or a folder that exists",
                    _ => "",
                };
                troubles.insert(format!("{}: {error}{advice}", path.display()));
            }
        }
    }
    for trouble in &troubles {
        tell(trouble);
    }
    Listed {
        sources: once_each(sources),
        complete: troubles.is_empty(),
    }
}

/// Where a text comes from.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    File(PathBuf),
    /// Under a name, which may be that of a file without being the same text.
    StandardInput(PathBuf),
}

impl Source {
    /// The path as the user wrote it, or the name that standard input has.
    pub(super) fn path(&self) -> &Path {
        match self {
            Source::File(path) | Source::StandardInput(path) => path,
        }
    }

    /// Whether it is standard input.
    pub(super) fn is_piped(&self) -> bool {
        matches!(self, Source::StandardInput(_))
    }

    /// The path as reports write it.
    pub(super) fn name(&self) -> String {
        name(self.path())
    }

    /// What it is, however it is spelled; `None` is standard input.
    fn identity(&self) -> Option<PathBuf> {
        match self {
            Source::File(path) => Some(files::identity(path)),
            Source::StandardInput(_) => None,
        }
    }

    pub(super) fn read(self) -> Input {
        let text = match &self {
            Source::File(path) => files::read(path),
            Source::StandardInput(_) => files::read_standard_input(),
        };
        let is_piped = self.is_piped();
        let (Source::File(path) | Source::StandardInput(path)) = self;
        Input {
            path,
            is_piped,
            text,
        }
    }
}

/// The sources in the order of their names, each under the first of its spellings. Names alone
/// would not do: different files can have names that print alike.
fn once_each(mut sources: Vec<Source>) -> Vec<Source> {
    sources.sort();
    sources.sort_by_cached_key(|source| name(source.path()));
    let mut seen = HashSet::new();
    sources.retain(|source| seen.insert(source.identity()));
    sources
}

/// A path as reports write it: with `/`, and without a leading `./`. A backslash separates only
/// where the system says so; elsewhere it is a character like any other.
pub(super) fn name(path: &Path) -> String {
    let name = path.to_string_lossy();
    let name = if cfg!(windows) {
        name.replace('\\', "/")
    } else {
        name.into_owned()
    };
    name.strip_prefix("./").map_or(name.clone(), str::to_owned)
}
