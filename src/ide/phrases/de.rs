//! German.

use crate::ide::phrases::{GradePhrases, Phrases};

pub(super) const PHRASES: Phrases = Phrases {
    grade: GradePhrases {
        sure: "sicher",
        likely: "wahrscheinlich",
        guess: "eine Vermutung",
    },
};
