//! The outline of an article: its headlines and sections, whom it declares, and who says what.

use crate::ide::markdown::beginning;
use crate::model::{Analysis, EntityKind, Passage, Quotation};
use crate::text::{FileId, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// What it says, on one line.
    pub name: String,
    /// What goes beside the name: an entity's office, a quotation's kind.
    pub detail: Option<String>,
    /// What it is.
    pub kind: SymbolKind,
    /// All of it, in bytes of the file.
    pub range: TextRange,
    /// Where the cursor goes; inside `range`.
    pub focus: TextRange,
    /// What belongs to it.
    pub children: Vec<Symbol>,
}

/// What an entry of the outline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum SymbolKind {
    Heading,
    Person,
    Organization,
    Place,
    Entity,
    Quotation,
}

/// How many characters of a quotation the outline shows.
const SHOWN: usize = 60;

/// The outline of `file`.
pub fn symbols(snapshot: &Snapshot, file: FileId) -> Vec<Symbol> {
    let mut symbols = match snapshot.kind(file) {
        FileKind::Config | FileKind::Baseline => Vec::new(),
        FileKind::Registry => declared(snapshot, file),
        FileKind::Article | FileKind::Wire => {
            let mut symbols = declared(snapshot, file);
            symbols.extend(text(snapshot, file));
            symbols
        }
    };
    symbols.sort_by_key(|symbol| (symbol.range.start(), symbol.range.end()));
    symbols
}

/// The entities that the file declares itself.
fn declared(snapshot: &Snapshot, file: FileId) -> Vec<Symbol> {
    let declarations = match snapshot.kind(file) {
        FileKind::Registry => &snapshot.registry(file).declarations,
        _ => &snapshot.article(file).front.entities,
    };
    let symbol = declarations.all.iter().map(|declaration| {
        let name = declaration.names.first().or(declaration.aka.first());
        Symbol {
            name: name
                .map_or(&declaration.id.value, |name| &name.text)
                .clone(),
            detail: declaration.role.as_ref().map(|role| role.value.clone()),
            kind: entity_kind(declaration.kind.map(|kind| kind.value)),
            range: declaration.range,
            focus: declaration.id.range,
            children: Vec::new(),
        }
    });
    symbol.collect()
}

/// Headings, each with what is said below it; before the first, what is said stands alone.
fn text(snapshot: &Snapshot, file: FileId) -> Vec<Symbol> {
    let text = snapshot.text(file);
    let analysis = snapshot.analysis(file);
    let mut symbols: Vec<Symbol> = Vec::new();
    let mut said = quotations(analysis, text).into_iter().peekable();
    let end = snapshot.tree(file).len();
    let headings: Vec<&Passage> = analysis
        .article
        .passages
        .iter()
        .filter(|passage| passage.is_heading)
        .collect();
    let first = headings
        .first()
        .map_or(end, |passage| passage.range.start());
    while let Some(quotation) = said.next_if(|quotation| quotation.range.start() < first) {
        symbols.push(quotation);
    }
    for (at, passage) in headings.iter().enumerate() {
        let next = headings
            .get(at + 1)
            .map_or(end, |passage| passage.range.start());
        let mut children = Vec::new();
        while let Some(quotation) = said.next_if(|quotation| quotation.range.start() < next) {
            children.push(quotation);
        }
        let name = beginning(passage.wire.text(), usize::MAX);
        let whole = TextRange::up_to(TextSize::of(passage.wire.text().trim_end()));
        symbols.push(Symbol {
            name: if name.is_empty() {
                "#".to_owned()
            } else {
                name
            },
            detail: None,
            kind: SymbolKind::Heading,
            range: TextRange::new(passage.range.start(), next),
            focus: passage.wire.to_source(whole),
            children,
        });
    }
    symbols
}

/// What is said, in the order of the text; what stands inside other speech is part of that.
fn quotations(analysis: &Analysis, text: &str) -> Vec<Symbol> {
    let quotations = analysis.article.quotations.iter().enumerate();
    let outermost = quotations
        .filter(|(at, quotation)| quotation.parent.is_none() && !analysis.is_no_speech(*at));
    outermost
        .map(|(at, quotation)| symbol(analysis, text, at, quotation))
        .collect()
}

fn symbol(analysis: &Analysis, text: &str, at: usize, quotation: &Quotation) -> Symbol {
    let words = beginning(&text[quotation.words()], SHOWN);
    let name = |key| analysis.entities.get(key).name(analysis.article.lang());
    let speakers: Vec<&str> = analysis.speakers(at).into_iter().map(name).collect();
    let who = quotation.who.as_ref();
    Symbol {
        name: if words.is_empty() {
            "…".to_owned()
        } else {
            words
        },
        detail: (!speakers.is_empty()).then(|| speakers.join(", ")),
        kind: SymbolKind::Quotation,
        range: who.map_or(quotation.range, |who| quotation.range.cover(who.range)),
        focus: quotation.range,
        children: Vec::new(),
    }
}

/// What an entity of that kind is shown as.
pub fn entity_kind(kind: Option<EntityKind>) -> SymbolKind {
    match kind {
        Some(EntityKind::Person) => SymbolKind::Person,
        Some(EntityKind::Organization) => SymbolKind::Organization,
        Some(EntityKind::Place) => SymbolKind::Place,
        _ => SymbolKind::Entity,
    }
}
