//! Arabic.

use crate::ide::phrases::{GradePhrases, Phrases};

pub(super) const PHRASES: Phrases = Phrases {
    grade: GradePhrases {
        sure: "مؤكَّد",
        likely: "مرجَّح",
        guess: "تخمين",
    },
};
