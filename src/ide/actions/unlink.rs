//! Brackets off where they say nothing that the words do not say.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::selected::shown;
use super::{Action, ActionKind, Asked, Choice, entity};
use crate::model::{Analysis, EntityKey, Mention};
use crate::rules::{self, Severity};
use crate::syntax::{WireMap, strip};
use crate::text::{FileId, TextEdit, TextRange, TextSize, edited};
use crate::workspace::{Content, Snapshot, Workspace};

/// Brackets that are to be taken off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unlinking {
    /// Whom they name.
    id: String,
    /// Where they begin, in bytes of the article; none for all that say nothing.
    at: Option<u32>,
}

/// The brackets off that are touched; and off all such names of the entity.
pub(super) fn list(asked: &Asked<'_>, found: &mut Vec<Action>) {
    let analysis = asked.analysis();
    let mut touched = analysis.mentions.iter().filter(|mention| {
        let is_around = mention.range().contains_range(asked.range);
        is_around && mention.link.is_some()
    });
    // Of brackets in one another the inner stand behind the outer.
    let Some(mention) = touched.next_back() else {
        return;
    };
    let Some((link, _)) = &mention.link else {
        return;
    };
    let Some(key) = mention.entity.filter(|_| may_be_bare(analysis, mention)) else {
        return;
    };
    let id = &analysis.entities.get(key).id;
    let mut offer = |title, at| {
        let unlinking = Unlinking { id: id.clone(), at };
        if edits(asked.snapshot, asked.file, &unlinking).is_some() {
            let choice = Choice::Unlink(unlinking);
            found.push(Action::new(title, ActionKind::Link, choice));
        }
    };
    let words = shown(analysis, mention.words);
    let at = Some(link.start().into());
    offer((asked.phrases().unlink)(&words), at);
    let count = linked(analysis, key).count();
    if count > 1 {
        offer((asked.phrases().unlink_all)(asked.name(key), count), None);
    }
}

pub(super) fn edits(
    snapshot: &Snapshot,
    file: FileId,
    unlinking: &Unlinking,
) -> Option<Vec<TextEdit>> {
    let analysis = snapshot.analysis(file);
    let key = entity(analysis, &unlinking.id)?;
    let at = unlinking.at.map(TextSize::new);
    let off = linked(analysis, key).filter(|(range, _)| at.is_none_or(|at| range.start() == at));
    let mut edits: Vec<TextEdit> = off
        .flat_map(|(range, words)| {
            let open = TextRange::new(range.start(), words.start());
            let close = TextRange::new(words.end(), range.end());
            [open, close].map(|range| TextEdit {
                range,
                text: String::new(),
            })
        })
        .collect();
    // Names may stand in names.
    edits.sort_by_key(|edit| edit.range.start());
    let is_kept = !edits.is_empty() && says_the_same(snapshot, file, &edits);
    is_kept.then_some(edits)
}

/// Where an entity is named in brackets by words that are a name of it and of nobody else: with the
/// brackets, and the words alone.
fn linked(
    analysis: &Analysis,
    key: EntityKey,
) -> impl Iterator<Item = (TextRange, TextRange)> + '_ {
    let mentions = analysis.mentions.iter();
    let named = mentions.filter(move |mention| mention.entity == Some(key));
    named.filter_map(|mention| {
        let (range, _) = mention.link.as_ref()?;
        may_be_bare(analysis, mention).then_some((*range, mention.words))
    })
}

fn may_be_bare(analysis: &Analysis, mention: &Mention) -> bool {
    let bearing = analysis
        .entities
        .bearing(analysis.article.words(mention.words));
    mention.entity.is_some_and(|key| bearing == [key])
}

/// Whether the article says the same once `edits` are made: the same words, no new error, and all that
/// is named or said in it names and says whom it did.
fn says_the_same(snapshot: &Snapshot, file: FileId, edits: &[TextEdit]) -> bool {
    let mut workspace = Workspace::from(snapshot);
    let path = snapshot.path(file);
    let text = edited(snapshot.text(file), edits);
    workspace.set(path, Content::Text(Arc::from(text)));
    let outcome = workspace.snapshot();
    let same = outcome.file(path).map(|file| told(&outcome, file));
    same == Some(told(snapshot, file))
}

/// What is told in an article, by places in its words.
#[derive(PartialEq)]
struct Told<'a> {
    wire: String,
    errors: usize,
    named: Vec<(TextSize, TextSize, Option<&'a str>)>,
    said: Vec<Vec<&'a str>>,
}

fn told(snapshot: &Snapshot, file: FileId) -> Told<'_> {
    let (tree, analysis) = (snapshot.tree(file), snapshot.analysis(file));
    let map = WireMap::new(tree);
    let id = |key: EntityKey| analysis.entities.get(key).id.as_str();
    let named = analysis.mentions.iter().map(|mention| {
        let words = mention.words;
        let (start, end) = (map.to_wire(words.start()), map.to_wire(words.end()));
        (start, end, mention.entity.map(id))
    });
    let mut named: Vec<_> = named.collect();
    named.sort_unstable();
    let said = 0..analysis.article.quotations.len();
    let said = said.map(|at| analysis.speakers(at).into_iter().map(id).collect());
    let findings = rules::check(snapshot, file);
    let errors = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    Told {
        wire: strip(tree, snapshot.text(file)),
        errors: errors.count(),
        named,
        said: said.collect(),
    }
}
