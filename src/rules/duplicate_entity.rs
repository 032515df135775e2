use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};

declare_rule! {
    /// ## What it does
    ///
    /// Reports an id that stands twice in the entities of one front matter or one registry. Ids are
    /// compared in Unicode's NFC, so that two spellings that look the same are the same.
    ///
    /// ## Why
    ///
    /// Only the first declaration counts; what the second one says is lost without a word. (A front
    /// matter may well say more of an entity that a registry declares.)
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// entities:
    ///   haddad: {name: Laila Haddad}
    ///   haddad: {name: Omar Haddad}
    /// ---
    ///
    /// Haddad arrived on Tuesday.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// entities:
    ///   laila: {name: Laila Haddad}
    ///   omar: {name: Omar Haddad}
    /// ---
    ///
    /// Laila Haddad and Omar Haddad arrived on Tuesday.
    /// ```
    pub(super) static DUPLICATE_ENTITY =
        "duplicate-entity", Error, "an id that one file declares twice"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (first, again) in &context.declarations().repeated {
        let message = format!("`{}` is declared a second time", again.value);
        let finding = DUPLICATE_ENTITY.report(again.range, message);
        out.push(
            finding
                .help("join the two declarations, or give one of them another id")
                .related(context.here(*first), "it is declared first here"),
        );
    }
}
