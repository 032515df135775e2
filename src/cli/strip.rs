//! `isnad strip`: the wire text.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::input::{self, Input, Inputs};
use crate::cli::{Outcome, print, tell};
use crate::files;
use crate::syntax::{parse, strip};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Articles, and folders in which `*.news.md` files are taken; `-` is standard input
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// The name that standard input is taken to have
    #[arg(long, value_name = "NAME")]
    stdin_path: Option<PathBuf>,
    /// Write `NAME.txt` into this folder for each `NAME.news.md`, instead of printing
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Replace files in that folder that hold another text
    #[arg(long, requires = "out")]
    force: bool,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Inputs { inputs, complete } =
        input::read(&arguments.paths, arguments.stdin_path.as_deref());
    let mut done = complete;
    let mut wires = Vec::new();
    for input in inputs {
        match &input.text {
            Ok(text) => wires.push(Wire {
                text: strip(&parse(text, input.flavor()), text),
                input,
            }),
            Err(error) => {
                tell(&format!("{}: {error}", input.name()));
                done = false;
            }
        }
    }
    if let Some(folder) = &arguments.out {
        done &= write(&wires, folder, arguments.force);
    }
    let outcome = if done {
        Outcome::Clean
    } else {
        Outcome::Failed
    };
    if arguments.out.is_some() {
        return outcome;
    }
    let all: String = wires.into_iter().map(|wire| wire.text).collect();
    print(all.as_bytes(), outcome)
}

/// The wire text of one article.
struct Wire {
    input: Input,
    text: String,
}

/// Writes each text into `folder`; whether all of them are there now. Where two would have the
/// same name, none is written: which of them won would be left to chance.
fn write(wires: &[Wire], folder: &Path, force: bool) -> bool {
    let mut targets: BTreeMap<OsString, Vec<&Wire>> = BTreeMap::new();
    for wire in wires {
        let name = target(&wire.input.path);
        targets.entry(name).or_default().push(wire);
    }
    let mut done = true;
    for (name, wires) in &targets {
        if wires.len() > 1 {
            let names: Vec<_> = wires.iter().map(|wire| wire.input.name()).collect();
            tell(&format!(
                "{} would be the wire text of each of {}; nothing is written, strip them into \
                 different folders",
                folder.join(name).display(),
                names.join(", ")
            ));
            done = false;
        }
    }
    if !done {
        return false;
    }
    for (name, wires) in &targets {
        let path = folder.join(name);
        for wire in wires {
            if let Err(error) = files::write(&path, wire.text.as_bytes(), force) {
                let advice = match error {
                    files::WriteError::Exists => "; `--force` replaces it",
                    _ => "",
                };
                tell(&format!("{}: {error}{advice}", path.display()));
                done = false;
            }
        }
    }
    done
}

/// `NAME.txt` for `NAME.news.md`, and for any other `NAME.extension`.
fn target(path: &Path) -> OsString {
    let stem = Path::new(path.file_stem().unwrap_or_default());
    let stem = match stem.extension() {
        Some(extension) if extension == "news" => stem.file_stem().unwrap_or_default(),
        _ => stem.as_os_str(),
    };
    let mut name = stem.to_owned();
    name.push(".txt");
    name
}
