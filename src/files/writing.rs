//! How files are written: whole or not at all, so that nothing is lost that somebody wrote.

use std::fmt;
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::Path;

use crate::files::identity;

/// How a file is named that is not whole yet. One that a killed program leaves behind is known by this
/// name; it is hidden and ends like no article, so that nobody takes it for one.
const SCRATCH: (&str, &str) = (".isnad-", ".tmp");

/// Why a file was not written.
#[derive(Debug)]
pub enum WriteError {
    /// There is one that holds something else, and it is not to be replaced.
    Exists,
    /// It no longer holds what was read.
    Changed,
    /// Its permissions say that nobody is to write it.
    ReadOnly,
    /// It has so many names.
    Linked(u64),
    /// The system does not let it be replaced.
    Kept(io::Error),
    /// The system refuses it.
    System(io::Error),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::Exists => return f.write_str("this file exists and holds something else"),
            WriteError::System(error) => return write!(f, "this file cannot be written: {error}"),
            WriteError::Changed => f.write_str("this file has changed since it was read")?,
            WriteError::ReadOnly => f.write_str("this file is read-only")?,
            WriteError::Linked(names) => write!(
                f,
                "this file has {names} names (hard links), and only this one would lead to the new text: \
                 make it a file of its own first"
            )?,
            WriteError::Kept(error) => write!(f, "this file cannot be written: {error}")?,
        }
        f.write_str("; it is left as it is")
    }
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> WriteError {
        match error.kind() {
            io::ErrorKind::AlreadyExists => WriteError::Exists,
            _ => WriteError::System(error),
        }
    }
}

/// Writes a file, and its folder where there is none. Whoever reads the file meets what it held
/// before or `bytes`, never a part. A file that holds something else is left as it is unless
/// `replace` is set; its permissions stay, and a link to it stays a link.
pub fn write(path: &Path, bytes: &[u8], replace: bool) -> Result<(), WriteError> {
    let path = identity(path);
    let present = match fs::metadata(&path) {
        Ok(present) => present,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return create(&path, bytes),
        Err(error) => return Err(error.into()),
    };
    // Pipes and devices hold nothing that could be lost, and must not become files.
    let is_stream = !present.is_file() && !present.is_dir();
    if is_stream && replace {
        let mut stream = fs::OpenOptions::new().write(true).open(&path)?;
        return Ok(stream.write_all(bytes)?);
    }
    if is_stream {
        return Err(WriteError::Exists);
    }
    let held = fs::read(&path)?;
    if held == bytes {
        return Ok(());
    }
    if !replace {
        return Err(WriteError::Exists);
    }
    put(&path, &present, &held, bytes)
}

/// Writes `bytes` into a file that was read and held `read`, as [`write()`] does. A file that holds
/// anything else by now is left as it is, and so is one that nobody is to write.
pub fn rewrite(path: &Path, read: &[u8], bytes: &[u8]) -> Result<(), WriteError> {
    let path = identity(path);
    let present = fs::metadata(&path)?;
    if fs::read(&path)? != read {
        return Err(WriteError::Changed);
    }
    if read == bytes {
        return Ok(());
    }
    if present.permissions().readonly() {
        return Err(WriteError::ReadOnly);
    }
    put(&path, &present, read, bytes)
}

/// Adds to the end of a file that others write too.
pub fn append(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::OpenOptions::new()
        .append(true)
        .create(true)
        .open(path)?;
    file.write_all(bytes)
}

/// Whether `path` is one of a file that was not whole when its name was given.
pub(super) fn is_scratch(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with(SCRATCH.0) && name.ends_with(SCRATCH.1)
}

/// Puts a file with these bytes where there is none.
fn create(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let folder = folder_of(path);
    fs::create_dir_all(folder).map_err(WriteError::System)?;
    let file = new_file(folder).map_err(WriteError::System)?;
    fill(file.as_file(), bytes).map_err(WriteError::System)?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

/// Puts a file with these bytes in place of the one there, of which `present` is known and which held `read`.
fn put(path: &Path, present: &Metadata, read: &[u8], bytes: &[u8]) -> Result<(), WriteError> {
    // A new file would take this name away from the others without a word, and writing into the old one
    // would lose its text to whatever stops us halfway. So neither is done.
    let names = names(present);
    if names > 1 {
        return Err(WriteError::Linked(names));
    }
    let folder = folder_of(path);
    let file = new_file(folder).map_err(WriteError::Kept)?;
    // Before there is anything in it to read for who may not.
    give_to_owner(file.as_file(), present);
    let permissions = file.as_file().set_permissions(present.permissions());
    permissions
        .and_then(|()| fill(file.as_file(), bytes))
        .map_err(WriteError::Kept)?;
    // As late as can be: an editor may have saved the file while all this was done.
    if !fs::read(path).is_ok_and(|now| now == read) {
        return Err(WriteError::Changed);
    }
    let placed = file.persist(path);
    placed.map_err(|error| WriteError::Kept(error.error))?;
    Ok(())
}

/// Where a file stands.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A file without a lasting name yet, with the permissions that new files have.
fn new_file(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    // In the words of the system, without a name that means nothing to anybody.
    let mut refused = None;
    let made = tempfile::Builder::new()
        .prefix(SCRATCH.0)
        .suffix(SCRATCH.1)
        .make_in(folder, |path| {
            options.open(path).map_err(|error| {
                let kind = error.kind();
                refused = Some(error);
                io::Error::from(kind)
            })
        });
    made.map_err(|error| {
        let error = refused.unwrap_or(error);
        let told = format!("no new file can be made in its folder: {error}");
        io::Error::new(error.kind(), told)
    })
}

/// Writes all of a new file to the disk: no name may lead to it before, lest a failing machine leave the
/// name and lose the text.
fn fill(mut file: &File, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.sync_all()
}

/// How many names lead to a file.
#[cfg(unix)]
fn names(present: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(present)
}

#[cfg(not(unix))]
fn names(_: &Metadata) -> u64 {
    1
}

/// Gives a new file the owner of the one that it replaces, where the system lets us: it does so
/// for the superuser, and for a group that we belong to.
#[cfg(unix)]
fn give_to_owner(file: &File, present: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};

    let Ok(ours) = file.metadata() else { return };
    let owner = (ours.uid() != present.uid()).then(|| present.uid());
    let group = (ours.gid() != present.gid()).then(|| present.gid());
    // Each by itself: the group may be granted where the owner is not.
    let _ = group.map(|group| fchown(file, None, Some(group)));
    let _ = owner.map(|owner| fchown(file, Some(owner), None));
}

#[cfg(not(unix))]
fn give_to_owner(_: &File, _: &Metadata) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changes_while_it_is_written_is_left_alone() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let path = folder.path().join("a.news.md");
        let alone = || fs::read_dir(folder.path()).expect("the folder").count();
        fs::write(&path, "saved meanwhile").expect("a file");
        let present = fs::metadata(&path).expect("the file");
        let refused = put(&path, &present, b"read", b"fixed").expect_err("it has changed");
        assert!(matches!(refused, WriteError::Changed), "{refused}");
        assert_eq!(fs::read(&path).expect("the file"), b"saved meanwhile");
        assert_eq!(alone(), 1, "nothing is left beside it");

        put(&path, &present, b"saved meanwhile", b"fixed").expect("it has not changed");
        assert_eq!(fs::read(&path).expect("the file"), b"fixed");
        assert_eq!(alone(), 1);

        fs::remove_file(&path).expect("the file");
        let refused = put(&path, &present, b"fixed", b"x").expect_err("it is gone");
        assert!(matches!(refused, WriteError::Changed), "{refused}");
        assert_eq!(alone(), 0, "what is gone does not come back");
    }

    #[test]
    fn what_a_killed_program_leaves_is_known_by_its_name() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let left = new_file(folder.path()).expect("a file");
        assert!(is_scratch(left.path()), "{}", left.path().display());
        assert!(!is_scratch(Path::new("a/.isnad-x/b.tmp")));
        assert!(crate::files::matches(folder.path(), "*").is_empty());
    }
}
