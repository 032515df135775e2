use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::TextRange;
use crate::workspace::Content;

declare_rule! {
    /// ## What it does
    ///
    /// Reports a file that is there and cannot be read as text: the system refuses it, it is not
    /// UTF-8, it holds a NUL, or it is larger than 4 GiB. The other files are checked all the
    /// same.
    ///
    /// ## Why
    ///
    /// An article that nothing can read has not been checked; passing it over in silence would
    /// look as if it were clean.
    ///
    /// ## What to do
    ///
    /// Save the article as UTF-8. Old Arabic articles are often in Windows-1256, Western ones in
    /// Windows-1252: `iconv -f WINDOWS-1256 -t UTF-8` converts them.
    pub(super) static UNREADABLE_FILE =
        "unreadable-file", Error, "a file that cannot be read as UTF-8 text"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    if let Content::Unreadable(reason) = context.snapshot.content(context.file) {
        let finding = UNREADABLE_FILE.report(TextRange::default(), reason);
        out.push(finding.help("articles are UTF-8 text; the other files are checked"));
    }
}
