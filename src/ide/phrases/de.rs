//! German.

use crate::ide::phrases::{CompletionPhrases, GradePhrases, Phrases};

pub(super) const PHRASES: Phrases = Phrases {
    grade: GradePhrases {
        sure: "sicher",
        likely: "wahrscheinlich",
        guess: "eine Vermutung",
    },
    completion: CompletionPhrases {
        inferred: "erschlossen",
        goes_on: "der Sprecher fährt fort",
        nobody_knows: "niemand weiß, wer das sagt",
        no_speech: "keine Rede",
        today: "heute",
        published: "Tag der Veröffentlichung",
        dateline: "Tag der Ortsmarke",
        these_words: "was diese Worte sagen",
    },
};
