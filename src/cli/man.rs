//! `isnad man`: the manual pages.

use std::path::PathBuf;

use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;

use crate::cli::{Outcome, print, tell};
use crate::files;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Write a page for each command into this folder, instead of printing that of `isnad` itself
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let mut isnad = super::Arguments::command().disable_help_subcommand(true);
    isnad.build();
    let Some(folder) = &arguments.out else {
        return print(&page(&isnad), Outcome::Clean);
    };
    let mut done = true;
    for command in [&isnad].into_iter().chain(isnad.get_subcommands()) {
        let name = command.get_display_name().unwrap_or(command.get_name());
        let file = folder.join(format!("{name}.1"));
        if let Err(error) = files::write(&file, &page(command), true) {
            tell(&format!("{}: {error}", file.display()));
            done = false;
        }
    }
    Outcome::clean_if(done)
}

fn page(command: &Command) -> Vec<u8> {
    let mut page = Vec::new();
    // Writing to a buffer cannot fail.
    let _ = Man::new(command.clone()).render(&mut page);
    page
}
