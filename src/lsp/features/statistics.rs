//! Who speaks how much of an article, in the editor's terms.

use serde::Serialize;

use crate::ide::statistics;

/// Statistics as an editor gets them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Statistics {
    quotations: usize,
    attributed: usize,
    inferred: usize,
    words: usize,
    unattributed_words: usize,
    speakers: Vec<Share>,
}

#[derive(Serialize)]
struct Share {
    id: Option<String>,
    name: String,
    quotations: usize,
    words: usize,
}

impl From<statistics::Statistics> for Statistics {
    fn from(counted: statistics::Statistics) -> Statistics {
        let share = |share: statistics::Share| Share {
            id: share.id,
            name: share.name,
            quotations: share.quotations,
            words: share.words,
        };
        Statistics {
            quotations: counted.quotations,
            attributed: counted.attributed,
            inferred: counted.inferred,
            words: counted.words,
            unattributed_words: counted.unattributed_words,
            speakers: counted.speakers.into_iter().map(share).collect(),
        }
    }
}
