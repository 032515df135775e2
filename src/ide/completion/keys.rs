//! The keys of front matter and registries.

use super::yaml::Spot;
use super::{About, Completion, CompletionKind, Completions, Place, values};
use crate::model::front_matter::{DATELINE_KEYS, ENTITY_KEYS, KEYS, Key};
use crate::text::TextSize;
use crate::workspace::FileKind;

/// What can be written in the YAML that begins at `start`: keys that are not there yet, or values.
pub(super) fn completions(place: &Place<'_>, start: TextSize) -> Completions {
    let yaml = &place.text[usize::from(start)..];
    let offset = usize::from(place.offset - start);
    let Some(spot) = Spot::at(yaml, offset) else {
        return Completions::default();
    };
    let mut under = spot.under.as_slice();
    let is_registry = place.snapshot.kind(place.file) == FileKind::Registry;
    let known: &[Key] = match (is_registry, under) {
        (true, [_]) | (false, ["entities", _]) => &ENTITY_KEYS,
        (false, []) => &KEYS,
        (false, ["dateline"]) => &DATELINE_KEYS,
        _ => &[],
    };
    if let Some(key) = spot.value_of {
        // Names may be given for each language, of which nothing is known here.
        let is_known = known.iter().any(|known| known.name == key);
        return values::completions(place, is_known.then_some(key), &spot);
    }
    let is_one_word = !spot.written.trim_start().contains(char::is_whitespace);
    if !is_one_word {
        return Completions::default();
    }
    let word = place.word(|letter| !letter.is_whitespace() && !":,{}[]\"'#".contains(letter));
    if let (Some(("name" | "aka", outer)), false) = (
        under.split_last().map(|(last, rest)| (*last, rest)),
        spot.in_brackets && under.len() < 2,
    ) {
        under = outer;
        let is_entity = matches!((is_registry, under), (true, [_]) | (false, ["entities", _]));
        if is_entity {
            let tags = values::tags(place, word).into_iter();
            return tags.map(|tag| keyed(place, tag)).collect::<Vec<_>>().into();
        }
    }
    let there = Spot::beside(yaml, offset, spot.in_brackets);
    let typed = &place.text[word.1];
    let free = known
        .iter()
        .filter(|key| key.name == typed || !there.contains(&key.name));
    let items = free.map(|Key { name, meaning }| {
        let item = Completion {
            detail: (*meaning).to_owned(),
            about: Some(About::Words(meaning)),
            ..Place::plain(word, *name, CompletionKind::Key)
        };
        keyed(place, item)
    });
    items.collect::<Vec<_>>().into()
}

/// With its colon, where none stands there; a value on the same line needs a space.
fn keyed(place: &Place<'_>, mut item: Completion) -> Completion {
    let behind = &place.text[usize::from(item.range.end())..];
    if !behind.starts_with(':') {
        let begins_lines = matches!(item.label.as_str(), "entities" | "dateline");
        item.text.push_str(if begins_lines { ":" } else { ": " });
    }
    item
}
