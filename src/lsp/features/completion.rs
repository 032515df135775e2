//! `textDocument/completion`, `completionItem/resolve`.

use serde_json::json;
use tower_lsp::gen_lsp_types as lsp;

use crate::ide::completion::{self, About, Completion, CompletionKind};
use crate::lsp::convert::{Places, offset};
use crate::lsp::features::edits::text_edits;
use crate::lsp::features::later;
use crate::lsp::features::shown::{markup, words};
use crate::lsp::view::View;

pub(in crate::lsp) fn completion(view: &View, position: lsp::Position) -> lsp::CompletionList {
    let offset = offset(view, position);
    let today = Some(jiff::ZonedDateTime::now().date());
    let (snapshot, file) = (&view.snapshot, view.file);
    let found = completion::completions(snapshot, file, offset, today, view.locale());
    let places = Places::new(view, view.file);
    let items = found.items.into_iter().enumerate();
    lsp::CompletionList {
        is_incomplete: found.is_incomplete,
        items: items
            .map(|(at, found)| item(view, &places, at, found))
            .collect(),
        ..lsp::CompletionList::default()
    }
}

fn item(view: &View, places: &Places<'_>, at: usize, found: Completion) -> lsp::CompletionItem {
    let can = view.client.completion;
    let is_snippet = can.snippets && !found.closing.is_empty();
    let new_text = if is_snippet {
        format!("{}$0{}", escaped(&found.text), escaped(found.closing))
    } else {
        found.text + found.closing
    };
    let data = found.about.and_then(|about| data(view, &about));
    let detail = Some(found.detail).filter(|detail| !detail.is_empty());
    let is_id = matches!(found.kind, CompletionKind::Speaker | CompletionKind::Entity);
    // Behind a brace that is closed with it nothing follows an id.
    let may_go_on = is_id && (is_snippet || found.closing.is_empty());
    lsp::CompletionItem {
        label_details: found.beside.filter(|_| can.label_details).map(|beside| {
            lsp::CompletionItemLabelDetails {
                detail: None,
                description: Some(beside),
            }
        }),
        label: found.label,
        detail: detail.map(|detail| words(view, detail)),
        kind: Some(kind(found.kind)),
        preselect: Some(found.kind == CompletionKind::Speaker),
        // Editors sort by the words unless they are told otherwise.
        sort_text: Some(format!("{at:04}")),
        filter_text: found.filter,
        insert_text_format: is_snippet.then_some(lsp::InsertTextFormat::Snippet),
        commit_characters: (can.commit_characters && may_go_on)
            .then(|| COMMITS.map(str::to_owned).to_vec()),
        additional_text_edits: (!found.further.is_empty())
            .then(|| text_edits(places, found.further)),
        text_edit: Some(if can.insert_replace {
            lsp::InsertReplaceEdit {
                new_text,
                insert: places.range(found.typed),
                replace: places.range(found.range),
            }
            .into()
        } else {
            lsp::TextEdit {
                range: places.range(found.typed),
                new_text,
            }
            .into()
        }),
        data,
        ..lsp::CompletionItem::default()
    }
}

/// What may follow an id directly: whoever types it has chosen.
const COMMITS: [&str; 4] = [">", "<", ",", "،"];

fn kind(kind: CompletionKind) -> lsp::CompletionItemKind {
    match kind {
        CompletionKind::Speaker => lsp::CompletionItemKind::Event,
        CompletionKind::Entity => lsp::CompletionItemKind::Reference,
        CompletionKind::Sign => lsp::CompletionItemKind::Operator,
        CompletionKind::Date => lsp::CompletionItemKind::Constant,
        CompletionKind::Key => lsp::CompletionItemKind::Property,
        CompletionKind::Value => lsp::CompletionItemKind::Value,
        CompletionKind::Rule => lsp::CompletionItemKind::EnumMember,
        CompletionKind::Path => lsp::CompletionItemKind::File,
    }
}

/// A text in which nothing acts as a snippet.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '$' | '}' | '\\') {
            safe.push('\\');
        }
        safe.push(letter);
    }
    safe
}

/// What the editor sends back to be told more.
fn data(view: &View, about: &About) -> Option<lsp::LspAny> {
    let uri = view.uri(view.file)?;
    let (what, name) = match about {
        About::Entity(id) => ("entity", id.as_str()),
        About::Rule(rule) => ("rule", rule.as_str()),
        About::Words(words) => ("words", *words),
    };
    Some(json!({"uri": uri, "about": what, "name": name}))
}

/// The document that an offered completion is for.
pub(in crate::lsp) fn document(item: &lsp::CompletionItem) -> Option<lsp::TextDocumentIdentifier> {
    later::document(item.data.as_ref())
}

/// The same completion with what more can be told of it.
pub(in crate::lsp) fn resolve(view: &View, mut item: lsp::CompletionItem) -> lsp::CompletionItem {
    let text = |key: &str| Some(item.data.as_ref()?.get(key)?.as_str()?.to_owned());
    let (Some(what), Some(name)) = (text("about"), text("name")) else {
        return item;
    };
    let about = match what.as_str() {
        "words" => None,
        "rule" => Some(About::Rule(name.clone())),
        _ => Some(About::Entity(name.clone())),
    };
    let markdown = match about {
        None => Some(name),
        Some(about) => completion::documentation(&view.snapshot, view.file, &about, view.locale()),
    };
    item.documentation = markdown.map(|markdown| markup(view, markdown).into());
    item
}
