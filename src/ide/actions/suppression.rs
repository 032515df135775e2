//! Allowing what a rule reports: a comment with a reason that is still to be written.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Action, ActionKind, Asked, Choice};
use crate::rules::Diagnostic;
use crate::syntax::Problem;
use crate::text::{FileId, TextEdit, TextRange, TextSize, line_end};
use crate::workspace::Snapshot;

/// A comment that allows a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowance {
    rule: String,
    /// The heading or paragraph in which it is allowed, by its place in the article's list; none for
    /// the whole article.
    passage: Option<usize>,
    /// Why.
    reason: String,
}

/// Rules about comments that allow, and about files that cannot be read: these are mended.
const NEVER_ALLOWED: [&str; 6] = [
    "unknown-rule",
    "unused-suppression",
    "unexplained-suppression",
    "unreadable-file",
    "invalid-front-matter",
    "merge-conflict",
];

/// For how many rules at most this is offered.
const MOST: usize = 4;

pub(super) fn list(asked: &Asked<'_>, findings: &[Diagnostic], found: &mut Vec<Action>) {
    let mut seen = BTreeSet::new();
    let findings = findings
        .iter()
        .filter(|finding| !NEVER_ALLOWED.contains(&finding.rule) && seen.insert(finding.rule));
    let phrases = asked.phrases();
    for finding in findings.take(MOST) {
        let mut offer = |title: fn(&str) -> String, passage| {
            let allowance = Allowance {
                rule: finding.rule.to_owned(),
                passage,
                reason: phrases.reason.to_owned(),
            };
            if edits(asked.snapshot, asked.file, &allowance).is_some() {
                let choice = Choice::Allow(allowance);
                let action = Action::new(title(finding.rule), ActionKind::QuickFix, choice);
                found.push(action.mending(finding));
            }
        };
        if let Some(passage) = passage_around(asked, finding.range) {
            offer(phrases.allow_here, Some(passage));
        }
        offer(phrases.allow_in_file, None);
    }
}

pub(super) fn edits(
    snapshot: &Snapshot,
    file: FileId,
    allowance: &Allowance,
) -> Option<Vec<TextEdit>> {
    let passage = allowance.passage.unwrap_or(0);
    let verb = match allowance.passage {
        Some(_) => "allow",
        None => "allow-file",
    };
    let at = place(snapshot, file, passage)?;
    let (rule, reason) = (&allowance.rule, &allowance.reason);
    let line_end = line_end(snapshot.text(file));
    let comment = format!("<!-- isnad: {verb} {rule} — {reason} -->{line_end}");
    Some(vec![TextEdit::insertion(at, comment)])
}

/// The heading or paragraph that holds all of `range`.
fn passage_around(asked: &Asked<'_>, range: TextRange) -> Option<usize> {
    let passages = &asked.analysis().article.passages;
    let at = passages.partition_point(|passage| passage.range.end() <= range.start());
    let passage = passages.get(at)?;
    passage.range.contains_range(range).then_some(at)
}

/// Where a comment about the passage at `passage` can stand on a line of its own; nowhere where it would
/// belong to the paragraph before, or would close a comment that nothing closes.
fn place(snapshot: &Snapshot, file: FileId, passage: usize) -> Option<TextSize> {
    let (text, article) = (snapshot.text(file), snapshot.article(file));
    let start = article.passages.get(passage)?.range.start();
    let before = passage.checked_sub(1).map(|at| &article.passages[at]);
    let is_below = before.is_some_and(|it| !it.is_heading && it.range.end() == start);
    let mark = "\u{feff}";
    let start = if start == TextSize::new(0) && text.starts_with(mark) {
        TextSize::of(mark)
    } else {
        start
    };
    let before = &text[..usize::from(start)];
    let begins_line = before.is_empty() || before.ends_with(['\n', '\r']) || before == mark;
    let mut errors = snapshot.tree(file).errors();
    let is_opened = errors
        .any(|error| error.problem == Problem::UnclosedComment && error.range.start() < start);
    (!is_below && begins_line && !is_opened).then_some(start)
}
