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
    /// ---
    /// entities:
    ///   haddad-ministry: {name: Laila Haddad}
    /// ---
    ///
    /// [Laila Haddad](#haddad-ministry) arrived on Tuesday.
    /// ```
    pub(super) static INVALID_ID = "invalid-id", Error, "an id that holds what an id cannot hold"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let declared = context
        .declarations()
        .all
        .iter()
        .map(|declaration| declaration.id.range);
    let written = context
        .tree()
        .tokens()
        .filter(|(kind, _)| *kind == SyntaxKind::Id);
    for range in declared.chain(written.map(|(_, range)| range)) {
        if let Err(problem) = check_id(&context.text()[range]) {
            out.push(
                INVALID_ID
                    .report(range, problem.to_string())
                    .help("an id holds letters and digits of any script, `-` and `_`"),
            );
        }
    }
}
