//! The languages whose news is read without annotation: one table each.

mod ar;
mod de;
mod en;
mod fr;

use super::lexicon::Class;

/// What a language's table holds.
pub(super) struct Language {
    /// How subject and verb stand to one another.
    pub(super) order: Order,
    /// The language subtag of BCP 47.
    pub(super) code: &'static str,
    /// Words, parted by spaces, and what they are; with a hyphen before it, what an ending says of a
    /// word that stands in no table; of a pronoun, that it is hung onto its verb so. A word that ends
    /// with an apostrophe is written onto the next.
    pub(super) words: &'static [(Class, &'static str)],
    /// Verbs by their base, and what makes their forms.
    pub(super) verbs: &'static [(&'static str, Conjugation)],
    /// Words that a point belongs to.
    pub(super) abbreviations: &'static str,
}

/// The forms of a verb with this base, and what each is.
pub(super) type Conjugation = fn(&str) -> Vec<(String, Class)>;

/// How subject and verb stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// English, French.
    SubjectFirst,
    /// Arabic.
    VerbFirst,
    /// German.
    VerbSecond,
}

/// All languages. A new one is a file and a line here.
pub(super) const LANGUAGES: [&Language; 4] = [&ar::ARABIC, &de::GERMAN, &en::ENGLISH, &fr::FRENCH];
