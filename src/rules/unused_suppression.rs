use crate::model::Suppression;
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic, Fix};
use crate::text::{FileEdit, FileId, TextEdit};

declare_rule! {
    /// ## What it does
    ///
    /// Reports a comment `<!-- isnad: allow … -->` where the rule that it names finds nothing.
    ///
    /// ## Why
    ///
    /// What it allowed has been mended or has moved; left behind, it will one day hide something
    /// else.
    ///
    /// ## Bad
    ///
    /// ```text
    /// <!-- isnad: allow unclosed-quote — the wire breaks off here -->
    ///
    /// The ferry leaves at noon.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// <!-- isnad: allow unclosed-quote — the wire breaks off here -->
    ///
    /// She said: “We will not close it.
    /// ```
    pub(super) static UNUSED_SUPPRESSION =
        "unused-suppression", Warning, "a suppression that silences nothing"
}

/// The finding of a suppression that silenced nothing.
pub(super) fn unused(file: FileId, suppression: &Suppression) -> Diagnostic {
    let message = format!(
        "`{}` finds nothing here that this could allow",
        suppression.rule
    );
    let mut finding = UNUSED_SUPPRESSION.report(suppression.rule_range, message);
    let edit = TextEdit {
        range: suppression.comment,
        text: String::new(),
    };
    if suppression.is_alone {
        let edits = vec![FileEdit { file, edit }];
        finding.fixes.push(Fix {
            title: "take the comment out".to_owned(),
            safe: true,
            edits,
        });
    }
    finding.help("take the comment out")
}

/// Finds nothing by itself: only when all rules have been heard is it known what a suppression
/// silenced. [`suppressions`](crate::rules::suppressions) reports it by [`unused`].
fn check(_: &Context<'_>, _: &mut Vec<Diagnostic>) {}
