//! English.

use crate::ide::phrases::{GradePhrases, Phrases};

pub(super) const PHRASES: Phrases = Phrases {
    grade: GradePhrases {
        sure: "sure",
        likely: "likely",
        guess: "a guess",
    },
};
