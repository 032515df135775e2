//! Paths of the files that are known, from the folder of the file that names them.

use std::path::{Component, Path};

use super::{Completion, CompletionKind, Place};
use crate::text::TextRange;
use crate::workspace::FileKind;

/// The files of that kind, the nearest first.
pub(super) fn items(
    place: &Place<'_>,
    word: (TextRange, TextRange),
    kind: FileKind,
) -> Vec<Completion> {
    let snapshot = place.snapshot;
    let here = snapshot.path(place.file);
    let Some(folder) = here.parent().filter(|_| here.is_absolute()) else {
        return Vec::new();
    };
    let files = snapshot.files().filter(|file| *file != place.file);
    let files = files.filter(|file| snapshot.kind(*file) == kind);
    let paths = files.filter_map(|file| relative(folder, snapshot.path(file)));
    let mut paths: Vec<String> = paths.collect();
    let distance = |path: &str| (path.starts_with("../"), path.matches('/').count());
    paths.sort_by(|one, other| (distance(one), one).cmp(&(distance(other), other)));
    let paths = paths.into_iter();
    paths
        .map(|path| Place::plain(word, path, CompletionKind::Path))
        .collect()
}

/// The way from a folder to a file, with `/` on every system.
fn relative(folder: &Path, file: &Path) -> Option<String> {
    let (from, to) = (folder.components(), file.components());
    let same = from.clone().zip(to.clone());
    let same = same.take_while(|(one, other)| one == other).count();
    // Two drives have nothing in common.
    if same == 0 {
        return None;
    }
    let up = from.skip(same).map(|_| Some(".."));
    let down = to.skip(same).map(|component| match component {
        Component::Normal(name) => name.to_str(),
        _ => None,
    });
    let steps = up.chain(down).collect::<Option<Vec<&str>>>()?;
    Some(steps.join("/"))
}
