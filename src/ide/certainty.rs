//! How surely it is known who says something.

use crate::attribution::Grade;
use crate::model::{Analysis, Item, Said};

/// How surely it is known who says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Markup says it, or that nobody knows or nobody does.
    Written,
    /// The words of the text say it so surely.
    Inferred(Grade),
    /// Nothing says it.
    Unattributed,
}

impl Certainty {
    /// Of something that is said in an article.
    pub(super) fn of(analysis: &Analysis, item: Item) -> Certainty {
        let at = match item {
            Item::Quotation(at) => at,
            Item::Statement(at) => {
                return Certainty::Inferred(analysis.inferred.statements[at].source.grade);
            }
        };
        match analysis.said[at] {
            Said::By(_) | Said::Inside(_) | Said::Unknown | Said::NotSpeech => Certainty::Written,
            Said::Dangling => Certainty::Unattributed,
            Said::Unsaid if analysis.is_no_speech(at) => Certainty::Unattributed,
            Said::Unsaid => analysis
                .unwritten(at)
                .map_or(Certainty::Unattributed, |source| {
                    Certainty::Inferred(source.grade)
                }),
        }
    }

    /// In a word: `written`, `sure`, `likely`, `guess`, `unattributed`.
    pub fn name(self) -> &'static str {
        match self {
            Certainty::Written => "written",
            Certainty::Inferred(grade) => grade.name(),
            Certainty::Unattributed => "unattributed",
        }
    }
}
