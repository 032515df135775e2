use std::collections::hash_map::Entry;

use foldhash::{HashMap, HashMapExt};

use crate::model::{Entity, EntityTable};
use crate::names::id::check_id;
use crate::names::similar::closest;
use crate::rules::rule::declare_rule;
use crate::rules::{Applicability, Context, Diagnostic, Fix};
use crate::text::{FileEdit, TextEdit};

declare_rule! {
    /// ## What it does
    ///
    /// Reports an id in a mention or a brace that neither the article's front matter nor a registry
    /// declares, and proposes the declared id that is most like it.
    ///
    /// ## Why
    ///
    /// Such an id leads nowhere: no name, no role, no other quotation. Mostly it is a slip of the
    /// pen, and the words are then lost to the speaker they belong to.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad, aka: [Haddad]}
    /// ---
    ///
    /// “We will not close it,”{hadad} Laila Haddad said.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad, aka: [Haddad]}
    /// ---
    ///
    /// “We will not close it,”{haddad} Laila Haddad said.
    /// ```
    pub(super) static UNDEFINED_ENTITY =
        "undefined-entity", Error, "an id that no front matter and no registry declares"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let entities = context.entities();
    let mut meant: HashMap<&str, Option<&Entity>> = HashMap::new();
    for reference in context.article().references() {
        if entities.find(&reference.id).is_some() || check_id(&reference.id).is_err() {
            continue;
        }
        let finding = UNDEFINED_ENTITY.report(
            reference.range,
            format!("nothing declares an entity `{}`", reference.id),
        );
        let many = meant.len() == MOST_SEARCHED;
        let meant = match meant.entry(&reference.id) {
            Entry::Occupied(meant) => *meant.get(),
            Entry::Vacant(_) if many => None,
            Entry::Vacant(entry) => *entry.insert(closest_entity(entities, &reference.id)),
        };
        out.push(match meant {
            Some(entity) => propose(context, finding, entity),
            None => finding.help("declare it under `entities` in the front matter, or in an `entities.yaml` of this folder or one above"),
        });
    }
}

/// For how many ids a declared one is looked for: where more are unknown, it is not their spelling.
const MOST_SEARCHED: usize = 50;

/// The declared entity whose id or name is most like `id`.
fn closest_entity<'a>(entities: &'a EntityTable, id: &str) -> Option<&'a Entity> {
    let of_id = closest(id, entities.iter().map(|(_, entity)| entity.id.as_str()));
    if let Some(meant) = of_id {
        return entities
            .iter()
            .map(|(_, entity)| entity)
            .find(|entity| entity.id == meant);
    }
    let names = || {
        let entities = entities.iter().map(|(_, entity)| entity);
        entities.flat_map(|entity| {
            entity
                .all_names()
                .map(move |name| (entity, name.text.as_str()))
        })
    };
    let written = id.replace(['-', '_'], " ");
    let meant = closest(&written, names().map(|(_, name)| name))?;
    names()
        .find(|(_, name)| *name == meant)
        .map(|(entity, _)| entity)
}

fn propose(context: &Context<'_>, mut finding: Diagnostic, entity: &Entity) -> Diagnostic {
    let named = match entity.name(context.article().lang()) {
        name if name == entity.id => String::new(),
        name => format!(", the id of {name}"),
    };
    finding.fixes.push(Fix {
        title: format!("replace by `{}`{named}", entity.id),
        // Only a person knows whether this one was meant or one that nobody has declared yet.
        applicability: Applicability::Choice,
        edits: vec![FileEdit {
            file: context.file,
            edit: TextEdit {
                range: finding.range,
                text: entity.id.clone(),
            },
        }],
    });
    let finding = finding.help(format!("did you mean `{}`{named}?", entity.id));
    match entity.declarations.first() {
        Some(declared) => finding.related(declared.id, format!("`{}` is declared here", entity.id)),
        None => finding,
    }
}
