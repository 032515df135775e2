use memchr::memmem;

use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::syntax::conflict::{Marker, conflicts};

declare_rule! {
    /// ## What it does
    ///
    /// Reports a conflict that a merge has left in an article, its front matter, a wire text or a
    /// registry: the lines `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>` that git writes, once for
    /// each conflict. A line `=======` that belongs to no conflict is left alone.
    ///
    /// ## Why
    ///
    /// Both versions would be printed, one after the other, and the markers with them.
    ///
    /// ## Bad
    ///
    /// ```text
    /// <<<<<<< HEAD
    /// The bridge opens on Monday.
    /// =======
    /// The bridge opens on Tuesday.
    /// >>>>>>> night-desk
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// The bridge opens on Tuesday.
    /// ```
    pub(super) static MERGE_CONFLICT =
        "merge-conflict", Error, "a conflict that a merge has left in the text"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    // Few texts have any, and these are told by their ends.
    let holds = |marker: &str| memmem::find(context.text().as_bytes(), marker.as_bytes()).is_some();
    if !holds("<<<<<<<") && !holds(">>>>>>>") {
        return;
    }
    for conflict in conflicts(context.text()) {
        let Some(((first, place), others)) = conflict.markers.split_first() else {
            continue;
        };
        let (has_start, has_end) = (
            *first == Marker::Ours,
            conflict
                .markers
                .last()
                .is_some_and(|(last, _)| *last == Marker::End),
        );
        let (message, help) = if has_start && has_end {
            (
                "a merge conflict that nobody has resolved",
                "keep one version, or make one of both, and take the lines with the markers out",
            )
        } else {
            (
                "what is left of a merge conflict",
                "see that the words are those you want, and take the marker out",
            )
        };
        let finding = MERGE_CONFLICT.report(*place, message).help(help);
        out.push(others.iter().fold(finding, |finding, (marker, place)| {
            let part = match marker {
                Marker::Ours => "another begins here",
                Marker::Base => "the version before both begins here",
                Marker::Theirs => "the other version begins here",
                Marker::End => "the conflict ends here",
            };
            finding.related(context.here(*place), part)
        }));
    }
}
