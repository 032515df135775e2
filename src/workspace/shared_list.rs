//! A list whose copies share what is the same in them: copying it costs little however long it is, and a change
//! copies the small part in which it is made, if another list has it, too.

use std::ops::{Index, IndexMut};
use std::sync::Arc;

/// How many items a part has; the last one may have fewer.
const PART: usize = 64;

#[derive(Debug, Clone)]
pub(super) struct SharedList<Item> {
    parts: Vec<Arc<Vec<Item>>>,
}

impl<Item> Default for SharedList<Item> {
    fn default() -> SharedList<Item> {
        SharedList { parts: Vec::new() }
    }
}

impl<Item: Clone> SharedList<Item> {
    pub(super) fn len(&self) -> usize {
        let last = self.parts.last().map_or(0, |part| part.len());
        self.parts.len().saturating_sub(1) * PART + last
    }

    /// Whether another list shares the item at `at`.
    pub(super) fn is_shared(&self, at: usize) -> bool {
        Arc::strong_count(&self.parts[at / PART]) > 1
    }

    pub(super) fn push(&mut self, item: Item) {
        match self.parts.last_mut() {
            Some(part) if part.len() < PART => Arc::make_mut(part).push(item),
            _ => self.parts.push(Arc::new(vec![item])),
        }
    }
}

impl<Item> Index<usize> for SharedList<Item> {
    type Output = Item;

    fn index(&self, at: usize) -> &Item {
        &self.parts[at / PART][at % PART]
    }
}

impl<Item: Clone> IndexMut<usize> for SharedList<Item> {
    fn index_mut(&mut self, at: usize) -> &mut Item {
        &mut Arc::make_mut(&mut self.parts[at / PART])[at % PART]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_in_a_copy_is_not_seen_in_the_other_one() {
        let mut list = SharedList::default();
        let count = 2 * PART + 1;
        for item in 0..count {
            assert_eq!(list.len(), item);
            list.push(item);
        }
        let mut copy = list.clone();
        copy[PART] = 7;
        copy.push(count);
        assert!((0..count).all(|at| list[at] == at));
        assert_eq!((list.len(), copy.len()), (count, count + 1));
        assert_eq!(
            (copy[PART - 1], copy[PART], copy[count]),
            (PART - 1, 7, count)
        );
        let is_shared = |at: usize| Arc::ptr_eq(&list.parts[at], &copy.parts[at]);
        assert_eq!([0, 1, 2].map(is_shared), [true, false, false]);
    }
}
