//! The tree: blocks side by side, and in each block its pieces in the order of the text.
//!
//! Offsets in a block count from the block's start, so that a block stays the same value
//! wherever the text before it moves it.

use std::sync::Arc;

use crate::syntax::block::RawBlock;
use crate::syntax::kept::Kept;
use crate::syntax::{Flavor, SyntaxKind};
use crate::text::{TextRange, TextSize};

/// A parsed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    flavor: Flavor,
    len: TextSize,
    /// What is wrong with the file and not with one of its blocks.
    error: Option<SyntaxError>,
    blocks: Vec<(TextSize, Arc<Block>)>,
}

impl Tree {
    pub(super) fn new(
        flavor: Flavor,
        len: TextSize,
        error: Option<SyntaxError>,
        blocks: Vec<(TextSize, Arc<Block>)>,
    ) -> Tree {
        Tree {
            flavor,
            len,
            error,
            blocks,
        }
    }

    /// What the text was read as.
    pub fn flavor(&self) -> Flavor {
        self.flavor
    }

    /// The length of the text in bytes.
    pub fn len(&self) -> TextSize {
        self.len
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The blocks and where each starts, in bytes of the text. They cover it without gaps.
    pub fn blocks(&self) -> impl DoubleEndedIterator<Item = (TextSize, &Arc<Block>)> {
        self.blocks.iter().map(|(start, block)| (*start, block))
    }

    /// The block that starts at `start`, if one does.
    pub(super) fn block_at(&self, start: TextSize) -> Option<&Arc<Block>> {
        let index = self
            .blocks
            .binary_search_by_key(&start, |(start, _)| *start)
            .ok()?;
        Some(&self.blocks[index].1)
    }

    /// All tokens in order, with their ranges in bytes of the text: printing them gives the
    /// text back.
    pub fn tokens(&self) -> impl Iterator<Item = (SyntaxKind, TextRange)> {
        self.blocks.iter().flat_map(|(start, block)| {
            let tokens = block.items.iter().filter(|item| !item.kind.is_node());
            tokens.map(|item| (item.kind, item.range + *start))
        })
    }

    /// The tokens that `range`, in bytes of the text, touches.
    pub fn tokens_in(
        &self,
        range: TextRange,
    ) -> impl Iterator<Item = (SyntaxKind, TextRange)> + '_ {
        let first = self
            .blocks
            .partition_point(|(start, block)| *start + block.len() <= range.start());
        let touched = self.blocks[first..]
            .iter()
            .take_while(move |(start, _)| *start < range.end());
        touched.flat_map(move |(start, block)| {
            let items = block.items_from(range.start().checked_sub(*start).unwrap_or_default());
            let tokens = items.iter().filter(|item| !item.kind.is_node());
            let tokens = tokens.map(|item| (item.kind, item.range + *start));
            tokens
                .skip_while(move |(_, token)| token.end() <= range.start())
                .take_while(move |(_, token)| token.start() < range.end())
        })
    }

    /// All errors in the order of their places, with ranges in bytes of the text.
    pub fn errors(&self) -> impl Iterator<Item = SyntaxError> {
        let of_blocks = self.blocks.iter().flat_map(|(start, block)| {
            let start = *start;
            block.errors.iter().map(move |error| SyntaxError {
                problem: error.problem,
                range: error.range + start,
            })
        });
        self.error.into_iter().chain(of_blocks)
    }
}

/// A part of the text that is read for itself: no annotation crosses its border.
#[derive(Debug, PartialEq, Eq)]
pub struct Block {
    kind: BlockKind,
    line_start: Option<TextSize>,
    len: TextSize,
    items: Vec<Item>,
    errors: Vec<SyntaxError>,
    kept: Kept,
}

impl Block {
    pub(super) fn new(
        raw: RawBlock,
        len: TextSize,
        items: Vec<Item>,
        errors: Vec<SyntaxError>,
    ) -> Block {
        Block {
            kind: raw.kind,
            line_start: raw.line_start,
            len,
            items,
            errors,
            kept: Kept::default(),
        }
    }

    /// What others made of it, for as long as its text is what it is.
    pub fn kept(&self) -> &Kept {
        &self.kept
    }

    /// What kind of block it is.
    pub fn kind(&self) -> BlockKind {
        self.kind
    }

    /// Its length in bytes.
    pub fn len(&self) -> TextSize {
        self.len
    }

    /// Whether it holds no text; no block of a tree does.
    pub fn is_empty(&self) -> bool {
        self.len == TextSize::new(0)
    }

    /// Its nodes and tokens, each node before what it holds; offsets count from the block.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Its items from the token that holds byte `offset` on.
    fn items_from(&self, offset: TextSize) -> &[Item] {
        let next = self
            .items
            .partition_point(|item| item.range.start() <= offset);
        let token = self.items[..next]
            .iter()
            .rposition(|item| !item.kind.is_node());
        &self.items[token.unwrap_or(0)..]
    }

    /// What is wrong with its markup; offsets count from the block.
    pub fn errors(&self) -> &[SyntaxError] {
        &self.errors
    }

    /// Whether parsing `raw` would give this very block, if their texts are equal.
    pub(super) fn is_read_like(&self, raw: RawBlock) -> bool {
        self.kind == raw.kind && self.line_start == raw.line_start && self.len == raw.range_len()
    }
}

/// The kinds of blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// YAML between two lines `---` at the start of an article.
    FrontMatter,
    /// A comment that stands between blocks.
    Comment,
    /// A heading; in wire text the headline.
    Heading,
    /// Running text.
    Paragraph,
    /// Empty lines.
    Blank,
}

/// A token, or a node with how far it reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: SyntaxKind,
    /// Its bytes, counted from the block's start.
    pub range: TextRange,
    /// For a node, the index of the first item after it and all it holds; for a token, 0.
    pub end: u32,
}

impl Item {
    pub(super) fn leaf(kind: SyntaxKind, range: TextRange) -> Item {
        Item {
            kind,
            range,
            end: 0,
        }
    }
}

/// Markup that is not as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SyntaxError {
    /// What is wrong.
    pub problem: Problem,
    /// Where, in bytes.
    pub range: TextRange,
}

/// The ways in which markup can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Problem {
    /// A first line `---` that no second one closes.
    UnclosedFrontMatter,
    /// A comment without its `-->`.
    UnclosedComment,
    /// A tail that is not closed on its line; the character that would close it.
    UnclosedTail(char),
    /// A tail without its `[`.
    TailWithoutBracket,
    /// A `[` that nothing closes, before an annotation that may have lost its beginning.
    DoubtfulBracket,
    /// An annotation of no words.
    NoWords,
    /// A tail that says nothing.
    EmptyTail,
    /// An id is missing after the character.
    MissingId(char),
    /// Two ids with nothing between them.
    MissingComma,
    /// An id after classes or keys.
    IdAfterAttributes,
    /// `>` a second time, or after `<`.
    MisplacedTo,
    /// `<` after classes or keys.
    MisplacedVia,
    /// A key without its value.
    MissingValue,
    /// A value in quotation marks that does not end.
    UnclosedValue,
    /// Something that means nothing here.
    Stray,
}
