//! Declarations of entities, written into the front matter of an article.

use std::fmt::Write;

use crate::annotate::draft::Insertion;
use crate::model::front_matter;
use crate::model::{Entity, EntityKind, FrontMatter};
use crate::syntax::{Flavor, Problem, SyntaxKind, Tree, parse_front_matter};
use crate::text::{TextRange, TextSize, edited, line_end};

/// An entity that the article does not declare yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NewEntity {
    pub(super) id: String,
    pub(super) kind: Option<EntityKind>,
    pub(super) name: String,
    pub(super) aka: Vec<String>,
    pub(super) role: Option<String>,
    pub(super) anonymous: bool,
}

/// Where declarations can be written, and how they look there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// Before all else: there is no front matter.
    Front(TextSize),
    /// At the end of front matter that declares nothing.
    Key(TextSize),
    /// Behind those that are there, each entry behind this indentation.
    Block(TextSize, String),
    /// Behind those that stand between braces.
    Flow(TextSize),
    /// Between braces that hold nothing.
    Braces(TextSize),
}

/// Where declarations can be written into `text`, whose tree is `tree` and whose front matter is
/// `front`; nowhere in front matter that cannot be read as it is.
pub(super) fn place(text: &str, tree: &Tree, front: &FrontMatter) -> Option<Place> {
    if !front.problems.is_empty()
        || tree
            .errors()
            .any(|error| error.problem == Problem::UnclosedFrontMatter)
    {
        return None;
    }
    if !front.exists {
        let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
        return Some(Place::Front(TextSize::new(start)));
    }
    let fences = tree.tokens().filter(|(kind, _)| *kind == SyntaxKind::Fence);
    let fences: Vec<TextRange> = fences.map(|(_, range)| range).take(2).collect();
    let &[open, close] = &fences[..] else {
        return None;
    };
    let declared = &front.entities.all;
    let (Some(first), Some(last)) = (
        declared.iter().min_by_key(|entity| entity.range.start()),
        declared.iter().max_by_key(|entity| entity.range.end()),
    ) else {
        let place = empty_key(text, TextRange::new(open.end(), close.start()));
        return place.filter(|place| takes(text, place));
    };
    let before = &text[..usize::from(first.id.range.start())];
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    let is_flow = before.trim_end().ends_with(['{', ',']);
    if is_flow {
        return Some(Place::Flow(last.range.end()));
    }
    let is_indentation = !line.is_empty() && line.chars().all(|character| character == ' ');
    let end = usize::from(last.range.end());
    let next = end + text[end..].find('\n')? + 1;
    is_indentation.then(|| Place::Block(TextSize::new(next as u32), line.to_owned()))
}

/// The place for entities in front matter that has none, `yaml`; its key may be there already.
fn empty_key(text: &str, yaml: TextRange) -> Option<Place> {
    let mut at = yaml.start();
    for line in text[yaml].split_inclusive('\n') {
        let start = at;
        at += TextSize::of(line);
        if let Some(rest) = line.strip_prefix("entities:") {
            let is_nothing = |rest: &str| rest.trim().is_empty();
            let inside = rest
                .trim()
                .strip_prefix('{')
                .and_then(|rest| rest.strip_suffix('}'));
            return match inside.filter(|inside| is_nothing(inside)) {
                Some(_) => {
                    let brace = line.find('{').map_or(0, |brace| brace + 1);
                    Some(Place::Braces(start + TextSize::new(brace as u32)))
                }
                None => is_nothing(rest).then(|| Place::Block(at, "  ".to_owned())),
            };
        }
    }
    Some(Place::Key(yaml.end()))
}

/// Whether what is declared at `place` is read as a declaration: front matter in braces, say, takes no
/// more lines.
fn takes(text: &str, place: &Place) -> bool {
    let entity = NewEntity {
        id: "a".to_owned(),
        kind: None,
        name: "A".to_owned(),
        aka: Vec::new(),
        role: None,
        anonymous: false,
    };
    let declared = declare(place, &[&entity], None, line_end(text));
    let written = edited(text, &[declared.into()]);
    let tree = parse_front_matter(&written, Flavor::Article);
    let front = front_matter::read(&written, &tree);
    front.problems.is_empty() && front.entities.all.len() == 1
}

/// What declares `entities` at `place`. `lang` is the language of the article, which new front matter
/// says too; lines end with `line_end`.
pub(super) fn declare(
    place: &Place,
    entities: &[&NewEntity],
    lang: Option<&str>,
    line_end: &str,
) -> Insertion {
    let key = || format!("entities:\n{}", block(entities, "  "));
    let (at, text) = match place {
        Place::Front(at) => {
            let lang = lang.map(|lang| format!("lang: {}\n", scalar(lang)));
            let lang = lang.unwrap_or_default();
            (*at, format!("---\n{lang}{}---\n\n", key()))
        }
        Place::Key(at) => (*at, key()),
        Place::Block(at, indentation) => (*at, block(entities, indentation)),
        Place::Flow(at) => (*at, format!(", {}", flow(entities))),
        Place::Braces(at) => (*at, flow(entities)),
    };
    Insertion {
        at,
        text: text.replace('\n', line_end),
    }
}

/// Each entity over several lines: in editors that lay out every line from left to right, values of a
/// right-to-left script stay beside their keys.
pub(super) fn block(entities: &[&NewEntity], indentation: &str) -> String {
    let mut block = String::new();
    for entity in entities {
        // Writing to a string cannot fail.
        let _ = writeln!(block, "{indentation}{}:", scalar(&entity.id));
        for (key, value) in entity.values() {
            let _ = writeln!(block, "{indentation}  {key}: {value}");
        }
    }
    block
}

fn flow(entities: &[&NewEntity]) -> String {
    let entry = |entity: &&NewEntity| {
        let values = entity.values().into_iter();
        let values: Vec<_> = values
            .map(|(key, value)| format!("{key}: {value}"))
            .collect();
        format!("{}: {{{}}}", scalar(&entity.id), values.join(", "))
    };
    entities.iter().map(entry).collect::<Vec<_>>().join(", ")
}

impl NewEntity {
    /// What was recognised of an entity.
    pub(super) fn of(entity: &Entity) -> NewEntity {
        NewEntity {
            id: entity.id.clone(),
            kind: entity.kind,
            name: entity.name(None).to_owned(),
            aka: entity.aka.iter().map(|name| name.text.clone()).collect(),
            role: entity.role.clone(),
            anonymous: false,
        }
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        let mut values = Vec::new();
        if let Some(kind) = self.kind {
            values.push(("type", kind.name().to_owned()));
        }
        values.push(("name", scalar(&self.name)));
        if !self.aka.is_empty() {
            let names: Vec<String> = self.aka.iter().map(|name| scalar(name)).collect();
            values.push(("aka", format!("[{}]", names.join(", "))));
        }
        if let Some(role) = &self.role {
            values.push(("role", scalar(role)));
        }
        if self.anonymous {
            values.push(("anonymous", "true".to_owned()));
        }
        values
    }
}

/// A value as YAML takes it for that very text: as it is where nothing in it has a meaning there.
pub(super) fn scalar(text: &str) -> String {
    let is_word = |character: char| character.is_alphanumeric() || "’-_. ".contains(character);
    let begins = text.starts_with(char::is_alphabetic);
    let is_plain = begins
        && text.chars().all(is_word)
        && !text.ends_with(' ')
        && !TAKEN.contains(&text.to_ascii_lowercase().as_str());
    if is_plain {
        return text.to_owned();
    }
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            // What no one sees is written out, and so is what YAML would take for the end of a line.
            _ if character.is_control() || "\u{2028}\u{2029}\u{feff}".contains(character) => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(character));
            }
            _ => quoted.push(character),
        }
    }
    quoted + "\""
}

/// Words that one or the other version of YAML takes for something else.
const TAKEN: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::parse;

    #[track_caller]
    fn check(yaml: &str, is_taken: bool) {
        let text = format!("\u{feff}---\n{yaml}---\n\nقالت ليلى: “لن نغلقه”. 😀\n");
        let tree = parse(&text, Flavor::Article);
        let front = front_matter::read(&text, &tree);
        assert_eq!(place(&text, &tree, &front).is_some(), is_taken, "{yaml}");
    }

    #[test]
    fn only_front_matter_that_takes_declarations_is_offered_some() {
        check("lang: ar\n", true);
        check("entities:\nlang: ar\n", true);
        check("entities:\r\n", true);
        check("entities: { }\n", true);
        check("entities: {} # nobody\n", false);
        check("{lang: ar}\n", false);
        check("\"entities\":\n", false);
    }
}
