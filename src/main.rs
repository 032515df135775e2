//! The binary: starts the command line or the server.

use std::process::ExitCode;

use isnad::cli::{self, Next};
use isnad::lsp;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match cli::run() {
        Next::Exit(code) => code,
        Next::Serve => lsp::run(),
    }
}
