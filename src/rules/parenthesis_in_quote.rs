use crate::model::{Form, Said, WireText, wording};
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::{TextEdit, TextRange, TextSize};

declare_rule! {
    /// ## What it does
    ///
    /// Reports words in parentheses inside a quotation. Cuts `(...)`, numbers and dates, references,
    /// single letters and acronyms are passed over, and so are asides that sound like the
    /// author's own: whole sentences, more than a few words, what begins with “and” or “or”.
    ///
    /// ## Why
    ///
    /// Readers cannot tell whether the speaker or the desk put them there. What the desk adds
    /// stands in brackets: `[the minister]`. No program can tell either, so brackets are offered and
    /// never written unasked.
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
    /// “They (the ministry) will not close it,”{haddad} Laila Haddad said.
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
    /// “They [the ministry] will not close it,”{haddad} Laila Haddad said.
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
    // Which quotations stand, at any depth, inside another, which holds the same parentheses.
    let mut is_inside = vec![false; quotations.len()];
    for (at, quotation) in quotations.iter().enumerate() {
        is_inside[at] = quotation
            .parent
            .is_some_and(|parent| is_meant(parent) || is_inside[parent]);
        if !is_meant(at) || is_inside[at] {
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
        let finding = PARENTHESIS_IN_QUOTE
            .report(
                range,
                "parentheses inside a quotation: whose words are these?",
            )
            .help("write `[…]` around what the desk added");
        out.push(match brackets(context.text(), range) {
            // Who wrote the parentheses is the very question.
            Some(edits) => finding.rewording_by_choice(context, "write brackets", edits),
            None => finding,
        });
    }
}

/// Brackets instead of the parentheses around `range`, unless what follows would make them an
/// annotation.
fn brackets(text: &str, range: TextRange) -> Option<Vec<TextEdit>> {
    let after = &text[usize::from(range.end())..];
    let makes_an_annotation = ["(#", "(=", "{"].iter().any(|tail| after.starts_with(tail));
    let inside = text[range].strip_prefix('(')?.strip_suffix(')')?;
    let inside = TextRange::at(range.start() + TextSize::new(1), TextSize::of(inside));
    let edit = |range, bracket: &str| TextEdit {
        range,
        text: bracket.to_owned(),
    };
    (!makes_an_annotation).then(|| {
        let open = TextRange::new(range.start(), inside.start());
        let close = TextRange::new(inside.end(), range.end());
        vec![edit(open, "["), edit(close, "]")]
    })
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
    let is_title = is_title(text);
    let insertions = pairs.into_iter().filter(|&(start, end)| {
        let inside = text[start..end].trim_matches(['(', ')', '（', '）']);
        let length = wording::count(&wording::words(
            wire,
            TextRange::new(offset(start), offset(end)),
        ));
        let aside = Aside {
            before: &text[..start],
            inside: inside.trim(),
            after: &text[end..],
            length,
        };
        !is_title && aside.is_insertion()
    });
    insertions
        .map(|(start, end)| wire.to_source(TextRange::new(offset(start), offset(end))))
        .collect()
}

/// Whether a quotation is a name or title, of which the parentheses are a part.
fn is_title(text: &str) -> bool {
    let outside = text.split('(').next().unwrap_or_default();
    let is_capitalised = |word: &str| word.starts_with(char::is_uppercase);
    let mut words = outside.split_whitespace().take(LONGEST_TITLE + 1);
    let capitalised = words
        .by_ref()
        .take_while(|word| is_capitalised(word))
        .count();
    words.next().is_none() && (2..=LONGEST_TITLE).contains(&capitalised)
}

/// How many words of a title stand before its parentheses at most.
const LONGEST_TITLE: usize = 5;

/// Parentheses in a quotation.
struct Aside<'a> {
    before: &'a str,
    inside: &'a str,
    after: &'a str,
    /// How many words they hold.
    length: usize,
}

impl Aside<'_> {
    /// Whether the desk may have put the words in.
    fn is_insertion(&self) -> bool {
        !self.is_reference() && !self.is_part_of_a_word() && !self.is_of_the_author()
    }

    /// A cut, a number or date such as `(Jan. 6)`, the letter of a list, an acronym, a section of
    /// a text, a party and its state such as `(R-Texas)`.
    fn is_reference(&self) -> bool {
        let inside = self.inside;
        let is_acronym = inside
            .chars()
            .all(|c| c.is_uppercase() || c.is_numeric() || "-.&/".contains(c));
        let has_digit = |word: &&str| word.contains(char::is_numeric);
        let words = inside
            .split_whitespace()
            .filter(|word| word.contains(char::is_alphabetic) && !has_digit(word));
        let is_number = inside.contains(char::is_numeric)
            && (words.clone().count() <= 1
                || words
                    .clone()
                    .all(|word| word.starts_with(char::is_uppercase)));
        let mut first = inside.chars();
        let is_party = first.next().is_some_and(char::is_uppercase) && first.next() == Some('-');
        let letters = inside.chars().filter(|c| c.is_alphabetic()).count();
        letters <= 1 || is_acronym || is_number || is_party
    }

    /// `(Uran-)Anreicherung`, `pupil(s)`: of scripts with capitals, in which words stand apart.
    fn is_part_of_a_word(&self) -> bool {
        let has_case = |c: char| c.is_lowercase() || c.is_uppercase();
        self.before.ends_with(has_case) || self.after.starts_with(has_case)
    }

    /// A whole sentence, a long remark, or one that goes on from the words before it.
    fn is_of_the_author(&self) -> bool {
        let ends = ['.', '!', '?', '…', '؟', '。', '！', '？'];
        let before = self.before.trim_end();
        let is_sentence =
            self.length > 3 && (before.ends_with(ends) || self.inside.ends_with(ends));
        let first = self.inside.split_whitespace().next().unwrap_or_default();
        let goes_on = self.length > 1 && GOES_ON.contains(&first);
        is_sentence || goes_on || self.length > LONGEST_INSERTION
    }
}

/// How many words desks put in at most.
const LONGEST_INSERTION: usize = 6;

/// Words with which authors begin an aside, and desks no insertion.
const GOES_ON: [&str; 15] = [
    "and", "or", "but", "though", "although", "und", "oder", "aber", "obwohl", "et", "ou", "mais",
    "أو", "لكن", "ولكن",
];
