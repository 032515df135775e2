//! Files in a folder of their own, with nothing else on that disk.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use isnad::rules::{self, Diagnostic, Severity};
use isnad::syntax::{Flavor, parse, strip};
use isnad::text::FileId;
use isnad::workspace::{Content, Snapshot, Want, Workspace};

/// The name of an article.
pub(crate) const ARTICLE: &str = "article.news.md";

/// The folder in which the files stand.
pub(crate) fn folder() -> PathBuf {
    PathBuf::from(if cfg!(windows) {
        r"C:\fixture"
    } else {
        "/fixture"
    })
}

/// Answers what looking at `path` needs: whatever is not known is not there.
pub(crate) fn bring(workspace: &mut Workspace, path: &Path) {
    loop {
        let wants = workspace.wants(path);
        if wants.is_empty() {
            return;
        }
        for want in wants {
            match want {
                Want::File(path) => workspace.set(&path, Content::Missing),
                Want::Glob { folder, pattern } => workspace.set_glob(&folder, &pattern, Vec::new()),
            }
        }
    }
}

/// Gives the workspace a text under a name, and what looking at it needs.
pub(crate) fn set(workspace: &mut Workspace, name: &str, text: &str) {
    put(workspace, name, Content::Text(Arc::from(text)));
}

/// The same of whatever stands under a name.
pub(crate) fn put(workspace: &mut Workspace, name: &str, content: Content) {
    let path = folder().join(name);
    workspace.set(&path, content);
    bring(workspace, &path);
}

/// A workspace that holds `text` under `name`.
pub(crate) fn open(name: &str, text: &str) -> Snapshot {
    let mut workspace = Workspace::new();
    set(&mut workspace, name, text);
    workspace.snapshot()
}

/// The file of that name.
pub(crate) fn file(snapshot: &Snapshot, name: &str) -> FileId {
    snapshot.file(&folder().join(name)).expect("the file")
}

/// What all rules find in the file of that name. It stands in the text, in its order.
pub(crate) fn findings(snapshot: &Snapshot, name: &str) -> Vec<Diagnostic> {
    let file = file(snapshot, name);
    let (text, found) = (snapshot.text(file), rules::check(snapshot, file));
    for finding in &found {
        let stands = text.get(Range::<usize>::from(finding.range)).is_some();
        assert!(stands, "{finding:?} in {text:?}");
        assert!(!finding.message.is_empty(), "{finding:?} in {text:?}");
    }
    assert!(found.is_sorted_by_key(|finding| finding.range.start()));
    found
}

/// The same of an article, looked at for the first time.
pub(crate) fn fresh(text: &str) -> Vec<Diagnostic> {
    findings(&open(ARTICLE, text), ARTICLE)
}

/// How many of the findings are errors.
pub(crate) fn errors(found: &[Diagnostic]) -> usize {
    let severities = found.iter().map(|finding| finding.severity);
    severities.filter(|it| *it == Severity::Error).count()
}

/// The wire text of an article.
pub(crate) fn stripped(text: &str) -> String {
    strip(&parse(text, Flavor::Article), text)
}

/// Whether every line ends as those of Windows do.
pub(crate) fn is_of_windows(text: &str) -> bool {
    text.matches('\n').count() == text.matches("\r\n").count()
}
