//! What Isnad says to people beside its findings, in their language: one file per language, one table
//! of phrases in each. Where a language lacks something, the compiler says so.
//!
//! A phrase that holds words of an article takes them as they come, isolated where they stand among
//! words of the other direction.

mod ar;
mod de;
mod en;
mod fr;

/// The languages in which people are spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Locale {
    #[default]
    English,
    Arabic,
    French,
    German,
}

impl Locale {
    /// The language of a BCP 47 tag, such as `ar` or `de-AT`; English where it is none of them.
    pub fn of(tag: &str) -> Locale {
        let language = tag.split(['-', '_', '.']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "ar" => Locale::Arabic,
            "fr" => Locale::French,
            "de" => Locale::German,
            _ => Locale::English,
        }
    }

    /// What is said in it.
    pub(super) fn phrases(self) -> &'static Phrases {
        match self {
            Locale::English => &en::PHRASES,
            Locale::Arabic => &ar::PHRASES,
            Locale::French => &fr::PHRASES,
            Locale::German => &de::PHRASES,
        }
    }
}

/// All that is said in one language, feature by feature.
#[derive(Debug)]
pub(super) struct Phrases {
    pub(super) grade: GradePhrases,
    pub(super) completion: CompletionPhrases,
}

/// How surely something was inferred.
#[derive(Debug)]
pub(super) struct GradePhrases {
    pub(super) sure: &'static str,
    pub(super) likely: &'static str,
    pub(super) guess: &'static str,
}

/// What a completion is.
#[derive(Debug)]
pub(super) struct CompletionPhrases {
    /// Of a speaker whom the text names.
    pub(super) inferred: &'static str,
    pub(super) goes_on: &'static str,
    pub(super) nobody_knows: &'static str,
    pub(super) no_speech: &'static str,
    pub(super) today: &'static str,
    pub(super) published: &'static str,
    pub(super) dateline: &'static str,
    /// Of a day that the marked words denote.
    pub(super) these_words: &'static str,
}
