//! `workspace/executeCommand`.
//!
//! Every command takes one argument, `{"uri": …}`, the document; `isnad.export` also a `format`.

use serde::{Deserialize, Serialize};
use tower_lsp::gen_lsp_types as lsp;
use tower_lsp::jsonrpc::{Error, Result};

use crate::files;
use crate::ide::actions::{self, Choice};
use crate::ide::{preview, statistics};
use crate::lsp::features::edits::workspace_edit;
use crate::lsp::features::preview::html;
use crate::lsp::view::View;
use crate::quotes;
use crate::syntax::strip;
use crate::workspace::FileKind;

/// What can be asked of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lsp) enum Command {
    /// Writes all that is sure of who says what: `true` if anything was written.
    Annotate,
    /// What is said in it: the wire text, or the quotations as `isnad quotes` lists them, as a text.
    Export(Format),
    /// It as its readers will see it, as HTML.
    Preview,
    /// Who speaks how much.
    Statistics,
}

/// How something is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::lsp) enum Format {
    Csv,
    Json,
    Ndjson,
    Wire,
}

/// The names of the commands; `isnad.annotate` changes the document, and is only for editors that let
/// it be changed.
pub(in crate::lsp) const ANNOTATE: &str = "isnad.annotate";
pub(in crate::lsp) const EXPORT: &str = "isnad.export";
pub(in crate::lsp) const PREVIEW: &str = "isnad.preview";
pub(in crate::lsp) const STATISTICS: &str = "isnad.statistics";

#[derive(Deserialize)]
struct Argument {
    uri: lsp::Uri,
    format: Option<lsp::LspAny>,
}

impl Command {
    /// Reads what is asked; an error says what a command is to look like.
    pub(in crate::lsp) fn read(
        params: lsp::ExecuteCommandParams,
    ) -> Result<(Command, lsp::TextDocumentIdentifier)> {
        let name = params.command.as_str();
        let refused = |reason: &str| Error::invalid_params(format!("{name}: {reason}"));
        let argument = params.arguments.unwrap_or_default().into_iter().next();
        let argument: Option<Argument> =
            argument.and_then(|argument| serde_json::from_value(argument).ok());
        let Some(Argument { uri, format }) = argument else {
            return Err(refused(
                "its argument is the document, such as {\"uri\": \"file:///…\"}",
            ));
        };
        let command =
            match name {
                ANNOTATE => Command::Annotate,
                EXPORT => {
                    let format = serde_json::from_value(format.unwrap_or_default());
                    Command::Export(format.map_err(|_| {
                        refused("its `format` is `csv`, `json`, `ndjson` or `wire`")
                    })?)
                }
                PREVIEW => Command::Preview,
                STATISTICS => Command::Statistics,
                _ => return Err(refused("there is no such command")),
            };
        Ok((command, lsp::TextDocumentIdentifier { uri }))
    }
}

/// What comes of a command: an answer, or a change that is to be made first.
pub(in crate::lsp) enum Outcome {
    Answer(lsp::LspAny),
    Change(lsp::WorkspaceEdit),
}

pub(in crate::lsp) fn execute(view: &View, command: Command) -> Result<Outcome> {
    let kind = view.snapshot.kind(view.file);
    if !matches!(kind, FileKind::Article | FileKind::Wire) {
        let message = format!("{} is no article", view.path().display());
        return Err(Error::invalid_params(message));
    }
    let answer = match command {
        Command::Annotate => return Ok(annotate(view)),
        Command::Export(format) => export(view, format).into(),
        Command::Preview => html(view, &preview::preview(&view.snapshot, view.file)).into(),
        Command::Statistics => {
            let counted = statistics::statistics(&view.snapshot, view.file);
            serde_json::to_value(Statistics::from(counted)).map_err(|_| Error::internal_error())?
        }
    };
    Ok(Outcome::Answer(answer))
}

fn annotate(view: &View) -> Outcome {
    let choice = Choice::AnnotateAll;
    let edits = actions::edits(&view.snapshot, view.file, &choice, &files::bring);
    match edits.and_then(|edits| workspace_edit(view, edits)) {
        Some(edit) => Outcome::Change(edit),
        None => Outcome::Answer(false.into()),
    }
}

fn export(view: &View, format: Format) -> String {
    let path = view.path().display().to_string();
    let records = || quotes::records(&view.snapshot, view.file, &path);
    match format {
        Format::Csv => quotes::csv::render(&records()),
        Format::Json => quotes::json::document(&records()),
        Format::Ndjson => quotes::json::lines(&records()),
        Format::Wire => strip(view.snapshot.tree(view.file), view.text()),
    }
}

/// Statistics as an editor gets them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Statistics {
    quotations: usize,
    attributed: usize,
    inferred: usize,
    words: usize,
    unattributed_words: usize,
    speakers: Vec<Share>,
}

#[derive(Serialize)]
struct Share {
    id: Option<String>,
    name: String,
    quotations: usize,
    words: usize,
}

impl From<statistics::Statistics> for Statistics {
    fn from(counted: statistics::Statistics) -> Statistics {
        let share = |share: statistics::Share| Share {
            id: share.id,
            name: share.name,
            quotations: share.quotations,
            words: share.words,
        };
        Statistics {
            quotations: counted.quotations,
            attributed: counted.attributed,
            inferred: counted.inferred,
            words: counted.words,
            unattributed_words: counted.unattributed_words,
            speakers: counted.speakers.into_iter().map(share).collect(),
        }
    }
}
