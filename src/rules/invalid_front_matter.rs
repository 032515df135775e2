use crate::model::slip::Joined;
use crate::rules::rule::declare_rule;
use crate::rules::{Applicability, Context, Diagnostic, Fix};
use crate::syntax::Problem;
use crate::text::FileEdit;

declare_rule! {
    /// ## What it does
    ///
    /// Reports front matter, or a registry, that cannot be read: not closed by a second `---`, not
    /// YAML, not keys with values, a value of the wrong kind, or names with an Arabic or Chinese
    /// comma between them, which are one name to YAML. What can be read counts, and the rest of the
    /// article is checked all the same.
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
    for joined in &context.slips().joined {
        out.push(report_joined(context, joined));
    }
}

fn report_joined(context: &Context<'_>, joined: &Joined) -> Diagnostic {
    let message = format!(
        "`{}` parts no names here: this is read as one name",
        joined.comma
    );
    let help = if joined.takes_one {
        "write one name here and the others in `aka: [one, two]`, or put a name that holds this comma in quotation marks"
    } else {
        "write `[one, two]` with the comma `,`, or put a name that holds this comma in quotation marks"
    };
    let mut finding = INVALID_FRONT_MATTER
        .report(joined.range, message)
        .help(help);
    let edits = joined.edits.iter().cloned();
    let edits = edits.map(|edit| FileEdit {
        file: context.file,
        edit,
    });
    if !joined.edits.is_empty() {
        finding.fixes.push(Fix {
            title: "make a list of them".to_owned(),
            // Without brackets the comma may be one of a single name.
            applicability: Applicability::safe_if_certain(joined.in_brackets),
            edits: edits.collect(),
        });
    }
    finding
}
