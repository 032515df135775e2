//! Carries out the fixes of a file's findings, pass after pass, until none is left.
//!
//! `choose` picks what can be carried out together in one pass, `pass` tries it and refuses what
//! breaks a promise, `converge` repeats that to a fixed point, and `composed` says what all passes
//! together changed. Command line and editors use the same engine and so get the same bytes.

mod choose;
mod composed;
mod converge;
mod pass;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::fixes::pass::{Seen, Subject};
use crate::rules::{self, Diagnostic, Fix};
use crate::syntax::strip;
use crate::text::{FileId, TextEdit, TextRange};
use crate::workspace::{Content, FileKind, Snapshot, Workspace};

/// Which fixes are carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Those that change nothing that a reader of the article sees.
    Safe,
    /// Those too that change something: it is for a person to look at the outcome.
    Unsafe,
}

/// What became of a file. All offsets but those of `edits` are bytes of `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// The text as the fixes leave it.
    pub text: String,
    /// How it differs from the text as it was, in bytes of that, in its order; empty where nothing
    /// was fixed.
    pub edits: Vec<TextEdit>,
    /// The rule and title of each fix that was carried out, in the order in which that was done.
    pub applied: Vec<Applied>,
    /// What would have been carried out and was not, in the order of the text.
    pub left_out: Vec<LeftOut>,
    /// What is still found.
    pub left: Vec<Diagnostic>,
}

/// A fix that was carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The rule whose finding it mended.
    pub rule: &'static str,
    /// What it does, as an imperative.
    pub title: String,
}

/// A fix that was not carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The rule whose finding it would mend.
    pub rule: &'static str,
    /// What it does, as an imperative.
    pub title: String,
    /// The finding.
    pub range: TextRange,
    /// Why not.
    pub reason: Reason,
}

/// Why a fix was not carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It changes the words of an article that names its wire text.
    AltersWireText,
    /// It is said to be safe, and changes what readers see.
    AltersWords,
    /// The file would begin with a byte order mark, or would no longer.
    MovesByteOrderMark,
    /// There would be more errors than before.
    MakesError,
    /// It changes another file too.
    ChangesOtherFile,
    /// Its edits are none that the text could take.
    Impossible,
    /// It undoes another fix, or itself gives cause for the next, without end.
    NeverEnds,
    /// So many were refused before it that it was not tried.
    Untried,
}

impl Reason {
    /// Why, as the end of a sentence.
    pub fn text(self) -> &'static str {
        match self {
            Reason::AltersWireText => "it would change the words of the wire text",
            Reason::AltersWords => "it would change what readers see, and says that it does not",
            Reason::MovesByteOrderMark => {
                "the file would begin otherwise for programs that read it"
            }
            Reason::MakesError => "it would make a new error",
            Reason::ChangesOtherFile => "it changes another file too",
            Reason::Impossible => "its edits do not fit the text",
            Reason::NeverEnds => "there would be no end to it",
            Reason::Untried => "too many others were left out before it",
        }
    }
}

/// Fixes what can be fixed in `file`. `bring` brings into the workspace what looking at the file
/// at that path needs: a mended front matter may name files that nobody has read.
///
/// No fix changes the stripped text of an article that names its wire text, and no safe fix that
/// of any article; no fix raises the number of errors. The outcome has nothing left to fix: to fix
/// it again changes nothing.
pub fn fix(
    snapshot: &Snapshot,
    file: FileId,
    reach: Reach,
    bring: &dyn Fn(&mut Workspace, &Path),
) -> Fixed {
    let mut bench = Bench {
        workspace: Workspace::from(snapshot),
        path: snapshot.path(file).to_owned(),
        file,
        bring,
    };
    let text = snapshot.text(file);
    let seen = Seen::of(snapshot, file);
    converge::run(&mut bench, text, &seen, reach)
}

/// The fix of `finding` that needs no person to choose among several, if `reach` allows it.
pub fn certain(finding: &Diagnostic, reach: Reach) -> Option<&Fix> {
    choose::pick(finding, reach)
}

/// How many of the findings `left` by [`Reach::Safe`] unsafe fixes would mend.
pub fn more_with_unsafe(
    snapshot: &Snapshot,
    file: FileId,
    fixed: &Fixed,
    bring: &dyn Fn(&mut Workspace, &Path),
) -> usize {
    if !fixed
        .left
        .iter()
        .any(|finding| choose::pick(finding, Reach::Unsafe).is_some())
    {
        return 0;
    }
    let mut workspace = Workspace::from(snapshot);
    let path = snapshot.path(file);
    workspace.set(path, Content::Text(Arc::from(fixed.text.as_str())));
    bring(&mut workspace, path);
    let bolder = fix(&workspace.snapshot(), file, Reach::Unsafe, bring);
    bolder.applied.len()
}

/// One file of a workspace of its own, in which texts are tried.
struct Bench<'a> {
    workspace: Workspace,
    path: PathBuf,
    file: FileId,
    bring: &'a dyn Fn(&mut Workspace, &Path),
}

impl Subject for Bench<'_> {
    fn file(&self) -> FileId {
        self.file
    }

    fn look(&mut self, text: &str) -> Seen {
        self.workspace
            .set(&self.path, Content::Text(Arc::from(text)));
        (self.bring)(&mut self.workspace, &self.path);
        Seen::of(&self.workspace.snapshot(), self.file)
    }
}

impl Seen {
    fn of(snapshot: &Snapshot, file: FileId) -> Seen {
        let kind = snapshot.kind(file);
        let (tree, text) = (snapshot.tree(file), snapshot.text(file));
        Seen {
            found: rules::check(snapshot, file),
            wire: match kind {
                FileKind::Article | FileKind::Wire => strip(tree, text),
                // No reader sees a registry.
                FileKind::Registry | FileKind::Config | FileKind::Baseline => String::new(),
            },
            is_bound: match kind {
                FileKind::Article => names_wire_text(snapshot, file),
                FileKind::Wire => true,
                FileKind::Registry | FileKind::Config | FileKind::Baseline => false,
            },
        }
    }
}

/// Whether the article names its wire text, or may do so in front matter that cannot be read.
fn names_wire_text(snapshot: &Snapshot, file: FileId) -> bool {
    let front = &snapshot.article(file).front;
    if front.wire.is_some() || front.problems.is_empty() {
        return front.wire.is_some();
    }
    let tokens = snapshot.tree(file).tokens();
    let yaml = tokens
        .into_iter()
        .find(|(kind, _)| *kind == crate::syntax::SyntaxKind::Yaml);
    let yaml = yaml.map_or("", |(_, range)| &snapshot.text(file)[range]);
    yaml.lines().any(|line| line.contains("wire"))
}
