//! An entity as an entry of a hierarchy.

use crate::ide::registries::declaration;
use crate::model::{EntityKind, Name};
use crate::text::{FileRange, TextRange};
use crate::workspace::Snapshot;

/// An entity in a file: in an article that it takes part in, or where it is declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Its name in the language of the article.
    pub name: String,
    /// Its id, by which it is found again in the same file.
    pub id: String,
    /// Whether something declares it; otherwise it is recognised in the article alone.
    pub is_declared: bool,
    /// What it is.
    pub kind: Option<EntityKind>,
    /// Its office, and what else tells it from others.
    pub detail: Option<String>,
    /// Where it stands.
    pub place: FileRange,
    /// The words of it that matter most, in bytes of the same file; inside `place`.
    pub focus: TextRange,
}

/// The entity with these declarations at the first of them; its name in the language `lang`. What the
/// first does not say the further ones do.
pub(super) fn at_entry(
    snapshot: &Snapshot,
    declared: &[FileRange],
    lang: Option<&str>,
) -> Option<Party> {
    let place = *declared.first()?;
    let nearest = declaration(snapshot, place)?;
    let all = || declared.iter().filter_map(|id| declaration(snapshot, *id));
    let is_of_language = |name: &&Name| lang.is_some() && name.lang.as_deref() == lang;
    let bearer = all().find(|declared| !declared.names.is_empty());
    let names = bearer.map_or(&[][..], |declared| &declared.names);
    let name = names.iter().find(is_of_language).or(names.first());
    let name = name.or_else(|| all().find_map(|declared| declared.aka.first()));
    let role = all().find_map(|declared| declared.role.as_ref());
    Some(Party {
        name: name.map_or(&nearest.id.value, |name| &name.text).clone(),
        id: nearest.id.value.clone(),
        is_declared: true,
        kind: all()
            .find_map(|declared| declared.kind)
            .map(|kind| kind.value),
        detail: role.map(|role| role.value.clone()),
        place: FileRange {
            file: place.file,
            range: nearest.range,
        },
        focus: place.range,
    })
}
