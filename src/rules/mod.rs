//! What can be wrong with an article: one file per rule, one ordered list of them.
//!
//! A rule looks at one article and reports [`Diagnostic`]s in offsets. Its documentation is the
//! manual's text; the examples in it are run by a test. Severities and messages are the same
//! for every edge, so that no two of them can disagree.

mod diagnostic;
mod invalid_front_matter;
mod invalid_id;
mod malformed_annotation;
mod rule;
mod unclosed_span;
mod unreadable_file;

pub use diagnostic::{Diagnostic, Fix, Related, Severity};
pub use rule::{Context, Rule};
pub use unreadable_file::unreadable_file;

use crate::syntax::Tree;

/// All rules that look at a tree, in the order of the manual.
pub static ALL: &[&Rule] = &[
    &unclosed_span::UNCLOSED_SPAN,
    &malformed_annotation::MALFORMED_ANNOTATION,
    &invalid_id::INVALID_ID,
    &invalid_front_matter::INVALID_FRONT_MATTER,
];

/// All rules that have a page in the manual, in its order: at the end the one that is reported
/// where there is no text to make a tree of.
pub fn manual() -> impl Iterator<Item = &'static Rule> {
    let of_files = [&unreadable_file::UNREADABLE_FILE];
    ALL.iter().copied().chain(of_files)
}

/// The rule of that name.
pub fn find(name: &str) -> Option<&'static Rule> {
    manual().find(|rule| rule.name == name)
}

/// Everything that the rules find in `text`, whose tree is `tree`, in the order of the places;
/// where two begin at the same place, in the order of the manual.
pub fn check(text: &str, tree: &Tree) -> Vec<Diagnostic> {
    let context = Context { text, tree };
    let mut diagnostics = Vec::new();
    for rule in ALL {
        (rule.check)(&context, &mut diagnostics);
    }
    diagnostics.sort_by_key(|diagnostic| diagnostic.range.start());
    diagnostics
}
