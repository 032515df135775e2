//! Accepting another spelling of a name: it is written under `aka` where the person is declared. No
//! word of the article changes.

use serde::{Deserialize, Serialize};

use super::{Action, ActionKind, Asked, Choice, entity, in_file};
use crate::annotate::single;
use crate::ide::registries;
use crate::ide::scalar::{without_space, written};
use crate::ide::yaml::{Of, Yaml};
use crate::model::spelling::{Variant, variants};
use crate::model::{Analysis, EntityKey, Passage};
use crate::rules::Diagnostic;
use crate::syntax::yaml::{Entry, Node, Value};
use crate::text::{FileEdit, FileId, TextEdit, TextSize, line_end};
use crate::workspace::{FileKind, Snapshot};

/// Spellings that are accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spelling {
    /// Whose name it is: an id.
    id: String,
    spellings: Vec<String>,
}

/// For the first finding of `name-variant` that is touched: its spelling, and all others of the same
/// person as well.
pub(super) fn list(asked: &Asked<'_>, findings: &[Diagnostic], found: &mut Vec<Action>) {
    let mut findings = findings.iter();
    let Some(finding) = findings.find(|finding| finding.rule == "name-variant") else {
        return;
    };
    let analysis = asked.analysis();
    let passages = &analysis.article.passages;
    let all = passages.iter().flat_map(|passage| {
        let found = variants(&analysis.entities, &passage.wire).into_iter();
        found.map(move |variant| (passage, variant))
    });
    let all: Vec<(&Passage, Variant<'_>)> = all.collect();
    let is_it = |(passage, variant): &&(&Passage, Variant<'_>)| {
        passage.wire.to_source(variant.range) == finding.range
    };
    let Some(this) = all.iter().find(is_it) else {
        return;
    };
    let key = this.1.entity;
    let of_person = all.iter().filter(|(_, variant)| variant.entity == key);
    let mut spellings: Vec<String> = Vec::new();
    for spelling in std::iter::once(this).chain(of_person).map(spelled) {
        if !spellings.contains(&spelling) {
            spellings.push(spelling);
        }
    }
    let name = this.1.name.text.as_str();
    let phrases = asked.phrases();
    let first = vec![spellings[0].clone()];
    let mut offers = vec![((phrases.accept_spelling)(&first[0], name), first)];
    if spellings.len() > 1 {
        let title = (phrases.accept_spellings)(spellings.len(), name);
        offers.push((title, spellings));
    }
    for (title, spellings) in offers {
        let id = analysis.entities.get(key).id.clone();
        let spelling = Spelling { id, spellings };
        let is_meant = entity(analysis, &spelling.id) == Some(key);
        if is_meant && edits(asked.snapshot, asked.file, &spelling).is_some() {
            let action = Action::new(title, ActionKind::QuickFix, Choice::Spell(spelling));
            found.push(action.mending(finding));
        }
    }
}

/// The words of a variant, on one line.
fn spelled((passage, variant): &(&Passage, Variant<'_>)) -> String {
    let words = passage.wire.text()[variant.range].split_whitespace();
    words.collect::<Vec<_>>().join(" ")
}

pub(super) fn edits(
    snapshot: &Snapshot,
    file: FileId,
    spelling: &Spelling,
) -> Option<Vec<FileEdit>> {
    let analysis = snapshot.analysis(file);
    let key = entity(analysis, &spelling.id)?;
    if !analysis.entities.is_declared(key) {
        let edits = single::declare_here_as(snapshot, file, key, &spelling.spellings)?;
        return Some(in_file(file, edits));
    }
    let (declaring, id) = declaration(snapshot, analysis, key)?;
    let is_readable = match snapshot.kind(declaring) {
        FileKind::Registry => snapshot.registry(declaring).problems.is_empty(),
        _ => snapshot.front(declaring).problems.is_empty(),
    };
    let yaml = is_readable.then(|| Yaml::of(snapshot, declaring))??;
    let around = yaml.around(id);
    let (_, entry) = around.iter().find(|(of, _)| *of == Of::Entities)?;
    let start = yaml.range.start();
    let text = &snapshot.text(declaring)[yaml.range];
    let edit = with_spellings(text, entry, &spelling.spellings)?;
    let edit = TextEdit {
        range: edit.range + start,
        ..edit
    };
    Some(in_file(declaring, vec![edit]))
}

/// The declaration that says which other names somebody has, or could say it: its file, and where its id
/// begins.
fn declaration(
    snapshot: &Snapshot,
    analysis: &Analysis,
    key: EntityKey,
) -> Option<(FileId, TextSize)> {
    let declared = &analysis.entities.get(key).declarations;
    let says_others = |id| {
        let declaration = registries::declaration(snapshot, id);
        declaration.is_some_and(|declaration| !declaration.aka.is_empty())
    };
    let it = declared.iter().find(|it| says_others(it.id));
    let it = it.or(declared.first())?;
    Some((it.id.file, it.id.range.start()))
}

/// The edit that adds `spellings` to the entry of a person, in bytes of the YAML.
fn with_spellings(text: &str, entry: &Entry, spellings: &[String]) -> Option<TextEdit> {
    let list: Vec<String> = spellings.iter().map(|spelling| written(spelling)).collect();
    let list = list.join(", ");
    if let Some(aka) = entry.value.entry("aka") {
        return into(text, &aka.value, spellings, &list);
    }
    let entries = entry.value.entries();
    let after = entry.value.entry("name").or(entries.last())?;
    let is_flow = text[entry.value.range].starts_with('{');
    if is_flow {
        return Some(TextEdit::insertion(
            after.value.range.end(),
            format!(", aka: [{list}]"),
        ));
    }
    let indentation = indentation(text, entries.first()?.key.range.start())?;
    let end = without_space(text, after.value.range).end();
    Some(line_after(
        text,
        end,
        &format!("{indentation}aka: [{list}]"),
    ))
}

/// The edit that adds `spellings`, which are `new` between commas, to what stands under `aka`.
fn into(text: &str, aka: &Node, spellings: &[String], new: &str) -> Option<TextEdit> {
    match &aka.value {
        Value::Sequence(items) if text[aka.range].starts_with('[') => Some(match items.last() {
            Some(last) => TextEdit::insertion(last.range.end(), format!(", {new}")),
            None => TextEdit::insertion(aka.range.start() + TextSize::new(1), new.to_owned()),
        }),
        Value::Sequence(items) => {
            let last = without_space(text, items.last()?.range);
            let dash = text[..usize::from(last.start())].rfind('-')?;
            let indentation = indentation(text, TextSize::new(dash as u32))?;
            let lines = spellings.iter().map(|spelling| {
                let written = written(spelling);
                format!("{indentation}- {written}")
            });
            let lines: Vec<String> = lines.collect();
            Some(line_after(text, last.end(), &lines.join(line_end(text))))
        }
        Value::Mapping(entries) => into(text, &entries.first()?.value, spellings, new),
        Value::Scalar(scalar) if scalar.is_null() => {
            let before = if aka.range.is_empty() { " " } else { "" };
            Some(TextEdit {
                range: aka.range,
                text: format!("{before}[{new}]"),
            })
        }
        Value::Scalar(_) if text[aka.range].starts_with(['|', '>']) => None,
        Value::Scalar(scalar) => {
            let before = written(&scalar.text);
            Some(TextEdit {
                range: aka.range,
                text: format!("[{before}, {new}]"),
            })
        }
    }
}

/// The white space between the start of the line and `at`, if there is nothing else.
fn indentation(text: &str, at: TextSize) -> Option<&str> {
    let before = &text[..usize::from(at)];
    let line = &before[before.rfind(['\n', '\r']).map_or(0, |at| at + 1)..];
    line.chars().all(|letter| letter == ' ').then_some(line)
}

/// A line of its own behind the line that holds `at`.
fn line_after(text: &str, at: TextSize, line: &str) -> TextEdit {
    let rest = &text[usize::from(at)..];
    let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
    let end = at + TextSize::new(end as u32);
    TextEdit::insertion(end, format!("{}{line}", line_end(text)))
}
