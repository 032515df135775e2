use crate::model::Form;
use crate::model::style::Style;
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::{TextEdit, TextRange, TextSize};

declare_rule! {
    /// ## What it does
    ///
    /// Reports a double quotation mark that opens a quotation which no mark closes, and one that
    /// closes what nothing opened. A quotation may run over paragraphs: each begins with an opening
    /// mark, and only the last closes. In languages other than English the marks between may be
    /// missing.
    ///
    /// ## Why
    ///
    /// Where the quotation ends is left to the reader, and the words after it may be taken for the
    /// speaker's.
    ///
    /// ## Bad
    ///
    /// ```text
    /// She said: “We will not close it.
    ///
    /// The ferry leaves at noon.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// “We will not close it.
    ///
    /// “Not this year.”
    ///
    /// The ferry leaves at noon.
    /// ```
    pub(super) static UNCLOSED_QUOTE =
        "unclosed-quote", Warning, "a quotation mark without its partner"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let article = context.article();
    for &mark in &article.unclosed {
        let finding = UNCLOSED_QUOTE
            .report(mark, "no mark closes the quotation that begins here")
            .help(
                "close it; where it runs on, begin the next paragraph with the same mark; write a backslash before a mark that is no quotation mark",
            );
        out.push(match only_end(context, mark) {
            Some(end) => {
                let close = Style::of(article.lang()).closing(&context.text()[mark]);
                let edit = TextEdit::insertion(end, close);
                finding.rewording(context, "close it at the end of the paragraph", vec![edit])
            }
            None => finding,
        });
    }
    for unopened in &article.unopened {
        out.push(
            UNCLOSED_QUOTE
                .report(unopened.mark, "no mark opens the quotation that ends here")
                .help("write the mark where the quotation begins"),
        );
    }
    if article
        .lang()
        .and_then(|lang| lang.split(['-', '_']).next())
        == Some("en")
    {
        paragraphs_without_a_mark(context, out);
    }
}

/// The only place where the quotation can end that `mark` opens: the end of its paragraph, if
/// the mark follows a colon and opens the paragraph's last sentence.
fn only_end(context: &Context<'_>, mark: TextRange) -> Option<TextSize> {
    let passages = &context.article().passages;
    let at = passages.partition_point(|passage| passage.range.end() <= mark.start());
    let wire = &passages.get(at)?.wire;
    let (start, end) = (wire.to_wire(mark.start()), wire.to_wire(mark.end()));
    let before = &wire.text()[..usize::from(start)];
    let after = wire.text()[usize::from(end)..].trim_end();
    let last = after.chars().next_back()?;
    let inside = &after[..after.len() - last.len_utf8()];
    let ends = ['.', '!', '?', '…', '؟', '۔', '。', '！', '？'];
    let is_only = before.trim_end().ends_with([':', '：'])
        && ends.contains(&last)
        // In this order a text full of such marks costs no more than its length.
        && !inside.contains(['\n', '"', '“', '”', '„', '‟', '«', '»', '‹', '›', '「', '」', '『', '』'])
        && !inside.contains(ends);
    let end = end + TextSize::of(after);
    is_only.then(|| wire.to_source(TextRange::new(start, end)).end())
}

/// English has each paragraph of a quotation begin with a mark.
fn paragraphs_without_a_mark(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for quotation in &context.article().quotations {
        let Form::Marks { open, close } = quotation.form else {
            continue;
        };
        let mark = &context.text()[open];
        for pair in quotation.pieces.windows(2) {
            let (before, piece) = (pair[0], pair[1]);
            let between = &context.text()[TextRange::new(before.end(), piece.start())];
            // Wire copy breaks its lines where it likes.
            let is_paragraph = between
                .matches('\n')
                .count()
                .max(between.matches('\r').count())
                > 1;
            if !is_paragraph || context.text()[piece].starts_with(mark) {
                continue;
            }
            let start = TextRange::empty(piece.start());
            out.push(
                UNCLOSED_QUOTE
                    .report(
                        TextRange::at(piece.start(), first_word(&context.text()[piece])),
                        "a quotation runs on into this paragraph, which does not begin with its mark",
                    )
                    .related(context.here(open), "it begins here")
                    .related(context.here(close), "it ends here")
                    .rewording(
                        context,
                        "begin the paragraph with the mark",
                        vec![TextEdit {
                            range: start,
                            text: mark.to_owned(),
                        }],
                    ),
            );
        }
    }
}

fn first_word(text: &str) -> TextSize {
    TextSize::of(text.split_whitespace().next().unwrap_or_default())
}
