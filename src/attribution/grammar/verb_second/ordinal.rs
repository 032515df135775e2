//! Numbers that end with a point: `am 20. Juli`.

use crate::attribution::lexicon::Class;

/// Words with which a sentence begins rather than that a number counts.
const OPENERS: Class = Class::DETERMINER
    .or(Class::PRONOUN)
    .or(Class::PREPOSITION)
    .or(Class::ADVERB)
    .or(Class::AND)
    .or(Class::SUBORDINATE);

/// Whether the point with which `after` begins belongs to the `number` before it; `class` looks a
/// word up.
pub(in crate::attribution) fn has_point(
    number: &str,
    after: &str,
    class: impl FnOnce(&str) -> Class,
) -> bool {
    let Some(after) = after.strip_prefix(". ").filter(|_| number.len() <= 2) else {
        return false;
    };
    let next = after.split(|letter: char| !letter.is_alphabetic()).next();
    next.is_some_and(|next| !next.is_empty() && !class(next).has(OPENERS))
}
