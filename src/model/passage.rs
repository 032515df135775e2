//! A heading or paragraph as its readers see it: the words without annotation, and where each
//! of them stands in the article.

use std::sync::Arc;

use crate::syntax::{Block, BlockKind, Kept};
use crate::text::{TextRange, TextSize, len_of};

/// A heading or paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Whether it is a heading.
    pub is_heading: bool,
    /// The whole block, in bytes of the article.
    pub range: TextRange,
    /// Its words.
    pub wire: WireText,
}

/// Words without annotation, and the way from them to the article and back.
///
/// *Wire offsets* count bytes of these words; *source offsets* count bytes of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WireText {
    /// Where its block starts, in bytes of the article.
    start: TextSize,
    words: Arc<Words>,
    block: Arc<Block>,
}

/// The words of a block, wherever it stands.
#[derive(Debug, PartialEq, Eq)]
struct Words {
    text: String,
    /// Runs of words without annotation between: where each starts in the wire, and its source, in bytes
    /// of the block.
    runs: Vec<(TextSize, TextRange)>,
}

impl Passage {
    /// Reads `block`, which starts at byte `start` of the article `text`; `None` if it is
    /// neither heading nor paragraph.
    pub(super) fn read(text: &str, block: &Arc<Block>, start: TextSize) -> Option<Passage> {
        let is_heading = match block.kind() {
            BlockKind::Heading => true,
            BlockKind::Paragraph => false,
            _ => return None,
        };
        let range = TextRange::at(start, block.len());
        let words = block.kept().get(0, || Words::read(&text[range], block));
        Some(Passage {
            is_heading,
            range,
            wire: WireText {
                start,
                words,
                block: Arc::clone(block),
            },
        })
    }
}

impl Words {
    /// Reads `text`, which is that of `block`.
    fn read(text: &str, block: &Block) -> Words {
        let mut words = Words {
            text: String::new(),
            runs: Vec::new(),
        };
        for item in block.items().iter().filter(|item| item.kind.is_wire()) {
            let source = item.range;
            match words.runs.last_mut() {
                Some((_, run)) if run.end() == source.start() => *run = run.cover(source),
                _ => words.runs.push((len_of(&words.text), source)),
            }
            words.text.push_str(&text[source]);
        }
        words
    }

    /// The source offset, in the block, of the byte at the wire offset `wire`; past the last byte, the end
    /// of the last run.
    fn source_of(&self, wire: TextSize) -> TextSize {
        let next = self.runs.partition_point(|(start, _)| *start <= wire);
        match next.checked_sub(1).map(|at| self.runs[at]) {
            Some((start, run)) => (run.start() + (wire - start)).min(run.end()),
            None => TextSize::new(0),
        }
    }
}

impl WireText {
    /// The words.
    pub fn text(&self) -> &str {
        &self.words.text
    }

    /// What others made of these words, for as long as they are what they are, wherever they stand.
    pub fn kept(&self) -> &Kept {
        self.block.kept()
    }

    /// Where the words of the wire range `range` stand in the article: from the first to the
    /// last of them, with whatever annotation is between.
    pub fn to_source(&self, range: TextRange) -> TextRange {
        let start = self.words.source_of(range.start());
        if range.is_empty() {
            return TextRange::empty(start) + self.start;
        }
        let last = self.words.source_of(range.end() - TextSize::new(1)) + TextSize::new(1);
        TextRange::new(start, last.max(start)) + self.start
    }

    /// The wire offset of the first word byte at or after the source offset `source`.
    pub fn to_wire(&self, source: TextSize) -> TextSize {
        let source = source.checked_sub(self.start).unwrap_or_default();
        let runs = &self.words.runs;
        let next = runs.partition_point(|(_, run)| run.end() <= source);
        match runs.get(next) {
            Some((wire, run)) => *wire + (source.max(run.start()) - run.start()),
            None => len_of(&self.words.text),
        }
    }

    /// The words of a range of the article, without the annotation between them.
    pub fn words(&self, source: TextRange) -> &str {
        let (start, end) = (self.to_wire(source.start()), self.to_wire(source.end()));
        self.text()
            .get(usize::from(start)..usize::from(end))
            .unwrap_or_default()
    }
}
