//! Reading news that nobody has annotated: which words between quotation marks are speech, what is
//! said without them, and who is named as the speaker, with the evidence for it.
//!
//! Reading order: [`prose`] is what is read, [`reading`] what comes of it. A `language` is a table of
//! words, of which `lexicon` makes something to look up; `token` cuts a passage into words and whole
//! quotations, `sentence` into sentences around them. A `grammar` knows how subject and verb stand to
//! one another and reads sentence by sentence, with a `memory` of who spoke last;
//! `naming` tells name and title apart in the phrases that name a speaker.

mod grammar;
mod language;
mod lexicon;
mod memory;
mod naming;
pub mod prose;
pub mod reading;
mod sentence;
#[cfg(test)]
mod tests;
mod token;

use std::sync::Arc;

use lexicon::Lexicon;
use memory::Memory;
use reading::Read;

use crate::text::TextRange;

pub use naming::{Naming, Sort, is_personal_pronoun, is_pronoun, whole_name};
pub use prose::{Passage, Prose, Quote};
pub use reading::{
    Attribution, Grade, Nature, PassageReading, Pattern, Reading, Source, Statement, Words,
};

/// What the words of an article say of its quotations, passage by passage. Where nothing is known of
/// the language, nothing is said. `before` is what was read of the article before a change: a passage
/// is read again only if its own words have changed or others are remembered when it begins.
pub fn read(prose: &Prose<'_>, before: Option<&Reading>) -> Reading {
    let Some(lexicon) = lexicon::of(prose.lang) else {
        return Reading::default();
    };
    let mut memory = Memory::default();
    let mut read: Vec<Arc<Read>> = Vec::with_capacity(prose.passages.len());
    for (at, passage) in prose.passages.iter().enumerate() {
        let from_end = prose.passages.len() - at;
        let same =
            before.and_then(|before| before.same(at, from_end, prose.lang, passage, &memory));
        let passage = same.unwrap_or_else(|| Arc::new(read_passage(passage, lexicon, &memory)));
        memory.clone_from(&passage.remembered_after);
        read.push(passage);
    }
    Reading {
        lang: prose.lang.to_owned(),
        read,
    }
}

fn read_passage(passage: &Passage<'_>, lexicon: &Lexicon, before: &Memory) -> Read {
    let mut memory = before.clone();
    let mut found = grammar::read(passage, lexicon, &mut memory);
    found.names = naming::names(passage, &found, lexicon);
    memory.turn();
    Read {
        text: passage.text.into(),
        is_heading: passage.is_heading,
        quotes: passage.quotes.clone(),
        remembered_before: before.clone(),
        found,
        remembered_after: memory,
    }
}

/// The sentences of a passage in the language `lang`, a BCP 47 tag: around its quotations rather than
/// inside them, and wherever its lines end. Where nothing is known of the language, they end as Unicode
/// has it.
pub fn sentences(passage: &Passage<'_>, lang: Option<&str>) -> Vec<TextRange> {
    let on_one_line = passage.text.replace(['\n', '\r'], " ");
    let passage = Passage {
        text: &on_one_line,
        ..passage.clone()
    };
    let Some(lexicon) = lang.and_then(lexicon::of) else {
        return sentence::by_unicode(&passage);
    };
    let tokens = token::tokens(&passage, lexicon);
    let sentences = sentence::sentences(&passage, &tokens).into_iter();
    let whole = |tokens: &[token::Token]| {
        let ranges = tokens.iter().map(|token| token.range);
        ranges.reduce(TextRange::cover)
    };
    sentences
        .filter_map(|sentence| whole(&tokens[sentence]))
        .collect()
}

/// Whether texts in the language `lang`, a BCP 47 tag, can be read.
pub fn reads(lang: &str) -> bool {
    lexicon::of(lang).is_some()
}
