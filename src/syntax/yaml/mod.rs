//! YAML as a tree in which every key and value knows where it stands.
//!
//! Reading order: [`mod@tree`] is the result, `build` makes it from the events of
//! `saphyr-parser`, `gap` reads what stands between two values, `input` and `characters` make
//! bytes of the parser's count of characters, and `message` says what is wrong in words that help.
//!
//! Not here: what a key means, and types of scalars (a number, a date and a word are all text).

mod build;
mod characters;
mod gap;
mod input;
mod message;
pub mod tree;

pub use build::{MAX_DEPTH, MAX_NODES};
pub use message::NO_MAPPING;
pub use tree::{Entry, Node, Scalar, Value};

use crate::text::TextSize;

/// What could be read of a text, and what could not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The mapping that the text holds, as far as it could be read; `None` where there is none.
    pub root: Option<Node>,
    /// What is wrong, in the order of the text.
    pub errors: Vec<YamlError>,
}

/// Why a text, or a part of it, cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YamlError {
    /// Where it stops making sense, in bytes of the text.
    pub offset: TextSize,
    /// What is wrong and what to do: lower case, no final period, without the place.
    pub message: String,
}

/// Reads `text` as one mapping of keys to values. Never fails: where the text stops being YAML,
/// what stands before is the tree. Time is linear in the length of the text.
pub fn parse(text: &str) -> Parsed {
    build::build(text)
}

#[cfg(test)]
mod tests;
