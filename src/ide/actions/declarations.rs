//! Declaring whom the text names and nothing declares: in the article, or in a registry that it has.

use serde::{Deserialize, Serialize};

use super::{Action, ActionKind, Asked, Choice, entity, in_file};
use crate::annotate::single;
use crate::text::{FileEdit, FileId};
use crate::workspace::Snapshot;

/// A declaration that is to be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewDeclaration {
    /// The id of the entity, which is recognised in the text.
    id: String,
    /// The registry, by the number of its file; none for the article itself.
    registry: Option<u32>,
}

/// Declares those of whom a name is touched and whom nothing declares: here, and in each registry that
/// the article has.
pub(super) fn list(asked: &Asked<'_>, found: &mut Vec<Action>) {
    let (snapshot, file, analysis) = (asked.snapshot, asked.file, asked.analysis());
    let mentions = analysis.mentions.iter();
    let touched = mentions.filter(|mention| asked.touches(mention.words));
    let mut new: Vec<_> = touched
        .filter_map(|mention| mention.entity)
        .filter(|key| !analysis.entities.is_declared(*key))
        .collect();
    new.dedup();
    let phrases = asked.phrases();
    for key in new {
        let (id, name) = (&analysis.entities.get(key).id, asked.name(key));
        if entity(analysis, id) != Some(key) {
            continue;
        }
        let mut offer = |title, registry: Option<FileId>| {
            let declaration = NewDeclaration {
                id: id.clone(),
                registry: registry.map(|file| file.0),
            };
            if edits(snapshot, file, &declaration).is_some() {
                found.push(Action::new(
                    title,
                    ActionKind::Declare,
                    Choice::Declare(declaration),
                ));
            }
        };
        offer((phrases.declare_here)(name), None);
        for &registry in &snapshot.surroundings(file).registries {
            let title = (phrases.declare_in)(name, &snapshot.file_name(registry));
            offer(title, Some(registry));
        }
    }
}

pub(super) fn edits(
    snapshot: &Snapshot,
    file: FileId,
    declaration: &NewDeclaration,
) -> Option<Vec<FileEdit>> {
    let key = entity(snapshot.analysis(file), &declaration.id)?;
    let Some(registry) = declaration.registry else {
        return Some(in_file(file, single::declare_here(snapshot, file, key)?));
    };
    let mut registries = snapshot.surroundings(file).registries.iter();
    let registry = *registries.find(|known| known.0 == registry)?;
    let edits = single::declare_in(snapshot, file, key, registry)?;
    Some(in_file(registry, edits))
}
