//! A tree after an edit: only the blocks that the edit touches are read again.

use std::sync::Arc;

use crate::syntax::block::{RawBlock, split, unclosed_front_matter};
use crate::syntax::parse_block;
use crate::syntax::tree::{Block, Tree};
use crate::text::{TextRange, TextSize, len_of};

/// The tree of `text`, which came from the text of `old` by replacing the bytes `replaced`
/// with `inserted` bytes. Equal to a parse from scratch; blocks outside the edit are the same
/// allocations as before, by which what was made from them can be kept.
pub fn reparse(old: &Tree, text: &str, replaced: TextRange, inserted: TextSize) -> Tree {
    let flavor = old.flavor();
    let edited = TextRange::at(replaced.start(), inserted);
    let blocks = split(text, flavor)
        .into_iter()
        .map(|raw| {
            let kept = kept_block(old, raw, edited, replaced);
            let block = kept.unwrap_or_else(|| Arc::new(parse_block(text, raw, flavor)));
            (raw.start(), block)
        })
        .collect();
    Tree::new(
        flavor,
        len_of(text),
        unclosed_front_matter(text, flavor),
        blocks,
    )
}

/// The old block that stands for `raw`, if the edit left its text alone.
fn kept_block(
    old: &Tree,
    raw: RawBlock,
    edited: TextRange,
    replaced: TextRange,
) -> Option<Arc<Block>> {
    let range = raw.range();
    let old_start = if range.end() <= edited.start() {
        range.start()
    } else if range.start() >= edited.end() {
        range.start() - edited.end() + replaced.end()
    } else {
        return None;
    };
    let block = old.block_at(old_start)?;
    block.is_read_like(raw).then(|| Arc::clone(block))
}
