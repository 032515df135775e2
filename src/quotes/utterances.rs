//! Which quotations are parts of one utterance.

use std::collections::HashMap;

use crate::attribution::{Nature, Pattern};
use crate::model::{InferredSource, Item, Said};
use crate::quotes::voice::Reader;

/// Numbers utterances from 1, in the order of the text.
#[derive(Default)]
pub(super) struct Utterances {
    numbers: HashMap<Item, usize>,
    last: usize,
    /// The first part of the utterance that was going on last, outside of other quotations.
    going_on: Option<Item>,
    /// The first part of the utterance that each quotation belongs to.
    firsts: HashMap<Item, Item>,
}

impl Utterances {
    /// The number of the utterance that `item` belongs to; to be asked in the order of the text.
    pub(super) fn number(&mut self, reader: &Reader<'_>, item: Item) -> usize {
        let first = self.first(reader, item);
        self.firsts.insert(item, first);
        if reader.nature(item) == Nature::Speech && reader.around(item).is_none() {
            self.going_on = Some(first);
        }
        *self.numbers.entry(first).or_insert_with(|| {
            self.last += 1;
            self.last
        })
    }

    fn first(&self, reader: &Reader<'_>, item: Item) -> Item {
        if let Item::Quotation(at) = item
            && let Said::By(speech) | Said::Inside(speech) = reader.analysis.said[at]
        {
            return Item::Quotation(speech);
        }
        if reader.nature(item) != Nature::Speech {
            return item;
        }
        let source = reader.inferred(item);
        let first_of = |other: Item| self.firsts.get(&other).copied();
        if let Some(around) = reader.around(item).filter(|around| {
            let outer = reader.inferred(*around);
            is_same(outer, source)
        }) {
            return first_of(around).unwrap_or(around);
        }
        match (source.map(|source| source.pattern), self.going_on) {
            (Some(Pattern::GoesOn), Some(going_on)) => going_on,
            _ => item,
        }
    }
}

/// Whether both are one speaker, named by the same words.
fn is_same(one: Option<&InferredSource>, other: Option<&InferredSource>) -> bool {
    one.map(|source| source.speaker) == other.map(|source| source.speaker)
}
