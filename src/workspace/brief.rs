//! What is kept of an article's digest while its text is put away: what comparing asks of it.

use std::collections::BTreeMap;

use crate::model::{Chain, Digest, Known, Utterance};

/// The digest with nothing in it but the words that can be known again, who says them and through whom
/// they came, and the day from which they count.
pub(super) fn brief(digest: &Digest) -> Digest {
    let mut entities = Entities {
        digest,
        places: BTreeMap::new(),
        kept: Vec::new(),
    };
    let utterances = digest.utterances.iter().filter(|it| it.phrase.is_some());
    let utterances = utterances.map(|utterance| Utterance {
        words: Box::default(),
        chain: Chain::new(
            &entities.keep(utterance.chain.speakers()),
            &entities.keep(utterance.chain.via()),
        ),
        inside: None,
        ..utterance.clone()
    });
    let mut brief = Digest::default();
    brief.utterances = utterances.collect();
    brief.entities = entities.kept;
    brief.record.clone_from(&digest.record);
    brief.day = digest.day;
    brief
}

/// The entities that are kept, in the order in which they are met.
struct Entities<'a> {
    digest: &'a Digest,
    /// The new place of each by its old one.
    places: BTreeMap<u32, u32>,
    kept: Vec<Known>,
}

impl Entities<'_> {
    /// The new places of some.
    fn keep(&mut self, places: &[u32]) -> Vec<u32> {
        let place = |at: &u32| {
            *self.places.entry(*at).or_insert_with(|| {
                let known = &self.digest.entities[*at as usize];
                self.kept.push(Known {
                    places: Box::default(),
                    ..known.clone()
                });
                self.kept.len() as u32 - 1
            })
        };
        places.iter().map(place).collect()
    }
}
