//! `isnad fmt`: annotations in their canonical form.

use clap::Args;
use rayon::prelude::*;

use crate::cli::changed::Changed;
use crate::cli::color::{Color, Stream};
use crate::cli::input::{Input, Inputs, Paths};
use crate::cli::reports::number;
use crate::cli::threads::Threads;
use crate::cli::{Outcome, pass_on, print, tell, tell_outcome};
use crate::format::format;
use crate::syntax::parse;
use crate::text::{TextEdit, edited};
use crate::workspace::FileKind;

/// Write annotations in one and the same form everywhere.
///
/// One space after each comma and around `>` and `<`, none inside `(#id)`; the Arabic comma after
/// Arabic ids; dates as 2025-03-04, in right-to-left paragraphs as 2025/03/04, where hyphens would
/// turn the parts around; one space inside comments. No word of the article changes, no annotation
/// means anything else than before, front matter stays as it is, and an annotation that is broken
/// is left to be mended first (`isnad check` shows it).
///
/// The exit code is 0 when all is done, with `--check` or `--diff` 1 if a file is not in that form,
/// 2 if something could not be read or written.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    paths: Paths,
    /// Write nothing; list the files that are not in canonical form
    #[arg(long)]
    check: bool,
    /// Write nothing; show what would change
    #[arg(long)]
    diff: bool,
    /// Whether a diff has colours
    #[arg(long, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    color: Color,
    #[command(flatten)]
    threads: Threads,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Some(is_piped) = arguments.paths.is_standard_input() else {
        return Outcome::Failed;
    };
    let Some(named) = arguments.paths.named() else {
        return Outcome::Failed;
    };
    if is_piped && named.paths().is_empty() {
        return pass_on();
    }
    let Inputs { inputs, complete } = arguments.paths.read(&named);
    let Some(pool) = arguments.threads.start() else {
        return Outcome::Failed;
    };
    let edits: Vec<Vec<TextEdit>> = pool.install(|| inputs.par_iter().map(edits_of).collect());
    let mut done = complete;
    let mut changed: Vec<Changed<'_>> = Vec::new();
    let mut unchanged = 0;
    for (input, edits) in inputs.iter().zip(&edits) {
        match &input.text {
            Ok(_) if edits.is_empty() => unchanged += 1,
            Ok(old) => changed.push(Changed {
                path: &input.path,
                name: input.name(),
                old,
                edits,
            }),
            Err(error) => {
                tell(&format!("{}: {error}", input.name()));
                done = false;
            }
        }
    }
    let only_looks = arguments.check || arguments.diff;
    let outcome = match (done, only_looks && !changed.is_empty()) {
        (false, _) => Outcome::Failed,
        (true, true) => Outcome::Findings,
        (true, false) => Outcome::Clean,
    };
    if arguments.diff {
        let palette = arguments.color.palette(Stream::Output);
        let diffs: String = changed.iter().map(|file| file.diff(&palette)).collect();
        tell_outcome(&summary("would be formatted", changed.len(), unchanged));
        return print(diffs.as_bytes(), outcome);
    }
    if arguments.check {
        let lines: String = changed
            .iter()
            .map(|file| super::neutralise::neutralise(&file.name).into_owned() + "\n")
            .collect();
        tell_outcome(&summary("would be formatted", changed.len(), unchanged));
        return print(lines.as_bytes(), outcome);
    }
    if is_piped {
        let texts = inputs.iter().zip(&edits);
        let texts =
            texts.filter_map(|(input, edits)| Some(edited(input.text.as_ref().ok()?, edits)));
        return print(texts.collect::<String>().as_bytes(), outcome);
    }
    let written = changed.iter().filter(|file| file.write()).count();
    let line = summary("formatted", written, unchanged) + "\n";
    let outcome = if written < changed.len() {
        Outcome::Failed
    } else {
        outcome
    };
    print(line.as_bytes(), outcome)
}

/// What brings the text into canonical form; nothing if it has that form, or is no article.
fn edits_of(input: &Input) -> Vec<TextEdit> {
    match &input.text {
        Ok(text) if FileKind::of(&input.path) == FileKind::Article => {
            format(text, &parse(text, input.flavor()))
        }
        _ => Vec::new(),
    }
}

fn summary(done: &str, changed: usize, unchanged: usize) -> String {
    format!(
        "{} {done}, {unchanged} in canonical form already",
        number(changed, "file")
    )
}
