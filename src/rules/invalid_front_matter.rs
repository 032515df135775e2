use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::syntax::Problem;

declare_rule! {
    /// ## What it does
    ///
    /// Reports front matter, or a registry, that cannot be read: not closed by a second `---`, not
    /// YAML, not keys with values, or a value of the wrong kind. What can be read counts, and the
    /// rest of the article is checked all the same.
    ///
    /// ## Why
    ///
    /// What the article declares is lost while its front matter cannot be read.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: [en
    /// ---
    ///
    /// The crossing stays open.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// ---
    ///
    /// The crossing stays open.
    /// ```
    pub(super) static INVALID_FRONT_MATTER =
        "invalid-front-matter", Error, "front matter that cannot be read"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for error in context.tree().errors() {
        if error.problem == Problem::UnclosedFrontMatter {
            let message = "front matter begins here and is never closed";
            let help =
                "end it with a line `---`, or write `\\---` if the line belongs to the article";
            out.push(INVALID_FRONT_MATTER.report(error.range, message).help(help));
        }
    }
    for problem in context.problems() {
        out.push(INVALID_FRONT_MATTER.report(problem.range, &*problem.message));
    }
}
