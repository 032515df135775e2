use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::TextRange;

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

/// The finding in a file of which there is no text; `reason` is one line, in lower case.
pub(super) fn unreadable(reason: &str) -> Diagnostic {
    let help = "articles are UTF-8 text; the other files are checked";
    Diagnostic {
        help: Some(help.to_owned()),
        ..UNREADABLE_FILE.report(TextRange::default(), reason)
    }
}

/// Finds nothing: where there is a tree, the file was read. Who fails to read one reports it by
/// [`unreadable`].
fn check(_: &Context<'_>, _: &mut Vec<Diagnostic>) {}
