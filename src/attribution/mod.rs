//! Reading news that nobody has annotated: which words between quotation marks are speech, what is
//! said without them, and who is named as the speaker, with the evidence for it.
//!
//! Reading order: [`prose`] is what is read, [`reading`] what comes of it. A `language` is a table of
//! words, of which `lexicon` makes something to look up; `token` cuts a passage into words and whole
//! quotations, `sentence` into sentences around them. A `grammar` knows how subject and verb stand to
//! one another and reads sentence by sentence, with a `memory` of who spoke last.

mod grammar;
mod language;
mod lexicon;
mod memory;
pub mod prose;
pub mod reading;
mod sentence;
#[cfg(test)]
mod tests;
mod token;

use memory::Memory;

pub use prose::{Passage, Prose, Quote};
pub use reading::{
    Attribution, Grade, Nature, PassageReading, Pattern, Reading, Source, Statement, Words,
};

/// What the words of an article say of its quotations, passage by passage. Where nothing is known of
/// the language, nothing is said.
pub fn read(prose: &Prose<'_>) -> Reading {
    let Some(lexicon) = lexicon::of(prose.lang) else {
        return Reading::default();
    };
    let mut memory = Memory::default();
    let mut passages = Vec::with_capacity(prose.passages.len());
    for passage in prose.passages {
        passages.push(grammar::read(passage, lexicon, &mut memory));
        memory.turn();
    }
    Reading { passages }
}
