//! The places that change together while somebody retypes an id where it is declared.

use crate::model::Role;
use crate::text::{FileId, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// What an id may look like while it is typed, a regular expression of JavaScript's kind: letters,
/// marks and digits of any script, `-`, `_` and the non-joiner.
pub const ID_PATTERN: &str = r"[\p{L}\p{M}\p{N}_\-\u200c]+";

/// The key of a declaration at `offset`, in bytes of `file`, and all places of the article that hold
/// the very same id. None from a brace or a tail: who says one quotation is changed there, and no other.
/// None in a registry either, whose ids stand in other files.
pub fn linked_editing(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Vec<TextRange> {
    if snapshot.kind(file) != FileKind::Article {
        return Vec::new();
    }
    let analysis = snapshot.analysis(file);
    let declared = &analysis.article.front.entities.all;
    let mut keys = declared.iter().map(|declaration| &declaration.id);
    let Some(key) = keys.find(|key| key.range.contains_inclusive(offset)) else {
        return Vec::new();
    };
    let declarations = analysis.entities.find(&key.value);
    let is_ours_alone = declarations.is_some_and(|entity| {
        let mut declared = analysis.entities.get(entity).declarations.iter();
        declared.all(|declared| declared.id.file == file)
    });
    if !is_ours_alone {
        return Vec::new();
    }
    let text = snapshot.text(file);
    let written = &text[key.range];
    let known = snapshot.digest(file).entities.iter();
    let known = known.filter(|known| *known.id == key.value && !known.declared.is_empty());
    let places = known.flat_map(|known| &known.places);
    let ids = places.filter(|place| place.role != Role::Words && text[place.range] == *written);
    let mut ranges: Vec<TextRange> = ids.map(|place| place.range).chain([key.range]).collect();
    ranges.sort_by_key(|range| range.start());
    ranges.dedup();
    ranges
}
