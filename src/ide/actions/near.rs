//! Whom an article names near a quotation.

use std::collections::HashMap;

use crate::model::{Analysis, EntityKey};
use crate::text::TextSize;

/// Where somebody is named, the likeliest place of a speaker first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// In the paragraphs of the quotation.
    Beside,
    Before,
    After,
    /// In the quotation itself: of whom it speaks.
    Inside,
}

/// Those whom the article names, recognised ones too, the nearest to the quotation at `at` first.
/// Takes time linear in the number of mentions.
pub(super) fn near(analysis: &Analysis, at: usize) -> Vec<EntityKey> {
    let quotation = &analysis.article.quotations[at];
    let range = quotation.range;
    let passages = quotation.passage..quotation.passage + quotation.pieces.len();
    let mut nearest: HashMap<EntityKey, (Place, TextSize)> = HashMap::new();
    for mention in &analysis.mentions {
        let Some(key) = mention.entity else {
            continue;
        };
        let words = mention.words;
        let behind = words.start().checked_sub(range.end());
        let before = range.start().checked_sub(words.end());
        let distance = behind.or(before).unwrap_or_default();
        let place = match (behind, before) {
            (None, None) => Place::Inside,
            _ if passages.contains(&mention.passage) => Place::Beside,
            (None, Some(_)) => Place::Before,
            (Some(_), _) => Place::After,
        };
        let known = nearest.entry(key).or_insert((place, distance));
        *known = (place, distance).min(*known);
    }
    let mut keys: Vec<_> = nearest.into_iter().map(|(key, near)| (near, key)).collect();
    keys.sort_unstable();
    keys.into_iter().map(|(_, key)| key).collect()
}
