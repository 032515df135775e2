//! Silences what the baseline around a file lists, and reports what it lists in vain.

use std::path::Path;

use crate::rules::stale_baseline::stale;
use crate::rules::{Context, Diagnostic};
use crate::workspace::Known;

/// Takes out of `diagnostics`, which stand in their order, what the baseline lists; the finding that it
/// lists what is not there any more.
pub(super) fn apply(
    context: &Context<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Diagnostic> {
    let mut left = known(context)?.clone();
    diagnostics.retain(|diagnostic| {
        let words = &context.text()[diagnostic.range];
        let of_rule = left.get_mut(diagnostic.rule);
        match of_rule.and_then(|of_rule| of_rule.get_mut(words)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        }
    });
    stale(&left)
}

/// What the baseline lists of the file.
fn known<'a>(context: &Context<'a>) -> Option<&'a Known> {
    let snapshot = context.snapshot;
    let baseline = snapshot.surroundings(context.file).baseline?;
    let folder = snapshot.path(baseline).parent().unwrap_or(Path::new(""));
    let path = snapshot.path(context.file);
    let inside = path.strip_prefix(folder).unwrap_or(path);
    snapshot.baseline(baseline).of(inside)
}
