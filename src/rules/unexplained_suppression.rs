use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};

declare_rule! {
    /// ## What it does
    ///
    /// Reports a comment `<!-- isnad: allow … -->` that does not say why, after a dash.
    ///
    /// ## Why
    ///
    /// Who reads the article next year cannot tell whether it may still be allowed.
    ///
    /// ## Bad
    ///
    /// ```text
    /// <!-- isnad: allow unclosed-quote -->
    ///
    /// She said: “We will not close it.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// <!-- isnad: allow unclosed-quote — the wire breaks off here -->
    ///
    /// She said: “We will not close it.
    /// ```
    pub(super) static UNEXPLAINED_SUPPRESSION =
        "unexplained-suppression", Hint, "a suppression without a reason"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for suppression in &context.article().suppressions {
        if suppression.reason.is_empty() && !suppression.rule.is_empty() {
            out.push(
                UNEXPLAINED_SUPPRESSION
                    .report(
                        suppression.rule_range,
                        format!("why `{}` is allowed here is not said", suppression.rule),
                    )
                    .help("write the reason after a dash: `<!-- isnad: allow RULE — REASON -->`"),
            );
        }
    }
}
