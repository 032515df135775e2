//! A map from numbers to numbers for very many of them: it takes hardly more than the eight bytes that both are,
//! where a hash table takes nearly twice as much.
//!
//! Each has its place by its first bits, in a short list that is in order; when the lists get long, each becomes two.
//! They stay about equally long, since keys are mixed before: in each process in another way, so that nobody can
//! write texts of which all keys come into one list.

use std::hash::{BuildHasher, RandomState};

/// So many entries a list has, on average, before it becomes two.
const LONG: usize = 256;

/// The map.
#[derive(Debug)]
pub(super) struct Packed {
    /// By the first bits of a mixed key; each in the order of these keys.
    lists: Vec<Vec<(u32, u32)>>,
    count: usize,
    /// Odd, so that no two keys are mixed into one.
    mixer: u32,
}

impl Default for Packed {
    fn default() -> Packed {
        Packed {
            lists: vec![Vec::new()],
            count: 0,
            mixer: RandomState::new().hash_one(0) as u32 | 1,
        }
    }
}

impl Packed {
    /// What stands under `key`.
    pub(super) fn get(&self, key: u32) -> Option<u32> {
        let key = self.mixed(key);
        let list = &self.lists[self.list(key)];
        let at = list.binary_search_by_key(&key, |(key, _)| *key).ok()?;
        Some(list[at].1)
    }

    /// What stands under `key`, to be changed; if nothing does, `value` from now on.
    pub(super) fn get_or_put(&mut self, key: u32, value: u32) -> Option<&mut u32> {
        let key = self.mixed(key);
        let which = self.list(key);
        let list = &mut self.lists[which];
        match list.binary_search_by_key(&key, |(key, _)| *key) {
            Ok(at) => return Some(&mut self.lists[which][at].1),
            Err(at) => {
                if list.len() == list.capacity() {
                    list.reserve_exact(list.len() / 8 + 4);
                }
                list.insert(at, (key, value));
            }
        }
        self.count += 1;
        if self.count > self.lists.len() * LONG {
            self.halve();
        }
        None
    }

    fn mixed(&self, key: u32) -> u32 {
        key.wrapping_mul(self.mixer)
    }

    /// The place of the list that a mixed key belongs to.
    fn list(&self, key: u32) -> usize {
        // There are as many as some number of bits can tell apart.
        ((u64::from(key) * self.lists.len() as u64) >> u32::BITS) as usize
    }

    /// Cuts each list in two.
    fn halve(&mut self) {
        let lists = std::mem::take(&mut self.lists);
        let width = (1_u64 << u32::BITS) / lists.len() as u64;
        self.lists = Vec::with_capacity(lists.len() * 2);
        for (at, mut list) in (0_u64..).zip(lists) {
            let middle = at * width + width / 2;
            let half = list.partition_point(|(key, _)| u64::from(*key) < middle);
            let behind = list.split_off(half);
            list.shrink_to_fit();
            self.lists.extend([list, behind]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_is_found_however_many_there_are() {
        const COUNT: u32 = 5 * LONG as u32;
        let key = |nth: u32| nth * 3;
        let mut packed = Packed::default();
        for nth in 0..COUNT {
            assert_eq!(packed.get(key(nth)), None);
            assert_eq!(packed.get_or_put(key(nth), nth), None);
        }
        for end in [0, u32::MAX] {
            packed.get_or_put(end, COUNT);
        }
        assert!(packed.lists.len() > 4);
        for nth in 1..COUNT {
            assert_eq!(packed.get(key(nth)), Some(nth));
            *packed.get_or_put(key(nth), 0).expect("it is there") += 1;
            assert_eq!(packed.get(key(nth)), Some(nth + 1));
        }
        assert_eq!(packed.get(u32::MAX), Some(COUNT));
    }
}
