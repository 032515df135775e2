//! What is known of the thing under the cursor.

use crate::ide::Locale;
use crate::ide::date_card::{date_card, front_date_card};
use crate::ide::inferred_card::{inferred_card, nobody};
use crate::ide::key_card::{key_card, rule_card};
use crate::ide::markdown::{Card, isolated, list};
use crate::ide::under::{Thing, registry_entry, thing};
use crate::model::{
    Analysis, Declaration, Entity, EntityKey, EntityKind, Form, Said, Spanned, Who,
};
use crate::text::{FileId, TextRange, TextSize};
use crate::workspace::Snapshot;

/// A card about the thing under the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// The thing, in bytes of the file.
    pub range: TextRange,
    /// What is known of it, in Markdown.
    pub markdown: String,
}

/// The card of what stands at `offset`, in bytes of `file`, in the language `locale`.
pub fn hover(snapshot: &Snapshot, file: FileId, offset: TextSize, locale: Locale) -> Option<Hover> {
    let named = key_card(snapshot, file, offset).or_else(|| rule_card(snapshot, file, offset));
    if named.is_some() {
        return named;
    }
    if let Some(entry) = registry_entry(snapshot, file, offset) {
        let mut declared = snapshot.registry(file).declarations.all.iter();
        let declaration = declared.find(|declaration| declaration.id.range == entry.range)?;
        let markdown = declared_card(declaration);
        return Some(Hover {
            range: declaration.range,
            markdown,
        });
    }
    let thing = thing(snapshot, file, offset)?;
    let analysis = snapshot.analysis(file);
    let range = thing.range();
    let markdown = match thing {
        Thing::Entity { key, .. } => entity_card(snapshot, file, analysis, key),
        Thing::UnknownId { id, .. } => format!("{} is declared nowhere", isolated(&id)),
        Thing::Quotation { at, .. } | Thing::Brace { at, .. } => {
            quotation_card(snapshot, file, at, locale)
        }
        Thing::Date { at, .. } => date_card(snapshot.text(file), analysis, at),
        Thing::FrontDate { range } => front_date_card(snapshot.text(file), analysis, range),
        Thing::Path { file: target, .. } => path_card(snapshot, file, target),
    };
    Some(Hover { range, markdown })
}

/// Name and type; office and affiliation; other names; where it stands in the article; links.
pub(super) fn entity_card(
    snapshot: &Snapshot,
    file: FileId,
    analysis: &Analysis,
    key: EntityKey,
) -> String {
    let entity = analysis.entities.get(key);
    let lang = analysis.article.lang();
    let name = entity.name(lang);
    let mut card = Card::new(heading(name, entity.kind, entity.anonymous == Some(true)));
    card.line(office(analysis, entity));
    let others = entity
        .all_names()
        .map(|other| other.text.as_str())
        .filter(|other| *other != name);
    card.line(list("Also: ", others));
    let mentions = analysis
        .mentions
        .iter()
        .filter(|mention| mention.entity == Some(key));
    let mentions = mentions.count();
    let quotations = analysis.said_by(key).count();
    card.line((mentions + quotations > 0).then(|| {
        let (mentions, quotations) = (number(mentions, "mention"), number(quotations, "quotation"));
        format!("{mentions} · {quotations} in this article")
    }));
    let elsewhere = entity
        .declarations
        .iter()
        .filter(|declared| declared.id.file != file);
    let files =
        elsewhere.filter_map(|declared| snapshot.path(declared.id.file).file_name()?.to_str());
    card.line(list("Declared in ", files));
    card.line(links(entity.wikidata.as_deref(), entity.url.as_deref()));
    let is_declared = analysis.entities.is_declared(key);
    card.line((!is_declared).then(|| "Recognised in this article; declared nowhere".to_owned()));
    card.text
}

/// The same as far as a registry tells by itself.
fn declared_card(declaration: &Declaration) -> String {
    let id = declaration.id.value.as_str();
    let mut names = declaration
        .names
        .iter()
        .chain(&declaration.aka)
        .map(|name| name.text.as_str());
    let name = names.next().unwrap_or(id);
    let mut card = Card::new(heading(
        name,
        declaration.kind.map(|kind| kind.value),
        declaration.anonymous == Some(true),
    ));
    let value = |value: &Option<Spanned<String>>| value.as_ref().map(|value| value.value.clone());
    let office = [value(&declaration.role), value(&declaration.of)]
        .into_iter()
        .flatten();
    card.line(list(
        "",
        office.collect::<Vec<_>>().iter().map(String::as_str),
    ));
    card.line(list("Also: ", names));
    card.line(links(
        value(&declaration.wikidata).as_deref(),
        value(&declaration.url).as_deref(),
    ));
    card.text
}

/// Who said it, to whom, and through whom it came.
pub(super) fn quotation_card(
    snapshot: &Snapshot,
    file: FileId,
    at: usize,
    locale: Locale,
) -> String {
    let analysis = snapshot.analysis(file);
    let quotation = &analysis.article.quotations[at];
    let kind = match quotation.form {
        Form::Marks { .. } => "quotation",
        Form::Span => "indirect speech",
    };
    let who = match (analysis.said[at], analysis.who(at)) {
        (Said::By(_) | Said::Inside(_), Some(who)) => who,
        (Said::Unknown, _) => {
            return format!("**{kind}** of a speaker whom the writer does not know");
        }
        (Said::NotSpeech, _) => {
            return "not speech: a title, a name, or words kept at a distance".to_owned();
        }
        (Said::Unsaid, _) => return inferred_card(snapshot, file, at, kind, locale),
        (Said::Dangling, _) => {
            return format!("**{kind}** that goes on from nothing: no speech stands before it");
        }
        _ => return nobody(kind),
    };
    let names: Vec<String> = who
        .speakers
        .iter()
        .map(|id| speaker(analysis, &id.id))
        .collect();
    let mut card = Card::new(if names.is_empty() {
        format!("**{kind}** of a speaker who is not named")
    } else {
        format!("**{}** · {kind}", names.join(", "))
    });
    for key in analysis.speakers(at) {
        card.line(office(analysis, analysis.entities.get(key)));
    }
    let to = who.addressees.iter().map(|id| named(analysis, &id.id));
    card.line(list("To: ", to));
    card.line(chain(analysis, who));
    if analysis.said[at] != Said::By(at) {
        card.line(Some(match analysis.said[at] {
            Said::Inside(_) => "Inside speech that is attributed".to_owned(),
            _ => "Goes on from the speech before".to_owned(),
        }));
    }
    card.text
}

/// The chain of attribution, outward, as the markup writes it: `speaker < agency < paper`.
fn chain(analysis: &Analysis, who: &Who) -> Option<String> {
    let via = analysis.via(who);
    if via.is_empty() {
        return None;
    }
    let speakers: Vec<String> = who.speakers.iter().map(|id| isolated(&id.id)).collect();
    let links = via.iter().map(|link| isolated(link.name()));
    let all: Vec<String> = std::iter::once(speakers.join(", ")).chain(links).collect();
    Some(format!("Chain: {}", all.join(" < ")))
}

fn path_card(snapshot: &Snapshot, file: FileId, target: FileId) -> String {
    let path = snapshot.path(target).display().to_string();
    let is_wire = snapshot.surroundings(file).wire == Some(target);
    let what = if is_wire {
        "the text that this article annotates"
    } else {
        "a registry of entities"
    };
    format!("{} · {what}", isolated(&path))
}

fn heading(name: &str, kind: Option<EntityKind>, is_anonymous: bool) -> String {
    let kind = match (kind, is_anonymous) {
        (_, true) => " · a source that is not named".to_owned(),
        (Some(kind), false) => format!(" · {}", kind.name()),
        (None, false) => String::new(),
    };
    format!("**{}**{kind}", isolated(name))
}

/// Office and affiliation.
pub(super) fn office(analysis: &Analysis, entity: &Entity) -> Option<String> {
    let of = entity.of.as_deref().map(|of| named(analysis, of));
    list("", entity.role.as_deref().into_iter().chain(of))
}

/// The name of a speaker, or the id where nothing declares it.
fn speaker(analysis: &Analysis, id: &str) -> String {
    isolated(named(analysis, id))
}

fn named<'a>(analysis: &'a Analysis, id: &'a str) -> &'a str {
    match analysis.entities.find(id) {
        Some(key) => analysis.entities.get(key).name(analysis.article.lang()),
        None => id,
    }
}

fn links(wikidata: Option<&str>, url: Option<&str>) -> Option<String> {
    let is_item =
        |item: &&str| item.starts_with('Q') && item[1..].bytes().all(|byte| byte.is_ascii_digit());
    let item = wikidata
        .filter(is_item)
        .map(|item| format!("[Wikidata {item}](https://www.wikidata.org/wiki/{item})"));
    let is_plain = |url: &&str| {
        let scheme = url.starts_with("https://") || url.starts_with("http://");
        scheme
            && !url
                .contains(|c: char| c.is_whitespace() || c.is_control() || "()<>\\\"".contains(c))
    };
    let page = url.filter(is_plain).map(|url| format!("<{url}>"));
    let links: Vec<String> = item.into_iter().chain(page).collect();
    (!links.is_empty()).then(|| links.join(" · "))
}

fn number(count: usize, name: &str) -> String {
    match count {
        1 => format!("1 {name}"),
        _ => format!("{count} {name}s"),
    }
}
