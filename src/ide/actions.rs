//! What can be done about the text under the cursor: the fixes of its findings, saying who speaks, and
//! declaring whom it names.

use std::path::Path;

use crate::annotate::{annotate, single};
use crate::attribution::Grade;
use crate::fixes::{self, Reach};
use crate::ide::accept::{name, nearest};
use crate::ide::under::is_no_speech;
use crate::model::{Analysis, EntityKey, EntityKind, Form, Quotation, Said};
use crate::rules::{self, Diagnostic};
use crate::text::{FileEdit, FileId, TextEdit, TextRange};
use crate::workspace::{Snapshot, Workspace};

/// Something that an editor can do at one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// An imperative, such as "replace by `haddad`".
    pub title: String,
    /// The finding that it mends; none if it is no fix.
    pub mends: Option<Diagnostic>,
    /// Whether it is what most people want: safe, and the only fix of its finding that is.
    pub is_preferred: bool,
    /// The edits, file by file in the order of the text, not overlapping.
    pub edits: Vec<FileEdit>,
}

/// The fixes for `range`, in bytes of `file`: those of the findings that it touches, and whom a
/// quotation that nothing attributes can be attributed to.
pub fn fixes(snapshot: &Snapshot, file: FileId, range: TextRange) -> Vec<Action> {
    let findings = rules::check(snapshot, file).into_iter();
    let touched = findings.filter(|finding| finding.range.intersect(range).is_some());
    touched
        .flat_map(|finding| {
            attributions(snapshot, file, &finding)
                .into_iter()
                .chain(of(finding))
        })
        .collect()
}

/// What else can be done at `range`, in bytes of `file`: accept who the text says is speaking, say that
/// nobody is, and declare whom the text names.
pub fn refactorings(snapshot: &Snapshot, file: FileId, range: TextRange) -> Vec<Action> {
    let mut found = Vec::new();
    let analysis = snapshot.analysis(file);
    let quotations = analysis.article.quotations.iter().enumerate();
    let touched = quotations.filter(|(_, quotation)| {
        let is_near = |piece: &TextRange| piece.intersect(range).is_some();
        quotation.pieces.iter().any(is_near)
    });
    // What nothing attributes is a finding, with fixes of its own.
    let is_told = |at: usize| {
        let source = analysis.source(at);
        is_no_speech(analysis, at) || source.is_some_and(|source| source.grade > Grade::Guess)
    };
    let unsaid = touched.filter(|(at, _)| analysis.said[*at] == Said::Unsaid && is_told(*at));
    for (at, _) in unsaid {
        let is_speech = !is_no_speech(analysis, at);
        let source = analysis.source(at).filter(|_| is_speech);
        if let Some(edits) = source.and_then(|_| single::attribute(snapshot, file, at)) {
            let name = source
                .map(|source| name(snapshot, file, source))
                .unwrap_or_default();
            found.push(action(file, format!("attribute to {name}"), edits));
        }
        if let Some(edits) = single::not_speech(snapshot, file, at) {
            found.push(action(file, "say that this is no speech".to_owned(), edits));
        }
    }
    found.extend(declarations(snapshot, file, range));
    found
}

/// Writes all that is sure of who says what as markup, as `isnad annotate` does: the edits, in the order
/// of the text. `bring` is that of [`fixes::fix`].
pub fn annotate_all(
    snapshot: &Snapshot,
    file: FileId,
    bring: &dyn Fn(&mut Workspace, &Path),
) -> Vec<TextEdit> {
    annotate(snapshot, file, Grade::Sure, bring).edits
}

/// All safe fixes of `file` at once, as `isnad fix` carries them out: the edits, in the order of the
/// text, none where there is nothing to fix. `bring` is that of [`fixes::fix`].
pub fn fix_all(
    snapshot: &Snapshot,
    file: FileId,
    bring: &dyn Fn(&mut Workspace, &Path),
) -> Vec<TextEdit> {
    fixes::fix(snapshot, file, Reach::Safe, bring).edits
}

/// How many speakers are offered.
const MOST_SPEAKERS: usize = 5;

/// Those to whom the quotation of an `unattributed-quote` may be attributed: whoever is named nearest.
fn attributions(snapshot: &Snapshot, file: FileId, finding: &Diagnostic) -> Vec<Action> {
    if finding.rule != "unattributed-quote" {
        return Vec::new();
    }
    let analysis = snapshot.analysis(file);
    let mut quotations = analysis.article.quotations.iter();
    let is_it = |quotation: &Quotation| matches!(quotation.form, Form::Marks { close, .. } if close == finding.range);
    let Some(at) = quotations.position(is_it) else {
        return Vec::new();
    };
    let speakers = nearest(analysis, finding.range.start()).into_iter();
    let speakers = speakers
        .filter(|key| can_speak(analysis, *key))
        .take(MOST_SPEAKERS);
    let attributed = speakers.filter_map(|key| {
        let edits = single::attribute_to(snapshot, file, at, key)?;
        let name = analysis.entities.get(key).name(analysis.article.lang());
        Some(action(file, format!("attribute to {name}"), edits))
    });
    let not_speech = single::not_speech(snapshot, file, at);
    let not_speech =
        not_speech.map(|edits| action(file, "say that this is no speech".to_owned(), edits));
    let actions = attributed.chain(not_speech);
    actions
        .map(|action| Action {
            mends: Some(finding.clone()),
            ..action
        })
        .collect()
}

fn can_speak(analysis: &Analysis, key: EntityKey) -> bool {
    let kind = analysis.entities.get(key).kind;
    matches!(
        kind,
        None | Some(EntityKind::Person | EntityKind::Organization)
    )
}

/// Declares those of whom a name is touched and whom nothing declares: here, and in each registry that
/// the article has.
fn declarations(snapshot: &Snapshot, file: FileId, range: TextRange) -> Vec<Action> {
    let analysis = snapshot.analysis(file);
    let named = analysis
        .mentions
        .iter()
        .filter(|mention| mention.words.intersect(range).is_some());
    let new = named.filter_map(|mention| {
        mention
            .entity
            .filter(|key| !analysis.entities.is_declared(*key))
    });
    let mut found = Vec::new();
    for key in new {
        let name = analysis.entities.get(key).name(analysis.article.lang());
        if let Some(edits) = single::declare_here(snapshot, file, key) {
            found.push(action(
                file,
                format!("declare {name} in this article"),
                edits,
            ));
        }
        for &registry in &snapshot.surroundings(file).registries {
            if let Some(edits) = single::declare_in(snapshot, file, key, registry) {
                let path = snapshot
                    .path(registry)
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy();
                found.push(action(registry, format!("declare {name} in {path}"), edits));
            }
        }
    }
    found
}

fn action(file: FileId, title: String, edits: Vec<TextEdit>) -> Action {
    let edits = edits.into_iter().map(|edit| FileEdit { file, edit });
    Action {
        title,
        mends: None,
        is_preferred: false,
        edits: edits.collect(),
    }
}

/// The fixes of one finding.
fn of(finding: Diagnostic) -> impl Iterator<Item = Action> {
    let certain = fixes::certain(&finding, Reach::Safe).cloned();
    let fixes = finding.fixes.clone().into_iter();
    fixes.map(move |fix| Action {
        is_preferred: certain.as_ref() == Some(&fix),
        title: fix.title,
        edits: fix.edits,
        mends: Some(finding.clone()),
    })
}
