//! French.

use crate::ide::phrases::{CompletionPhrases, GradePhrases, Phrases};

pub(super) const PHRASES: Phrases = Phrases {
    grade: GradePhrases {
        sure: "sûr",
        likely: "probable",
        guess: "une supposition",
    },
    completion: CompletionPhrases {
        inferred: "déduit",
        goes_on: "la même personne continue",
        nobody_knows: "on ne sait pas qui le dit",
        no_speech: "ce n’est pas une parole rapportée",
        today: "aujourd’hui",
        published: "jour de publication",
        dateline: "jour de la dépêche",
        these_words: "ce que disent ces mots",
    },
};
