//! What leads out of a file: the paths in it, and the pages about the entities it declares.

use std::path::Path;

use crate::ide::Locale;
use crate::ide::phrases::{LinkPhrases, isolated};
use crate::ide::scalar::without_space;
use crate::ide::yaml::{Of, Yaml};
use crate::model::{Declarations, is_wikidata_item, wikidata_page};
use crate::syntax::yaml::{Node, Value};
use crate::text::{FileId, TextRange};
use crate::workspace::{Content, FileKind, Glob, Snapshot, normalise};

/// Something that leads elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentLink {
    /// Where it stands, in bytes of the file.
    pub range: TextRange,
    /// Where it leads.
    pub target: LinkTarget,
    /// What is there, for people.
    pub tooltip: String,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// A page in the web.
    Page(String),
    /// A file, which is there.
    File(FileId),
    /// A file of which it is not known yet whether it is there.
    Unseen,
}

/// What leads elsewhere in `file`, in the order of the text: registries and the wire text, items of
/// Wikidata, other pages. What leads to no file is no link. `locale` is the language of the tooltips.
pub fn document_links(snapshot: &Snapshot, file: FileId, locale: Locale) -> Vec<DocumentLink> {
    let phrases = &locale.phrases().link;
    let mut links = match snapshot.kind(file) {
        FileKind::Article => {
            let declared = &snapshot.front(file).entities;
            let mut links = pages(snapshot, file, declared, phrases);
            links.extend(paths(snapshot, file, phrases));
            links
        }
        FileKind::Registry => {
            let declared = &snapshot.registry(file).declarations;
            pages(snapshot, file, declared, phrases)
        }
        FileKind::Config => configured(snapshot, file, phrases),
        FileKind::Wire | FileKind::Baseline => Vec::new(),
    };
    links.sort_by_key(|link| (link.range.start(), link.range.end()));
    links.dedup_by_key(|link| link.range);
    links
}

/// The files that the front matter names.
fn paths<'a>(
    snapshot: &'a Snapshot,
    file: FileId,
    phrases: &'a LinkPhrases,
) -> impl Iterator<Item = DocumentLink> + 'a {
    let wire = snapshot.front(file).wire.as_ref().map(|wire| wire.range);
    let named = snapshot.surroundings(file).named.iter();
    named.map(move |&(range, target)| DocumentLink {
        range,
        target: LinkTarget::File(target),
        tooltip: if wire == Some(range) {
            phrases.wire.to_owned()
        } else {
            phrases.registry.to_owned()
        },
    })
}

/// The registries that a configuration names one by one.
fn configured(snapshot: &Snapshot, file: FileId, phrases: &LinkPhrases) -> Vec<DocumentLink> {
    let path = snapshot.path(file);
    let Some(folder) = path.parent().filter(|_| path.is_absolute()) else {
        return Vec::new();
    };
    let named = snapshot.config(file).registry.iter();
    let links = named
        .filter(|pattern| Glob::is_plain(&pattern.text))
        .filter_map(|pattern| {
            let target = seen(snapshot, &normalise(&folder.join(&pattern.text)))?;
            // Without the quotation marks, unless there are escapes between them.
            let written = &snapshot.text(file)[pattern.range];
            let range = written.find(&pattern.text).map_or(pattern.range, |at| {
                let words = TextRange::at((at as u32).into(), (pattern.text.len() as u32).into());
                words + pattern.range.start()
            });
            Some(DocumentLink {
                range,
                target,
                tooltip: phrases.registry.to_owned(),
            })
        });
    links.collect()
}

/// The file at `path`; `None` if it is known that no text is there.
fn seen(snapshot: &Snapshot, path: &Path) -> Option<LinkTarget> {
    let Some(file) = snapshot.file(path) else {
        return Some(LinkTarget::Unseen);
    };
    matches!(snapshot.content(file), Content::Text(_)).then_some(LinkTarget::File(file))
}

/// The pages that YAML names, whatever the key; of entities their items of Wikidata too.
fn pages(
    snapshot: &Snapshot,
    file: FileId,
    declared: &Declarations,
    phrases: &LinkPhrases,
) -> Vec<DocumentLink> {
    let mut links = Vec::new();
    let Some(yaml) = Yaml::of(snapshot, file) else {
        return links;
    };
    let (text, start) = (snapshot.text(file), yaml.range.start());
    let mut put = |node: &Node, page: String, tooltip: String| {
        if let Some(scalar) = node.as_scalar() {
            links.push(DocumentLink {
                range: without_space(text, scalar.content + start),
                target: LinkTarget::Page(page),
                tooltip,
            });
        }
    };
    // What is still to be looked at, and the name of the entity that it says something of.
    let mut left: Vec<(Of, &Node, Option<&str>)> = vec![(yaml.of_root(), &yaml.root, None)];
    while let Some((of, node, about)) = left.pop() {
        match &node.value {
            Value::Scalar(scalar) => {
                let page = scalar.text.trim();
                if is_page(page) {
                    let about = about.map(|name| (phrases.about)(&isolated(name)));
                    let tooltip = about.unwrap_or_else(|| phrases.page.to_owned());
                    put(node, page.to_owned(), tooltip);
                }
            }
            Value::Sequence(items) => {
                left.extend(items.iter().map(|item| (Of::Other, item, about)));
            }
            Value::Mapping(entries) => {
                for entry in entries {
                    let item = entry.value.as_str().filter(|item| is_wikidata_item(item));
                    let is_item = of == Of::Entity && entry.key.as_str() == Some("wikidata");
                    if let Some(item) = item.filter(|_| is_item) {
                        let shown = about.map_or_else(|| item.to_owned(), isolated);
                        put(
                            &entry.value,
                            wikidata_page(item),
                            (phrases.wikidata)(&shown),
                        );
                    }
                    let is_entity = of == Of::Entities;
                    let name = is_entity.then(|| yaml.name(declared, entry)).flatten();
                    let about = name.or(about);
                    left.push((of.below(entry), &entry.value, about));
                }
            }
        }
    }
    links
}

/// Whether a value is the address of a page, and of nothing else.
fn is_page(value: &str) -> bool {
    let lower = value.get(..8).unwrap_or(value).to_ascii_lowercase();
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|scheme| lower.starts_with(scheme).then(|| &value[scheme.len()..]));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        !host.is_empty() && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}
