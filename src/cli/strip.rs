//! `isnad strip`: the wire text.

use std::path::PathBuf;

use clap::Args;

use crate::cli::input::{self, Inputs};
use crate::cli::{Outcome, print, tell};
use crate::syntax::{parse, strip};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Articles, and folders in which `*.news.md` files are taken; `-` is standard input
    #[arg(required = true)]
    paths: Vec<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Inputs { inputs, complete } = input::read(&arguments.paths, None);
    let mut outcome = if complete {
        Outcome::Clean
    } else {
        Outcome::Failed
    };
    let mut wire = String::new();
    for input in inputs {
        match &input.text {
            Ok(text) => wire += &strip(&parse(text, input.flavor()), text),
            Err(error) => {
                tell(&format!("{}: {error}", input.name()));
                outcome = Outcome::Failed;
            }
        }
    }
    print(wire.as_bytes(), outcome)
}
