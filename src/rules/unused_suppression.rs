use crate::model::Suppression;
use crate::rules::rule::declare_rule;
use crate::rules::{Applicability, Context, Diagnostic, Fix};
use crate::text::{FileEdit, FileId, TextEdit, TextRange};

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
pub(super) fn unused(file: FileId, text: &str, suppression: &Suppression) -> Diagnostic {
    let message = format!(
        "`{}` finds nothing here that this could allow",
        suppression.rule
    );
    let mut finding = UNUSED_SUPPRESSION.report(suppression.rule_range, message);
    if !suppression.is_alone {
        return finding.help("take the rule's name out of the comment");
    }
    let edit = TextEdit {
        range: suppression.comment,
        text: String::new(),
    };
    let edits = vec![FileEdit { file, edit }];
    finding.fixes.push(Fix {
        title: "take the comment out".to_owned(),
        applicability: Applicability::safe_if(means_the_same_without(text, suppression.comment)),
        edits,
    });
    finding.help("take the comment out")
}

/// Whether what stands behind the comment is still what it was when it begins a line or the file.
fn means_the_same_without(text: &str, comment: TextRange) -> bool {
    let (before, after) = (
        &text[..usize::from(comment.start())],
        &text[usize::from(comment.end())..],
    );
    let ends_line = text[comment].ends_with(['\n', '\r']) || after.is_empty();
    let begins_file = before.trim_start_matches('\u{feff}').is_empty();
    ends_line && !(begins_file && (after.starts_with("---") || after.starts_with('\u{feff}')))
}

/// Finds nothing by itself: only when all rules have been heard is it known what a suppression
/// silenced. [`suppressions`](crate::rules::suppressions) reports it by [`unused`].
fn check(_: &Context<'_>, _: &mut Vec<Diagnostic>) {}
