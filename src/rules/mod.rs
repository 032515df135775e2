//! What can be wrong with an article: one file per rule, one ordered list of them.
//!
//! A rule looks at one file of a [`Snapshot`] and reports [`Diagnostic`]s in offsets. Its
//! documentation is the manual's text; the examples in it are run by a test. Severities and
//! messages are the same for every edge, so that no two of them can disagree.

mod altered_quote;
mod altered_wire_text;
mod ambiguous_name;
mod anonymous_source;
mod baseline;
mod bidi_control;
mod circular_affiliation;
mod circular_chain;
mod configuration;
mod conflicting_entity;
mod confusable_id;
mod contradicted_date;
mod contradicted_speaker;
mod dangling_continuation;
mod date_without_anchor;
mod diagnostic;
mod disputed_speaker;
mod duplicate_entity;
mod future_date;
mod headline_quote_not_in_body;
mod in_wire;
mod invalid_date;
mod invalid_front_matter;
mod invalid_id;
mod invisible_character;
mod malformed_annotation;
mod merge_conflict;
mod mismatched_quote_marks;
mod mismatched_surface;
mod missing_file;
mod name_variant;
mod parenthesis_in_quote;
mod repeated_quote;
mod role_mismatch;
mod rule;
mod speaker_cannot_speak;
mod speaker_never_named;
mod stale_baseline;
mod suppressions;
mod unattributed_quote;
mod unclosed_quote;
mod unclosed_span;
mod undefined_entity;
mod unexplained_suppression;
mod unknown_key;
mod unknown_rule;
mod unreadable_file;
mod unused_entity;
mod unused_suppression;
mod weekday_mismatch;

pub use configuration::{ConfigError, config_errors};
pub use diagnostic::{Applicability, Diagnostic, Fix, Related, Severity};
pub use rule::{Context, Rule};

use crate::text::FileId;
use crate::workspace::{FileKind, Snapshot};

/// The rules about one subject.
#[derive(Debug)]
pub struct Subject {
    /// What they are about.
    pub title: &'static str,
    /// The rules.
    pub rules: &'static [&'static Rule],
}

/// All rules, in the order of the manual.
pub static MANUAL: &[Subject] = &[
    Subject {
        title: "Markup",
        rules: &[
            &unclosed_span::UNCLOSED_SPAN,
            &malformed_annotation::MALFORMED_ANNOTATION,
            &invalid_id::INVALID_ID,
            &invalid_date::INVALID_DATE,
            &invalid_front_matter::INVALID_FRONT_MATTER,
            &unknown_key::UNKNOWN_KEY,
            &merge_conflict::MERGE_CONFLICT,
            &missing_file::MISSING_FILE,
            &bidi_control::BIDI_CONTROL,
            &invisible_character::INVISIBLE_CHARACTER,
        ],
    },
    Subject {
        title: "Entities",
        rules: &[
            &undefined_entity::UNDEFINED_ENTITY,
            &duplicate_entity::DUPLICATE_ENTITY,
            &conflicting_entity::CONFLICTING_ENTITY,
            &circular_affiliation::CIRCULAR_AFFILIATION,
            &unused_entity::UNUSED_ENTITY,
            &ambiguous_name::AMBIGUOUS_NAME,
            &confusable_id::CONFUSABLE_ID,
            &name_variant::NAME_VARIANT,
            &mismatched_surface::MISMATCHED_SURFACE,
            &role_mismatch::ROLE_MISMATCH,
        ],
    },
    Subject {
        title: "Quotations",
        rules: &[
            &unattributed_quote::UNATTRIBUTED_QUOTE,
            &unclosed_quote::UNCLOSED_QUOTE,
            &mismatched_quote_marks::MISMATCHED_QUOTE_MARKS,
            &contradicted_speaker::CONTRADICTED_SPEAKER,
            &speaker_cannot_speak::SPEAKER_CANNOT_SPEAK,
            &speaker_never_named::SPEAKER_NEVER_NAMED,
            &dangling_continuation::DANGLING_CONTINUATION,
            &circular_chain::CIRCULAR_CHAIN,
            &parenthesis_in_quote::PARENTHESIS_IN_QUOTE,
            &anonymous_source::ANONYMOUS_SOURCE,
            &headline_quote_not_in_body::HEADLINE_QUOTE_NOT_IN_BODY,
            &repeated_quote::REPEATED_QUOTE,
            &altered_quote::ALTERED_QUOTE,
            &disputed_speaker::DISPUTED_SPEAKER,
        ],
    },
    Subject {
        title: "Dates",
        rules: &[
            &weekday_mismatch::WEEKDAY_MISMATCH,
            &contradicted_date::CONTRADICTED_DATE,
            &future_date::FUTURE_DATE,
            &date_without_anchor::DATE_WITHOUT_ANCHOR,
        ],
    },
    Subject {
        title: "Wire text",
        rules: &[&altered_wire_text::ALTERED_WIRE_TEXT],
    },
    Subject {
        title: "Housekeeping",
        rules: &[
            &unknown_rule::UNKNOWN_RULE,
            &unused_suppression::UNUSED_SUPPRESSION,
            &unexplained_suppression::UNEXPLAINED_SUPPRESSION,
            &stale_baseline::STALE_BASELINE,
        ],
    },
    Subject {
        title: "Files",
        rules: &[&unreadable_file::UNREADABLE_FILE],
    },
];

/// Those that look at a registry.
static OF_REGISTRIES: &[&Rule] = &[
    &invalid_id::INVALID_ID,
    &invalid_front_matter::INVALID_FRONT_MATTER,
    &unknown_key::UNKNOWN_KEY,
    &merge_conflict::MERGE_CONFLICT,
    &bidi_control::BIDI_CONTROL,
    &invisible_character::INVISIBLE_CHARACTER,
    &duplicate_entity::DUPLICATE_ENTITY,
    &conflicting_entity::CONFLICTING_ENTITY,
    &circular_affiliation::CIRCULAR_AFFILIATION,
    &confusable_id::CONFUSABLE_ID,
    &unreadable_file::UNREADABLE_FILE,
];

/// Those that look at a configuration; what else is wrong in it is no article's matter.
static OF_CONFIGURATIONS: &[&Rule] = &[&unreadable_file::UNREADABLE_FILE];

/// All rules, one after the other.
pub fn manual() -> impl Iterator<Item = &'static Rule> {
    MANUAL.iter().flat_map(|subject| subject.rules).copied()
}

/// The rule of that name.
pub fn find(name: &str) -> Option<&'static Rule> {
    manual().find(|rule| rule.name == name)
}

/// Everything that the rules find in `file`, in the order of the places; where two begin at the
/// same place, in the order of the manual. Severities are those of the configuration around it; what
/// its baseline lists is left out.
pub fn check(snapshot: &Snapshot, file: FileId) -> Vec<Diagnostic> {
    let context = Context::new(snapshot, file);
    let mut diagnostics = Vec::new();
    let mut look = |rule: &Rule| (rule.check)(&context, &mut diagnostics);
    match snapshot.kind(file) {
        FileKind::Article | FileKind::Wire => manual().for_each(&mut look),
        FileKind::Registry => OF_REGISTRIES.iter().copied().for_each(&mut look),
        FileKind::Config | FileKind::Baseline => {
            OF_CONFIGURATIONS.iter().copied().for_each(&mut look);
        }
    }
    if snapshot.kind(file) == FileKind::Article {
        suppressions::apply(&context, &mut diagnostics);
    }
    configuration::apply(&context, &mut diagnostics);
    diagnostics.sort_by_key(|diagnostic| diagnostic.range.start());
    let mut stale = Vec::from_iter(baseline::apply(&context, &mut diagnostics));
    configuration::apply(&context, &mut stale);
    diagnostics.splice(0..0, stale);
    diagnostics
}
