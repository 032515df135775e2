//! What git knows of the files: which of them differ from a revision.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::files::{is_there, path_of_bytes};

/// Why git could not be asked.
#[derive(Debug)]
pub enum GitError {
    /// There is no git, or the system does not start it.
    System(io::Error),
    /// It knows no such revision.
    Unknown(String),
    /// It refuses; in its own words.
    Refused(String),
}

impl fmt::Display for GitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GitError::System(error) => write!(f, "git cannot be started: {error}"),
            GitError::Unknown(revision) => write!(
                f,
                "git knows no revision `{revision}`; a shallow clone may lack it: fetch it first"
            ),
            GitError::Refused(words) => write!(f, "git says: {words}"),
        }
    }
}

/// The repository around a folder: the nearest one upwards that holds `.git`.
pub fn repository(folder: &Path) -> Option<PathBuf> {
    let mut above = folder.ancestors();
    above
        .find(|folder| is_repository(folder))
        .map(Path::to_owned)
}

/// Whether `folder` is that of a repository.
pub fn is_repository(folder: &Path) -> bool {
    is_there(&folder.join(".git"))
}

/// The files of `repository` that are not what they were where its history left that of `revision`, and
/// those that git does not know yet and does not ignore. Files that are gone are named too.
pub fn changed_since(repository: &Path, revision: &str) -> Result<Vec<PathBuf>, GitError> {
    let differs = match base(repository, revision)? {
        Some(base) => {
            let how = ["--name-only", "--no-renames", "--no-ext-diff", "-z"];
            ask(repository, &[&["diff"], &how[..], &[&base, "--"]].concat())?
        }
        None => ask(repository, &["ls-files", "-z"])?,
    };
    let new = ask(
        repository,
        &["ls-files", "--others", "--exclude-standard", "-z"],
    )?;
    let names = [differs, new];
    let names = names
        .iter()
        .flat_map(|names| names.split(|byte| *byte == 0));
    let names = names.filter(|name| !name.is_empty());
    Ok(names
        .map(|name| repository.join(path_of_bytes(name)))
        .collect())
}

/// The commit with which to compare: where the two histories parted, if that is known here. There is
/// none before the first one.
fn base(repository: &Path, revision: &str) -> Result<Option<String>, GitError> {
    let unknown = || GitError::Unknown(revision.to_owned());
    // What begins like an option would be taken for one.
    if revision.is_empty() || revision.starts_with('-') {
        return Err(unknown());
    }
    let commit = format!("{revision}^{{commit}}");
    let known = run(repository, &["rev-parse", "--verify", "--quiet", &commit])?;
    let is_first = || run(repository, &["rev-list", "--max-count=1", "--all"]);
    if !known.status.success() && revision == "HEAD" && is_first()?.stdout.is_empty() {
        return Ok(None);
    }
    if !known.status.success() {
        // It is quiet about what it does not know, and not about what is wrong otherwise.
        return Err(refused(&known).unwrap_or_else(unknown));
    }
    let commit = line(&known.stdout);
    let parted = run(repository, &["merge-base", &commit, "HEAD"])?;
    Ok(Some(if parted.status.success() {
        line(&parted.stdout)
    } else {
        commit
    }))
}

fn ask(repository: &Path, arguments: &[&str]) -> Result<Vec<u8>, GitError> {
    let output = run(repository, arguments)?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let words = || GitError::Refused(format!("nothing, and ends with {}", output.status));
    Err(refused(&output).unwrap_or_else(words))
}

fn run(repository: &Path, arguments: &[&str]) -> Result<Output, GitError> {
    let mut git = Command::new("git");
    git.arg("-C").arg(repository).args(arguments);
    git.output().map_err(GitError::System)
}

/// What it said, if it said why.
fn refused(output: &Output) -> Option<GitError> {
    let words = line(&output.stderr);
    (!words.is_empty()).then_some(GitError::Refused(words))
}

/// What was written, on one line.
fn line(bytes: &[u8]) -> String {
    let words = String::from_utf8_lossy(bytes);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
