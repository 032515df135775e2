//! Names of rules: in comments that allow them, and in the configuration.

use super::{About, Completion, CompletionKind, Completions, Place};
use crate::rules::manual;
use crate::text::TextRange;

/// In a comment `<!-- isnad: allow …`: the rules that it does not allow yet, or its first word.
pub(super) fn suppressed(place: &Place<'_>) -> Option<Completions> {
    let line = place.line_before();
    let inside = &line[line.rfind("<!--")? + "<!--".len()..];
    if inside.contains("-->") {
        return None;
    }
    let directive = inside.trim_start().strip_prefix("isnad:")?.trim_start();
    let Some((verb, names)) = directive.split_once(char::is_whitespace) else {
        let word = place.word(is_of_name);
        let verbs = ["allow", "allow-file"].into_iter();
        let verbs = verbs.map(|verb| Place::plain(word, verb, CompletionKind::Key));
        return Some(verbs.collect::<Vec<_>>().into());
    };
    // A reason follows a dash, and a name follows only a comma.
    let typed = names.rsplit([',', '،']).next().unwrap_or_default();
    let is_name = !typed.trim_start().contains(char::is_whitespace);
    let has_reason = names.contains(['—', '–']) || names.contains(" - ");
    if !matches!(verb, "allow" | "allow-file") || !is_name || has_reason {
        return Some(Completions::default());
    }
    let there: Vec<&str> = names.split([',', '،']).map(str::trim).collect();
    let (word, all) = (place.word(is_of_name), items(place.word(is_of_name)));
    let typed = &place.text[word.0];
    let is_free = |item: &Completion| item.label == typed || !there.contains(&item.label.as_str());
    Some(all.into_iter().filter(is_free).collect::<Vec<_>>().into())
}

/// All rules.
pub(super) fn items(word: (TextRange, TextRange)) -> Vec<Completion> {
    let rule = |rule: &crate::rules::Rule| Completion {
        detail: rule.summary.to_owned(),
        about: Some(About::Rule(rule.name.to_owned())),
        ..Place::plain(word, rule.name, CompletionKind::Rule)
    };
    manual().map(rule).collect()
}

pub(super) fn is_of_name(letter: char) -> bool {
    letter == '-' || letter.is_ascii_alphanumeric()
}
