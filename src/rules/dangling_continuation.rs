use crate::model::Said;
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::syntax::ast::BraceKind;

declare_rule! {
    /// ## What it does
    ///
    /// Reports a `{+}` before which no quotation at the same depth says who speaks.
    ///
    /// ## Why
    ///
    /// The words belong to nobody.
    ///
    /// ## Bad
    ///
    /// ```text
    /// “We will not close it,”{+} she said.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad, aka: [Haddad]}
    /// ---
    ///
    /// “We will not close it,”{haddad} Laila Haddad said. “Not this year.”{+}
    /// ```
    pub(super) static DANGLING_CONTINUATION =
        "dangling-continuation", Error, "a `{+}` with no speech before it to go on from"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let analysis = context.analysis();
    for (quotation, said) in analysis.article.quotations.iter().zip(&analysis.said) {
        let own = quotation.who.as_ref();
        let own = own.filter(|who| who.kind == BraceKind::Continues);
        // What stands inside such a quotation belongs to nobody either, and is not at fault.
        if let (Some(who), Said::Dangling) = (own, said) {
            out.push(
                DANGLING_CONTINUATION
                    .report(who.range, "no speech before this `{+}` says who goes on")
                    .help("write the speaker's id instead of `+`"),
            );
        }
    }
}
