//! Saying who says a quotation, or that nobody does.

use serde::{Deserialize, Serialize};

use super::{Action, ActionKind, Asked, Choice, entity};
use crate::annotate::single::{self, Attributions};
use crate::attribution::Grade;
use crate::ide::accept::{names, nearest};
use crate::model::{Analysis, EntityKey, EntityKind, Form, Quotation, Said};
use crate::rules::Diagnostic;
use crate::text::{FileId, TextEdit};
use crate::workspace::Snapshot;

/// What is to be said of a quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// The quotation, by its place in the article's list.
    at: usize,
    says: Says,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Says {
    /// What the text says.
    Told,
    /// That somebody says it: an id.
    By(String),
    /// That it is no speech.
    NotSpeech,
}

/// What can be said of the quotations that are touched and that no markup attributes. What the text does
/// not attribute either is a finding, with fixes of its own.
pub(super) fn list(asked: &Asked<'_>, found: &mut Vec<Action>) {
    let analysis = asked.analysis();
    let is_touched = |at: &usize| {
        let mut pieces = analysis.article.quotations[*at].pieces.iter();
        pieces.any(|piece| asked.touches(*piece))
    };
    let speaker = |at: usize| {
        let source = analysis.source(at);
        source.filter(|source| source.grade > Grade::Guess)
    };
    let is_told = |at: &usize| analysis.is_no_speech(*at) || speaker(*at).is_some();
    let all = 0..analysis.article.quotations.len();
    let unsaid = all.filter(|at| analysis.said[*at] == Said::Unsaid);
    for at in unsaid.filter(|at| is_touched(at) && is_told(at)) {
        let source = speaker(at).filter(|_| !analysis.is_no_speech(at));
        if let Some(source) = source {
            let names = names(asked.snapshot, asked.file, source).join(", ");
            let title = (asked.phrases().attribute)(&names);
            found.extend(action(asked, title, at, Says::Told));
        }
        found.extend(not_speech(asked, at));
    }
}

/// Those to whom the quotation of an `unattributed-quote` may be attributed: whoever is named nearest.
pub(super) fn mending(asked: &Asked<'_>, finding: &Diagnostic, found: &mut Vec<Action>) {
    if finding.rule != "unattributed-quote" {
        return;
    }
    let analysis = asked.analysis();
    let mut quotations = analysis.article.quotations.iter();
    let is_it = |quotation: &Quotation| matches!(quotation.form, Form::Marks { close, .. } if close == finding.range);
    let Some(at) = quotations.position(is_it) else {
        return;
    };
    let speakers = nearest(analysis, finding.range.start()).into_iter();
    let speakers = speakers
        .filter(|key| can_speak(analysis, *key))
        .take(MOST_SPEAKERS);
    let attributed = speakers.filter_map(|key| {
        let title = (asked.phrases().attribute)(asked.name(key));
        let id = analysis.entities.get(key).id.clone();
        action(asked, title, at, Says::By(id))
    });
    let all = attributed.chain(not_speech(asked, at));
    found.extend(all.map(|action| action.mending(finding)));
}

/// How many speakers are offered.
const MOST_SPEAKERS: usize = 5;

pub(super) fn edits(
    snapshot: &Snapshot,
    file: FileId,
    attribution: &Attribution,
) -> Option<Vec<TextEdit>> {
    let at = attribution.at;
    snapshot.analysis(file).article.quotations.get(at)?;
    match &attribution.says {
        Says::Told => Attributions::of(snapshot, file).edits(at),
        Says::By(id) => {
            let speaker = entity(snapshot.analysis(file), id)?;
            single::attribute_to(snapshot, file, at, speaker)
        }
        Says::NotSpeech => single::not_speech(snapshot, file, at),
    }
}

fn not_speech(asked: &Asked<'_>, at: usize) -> Option<Action> {
    action(
        asked,
        asked.phrases().not_speech.to_owned(),
        at,
        Says::NotSpeech,
    )
}

/// The action, if anything comes of it.
fn action(asked: &Asked<'_>, title: String, at: usize, says: Says) -> Option<Action> {
    let attribution = Attribution { at, says };
    edits(asked.snapshot, asked.file, &attribution)?;
    Some(Action::new(
        title,
        ActionKind::Rewrite,
        Choice::Attribute(attribution),
    ))
}

fn can_speak(analysis: &Analysis, key: EntityKey) -> bool {
    let kind = analysis.entities.get(key).kind;
    matches!(
        kind,
        None | Some(EntityKind::Person | EntityKind::Organization)
    )
}
