//! One annotation at a time, for those who decide themselves.

use crate::annotate::declaration::{self, NewEntity, block, declare};
use crate::annotate::draft::Insertion;
use crate::annotate::plan::{self, Plan};
use crate::annotate::settle::line_end;
use crate::model::{Analysis, EntityKey, Form};
use crate::names::id::check_id;
use crate::text::{FileId, TextEdit, TextRange, TextSize};
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
        let insertions = mark.insertions.clone();
        with_declarations(self.snapshot, self.file, insertions, &needs)
    }
}

/// Writes that `speaker` says the quotation at `at`, and declares them if nothing does.
pub fn attribute_to(
    snapshot: &Snapshot,
    file: FileId,
    at: usize,
    speaker: EntityKey,
) -> Option<Vec<TextEdit>> {
    let analysis = article(snapshot, file)?;
    let entity = analysis.entities.get(speaker);
    let brace = brace(snapshot, file, at, &entity.id)?;
    let new = (!analysis.entities.is_declared(speaker)).then(|| NewEntity::of(entity));
    with_declarations(snapshot, file, vec![brace], new.as_slice())
}

/// Writes that the quotation at `at` is no speech.
pub fn not_speech(snapshot: &Snapshot, file: FileId, at: usize) -> Option<Vec<TextEdit>> {
    article(snapshot, file)?;
    let brace = brace(snapshot, file, at, "-")?;
    with_declarations(snapshot, file, vec![brace], &[])
}

/// Declares an entity that the text names and nothing declares in the article's front matter.
pub fn declare_here(snapshot: &Snapshot, file: FileId, key: EntityKey) -> Option<Vec<TextEdit>> {
    let analysis = article(snapshot, file)?;
    let entity = NewEntity::of(analysis.entities.get(key));
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
    Some(TextEdit {
        range: TextRange::empty(TextSize::of(text)),
        text: written.replace('\n', line_end(text)),
    })
}

fn article(snapshot: &Snapshot, file: FileId) -> Option<&Analysis> {
    (snapshot.kind(file) == FileKind::Article).then(|| snapshot.analysis(file))
}

/// A brace behind the closing mark of the quotation at `at`, where none stands.
fn brace(snapshot: &Snapshot, file: FileId, at: usize, inside: &str) -> Option<Insertion> {
    let quotation = &snapshot.analysis(file).article.quotations[at];
    let Form::Marks { close, .. } = quotation.form else {
        return None;
    };
    let is_followed = snapshot.text(file)[usize::from(close.end())..].starts_with('{');
    (quotation.who.is_none() && !is_followed).then(|| Insertion {
        at: close.end(),
        text: format!("{{{inside}}}"),
    })
}

/// The edits of all that is written; none if an entity cannot be declared.
pub(super) fn with_declarations(
    snapshot: &Snapshot,
    file: FileId,
    mut insertions: Vec<Insertion>,
    entities: &[NewEntity],
) -> Option<Vec<TextEdit>> {
    let text = snapshot.text(file);
    let front = snapshot.front(file);
    if entities.iter().any(|entity| check_id(&entity.id).is_err()) {
        return None;
    }
    if !entities.is_empty() {
        let place = declaration::place(text, snapshot.tree(file), front)?;
        let lang = snapshot.article(file).lang();
        let entities: Vec<&NewEntity> = entities.iter().collect();
        insertions.insert(0, declare(&place, &entities, lang, line_end(text)));
    }
    let edit = |insertion: Insertion| TextEdit {
        range: TextRange::empty(insertion.at),
        text: insertion.text,
    };
    Some(insertions.into_iter().map(edit).collect())
}
