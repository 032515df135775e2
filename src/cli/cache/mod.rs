//! What `isnad check` has found out before: in which articles nothing is wrong.
//!
//! It is known by a hash of everything that the verdict on an article by itself rests on, this very program
//! included, so that nothing that is remembered can be wrong, only out of use. What others have a say in is
//! found out anew each time, from the digests, which are remembered with it.
//!
//! A file holds it, an entry on each line, that is only added to; so two runs do not disturb each other, and
//! what ends early leaves what it has found out. Each line is held to a hash of its own: what is cut off,
//! mixed up or foreign is passed over.

mod entry;

use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::io::Read;
use std::mem::take;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use clap::Args;
use sha2::{Digest as _, Sha256};

use crate::cli::articles::Opened;
use crate::cli::cache::entry::Entry;
use crate::cli::input::Source;
use crate::cli::language::Language;
use crate::files;
use crate::model::Digest;
use crate::text::FileId;
use crate::workspace::FileKind;

/// What is remembered of fewer articles is not worth the time to learn which program this is.
const FEWEST: usize = 64;

/// A file that is larger than this, and holds more than twice what was of use, is written anew.
const LARGE: u64 = 256 << 20;

/// The beginning of a hash.
type Key = u128;

/// How many hexadecimal digits it has.
const DIGITS: usize = 32;

#[derive(Debug, Args)]
pub(super) struct NoCache {
    /// Remember nothing, and use nothing that is remembered; what is, stands in `ISNAD_CACHE_DIR`, by default
    /// among the caches of the system
    #[arg(long)]
    no_cache: bool,
}

impl NoCache {
    /// What is remembered, where something is to be: of many articles, and none from standard input.
    pub(super) fn open(&self, sources: &[Source], language: &Language) -> Option<Cache> {
        let is_of_use = sources.len() >= FEWEST && !sources.iter().any(Source::is_piped);
        if self.no_cache || !is_of_use {
            return None;
        }
        let folder = files::cache_folder()?;
        let here = files::identity(Path::new("."));
        let name = Sha256::digest(here.as_os_str().as_encoded_bytes());
        let name = hexadecimal(beginning(&name));
        Some(Cache::read(
            folder.join(name + ".check"),
            &program()?,
            language,
        ))
    }
}

/// The hash of the program that is running: whatever it is made of, another one is another program.
fn program() -> Option<[u8; 32]> {
    let mut program = files::program().ok()?;
    let mut hash = Sha256::new();
    let mut bytes = vec![0; 1 << 18];
    loop {
        match program.read(&mut bytes).ok()? {
            0 => return Some(hash.finalize().into()),
            count => hash.update(&bytes[..count]),
        }
    }
}

/// What is remembered.
pub(super) struct Cache {
    path: PathBuf,
    /// What all verdicts rest on.
    base: Sha256,
    text: String,
    /// Where the line of each stands in the text.
    lines: HashMap<Key, Range<usize>>,
    /// The hashes of files that many articles have.
    shared: Mutex<HashMap<FileId, [u8; 32]>>,
    /// Lines that are still to be written.
    new: Mutex<String>,
    used: Mutex<HashSet<Key>>,
}

impl Cache {
    fn read(path: PathBuf, program: &[u8; 32], language: &Language) -> Cache {
        let text = String::from_utf8_lossy(&files::read_private(&path)).into_owned();
        let mut base = Sha256::new_with_prefix(program);
        add(&mut base, language.tag().map(str::as_bytes));
        let mut lines = HashMap::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let range = start..start + line.trim_end_matches('\n').len();
            start += line.len();
            if let Some(key) = key_of(line) {
                lines.insert(key, range);
            }
        }
        Cache {
            path,
            base,
            text,
            lines,
            shared: Mutex::default(),
            new: Mutex::default(),
            used: Mutex::default(),
        }
    }

    /// By what the verdict on an article by itself is known again; none for files of other kinds.
    pub(super) fn key(&self, article: &Opened) -> Option<Key> {
        let (snapshot, file) = (&article.snapshot, article.file);
        if snapshot.kind(file) != FileKind::Article {
            return None;
        }
        let around = snapshot.surroundings(file);
        let inside = |file| {
            let path = snapshot.path(file);
            let inside = path.strip_prefix(&around.root).unwrap_or(path);
            inside.as_os_str().as_encoded_bytes()
        };
        let mut hash = self.base.clone();
        add(&mut hash, Some(inside(file)));
        add(&mut hash, Some(snapshot.text(file).as_bytes()));
        let wire = around.wire.map(|wire| snapshot.text(wire).as_bytes());
        add(&mut hash, wire);
        for other in [around.config, around.baseline] {
            add(
                &mut hash,
                other
                    .map(|it| self.shared(article, it))
                    .as_ref()
                    .map(|it| &it[..]),
            );
        }
        for registry in &around.registries {
            add(&mut hash, Some(inside(*registry)));
            add(&mut hash, Some(&self.shared(article, *registry)));
        }
        Some(beginning(&hash.finalize()))
    }

    /// The hash of a file that many articles have.
    fn shared(&self, article: &Opened, file: FileId) -> [u8; 32] {
        let mut shared = lock(&self.shared);
        let hash = shared.entry(file);
        *hash.or_insert_with(|| Sha256::digest(article.snapshot.text(file)).into())
    }

    /// The digest of an article, if that is remembered, and that nothing is wrong with it by itself.
    pub(super) fn find(&self, article: &Opened, key: Key) -> Option<Digest> {
        let line = &self.text[self.lines.get(&key)?.clone()];
        let (checked, rest) = line.split_at_checked(DIGITS)?;
        let entry = rest.get(DIGITS + 2..)?;
        if hexadecimal(beginning(&Sha256::digest(rest))) != checked {
            return None;
        }
        let entry: Entry = serde_json::from_str(entry).ok()?;
        let digest = entry.digest(&declaring(article))?;
        lock(&self.used).insert(key);
        Some(digest)
    }

    /// Takes note of an article with which nothing is wrong by itself.
    pub(super) fn note(&self, article: &Opened, key: Key) {
        let digest = article.snapshot.brief_digest(article.file);
        let entry = Entry::of(&digest, &declaring(article));
        let Some(entry) = entry.and_then(|entry| serde_json::to_string(&entry).ok()) else {
            return;
        };
        let rest = format!(" {} {entry}", hexadecimal(key));
        let checked = hexadecimal(beginning(&Sha256::digest(&rest)));
        // Writing to a string cannot fail.
        let _ = writeln!(lock(&self.new), "{checked}{rest}");
        lock(&self.used).insert(key);
    }

    /// Writes down what was noted. What cannot be written is found out again.
    pub(super) fn write(&self) {
        let new = take(&mut *lock(&self.new));
        if !new.is_empty() {
            // What may have been cut off before must not take the first line with it.
            let is_cut = !self.text.is_empty() && !self.text.ends_with('\n');
            let before = if is_cut { "\n" } else { "" };
            let _ = files::append_private(&self.path, format!("{before}{new}").as_bytes());
        }
    }

    /// Ends a run: what has been of no use goes where there is too much of it.
    pub(super) fn finish(self) {
        if files::size(&self.path) > LARGE {
            let text = files::read_private(&self.path);
            let text = String::from_utf8_lossy(&text);
            let used = lock(&self.used);
            let is_used = |line: &&str| key_of(line).is_some_and(|key| used.contains(&key));
            let of_use: String = text.split_inclusive('\n').filter(is_used).collect();
            if text.len() > 2 * of_use.len() {
                let _ = files::replace_private(&self.path, of_use.as_bytes());
            }
        }
        files::has_used_private(&self.path);
    }
}

/// The files in which an article's entities are declared.
fn declaring(article: &Opened) -> Vec<FileId> {
    let registries = &article.snapshot.surroundings(article.file).registries;
    [article.file].iter().chain(registries).copied().collect()
}

/// Adds a part to a hash, so that no other parts come to the same.
fn add(hash: &mut Sha256, part: Option<&[u8]>) {
    match part {
        Some(bytes) => {
            hash.update(b"+");
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        }
        None => hash.update(b"-"),
    }
}

fn beginning(hash: &[u8]) -> Key {
    let bytes = hash.iter().take(DIGITS / 2);
    bytes.fold(0, |key, byte| key << 8 | Key::from(*byte))
}

fn hexadecimal(key: Key) -> String {
    format!("{key:032x}")
}

/// The key that stands on a line, behind the hash of all that follows.
fn key_of(line: &str) -> Option<Key> {
    let digits = line.get(DIGITS + 1..2 * DIGITS + 1)?;
    Key::from_str_radix(digits, 16).ok()
}

/// Whoever panicked with it left nothing half done.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
