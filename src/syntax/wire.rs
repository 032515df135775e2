//! From a place in the article to the same place in its wire text.

use crate::syntax::Tree;
use crate::text::{TextRange, TextSize};

/// Where each run of wire text stands. *Source offsets* count bytes of the article, *wire
/// offsets* those of [`strip`](crate::syntax::strip())'s outcome.
#[derive(Debug)]
pub struct WireMap {
    /// The source of each run, and where it starts in the wire text.
    runs: Vec<(TextRange, TextSize)>,
}

impl WireMap {
    /// Maps the article whose tree is `tree`.
    pub fn new(tree: &Tree) -> WireMap {
        let mut runs = Vec::new();
        let mut len = TextSize::new(0);
        for (_, range) in tree.tokens().filter(|(kind, _)| kind.is_wire()) {
            runs.push((range, len));
            len += range.len();
        }
        WireMap { runs }
    }

    /// The wire offset of `source`; for a place in an annotation, that of the words after it.
    pub fn to_wire(&self, source: TextSize) -> TextSize {
        let next = self
            .runs
            .partition_point(|(range, _)| range.end() <= source);
        match (self.runs.get(next), self.runs.last()) {
            (Some((range, wire)), _) => *wire + (source.max(range.start()) - range.start()),
            (None, Some((range, wire))) => *wire + range.len(),
            (None, None) => TextSize::new(0),
        }
    }
}
