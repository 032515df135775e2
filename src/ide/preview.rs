//! An article as its readers will see it, with who is named and who speaks still known of every word:
//! what a preview beside the text is made of.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::iter::Peekable;
use std::slice::Iter;

use crate::ide::accept::names;
use crate::ide::certainty::Certainty;
use crate::ide::sections::signs;
use crate::model::{Analysis, EntityKey, EntityKind, Item, Mention, Passage, SpeechKind};
use crate::syntax::{Block as SyntaxBlock, BlockKind, Tree};
use crate::text::{FileId, TextRange, TextSize, is_right_to_left};
use crate::workspace::{FileKind, Snapshot};

/// An article without its markup.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Its language, a BCP 47 tag.
    pub lang: Option<String>,
    /// Headings and paragraphs, in the order of the text.
    pub blocks: Vec<Block>,
    /// What is said in it, with marks and without, to which the runs of the blocks refer.
    pub quotations: Vec<Quoted>,
}

/// A heading or a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The level of a heading, from 1 to 6; `None` of a paragraph.
    pub heading: Option<u8>,
    /// Whether it is read from right to left: by its first letter.
    pub is_right_to_left: bool,
    /// All of it, in bytes of the file.
    pub range: TextRange,
    /// Its words, in their order.
    pub runs: Vec<Run>,
}

/// Words of which the same is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words, without annotation.
    pub text: String,
    /// Where they stand, in bytes of the file; annotation may lie between them.
    pub range: TextRange,
    /// Whom they name.
    pub entity: Option<Named>,
    /// The innermost quotation around them, by its place in [`Preview::quotations`].
    pub quotation: Option<usize>,
}

/// An entity that words name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its id; `None` if nothing declares it.
    pub id: Option<String>,
    /// Its name in the language of the article.
    pub name: String,
    /// What it is.
    pub kind: Option<EntityKind>,
}

/// Something that is said, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// With its marks, in bytes of the file.
    pub range: TextRange,
    /// How the words are given; [`SpeechKind::None`] if they are no speech.
    pub kind: SpeechKind,
    /// How surely it is known who says them.
    pub certainty: Certainty,
    /// The names of those who say them; the words of the text where it is not known whom they mean.
    pub speakers: Vec<String>,
    /// The ids of those of them whom something declares.
    pub ids: Vec<String>,
}

/// The preview of `file`; empty of what is no text for readers.
pub fn preview(snapshot: &Snapshot, file: FileId) -> Preview {
    if !matches!(snapshot.kind(file), FileKind::Article | FileKind::Wire) {
        return Preview::default();
    }
    let analysis = snapshot.analysis(file);
    let levels = levels(snapshot.tree(file));
    let has_mark = snapshot.text(file).starts_with('\u{feff}');
    let items = analysis.items();
    let mut spans: Vec<(TextRange, usize)> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        match *item {
            Item::Quotation(quotation) => {
                let pieces = analysis.article.quotations[quotation].pieces.iter();
                spans.extend(pieces.map(|piece| (*piece, at)));
            }
            Item::Statement(_) => spans.push((analysis.range(*item), at)),
        }
    }
    spans.sort_by_key(|(range, at)| (range.start(), Reverse(range.end()), *at));
    let mut spans = spans.iter().peekable();
    let mut mentions = analysis.mentions.iter().peekable();
    let blocks = analysis.article.passages.iter().map(|passage| Block {
        heading: levels.get(&passage.range.start()).copied(),
        is_right_to_left: first_letter(passage).is_some_and(is_right_to_left),
        range: passage.range,
        runs: runs(analysis, passage, has_mark, &mut mentions, &mut spans),
    });
    let blocks = blocks.collect();
    let quoted = |item| quoted(snapshot, file, item);
    Preview {
        lang: analysis.article.lang().map(str::to_owned),
        blocks,
        quotations: items.into_iter().map(quoted).collect(),
    }
}

fn first_letter(passage: &Passage) -> Option<char> {
    passage.wire.text().chars().find(|c| c.is_alphabetic())
}

/// The headings of `tree` by the places where they begin, each with its level.
fn levels(tree: &Tree) -> HashMap<TextSize, u8> {
    let blocks = tree.blocks();
    let headings = blocks.filter(|(_, block)| block.kind() == BlockKind::Heading);
    let level = |block: &SyntaxBlock| u32::from(signs(block)).saturating_sub(1).clamp(1, 6) as u8;
    headings
        .map(|(start, block)| (start, level(block)))
        .collect()
}

/// Cuts a passage where a name or a quotation begins or ends. Both lists are in the order of the text;
/// what lies before the end of the passage is taken from them. `has_mark` says whether the file begins
/// with a byte order mark.
fn runs(
    analysis: &Analysis,
    passage: &Passage,
    has_mark: bool,
    mentions: &mut Peekable<Iter<'_, Mention>>,
    spans: &mut Peekable<Iter<'_, (TextRange, usize)>>,
) -> Vec<Run> {
    let end = passage.range.end();
    let mut mentions_here = Vec::new();
    while let Some(mention) = mentions.next_if(|mention| mention.words.start() < end) {
        mentions_here.push(mention);
    }
    let mut spans_here = Vec::new();
    while let Some(span) = spans.next_if(|(range, _)| range.start() < end) {
        spans_here.push(*span);
    }
    let named = mentions_here.iter().map(|mention| mention.words);
    let ranges = named.chain(spans_here.iter().map(|(range, _)| *range));
    let mut cuts: Vec<TextSize> = ranges
        .flat_map(|range| [range.start(), range.end()])
        .chain([passage.range.start(), end])
        .collect();
    cuts.sort();
    cuts.dedup();
    let (mut open, mut spans_here) = (Vec::<(TextRange, usize)>::new(), spans_here.into_iter());
    let mut next_span = spans_here.next();
    let mut mentions_here = mentions_here.into_iter().peekable();
    let mut runs = Vec::new();
    for cut in cuts.windows(2) {
        let range = TextRange::new(cut[0], cut[1]);
        while let Some(span) = next_span.filter(|(span, _)| span.start() <= range.start()) {
            open.push(span);
            next_span = spans_here.next();
        }
        while open
            .pop_if(|(span, _)| span.end() <= range.start())
            .is_some()
        {}
        while mentions_here
            .next_if(|mention| mention.words.end() <= range.start())
            .is_some()
        {}
        let mention = mentions_here.peek();
        let mention = mention.filter(|mention| mention.words.start() <= range.start());
        // A byte order mark is no letter that a reader sees.
        let words = passage.wire.words(range);
        let words = words
            .strip_prefix('\u{feff}')
            .filter(|_| has_mark && range.start() == 0.into())
            .unwrap_or(words);
        if !words.is_empty() {
            runs.push(Run {
                text: words.to_owned(),
                range,
                entity: mention.and_then(|mention| Some(named_as(analysis, mention.entity?))),
                quotation: open.last().map(|(_, at)| *at),
            });
        }
    }
    // The end of a line is no word of the text.
    if let Some(last) = runs.last_mut() {
        last.text.truncate(last.text.trim_end().len());
    }
    runs.retain(|run| !run.text.is_empty());
    runs
}

fn named_as(analysis: &Analysis, key: EntityKey) -> Named {
    let entity = analysis.entities.get(key);
    let is_declared = analysis.entities.is_declared(key);
    Named {
        id: is_declared.then(|| entity.id.clone()),
        name: entity.name(analysis.article.lang()).to_owned(),
        kind: entity.kind,
    }
}

fn quoted(snapshot: &Snapshot, file: FileId, item: Item) -> Quoted {
    let analysis = snapshot.analysis(file);
    let (source, kind, keys) = match item {
        Item::Statement(at) => {
            let source = &analysis.inferred.statements[at].source;
            let keys = source.meant.entities.clone();
            (Some(source), SpeechKind::Indirect, keys)
        }
        Item::Quotation(at) if analysis.is_no_speech(at) => (None, SpeechKind::None, Vec::new()),
        Item::Quotation(at) => (
            analysis.unwritten(at),
            analysis.kind(at),
            analysis.speakers(at),
        ),
    };
    let named = || keys.iter().map(|key| named_as(analysis, *key));
    Quoted {
        range: analysis.range(item),
        kind,
        certainty: Certainty::of(analysis, item),
        speakers: match source {
            Some(source) => names(snapshot, file, source),
            None => named().map(|named| named.name).collect(),
        },
        ids: named().filter_map(|named| named.id).collect(),
    }
}
