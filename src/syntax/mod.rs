//! Text to a lossless tree. Parsing is pure and total: every text has a tree, errors stand
//! beside it, and nothing here knows what an id or a quotation means.
//!
//! Reading order: [`kind`] names the pieces, `block` cuts the text into blocks, `inline` finds
//! the annotations in one block, `tail` reads what stands in their braces, [`tree`] holds the
//! result, `reparse` reuses it after an edit, `kept` is what others make of a block and keep with
//! it, and [`mod@strip`] takes the annotation off again.
//! [`conflict`] finds what a merge left behind, which is part of no tree. [`yaml`] and [`json`] are what
//! stands in and beside articles and is read by a library.

pub mod ast;
mod block;
pub mod conflict;
mod inline;
pub mod json;
mod kept;
pub mod kind;
mod reparse;
pub mod strip;
mod tail;
pub mod tree;
mod wire;
pub mod yaml;

pub use kept::Kept;
pub use kind::SyntaxKind;
pub use reparse::reparse;
pub use strip::{escape, strip};
pub use tree::{Block, BlockKind, Item, Problem, SyntaxError, Tree};
pub use wire::WireMap;

use std::sync::Arc;

use crate::text::{TextRange, TextSize, len_of};

/// What a text is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flavor {
    /// An article, `*.news.md`: annotations, headings, comments and front matter have meaning.
    Article,
    /// Wire text, `*.txt`: nothing is markup.
    Wire,
}

/// Parses a whole text. Never fails; time and memory are linear in its length.
pub fn parse(text: &str, flavor: Flavor) -> Tree {
    let blocks = block::split(text, flavor)
        .into_iter()
        .map(|raw| (raw.start(), Arc::new(parse_block(text, raw, flavor))))
        .collect();
    Tree::new(
        flavor,
        len_of(text),
        block::unclosed_front_matter(text, flavor),
        blocks,
    )
}

/// The front matter of a text by itself, as [`parse`] has it; without any, the tree of no text.
pub fn parse_front_matter(text: &str, flavor: Flavor) -> Tree {
    let end = block::front_matter_end(text, flavor).unwrap_or(0);
    parse(&text[..end], flavor)
}

/// Parses one block. The outcome depends on the block's own text, kind and first line alone,
/// which is what lets [`reparse`] keep the blocks that an edit does not touch.
fn parse_block(text: &str, raw: block::RawBlock, flavor: Flavor) -> Block {
    let text = &text[raw.range()];
    match (flavor, raw.kind) {
        (Flavor::Article, BlockKind::FrontMatter) => block::front_matter(text),
        (Flavor::Article, BlockKind::Comment) => block::comment(text),
        (_, BlockKind::Blank) => {
            let range = TextRange::up_to(len_of(text));
            Block::new(
                raw,
                len_of(text),
                vec![Item::leaf(SyntaxKind::Text, range)],
                Vec::new(),
            )
        }
        _ => inline::parse(text, raw, flavor),
    }
}

/// The offset of the byte `at`.
fn offset(at: usize) -> TextSize {
    TextSize::new(at as u32)
}

/// The range of the bytes from `start` up to `end`.
fn range(start: usize, end: usize) -> TextRange {
    TextRange::new(offset(start), offset(end))
}
