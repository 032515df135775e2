use std::collections::hash_map::Entry;

use foldhash::{HashMap, HashMapExt};

use crate::model::{Form, Said};
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::TextRange;

declare_rule! {
    /// ## What it does
    ///
    /// Reports a quotation that stands in the article a second time, word for word. Short ones are
    /// passed over, and so is what the headline or the first paragraph has quoted: articles take
    /// those words up again.
    ///
    /// ## Why
    ///
    /// It was pasted twice, mostly when paragraphs were moved about.
    ///
    /// ## Bad
    ///
    /// ```text
    /// The bridge stays open, the minister said on Tuesday.
    ///
    /// “We looked at every report and found no reason to close it,” she said.
    ///
    /// The town had asked for a decision before the summer.
    ///
    /// “We looked at every report and found no reason to close it,” she said.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// “We looked at every report and found no reason to close it,” the minister said on Tuesday.
    ///
    /// The town had asked for a decision before the summer.
    ///
    /// “We looked at every report and found no reason to close it,” she repeated.
    /// ```
    pub(super) static REPEATED_QUOTE =
        "repeated-quote", Info, "a quotation that stands in the article twice"
}

/// A quotation of fewer words may be a formula that is meant to come back.
const SHORTEST: usize = 8;

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let analysis = context.analysis();
    let article = &analysis.article;
    let lead = article
        .passages
        .iter()
        .position(|passage| !passage.is_heading);
    let is_quoted = |at: usize| matches!(article.quotations[at].form, Form::Marks { .. });
    let mut first: HashMap<u64, TextRange> = HashMap::new();
    for (at, quotation) in article.quotations.iter().enumerate() {
        let is_inside = quotation.parent.is_some_and(is_quoted);
        let is_meant = is_quoted(at) && analysis.said[at] != Said::NotSpeech && !is_inside;
        if !is_meant || quotation.is_heading || Some(quotation.passage) == lead {
            continue;
        }
        let wording = article.wording(quotation);
        if wording.count < SHORTEST {
            continue;
        }
        match first.entry(wording.row) {
            Entry::Vacant(entry) => _ = entry.insert(quotation.range),
            Entry::Occupied(entry) => out.push(
                REPEATED_QUOTE
                    .report(
                        quotation.range,
                        "this quotation stands in the article twice",
                    )
                    .related(context.here(*entry.get()), "it stands here already"),
            ),
        }
    }
}
