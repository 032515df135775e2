//! Headings and what stands below them.

use crate::syntax::{Block, BlockKind, SyntaxKind};
use crate::text::{FileId, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// A heading with all that stands below it, up to the next heading that is of no lower rank; the white
/// space at the end apart. In bytes of the file.
pub(super) fn sections(snapshot: &Snapshot, file: FileId) -> Vec<TextRange> {
    if !matches!(snapshot.kind(file), FileKind::Article | FileKind::Wire) {
        return Vec::new();
    }
    let (text, tree) = (snapshot.text(file), snapshot.tree(file));
    let mut sections = Vec::new();
    // The headings that the text still stands below, each with its signs.
    let mut open: Vec<(TextSize, TextSize)> = Vec::new();
    let mut close = |open: &mut Vec<(TextSize, TextSize)>, signs: TextSize, end: TextSize| {
        while let Some((start, _)) = open.pop_if(|(_, opened)| *opened >= signs) {
            let whole = TextRange::new(start, end);
            sections.push(TextRange::at(start, TextSize::of(text[whole].trim_end())));
        }
    };
    for (start, block) in tree.blocks() {
        if block.kind() != BlockKind::Heading {
            continue;
        }
        let signs = signs(block);
        close(&mut open, signs, start);
        open.push((start, signs));
    }
    close(&mut open, TextSize::new(0), tree.len());
    sections.sort_by_key(|section| (section.start(), std::cmp::Reverse(section.end())));
    sections
}

/// The signs of a heading with the space behind them; the headline of a wire text has none.
pub(super) fn signs(heading: &Block) -> TextSize {
    // Before the signs stands a byte order mark at most.
    let mut first = heading.items().iter().take(2);
    let hashes = first.find(|item| item.kind == SyntaxKind::Hashes);
    hashes.map_or(TextSize::new(0), |hashes| hashes.range.len())
}
