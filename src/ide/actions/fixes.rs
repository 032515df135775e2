//! What mends the findings under the cursor: the fixes that the rules have for them.

use serde::{Deserialize, Serialize};

use super::{Action, ActionKind, Asked, Choice};
use crate::fixes::{self, Reach};
use crate::rules::{self, Diagnostic};
use crate::text::{FileEdit, FileId};
use crate::workspace::Snapshot;

/// A fix of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FixOf {
    /// The rule's name.
    rule: String,
    /// Where the finding begins and ends, in bytes.
    start: u32,
    end: u32,
    /// The place of the fix in the finding's list.
    nth: usize,
}

/// The findings that are touched.
pub(super) fn touched(asked: &Asked<'_>) -> Vec<Diagnostic> {
    let mut findings = rules::check(asked.snapshot, asked.file);
    findings.retain(|finding| asked.touches(finding.range));
    findings
}

pub(super) fn list(findings: &[Diagnostic], found: &mut Vec<Action>) {
    found.extend(findings.iter().flat_map(of));
}

/// The fixes of one finding.
fn of(finding: &Diagnostic) -> impl Iterator<Item = Action> {
    let certain = fixes::certain(finding, Reach::Safe);
    let fixes = finding.fixes.iter().enumerate();
    let fixes = fixes.filter(|(_, fix)| !fix.edits.is_empty());
    fixes.map(move |(nth, fix)| Action {
        title: fix.title.clone(),
        kind: ActionKind::QuickFix,
        mends: Some(finding.clone()),
        is_preferred: certain == Some(fix),
        choice: Choice::Fix(FixOf {
            rule: finding.rule.to_owned(),
            start: finding.range.start().into(),
            end: finding.range.end().into(),
            nth,
        }),
        edits: None,
    })
}

pub(super) fn edits(snapshot: &Snapshot, file: FileId, fix: &FixOf) -> Option<Vec<FileEdit>> {
    let is_it = |finding: &Diagnostic| {
        let (start, end) = (finding.range.start(), finding.range.end());
        finding.rule == fix.rule && (u32::from(start), u32::from(end)) == (fix.start, fix.end)
    };
    let mut found = rules::check(snapshot, file).into_iter();
    let fix = found.find(is_it)?.fixes.into_iter().nth(fix.nth)?;
    Some(fix.edits)
}
