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
    pub(super) lens: LensPhrases,
}

/// How surely something was inferred.
#[derive(Debug)]
pub(super) struct GradePhrases {
    pub(super) sure: &'static str,
    pub(super) likely: &'static str,
    pub(super) guess: &'static str,
}

/// What stands above a line.
#[derive(Debug)]
pub(super) struct LensPhrases {
    pub(super) mentions: fn(usize) -> String,
    pub(super) quotations: fn(usize) -> String,
    /// In how many articles.
    pub(super) articles: fn(usize) -> String,
    /// How many speakers more.
    pub(super) others: fn(usize) -> String,
    /// What part of the words somebody says, in percent.
    pub(super) share: fn(&str, usize) -> String,
    /// Who says what nobody is named for.
    pub(super) nobody: &'static str,
}
