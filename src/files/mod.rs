//! The only place that touches the disk.

mod find;
pub mod git;
mod private;
mod writing;

pub use find::{ARTICLE, Found, Unreadable, articles, articles_and_wires, without_ignored};
pub use private::{
    append_private, cache_folder, has_used_private, program, read_private, replace_private,
};
pub use writing::{WriteError, append, rewrite, write};

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::workspace::{Content, Glob, Want, Workspace, normalise};

/// Why a file could not be read as text.
#[derive(Debug)]
pub enum ReadError {
    /// There is no such file, or the system refuses it.
    System(io::Error),
    /// It is not UTF-8; the byte where that begins.
    NotUtf8(usize),
    /// It holds a NUL byte, as texts do not; where.
    Nul(usize),
    /// It is larger than 4 GiB.
    TooLarge,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::System(error) => write!(f, "this file cannot be read: {error}"),
            ReadError::NotUtf8(byte) => {
                write!(f, "this file is not UTF-8: byte {byte} fits no character")
            }
            ReadError::Nul(byte) => {
                write!(f, "this file holds a NUL at byte {byte}: it is no text")
            }
            ReadError::TooLarge => f.write_str("this file is larger than 4 GiB"),
        }
    }
}

/// Reads a file as text.
pub fn read(path: &Path) -> Result<String, ReadError> {
    text(fs::read(path).map_err(ReadError::System)?)
}

/// Reads standard input to its end as text.
pub fn read_standard_input() -> Result<String, ReadError> {
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .map_err(ReadError::System)?;
    text(bytes)
}

/// Reads a list of paths: each ended by a NUL, or, where there is none, one on each line.
pub fn read_as_list(path: &Path) -> io::Result<Vec<PathBuf>> {
    fs::read(path).map(|bytes| list(&bytes))
}

/// The same from standard input, to its end.
pub fn read_standard_input_as_list() -> io::Result<Vec<PathBuf>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(list(&bytes))
}

/// Writes standard input to standard output.
pub fn copy_standard_input() -> io::Result<()> {
    io::copy(&mut io::stdin().lock(), &mut io::stdout().lock()).map(|_| ())
}

/// Writes to standard output, all or an error.
pub fn write_standard_output(bytes: &[u8]) -> io::Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(bytes)?;
    output.flush()
}

/// Brings into `workspace` everything that looking at `article` needs.
pub fn bring(workspace: &mut Workspace, article: &Path) {
    loop {
        let wants = workspace.wants(article);
        if wants.is_empty() {
            return;
        }
        for want in wants {
            answer(workspace, want);
        }
    }
}

/// Brings into `workspace` everything that looking at `articles` needs: all at once, since to tell a workspace
/// of a file takes the longer, the more it knows.
pub fn bring_all(workspace: &mut Workspace, articles: &[&Path]) {
    let mut lacking = articles.to_vec();
    loop {
        let wants = |article: &&Path| workspace.wants(article);
        let wants: Vec<Vec<Want>> = lacking.par_iter().map(wants).collect();
        let both = lacking.into_iter().zip(&wants);
        lacking = both
            .filter(|(_, wants)| !wants.is_empty())
            .map(|(article, _)| article)
            .collect();
        let wants: BTreeSet<Want> = wants.into_iter().flatten().collect();
        if wants.is_empty() {
            return;
        }
        let (files, globs): (Vec<Want>, Vec<Want>) = wants
            .into_iter()
            .partition(|want| matches!(want, Want::File(_)));
        let contents = files.into_par_iter().filter_map(|want| match want {
            Want::File(path) => Some((content(&path), path)),
            Want::Glob { .. } => None,
        });
        let contents: Vec<(Content, PathBuf)> = contents.collect();
        workspace.set_all(contents.into_iter().map(|(content, path)| (path, content)));
        for glob in globs {
            answer(workspace, glob);
        }
    }
}

/// Looks up what the workspace asks for, and tells it.
pub fn answer(workspace: &mut Workspace, want: Want) {
    match want {
        Want::File(path) => workspace.set(&path, content(&path)),
        Want::Glob { folder, pattern } => {
            let found = matches(&folder, &pattern);
            workspace.set_glob(&folder, &pattern, found);
        }
    }
}

/// What stands under `path`.
pub fn content(path: &Path) -> Content {
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => Content::Folder,
        _ => content_of(read(path)),
    }
}

/// How many bytes a file has; 0 where that cannot be told.
pub fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |metadata| metadata.len())
}

/// Whether anything stands under `path`.
pub fn is_there(path: &Path) -> bool {
    fs::metadata(path).is_ok()
}

/// Whether a folder stands under `path`.
pub fn is_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

/// The outcome of reading as the workspace keeps it.
pub fn content_of(read: Result<String, ReadError>) -> Content {
    match read {
        Ok(text) => Content::Text(Arc::from(text)),
        Err(ReadError::System(error)) if is_nothing(&error) => Content::Missing,
        Err(error) => Content::Unreadable(error.to_string()),
    }
}

/// A text that an editor holds, by the same rules as one from the disk.
pub fn content_of_buffer(text: String) -> Content {
    content_of(self::text(text.into_bytes()))
}

fn is_nothing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// The files that match the glob `pattern`, which starts from `folder`, in the order of their
/// paths. A pattern that is none matches nothing.
pub fn matches(folder: &Path, pattern: &str) -> Vec<PathBuf> {
    // Nothing is looked into that the pattern cannot reach.
    let parts: Vec<&str> = pattern.split('/').collect();
    let (name, folders) = parts.split_last().unwrap_or((&"", &[]));
    let plain = folders.iter().take_while(|part| Glob::is_plain(part));
    let plain = plain.count();
    let start = normalise(&folder.join(folders[..plain].join("/")));
    let rest = [&folders[plain..], &[name]].concat().join("/");
    let Ok(glob) = Glob::new(&rest) else {
        return Vec::new();
    };
    let depth = (!pattern.contains("**")).then(|| parts.len() - plain);
    let walk = ignore::WalkBuilder::new(&start)
        .standard_filters(false)
        .max_depth(depth)
        .build();
    let mut found: Vec<PathBuf> = walk
        .flatten()
        .filter(|entry| entry.file_type().is_some_and(|kind| !kind.is_dir()))
        .map(|entry| normalise(entry.path()))
        .filter(|path| !writing::is_scratch(path))
        .filter(|path| {
            path.strip_prefix(&start)
                .is_ok_and(|path| glob.is_match(path))
        })
        .collect();
    found.sort();
    found
}

/// `path` from the root of the file system, without `.` and `..`; links are left as they are.
/// A path that the system cannot complete stands for itself.
pub fn absolute(path: &Path) -> PathBuf {
    normalise(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned()))
}

/// The one path by which a file is known however it is spelled: absolute, through all links.
/// A path that the system cannot resolve stands for itself.
pub fn identity(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn list(bytes: &[u8]) -> Vec<PathBuf> {
    let has_nul = memchr::memchr(0, bytes).is_some();
    let paths: Vec<&[u8]> = if has_nul {
        bytes.split(|byte| *byte == 0).collect()
    } else {
        bytes.split(|byte| matches!(byte, b'\n' | b'\r')).collect()
    };
    let paths = paths.into_iter().filter(|path| !path.is_empty());
    paths.map(path_of_bytes).collect()
}

/// A path as a program writes it that does not think of people.
#[cfg(unix)]
fn path_of_bytes(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;

    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path_of_bytes(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

fn text(bytes: Vec<u8>) -> Result<String, ReadError> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(ReadError::TooLarge);
    }
    if let Some(byte) = memchr::memchr(0, &bytes) {
        return Err(ReadError::Nul(byte));
    }
    String::from_utf8(bytes).map_err(|error| ReadError::NotUtf8(error.utf8_error().valid_up_to()))
}
