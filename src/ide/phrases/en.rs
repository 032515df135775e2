//! English.

use crate::ide::phrases::{CompletionPhrases, GradePhrases, Phrases};

pub(super) const PHRASES: Phrases = Phrases {
    grade: GradePhrases {
        sure: "sure",
        likely: "likely",
        guess: "a guess",
    },
    completion: CompletionPhrases {
        inferred: "inferred",
        goes_on: "the speaker goes on",
        nobody_knows: "nobody knows who says it",
        no_speech: "no speech",
        today: "today",
        published: "day of publication",
        dateline: "day of the dateline",
        these_words: "what these words say",
    },
};
