//! Who or what an entity is, and where it is named.

use super::elsewhere::Elsewhere;
use super::{Called, Cards, Hover};
use crate::ide::markdown::{Card, around, isolated};
use crate::ide::registries::declaration_at;
use crate::ide::usages::declared;
use crate::model::{
    Entity, EntityKey, EntityKind, Mention, Spanned, is_wikidata_item, wikidata_page,
};
use crate::text::{FileRange, TextRange, TextSize};
use crate::workspace::FileKind;

/// So many other names are shown.
const MOST_NAMES: usize = 12;

impl Cards<'_> {
    /// Name and type; office and affiliation; other names; where it stands in the article; links.
    pub(in crate::ide) fn entity(&self, key: EntityKey) -> String {
        self.about(key, None, None).text
    }

    /// The same with what other articles say of it, for who points at `here`.
    pub(super) fn entity_in_all(&self, key: EntityKey, here: TextRange) -> String {
        let analysis = self.analysis();
        // What is recognised in one article is nobody to the others.
        let elsewhere = analysis.entities.is_declared(key).then(|| {
            let declared = declared(analysis, key);
            Elsewhere::of(self.snapshot, self.file, &declared)
        });
        self.about(key, Some(here), elsewhere).text
    }

    fn about(&self, key: EntityKey, here: Option<TextRange>, elsewhere: Option<Elsewhere>) -> Card {
        let (analysis, phrases) = (self.analysis(), &self.phrases.entity);
        let entity = analysis.entities.get(key);
        let called = self.name(key);
        let is_anonymous = entity.anonymous == Some(true);
        let mut card = self.card(self.heading(called, entity.kind, is_anonymous));
        card.line(self.office(entity));
        let names = entity.all_names().map(|name| name.text.as_str());
        card.line(self.other_names(called, names));
        let first = analysis
            .mentions
            .iter()
            .find(|mention| mention.entity == Some(key));
        let is_here =
            |mention: &&Mention| here.is_some_and(|here| mention.range().contains_range(here));
        card.line(
            first
                .filter(|mention| !is_here(mention))
                .map(|mention| (phrases.first_named)(&self.in_context(mention))),
        );
        card.line(self.counts(key).map(|counts| (phrases.here)(&counts)));
        card.line(elsewhere.and_then(|elsewhere| self.other_articles(elsewhere)));
        let elsewhere = entity
            .declarations
            .iter()
            .filter(|declared| declared.id.file != self.file);
        let files = elsewhere.map(|declared| {
            let name = isolated(&self.snapshot.file_name(declared.id.file));
            self.link(name, declared.id)
        });
        card.line(self.list(files).map(|files| (phrases.declared_in)(&files)));
        card.line(links(entity.wikidata.as_deref(), entity.url.as_deref()));
        let is_declared = analysis.entities.is_declared(key);
        card.line((!is_declared).then(|| phrases.recognised.to_owned()));
        card
    }

    /// The card of the entry at `offset`, if the file is a registry: what it tells by itself, and how
    /// many articles speak of it.
    pub(super) fn registry_entry(&self, offset: TextSize) -> Option<Hover> {
        let declaration = declaration_at(self.snapshot, self.file, offset)?;
        let entry = FileRange {
            file: self.file,
            range: declaration.id.range,
        };
        let id = declaration.id.value.as_str();
        let names = declaration.names.iter().chain(&declaration.aka);
        let mut names = names.map(|name| name.text.as_str()).peekable();
        let name = names.peek().copied().unwrap_or(id);
        let called = self.called(name, &declaration.names);
        let kind = declaration.kind.map(|kind| kind.value);
        let is_anonymous = declaration.anonymous == Some(true);
        let mut card = self.card(self.heading(called, kind, is_anonymous));
        let value =
            |value: &Option<Spanned<String>>| value.as_ref().map(|value| value.value.clone());
        let office = [value(&declaration.role), value(&declaration.of)];
        let office = office.iter().flatten().map(|value| isolated(value));
        card.line(self.list(office));
        card.line(self.other_names(called, names));
        let elsewhere = Elsewhere::of(self.snapshot, self.file, &[entry]);
        card.line(self.other_articles(elsewhere));
        card.line(links(
            value(&declaration.wikidata).as_deref(),
            value(&declaration.url).as_deref(),
        ));
        Some(Hover {
            range: declaration.range,
            markdown: card.text,
        })
    }

    fn heading(&self, called: Called<'_>, kind: Option<EntityKind>, is_anonymous: bool) -> String {
        let phrases = &self.phrases.entity;
        let kind = match (kind, is_anonymous) {
            (_, true) => Some(phrases.unnamed_source),
            (Some(kind), false) => Some((phrases.kind)(kind)),
            (None, false) => None,
        };
        let kind = kind.map(|kind| format!(" · {kind}")).unwrap_or_default();
        called.bold() + &kind
    }

    /// Office and affiliation.
    pub(super) fn office(&self, entity: &Entity) -> Option<String> {
        let role = entity.role.as_deref().map(isolated);
        let of = entity.of.as_deref().map(|of| self.meant(of).shown());
        self.list(role.into_iter().chain(of))
    }

    fn other_names<'n>(
        &self,
        called: Called<'_>,
        names: impl Iterator<Item = &'n str>,
    ) -> Option<String> {
        let is_shown = |name: &str| name == called.name || called.beside == Some(name);
        let mut names = names.filter(|name| !is_shown(name));
        let mut shown: Vec<String> = names.by_ref().take(MOST_NAMES).map(isolated).collect();
        if names.next().is_some() {
            shown.push("…".to_owned());
        }
        let names = self.list(shown)?;
        Some((self.phrases.entity.also)(&names))
    }

    /// The words around a mention, which lead to it.
    fn in_context(&self, mention: &Mention) -> String {
        let wire = &self.analysis().article.passages[mention.passage].wire;
        let (start, end) = (mention.words.start(), mention.words.end());
        let words = TextRange::new(
            wire.to_wire(start),
            wire.to_wire(end).max(wire.to_wire(start)),
        );
        let words = isolated(&around(wire.text(), words));
        let file = self.file;
        self.link(
            words,
            FileRange {
                file,
                range: mention.words,
            },
        )
    }

    /// How often it is named and speaks in the article.
    fn counts(&self, key: EntityKey) -> Option<String> {
        let analysis = self.analysis();
        let mentions = analysis.mentions.iter();
        let mentions = mentions.filter(|mention| mention.entity == Some(key));
        let (mentions, quotations) = (mentions.count(), analysis.said_by(key).count());
        let phrases = &self.phrases.lens;
        let counts = [
            (mentions, phrases.mentions),
            (quotations, phrases.quotations),
        ];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counts: Vec<String> = counts.map(|(count, phrase)| phrase(count)).collect();
        (!counts.is_empty()).then(|| counts.join(" · "))
    }

    fn other_articles(&self, elsewhere: Elsewhere) -> Option<String> {
        let phrases = &self.phrases.entity;
        if elsewhere.named == 0 {
            return None;
        }
        let is_registry = self.snapshot.kind(self.file) == FileKind::Registry;
        let named = if is_registry {
            phrases.named_in
        } else {
            phrases.named_elsewhere
        };
        let speaks = (elsewhere.speaks > 0).then(|| (phrases.speaks_in)(elsewhere.speaks));
        let counts = std::iter::once(named(elsewhere.named)).chain(speaks);
        let counts = counts.collect::<Vec<_>>().join(" · ");
        Some(if elsewhere.is_all {
            counts
        } else {
            (phrases.so_far)(&counts)
        })
    }
}

fn links(wikidata: Option<&str>, url: Option<&str>) -> Option<String> {
    let item = wikidata
        .filter(|item| is_wikidata_item(item))
        .map(|item| format!("[Wikidata {item}]({})", wikidata_page(item)));
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
