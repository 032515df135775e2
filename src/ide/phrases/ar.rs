//! Arabic.

use crate::ide::phrases::{CompletionPhrases, GradePhrases, Phrases};

pub(super) const PHRASES: Phrases = Phrases {
    grade: GradePhrases {
        sure: "مؤكَّد",
        likely: "مرجَّح",
        guess: "تخمين",
    },
    completion: CompletionPhrases {
        inferred: "مستنتَج",
        goes_on: "يواصل المتحدث نفسه كلامه",
        nobody_knows: "لا يُعرف قائله",
        no_speech: "ليس كلامًا منقولًا",
        today: "اليوم",
        published: "يوم النشر",
        dateline: "يوم كتابة الخبر",
        these_words: "ما تدلّ عليه هذه الكلمات",
    },
};
