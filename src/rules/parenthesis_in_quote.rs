use crate::model::{Form, Said, WireText};
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::{TextRange, TextSize};

declare_rule! {
    /// ## What it does
    ///
    /// Reports words in parentheses inside a quotation. Cuts `(...)`, numbers and acronyms are
    /// passed over.
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
    let quotations = analysis.article.quotations.iter().zip(&analysis.said);
    let mut found: Vec<TextRange> = Vec::new();
    for (quotation, said) in quotations {
        let is_between_marks = matches!(quotation.form, Form::Marks { .. });
        if !is_between_marks || *said == Said::NotSpeech {
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
    // A quotation inside another holds the same parenthesis once more.
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

/// The parentheses around words in a part of a passage, in bytes of the article.
fn parentheses(wire: &WireText, part: TextRange) -> Vec<TextRange> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, character) in wire.text()[part].char_indices() {
        match character {
            '(' | '（' => open = Some(at),
            ')' | '）' => {
                let Some(start) = open.take() else { continue };
                let whole = &wire.text()[part][start..at + character.len_utf8()];
                let words = whole.trim_matches(['(', ')', '（', '）']).trim();
                if is_insertion(words) {
                    let start = part.start() + TextSize::new(start as u32);
                    found.push(wire.to_source(TextRange::at(start, TextSize::of(whole))));
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether it is words, and neither a cut, a number, nor an acronym.
fn is_insertion(words: &str) -> bool {
    let is_acronym = words.chars().count() > 1
        && words
            .chars()
            .all(|c| c.is_uppercase() || c.is_numeric() || "-.&/".contains(c));
    words.chars().any(char::is_alphabetic) && !is_acronym
}
