//! One annotation at a time, for those who decide themselves.

use crate::annotate::declaration::{self, NewEntity, Place, block, declare};
use crate::annotate::draft::Insertion;
use crate::annotate::plan::{self, Plan};
use crate::model::{Analysis, EntityKey};
use crate::names::id::check_id;
use crate::text::{FileId, TextEdit, TextSize, line_end};
use crate::workspace::{FileKind, Snapshot};

/// What an article says of its quotations, ready to be written one by one.
#[derive(Debug)]
pub struct Attributions<'a> {
    snapshot: &'a Snapshot,
    file: FileId,
    plan: Option<Plan>,
}

impl<'a> Attributions<'a> {
    /// Reads the article `file`; of what is no article, nothing can be written.
    pub fn of(snapshot: &'a Snapshot, file: FileId) -> Attributions<'a> {
        let analysis = article(snapshot, file);
        Attributions {
            snapshot,
            file,
            plan: analysis.map(|analysis| plan::each(snapshot.text(file), analysis)),
        }
    }

    /// Writes of the quotation at `at` what the text says of it, however surely: a brace, and
    /// declarations of those in it. The edits are in the order of the text, in bytes of the file; none
    /// where the text does not say whom it means.
    pub fn edits(&self, at: usize) -> Option<Vec<TextEdit>> {
        let plan = self.plan.as_ref()?;
        let range = self.snapshot.analysis(self.file).article.quotations[at].range;
        let at = plan
            .marks
            .binary_search_by_key(&range.start(), |mark| mark.range.start());
        let mark = &plan.marks[at.ok()?];
        let needs = mark.needs.iter().map(|at| plan.entities[*at].clone());
        let needs: Vec<NewEntity> = needs.collect();
        with_declarations(self.snapshot, self.file, mark.insertions.clone(), &needs)
    }
}

/// Declares an entity that the text names and nothing declares in the article's front matter.
pub fn declare_here(snapshot: &Snapshot, file: FileId, key: EntityKey) -> Option<Vec<TextEdit>> {
    declare_here_as(snapshot, file, key, &[])
}

/// The same with names that it has besides.
pub fn declare_here_as(
    snapshot: &Snapshot,
    file: FileId,
    key: EntityKey,
    besides: &[String],
) -> Option<Vec<TextEdit>> {
    let analysis = article(snapshot, file)?;
    let mut entity = NewEntity::of(analysis.entities.get(key));
    entity.aka.extend_from_slice(besides);
    with_declarations(snapshot, file, Vec::new(), &[entity])
}

/// Declares such an entity at the end of the registry `registry`.
pub fn declare_in(
    snapshot: &Snapshot,
    file: FileId,
    key: EntityKey,
    registry: FileId,
) -> Option<Vec<TextEdit>> {
    let analysis = article(snapshot, file)?;
    let entity = NewEntity::of(analysis.entities.get(key));
    Some(vec![in_registry(snapshot, registry, &entity)?])
}

/// What declares an entity at the end of the registry `registry`.
pub(super) fn in_registry(
    snapshot: &Snapshot,
    registry: FileId,
    entity: &NewEntity,
) -> Option<TextEdit> {
    let (text, known) = (snapshot.text(registry), snapshot.registry(registry));
    // Behind a registry in braces, or one that cannot be read, nothing can be added by a line.
    let is_block = !text.trim_start().starts_with(['{', '[', '-']);
    if !known.problems.is_empty() || !is_block || check_id(&entity.id).is_err() {
        return None;
    }
    let before = if text.is_empty() || text.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    let written = format!("{before}{}", block(&[entity], ""));
    let written = written.replace('\n', line_end(text));
    Some(TextEdit::insertion(TextSize::of(text), written))
}

pub(super) fn article(snapshot: &Snapshot, file: FileId) -> Option<&Analysis> {
    (snapshot.kind(file) == FileKind::Article).then(|| snapshot.analysis(file))
}

/// The edits in the article with the declarations of `entities` at `place`; none if one of them cannot
/// be declared.
pub(super) fn declaring(
    text: &str,
    place: Option<&Place>,
    lang: Option<&str>,
    mut edits: Vec<TextEdit>,
    entities: &[NewEntity],
) -> Option<Vec<TextEdit>> {
    if entities.iter().any(|entity| check_id(&entity.id).is_err()) {
        return None;
    }
    if !entities.is_empty() {
        let entities: Vec<&NewEntity> = entities.iter().collect();
        let declared = declare(place?, &entities, lang, line_end(text));
        edits.insert(0, declared.into());
    }
    Some(edits)
}

/// The edits of all that is written into the article `file`; none if an entity cannot be declared.
pub(super) fn with_declarations(
    snapshot: &Snapshot,
    file: FileId,
    insertions: Vec<Insertion>,
    entities: &[NewEntity],
) -> Option<Vec<TextEdit>> {
    let edits = insertions.into_iter().map(TextEdit::from);
    let text = snapshot.text(file);
    let place = declaration::place(text, snapshot.tree(file), snapshot.front(file));
    let lang = snapshot.article(file).lang();
    declaring(text, place.as_ref(), lang, edits.collect(), entities)
}
