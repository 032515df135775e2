use crate::model::{Form, Quotation, Said, Who};
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};

declare_rule! {
    /// ## What it does
    ///
    /// Reports the closing mark of a quotation of which no brace says who said it, in articles
    /// that attribute at least one. Headlines are passed over, and so is what stands inside another
    /// quotation or an attributed span: it has the same speaker.
    ///
    /// ## Why
    ///
    /// In an article whose quotations are attributed, one that is not has been forgotten, and
    /// nothing leads from it to its speaker.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad, aka: [Haddad]}
    /// ---
    ///
    /// “We will not close it,”{haddad} she said. “Not this year.”
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
    /// “We will not close it,”{haddad} she said. “Not this year.”{+}
    /// ```
    pub(super) static UNATTRIBUTED_QUOTE =
        "unattributed-quote", Warning, "a quotation of which the markup does not say who said it"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let analysis = context.analysis();
    let quotations = &analysis.article.quotations;
    let is_attribution =
        |quotation: &Quotation| quotation.who.as_ref().is_some_and(Who::is_attribution);
    if !quotations.iter().any(is_attribution) {
        return;
    }
    for (quotation, said) in quotations.iter().zip(&analysis.said) {
        let Form::Marks { close, .. } = quotation.form else {
            continue;
        };
        let outer = std::iter::successors(quotation.parent, |&outer| quotations[outer].parent);
        // What stands in another pair of marks is reported with that; brackets of which nothing
        // says who speaks are no pair.
        let is_in_another = outer
            .take(DEEPEST)
            .any(|outer| matches!(quotations[outer].form, Form::Marks { .. }));
        let is_said_elsewhere = is_in_another || has_empty_brace(context, quotation);
        if *said == Said::Unsaid && !is_said_elsewhere && !quotation.is_heading {
            out.push(
                UNATTRIBUTED_QUOTE.report(close, "nothing says who said this").help(
                    "write `{speaker}` after the mark; `{+}` if the speaker goes on, `{?}` if nobody knows, `{-}` if it is no speech",
                ),
            );
        }
    }
}

/// How many quotations around one are looked at.
const DEEPEST: usize = 16;

/// `{}`, of which `malformed-annotation` has more to say.
fn has_empty_brace(context: &Context<'_>, quotation: &Quotation) -> bool {
    quotation.who.as_ref().is_some_and(|who| {
        let inside = context.text()[who.range].trim_matches(['{', '}']);
        inside.trim().is_empty()
    })
}
