//! How subject and verb stand to one another: one module for each order of words.

mod subject_first;
pub(super) mod verb_first;
pub(super) mod verb_second;

use super::language::Order;
use super::lexicon::Lexicon;
use super::memory::Memory;
use super::prose::Passage;
use super::reading::PassageReading;

/// Reads a passage; `memory` is of the passages before it, and then of this one too.
pub(super) fn read(
    passage: &Passage<'_>,
    lexicon: &Lexicon,
    memory: &mut Memory,
) -> PassageReading {
    match lexicon.language.order {
        Order::SubjectFirst => subject_first::read(passage, lexicon, memory),
        Order::VerbFirst => verb_first::read(passage, lexicon, memory),
        Order::VerbSecond => verb_second::read(passage, lexicon, memory),
    }
}
