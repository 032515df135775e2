//! One quotation as the formats give it.

use std::collections::HashMap;

use serde::Serialize;

use crate::attribution::{Grade, Nature};
use crate::cli::articles::Opened;
use crate::model::{Analysis, EntityKey, IdRef, Said};
use crate::names::fold::fold_text;
use crate::syntax::WireMap;
use crate::text::TextRange;

/// One quotation. Offsets are bytes, half-open; `start` and `end` include the marks. Line and
/// column count from 1, the column in code points.
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
    pub(super) kind: &'static str,
    pub(super) speakers: Vec<Speaker>,
    /// The words that say that somebody speaks. The markup does not tell them yet.
    pub(super) cue: Option<Words>,
    pub(super) addressees: Vec<String>,
    /// Through whom it came, outward.
    pub(super) via: Vec<String>,
    /// What belongs to one utterance has one number in its article.
    pub(super) utterance: usize,
    pub(super) wire_start: u32,
    pub(super) wire_end: u32,
    pub(super) grade: &'static str,
    pub(super) evidence: Option<String>,
    /// The speakers' other names, by which they can be asked for.
    #[serde(skip)]
    names: Vec<String>,
}

/// Who says it.
#[derive(Debug, Serialize)]
pub(super) struct Speaker {
    pub(super) id: Option<String>,
    pub(super) name: String,
    /// The words of the article that name the speaker.
    pub(super) mention: Option<Words>,
}

/// Words of the article.
#[derive(Debug, Serialize)]
pub(super) struct Words {
    start: u32,
    end: u32,
    text: String,
}

impl Record {
    /// Whether one of the speakers has this id or name; case, vowel marks and other ways of
    /// writing the same letters aside.
    pub(super) fn is_by(&self, name: &str) -> bool {
        let wanted = fold_text(name);
        self.names.iter().any(|name| fold_text(name) == wanted)
    }
}

/// The quotations of an article, in the order of the text.
pub(super) fn records(article: &Opened) -> Vec<Record> {
    let analysis = article.snapshot.analysis(article.file);
    let source = article.source();
    let article_lang = analysis.article.lang();
    let wire = WireMap::new(article.snapshot.tree(article.file));
    let mut utterances = Utterances::default();
    let quotations = analysis.article.quotations.iter().enumerate();
    let record = quotations.map(|(at, quotation)| {
        let place = source.position(quotation.range.start());
        let who = analysis.who(at);
        let speakers: Vec<(Speaker, Vec<String>)> = who
            .into_iter()
            .flat_map(|who| &who.speakers)
            .map(|id| speaker(analysis, at, &id.id, &source.text))
            .collect();
        let (mut speakers, names): (Vec<_>, Vec<_>) = speakers.into_iter().unzip();
        let ids = |ids: &[IdRef]| ids.iter().map(|id| id.id.clone()).collect();
        let said = analysis.said[at];
        let inferred = analysis.inferred.quotations[at]
            .as_ref()
            .filter(|_| said == Said::Unsaid);
        let source_of = inferred.and_then(|inferred| inferred.source.as_ref());
        if let Some(inferred) = source_of {
            let mention = words(inferred.speaker, &source.text);
            let meant = inferred
                .meant
                .entities
                .iter()
                .map(|key| analysis.entities.get(*key).name(article_lang))
                .collect::<Vec<_>>()
                .join(" & ");
            eprintln!(
                "DBG {} => {} role {:?}",
                mention.text,
                meant,
                inferred
                    .meant
                    .entities
                    .iter()
                    .map(|key| analysis.entities.get(*key).role.clone())
                    .collect::<Vec<_>>()
            );
            speakers.push(Speaker {
                id: None,
                name: mention.text.clone(),
                mention: Some(mention),
            });
        }
        Record {
            path: source.path.clone(),
            start: quotation.range.start().into(),
            end: quotation.range.end().into(),
            line: place.line,
            column: place.column,
            text: stripped(article, quotation.words()),
            speech: said != Said::NotSpeech
                && inferred.is_none_or(|inferred| inferred.nature == Nature::Speech),
            kind: analysis.kind(at).name(),
            speakers,
            cue: source_of
                .and_then(|found| found.cue)
                .map(|cue| words(cue, &source.text)),
            addressees: who.map_or(Vec::new(), |who| ids(&who.addressees)),
            via: who.map_or(Vec::new(), |who| {
                analysis
                    .via(who)
                    .into_iter()
                    .map(|link| link.name().to_owned())
                    .collect()
            }),
            utterance: utterances.number(at, said),
            wire_start: wire.to_wire(quotation.range.start()).into(),
            wire_end: wire.to_wire(quotation.range.end()).into(),
            grade: match said {
                Said::Unsaid => match source_of.map(|found| found.grade) {
                    Some(Grade::Sure) => "sure",
                    Some(Grade::Likely) => "likely",
                    Some(Grade::Guess) => "guess",
                    None => "none",
                },
                Said::Dangling => "none",
                _ => "explicit",
            },
            evidence: source_of.map(|found| format!("{:?}", found.pattern)),
            names: names.into_iter().flatten().collect(),
        }
    });
    record.collect()
}

/// The speaker with that id, and all names.
fn speaker(analysis: &Analysis, at: usize, id: &str, text: &str) -> (Speaker, Vec<String>) {
    let Some(key) = analysis.entities.find(id) else {
        let speaker = Speaker {
            id: Some(id.to_owned()),
            name: id.to_owned(),
            mention: None,
        };
        return (speaker, vec![id.to_owned()]);
    };
    let entity = analysis.entities.get(key);
    let names = entity.all_names().map(|name| name.text.clone());
    let names = names.chain(std::iter::once(id.to_owned())).collect();
    let speaker = Speaker {
        id: Some(id.to_owned()),
        name: entity.name(analysis.article.lang()).to_owned(),
        mention: mention(analysis, at, key, text),
    };
    (speaker, names)
}

fn mention(analysis: &Analysis, at: usize, key: EntityKey, text: &str) -> Option<Words> {
    Some(words(analysis.naming(at, key)?.words, text))
}

fn words(range: TextRange, text: &str) -> Words {
    Words {
        start: range.start().into(),
        end: range.end().into(),
        text: text[range].to_owned(),
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

/// Numbers utterances from 1, in the order of the text.
#[derive(Default)]
struct Utterances {
    numbers: HashMap<usize, usize>,
    last: usize,
}

impl Utterances {
    fn number(&mut self, at: usize, said: Said) -> usize {
        let root = match said {
            Said::By(speech) | Said::Inside(speech) => speech,
            _ => at,
        };
        *self.numbers.entry(root).or_insert_with(|| {
            self.last += 1;
            self.last
        })
    }
}
