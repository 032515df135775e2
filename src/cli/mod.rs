//! The command line: one file per subcommand, in `reports` one per format.

mod annotate;
mod articles;
mod baseline;
mod cache;
mod changed;
mod check;
mod color;
mod completions;
mod desk;
mod diff;
mod explain;
mod fix;
mod fmt;
mod gate;
mod init;
mod input;
mod language;
mod looking;
mod man;
mod neutralise;
mod progress;
mod quotes;
mod reports;
mod revision;
mod schema;
mod selection;
mod stream;
mod strip;
mod threads;
mod watch;

use std::io;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

/// Checks annotated news text: who is named, what is quoted, and who said it.
#[derive(Debug, Parser)]
#[command(name = "isnad", version, arg_required_else_help = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    // These have more to say of themselves, and say it in their own files.
    Check(check::Arguments),
    Fix(fix::Arguments),
    Fmt(fmt::Arguments),
    Annotate(annotate::Arguments),
    Quotes(quotes::Arguments),
    Stream(stream::Arguments),
    /// Print the wire text: the article without its annotations
    Strip(strip::Arguments),
    /// Explain a rule; without a name, list all
    Explain(explain::Arguments),
    /// Make a folder ready for articles: configuration, registry, a sample, what git needs
    Init(init::Arguments),
    /// Print the JSON Schema of what Isnad reads, for editors and other programs
    Schema(schema::Arguments),
    /// Print what completes commands, options and rules in a shell
    Completions(completions::Arguments),
    /// Print the manual page, or write those of all commands
    Man(man::Arguments),
    /// Serve an editor: the Language Server Protocol on standard input and output
    Lsp(LspArguments),
}

#[derive(Debug, Args)]
struct LspArguments {
    /// What it does anyway; many editors say so
    #[arg(long, hide = true)]
    stdio: bool,
}

/// What is left to do for the process.
#[derive(Debug)]
pub enum Next {
    /// Nothing: it ends.
    Exit(ExitCode),
    /// To serve an editor over standard input and output.
    Serve,
}

/// What a command came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing at or above the gate.
    Clean,
    /// Findings at or above the gate.
    Findings,
    /// The command could not do all that it was asked to; it has said why.
    Failed,
}

impl Outcome {
    fn clean_if(done: bool) -> Outcome {
        if done {
            Outcome::Clean
        } else {
            Outcome::Failed
        }
    }
}

/// Runs the command that the process was started with. 0 is clean, 1 findings, 2 a failure. The
/// server is no part of the command line; it is left to the caller.
pub fn run() -> Next {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return Next::Exit(refuse(&error)),
    };
    let outcome = match arguments.command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Fix(arguments) => fix::run(&arguments),
        Command::Fmt(arguments) => fmt::run(&arguments),
        Command::Annotate(arguments) => annotate::run(&arguments),
        Command::Quotes(arguments) => quotes::run(&arguments),
        Command::Stream(arguments) => stream::run(&arguments),
        Command::Strip(arguments) => strip::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Man(arguments) => man::run(&arguments),
        Command::Lsp(_) => return Next::Serve,
    };
    Next::Exit(match outcome {
        Outcome::Clean => ExitCode::from(0),
        Outcome::Findings => ExitCode::from(1),
        Outcome::Failed => ExitCode::from(2),
    })
}

/// Says what is wrong with the arguments, which may hold anything: file names come from
/// strangers. Help and version, which were asked for, go to standard output.
fn refuse(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        error.exit();
    }
    let message = error.render().to_string();
    write_error(message.lines());
    ExitCode::from(2)
}

/// Tells the user what the command itself has to say, beside its report.
fn tell(message: &str) {
    write_error([format!("isnad: {message}").as_str()]);
}

/// Tells the user what came of it, beside what is printed.
fn tell_outcome(line: &str) {
    write_error([line]);
}

/// Writes a report to standard error, because standard output is for something else. Nothing in a
/// report acts.
fn tell_report(report: &str) {
    // Standard error may be closed; there is no one left to tell then.
    let _ = io::Write::write_all(&mut io::stderr(), report.as_bytes());
}

/// Writes lines to standard error; nothing in them acts.
fn write_error<'a>(lines: impl IntoIterator<Item = &'a str>) {
    let text: String = lines
        .into_iter()
        .map(|line| neutralise::neutralise(line).into_owned() + "\n")
        .collect();
    // Standard error may be closed; there is no one left to tell then.
    let _ = io::Write::write_all(&mut io::stderr(), text.as_bytes());
}

/// Prints standard input as it is: it is passed over, and whoever puts the outcome in its place must not
/// lose it.
fn pass_on() -> Outcome {
    match crate::files::copy_standard_input() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            tell(&format!("standard input cannot be passed on: {error}"));
            Outcome::Failed
        }
        _ => Outcome::Clean,
    }
}

/// Prints a report. A reader that stops early, as `head` does, is no failure; the outcome
/// stays what it was.
fn print(report: &[u8], outcome: Outcome) -> Outcome {
    match crate::files::write_standard_output(report) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            tell(&format!("the report cannot be written: {error}"));
            Outcome::Failed
        }
        _ => outcome,
    }
}
