use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::model::EntityKey;
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::{FileId, FileRange};

declare_rule! {
    /// ## What it does
    ///
    /// Reports an entity that belongs to itself: its `of` leads, by however many steps, back to it.
    /// Each circle is reported once, where its nearest step is declared.
    ///
    /// ## Why
    ///
    /// A ministry is of a country and the country of nothing. Who follows a circle upwards, to find
    /// whom a speaker stands for, never arrives.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   ministry: {type: organization, name: Ministry of Transport, of: port}
    ///   port: {type: organization, name: Port Authority, of: ministry}
    /// ---
    ///
    /// The Ministry of Transport and the Port Authority disagree.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   ministry: {type: organization, name: Ministry of Transport}
    ///   port: {type: organization, name: Port Authority, of: ministry}
    /// ---
    ///
    /// The Ministry of Transport and the Port Authority disagree.
    /// ```
    pub(super) static CIRCULAR_AFFILIATION =
        "circular-affiliation", Error, "an entity that belongs to itself"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    // In which walk an entity was first come by; each is walked from once.
    let mut walked: HashMap<EntityKey, usize> = HashMap::new();
    for (walk, declaration) in context.declarations().all.iter().enumerate() {
        let mut path: Vec<Step> = Vec::new();
        let mut at = context.entities().find(&declaration.id.value);
        while let Some(step) = at.and_then(|entity| step(context, entity)) {
            match walked.entry(step.entity) {
                Entry::Vacant(entry) => _ = entry.insert(walk),
                Entry::Occupied(entry) if *entry.get() < walk => break,
                Entry::Occupied(_) => {
                    let start = path.iter().position(|other| other.entity == step.entity);
                    out.extend(report(context, path.split_off(start.unwrap_or(0))));
                    break;
                }
            }
            at = Some(step.of);
            path.push(step);
        }
    }
}

/// That one entity belongs to another, and where that is said.
#[derive(Debug, Clone, Copy)]
struct Step {
    entity: EntityKey,
    of: EntityKey,
    place: FileRange,
}

/// The step up from `entity`; `None` where it belongs to nothing that is declared.
fn step(context: &Context<'_>, entity: EntityKey) -> Option<Step> {
    let declared = context.entities().get(entity).declarations.iter();
    let mut said = declared.filter_map(|declared| {
        let of = context.declaration(declared)?.of.as_ref()?;
        Some((declared.id.file, of))
    });
    let (file, of) = said.next()?;
    Some(Step {
        entity,
        of: context.analysis().entity_of(of)?,
        place: FileRange {
            file,
            range: of.range,
        },
    })
}

/// The finding about a circle, if this file holds the nearest of its steps.
fn report(context: &Context<'_>, mut circle: Vec<Step>) -> Option<Diagnostic> {
    let registries = &context.snapshot.surroundings(context.file).registries;
    let distance = |file: FileId| registries.iter().position(|other| *other == file);
    let nearest = circle.iter().map(|step| distance(step.place.file)).min()?;
    if nearest != distance(context.file) {
        return None;
    }
    let own = circle
        .iter()
        .enumerate()
        .filter(|(_, step)| step.place.file == context.file);
    let (first, _) = own.min_by_key(|(_, step)| step.place.range.start())?;
    circle.rotate_left(first);
    let id = |entity| &context.entities().get(entity).id;
    let (first, others) = circle.split_first()?;
    let own = id(first.entity);
    let message = match others {
        [] => format!("`{own}` belongs to itself"),
        [other] => format!(
            "`{own}` belongs to `{}`, which belongs to `{own}`",
            id(other.entity)
        ),
        [one, other] => format!(
            "`{own}` belongs to itself, by way of `{}` and `{}`",
            id(one.entity),
            id(other.entity)
        ),
        [one, further @ ..] => format!(
            "`{own}` belongs to itself, by way of `{}` and {} more",
            id(one.entity),
            further.len()
        ),
    };
    let finding = CIRCULAR_AFFILIATION
        .report(first.place.range, message)
        .help("take out the `of` that is wrong, or name what it really belongs to");
    Some(others.iter().fold(finding, |finding, step| {
        let message = format!("`{}` belongs to `{}`", id(step.entity), id(step.of));
        finding.related(step.place, message)
    }))
}
