//! What belongs to an article, drawn: its root, configuration, registries and wire text, and what
//! the configuration makes of the findings. The [`cases`] stand in `tests/it/workspace/*.txt`;
//! their files are written to a disk, `<editor>` names the folders that an editor has open, and
//! `<untitled>` is a text that stands nowhere.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use isnad::files;
use isnad::rules::{self, config_errors};
use isnad::text::{FileId, TextRange};
use isnad::workspace::{Content, Snapshot, Workspace, normalise};

use crate::cases;
use crate::fixture::split;

macro_rules! subjects {
    ($($subject:ident)*) => {
        $(#[test]
        fn $subject() {
            let cases = include_str!(concat!("workspace/", stringify!($subject), ".txt"));
            insta::assert_snapshot!(cases::draw(cases, draw));
        })*
    };
}

subjects! {
    surroundings
    configuration
}

fn draw(written: &str) -> String {
    let disk = tempfile::tempdir().expect("a scratch folder");
    let root = files::identity(disk.path());
    let mut workspace = Workspace::new();
    let mut articles = Vec::new();
    for (name, text) in split(written) {
        match name.as_str() {
            "<editor>" => {
                let folders = text.split_whitespace().map(|name| root.join(name));
                workspace.set_folders(folders.map(|path| normalise(&path)).collect());
            }
            "<untitled>" => {
                let path = PathBuf::from("untitled");
                workspace.set(&path, Content::Text(Arc::from(text)));
                articles.push(path);
            }
            _ => {
                let path = root.join(&name);
                fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                // What makes a file no text.
                let bytes = text.replace("⟨NUL⟩", "\0");
                fs::write(&path, bytes).expect("a file");
                if name.ends_with(".news.md") {
                    articles.push(path);
                }
            }
        }
    }
    let article = &articles[0];
    if article.is_absolute() {
        workspace.set(article, files::content(article));
    }
    files::bring(&mut workspace, article);
    let snapshot = workspace.snapshot();
    let file = snapshot.file(article).expect("the article");
    Drawing { snapshot, root }.draw(file)
}

struct Drawing {
    snapshot: Snapshot,
    root: PathBuf,
}

impl Drawing {
    fn draw(&self, article: FileId) -> String {
        let around = self.snapshot.surroundings(article);
        let mut drawn = format!("  root: {}\n", self.name(&around.root));
        let files = [("configuration", around.config), ("wire", around.wire)];
        for (what, file) in files {
            if let Some(file) = file {
                let _ = writeln!(drawn, "  {what}: {}", self.name(self.snapshot.path(file)));
            }
        }
        for &registry in &around.registries {
            let name = self.name(self.snapshot.path(registry));
            let _ = writeln!(drawn, "  registry: {name}");
        }
        for error in config_errors(&self.snapshot, article) {
            let words = self.words(error.file, error.range);
            let message = error.message.replace(env!("CARGO_PKG_VERSION"), "VERSION");
            let _ = writeln!(drawn, "  configuration at {words}: {message}");
        }
        for finding in rules::check(&self.snapshot, article) {
            let words = self.words(article, finding.range);
            let (severity, rule) = (finding.severity.name(), finding.rule);
            let message = finding.message.replace(&*self.root.to_string_lossy(), "…");
            let _ = writeln!(drawn, "  {severity}[{rule}] {words}: {message}");
        }
        drawn
    }

    fn name(&self, path: &Path) -> String {
        let name = path.strip_prefix(&self.root).unwrap_or(path);
        match name.to_string_lossy().replace('\\', "/").as_str() {
            "" => ".".to_owned(),
            name => name.to_owned(),
        }
    }

    fn words(&self, file: FileId, range: TextRange) -> String {
        self.snapshot.text(file)[range].replace('\n', "⏎")
    }
}
