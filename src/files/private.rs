//! Files that Isnad keeps for itself, beside no article: nobody else on the machine may read them.

use std::env;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// What has not been used for so long is removed.
const LONG: Duration = Duration::from_secs(60 * 24 * 60 * 60);

/// The folder in which to keep what can be found out again: `ISNAD_CACHE_DIR`, else `isnad` in the place
/// that the system has for it. None where the variable is empty, or where there is no such place.
pub fn cache_folder() -> Option<PathBuf> {
    if let Some(folder) = env::var_os("ISNAD_CACHE_DIR") {
        return (!folder.is_empty()).then(|| PathBuf::from(folder));
    }
    let absolute = |name: &str| {
        let path = env::var_os(name).map(PathBuf::from);
        path.filter(|path| path.is_absolute())
    };
    let place = if cfg!(windows) {
        absolute("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        absolute("HOME").map(|home| home.join("Library/Caches"))
    } else {
        absolute("XDG_CACHE_HOME").or_else(|| absolute("HOME").map(|home| home.join(".cache")))
    };
    place.map(|place| place.join("isnad"))
}

/// What a file holds; nothing if it cannot be read.
pub fn read_private(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_default()
}

/// Adds to the end of a file, which others may do at the same time, in one write. A new file and a new folder
/// are for nobody else.
pub fn append_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)?;
    }
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(bytes)
}

/// Puts `bytes` in place of what a file holds; whoever reads it meets the one or the other, never a part.
pub fn replace_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    // Its permissions are for the owner alone.
    let mut file = tempfile::Builder::new()
        .prefix(".isnad-")
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Says that a file has been used, and removes those beside it, of the same ending, that nobody has for long.
pub fn has_used_private(path: &Path) {
    let now = SystemTime::now();
    // What cannot be done here is done another time.
    let _ = File::options()
        .append(true)
        .open(path)
        .and_then(|file| file.set_modified(now));
    let beside = path.parent().and_then(|folder| fs::read_dir(folder).ok());
    for entry in beside.into_iter().flatten().flatten() {
        let other = entry.path();
        let used = entry.metadata().and_then(|metadata| metadata.modified());
        let age = used.map(|used| now.duration_since(used).unwrap_or_default());
        if other.extension() == path.extension() && age.is_ok_and(|age| age > LONG) {
            let _ = fs::remove_file(other);
        }
    }
}

/// The program that is running, whatever stands in its place by now.
pub fn program() -> io::Result<impl Read> {
    if cfg!(target_os = "linux") {
        File::open("/proc/self/exe")
    } else {
        File::open(env::current_exe()?)
    }
}
