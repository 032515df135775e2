//! What attribution reads: the words of an article, and where its quotations stand in them.

use crate::text::TextRange;

/// The words of an article.
#[derive(Debug, Clone, Copy)]
pub struct Prose<'a> {
    /// A BCP 47 tag.
    pub lang: &'a str,
    /// Its headings and paragraphs, in their order.
    pub passages: &'a [Passage<'a>],
}

/// A heading or a paragraph.
#[derive(Debug, Clone)]
pub struct Passage<'a> {
    /// Its words.
    pub text: &'a str,
    /// Whether it is a heading.
    pub is_heading: bool,
    /// Its outermost quotations, in the order of their places; they do not overlap.
    pub quotes: Vec<Quote>,
}

/// A quotation, or the part of one that stands in the passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote {
    /// Marks included, in bytes of the passage.
    pub range: TextRange,
    /// Whether it goes on from the passage before.
    pub goes_on: bool,
}
