//! English.

use crate::ide::phrases::{GradePhrases, LensPhrases, Phrases};

pub(super) const PHRASES: Phrases = Phrases {
    grade: GradePhrases {
        sure: "sure",
        likely: "likely",
        guess: "a guess",
    },
    lens: LensPhrases {
        mentions: |count| number(count, "mention", "mentions"),
        quotations: |count| number(count, "quotation", "quotations"),
        articles: |count| format!("in {}", number(count, "article", "articles")),
        others: |count| number(count, "other", "others"),
        share: |name, percent| format!("{name} {percent} %"),
        nobody: "not attributed",
    },
};

fn number(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
