//! German.

use crate::ide::phrases::{GradePhrases, LensPhrases, Phrases};

pub(super) const PHRASES: Phrases = Phrases {
    grade: GradePhrases {
        sure: "sicher",
        likely: "wahrscheinlich",
        guess: "eine Vermutung",
    },
    lens: LensPhrases {
        mentions: |count| number(count, "Erwähnung", "Erwähnungen"),
        quotations: |count| number(count, "Zitat", "Zitate"),
        articles: |count| format!("in {}", number(count, "Artikel", "Artikeln")),
        others: |count| number(count, "weiterer", "weitere"),
        share: |name, percent| format!("{name} {percent} %"),
        nobody: "nicht zugeschrieben",
    },
};

fn number(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
