//! Which articles may hold words like some others: an index of pairs of words, shared by all snapshots.
//!
//! It proposes and never decides. An article is added as soon as its digest is made and not taken out when
//! it changes, so that a snapshot may be proposed an article that has no such words any more, and never
//! misses one that has. Whoever asks looks at the digest of what is proposed.

use std::sync::{Arc, PoisonError, RwLock};

use crate::model::Digest;
use crate::model::wording::Phrase;
use crate::text::FileId;
use crate::workspace::packed::Packed;

/// So many pairs of a phrase are looked up at most, those that fewest articles have.
const ASKED: usize = 12;

/// No more pairs are looked up than stand in so many articles together: those that are more common still only
/// crowd out whoever says the same. Two are looked up in any case.
const LOOKED_THROUGH: usize = 2 * MOST;

/// So many articles are kept for a pair; where more have it, those that became known first stand for all.
const MOST: usize = 500;

/// So many of the pairs asked for must stand in an article.
const FEWEST: u8 = 2;

/// So many articles are proposed, those with most pairs.
const PROPOSED: usize = 64;

/// The articles by the pairs of words in what is said in them.
#[derive(Debug, Clone, Default)]
pub(super) struct Phrases {
    index: Arc<RwLock<Index>>,
}

/// Most pairs stand in one article, and take eight bytes.
#[derive(Debug, Default)]
struct Index {
    /// The article that has a pair; from `SEVERAL` upwards the place in `several` of those that have it.
    by_pair: Packed,
    /// Each in the order of the articles, whoever was added first.
    several: Vec<Vec<FileId>>,
}

const SEVERAL: u32 = 1 << 31;

impl Phrases {
    /// Adds what an article says.
    pub(super) fn add(&self, file: FileId, digest: &Digest) {
        let pairs = digest.keys();
        if pairs.is_empty() {
            return;
        }
        // Whoever panicked here left nothing half done.
        let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
        for pair in pairs {
            index.add(pair, file);
        }
    }

    /// The articles other than `here` that may have words like these, the likeliest first.
    pub(super) fn like(&self, phrase: &Phrase, here: FileId) -> Vec<FileId> {
        let index = self.index.read().unwrap_or_else(PoisonError::into_inner);
        let pairs = phrase.pairs().map(|pair| (index.count(pair, here), pair));
        let mut pairs: Vec<(usize, u32)> = pairs.filter(|(count, _)| *count > 0).collect();
        pairs.sort_by_key(|(count, _)| *count);
        pairs.truncate(ASKED);
        let mut together = 0;
        let asked = pairs.iter().take_while(|(count, _)| {
            together += count;
            together <= LOOKED_THROUGH
        });
        // How many of them each article has, by its number.
        let mut counts: Vec<u8> = Vec::new();
        let mut likely: Vec<FileId> = Vec::new();
        for (_, pair) in asked {
            index.with(*pair, |files| {
                let most = files.last().map_or(0, |last| last.0 as usize + 1);
                counts.resize(counts.len().max(most), 0);
                for &file in files {
                    let count = &mut counts[file.0 as usize];
                    *count += 1;
                    if *count == FEWEST {
                        likely.push(file);
                    }
                }
            });
        }
        likely.retain(|file| *file != here);
        // What comes first has the least rank: numbers are put in order sooner than articles.
        let rank = |file: FileId| {
            let count = counts[file.0 as usize];
            (u64::from(u8::MAX - count) << 32) | u64::from(file.0)
        };
        let mut ranks: Vec<u64> = likely.into_iter().map(rank).collect();
        if ranks.len() > PROPOSED {
            ranks.select_nth_unstable(PROPOSED);
            ranks.truncate(PROPOSED);
        }
        ranks.sort_unstable();
        ranks.into_iter().map(|rank| FileId(rank as u32)).collect()
    }
}

impl Index {
    fn add(&mut self, pair: u32, file: FileId) {
        let Some(known) = self.by_pair.get_or_put(pair, file.0) else {
            return;
        };
        if *known < SEVERAL {
            if *known != file.0 {
                let place = self.several.len() as u32;
                let first = FileId(*known);
                self.several.push(vec![first.min(file), first.max(file)]);
                *known = SEVERAL + place;
            }
            return;
        }
        // Many threads digest articles, and which is done first must make no difference.
        let files = &mut self.several[(*known - SEVERAL) as usize];
        if let Err(place) = files.binary_search(&file)
            && place < MOST
        {
            files.truncate(MOST - 1);
            files.insert(place, file);
        }
    }

    /// Does `work` with the articles that have a pair, in their order.
    fn with(&self, pair: u32, work: impl FnOnce(&[FileId])) {
        match self.by_pair.get(pair) {
            Some(place) if place >= SEVERAL => work(&self.several[(place - SEVERAL) as usize]),
            Some(file) => work(&[FileId(file)]),
            None => {}
        }
    }

    /// How many articles other than `here` have a pair.
    fn count(&self, pair: u32, here: FileId) -> usize {
        let Some(known) = self.by_pair.get(pair) else {
            return 0;
        };
        let Some(place) = known.checked_sub(SEVERAL) else {
            return usize::from(known != here.0);
        };
        let files = &self.several[place as usize];
        files.len() - usize::from(files.binary_search(&here).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_very_many_articles_the_same_are_known_whichever_is_digested_first() {
        const COUNT: u32 = 1201;
        let known = |order: &dyn Fn(u32) -> u32| -> Vec<FileId> {
            let mut index = Index::default();
            for nth in (0..COUNT).chain(0..COUNT) {
                index.add(7, FileId(order(nth)));
            }
            let mut files = Vec::new();
            index.with(7, |found| files.extend_from_slice(found));
            files
        };
        let first: Vec<FileId> = (0..MOST as u32).map(FileId).collect();
        assert_eq!(known(&|nth| nth), first);
        assert_eq!(known(&|nth| COUNT - 1 - nth), first);
        assert_eq!(known(&|nth| nth * 7 % COUNT), first);
    }
}
