//! What is known of the thing under the cursor: a card, one file for each kind.
//!
//! A card speaks the language of its reader. Names and words of the text stand in it as the article has
//! them, each isolated, so that they are read their own way; a name that the reader's language has too
//! stands beside. Each line of an Arabic card is made to run from right to left wherever it is shown.

mod date;
mod elsewhere;
mod entity;
mod inferred;
mod key;
mod quotation;

use crate::ide::Locale;
use crate::ide::markdown::{Card, in_brackets, isolated};
use crate::ide::phrases::Phrases;
use crate::ide::under::{Thing, thing};
use crate::model::{Analysis, EntityKey, Name};
use crate::text::{FileId, FileRange, TextRange, TextSize};
use crate::workspace::Snapshot;

/// A card about the thing under the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// The thing, in bytes of the file.
    pub range: TextRange,
    /// What is known of it, in Markdown.
    pub markdown: String,
}

/// For whom a card is written.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "it holds a function")]
pub struct Reader<'a> {
    /// The language in which the card speaks.
    pub locale: Locale,
    /// The address that opens a place, for readers who can follow such from a card. It stands in
    /// Markdown as it is, so it holds no spaces and no parentheses.
    pub address: Option<&'a dyn Fn(FileRange) -> Option<String>>,
}

impl From<Locale> for Reader<'_> {
    fn from(locale: Locale) -> Self {
        Reader {
            locale,
            address: None,
        }
    }
}

/// The card of what stands at `offset`, in bytes of `file`. It is there at once: of other articles it
/// tells what is known without reading any.
pub fn hover(
    snapshot: &Snapshot,
    file: FileId,
    offset: TextSize,
    reader: Reader<'_>,
) -> Option<Hover> {
    let cards = Cards::new(snapshot, file, reader);
    let named = cards.key(offset).or_else(|| cards.rule(offset));
    if let Some(hover) = named.or_else(|| cards.registry_entry(offset)) {
        return Some(hover);
    }
    let thing = thing(snapshot, file, offset)?;
    let range = thing.range();
    let markdown = match thing {
        Thing::Entity { key, .. } => cards.entity_in_all(key, range),
        Thing::UnknownId { id, .. } => {
            let id = isolated(&id);
            cards.card((cards.phrases.entity.undeclared)(&id)).text
        }
        Thing::Quotation { at, .. } | Thing::Brace { at, .. } => cards.quotation_in_all(at),
        Thing::Date { at, .. } => cards.date(at),
        Thing::FrontDate { range } => cards.front_date(range),
        Thing::Path { file: target, .. } => cards.path(target),
    };
    Some(Hover { range, markdown })
}

/// The cards about one file, for one reader.
#[derive(Clone, Copy)]
pub(super) struct Cards<'a> {
    snapshot: &'a Snapshot,
    file: FileId,
    reader: Reader<'a>,
    phrases: &'static Phrases,
}

impl<'a> Cards<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, file: FileId, reader: Reader<'a>) -> Cards<'a> {
        Cards {
            snapshot,
            file,
            reader,
            phrases: reader.locale.phrases(),
        }
    }

    fn analysis(&self) -> &'a Analysis {
        self.snapshot.analysis(self.file)
    }

    fn card(&self, first: String) -> Card {
        Card::new(self.reader.locale, first)
    }

    /// Safe `words` that lead to a place, where the reader can follow them.
    fn link(&self, words: String, place: FileRange) -> String {
        let address = self.reader.address.and_then(|address| address(place));
        match address {
            Some(address) => format!("[{}]({address})", in_brackets(&words)),
            None => words,
        }
    }

    /// Safe words one after the other; `None` if there are none.
    fn list(&self, words: impl IntoIterator<Item = String>) -> Option<String> {
        let words: Vec<String> = words.into_iter().collect();
        (!words.is_empty()).then(|| words.join(self.phrases.card.comma))
    }

    /// The name of an entity as the article has it, and the reader's own beside it.
    fn name(&self, key: EntityKey) -> Called<'a> {
        let analysis = self.analysis();
        let entity = analysis.entities.get(key);
        self.called(entity.name(analysis.article.lang()), &entity.names)
    }

    /// `name`, and what of `names` the reader says for it.
    fn called(&self, name: &'a str, names: &'a [Name]) -> Called<'a> {
        let is_own = |tag: &str| self.reader.locale.is_of(tag);
        let own = names
            .iter()
            .find(|name| name.lang.as_deref().is_some_and(is_own));
        let own = own.map(|own| own.text.as_str());
        Called {
            name,
            beside: own.filter(|own| *own != name),
        }
    }

    /// The name of whom an id or a name means; the words themselves where that is nobody.
    fn meant(&self, words: &'a str) -> Called<'a> {
        match self.analysis().entities.meant_by(words) {
            Some(key) => self.name(key),
            None => Called::from(words),
        }
    }

    /// The wire text of an article, or a registry.
    fn path(&self, target: FileId) -> String {
        let path = self.snapshot.path(target).display().to_string();
        let start = FileRange {
            file: target,
            range: TextRange::empty(TextSize::new(0)),
        };
        let is_wire = self.snapshot.surroundings(self.file).wire == Some(target);
        let phrases = &self.phrases.key;
        let what = if is_wire {
            phrases.wire
        } else {
            phrases.registry
        };
        let path = self.link(isolated(&path), start);
        self.card(format!("{path} · {what}")).text
    }
}

/// What somebody is called.
#[derive(Debug, Clone, Copy)]
struct Called<'a> {
    /// As the article has it.
    name: &'a str,
    /// In the reader's language, if that is another name.
    beside: Option<&'a str>,
}

impl<'a> From<&'a str> for Called<'a> {
    fn from(name: &'a str) -> Self {
        Called { name, beside: None }
    }
}

impl Called<'_> {
    /// Both, safe to stand in a card.
    fn shown(&self) -> String {
        isolated(self.name) + &self.in_brackets()
    }

    /// The same with the name in bold.
    fn bold(&self) -> String {
        format!("**{}**{}", isolated(self.name), self.in_brackets())
    }

    fn in_brackets(&self) -> String {
        let beside = self.beside.map(|beside| format!(" ({})", isolated(beside)));
        beside.unwrap_or_default()
    }
}
