//! What all articles that are known say of one entity.

use crate::model::{Analysis, Digest, EntityKey, Known};
use crate::text::{FileId, FileRange};
use crate::workspace::{FileKind, Snapshot};

/// An article that knows an entity.
#[derive(Debug, Clone, Copy)]
pub(super) struct Knowing<'a> {
    pub(super) file: FileId,
    pub(super) digest: &'a Digest,
    /// The entity, by its place in the digest's list.
    pub(super) at: u32,
}

impl<'a> Knowing<'a> {
    /// What the article knows of the entity.
    pub(super) fn known(&self) -> &'a Known {
        &self.digest.entities[self.at as usize]
    }
}

/// The ids of the declarations of an entity: by these, articles know that they mean the same one.
pub(super) fn declared(analysis: &Analysis, key: EntityKey) -> Vec<FileRange> {
    let declarations = &analysis.entities.get(key).declarations;
    declarations.iter().map(|declared| declared.id).collect()
}

/// The files that may say something of an entity, `here` first and then in their order: articles, and
/// the wire text or article that somebody is looking at.
pub(super) fn articles(snapshot: &Snapshot, here: FileId) -> impl Iterator<Item = FileId> {
    let is_text = snapshot.kind(here) != FileKind::Registry;
    let first = is_text.then_some(here);
    let others = snapshot.files().filter(move |file| *file != here);
    let others = others.filter(|file| snapshot.kind(*file) == FileKind::Article);
    first.into_iter().chain(others)
}

/// Every article that knows the entity with the declarations `declared`.
pub(super) fn usages<'a>(
    snapshot: &'a Snapshot,
    here: FileId,
    declared: &[FileRange],
) -> impl Iterator<Item = Knowing<'a>> {
    articles(snapshot, here).flat_map(move |file| {
        let digest = snapshot.digest(file);
        let meant = digest.known_by(declared).into_iter();
        meant.map(move |at| Knowing { file, digest, at })
    })
}
