//! The binary: starts the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    isnad::cli::run()
}
