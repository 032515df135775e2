//! `workspace/executeCommand`.
//!
//! Every command takes one argument, an object with the `uri` of a document; what else it holds, and what
//! is answered, is listed in [`COMMANDS`](crate::lsp::COMMANDS).

use serde::{Deserialize, Serialize};
use tower_lsp::gen_lsp_types as lsp;
use tower_lsp::jsonrpc::{Error, Result};

use crate::files;
use crate::ide::actions::{self, Choice};
use crate::ide::entities::Wanted;
use crate::ide::{preview, statistics};
use crate::lsp::convert::{offset, text_range};
use crate::lsp::features::edits::workspace_edit;
use crate::lsp::features::entities::entities;
use crate::lsp::features::preview::html;
use crate::lsp::features::refusal::refused;
use crate::lsp::features::speakers::speakers;
use crate::lsp::features::statistics::Statistics;
use crate::lsp::view::View;
use crate::quotes;
use crate::syntax::strip;
use crate::workspace::FileKind;

/// What can be asked of a document.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::lsp) enum Command {
    /// Writes who says the quotation there as the text tells, or without a place all that is sure.
    Accept(Option<lsp::Position>),
    /// Writes all that is sure of who says what.
    Annotate,
    /// Writes that the entity with an id says the quotation there.
    Attribute(lsp::Position, String),
    /// The entities that it knows.
    Entities {
        query: Option<String>,
        near: Option<lsp::Position>,
    },
    /// What is said in it: the wire text, or the quotations as `isnad quotes` lists them, as a text.
    Export(Format),
    /// Writes that words name the entity with an id.
    Mark(lsp::Range, String),
    /// It as its readers will see it, as HTML.
    Preview,
    /// Who says what.
    Speakers,
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

/// The commands that change the document; for editors that let it be changed.
pub(in crate::lsp) const CHANGING: [&str; 4] = [ACCEPT, ANNOTATE, ATTRIBUTE, MARK];
/// Those that only ask.
pub(in crate::lsp) const ASKING: [&str; 5] = [ENTITIES, EXPORT, PREVIEW, SPEAKERS, STATISTICS];

const ACCEPT: &str = "isnad.accept";
const ANNOTATE: &str = "isnad.annotate";
const ATTRIBUTE: &str = "isnad.attribute";
const ENTITIES: &str = "isnad.entities";
const EXPORT: &str = "isnad.export";
const MARK: &str = "isnad.mark";
const PREVIEW: &str = "isnad.preview";
const SPEAKERS: &str = "isnad.speakers";
const STATISTICS: &str = "isnad.statistics";

#[derive(Deserialize)]
struct Argument {
    uri: lsp::Uri,
    position: Option<lsp::Position>,
    range: Option<lsp::Range>,
    id: Option<String>,
    query: Option<String>,
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
        let argument = argument.ok_or_else(|| {
            refused("its argument is the document, such as {\"uri\": \"file:///…\"}, and what the command takes besides")
        })?;
        let position = || {
            let missing = "it takes a `position`, such as {\"line\": 3, \"character\": 10}";
            argument.position.ok_or_else(|| refused(missing))
        };
        let id = || {
            let missing = "it takes the `id` of an entity, such as \"haddad\"";
            argument.id.clone().ok_or_else(|| refused(missing))
        };
        let command = match name {
            ACCEPT => Command::Accept(argument.position),
            ANNOTATE => Command::Annotate,
            ATTRIBUTE => Command::Attribute(position()?, id()?),
            ENTITIES => Command::Entities {
                query: argument.query,
                near: argument.position,
            },
            EXPORT => {
                let format = serde_json::from_value(argument.format.unwrap_or_default());
                let unknown = "its `format` is `csv`, `json`, `ndjson` or `wire`";
                Command::Export(format.map_err(|_| refused(unknown))?)
            }
            MARK => {
                let missing = "it takes a `range`, from a `start` to an `end`";
                let range = argument.range.ok_or_else(|| refused(missing))?;
                Command::Mark(range, id()?)
            }
            PREVIEW => Command::Preview,
            SPEAKERS => Command::Speakers,
            STATISTICS => Command::Statistics,
            _ => return Err(refused("there is no such command")),
        };
        let uri = argument.uri;
        Ok((command, lsp::TextDocumentIdentifier { uri }))
    }
}

/// What comes of a command: an answer, or a change that is to be made first.
pub(in crate::lsp) enum Outcome {
    Answer(lsp::LspAny),
    Change(lsp::WorkspaceEdit),
}

pub(in crate::lsp) fn execute(view: &View, command: Command) -> Result<Outcome> {
    let (snapshot, file) = (&view.snapshot, view.file);
    if !matches!(snapshot.kind(file), FileKind::Article | FileKind::Wire) {
        let message = format!("{} is no article", view.path().display());
        return Err(Error::invalid_params(message));
    }
    let answer = match command {
        Command::Accept(None) => return Ok(changed(view, &Choice::AttributeAll)),
        Command::Annotate => return Ok(changed(view, &Choice::AnnotateAll)),
        Command::Accept(Some(place)) => {
            let place = offset(view, place);
            return chosen(view, actions::accept(snapshot, file, place, view.locale()));
        }
        Command::Attribute(place, id) => {
            let place = offset(view, place);
            let choice = actions::attribute(snapshot, file, place, &id, view.locale());
            return chosen(view, choice);
        }
        Command::Mark(range, id) => {
            let range = text_range(view, range);
            let choice = actions::mark(snapshot, file, range, &id, view.locale());
            return chosen(view, choice);
        }
        Command::Entities { query, near } => {
            let near = near.map(|place| offset(view, place));
            json(&entities(view, &Wanted { query, near }))?
        }
        Command::Export(format) => export(view, format).into(),
        Command::Preview => html(view, &preview::preview(snapshot, file)).into(),
        Command::Speakers => json(&speakers(view))?,
        Command::Statistics => {
            let counted = statistics::statistics(snapshot, file);
            json(&Statistics::from(counted))?
        }
    };
    Ok(Outcome::Answer(answer))
}

/// What somebody has chosen, or why it is not done.
fn chosen(view: &View, choice: std::result::Result<Choice, String>) -> Result<Outcome> {
    let choice = choice.map_err(|why| refused(view, why))?;
    Ok(changed(view, &choice))
}

fn changed(view: &View, choice: &Choice) -> Outcome {
    let edits = actions::edits(&view.snapshot, view.file, choice, &files::bring);
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

fn json(answer: &impl Serialize) -> Result<lsp::LspAny> {
    serde_json::to_value(answer).map_err(|_| Error::internal_error())
}
