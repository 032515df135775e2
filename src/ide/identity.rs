//! Who an entity is, apart from the article in which it is asked about.

use crate::ide::registries::{Entry, Meanings, entry};
use crate::ide::under::{Thing, thing};
use crate::ide::usages::{Knowing, declared, usages};
use crate::model::{Analysis, EntityKey, Known};
use crate::text::{FileId, FileRange, TextRange, TextSize};
use crate::workspace::Snapshot;

/// What makes two entities of different articles the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Identity {
    /// They share one of these declarations.
    Declared(Vec<FileRange>),
    /// Nothing: it is declared nowhere, and recognised under this id in this article alone.
    Recognised { file: FileId, id: String },
}

impl Identity {
    /// Who `key` is in the article `file`.
    pub(super) fn of(file: FileId, analysis: &Analysis, key: EntityKey) -> Identity {
        if analysis.entities.is_declared(key) {
            return Identity::Declared(declared(analysis, key));
        }
        let id = analysis.entities.get(key).id.clone();
        Identity::Recognised { file, id }
    }

    /// Who it is that the article `file` knows.
    pub(super) fn of_known(file: FileId, known: &Known) -> Identity {
        if known.declared.is_empty() {
            let id = known.id.to_string();
            return Identity::Recognised { file, id };
        }
        Identity::Declared(known.declared.to_vec())
    }

    /// The declarations.
    pub(super) fn declared(&self) -> &[FileRange] {
        match self {
            Identity::Declared(declared) => declared,
            Identity::Recognised { .. } => &[],
        }
    }

    /// The articles that know it, `here` first.
    pub(super) fn knowing<'a>(&self, snapshot: &'a Snapshot, here: FileId) -> Vec<Knowing<'a>> {
        match self {
            Identity::Declared(declared) => usages(snapshot, here, declared).collect(),
            Identity::Recognised { file, id } => {
                let digest = snapshot.digest(*file);
                let is_it = |known: &Known| known.declared.is_empty() && *known.id == **id;
                let entities = digest.entities.iter().zip(0..);
                let meant = entities.filter(|(known, _)| is_it(known));
                let knowing = meant.map(|(_, at)| Knowing {
                    file: *file,
                    digest,
                    at,
                });
                knowing.collect()
            }
        }
    }
}

/// Where an entity that the article `file` knows is declared, else the words that first name it.
pub(super) fn place(file: FileId, analysis: &Analysis, key: EntityKey) -> Option<FileRange> {
    let declarations = &analysis.entities.get(key).declarations;
    let declared = declarations.first().map(|declared| declared.id);
    declared.or_else(|| {
        let mut mentions = analysis.mentions.iter();
        let first = mentions.find(|mention| mention.entity == Some(key))?;
        let range = first.words;
        Some(FileRange { file, range })
    })
}

/// The entity at `offset`, in bytes of `file`, an article or a registry, or the speakers of the
/// quotation there.
pub(super) fn entity_or_speakers(
    snapshot: &Snapshot,
    file: FileId,
    offset: TextSize,
) -> Vec<Identity> {
    if let Some((_, identity)) = entity(snapshot, file, offset) {
        return vec![identity];
    }
    let Some(Thing::Quotation { at, .. } | Thing::Brace { at, .. }) = thing(snapshot, file, offset)
    else {
        return Vec::new();
    };
    let analysis = snapshot.analysis(file);
    let speakers = analysis.speakers(at).into_iter();
    speakers
        .map(|key| Identity::of(file, analysis, key))
        .collect()
}

/// The entity at `offset`, in bytes of `file`, an article or a registry, and where it stands there.
pub(super) fn entity(
    snapshot: &Snapshot,
    file: FileId,
    offset: TextSize,
) -> Option<(TextRange, Identity)> {
    match entry(snapshot, file, offset) {
        Some(Entry::Entity(declaration)) => {
            let range = declaration.id.range;
            let identity = Identity::Declared(vec![FileRange { file, range }]);
            Some((declaration.range, identity))
        }
        Some(Entry::Of(of)) => {
            let mut meanings = Meanings::new(snapshot);
            let meant = meanings.of(file, &of.value);
            (!meant.is_empty()).then(|| (of.range, Identity::Declared(meant.to_vec())))
        }
        None => match thing(snapshot, file, offset)? {
            Thing::Entity { range, key } => {
                Some((range, Identity::of(file, snapshot.analysis(file), key)))
            }
            _ => None,
        },
    }
}
