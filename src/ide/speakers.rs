//! Who says what in an article, by speaker: what a view beside the text lists.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::ide::certainty::Certainty;
use crate::ide::identity::place;
use crate::ide::markdown::beginning;
use crate::ide::statistics::words;
use crate::model::{Analysis, EntityKey, EntityKind, InferredSource, Item, SpeechKind};
use crate::text::{FileId, FileRange, TextRange};
use crate::workspace::{FileKind, Snapshot};

/// Somebody who speaks in an article, or those words of which nobody is named as the speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The id; `None` if nothing declares the speaker.
    pub id: Option<String>,
    /// The name, or the words of the text where it is not known whom they mean; `None` where nobody is
    /// named.
    pub name: Option<String>,
    /// What the speaker is.
    pub kind: Option<EntityKind>,
    /// Where the speaker is declared, else where the text first names them.
    pub place: Option<FileRange>,
    /// What the speaker says, in the order of the text.
    pub said: Vec<Saying>,
}

/// Something that is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// Where it stands, with its marks, in bytes of the file.
    pub range: TextRange,
    /// Its words, without annotation and on one line.
    pub words: String,
    /// How the words are given.
    pub kind: SpeechKind,
    /// How surely it is known who says it.
    pub certainty: Certainty,
    /// The words of the text that name the speaker of it, in bytes of the file.
    pub named_at: Option<TextRange>,
}

/// The speakers of `file`, who says most first; what nobody is known to say comes last. What is said
/// inside other speech is a part of that; what several say together is listed of each of them.
pub fn speakers(snapshot: &Snapshot, file: FileId) -> Vec<Speaker> {
    if !matches!(snapshot.kind(file), FileKind::Article | FileKind::Wire) {
        return Vec::new();
    }
    let analysis = snapshot.analysis(file);
    let mut said: HashMap<Voice<'_>, (usize, Vec<Saying>)> = HashMap::new();
    for item in spoken(analysis) {
        let words = words(analysis, item);
        for (voice, named_at) in voices(analysis, item) {
            let said = said.entry(voice).or_default();
            said.0 += words;
            said.1.push(saying(analysis, item, named_at));
        }
    }
    let mut said: Vec<_> = said.into_iter().collect();
    said.sort_by_key(|(voice, (words, sayings))| {
        let first = sayings.first().map(|saying| saying.range.start());
        (*voice == Voice::Nobody, Reverse(*words), first)
    });
    let speaker = |(voice, (_, said)): (Voice<'_>, (usize, Vec<Saying>))| match voice {
        Voice::Entity(key) => of_entity(file, analysis, key, said),
        Voice::Words(words) => Speaker {
            id: None,
            name: Some(beginning(words, usize::MAX)),
            kind: None,
            place: said.first().and_then(|saying| {
                let range = saying.named_at?;
                Some(FileRange { file, range })
            }),
            said,
        },
        Voice::Nobody => Speaker {
            id: None,
            name: None,
            kind: None,
            place: None,
            said,
        },
    };
    said.into_iter().map(speaker).collect()
}

/// Who says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Voice<'a> {
    Entity(EntityKey),
    /// Somebody whom these words of the text mean.
    Words(&'a str),
    Nobody,
}

/// What is said and is no part of other speech: quotations, and statements that hold none, since those
/// that do are told by what they hold.
fn spoken(analysis: &Analysis) -> Vec<Item> {
    let items = analysis.items();
    let quotations = items.iter().filter_map(|item| match item {
        Item::Quotation(_) => Some(analysis.range(*item).start()),
        Item::Statement(_) => None,
    });
    let starts: Vec<_> = quotations.collect();
    let holds_none = |range: TextRange| {
        let first = starts.partition_point(|start| *start < range.start());
        starts.get(first).is_none_or(|start| range.end() <= *start)
    };
    let spoken = items.into_iter().filter(|item| match *item {
        Item::Quotation(at) => {
            let quotation = &analysis.article.quotations[at];
            quotation.parent.is_none() && !analysis.is_no_speech(at)
        }
        Item::Statement(_) => holds_none(analysis.range(*item)),
    });
    spoken.collect()
}

/// Who says it, and the words that name each of them.
fn voices(analysis: &Analysis, item: Item) -> Vec<(Voice<'_>, Option<TextRange>)> {
    let source = match item {
        Item::Quotation(at) => analysis.unwritten(at),
        Item::Statement(at) => Some(&analysis.inferred.statements[at].source),
    };
    if let Some(source) = source {
        return told(analysis, source);
    }
    let Item::Quotation(at) = item else {
        return vec![(Voice::Nobody, None)];
    };
    let speakers = analysis.speakers(at).into_iter();
    let named_at = |key| analysis.naming(at, key).map(|mention| mention.words);
    let voices: Vec<_> = speakers
        .map(|key| (Voice::Entity(key), named_at(key)))
        .collect();
    if voices.is_empty() {
        return vec![(Voice::Nobody, None)];
    }
    voices
}

/// Whom the words of the text name.
fn told<'a>(
    analysis: &'a Analysis,
    source: &InferredSource,
) -> Vec<(Voice<'a>, Option<TextRange>)> {
    let named_at = Some(source.speaker);
    let meant = source.meant.entities.iter();
    let voices: Vec<_> = meant.map(|key| (Voice::Entity(*key), named_at)).collect();
    if voices.is_empty() {
        let words = analysis.article.words(source.speaker);
        return vec![(Voice::Words(words), named_at)];
    }
    voices
}

fn saying(analysis: &Analysis, item: Item, named_at: Option<TextRange>) -> Saying {
    let words = analysis.article.words(analysis.inside(item));
    Saying {
        range: analysis.range(item),
        words: beginning(words, usize::MAX),
        kind: match item {
            Item::Quotation(at) => analysis.kind(at),
            Item::Statement(_) => SpeechKind::Indirect,
        },
        certainty: Certainty::of(analysis, item),
        named_at,
    }
}

fn of_entity(file: FileId, analysis: &Analysis, key: EntityKey, said: Vec<Saying>) -> Speaker {
    let entity = analysis.entities.get(key);
    let is_declared = analysis.entities.is_declared(key);
    Speaker {
        id: is_declared.then(|| entity.id.clone()),
        name: Some(entity.name(analysis.article.lang()).to_owned()),
        kind: entity.kind,
        place: place(file, analysis, key),
        said,
    }
}
