//! One quotation as the formats give it.

use serde::Serialize;

use crate::attribution::Nature;
use crate::cli::articles::Opened;
use crate::cli::quotes::utterances::Utterances;
use crate::cli::quotes::voice::{self, Item, Reader, Voice};
use crate::model::{Form, Said, SpeechKind};
use crate::names::fold::fold_text;
use crate::syntax::WireMap;
use crate::text::TextRange;

/// One quotation, or words without marks that somebody says. Offsets are bytes, half-open; `start`
/// and `end` include the marks. Line and column count from 1, the column in code points.
#[derive(Debug, Serialize)]
pub(super) struct Record {
    pub(super) path: String,
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) line: u32,
    pub(super) column: u32,
    /// The words between the marks, without annotation.
    pub(super) text: String,
    pub(super) speech: bool,
    /// `direct`, `partial` or `indirect`; of what is no speech `name`, `title`, `term`, `scare` or
    /// `other`.
    pub(super) kind: &'static str,
    pub(super) speakers: Vec<Speaker>,
    /// The words that say that somebody speaks.
    pub(super) cue: Option<Words>,
    /// Ids; of those who have none their names, or the words that mean them.
    pub(super) addressees: Vec<String>,
    /// Through whom it came, outward; written as addressees are.
    pub(super) via: Vec<String>,
    /// What belongs to one utterance has one number in its article.
    pub(super) utterance: usize,
    pub(super) wire_start: u32,
    pub(super) wire_end: u32,
    /// `explicit` where markup says who speaks; else how surely the words of the text name the
    /// speaker: `sure`, `likely`, `guess`; `none` where nothing does.
    pub(super) grade: &'static str,
    /// The pattern by which an inferred speaker was found, such as `after-inverted`.
    pub(super) evidence: Option<&'static str>,
    /// The speakers' other names, by which they can be asked for.
    #[serde(skip)]
    names: Vec<String>,
}

/// Who says it.
#[derive(Debug, Serialize)]
pub(super) struct Speaker {
    /// Of an entity that is declared.
    pub(super) id: Option<String>,
    /// The name of the entity; the words that mean the speaker where it is not known whom they mean.
    pub(super) name: String,
    /// The words of the article that name the speaker.
    pub(super) mention: Option<Words>,
}

/// Words of the article, without annotation.
#[derive(Debug, Serialize)]
pub(super) struct Words {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) text: String,
}

impl Record {
    /// Whether one of the speakers has this id or name; case, vowel marks and other ways of
    /// writing the same letters aside.
    pub(super) fn is_by(&self, name: &str) -> bool {
        let wanted = fold_text(name);
        self.names.iter().any(|name| fold_text(name) == wanted)
    }
}

/// The quotations of an article and what is said in it without marks, in the order of the text.
pub(super) fn records(article: &Opened) -> Vec<Record> {
    let analysis = article.snapshot.analysis(article.file);
    let reader = Reader::new(analysis);
    let source = article.source();
    let wire = WireMap::new(article.snapshot.tree(article.file));
    let mut utterances = Utterances::default();
    let record = |item: Item| {
        let range = reader.range(item);
        let place = source.position(range.start());
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
            path: source.path.clone(),
            start: range.start().into(),
            end: range.end().into(),
            line: place.line,
            column: place.column,
            text: stripped(article, reader.inside(item)),
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
    voice::items(analysis).into_iter().map(record).collect()
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
fn stripped(article: &Opened, range: TextRange) -> String {
    let (text, tree) = (
        article.snapshot.text(article.file),
        article.snapshot.tree(article.file),
    );
    let tokens = tree.tokens_in(range).filter(|(kind, _)| kind.is_wire());
    tokens
        .filter_map(|(_, token)| Some(&text[token.intersect(range)?]))
        .collect()
}
