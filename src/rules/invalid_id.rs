use crate::names::id::check_id;
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::syntax::SyntaxKind;

declare_rule! {
    /// ## What it does
    ///
    /// Reports an id that holds what an id cannot hold. Ids are written in any script: letters,
    /// digits, `-`, `_`, and the zero-width non-joiner between letters.
    ///
    /// ## Why
    ///
    /// Direction controls, tatweel and vowel marks make two ids differ that look the same, and
    /// other signs have a meaning of their own in a brace.
    ///
    /// ## Bad
    ///
    /// ```text
    /// [Laila Haddad](#haddad@ministry) arrived on Tuesday.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// [Laila Haddad](#haddad-ministry) arrived on Tuesday.
    /// ```
    pub(super) static INVALID_ID = "invalid-id", Error, "an id that holds what an id cannot hold"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (kind, range) in context.tree.tokens() {
        if kind != SyntaxKind::Id {
            continue;
        }
        if let Err(problem) = check_id(&context.text[range]) {
            let help = Some("an id holds letters and digits of any script, `-` and `_`".to_owned());
            out.push(Diagnostic {
                help,
                ..INVALID_ID.report(range, problem.to_string())
            });
        }
    }
}
