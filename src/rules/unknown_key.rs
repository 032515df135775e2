use crate::rules::rule::declare_rule;
use crate::rules::{Applicability, Context, Diagnostic, Fix};
use crate::text::{FileEdit, TextEdit};

declare_rule! {
    /// ## What it does
    ///
    /// Reports a key of the front matter, of its `dateline` or of an entity that means nothing to
    /// Isnad and is nearly one that does. All other keys are your own and are left alone, and so is
    /// a near miss beside the very key that it misses.
    ///
    /// ## Why
    ///
    /// A key that is misspelled says nothing, and nobody notices: a wire text is not compared, a
    /// name is not found.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, nmae: Laila Haddad}
    /// ---
    ///
    /// [She](#haddad) arrived on Tuesday.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// desk: foreign
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad}
    /// ---
    ///
    /// [She](#haddad) arrived on Tuesday.
    /// ```
    pub(super) static UNKNOWN_KEY =
        "unknown-key", Warning, "a key that is nearly one that means something"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for key in &context.slips().keys {
        let (written, meant) = (&key.written, key.meant);
        let message = format!("the key `{}` means nothing here", written.value);
        let mut finding = UNKNOWN_KEY
            .report(written.range, message)
            .help(format!("did you mean `{meant}`?"));
        // Only a person knows whether the key is their own; what it says counts from then on.
        finding.fixes.push(Fix {
            title: format!("rename to `{meant}`"),
            applicability: Applicability::Choice,
            edits: vec![FileEdit {
                file: context.file,
                edit: TextEdit {
                    range: written.range,
                    text: meant.to_owned(),
                },
            }],
        });
        out.push(finding);
    }
}
