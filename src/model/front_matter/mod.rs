//! What front matter and registries say, every value with its place.

mod keys;
mod read;

pub use keys::{DATELINE_KEYS, ENTITY_KEYS, KEYS, Key};
pub use read::{read, read_registry};

use crate::model::date::{Anchor, WrittenDate};
use crate::model::slip::Slips;
use crate::text::{TextRange, TextSize};

/// A value and where it stands, in bytes of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place, without quotation marks around it.
    pub range: TextRange,
}

/// The front matter of an article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FrontMatter {
    /// `lang`: the article's language, a BCP 47 tag.
    pub lang: Option<Spanned<String>>,
    /// `date`: of publication; a time may follow the day.
    pub date: Option<WrittenDate>,
    /// `kind`: what the article is; only `record` means something here.
    pub kind: Option<Spanned<String>>,
    /// `dateline.place`: an id or a plain name.
    pub place: Option<Spanned<String>>,
    /// Whether there is front matter at all.
    pub exists: bool,
    /// Whether it has a `dateline`.
    pub has_dateline: bool,
    /// `dateline.date`: when it was written there; a time may follow the day.
    pub dateline: Option<WrittenDate>,
    /// `source`: who passed the article on, outermost last; ids or plain names.
    pub source: Vec<Spanned<String>>,
    /// `wire`: the path of the text that the article annotates, as written.
    pub wire: Option<Spanned<String>>,
    /// `registry`: paths of further registries, as written.
    pub registry: Vec<Spanned<String>>,
    /// `entities`: what the article declares itself.
    pub entities: Declarations,
    /// What cannot be read as it is written.
    pub problems: Vec<Problem>,
    /// What can be read and is probably a slip of the pen.
    pub slips: Slips,
}

impl FrontMatter {
    /// Whether the article is a record, a transcript or a statement, to whose words quotations are held.
    pub fn is_record(&self) -> bool {
        self.kind
            .as_ref()
            .is_some_and(|kind| kind.value == "record")
    }

    /// The values that may be the id of an entity: the sources, the place of the dateline, and
    /// whom a declared entity belongs to.
    pub fn named(&self) -> impl Iterator<Item = &Spanned<String>> {
        let declared = self.entities.all.iter();
        let belongs_to = declared.filter_map(|declaration| declaration.of.as_ref());
        self.source.iter().chain(&self.place).chain(belongs_to)
    }

    /// The day from which the words of the article count: that of the dateline, else that of
    /// publication. None where the one that is written first in this order is no date, and where
    /// neither names a single day.
    pub fn anchor(&self) -> Option<Anchor> {
        let keys = [("dateline", &self.dateline), ("date", &self.date)];
        for (key, date) in keys {
            let Some(date) = date else { continue };
            if let Some(day) = date.date()?.day() {
                let range = date.range;
                return Some(Anchor { day, range, key });
            }
        }
        None
    }
}

/// The entities that one file declares.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Declarations {
    /// In the order of the file; the first of several with one id.
    pub all: Vec<Declaration>,
    /// Ids that are declared once more: the first place and the further one.
    pub repeated: Vec<(TextRange, Spanned<String>)>,
}

impl Declarations {
    /// The declaration at `offset`, in bytes of the file. Where one entry ends and the next begins, the
    /// next is meant.
    pub fn at(&self, offset: TextSize) -> Option<&Declaration> {
        let mut declared = self.all.iter().rev();
        declared.find(|declaration| declaration.range.contains_inclusive(offset))
    }

    /// The entry that begins at `offset`, in bytes of the file.
    pub fn starting_at(&self, offset: TextSize) -> Option<&Declaration> {
        let start = |declaration: &Declaration| declaration.range.start();
        let all = &self.all;
        let at = all.partition_point(|declaration| start(declaration) < offset);
        all.get(at).filter(|found| start(found) == offset)
    }
}

/// One entity as one file declares it. What the file does not say is `None` or empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    /// The id in Unicode's NFC, and its place.
    pub id: Spanned<String>,
    /// The whole entry, from its id to its last value.
    pub range: TextRange,
    /// `type`
    pub kind: Option<Spanned<EntityKind>>,
    /// `name`, one or one per language.
    pub names: Vec<Name>,
    /// `aka`: other names.
    pub aka: Vec<Name>,
    /// `role`
    pub role: Option<Spanned<String>>,
    /// `of`: whom it belongs to, an id or a plain name.
    pub of: Option<Spanned<String>>,
    /// `anonymous`
    pub anonymous: Option<bool>,
    /// `wikidata`
    pub wikidata: Option<Spanned<String>>,
    /// `url`
    pub url: Option<Spanned<String>>,
}

/// A name of an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name as it is written.
    pub text: String,
    /// Its language, where names are given per language.
    pub lang: Option<String>,
    /// Where it stands, in bytes of its file.
    pub range: TextRange,
}

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum EntityKind {
    Person,
    Organization,
    Place,
    Event,
    Work,
    Product,
    Other,
}

impl EntityKind {
    /// All kinds, by their names in front matter.
    pub const ALL: [(&'static str, EntityKind); 7] = [
        ("person", EntityKind::Person),
        ("organization", EntityKind::Organization),
        ("place", EntityKind::Place),
        ("event", EntityKind::Event),
        ("work", EntityKind::Work),
        ("product", EntityKind::Product),
        ("other", EntityKind::Other),
    ];

    /// Its name in front matter.
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, kind)| *kind == self)
            .map_or("other", |(name, _)| name)
    }
}

/// Something in YAML that cannot be read as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, in bytes of the file.
    pub range: TextRange,
    /// What is wrong: lower case, no final period.
    pub message: String,
}
