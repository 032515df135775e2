//! Where sentences begin and end, around quotations rather than inside them.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::lexicon::Class;
use super::prose::Passage;
use super::token::{Kind, Token};
use crate::text::{TextRange, TextSize};

/// The tokens of one sentence.
#[derive(Clone, Copy)]
pub(super) struct Sentence<'a> {
    /// The passage.
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
}

impl<'a> Sentence<'a> {
    pub(super) fn word(&self, at: usize) -> &'a str {
        &self.text[self.tokens[at].range]
    }

    /// Where the tokens of `phrase`, at least one, stand in the passage.
    pub(super) fn range(&self, phrase: &Range<usize>) -> TextRange {
        let tokens = &self.tokens[phrase.clone()];
        tokens[0].range.cover(tokens[tokens.len() - 1].range)
    }
}

/// How a quotation ends, between its last word and what follows its closing mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tail {
    /// With a point: a whole sentence.
    Stop,
    /// With `?`, `!` or `…`: a whole sentence, and what follows may belong to it.
    Call,
    /// With a comma: who says it follows.
    Comma,
    /// With nothing.
    None,
}

/// The tail of a quotation.
pub(super) fn tail(passage: &Passage<'_>, quote: usize) -> Tail {
    let inside = &passage.text[passage.quotes[quote].range];
    let end = inside
        .trim_end_matches(|c: char| !c.is_alphanumeric() && !",،.!?…؟—–-".contains(c))
        .chars()
        .next_back();
    match end {
        Some('.') => Tail::Stop,
        Some('!' | '?' | '…' | '؟' | '—' | '–' | '-') => Tail::Call,
        Some(',' | '،') => Tail::Comma,
        _ => Tail::None,
    }
}

/// The sentences of a passage, as ranges of its tokens.
pub(super) fn sentences(passage: &Passage<'_>, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for at in 0..tokens.len() {
        if at + 1 < tokens.len() && ends(passage, tokens, at) {
            sentences.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}

/// The sentences of a passage by Unicode's rules; none ends in a quotation, nor before a small letter.
pub(super) fn by_unicode(passage: &Passage<'_>) -> Vec<TextRange> {
    let text = passage.text;
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, part) in text.split_sentence_bound_indices() {
        let end = at + part.len();
        let next = text[end..].chars().next();
        let offset = TextSize::new(end as u32);
        let quotes = &passage.quotes;
        let before = quotes.partition_point(|quote| quote.range.start() < offset);
        let quote = before.checked_sub(1).map(|quote| quotes[quote].range);
        // Right behind the closing mark, without a space, the sentence goes on: 「はい。」と言った。
        let is_quoted = quote.is_some_and(|quote| quote.contains_inclusive(offset));
        let goes_on = next.is_some_and(|next| is_quoted || next.is_lowercase());
        if !goes_on {
            let sentence = text[start..end].trim_end();
            let blank = sentence.len() - sentence.trim_start().len();
            let first = TextSize::new((start + blank) as u32);
            sentences.push(TextRange::at(first, TextSize::of(sentence.trim_start())));
            start = end;
        }
    }
    sentences
}

/// Whether a sentence ends with the token at `at`, which is not the last.
fn ends(passage: &Passage<'_>, tokens: &[Token], at: usize) -> bool {
    let next = &tokens[at + 1];
    match tokens[at].kind {
        // A line ends where the wire broke it, unless a word in small letters goes on.
        _ if has_break(
            passage,
            tokens[at].range.end().into(),
            next.range.start().into(),
        ) =>
        {
            true
        }
        Kind::Stop => match next.kind {
            Kind::Stop | Kind::Close | Kind::Comma => false,
            Kind::Word(_) => next.is_capital() || !has_case(passage, next),
            _ => true,
        },
        Kind::Quote(quote) => match tail(passage, quote) {
            Tail::Stop => starts_sentence(passage, next),
            Tail::Call => starts_sentence(passage, next) && !a_cue_is_near(&tokens[at + 1..]),
            Tail::Comma | Tail::None => false,
        },
        _ => false,
    }
}

fn has_break(passage: &Passage<'_>, end: usize, start: usize) -> bool {
    passage.text[end..start].contains('\n')
}

fn has_case(passage: &Passage<'_>, token: &Token) -> bool {
    let first = passage.text[token.range].chars().next();
    first.is_some_and(|first| first.is_lowercase() || first.is_uppercase())
}

fn starts_sentence(passage: &Passage<'_>, next: &Token) -> bool {
    match next.kind {
        Kind::Word(_) => next.is_capital() || (!has_case(passage, next) && !next.is(Class::SAYS)),
        Kind::Number | Kind::Quote(_) | Kind::Open => true,
        _ => false,
    }
}

/// Whether, after `“Why?”`, `Smith asked` or `Smith, the host, asked` follows.
fn a_cue_is_near(tokens: &[Token]) -> bool {
    let has_comma = tokens.iter().take(6).any(|token| token.kind == Kind::Comma);
    let words = tokens
        .iter()
        .take(if has_comma { 14 } else { 6 })
        .take_while(|token| token.is_word() || token.kind == Kind::Comma);
    words.into_iter().any(|token| token.is(Class::SAYS))
}
