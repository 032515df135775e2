use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};

declare_rule! {
    /// ## What it does
    ///
    /// Reports a double quotation mark that opens a quotation which no mark closes, and a brace
    /// after a mark that closes what nothing opened. A quotation may run over paragraphs: each
    /// begins with an opening mark, and only the last closes.
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
        out.push(
            UNCLOSED_QUOTE.report(mark, "no mark closes the quotation that begins here").help(
                "close it; where it runs on, begin the next paragraph with the same mark; write a backslash before a mark that is no quotation mark",
            ),
        );
    }
    for (mark, _) in &article.unopened {
        out.push(
            UNCLOSED_QUOTE
                .report(*mark, "no mark opens the quotation that ends here")
                .help("write the mark where the quotation begins"),
        );
    }
}
