//! The YAML of a file: of an article its front matter, of a registry all of it.

use crate::model::front_matter::{DATELINE_KEYS, Declarations, ENTITY_KEYS, KEYS, Key};
use crate::syntax::yaml::{self, Entry, Node};
use crate::syntax::{SyntaxKind, conflict};
use crate::text::{FileId, TextRange, TextSize, len_of};
use crate::workspace::{FileKind, Snapshot};

/// The YAML of a file.
pub(super) struct Yaml {
    /// Where it stands, in bytes of the file; ranges in the tree count from its start.
    pub(super) range: TextRange,
    pub(super) root: Node,
    is_registry: bool,
}

/// What a mapping says something of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Article,
    Dateline,
    /// Ids, each with what is known of it.
    Entities,
    Entity,
    /// Something that Isnad does not read by keys.
    Other,
}

impl Yaml {
    /// Reads it; `None` where there is none or it holds no keys.
    pub(super) fn of(snapshot: &Snapshot, file: FileId) -> Option<Yaml> {
        let (range, is_registry) = place(snapshot, file)?;
        Yaml::read(snapshot.text(file), range, is_registry)
    }

    fn read(text: &str, range: TextRange, is_registry: bool) -> Option<Yaml> {
        let yaml = &text[range];
        let readable = conflict::without_markers(yaml, &conflict::conflicts(yaml));
        let root = yaml::parse(&readable).root?;
        Some(Yaml {
            range,
            root,
            is_registry,
        })
    }

    /// Reads as much of it as matters at `offset`, in bytes of the file: in an entity no more than its
    /// entry, for there may be thousands. `None` where none stands there.
    pub(super) fn around_offset(
        snapshot: &Snapshot,
        file: FileId,
        offset: TextSize,
    ) -> Option<Yaml> {
        let (whole, is_registry) = place(snapshot, file)?;
        if !whole.contains_inclusive(offset) {
            return None;
        }
        let declared = if is_registry {
            &snapshot.registry(file).declarations
        } else {
            &snapshot.front(file).entities
        };
        match declared.at(offset) {
            Some(entry) => Yaml::read(snapshot.text(file), entry.range, true),
            None => Yaml::read(snapshot.text(file), whole, is_registry),
        }
    }

    /// What the mapping at the root says something of.
    pub(super) fn of_root(&self) -> Of {
        if self.is_registry {
            Of::Entities
        } else {
            Of::Article
        }
    }

    /// The first name of the entity whose entry is `entry`, one of those that are `declared` there.
    pub(super) fn name<'a>(&self, declared: &'a Declarations, entry: &Entry) -> Option<&'a str> {
        let id = entry.key.as_scalar()?.content.start() + self.range.start();
        let declaration = declared.starting_at(id)?;
        let name = declaration.names.first().or(declaration.aka.first())?;
        Some(&name.text)
    }

    /// The entries around `offset`, in bytes of the file, from the outside in, each with what its
    /// mapping says something of.
    pub(super) fn around(&self, offset: TextSize) -> Vec<(Of, &Entry)> {
        let mut found = Vec::new();
        let Some(offset) = offset.checked_sub(self.range.start()) else {
            return found;
        };
        let mut of = self.of_root();
        let mut node = &self.root;
        loop {
            let entries = node.entries();
            let next = entries.partition_point(|entry| entry.key.range.start() <= offset);
            let entry = next.checked_sub(1).map(|at| &entries[at]);
            let Some(entry) = entry.filter(|entry| whole(entry).contains_inclusive(offset)) else {
                return found;
            };
            found.push((of, entry));
            of = of.below(entry);
            node = &entry.value;
        }
    }
}

/// Where the YAML of a file stands, and whether it is a registry.
fn place(snapshot: &Snapshot, file: FileId) -> Option<(TextRange, bool)> {
    match snapshot.kind(file) {
        FileKind::Registry => Some((TextRange::up_to(len_of(snapshot.text(file))), true)),
        FileKind::Article => {
            let mut tokens = snapshot.tree(file).tokens().take(4);
            let (_, range) = tokens.find(|(kind, _)| *kind == SyntaxKind::Yaml)?;
            Some((range, false))
        }
        FileKind::Wire | FileKind::Config | FileKind::Baseline => None,
    }
}

impl Of {
    /// What the value of an entry says something of.
    pub(super) fn below(self, entry: &Entry) -> Of {
        match (self, entry.key.as_str()) {
            (Of::Article, Some("dateline")) => Of::Dateline,
            (Of::Article, Some("entities")) => Of::Entities,
            (Of::Entities, _) => Of::Entity,
            _ => Of::Other,
        }
    }

    /// The keys that Isnad reads there.
    pub(super) fn keys(self) -> &'static [Key] {
        match self {
            Of::Article => &KEYS,
            Of::Dateline => &DATELINE_KEYS,
            Of::Entity => &ENTITY_KEYS,
            Of::Entities | Of::Other => &[],
        }
    }
}

/// An entry from its key to the end of its value, in bytes of the YAML.
pub(super) fn whole(entry: &Entry) -> TextRange {
    entry.key.range.cover(entry.value.range)
}
