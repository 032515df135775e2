//! Everything that is said in an article, with marks and without.

use std::cmp::Reverse;

use crate::model::analysis::Analysis;
use crate::model::quotation::Form;
use crate::text::TextRange;

/// Something that is said, by its place in the article's list of such things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Item {
    /// Between marks or brackets.
    Quotation(usize),
    /// Said without marks, as far as the words tell.
    Statement(usize),
}

impl Analysis {
    /// All that is said, in the order of the text; what holds another is first. Indirect speech that
    /// brackets mark is listed once.
    pub fn items(&self) -> Vec<Item> {
        let quotations = &self.article.quotations;
        let statements = &self.inferred.statements;
        let spans: Vec<TextRange> = quotations
            .iter()
            .filter(|quotation| quotation.form == Form::Span)
            .map(|quotation| quotation.range)
            .collect();
        // How far the spans reach that begin no later than each of them.
        let mut reach = TextRange::default().end();
        let reaches: Vec<_> = spans
            .iter()
            .map(|span| {
                reach = reach.max(span.end());
                reach
            })
            .collect();
        let is_marked = |content: TextRange| {
            let before = spans.partition_point(|span| span.start() < content.end());
            before > 0 && reaches[before - 1] > content.start()
        };
        let unmarked = (0..statements.len()).filter(|at| !is_marked(statements[*at].content));
        let quoted = (0..quotations.len()).map(Item::Quotation);
        let mut items: Vec<Item> = unmarked.map(Item::Statement).chain(quoted).collect();
        items.sort_by_key(|item| {
            let range = self.range(*item);
            (range.start(), Reverse(range.end()))
        });
        items
    }

    /// Where it stands, with its marks or brackets, in bytes of the article.
    pub fn range(&self, item: Item) -> TextRange {
        match item {
            Item::Quotation(at) => self.article.quotations[at].range,
            Item::Statement(at) => self.inferred.statements[at].content,
        }
    }

    /// The same without them.
    pub fn inside(&self, item: Item) -> TextRange {
        match item {
            Item::Quotation(at) => self.article.quotations[at].words(),
            Item::Statement(at) => self.inferred.statements[at].content,
        }
    }
}
