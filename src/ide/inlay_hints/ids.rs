//! The name behind an id that does not tell it: a number, or a word of another script.

use super::{HintKind, InlayHint, name};
use crate::ide::search::Query;
use crate::model::{Analysis, Entity, EntityKey};
use crate::text::{FileId, TextRange, TextSize};
use crate::workspace::Snapshot;

pub(super) fn hints(snapshot: &Snapshot, file: FileId, range: TextRange) -> Vec<InlayHint> {
    let analysis = snapshot.analysis(file);
    let is_asked = |(place, _): &(TextRange, EntityKey)| range.contains_inclusive(place.end());
    let ids = ids(analysis).filter(is_asked);
    let opaque = ids.filter(|(place, key)| {
        is_opaque(analysis, *key) && !is_named_before(snapshot.text(file), analysis, *place, *key)
    });
    let hint = opaque.map(|(place, key)| InlayHint {
        offset: place.end(),
        label: vec![name(snapshot, file, key)],
        kind: HintKind::Name,
    });
    hint.collect()
}

/// Where such hints can stand, and whom they name.
pub(super) fn places(analysis: &Analysis) -> impl Iterator<Item = (TextSize, EntityKey)> {
    ids(analysis).map(|(place, key)| (place.end(), key))
}

/// The ids that are written in the text and in the front matter, and whom they mean.
fn ids(analysis: &Analysis) -> impl Iterator<Item = (TextRange, EntityKey)> {
    let text = analysis.article.references().into_iter();
    let text = text.map(|id| (id.range, id.id.as_str()));
    let front = analysis.article.front.named();
    let front = front.map(|value| (value.range, value.value.as_str()));
    let all = front.chain(text);
    all.filter_map(|(place, id)| Some((place, analysis.entities.find(id)?)))
}

/// Whether nobody can tell from the id who is meant.
fn is_opaque(analysis: &Analysis, key: EntityKey) -> bool {
    let entity = analysis.entities.get(key);
    let name = entity.name(analysis.article.lang());
    if name == entity.id {
        return false;
    }
    let script = |text: &str| text.chars().find_map(script);
    script(&entity.id) != script(name) || !reads_like(entity)
}

/// Whether some word of the id is a word of a name.
fn reads_like(entity: &Entity) -> bool {
    let words = entity.id.split(['-', '_']);
    let words =
        words.filter(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 1);
    let words: Vec<Query> = words.map(Query::new).collect();
    let mut names = entity.all_names();
    names.any(|name| words.iter().any(|word| word.rank(&name.text).is_some()))
}

/// Whether the words in the bracket before the id tell it: `[Laila Haddad](#Q1)`.
fn is_named_before(text: &str, analysis: &Analysis, id: TextRange, key: EntityKey) -> bool {
    let before = text[..usize::from(id.start())].trim_end();
    if !before.ends_with("](#") {
        return false;
    }
    let after = analysis
        .mentions
        .partition_point(|mention| mention.words.start() < id.start());
    let mention = after.checked_sub(1).map(|at| &analysis.mentions[at]);
    let Some(mention) = mention else {
        return false;
    };
    let words = analysis.article.words(mention.words);
    let said = Query::new(words);
    let mut names = analysis.entities.get(key).all_names();
    names
        .any(|name| said.rank(&name.text).is_some() || Query::new(&name.text).rank(words).is_some())
}

/// Where the letters of one script begin; none for what is no letter.
fn script(letter: char) -> Option<u32> {
    if !letter.is_alphabetic() {
        return None;
    }
    Some(match u32::from(letter) {
        0x370..=0x3ff => 0x370,
        0x400..=0x52f => 0x400,
        0x590..=0x5ff => 0x590,
        0x600..=0x8ff | 0xfb50..=0xfdff | 0xfe70..=0xfeff => 0x600,
        0x900..=0x1dff => 0x900,
        0x2e80.. => 0x2e80,
        _ => 0,
    })
}
