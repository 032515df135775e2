//! Silences what an article's comments allow, and reports those that silence nothing.

use crate::rules::unused_suppression::unused;
use crate::rules::{Context, Diagnostic, find};

/// Takes out of `diagnostics` what a comment of the file allows, and adds a finding for each
/// comment that allowed nothing.
pub(super) fn apply(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let suppressions = &context.article().suppressions;
    let mut used = vec![false; suppressions.len()];
    diagnostics.retain(|diagnostic| {
        let mut is_allowed = false;
        for (suppression, used) in suppressions.iter().zip(&mut used) {
            let is_meant = suppression.rule == diagnostic.rule
                && suppression.scope.contains_range(diagnostic.range);
            *used |= is_meant;
            is_allowed |= is_meant;
        }
        !is_allowed
    });
    for (suppression, used) in suppressions.iter().zip(used) {
        if !used && find(&suppression.rule).is_some() {
            diagnostics.push(unused(context.file, suppression));
        }
    }
}
