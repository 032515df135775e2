//! Who speaks how much of an article.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

use crate::model::{Analysis, EntityKey, Form, Item, Said};
use crate::text::FileId;
use crate::workspace::{FileKind, Snapshot};

/// What is said in an article, counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Statistics {
    /// How many quotations are speech, those inside of others apart.
    pub quotations: usize,
    /// Of these, those that the markup attributes, or says to be of nobody knows whom.
    pub attributed: usize,
    /// Of the others, those whose speaker the text names.
    pub inferred: usize,
    /// The words of all of them.
    pub words: usize,
    /// The words of those of which nobody is named as the speaker.
    pub unattributed_words: usize,
    /// Who speaks, most words first.
    pub speakers: Vec<Share>,
}

/// What one speaker says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The id, if something declares the speaker.
    pub id: Option<String>,
    /// The name.
    pub name: String,
    /// How many quotations.
    pub quotations: usize,
    /// How many words; where several speak together, each says all of them.
    pub words: usize,
}

/// Counts what is said in `file`; nothing where it is no text.
pub fn statistics(snapshot: &Snapshot, file: FileId) -> Statistics {
    let mut counted = Statistics::default();
    if !matches!(snapshot.kind(file), FileKind::Article | FileKind::Wire) {
        return counted;
    }
    let analysis = snapshot.analysis(file);
    let mut shares: HashMap<EntityKey, (usize, usize)> = HashMap::new();
    for (at, quotation) in analysis.article.quotations.iter().enumerate() {
        if quotation.parent.is_some() || analysis.is_no_speech(at) {
            continue;
        }
        let words = words(analysis, Item::Quotation(at));
        counted.quotations += 1;
        counted.words += words;
        match analysis.said[at] {
            Said::By(_) | Said::Inside(_) | Said::Unknown => counted.attributed += 1,
            _ if analysis.unwritten(at).is_some() && analysis.is_said(at) => counted.inferred += 1,
            _ => {}
        }
        let speakers = if analysis.is_said(at) {
            analysis.speakers(at)
        } else {
            Vec::new()
        };
        if speakers.is_empty() {
            counted.unattributed_words += words;
        }
        for key in speakers {
            let share = shares.entry(key).or_default();
            share.0 += 1;
            share.1 += words;
        }
    }
    let mut speakers: Vec<(EntityKey, (usize, usize))> = shares.into_iter().collect();
    speakers.sort_by_key(|(key, (_, words))| (std::cmp::Reverse(*words), *key));
    let share = |(key, (quotations, words))| {
        let entity = analysis.entities.get(key);
        let is_declared = analysis.entities.is_declared(key);
        Share {
            id: is_declared.then(|| entity.id.clone()),
            name: entity.name(analysis.article.lang()).to_owned(),
            quotations,
            words,
        }
    };
    counted.speakers = speakers.into_iter().map(share).collect();
    counted
}

/// How many words are said, as Unicode counts words; of Chinese and Japanese, which put nothing between
/// words, the characters.
pub(super) fn words(analysis: &Analysis, item: Item) -> usize {
    let count = |range| analysis.article.words(range).unicode_words().count();
    let Item::Quotation(at) = item else {
        return count(analysis.range(item));
    };
    let quotation = &analysis.article.quotations[at];
    let inside = quotation.words();
    let pieces = quotation.pieces.iter();
    let pieces = pieces.filter_map(|piece| match quotation.form {
        Form::Marks { .. } => piece.intersect(inside),
        Form::Span => Some(inside),
    });
    pieces.map(count).sum()
}
