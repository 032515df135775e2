use crate::model::{Form, Said, WireText};
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::{TextRange, TextSize};

declare_rule! {
    /// ## What it does
    ///
    /// Reports words in parentheses inside a quotation. Cuts `(...)`, numbers, single letters and
    /// acronyms are passed over.
    ///
    /// ## Why
    ///
    /// Readers cannot tell whether the speaker or the desk put them there. What the desk adds
    /// stands in brackets: `[the minister]`.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad, aka: [Haddad]}
    /// ---
    ///
    /// “They (the ministry) will not close it,”{haddad} she said.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad, aka: [Haddad]}
    /// ---
    ///
    /// “They [the ministry] will not close it,”{haddad} she said.
    /// ```
    pub(super) static PARENTHESIS_IN_QUOTE =
        "parenthesis-in-quote", Info, "an insertion in parentheses between quotation marks"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let analysis = context.analysis();
    let quotations = &analysis.article.quotations;
    let is_meant = |at: usize| {
        matches!(quotations[at].form, Form::Marks { .. }) && analysis.said[at] != Said::NotSpeech
    };
    let mut found: Vec<TextRange> = Vec::new();
    for (at, quotation) in quotations.iter().enumerate() {
        // A quotation inside another holds the same parentheses once more.
        if !is_meant(at) || quotation.parent.is_some_and(is_meant) {
            continue;
        }
        let after = quotation.passage + quotation.pieces.len();
        for passage in analysis
            .article
            .passages
            .get(quotation.passage..after)
            .unwrap_or_default()
        {
            let start = passage.wire.to_wire(quotation.words().start());
            let end = passage.wire.to_wire(quotation.words().end());
            let words = TextRange::new(start, end.max(start));
            found.extend(parentheses(&passage.wire, words));
        }
    }
    found.sort_by_key(|range| (range.start(), range.end()));
    found.dedup();
    for range in found {
        out.push(
            PARENTHESIS_IN_QUOTE
                .report(
                    range,
                    "parentheses inside a quotation: whose words are these?",
                )
                .help("write `[…]` around what the desk added"),
        );
    }
}

/// The outermost parentheses around words in a part of a passage, in bytes of the article.
fn parentheses(wire: &WireText, part: TextRange) -> Vec<TextRange> {
    let text = &wire.text()[part];
    let mut open: Vec<usize> = Vec::new();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (at, character) in text.char_indices() {
        match character {
            '(' | '（' => open.push(at),
            ')' | '）' => {
                let Some(start) = open.pop() else { continue };
                while pairs.last().is_some_and(|(inner, _)| *inner > start) {
                    pairs.pop();
                }
                pairs.push((start, at + character.len_utf8()));
            }
            _ => {}
        }
    }
    let offset = |at: usize| part.start() + TextSize::new(at as u32);
    let insertions = pairs.into_iter().filter(|&(start, end)| {
        let words = text[start..end].trim_matches(['(', ')', '（', '）']);
        is_insertion(words.trim())
    });
    insertions
        .map(|(start, end)| wire.to_source(TextRange::new(offset(start), offset(end))))
        .collect()
}

/// Whether it is words, and neither a cut, a number or date such as `(Jan. 6)`, the letter of a
/// list, an acronym, nor a party and its state such as `(R-Texas)`.
fn is_insertion(words: &str) -> bool {
    let is_acronym = words
        .chars()
        .all(|c| c.is_uppercase() || c.is_numeric() || "-.&/".contains(c));
    let has_word = |part: &&str| part.contains(char::is_alphabetic);
    let is_number =
        words.contains(char::is_numeric) && words.split_whitespace().filter(has_word).count() <= 1;
    let mut first = words.chars();
    let is_party = first.next().is_some_and(char::is_uppercase) && first.next() == Some('-');
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1 && !is_acronym && !is_number && !is_party
}
