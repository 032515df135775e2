//! What a line out says of a line in.

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::Serialize;

use crate::cli::articles::Opened;
use crate::cli::reports::{FileReport, Finding, findings};
use crate::cli::stream::What;
use crate::cli::stream::batches::Line;
use crate::cli::stream::record::{self, Id, Record, Refused};
use crate::cli::stream::together::{self, alone};
use crate::model::Digest;
use crate::quotes::{self, records};
use crate::workspace::{FileKind, Workspace};

/// What is asked of each record.
pub(super) struct Asked {
    pub(super) what: What,
    /// Knows no file, but may know a language.
    pub(super) empty: Workspace,
    /// How long a line may be, in bytes.
    pub(super) longest: u64,
}

/// The answer to a record.
pub(super) struct Answer {
    /// A JSON object, and the end of its line.
    pub(super) line: String,
    /// Whether it says what is wrong with the record.
    pub(super) is_error: bool,
}

impl Asked {
    /// Answers a line; an empty one has no answer.
    pub(super) fn answer(&self, line: &Line) -> Option<Answer> {
        let read = match &line.content {
            Some(content) => record::read(content, self.what == What::Check)?,
            None => Err(self.too_long()),
        };
        let found = read.and_then(|record| self.found(record));
        Some(Answer {
            is_error: found.is_err(),
            line: found.unwrap_or_else(|refused| failed(refused, line.number)),
        })
    }

    fn too_long(&self) -> Refused {
        let message = format!(
            "this line is longer than {} MiB; --max-record lets longer ones pass",
            self.longest >> 20
        );
        Refused { id: None, message }
    }

    /// What is found in an article. Should Isnad itself fail over one, the others are not lost for it.
    fn found(&self, record: Record) -> Result<String, Refused> {
        let Record {
            id,
            article,
            others,
        } = record;
        let work = || {
            Some(match self.what {
                What::Quotes => quoted(&id, &alone(article, &self.empty)?),
                What::Check => checked(&id, together::check(article, others, &self.empty)?),
                What::Keys => keyed(&id, &alone(article, &self.empty)?),
            })
        };
        let done = catch_unwind(AssertUnwindSafe(work));
        done.ok().flatten().ok_or_else(|| Refused {
            message: "isnad itself failed over this record; please report it".to_owned(),
            id,
        })
    }
}

fn quoted(id: &Id, article: &Opened) -> String {
    let quotations = records(&article.snapshot, article.file, &article.name());
    json(&Quoted { id, quotations })
}

fn checked(id: &Id, report: FileReport) -> String {
    let files = [report];
    let diagnostics = findings(&files).collect();
    json(&Checked { id, diagnostics })
}

fn keyed(id: &Id, article: &Opened) -> String {
    let Opened { snapshot, file, .. } = article;
    // Wire text is compared with nothing. What the snapshot keeps of digests outlives this record.
    let is_compared = snapshot.kind(*file) == FileKind::Article;
    let keys = is_compared.then(|| Digest::of(snapshot.analysis(*file)).keys());
    let keys = keys.unwrap_or_default();
    json(&Keyed { id, keys })
}

fn failed(refused: Refused, line: u64) -> String {
    let Refused { id, message } = refused;
    let error = Trouble { message, line };
    json(&Failed { id, error })
}

#[derive(Serialize)]
struct Quoted<'a> {
    id: &'a Id,
    quotations: Vec<quotes::Record>,
}

#[derive(Serialize)]
struct Checked<'a> {
    id: &'a Id,
    diagnostics: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Keyed<'a> {
    id: &'a Id,
    keys: Vec<u32>,
}

#[derive(Serialize)]
struct Failed {
    id: Id,
    error: Trouble,
}

#[derive(Serialize)]
struct Trouble {
    message: String,
    line: u64,
}

fn json(answer: &impl Serialize) -> String {
    // These types hold nothing that JSON cannot.
    serde_json::to_string(answer).unwrap_or_default() + "\n"
}
