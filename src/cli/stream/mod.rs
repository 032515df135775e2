//! `isnad stream`: records in, records out, for programs that run Isnad over many articles.
//!
//! Reading order: `record` says what a line in means, `answer` makes the line out of it, `together` opens the
//! articles that one is compared with, `batches` reads ahead.

mod answer;
mod batches;
mod record;
mod together;

use std::io;

use clap::{Args, ValueEnum};
use rayon::prelude::*;

use crate::cli::language::Language;
use crate::cli::reports::number;
use crate::cli::stream::answer::{Answer, Asked};
use crate::cli::stream::batches::{Batches, Line};
use crate::cli::threads::Threads;
use crate::cli::{Outcome, tell};
use crate::files;

/// Answer records, one a line: an article in, what is found in it out.
///
/// For programs that work on many articles, such as Spark, DuckDB and GNU parallel (docs/scale.md). A
/// record is a line of standard input, a JSON object in UTF-8. It has `text`, the article, and where
/// wanted an `id`, any JSON value, which its answer has too; `path`, the name that the article is taken to
/// have: with the ending `.txt` it is wire text, in which nothing is markup; `lang`, its language, if it
/// does not say it itself. Further keys are passed over, and so are empty lines.
///
/// With `--what check` a record may have `others`, a list of objects with `text`, `path` and `lang`: the
/// articles that this one is compared with, as `isnad check` compares all that it is given. Which they are
/// tell the `keys` of `--what keys`: those that share two or more with it.
///
/// Answers come in the order of the records, and wait for no further ones. A line that is no such
/// record is answered with an `error`: its `message`, and which `line` it is, from 1 on. Nothing is read
/// from the disk: no configuration and no registries, and where front matter names other files, they are
/// passed over.
///
/// The exit code is 0 whatever is found, 2 if the input cannot be read or the answers cannot be written.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// What an answer has beside its id
    #[arg(long, value_enum, default_value_t = What::Quotes)]
    what: What,
    #[command(flatten)]
    language: Language,
    /// A line of more than this many MiB is no record
    #[arg(long, value_name = "MIB", default_value_t = 64, value_parser = clap::value_parser!(u16).range(1..=MOST_MIB))]
    max_record: u16,
    #[command(flatten)]
    threads: Threads,
}

/// Offsets in a text must fit into 32 bits.
const MOST_MIB: i64 = 2048;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// `quotations`: what `isnad quotes --format ndjson` prints, as a list
    Quotes,
    /// `diagnostics`: those of `isnad check --format json`
    Check,
    /// `keys`: the numbers by which articles that may say the same find each other, in their order
    Keys,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Some(pool) = arguments.threads.start() else {
        return Outcome::Failed;
    };
    let longest = u64::from(arguments.max_record) << 20;
    let asked = Asked {
        what: arguments.what,
        empty: arguments.language.workspace(),
        longest,
    };
    let (mut records, mut refused) = (0, 0);
    for batch in Batches::of(io::stdin(), longest) {
        let lines = match batch {
            Ok(lines) => lines,
            Err(error) => {
                tell(&format!("standard input cannot be read: {error}"));
                return Outcome::Failed;
            }
        };
        let answers = pool.install(|| answers(&asked, &lines));
        records += answers.len();
        refused += answers.iter().filter(|answer| answer.is_error).count();
        let written: String = answers.into_iter().map(|answer| answer.line).collect();
        match files::write_standard_output(written.as_bytes()) {
            Ok(()) => {}
            // Whoever reads has enough, as `head` does.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Outcome::Clean,
            Err(error) => {
                tell(&format!("the answers cannot be written: {error}"));
                return Outcome::Failed;
            }
        }
    }
    if refused > 0 {
        tell(&format!(
            "{refused} of {} could not be read; the `error` of each answer says why",
            number(records, "record")
        ));
    }
    Outcome::Clean
}

/// The answers to lines, in their order; empty lines have none.
fn answers(asked: &Asked, lines: &[Line]) -> Vec<Answer> {
    let answers = lines.par_iter().map(|line| asked.answer(line));
    answers.collect::<Vec<_>>().into_iter().flatten().collect()
}
