//! What can be written in `isnad.toml`: keys, rules and their levels, tags of languages, registries.

use super::{About, Completion, CompletionKind, Completions, Place, paths, rules, values};
use crate::ide::toml::table;
use crate::text::TextRange;
use crate::workspace::{FileKind, KEYS, Key, Level, OVERRIDE_KEYS};

pub(super) fn completions(place: &Place<'_>) -> Completions {
    let line = place.line_before();
    if line.trim_start().starts_with(['#', '[']) {
        return Completions::default();
    }
    let before = &place.before()[..place.before().len() - line.len()];
    let items = match (line.split_once('='), &table(before)[..]) {
        (Some((key, value)), table) => {
            let is_rule = table.last() == Some(&"rules");
            of_value(place, key.trim(), value, is_rule)
        }
        (None, ["rules"] | ["overrides", "rules"]) => {
            let word = place.word(rules::is_of_name);
            let is_first = line.trim() == &place.text[word.0];
            let rules = rules::items(word);
            if is_first {
                with_equals(place, rules)
            } else {
                Vec::new()
            }
        }
        (None, ["overrides"]) => keys(place, &OVERRIDE_KEYS),
        (None, []) => keys(place, &KEYS),
        (None, _) => Vec::new(),
    };
    items.into()
}

fn keys(place: &Place<'_>, keys: &'static [Key]) -> Vec<Completion> {
    let word = place.word(rules::is_of_name);
    if place.line_before().trim() != &place.text[word.0] {
        return Vec::new();
    }
    // Tables begin with a line of their own.
    let (tables, keys): (Vec<&Key>, Vec<&Key>) = keys
        .iter()
        .partition(|key| matches!(key.name, "rules" | "overrides"));
    let key = |key: &Key| Completion {
        about: Some(About::Words(key.meaning)),
        ..Place::plain(word, key.name, CompletionKind::Key)
    };
    let mut items = with_equals(place, keys.into_iter().map(key).collect());
    items.extend(tables.into_iter().map(|table| {
        let header = match table.name {
            "overrides" => "[[overrides]]",
            _ => "[rules]",
        };
        Completion {
            text: header.to_owned(),
            ..key(table)
        }
    }));
    items
}

fn with_equals(place: &Place<'_>, mut items: Vec<Completion>) -> Vec<Completion> {
    if !place.line_after().contains('=') {
        for item in &mut items {
            item.text.push_str(" = ");
        }
    }
    items
}

fn of_value(place: &Place<'_>, key: &str, value: &str, is_rule: bool) -> Vec<Completion> {
    let word = place.word(|letter| !letter.is_whitespace() && !"\",'=[]{}#".contains(letter));
    let items: Vec<Completion> = if Level::ALL.iter().any(|(name, _)| *name == key) {
        Vec::new()
    } else if is_rule {
        let level = |(name, _)| Place::plain(word, name, CompletionKind::Value);
        Level::ALL.map(level).to_vec()
    } else {
        match key {
            "registry" => {
                let mut paths = paths::items(place, word, FileKind::Registry);
                paths.retain(|path| !path.text.starts_with("../"));
                paths
            }
            "lang" => values::tags(place, word),
            _ => Vec::new(),
        }
    };
    quoted(place, value, word, items)
}

/// The same in quotation marks, where they do not stand between some.
fn quoted(
    place: &Place<'_>,
    value: &str,
    word: (TextRange, TextRange),
    mut items: Vec<Completion>,
) -> Vec<Completion> {
    let before = &value[..value.len() - usize::from(word.0.len())];
    if before.matches('"').count() % 2 == 1 {
        return items;
    }
    if before.trim_end().ends_with('"') {
        return Vec::new();
    }
    let space = if before.is_empty() { " " } else { "" };
    let typed = &place.text[word.0];
    for item in &mut items {
        item.text = format!("{space}\"{}\"", item.text);
        item.filter = (!typed.is_empty()).then(|| item.label.clone());
    }
    items
}
