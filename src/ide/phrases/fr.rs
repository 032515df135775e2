//! French.

use crate::ide::phrases::{GradePhrases, Phrases};

pub(super) const PHRASES: Phrases = Phrases {
    grade: GradePhrases {
        sure: "sûr",
        likely: "probable",
        guess: "une supposition",
    },
};
