//! What is inferred of an article and may be written as markup.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::attribution::Grade;
use crate::ide::Locale;
use crate::model::{Analysis, EntityKey, Form, InferredSource};
use crate::text::{FileId, TextSize};
use crate::workspace::Snapshot;

/// A speaker that the text names and no brace says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Offer<'a> {
    /// The quotation, by its place in the list.
    pub(super) at: usize,
    /// Directly behind its closing mark, in bytes of the article.
    pub(super) place: TextSize,
    pub(super) source: &'a InferredSource,
}

/// The quotations between marks whose speaker the text names and no brace says, in the order of the
/// text; those in headlines are left to their writers.
pub(super) fn offers(analysis: &Analysis) -> impl Iterator<Item = Offer<'_>> {
    let quotations = analysis.article.quotations.iter().enumerate();
    quotations.filter_map(|(at, quotation)| {
        let Form::Marks { close, .. } = quotation.form else {
            return None;
        };
        let is_outermost = analysis.inferred.quotations[at].is_some();
        let source = analysis
            .unwritten(at)
            .filter(|_| is_outermost && !quotation.is_heading)?;
        Some(Offer {
            at,
            place: close.end(),
            source,
        })
    })
}

/// What the speakers of a source are called: their names, or the words of the text.
pub(super) fn names(snapshot: &Snapshot, file: FileId, source: &InferredSource) -> Vec<String> {
    let analysis = snapshot.analysis(file);
    let lang = analysis.article.lang();
    let meant = source.meant.entities.iter();
    let names = meant.map(|key| analysis.entities.get(*key).name(lang).to_owned());
    let names: Vec<String> = names.collect();
    if names.is_empty() {
        let words = analysis.article.words(source.speaker).split_whitespace();
        return vec![words.collect::<Vec<_>>().join(" ")];
    }
    names
}

/// How surely, in a word.
pub(super) fn surely(locale: Locale, grade: Grade) -> &'static str {
    let phrases = &locale.phrases().grade;
    match grade {
        Grade::Sure => phrases.sure,
        Grade::Likely => phrases.likely,
        Grade::Guess => phrases.guess,
    }
}

/// All entities, recognised ones too: those named last before `offset` first, then those that are only
/// declared.
pub(super) fn nearest(analysis: &Analysis, offset: TextSize) -> Vec<EntityKey> {
    let mut last: HashMap<EntityKey, TextSize> = HashMap::new();
    let before = analysis
        .mentions
        .iter()
        .filter(|mention| mention.words.start() < offset);
    for mention in before {
        if let Some(key) = mention.entity {
            last.insert(key, mention.words.start());
        }
    }
    let entities = analysis
        .entities
        .iter()
        .chain(analysis.entities.recognised());
    let mut keys: Vec<EntityKey> = entities.map(|(key, _)| key).collect();
    keys.sort_by_key(|key| (Reverse(last.get(key).copied()), *key));
    keys
}
