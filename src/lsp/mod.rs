//! The language server, `isnad lsp`: the protocol, and nothing that is not the protocol.
//!
//! What an editor sends passes through a thin `server` into the channel of one `actor`, which
//! owns all state and does no work of its own: it applies changes in their order, and hands
//! immutable views of the files to `workers`. What goes out unasked passes one `outbox`.
//! `docs/ARCHITECTURE.md` tells why it is built so.

mod actor;
mod apart;
mod asked;
mod behind;
mod capabilities;
mod convert;
mod diagnostics;
mod document;
mod ending;
mod failing;
mod features;
mod index;
mod input;
mod news;
mod outbox;
mod paths;
mod plain;
mod progress;
mod requests;
mod server;
mod settings;
mod state;
mod supported;
mod survey;
mod view;
mod watcher;
mod workers;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::mpsc;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::runtime::Handle;
use tokio::sync::watch;
use tower_lsp::{LspService, Server as Transport};

use crate::lsp::actor::{Actor, Message};
use crate::lsp::behind::{Marked, Marks};
use crate::lsp::ending::Ending;
use crate::lsp::failing::with_failures;
use crate::lsp::server::{Server, with_others};

pub use supported::{COMMANDS, SUPPORTED, ServerCommand, Supported};

/// How many messages may be in hand at once. A request in hand is a parked receiver and costs
/// next to nothing, but at the limit `$/cancelRequest` and `shutdown` would wait for others.
const MOST_IN_HAND: usize = 1024;

/// How many bytes of messages may lie between what reads them and what takes them apart.
const ROOM: usize = 64 * 1024;

/// Threads for what is sent and received. All of it waits more than it works.
const MESSENGERS: usize = 2;

/// Serves an editor over standard input and output until it says `exit` or hangs up. The code is
/// 0 if it said `shutdown` before, else 1.
pub fn run() -> ExitCode {
    if io::stdin().is_terminal() {
        tell("`isnad lsp` waits for an editor to speak to it; people use `isnad check`");
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(MESSENGERS)
        .enable_time()
        .build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => {
            tell(&format!("the server cannot be started: {error}"));
            return ExitCode::from(2);
        }
    };
    let ending = Ending::default();
    let (input, output) = (tokio::io::stdin(), tokio::io::stdout());
    let serving = runtime.block_on(serve_until(ending.clone(), input, output, tell));
    // A read of standard input may still be blocked; it must not keep the process.
    runtime.shutdown_background();
    match serving {
        Ok(()) => ending.code(),
        Err(error) => {
            tell(&format!("the server cannot be started: {error}"));
            ExitCode::from(2)
        }
    }
}

/// Serves an editor over any two streams, in a process that goes on afterwards, until it says `exit` or
/// `input` ends. Whether it said `shutdown` before. Fails where no threads can be had.
pub async fn serve(
    input: impl AsyncRead + Unpin + Send + 'static,
    output: impl AsyncWrite + Unpin,
) -> io::Result<bool> {
    let ending = Ending::of_session();
    serve_until(ending.clone(), input, output, |_| ()).await?;
    Ok(ending.was_shut_down())
}

async fn serve_until(
    ending: Ending,
    input: impl AsyncRead + Unpin + Send + 'static,
    output: impl AsyncWrite + Unpin,
    tell: fn(&str),
) -> io::Result<()> {
    let (sender, inbox) = mpsc::channel();
    let (generation, generations) = watch::channel(0);
    let marks = Marks::default();
    let server = |client| {
        let (actor, ending, marks) = (sender.clone(), ending.clone(), marks.clone());
        Server::new(client, actor, ending, generations.clone(), marks)
    };
    let (service, socket) = with_failures(with_others(LspService::build(server))).finish();
    let client = service.inner().client();
    Actor::start(client, Handle::current(), sender.clone(), inbox, generation)?;
    let (passed_on, messages) = tokio::io::duplex(ROOM);
    tokio::spawn(input::pass_on(input, passed_on, ending, tell));
    Transport::new(messages, output, Marked::new(socket, marks))
        .concurrency_level(MOST_IN_HAND)
        .serve(service)
        .await;
    // The actor has a sender of its own, so that its channel never closes by itself.
    let _ = sender.send(Message::End);
    Ok(())
}

/// Tells whoever reads standard error.
fn tell(message: &str) {
    // Standard error may be closed; there is no one left to tell then.
    let _ = writeln!(io::stderr(), "isnad: {message}");
}
