//! What can be done about the text under the cursor: the fixes of its findings, saying who speaks, and
//! declaring whom it names.

use std::path::Path;

use crate::annotate::annotate;
use crate::annotate::single::{self, Attributions};
use crate::attribution::Grade;
use crate::fixes::{self, Reach};
use crate::ide::accept::{names, nearest};
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
    let mut found = attributions_in(snapshot, file, range);
    found.extend(declarations(snapshot, file, range));
    found
}

/// What can be said of the quotations that are touched and that no markup attributes. What the text does
/// not attribute either is a finding, with fixes of its own.
fn attributions_in(snapshot: &Snapshot, file: FileId, range: TextRange) -> Vec<Action> {
    let analysis = snapshot.analysis(file);
    let is_touched = |at: &usize| {
        let mut pieces = analysis.article.quotations[*at].pieces.iter();
        pieces.any(|piece| piece.intersect(range).is_some())
    };
    let speaker = |at: usize| {
        let source = analysis.source(at);
        source.filter(|source| source.grade > Grade::Guess)
    };
    let is_told = |at: &usize| analysis.is_no_speech(*at) || speaker(*at).is_some();
    let all = 0..analysis.article.quotations.len();
    let unsaid = all.filter(|at| analysis.said[*at] == Said::Unsaid);
    let told: Vec<usize> = unsaid.filter(|at| is_touched(at) && is_told(at)).collect();
    if told.is_empty() {
        return Vec::new();
    }
    let attributions = Attributions::of(snapshot, file);
    let mut found = Vec::new();
    for at in told {
        let source = speaker(at).filter(|_| !analysis.is_no_speech(at));
        let attributed = source.and_then(|source| Some((source, attributions.edits(at)?)));
        if let Some((source, edits)) = attributed {
            let names = names(snapshot, file, source).join(", ");
            found.push(action(file, format!("attribute to {names}"), edits));
        }
        if let Some(edits) = single::not_speech(snapshot, file, at) {
            found.push(action(file, NOT_SPEECH.to_owned(), edits));
        }
    }
    found
}

const NOT_SPEECH: &str = "say that this is no speech";

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
    let not_speech = not_speech.map(|edits| action(file, NOT_SPEECH.to_owned(), edits));
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
