use std::collections::HashMap;

use crate::names::similar::closest;
use crate::rules::rule::declare_rule;
use crate::rules::{Applicability, Context, Diagnostic, Fix, find, manual};
use crate::text::{FileEdit, TextEdit};

declare_rule! {
    /// ## What it does
    ///
    /// Reports a comment `<!-- isnad: allow … -->` that names no rule, or a rule that there is not.
    ///
    /// ## Why
    ///
    /// It silences nothing, and who wrote it believes that it does.
    ///
    /// ## Bad
    ///
    /// ```text
    /// <!-- isnad: allow unclosed-quotes — as printed -->
    ///
    /// The ferry leaves at noon.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// The ferry leaves at noon.
    /// ```
    pub(super) static UNKNOWN_RULE =
        "unknown-rule", Warning, "a suppression of a rule that does not exist"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut closest_to: HashMap<&str, Option<&'static str>> = HashMap::new();
    for suppression in &context.article().suppressions {
        if find(&suppression.rule).is_some() {
            continue;
        }
        if suppression.rule.is_empty() {
            out.push(
                UNKNOWN_RULE
                    .report(suppression.rule_range, "this comment allows no rule")
                    .help("write `<!-- isnad: allow RULE — REASON -->`; `isnad explain` lists the rules"),
            );
            continue;
        }
        let message = format!("there is no rule `{}`", suppression.rule);
        let mut finding = UNKNOWN_RULE.report(suppression.rule_range, message);
        let meant = closest_to
            .entry(&suppression.rule)
            .or_insert_with_key(|rule| closest(rule, manual().map(|rule| rule.name)));
        match *meant {
            Some(meant) => {
                let edit = TextEdit {
                    range: suppression.rule_range,
                    text: meant.to_owned(),
                };
                let edits = vec![FileEdit {
                    file: context.file,
                    edit,
                }];
                finding.fixes.push(Fix {
                    title: format!("replace by `{meant}`"),
                    // It silences a rule from then on, and only a person knows which was meant.
                    applicability: Applicability::Choice,
                    edits,
                });
                out.push(finding.help(format!("did you mean `{meant}`?")));
            }
            None => out.push(finding.help("`isnad explain` lists the rules")),
        }
    }
}
