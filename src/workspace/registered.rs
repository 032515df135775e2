//! What registries declare together, made once for all articles that have them, in this moment and in
//! later ones.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::model::EntityLayer;
use crate::text::FileId;
use crate::workspace::Registry;

/// The entities of each list of registries. All snapshots share it, and none can learn from it what
/// is not true for itself: what is kept depends on nothing but the contents it is kept for.
#[derive(Debug, Clone, Default)]
pub(super) struct Registered {
    by_files: Arc<Mutex<HashMap<Vec<FileId>, Kept>>>,
}

/// The entities of some files, as long as these read as they did.
#[derive(Debug)]
struct Kept {
    registries: Vec<Arc<Registry>>,
    entities: Arc<EntityLayer>,
}

impl Registered {
    /// What the registries declare together, the nearest first.
    pub(super) fn of<'a>(
        &self,
        registries: impl Iterator<Item = (FileId, &'a Arc<Registry>)>,
    ) -> Arc<EntityLayer> {
        let (files, registries): (Vec<FileId>, Vec<&Arc<Registry>>) = registries.unzip();
        // Whoever panicked here left nothing half done.
        let mut by_files = self.by_files.lock().unwrap_or_else(PoisonError::into_inner);
        let is_same = |(one, other): (&Arc<Registry>, &&Arc<Registry>)| Arc::ptr_eq(one, other);
        let kept = by_files
            .get(&files)
            .filter(|kept| kept.registries.iter().zip(&registries).all(is_same));
        if let Some(kept) = kept {
            return Arc::clone(&kept.entities);
        }
        let declared = files.iter().zip(&registries);
        let declared = declared.map(|(file, registry)| (*file, &registry.declarations));
        let entities = Arc::new(EntityLayer::new(declared));
        // Before it grows, what no article has any more goes.
        if by_files.len() == by_files.capacity() {
            by_files.retain(|_, kept| Arc::strong_count(&kept.entities) > 1);
        }
        let kept = Kept {
            registries: registries.into_iter().map(Arc::clone).collect(),
            entities: Arc::clone(&entities),
        };
        by_files.insert(files, kept);
        entities
    }
}
