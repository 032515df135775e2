//! Writes what was inferred of an article as markup: who says its quotations and what is told in
//! other words, and whom that means.
//!
//! Reading order: `cast` gives ids to those whom the words around a quotation mean, `plan` finds what
//! could be written, where `spans` knows where brackets fit; `declaration` writes
//! entities into front matter, `settle` keeps of a plan what does what it should, and `draft`
//! remembers what was written where. For those who decide themselves, [`single`] writes one annotation,
//! [`attributing`] says something of one quotation by changing its `brace`, where `pairing` lets it have
//! one, and [`marking`] puts brackets around names.
//! `wire` makes an article of wire text, with what its `dateline` says.

pub mod attributing;
mod brace;
mod cast;
mod dateline;
mod declaration;
mod draft;
mod free_id;
pub mod marking;
mod pairing;
mod plan;
mod settle;
pub mod single;
mod spans;
mod wire;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::annotate::draft::Draft;
use crate::annotate::settle::settle;
use crate::attribution::Grade;
use crate::text::{FileId, TextEdit};
use crate::workspace::{Content, FileKind, Snapshot, Workspace};

pub use wire::annotate_wire;

/// An article with what was written into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotated {
    /// The article.
    pub text: String,
    /// How it differs from the text as it was, in bytes of that, in its order: something is written
    /// between two characters, nothing goes. Empty where nothing was written.
    pub edits: Vec<TextEdit>,
    /// What was annotated.
    pub count: Count,
}

/// How much was annotated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Quotations of which it is said who speaks, or that nobody does.
    pub quotations: usize,
    /// Words without marks that somebody says.
    pub statements: usize,
    /// Entities that were declared for that.
    pub entities: usize,
}

/// Brings into a workspace what looking at the file at a path needs.
pub type Bring<'a> = &'a dyn Fn(&mut Workspace, &Path);

/// Annotates the article `file` with what its words say at least as surely as `least`: braces after
/// the closing marks of quotations, `{-}` after those of names, titles, terms and words that the writer
/// keeps at a distance, brackets around indirect speech, and declarations of the entities that these
/// mean. A guess is never written.
///
/// No word changes, nothing that is annotated is annotated otherwise, no error is made, and to
/// annotate the outcome again changes nothing. What is no article stays as it is.
pub fn annotate(snapshot: &Snapshot, file: FileId, least: Grade, bring: Bring<'_>) -> Annotated {
    written(snapshot, file, least, Scope::All, bring)
}

/// The same of nothing but who says the quotations between marks.
pub fn attribute(snapshot: &Snapshot, file: FileId, least: Grade, bring: Bring<'_>) -> Annotated {
    written(snapshot, file, least, Scope::Speakers, bring)
}

/// What is annotated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    All,
    /// Who says what stands between marks.
    Speakers,
}

fn written(
    snapshot: &Snapshot,
    file: FileId,
    least: Grade,
    scope: Scope,
    bring: Bring<'_>,
) -> Annotated {
    let draft = Draft::new(snapshot.text(file));
    if snapshot.kind(file) != FileKind::Article {
        return Annotated::of(&draft, Count::default());
    }
    let mut bench = Bench {
        workspace: Workspace::from(snapshot),
        path: snapshot.path(file).to_owned(),
        scope,
        bring,
    };
    let (draft, count) = to_the_end(&mut bench, draft, least);
    Annotated::of(&draft, count)
}

impl Count {
    /// Adds what was annotated besides.
    pub fn add(&mut self, other: Count) {
        self.quotations += other.quotations;
        self.statements += other.statements;
        self.entities += other.entities;
    }
}

impl Annotated {
    fn of(draft: &Draft, count: Count) -> Annotated {
        Annotated {
            text: draft.text().to_owned(),
            edits: draft.edits(),
            count,
        }
    }
}

/// What is declared may tell more, and what was refused may fit beside what was written: so the outcome
/// is read again, until nothing is left to write that was not refused in that very text.
fn to_the_end(bench: &mut Bench<'_>, mut draft: Draft, least: Grade) -> (Draft, Count) {
    let least = least.max(Grade::Likely);
    let mut count = Count::default();
    let mut refused = HashSet::new();
    let mut has_written = false;
    for _ in 0..MOST_ROUNDS {
        let round = settle(bench, &draft, least, &mut refused);
        let goes_on = match round {
            Some(round) => {
                let wrote = round.count != Count::default();
                count.add(round.count);
                draft = round.draft;
                has_written |= wrote;
                wrote || round.refused > 0
            }
            None => false,
        };
        if !goes_on {
            if !has_written || refused.is_empty() {
                break;
            }
            refused.clear();
            has_written = false;
        }
    }
    (draft, count)
}

/// How often an article is read again: each time there is less to write.
const MOST_ROUNDS: usize = 16;

/// A workspace in which texts of one article are tried.
struct Bench<'a> {
    workspace: Workspace,
    path: PathBuf,
    scope: Scope,
    bring: Bring<'a>,
}

impl Bench<'_> {
    /// All files, if the article held `text`.
    fn look(&mut self, text: &str) -> Option<(Snapshot, FileId)> {
        self.workspace
            .set(&self.path, Content::Text(Arc::from(text)));
        (self.bring)(&mut self.workspace, &self.path);
        let snapshot = self.workspace.snapshot();
        let file = snapshot.file(&self.path)?;
        Some((snapshot, file))
    }
}
