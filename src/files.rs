//! The only place that touches the disk.

use std::fmt;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

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

/// Writes to standard output, all or an error.
pub fn write_standard_output(bytes: &[u8]) -> io::Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(bytes)?;
    output.flush()
}

/// The articles that `path` stands for: itself if it is a file, else every `*.news.md` under
/// the folder that git would not ignore, in the order of their paths.
pub fn articles(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !fs::metadata(path)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut articles = Vec::new();
    for entry in ignore::WalkBuilder::new(path).require_git(false).build() {
        let path = entry.map_err(io::Error::other)?.into_path();
        if path.to_string_lossy().ends_with(".news.md") && path.is_file() {
            articles.push(path);
        }
    }
    articles.sort();
    Ok(articles)
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
