//! What others made of a block, kept with it.
//!
//! An edit leaves most blocks the very allocations that they were, so that what depends on the words of
//! one block, and on little else, is found again instead of made again.

use std::any::{Any, TypeId};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// What was made of one block. Two of them are always equal: they say nothing of the block that it does
/// not say itself.
#[derive(Default)]
pub struct Kept(Mutex<Vec<Made>>);

/// One thing for each type.
struct Made {
    what: TypeId,
    /// The number of what it was made of beside the block.
    of: u64,
    outcome: Arc<dyn Any + Send + Sync>,
}

impl Kept {
    /// What `make` makes of the block and of something else, of which `of` is the number: another number
    /// means that it is made anew. Each `T` is one thing, so give every purpose a type of its own.
    pub fn get<T: Any + Send + Sync>(&self, of: u64, make: impl FnOnce() -> T) -> Arc<T> {
        if let Some(found) = self.find(of) {
            return found;
        }
        // Two threads may both make it; the outcome is the same.
        let outcome = Arc::new(make());
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let what = TypeId::of::<T>();
        all.retain(|one| one.what != what);
        all.push(Made {
            what,
            of,
            outcome: Arc::<T>::clone(&outcome),
        });
        outcome
    }

    fn find<T: Any + Send + Sync>(&self, of: u64) -> Option<Arc<T>> {
        // Whoever panicked here left nothing half done.
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let what = TypeId::of::<T>();
        let found = all.iter().find(|one| one.what == what && one.of == of)?;
        Arc::clone(&found.outcome).downcast().ok()
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Kept").finish_non_exhaustive()
    }
}

impl PartialEq for Kept {
    fn eq(&self, _: &Kept) -> bool {
        true
    }
}

impl Eq for Kept {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_is_kept_until_it_depends_on_something_else() {
        struct Length(usize);
        struct Letters(usize);
        let kept = Kept::default();
        assert_eq!(kept.get(1, || Length(4)).0, 4);
        assert_eq!(kept.get(1, || Length(9)).0, 4);
        assert_eq!(kept.get(1, || Letters(2)).0, 2);
        assert_eq!(kept.get(2, || Length(9)).0, 9);
        assert_eq!(kept.get(1, || Letters(7)).0, 2);
    }
}
