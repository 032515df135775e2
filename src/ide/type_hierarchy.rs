//! Who belongs to whom: above an entity stands the one that its `of` means, below it stand its members.
//!
//! Each step is asked for by itself, so that those who belong to one another in a circle only make a tree
//! that can be opened without end.

use std::collections::{HashMap, HashSet};

use crate::ide::identity::{Identity, entity_or_speakers};
use crate::ide::party::{Party, at_entry};
use crate::ide::registries::{Meanings, members};
use crate::ide::usages::declared;
use crate::model::Role;
use crate::text::{FileId, FileRange, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// The entity at `offset`, in bytes of `file`, or the speakers of the quotation there, at their nearest
/// entries; only who is declared can belong to somebody.
pub fn prepare(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Vec<Party> {
    let identities = entity_or_speakers(snapshot, file, offset);
    let parties = identities.iter();
    parties
        .filter_map(|identity| at_entry(snapshot, identity.declared(), lang(snapshot, file)))
        .collect()
}

/// Whom the entity belongs to that `file`, an article or a registry, declares under `id`.
pub fn supertypes(snapshot: &Snapshot, file: FileId, id: &str) -> Vec<Party> {
    let Some(Seen { of, .. }) = seen(snapshot, file, id) else {
        return Vec::new();
    };
    let above = at_entry(snapshot, &of, lang(snapshot, file));
    above.into_iter().collect()
}

/// Who belongs to the entity that `file` declares under `id`, by the registries and articles that know
/// it; those of the file itself first.
pub fn subtypes(snapshot: &Snapshot, file: FileId, id: &str) -> Vec<Party> {
    let Some(Seen { declared, .. }) = seen(snapshot, file, id) else {
        return Vec::new();
    };
    let mut below = Below {
        snapshot,
        lang: lang(snapshot, file),
        met: HashSet::new(),
        found: Vec::new(),
    };
    if snapshot.kind(file) != FileKind::Registry {
        below.by_article(file, id);
    }
    let mut meanings = Meanings::new(snapshot);
    for (registry, member) in members(snapshot, &declared) {
        below.put(meanings.of(registry, &member.id.value));
    }
    let identity = Identity::Declared(declared);
    for knowing in identity.knowing(snapshot, file) {
        let known = knowing.known();
        let values = known
            .places
            .iter()
            .filter(|place| place.role == Role::Value);
        let values: HashSet<TextRange> = values.map(|place| place.range).collect();
        if values.is_empty() {
            continue;
        }
        let others = knowing.digest.entities.iter();
        let others = others.filter_map(|other| Some((*other.declared.first()?, &other.declared)));
        let others: HashMap<FileRange, &Box<[FileRange]>> = others.collect();
        for member in &snapshot.front(knowing.file).entities.all {
            let of = member.of.as_ref();
            if of.is_some_and(|of| values.contains(&of.range)) {
                let id = place(knowing.file, member.id.range);
                below.put(others.get(&id).map_or(&[id], |declared| declared));
            }
        }
    }
    below.found
}

/// An entity as a file declares it.
struct Seen {
    /// The ids of its declarations.
    declared: Vec<FileRange>,
    /// Those of whom it belongs to, the nearest first.
    of: Vec<FileRange>,
}

fn seen(snapshot: &Snapshot, file: FileId, id: &str) -> Option<Seen> {
    match snapshot.kind(file) {
        FileKind::Registry => {
            let mut entries = snapshot.registry(file).declarations.all.iter();
            let entry = entries.find(|declared| declared.id.value == id)?;
            let mut meanings = Meanings::new(snapshot);
            let of = entry.of.as_ref();
            let of = of.map(|of| meanings.of(file, &of.value).to_vec());
            Some(Seen {
                declared: vec![place(file, entry.id.range)],
                of: of.unwrap_or_default(),
            })
        }
        FileKind::Article | FileKind::Wire => {
            let analysis = snapshot.analysis(file);
            let key = analysis.entities.find(id)?;
            let of = analysis.entities.get(key).of.as_deref();
            let of = of.and_then(|of| analysis.entities.meant_by(of));
            Some(Seen {
                declared: declared(analysis, key),
                of: of.map(|of| declared(analysis, of)).unwrap_or_default(),
            })
        }
        FileKind::Config | FileKind::Baseline => None,
    }
}

struct Below<'a> {
    snapshot: &'a Snapshot,
    lang: Option<&'a str>,
    /// The declarations of those who have been found.
    met: HashSet<FileRange>,
    found: Vec<Party>,
}

impl Below<'_> {
    /// Those of whom the article in question knows that they belong to the entity `id`.
    fn by_article(&mut self, file: FileId, id: &str) {
        let analysis = self.snapshot.analysis(file);
        let Some(key) = analysis.entities.find(id) else {
            return;
        };
        for (member, entity) in analysis.entities.iter() {
            let of = entity.of.as_deref();
            if of.and_then(|of| analysis.entities.meant_by(of)) == Some(key) {
                let declared = declared(analysis, member);
                self.put(&declared);
            }
        }
    }

    /// Adds the member with these declarations, unless it is there by one of them.
    fn put(&mut self, declared: &[FileRange]) {
        let is_known = declared.iter().any(|id| self.met.contains(id));
        self.met.extend(declared);
        if !is_known {
            self.found
                .extend(at_entry(self.snapshot, declared, self.lang));
        }
    }
}

fn place(file: FileId, range: TextRange) -> FileRange {
    FileRange { file, range }
}

/// The language in which the file names entities.
fn lang(snapshot: &Snapshot, file: FileId) -> Option<&str> {
    let lang = match snapshot.kind(file) {
        FileKind::Article | FileKind::Wire => snapshot.front(file).lang.as_ref(),
        _ => None,
    };
    lang.map(|lang| lang.value.as_str())
}
