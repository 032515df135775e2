//! Arabic.

use crate::ide::phrases::{GradePhrases, LensPhrases, Phrases};

pub(super) const PHRASES: Phrases = Phrases {
    grade: GradePhrases {
        sure: "مؤكَّد",
        likely: "مرجَّح",
        guess: "تخمين",
    },
    lens: LensPhrases {
        mentions: |count| number(count, ["إشارة واحدة", "إشارتان", "إشارات", "إشارة"]),
        quotations: |count| number(count, ["اقتباس واحد", "اقتباسان", "اقتباسات", "اقتباسًا"]),
        articles: |count| {
            format!(
                "في {}",
                number(count, ["مقال واحد", "مقالين", "مقالات", "مقالًا"])
            )
        },
        others: |count| {
            number(
                count,
                ["متحدث آخر", "متحدثان آخران", "متحدثين آخرين", "متحدثًا آخر"],
            )
        },
        share: |name, percent| format!("{name} {percent}٪"),
        nobody: "بلا نسبة",
    },
};

/// Arabic has words for one and two, one form for three to ten, and another from eleven on; of the
/// hundreds what is left over counts.
fn number(count: usize, [one, two, few, many]: [&str; 4]) -> String {
    match (count, count % 100) {
        (1, _) => one.to_owned(),
        (2, _) => two.to_owned(),
        (_, 3..=10) => format!("{count} {few}"),
        _ => format!("{count} {many}"),
    }
}
