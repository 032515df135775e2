//! Articles that are looked at together though none of them stands anywhere.

use std::path::{Path, PathBuf};

use crate::cli::articles::Opened;
use crate::cli::check;
use crate::cli::input::name;
use crate::cli::reports::FileReport;
use crate::cli::stream::record::{Given, PATH};
use crate::files;
use crate::workspace::{FileKind, Workspace};

/// What is found in an article; where there are others, it is compared with them, and findings point into them
/// by their names. In what order they are given makes no difference.
pub(super) fn check(article: Given, others: Vec<Given>, empty: &Workspace) -> Option<FileReport> {
    let article = alone(article, empty)?;
    if others.is_empty() {
        return Some(check::check(&article));
    }
    let mut workspace = Workspace::from(&article.snapshot).by_itself().comparing();
    let mut made_up = Vec::with_capacity(others.len());
    for (number, Given { path, text, lang }) in in_order(others).into_iter().enumerate() {
        let path = Path::new(&path);
        let stand_in = stand_in(number, path);
        workspace = workspace.in_lang(lang.as_deref().or(empty.lang()));
        workspace.set(&stand_in, files::content_of_buffer(text));
        made_up.push((stand_in, name(path)));
    }
    let snapshot = workspace.snapshot();
    for (stand_in, _) in &made_up {
        // Only those are found whose words are known.
        snapshot.digest_if_compared(snapshot.file(stand_in)?);
    }
    let mut report = check::check(&article.at(&snapshot));
    for (stand_in, name) in made_up {
        let file = snapshot.file(&stand_in)?;
        if let Some((_, source)) = report.sources.iter_mut().find(|(other, _)| *other == file) {
            source.path = name;
        }
    }
    Some(report)
}

/// Opens an article by itself; in a workspace like `empty`, which knows no file yet.
pub(super) fn alone(article: Given, empty: &Workspace) -> Option<Opened> {
    let Given { path, text, lang } = article;
    let workspace = Workspace::from(&empty.snapshot());
    let workspace = match lang {
        Some(lang) => workspace.in_lang(Some(&lang)),
        None => workspace,
    };
    Opened::alone(text, PathBuf::from(path), &workspace)
}

/// Articles in the order in which `isnad check` opens them, which tells of the first of several that are
/// equally near. Whoever gathers them on many machines gives them in any.
fn in_order(mut articles: Vec<Given>) -> Vec<Given> {
    articles.sort();
    articles.sort_by_cached_key(|article| name(Path::new(&article.path)));
    articles
}

/// A path that no other article has and that nothing around any leads to. It ends with the name of the
/// article, which messages tell.
fn stand_in(number: usize, path: &Path) -> PathBuf {
    let folder = PathBuf::from(number.to_string());
    let mut name = path.file_name().unwrap_or(PATH.as_ref()).to_owned();
    // Whatever it is called, it is a text.
    if !matches!(FileKind::of(path), FileKind::Article | FileKind::Wire) {
        name.push(".news.md");
    }
    folder.join(name)
}
