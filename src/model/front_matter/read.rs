//! How front matter and registries are read.
//!
//! Reading is tolerant: a value of the wrong shape is a problem beside the result and costs
//! nothing but itself. Keys that mean nothing here are the user's own and are left alone.

use std::collections::{HashMap, HashSet};

use super::{
    DATELINE_KEYS, Declaration, Declarations, ENTITY_KEYS, EntityKind, FrontMatter, KEYS, Key,
    Name, Problem, Spanned,
};
use crate::model::date::WrittenDate;
use crate::model::slip::Slips;
use crate::names::id::normalise_id;
use crate::names::similar::closest;
use crate::syntax::conflict::{self, Conflict};
use crate::syntax::yaml::{self, Entry, Node, Value};
use crate::syntax::{SyntaxKind, Tree};
use crate::text::{TextRange, TextSize};

/// Reads the front matter of the article `text`.
pub fn read(text: &str, tree: &Tree) -> FrontMatter {
    let mut front = FrontMatter::default();
    let Some((_, range)) = tree.tokens().find(|(kind, _)| *kind == SyntaxKind::Yaml) else {
        return front;
    };
    front.exists = true;
    let mut reader = Reader::new(range.start(), &text[range]);
    let root =
        reader.parse("lines such as `lang: en` are wanted here: a key, a colon, a space, a value");
    for entry in root.iter().flat_map(Node::distinct_entries) {
        let value = &entry.value;
        match entry.key.as_str() {
            Some("lang") => front.lang = reader.string("lang", value),
            Some("date") => front.date = reader.date(value),
            // Whatever else it says is the user's own.
            Some("kind") => front.kind = value.as_str().and_then(|_| reader.string("kind", value)),
            Some("dateline") => {
                front.has_dateline = !is_null(value);
                (front.place, front.dateline) = reader.dateline(value);
            }
            Some("source") => front.source = reader.sources(value),
            Some("wire") => front.wire = reader.string("wire", value),
            Some("registry") => front.registry = reader.strings("registry", value),
            Some("entities") => front.entities = reader.declarations(value),
            _ => {}
        }
    }
    if let Some(root) = &root {
        reader.keys(root, &KEYS);
    }
    (front.problems, front.slips) = reader.finish();
    front
}

/// Reads a registry: the mapping of `entities`, at top level.
pub fn read_registry(text: &str) -> (Declarations, Vec<Problem>, Slips) {
    let mut reader = Reader::new(TextSize::new(0), text);
    let wanted = "lines such as `haddad: {name: Laila Haddad}` are wanted here: an id, a colon, a space, and who that is";
    let declarations = match reader.parse(wanted) {
        Some(root) => reader.declarations(&root),
        None => Declarations::default(),
    };
    let (problems, slips) = reader.finish();
    (declarations, problems, slips)
}

struct Reader<'a> {
    /// Where the YAML starts in its file.
    start: TextSize,
    yaml: &'a str,
    /// What a merge has left in it, and where it is no YAML, each in the order of the file.
    conflicts: Vec<Conflict>,
    broken: Vec<TextSize>,
    problems: Vec<Problem>,
    slips: Slips,
}

impl<'a> Reader<'a> {
    fn new(start: TextSize, yaml: &'a str) -> Reader<'a> {
        Reader {
            start,
            yaml,
            conflicts: conflict::conflicts(yaml),
            broken: Vec::new(),
            problems: Vec::new(),
            slips: Slips::default(),
        }
    }

    /// Reads the YAML; `wanted` says what should stand there if it holds no keys at all.
    fn parse(&mut self, wanted: &str) -> Option<Node> {
        let parsed = yaml::parse(&conflict::without_markers(self.yaml, &self.conflicts));
        // What is wrong in a line ends where the next thing does that is wrong: a line may be long, and hold
        // thousands of them.
        let starts: Vec<TextSize> = parsed.errors.iter().map(|error| error.offset).collect();
        for (error, next) in parsed.errors.into_iter().zip(1..) {
            let next = starts.get(next).filter(|next| **next > error.offset);
            let range = rest_of_line(self.yaml, error.offset, next.copied()) + self.start;
            self.broken.push(error.offset + self.start);
            let message = match error.message.as_str() {
                yaml::NO_MAPPING => wanted.to_owned(),
                _ => error.message,
            };
            self.problems.push(Problem { range, message });
        }
        parsed.root
    }

    /// Whether a place in the file lies in what a merge has left.
    fn is_in_conflict(&self, range: TextRange) -> bool {
        let start = |conflict: &Conflict| conflict.range.start() + self.start;
        let next = self
            .conflicts
            .partition_point(|conflict| conflict.range.end() + self.start <= range.start());
        let conflict = self.conflicts.get(next);
        conflict.is_some_and(|conflict| start(conflict) <= range.start())
    }

    /// What is wrong, in the order of the file. What both sides of a merge say between them is not.
    fn finish(mut self) -> (Vec<Problem>, Slips) {
        let problems = std::mem::take(&mut self.problems);
        let mut problems: Vec<Problem> = problems
            .into_iter()
            .filter(|problem| !self.is_in_conflict(problem.range))
            .collect();
        problems.sort_by_key(|problem| problem.range.start());
        self.slips.keys.sort_by_key(|key| key.written.range.start());
        self.slips.joined.sort_by_key(|joined| joined.range.start());
        (problems, self.slips)
    }

    fn keys(&mut self, mapping: &Node, known: &'static [Key]) {
        self.slips.read_keys(mapping.entries(), known, self.start);
    }

    fn declarations(&mut self, node: &Node) -> Declarations {
        let mut declarations = Declarations::default();
        let mut first: HashMap<String, TextRange> = HashMap::new();
        if !matches!(node.value, Value::Mapping(_)) && !is_null(node) {
            self.wrong(
                node,
                "entities are ids, each with what is known of it, such as `haddad: {name: Laila Haddad}`",
            );
        }
        for entry in node.entries() {
            let Some(declaration) = self.declaration(entry) else {
                continue;
            };
            let id = declaration.id.clone();
            if let Some(&first) = first.get(&id.value) {
                if !self.is_in_conflict(id.range) {
                    declarations.repeated.push((first, id));
                }
            } else {
                first.insert(id.value, id.range);
                declarations.all.push(declaration);
            }
        }
        // The rule `duplicate-entity` has more to say of these than YAML has.
        let repeated = declarations.repeated.iter();
        let starts: HashSet<TextSize> = repeated.map(|(_, id)| id.range.start()).collect();
        self.problems
            .retain(|problem| !starts.contains(&problem.range.start()));
        // They are kept of every file.
        declarations.all.shrink_to_fit();
        declarations
    }

    fn declaration(&mut self, entry: &Entry) -> Option<Declaration> {
        let Value::Scalar(key) = &entry.key.value else {
            self.wrong(&entry.key, "an id is a word, not a list or keys of its own");
            return None;
        };
        let id = Spanned {
            value: normalise_id(&key.text).into_owned(),
            range: key.content + self.start,
        };
        let mut declaration = Declaration {
            range: id.range.cover(entry.value.range + self.start),
            id,
            kind: None,
            names: Vec::new(),
            aka: Vec::new(),
            role: None,
            of: None,
            anonymous: None,
            wikidata: None,
            url: None,
        };
        if !matches!(entry.value.value, Value::Mapping(_)) && !is_null(&entry.value) {
            self.wrong(
                &entry.value,
                "an entity is described by keys, such as `name: Laila Haddad`",
            );
        }
        self.keys(&entry.value, &ENTITY_KEYS);
        for entry in entry.value.distinct_entries() {
            let value = &entry.value;
            match entry.key.as_str() {
                Some("type") => declaration.kind = self.kind(value),
                Some("name") => declaration.names = self.names("name", value),
                Some("aka") => declaration.aka = self.names("aka", value),
                Some("role") => declaration.role = self.string("role", value),
                Some("of") => declaration.of = self.string("of", value),
                Some("anonymous") => declaration.anonymous = self.truth(value),
                Some("wikidata") => declaration.wikidata = self.string("wikidata", value),
                Some("url") => declaration.url = self.string("url", value),
                _ => {}
            }
        }
        Some(declaration)
    }

    /// Where and when.
    fn dateline(&mut self, dateline: &Node) -> (Option<Spanned<String>>, Option<WrittenDate>) {
        if !matches!(dateline.value, Value::Mapping(_)) && !is_null(dateline) {
            self.wrong(
                dateline,
                "`dateline` says where and when, such as `{place: Geneva, date: 2025-03-04}`",
            );
        }
        self.keys(dateline, &DATELINE_KEYS);
        let place = dateline.entry("place");
        let place = place.and_then(|entry| self.string("place", &entry.value));
        let date = dateline.entry("date");
        (place, date.and_then(|entry| self.date(&entry.value)))
    }

    fn date(&mut self, node: &Node) -> Option<WrittenDate> {
        let written = self.string("date", node)?;
        Some(WrittenDate::read(&written.value, written.range, true))
    }

    fn kind(&mut self, node: &Node) -> Option<Spanned<EntityKind>> {
        let written = self.string("type", node)?;
        let found = EntityKind::ALL
            .iter()
            .find(|(name, _)| *name == written.value);
        if found.is_none() {
            let names = EntityKind::ALL.map(|(name, _)| name);
            let advice = closest(&written.value, names).map_or_else(
                || format!("; the types are {}", names.join(", ")),
                |name| format!("; did you mean `{name}`?"),
            );
            let message = format!("`{}` is no type of entity{advice}", written.value);
            self.problems.push(Problem {
                range: written.range,
                message,
            });
        }
        found.map(|(_, kind)| Spanned {
            value: *kind,
            range: written.range,
        })
    }

    fn truth(&mut self, node: &Node) -> Option<bool> {
        match node.as_str() {
            Some("true" | "True" | "TRUE") => Some(true),
            Some("false" | "False" | "FALSE") => Some(false),
            _ if is_null(node) => None,
            _ => {
                self.wrong(node, "`anonymous` is `true` or `false`");
                None
            }
        }
    }

    /// A name, a list of names, or names per language.
    fn names(&mut self, key: &str, node: &Node) -> Vec<Name> {
        let Value::Mapping(entries) = &node.value else {
            return self.plain_names(key, node, None);
        };
        let of_language = entries
            .iter()
            .map(|entry| (entry.key.as_str(), &entry.value));
        of_language
            .flat_map(|(lang, value)| self.plain_names(key, value, lang))
            .collect()
    }

    fn plain_names(&mut self, key: &str, node: &Node, lang: Option<&str>) -> Vec<Name> {
        self.slips
            .read_names(self.yaml, node, key == "name", self.start);
        let written = self.strings(key, node).into_iter();
        let name = |name: Spanned<String>| Name {
            text: name.value,
            lang: lang.map(str::to_owned),
            range: name.range,
        };
        let names = written.filter(|name| !name.value.trim().is_empty());
        let mut names: Vec<Name> = names.map(name).collect();
        names.shrink_to_fit();
        names
    }

    fn sources(&mut self, node: &Node) -> Vec<Spanned<String>> {
        self.slips.read_names(self.yaml, node, false, self.start);
        self.strings("source", node)
    }

    /// One value or a list of them.
    fn strings(&mut self, key: &str, node: &Node) -> Vec<Spanned<String>> {
        match &node.value {
            Value::Sequence(items) => items
                .iter()
                .filter_map(|item| self.string(key, item))
                .collect(),
            _ => self.string(key, node).into_iter().collect(),
        }
    }

    fn string(&mut self, key: &str, node: &Node) -> Option<Spanned<String>> {
        match &node.value {
            _ if is_null(node) => None,
            Value::Scalar(scalar) if scalar.text.trim().is_empty() => None,
            // A block after `>` or `|` ends with a line end that nobody means.
            Value::Scalar(scalar) => Some(Spanned {
                value: scalar.text.trim().to_owned(),
                range: scalar.content + self.start,
            }),
            _ => {
                let instead = match node.value {
                    Value::Sequence(_) => "a list",
                    _ => "keys of its own",
                };
                self.wrong(
                    node,
                    &format!("`{key}` takes one value here, not {instead}"),
                );
                None
            }
        }
    }

    fn wrong(&mut self, node: &Node, message: &str) {
        let range = node.range + self.start;
        // Who is told that `[en` lacks its bracket need not hear that it is no plain value.
        let next = self.broken.partition_point(|at| *at < range.start());
        if self.broken.get(next).is_some_and(|at| *at <= range.end()) {
            return;
        }
        self.problems.push(Problem {
            range,
            message: message.to_owned(),
        });
    }
}

fn is_null(node: &Node) -> bool {
    matches!(&node.value, Value::Scalar(scalar) if scalar.is_null())
}

/// The words from `at` to `next` or the end of their line; the whole line before where none are left.
fn rest_of_line(yaml: &str, at: TextSize, next: Option<TextSize>) -> TextRange {
    let at = usize::from(at).min(yaml.len());
    let next = next.map_or(yaml.len(), usize::from);
    let line = yaml[at..next.min(yaml.len())]
        .split(['\n', '\r'])
        .next()
        .unwrap_or_default()
        .trim_end();
    if !line.is_empty() {
        return TextRange::at(TextSize::new(at as u32), TextSize::of(line));
    }
    let before = yaml[..at].trim_end();
    let start = before.rfind(['\n', '\r']).map_or(0, |found| found + 1);
    TextRange::new(TextSize::new(start as u32), TextSize::of(before))
}
