//! What is shown in the text and is no part of it: one file for each kind. Only what the text does not
//! say to its reader by itself, and what nobody has to doubt but where a mark says so.

mod dates;
mod ids;
mod speakers;

use std::collections::HashMap;

use crate::annotate::single::Attributions;
use crate::dates::DateValue;
use crate::ide::Locale;
use crate::ide::hover::Cards;
use crate::model::EntityKey;
use crate::text::{FileId, FileRange, TextEdit, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// Which hints are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hints {
    /// Who speaks, behind quotations that no brace attributes.
    pub speakers: bool,
    /// The names behind ids that do not tell them.
    pub ids: bool,
    /// The days that words such as "yesterday" denote.
    pub dates: bool,
}

impl Default for Hints {
    fn default() -> Hints {
        Hints {
            speakers: true,
            ids: true,
            dates: true,
        }
    }
}

/// Words shown in the text that are not part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InlayHint {
    /// Where, in bytes of the file.
    pub offset: TextSize,
    /// The words, without isolates: editors draw their codes where they stand in the text itself.
    pub label: Vec<Part>,
    /// What it is.
    pub kind: HintKind,
}

/// A part of the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its words.
    pub text: String,
    /// Where it leads.
    pub target: Option<FileRange>,
}

/// What a hint is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HintKind {
    /// Who speaks; a question mark says that it is likely, two that it is a guess.
    Speaker,
    /// The name behind an id.
    Name,
    /// The day that words denote.
    Date,
}

/// What more there is to a hint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// Why, in Markdown.
    pub tooltip: String,
    /// What writes it as markup, in the order of the text; none where that needs a person.
    pub edits: Vec<TextEdit>,
}

/// The hints that stand in `range`, in bytes of `file`, in the order of the text.
pub fn inlay_hints(
    snapshot: &Snapshot,
    file: FileId,
    range: TextRange,
    wanted: Hints,
) -> Vec<InlayHint> {
    if !is_text(snapshot, file) {
        return Vec::new();
    }
    let mut hints = Vec::new();
    if wanted.speakers {
        hints.extend(speakers::hints(snapshot, file, range));
    }
    if wanted.ids {
        hints.extend(ids::hints(snapshot, file, range));
    }
    if wanted.dates {
        hints.extend(dates::hints(snapshot, file, range));
    }
    hints.sort_by_key(|hint| hint.offset);
    hints
}

/// What more there is to the hints of one file: several may be asked for.
#[derive(Debug)]
pub struct Explained<'a> {
    snapshot: &'a Snapshot,
    file: FileId,
    attributions: Attributions<'a>,
    speakers: HashMap<TextSize, usize>,
    ids: HashMap<TextSize, EntityKey>,
    dates: HashMap<TextSize, (usize, DateValue)>,
}

impl<'a> Explained<'a> {
    /// Reads `file`.
    pub fn of(snapshot: &'a Snapshot, file: FileId) -> Explained<'a> {
        let is_text = is_text(snapshot, file);
        let analysis = is_text.then(|| snapshot.analysis(file));
        Explained {
            snapshot,
            file,
            attributions: Attributions::of(snapshot, file),
            speakers: analysis.into_iter().flat_map(speakers::places).collect(),
            ids: analysis.into_iter().flat_map(ids::places).collect(),
            dates: analysis.into_iter().flat_map(dates::places).collect(),
        }
    }

    /// What more there is to the hint of that kind at `offset`, in bytes of the file; `None` if there
    /// is none any more.
    pub fn details(&self, kind: HintKind, offset: TextSize, locale: Locale) -> Option<Details> {
        let (snapshot, file) = (self.snapshot, self.file);
        let cards = Cards::new(snapshot, file, locale.into());
        match kind {
            HintKind::Speaker => {
                let at = *self.speakers.get(&offset)?;
                Some(Details {
                    tooltip: cards.quotation(at),
                    edits: self.attributions.edits(at).unwrap_or_default(),
                })
            }
            HintKind::Name => {
                let key = *self.ids.get(&offset)?;
                Some(Details {
                    tooltip: cards.entity(key),
                    edits: Vec::new(),
                })
            }
            HintKind::Date => {
                let (at, value) = *self.dates.get(&offset)?;
                Some(dates::details(snapshot, file, cards.date(at), (at, value)))
            }
        }
    }
}

fn is_text(snapshot: &Snapshot, file: FileId) -> bool {
    matches!(snapshot.kind(file), FileKind::Article | FileKind::Wire)
}

/// The name of an entity, which leads to its nearest declaration.
fn name(snapshot: &Snapshot, file: FileId, key: EntityKey) -> Part {
    let analysis = snapshot.analysis(file);
    let entity = analysis.entities.get(key);
    Part {
        text: entity.name(analysis.article.lang()).to_owned(),
        target: entity.declarations.first().map(|declared| declared.id),
    }
}
