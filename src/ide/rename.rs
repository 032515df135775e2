//! Another id for an entity, wherever the old one is written.
//!
//! What is renamed is the id and nothing else: names stand in the wire text, which nobody changes. An
//! entity is everything that some article takes for one: its own declaration, and those of its
//! registries with the same id.

use std::collections::{BTreeMap, BTreeSet};

use crate::ide::Locale;
use crate::ide::phrases::RenamePhrases;
use crate::ide::scalar::{rewritten, without_space};
use crate::ide::usages::articles;
use crate::model::{Declarations, Role, Spanned};
use crate::names::id::{check_id, normalise_id};
use crate::syntax::ast::BraceKind;
use crate::text::{FileEdit, FileId, TextEdit, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// An id that can be renamed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamable {
    /// Where it stands, in bytes of the file.
    pub range: TextRange,
    /// The id as it is written there.
    pub id: String,
}

/// The id at `offset`, in bytes of `file`; of a brace, that of its only speaker. Otherwise why nothing
/// can be renamed there, in words for people.
pub fn renamable(
    snapshot: &Snapshot,
    file: FileId,
    offset: TextSize,
    locale: Locale,
) -> Result<Renamable, String> {
    let phrases = &locale.phrases().rename;
    let found = find(snapshot, file, offset, phrases)?;
    Ok(Renamable {
        id: snapshot.text(file)[found.range].to_owned(),
        range: found.range,
    })
}

/// The edits that give the entity whose id stands at `offset`, in bytes of `file`, the id `new`, in the
/// order of the files and in each in that of the text. Otherwise why that cannot be done, in words for
/// people.
pub fn rename(
    snapshot: &Snapshot,
    file: FileId,
    offset: TextSize,
    new: &str,
    locale: Locale,
) -> Result<Vec<FileEdit>, String> {
    let phrases = &locale.phrases().rename;
    let found = find(snapshot, file, offset, phrases)?;
    let new = new.trim();
    check_id(new).map_err(|problem| (phrases.no_id)(&problem))?;
    if new == NO_SPEECH {
        return Err(phrases.no_speech.to_owned());
    }
    let renaming = Renaming::of(snapshot, file, found, new);
    if renaming.id != normalise_id(new) && renaming.is_declared() {
        renaming.is_free(phrases)?;
    }
    Ok(renaming.edits())
}

/// What the edits of a renaming are called, in words for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangeLabels {
    /// Those in the file in question.
    pub here: &'static str,
    /// Those in other articles.
    pub articles: &'static str,
    /// Those in other files that declare entities.
    pub registries: &'static str,
}

/// What the edits of a renaming are called.
pub fn change_labels(locale: Locale) -> ChangeLabels {
    let phrases = &locale.phrases().rename;
    ChangeLabels {
        here: phrases.here,
        articles: phrases.articles,
        registries: phrases.registries,
    }
}

/// In a brace this is no id.
const NO_SPEECH: &str = "-";

/// An id that was found.
struct Found {
    range: TextRange,
    /// In NFC.
    id: String,
    /// The files that are known to declare it; none where nothing does.
    declaring: BTreeSet<FileId>,
}

fn find(
    snapshot: &Snapshot,
    file: FileId,
    offset: TextSize,
    phrases: &RenamePhrases,
) -> Result<Found, String> {
    let found = match snapshot.kind(file) {
        FileKind::Article => in_article(snapshot, file, offset, phrases)?,
        FileKind::Registry => in_registry(snapshot, file, offset, phrases)?,
        FileKind::Wire => return Err(phrases.words.to_owned()),
        FileKind::Config | FileKind::Baseline => return Err(phrases.nothing.to_owned()),
    };
    // Its other articles, which nobody has read, would keep the old id.
    let is_half_known = |declaring: &FileId| {
        snapshot.kind(*declaring) == FileKind::Registry && !snapshot.is_in_a_folder(*declaring)
    };
    match found.declaring.iter().find(|it| is_half_known(it)) {
        Some(registry) => Err((phrases.outside)(&snapshot.file_name(*registry))),
        None => Ok(found),
    }
}

fn in_article(
    snapshot: &Snapshot,
    file: FileId,
    offset: TextSize,
    phrases: &RenamePhrases,
) -> Result<Found, String> {
    let analysis = snapshot.analysis(file);
    let here = |range: TextRange| range.contains_inclusive(offset);
    let found = |range: TextRange, id: &str| {
        let key = analysis.entities.find(id);
        let declarations = key.map(|key| &analysis.entities.get(key).declarations);
        let declarations = declarations.into_iter().flatten();
        Found {
            range,
            id: id.to_owned(),
            declaring: declarations.map(|declared| declared.id.file).collect(),
        }
    };
    let article = &analysis.article;
    let mut written = article.references().into_iter();
    if let Some(id) = written.find(|id| here(id.range)) {
        return Ok(found(id.range, &id.id));
    }
    if let Some(key) = key_at(&article.front.entities, offset) {
        return Ok(found(key.range, &key.value));
    }
    if let Some(value) = article.front.named().find(|value| here(value.range)) {
        let id = normalise_id(&value.value);
        if analysis.entities.find(&id).is_none() {
            return Err(phrases.name.to_owned());
        }
        return Ok(found(without_space(snapshot.text(file), value.range), &id));
    }
    let of_quotations = article.quotations.iter();
    let of_quotations = of_quotations.filter_map(|quotation| quotation.who.as_ref());
    let of_strays = article.unopened.iter().filter_map(|mark| mark.who.as_ref());
    let mut braces = of_quotations.chain(of_strays);
    if let Some(brace) = braces.find(|brace| here(brace.range)) {
        return match (&brace.kind, &brace.speakers[..]) {
            (BraceKind::Who, [speaker]) => Ok(found(speaker.range, &speaker.id)),
            _ => Err(phrases.nothing.to_owned()),
        };
    }
    let mut passages = article.passages.iter();
    let is_text = passages.any(|passage| here(passage.range));
    Err(if is_text {
        phrases.words.to_owned()
    } else {
        phrases.nothing.to_owned()
    })
}

fn in_registry(
    snapshot: &Snapshot,
    file: FileId,
    offset: TextSize,
    phrases: &RenamePhrases,
) -> Result<Found, String> {
    let declarations = &snapshot.registry(file).declarations;
    if let Some(key) = key_at(declarations, offset) {
        return Ok(Found {
            range: key.range,
            id: key.value.clone(),
            declaring: BTreeSet::from([file]),
        });
    }
    let mut belongs_to = declarations.all.iter().filter_map(|it| it.of.as_ref());
    let value = belongs_to.find(|value| value.range.contains_inclusive(offset));
    let Some(value) = value else {
        return Err(phrases.nothing.to_owned());
    };
    let id = normalise_id(&value.value).into_owned();
    // It may stand in another registry of the articles that have this one.
    let beside = articles(snapshot, file).map(|article| &snapshot.surroundings(article).registries);
    let beside = beside.filter(|registries| registries.contains(&file));
    let registries: BTreeSet<FileId> = beside.flatten().copied().chain([file]).collect();
    let declares = |registry: &FileId| declares(&snapshot.registry(*registry).declarations, &id);
    let declaring: BTreeSet<FileId> = registries.into_iter().filter(declares).collect();
    if declaring.is_empty() {
        return Err(phrases.name.to_owned());
    }
    Ok(Found {
        range: without_space(snapshot.text(file), value.range),
        id,
        declaring,
    })
}

/// The key at `offset`, also one that stands for the second time.
fn key_at(declarations: &Declarations, offset: TextSize) -> Option<&Spanned<String>> {
    let first = declarations.all.iter().map(|declaration| &declaration.id);
    let repeated = declarations.repeated.iter().map(|(_, id)| id);
    let mut keys = first.chain(repeated);
    keys.find(|key| key.range.contains_inclusive(offset))
}

fn declares(declarations: &Declarations, id: &str) -> bool {
    declarations.all.iter().any(|it| it.id.value == id)
}

/// A renaming of one entity.
struct Renaming<'a> {
    snapshot: &'a Snapshot,
    here: FileId,
    /// The old id, in NFC.
    id: String,
    new: &'a str,
    /// The files that declare the entity.
    declaring: BTreeSet<FileId>,
    /// The articles that know it, each with its registries.
    articles: BTreeMap<FileId, &'a [FileId]>,
}

impl<'a> Renaming<'a> {
    fn of(snapshot: &'a Snapshot, here: FileId, found: Found, new: &'a str) -> Renaming<'a> {
        let mut renaming = Renaming {
            snapshot,
            here,
            id: found.id,
            new,
            declaring: found.declaring,
            articles: BTreeMap::new(),
        };
        if renaming.is_declared() {
            renaming.spread();
        } else {
            renaming.articles.insert(here, &[]);
        }
        renaming
    }

    fn is_declared(&self) -> bool {
        !self.declaring.is_empty()
    }

    /// Finds the articles that know the entity. Each may have further registries that declare it, by
    /// which further articles know it.
    fn spread(&mut self) {
        let (snapshot, id) = (self.snapshot, &self.id);
        let mut declared_in: BTreeMap<FileId, bool> = BTreeMap::new();
        let all: Vec<(FileId, &[FileId])> = articles(snapshot, self.here)
            .map(|file| (file, &snapshot.surroundings(file).registries[..]))
            .collect();
        loop {
            let before = self.declaring.len();
            for &(file, registries) in &all {
                let is_known = std::iter::once(&file)
                    .chain(registries)
                    .any(|file| self.declaring.contains(file));
                if !is_known || self.articles.contains_key(&file) {
                    continue;
                }
                self.articles.insert(file, registries);
                if declares(&snapshot.front(file).entities, id) {
                    self.declaring.insert(file);
                }
                for &registry in registries {
                    let is_declared = declared_in
                        .entry(registry)
                        .or_insert_with(|| declares(&snapshot.registry(registry).declarations, id));
                    if *is_declared {
                        self.declaring.insert(registry);
                    }
                }
            }
            if self.declaring.len() == before {
                return;
            }
        }
    }

    /// All registries that the articles have, or that declare the entity.
    fn registries(&self) -> BTreeSet<FileId> {
        let of_articles = self.articles.values().copied().flatten().copied();
        let declaring = self.declaring.iter().copied();
        let is_registry = |file: &FileId| self.snapshot.kind(*file) == FileKind::Registry;
        of_articles.chain(declaring).filter(is_registry).collect()
    }

    /// Whether the new id means nothing yet to those who know the entity; what it does mean otherwise.
    fn is_free(&self, phrases: &RenamePhrases) -> Result<(), String> {
        let new = normalise_id(self.new);
        let registries = self.registries();
        let of_registries = registries
            .iter()
            .map(|&registry| (registry, &self.snapshot.registry(registry).declarations));
        let of_articles = self
            .articles
            .keys()
            .map(|&article| (article, &self.snapshot.front(article).entities));
        let declaring: Vec<(FileId, &Declarations)> = of_articles.chain(of_registries).collect();
        for (file, declarations) in &declaring {
            let mut all = declarations.all.iter();
            if let Some(other) = all.find(|it| it.id.value == new) {
                let name = other.names.first().map_or(&*new, |name| &name.text);
                return Err((phrases.taken)(&new, name, &self.snapshot.file_name(*file)));
            }
        }
        // Who belongs to somebody of that name would belong to the entity.
        for (file, declarations) in declaring {
            let mut all = declarations.all.iter().filter_map(|it| it.of.as_ref());
            if all.any(|of| normalise_id(&of.value) == new) {
                return Err((phrases.written)(&new, &self.snapshot.file_name(file)));
            }
        }
        let texts = self.articles.keys().copied();
        let writing: Vec<FileId> = texts
            .filter(|file| normalise_id(self.snapshot.text(*file)).contains(&*new))
            .collect();
        let brief = self.snapshot.looking_briefly(&writing);
        for file in writing {
            let article = brief.article(file);
            let mut values = article.front.named();
            let is_value = values.any(|value| normalise_id(&value.value) == new);
            if is_value || article.references().iter().any(|id| id.id == new) {
                return Err((phrases.written)(&new, &self.snapshot.file_name(file)));
            }
        }
        Ok(())
    }

    fn edits(&self) -> Vec<FileEdit> {
        let mut edits = Vec::new();
        for &file in &self.declaring {
            let declarations = match self.snapshot.kind(file) {
                FileKind::Registry => &self.snapshot.registry(file).declarations,
                _ => &self.snapshot.front(file).entities,
            };
            let repeated = declarations.repeated.iter().map(|(_, id)| id);
            let keys = declarations.all.iter().map(|it| &it.id).chain(repeated);
            let keys = keys.filter(|key| key.value == self.id);
            edits.extend(keys.map(|key| self.in_yaml(file, key.range)));
        }
        let registries = self.registries();
        if registries.iter().any(|file| self.declaring.contains(file)) {
            for &file in &registries {
                let all = &self.snapshot.registry(file).declarations.all;
                let values = all.iter().filter_map(|it| it.of.as_ref());
                let values = values.filter(|of| normalise_id(&of.value) == self.id);
                edits.extend(values.map(|value| self.in_yaml(file, value.range)));
            }
        }
        for &file in self.articles.keys() {
            self.in_text(file, &mut edits);
        }
        edits.sort_by_key(|edit| (edit.file, edit.edit.range.start()));
        edits.dedup();
        edits
    }

    /// The ids in the tails and braces of an article, and in the values of its front matter.
    fn in_text(&self, file: FileId, edits: &mut Vec<FileEdit>) {
        let text = self.snapshot.text(file);
        // Most articles of a corpus do not write it, and need not be read.
        if !normalise_id(text).contains(&self.id) {
            return;
        }
        if !self.is_declared() {
            let analysis = self.snapshot.analysis(file);
            let written = analysis.article.references().into_iter();
            let written = written.filter(|id| id.id == self.id);
            edits.extend(written.map(|id| edit(file, id.range, self.new.to_owned())));
            return;
        }
        let known = self.snapshot.digest(file).entities.iter();
        let known = known.filter(|known| *known.id == *self.id && !known.declared.is_empty());
        for place in known.flat_map(|known| &known.places) {
            match place.role {
                Role::Words => {}
                Role::Id => edits.push(edit(file, place.range, self.new.to_owned())),
                Role::Value => {
                    let range = without_space(text, place.range);
                    if normalise_id(&text[range]) == self.id {
                        edits.push(self.in_yaml(file, range));
                    }
                }
            }
        }
    }

    /// A key or value of YAML. Where it stands between quotation marks it stays there.
    fn in_yaml(&self, file: FileId, range: TextRange) -> FileEdit {
        let edit = rewritten(self.snapshot.text(file), range, self.new);
        FileEdit { file, edit }
    }
}

fn edit(file: FileId, range: TextRange, text: String) -> FileEdit {
    FileEdit {
        file,
        edit: TextEdit { range, text },
    }
}
