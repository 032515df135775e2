//! The files that a command is asked to look at.

use std::path::{Path, PathBuf};

use crate::cli::tell;
use crate::files::{self, ReadError};
use crate::syntax::Flavor;

/// A file, or standard input under a name.
pub(super) struct Input {
    pub(super) path: PathBuf,
    pub(super) text: Result<String, ReadError>,
}

impl Input {
    pub(super) fn flavor(&self) -> Flavor {
        match self.path.extension() {
            Some(extension) if extension == "txt" => Flavor::Wire,
            _ => Flavor::Article,
        }
    }

    /// The path as reports write it: with `/`, and without a leading `./`.
    pub(super) fn name(&self) -> String {
        let name = self.path.to_string_lossy().replace('\\', "/");
        name.strip_prefix("./").map_or(name.clone(), str::to_owned)
    }
}

/// Reads what `paths` stand for, in the order of the paths, each file once; `-` is standard
/// input. `None` if a path does not exist, after telling the user of every such path.
pub(super) fn read(paths: &[PathBuf], stdin_path: Option<&Path>) -> Option<Vec<Input>> {
    let mut files = Vec::new();
    let mut inputs = Vec::new();
    let mut all_found = true;
    for path in paths {
        if path.as_os_str() == "-" {
            let path = stdin_path.unwrap_or(Path::new("stdin.news.md")).to_owned();
            inputs.push(Input {
                path,
                text: files::read_standard_input(),
            });
            continue;
        }
        match files::articles(path) {
            Ok(articles) => {
                if articles.is_empty() {
                    tell(&format!("no articles (*.news.md) under {}", path.display()));
                }
                files.extend(articles);
            }
            Err(error) => {
                all_found = false;
                tell(&format!(
                    "{}: {error}; name an article or a folder that exists",
                    path.display()
                ));
            }
        }
    }
    inputs.extend(files.into_iter().map(|path| Input {
        text: files::read(&path),
        path,
    }));
    inputs.sort_by_key(Input::name);
    inputs.dedup_by_key(|input| input.name());
    all_found.then_some(inputs)
}
