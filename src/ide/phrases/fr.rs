//! French.

use crate::ide::phrases::{GradePhrases, LensPhrases, Phrases};

pub(super) const PHRASES: Phrases = Phrases {
    grade: GradePhrases {
        sure: "sûr",
        likely: "probable",
        guess: "une supposition",
    },
    lens: LensPhrases {
        mentions: |count| number(count, "mention", "mentions"),
        quotations: |count| number(count, "citation", "citations"),
        articles: |count| format!("dans {}", number(count, "article", "articles")),
        others: |count| number(count, "autre", "autres"),
        share: |name, percent| format!("{name} {percent}\u{a0}%"),
        nobody: "sans attribution",
    },
};

/// French counts none as one.
fn number(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count < 2 { one } else { many })
}
