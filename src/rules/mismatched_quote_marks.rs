use std::collections::HashMap;

use crate::model::style::Style;
use crate::model::{Form, Quotation};
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::{TextEdit, TextRange};

declare_rule! {
    /// ## What it does
    ///
    /// Reports a quotation whose two marks do not belong together in any usual style of the
    /// article's language: a curly mark with a straight one, an angle mark with a curly one, an
    /// opening mark at the end.
    ///
    /// ## Why
    ///
    /// Readers stumble, and programs that look for quotations take the words between this
    /// quotation and the next for quoted ones.
    ///
    /// ## Bad
    ///
    /// ```text
    /// “We will not close it," she said.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// “We will not close it,” she said.
    /// ```
    pub(super) static MISMATCHED_QUOTE_MARKS =
        "mismatched-quote-marks", Warning, "a quotation whose two marks do not belong together"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let (article, text) = (context.article(), context.text());
    let style = Style::of(article.lang());
    let mut usual: HashMap<&str, usize> = HashMap::new();
    let mut mismatched: Vec<(&Quotation, TextRange, TextRange)> = Vec::new();
    for quotation in &article.quotations {
        let Form::Marks { open, close } = quotation.form else {
            continue;
        };
        // Of a web page that was pasted with its tags: `<a href=”…”>`.
        if text[..usize::from(open.start())].ends_with('=') {
            continue;
        }
        if style.has(&text[open], &text[close]) {
            *usual.entry(&text[open]).or_default() += 1;
            *usual.entry(&text[close]).or_default() += 1;
        } else {
            mismatched.push((quotation, open, close));
        }
    }
    let is_usual = |mark: &str| usual.get(mark).copied().unwrap_or_default();
    for (quotation, open, close) in mismatched {
        let (opens, closes) = (&text[open], &text[close]);
        // The wrong one of the two is the one that never stands there, else the one that the rest
        // of the article uses less, else the straight one.
        let is_straight = |mark: &str| mark.starts_with(['"', '\'']);
        let is_open_wrong = if style.opens(opens) == style.closes(closes) {
            (is_usual(opens), is_straight(closes)) < (is_usual(closes), is_straight(opens))
        } else {
            !style.opens(opens)
        };
        let (wrong, other) = if is_open_wrong {
            (open, close)
        } else {
            (close, open)
        };
        let (right, does, done) = if is_open_wrong {
            (
                style.opening(closes),
                "open what `{}` closes",
                "it is closed here",
            )
        } else {
            (
                style.closing(opens),
                "close what `{}` opens",
                "it is opened here",
            )
        };
        let does = does.replace("{}", &text[other]);
        let wrong_mark = &text[wrong];
        // Each paragraph of a quotation that runs on begins with the mark that opens it.
        let pieces = quotation.pieces.iter().filter(|piece| {
            is_open_wrong && text[**piece].starts_with(wrong_mark) && piece.start() != wrong.start()
        });
        let again = pieces.map(|piece| TextRange::at(piece.start(), wrong.len()));
        let edits = std::iter::once(wrong).chain(again).map(|range| TextEdit {
            range,
            text: right.to_owned(),
        });
        out.push(
            MISMATCHED_QUOTE_MARKS
                .report(wrong, format!("`{wrong_mark}` does not {does}"))
                .related(context.here(other), done)
                .rewording(context, format!("write `{right}`"), edits.collect()),
        );
    }
}
