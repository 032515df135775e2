//! Whom the words beside a quotation mean: its addressees, and those who passed it on.

use crate::model::{Analysis, EntityKey, Mention};
use crate::text::TextRange;

/// The entity whose name ends the words at `words`, in bytes of the article: `the agency Courier`. A
/// name that the words go on from is another matter: `Haddad’s lawyer`.
pub fn named(analysis: &Analysis, words: TextRange) -> Option<EntityKey> {
    let mentions = &analysis.mentions;
    let first = mentions.partition_point(|mention| mention.words.start() < words.start());
    let inside = mentions[first..]
        .iter()
        .take_while(|mention| mention.words.start() < words.end())
        .filter(|mention| mention.words.end() <= words.end());
    let last: &Mention = inside.max_by_key(|mention| mention.words.end())?;
    let passage = analysis.article.passages.get(last.passage)?;
    let rest = TextRange::new(last.words.end(), words.end());
    let goes_on = passage
        .wire
        .words(rest)
        .contains(|character: char| character.is_alphanumeric());
    last.entity.filter(|_| !goes_on)
}

/// The words at `range` as readers see them.
pub fn words(analysis: &Analysis, range: TextRange) -> &str {
    let passages = &analysis.article.passages;
    let at = passages.partition_point(|passage| passage.range.end() <= range.start());
    passages
        .get(at)
        .map_or("", |passage| passage.wire.words(range))
}
