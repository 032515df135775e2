//! The values of front matter and registries.

use super::yaml::Spot;
use super::{Completion, CompletionKind, Completions, Place, dates, ids, paths};
use crate::dates::language_of;
use crate::model::EntityKind;
use crate::text::TextRange;
use crate::workspace::FileKind;

/// What can be the value of a key that means something here.
pub(super) fn completions(place: &Place<'_>, key: Option<&str>, spot: &Spot<'_>) -> Completions {
    let Some(key) = key else {
        return Completions::default();
    };
    // The space behind a colon is written with the value.
    let space = if spot.written.is_empty() && place.before().ends_with(':') {
        " "
    } else {
        ""
    };
    let typed = spot.written.trim_start();
    if typed.contains(char::is_whitespace) && !matches!(key, "of" | "source" | "place") {
        return Completions::default();
    }
    let word = place.word(|letter| !letter.is_whitespace() && !":,{}[]\"'#".contains(letter));
    let words = (
        TextRange::new(place.offset - crate::text::len_of(typed), place.offset),
        TextRange::new(place.offset - crate::text::len_of(typed), word.1.end()),
    );
    let value = |text: &str| Place::plain(word, text, CompletionKind::Value);
    let mut found: Completions = match key {
        "lang" => tags(place, word).into(),
        "type" => EntityKind::ALL.map(|(name, _)| value(name)).to_vec().into(),
        "kind" => vec![value("record")].into(),
        "anonymous" => vec![value("true")].into(),
        "date" => dates::of_front_matter(place, word).into(),
        "of" | "source" | "place" => ids::of_values(place, words, typed),
        "registry" => paths::items(place, words, FileKind::Registry).into(),
        "wire" => paths::items(place, words, FileKind::Wire).into(),
        _ => Completions::default(),
    };
    for item in &mut found.items {
        item.text.insert_str(0, space);
    }
    found
}

/// The languages whose texts Isnad reads, then others that it knows the habits of.
pub(super) fn tags(place: &Place<'_>, word: (TextRange, TextRange)) -> Vec<Completion> {
    let own = language_of(place.text, None);
    let first = TAGS.iter().filter(|(tag, _)| *tag == own);
    let others = TAGS.iter().filter(|(tag, _)| *tag != own);
    let tag = |(tag, name): &(&str, &str)| Completion {
        detail: (*name).to_owned(),
        ..Place::plain(word, *tag, CompletionKind::Value)
    };
    first.chain(others).map(tag).collect()
}

/// By their own names.
const TAGS: [(&str, &str); 20] = [
    ("ar", "العربية"),
    ("en", "English"),
    ("de", "Deutsch"),
    ("fr", "français"),
    ("cs", "čeština"),
    ("da", "dansk"),
    ("es", "español"),
    ("fa", "فارسی"),
    ("he", "עברית"),
    ("it", "italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("nl", "Nederlands"),
    ("pl", "polski"),
    ("pt", "português"),
    ("ru", "русский"),
    ("sv", "svenska"),
    ("tr", "Türkçe"),
    ("ur", "اردو"),
    ("zh", "中文"),
];
