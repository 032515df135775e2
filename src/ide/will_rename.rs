//! Paths that follow when files are moved or renamed: those of wire texts and registries in front
//! matter, those of registries in the configuration, and those of articles in the baseline.

use std::path::{Component, Path, PathBuf};

use crate::ide::scalar::rewritten;
use crate::model::Spanned;
use crate::text::{FileEdit, FileId, TextEdit, TextRange, TextSize};
use crate::workspace::{Baseline, FileKind, Glob, Snapshot, baseline_key, normalise};

/// A file or folder that is moved or renamed; absolute and [normal](normalise) paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Where it is.
    pub from: PathBuf,
    /// Where it will be.
    pub to: PathBuf,
}

/// The edits after which every path leads where it led before, once the `moves` are made; in the files
/// as they are before that, in their order.
pub fn will_rename(snapshot: &Snapshot, moves: &[Move]) -> Vec<FileEdit> {
    let mut edits = Vec::new();
    for file in snapshot.files() {
        let path = snapshot.path(file);
        let Some(place) = Place::of(path, moves) else {
            continue;
        };
        match snapshot.kind(file) {
            FileKind::Article => {
                let front = snapshot.front(file);
                let paths = front.registry.iter().chain(&front.wire);
                let edit = |path: &Spanned<String>| {
                    let new = place.followed(&path.value)?;
                    let edit = rewritten(snapshot.text(file), path.range, &new);
                    Some(FileEdit { file, edit })
                };
                edits.extend(paths.filter_map(edit));
            }
            FileKind::Config => edits.extend(in_config(snapshot, file, &place)),
            FileKind::Baseline => edits.extend(in_baseline(snapshot, file, &place)),
            FileKind::Registry | FileKind::Wire => {}
        }
    }
    edits.sort_by_key(|edit| (edit.file, edit.edit.range.start()));
    edits
}

/// Registries that a configuration names one by one. A pattern means whatever is there.
fn in_config<'a>(
    snapshot: &'a Snapshot,
    file: FileId,
    place: &'a Place<'_>,
) -> impl Iterator<Item = FileEdit> + 'a {
    let text = snapshot.text(file);
    let named = snapshot.config(file).registry.iter();
    named.filter_map(move |pattern| {
        // Words with escapes in them stand there otherwise than they are meant.
        let range = pattern.range;
        let written = &text[range];
        let at = written.find(&pattern.text)?;
        if !Glob::is_plain(&pattern.text) {
            return None;
        }
        let new = place.followed(&pattern.text)?;
        let is_safe = Glob::is_plain(&new) && !new.contains(['"', '\'', '\\']);
        is_safe.then(|| FileEdit {
            file,
            edit: TextEdit {
                range,
                text: format!(
                    "{}{new}{}",
                    &written[..at],
                    &written[at + pattern.text.len()..]
                ),
            },
        })
    })
}

/// The articles that a baseline lists, in the order in which it is written; those that leave its folder stay
/// under their old names.
fn in_baseline(snapshot: &Snapshot, file: FileId, place: &Place<'_>) -> Option<FileEdit> {
    let listed = &snapshot.baseline(file).findings;
    let followed = listed.iter().map(|(name, known)| {
        let article = moved(&normalise(&place.folder.join(name)), place.moves);
        let inside = article.strip_prefix(&place.new_folder);
        (
            inside.map_or_else(|_| name.clone(), baseline_key),
            known.clone(),
        )
    });
    let followed = Baseline {
        findings: followed.collect(),
        problem: None,
    };
    (followed.findings != *listed).then(|| FileEdit {
        file,
        edit: TextEdit {
            range: TextRange::up_to(TextSize::of(snapshot.text(file))),
            text: followed.text(),
        },
    })
}

/// Where a file that holds paths is, and where it will be.
struct Place<'a> {
    folder: &'a Path,
    new_folder: PathBuf,
    moves: &'a [Move],
}

impl<'a> Place<'a> {
    fn of(path: &'a Path, moves: &'a [Move]) -> Option<Place<'a>> {
        let folder = path.parent().filter(|_| path.is_absolute())?;
        let new_folder = moved(path, moves).parent()?.to_owned();
        Some(Place {
            folder,
            new_folder,
            moves,
        })
    }

    /// What is to be written for a path; `None` where it leads there as it is written.
    fn followed(&self, written: &str) -> Option<String> {
        let target = moved(&normalise(&self.folder.join(written)), self.moves);
        if normalise(&self.new_folder.join(written)) == target {
            return None;
        }
        if Path::new(written).is_absolute() {
            return slashed(&target);
        }
        slashed(&relative(&self.new_folder, &target)?)
    }
}

/// Where `path` will be: the move of the nearest folder around it counts.
fn moved(path: &Path, moves: &[Move]) -> PathBuf {
    let around = moves.iter().filter(|it| path.starts_with(&it.from));
    let nearest = around.max_by_key(|it| it.from.components().count());
    let new = nearest.and_then(|it| Some(it.to.join(path.strip_prefix(&it.from).ok()?)));
    // Joining nothing would add a slash, which is a folder's.
    new.map_or_else(|| path.to_owned(), |new| normalise(&new))
}

/// The way from `folder` to `target`; `None` from one drive to another.
fn relative(folder: &Path, target: &Path) -> Option<PathBuf> {
    let shared = folder
        .components()
        .zip(target.components())
        .take_while(|(one, other)| one == other)
        .count();
    let up = folder.components().skip(shared);
    let mut way = PathBuf::new();
    for component in up {
        if !matches!(component, Component::Normal(_)) {
            return None;
        }
        way.push("..");
    }
    way.extend(target.components().skip(shared));
    Some(way)
}

/// The path with `/` between its parts, on every system; `None` where it is no text.
fn slashed(path: &Path) -> Option<String> {
    let written = path.to_str()?;
    Some(if cfg!(windows) {
        written.replace('\\', "/")
    } else {
        written.to_owned()
    })
}
