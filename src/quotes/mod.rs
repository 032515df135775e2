//! What is quoted in an article, who said it and through whom it came, as records for other programs.
//!
//! Reading order: `voice` finds out who says what is listed, `utterances` what goes on, [`records`] puts
//! both together; `json`, `csv` and `parquet` write them.

pub mod csv;
pub mod json;
pub mod parquet;
mod utterances;
mod voice;

use serde::Serialize;

use crate::attribution::Nature;
use crate::line_index::{Encoding, Positions};
use crate::model::{Form, Item, Said, SpeechKind};
use crate::names::fold::fold_text;
use crate::quotes::utterances::Utterances;
use crate::quotes::voice::{Reader, Voice};
use crate::syntax::WireMap;
use crate::text::{FileId, TextRange};
use crate::workspace::Snapshot;

/// One quotation, or words without marks that somebody says. Offsets are bytes, half-open; `start`
/// and `end` include the marks. Line and column count from 1, the column in code points.
#[derive(Debug, Serialize)]
pub struct Record {
    /// The article, as whoever asked names it.
    pub path: String,
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// The line on which it begins.
    pub line: u32,
    /// The column in which it begins.
    pub column: u32,
    /// The words between the marks, without annotation.
    pub text: String,
    /// Whether it is speech.
    pub speech: bool,
    /// `direct`, `partial` or `indirect`; of what is no speech `name`, `title`, `term`, `scare` or
    /// `other`.
    pub kind: &'static str,
    /// Who says it.
    pub speakers: Vec<Speaker>,
    /// The words that say that somebody speaks.
    pub cue: Option<Words>,
    /// Ids; of those who have none their names, or the words that mean them.
    pub addressees: Vec<String>,
    /// Through whom it came, outward; written as addressees are.
    pub via: Vec<String>,
    /// What belongs to one utterance has one number in its article.
    pub utterance: usize,
    /// Where it begins in the text without annotation.
    pub wire_start: u32,
    /// Where it ends there.
    pub wire_end: u32,
    /// `explicit` where markup says who speaks; else how surely the words of the text name the
    /// speaker: `sure`, `likely`, `guess`; `none` where nothing does.
    pub grade: &'static str,
    /// The pattern by which an inferred speaker was found, such as `after-inverted`.
    pub evidence: Option<&'static str>,
    /// The speakers' other names, by which they can be asked for.
    #[serde(skip)]
    names: Vec<String>,
}

/// Who says it.
#[derive(Debug, Serialize)]
pub struct Speaker {
    /// Of an entity that is declared.
    pub id: Option<String>,
    /// The name of the entity; the words that mean the speaker where it is not known whom they mean.
    pub name: String,
    /// The words of the article that name the speaker.
    pub mention: Option<Words>,
}

/// Words of the article, without annotation.
#[derive(Debug, Serialize)]
pub struct Words {
    /// Where they begin, in bytes.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// The words.
    pub text: String,
}

impl Record {
    /// Whether one of the speakers has this id or name; case, vowel marks and other ways of
    /// writing the same letters aside.
    pub fn is_by(&self, name: &str) -> bool {
        let wanted = fold_text(name);
        self.names.iter().any(|name| fold_text(name) == wanted)
    }
}

/// The quotations of the article `file` and what is said in it without marks, in the order of the text;
/// `path` is how each of them names the article.
pub fn records(snapshot: &Snapshot, file: FileId, path: &str) -> Vec<Record> {
    let analysis = snapshot.analysis(file);
    let reader = Reader::new(analysis);
    let text = snapshot.text(file);
    let positions = Positions::new(text);
    let wire = WireMap::new(snapshot.tree(file));
    let mut utterances = Utterances::default();
    let record = |item: Item| {
        let range = analysis.range(item);
        let place = positions.position(text, range.start(), Encoding::Utf32);
        let nature = reader.nature(item);
        let speech = nature == Nature::Speech;
        let Voice {
            grade,
            speakers,
            names,
            cue,
            addressees,
            via,
            evidence,
        } = reader.voice(item);
        Record {
            path: path.to_owned(),
            start: range.start().into(),
            end: range.end().into(),
            line: place.line,
            column: place.column,
            text: stripped(snapshot, file, analysis.inside(item)),
            speech,
            kind: if speech {
                kind(&reader, item).name()
            } else {
                name_of(nature)
            },
            speakers,
            cue,
            addressees,
            via,
            utterance: utterances.number(&reader, item),
            wire_start: wire.to_wire(range.start()).into(),
            wire_end: wire.to_wire(range.end()).into(),
            grade,
            evidence,
            names,
        }
    };
    analysis.items().into_iter().map(record).collect()
}

/// How words that are speech are given: what stands in indirect speech is a part of it, whether
/// brackets mark it or not.
fn kind(reader: &Reader<'_>, item: Item) -> SpeechKind {
    let Item::Quotation(at) = item else {
        return SpeechKind::Indirect;
    };
    let is_part = reader.analysis.said[at] == Said::Unsaid
        && matches!(
            reader.analysis.article.quotations[at].form,
            Form::Marks { .. }
        )
        && reader.statement_around(at).is_some();
    match reader.analysis.kind(at) {
        SpeechKind::Direct if is_part => SpeechKind::Partial,
        kind => kind,
    }
}

fn name_of(nature: Nature) -> &'static str {
    match nature {
        Nature::Name => "name",
        Nature::Title => "title",
        Nature::Term => "term",
        Nature::Scare => "scare",
        Nature::Speech | Nature::Other => "other",
    }
}

/// The words of a range without annotation.
fn stripped(snapshot: &Snapshot, file: FileId, range: TextRange) -> String {
    let (text, tree) = (snapshot.text(file), snapshot.tree(file));
    let tokens = tree.tokens_in(range).filter(|(kind, _)| kind.is_wire());
    tokens
        .filter_map(|(_, token)| Some(&text[token.intersect(range)?]))
        .collect()
}
