use std::collections::HashSet;

use crate::attribution::Grade;
use crate::model::{Analysis, Entity, EntityKey, EntityKind, InferredSource, Said, Who};
use crate::names::fold::fold;
use crate::rules::rule::declare_rule;
use crate::rules::{Applicability, Context, Diagnostic, Fix};
use crate::text::{FileEdit, TextEdit};

declare_rule! {
    /// ## What it does
    ///
    /// Reports a brace that says one person while the sentence names another one as the speaker,
    /// plainly and by name. Whoever speaks for an organisation may be attributed to it, and who
    /// passed the words on is no contradiction.
    ///
    /// ## Why
    ///
    /// One of the two is wrong: words are put into somebody's mouth.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad, aka: [Haddad]}
    ///   lind: {type: person, name: Peter Lind, aka: [Lind]}
    /// ---
    ///
    /// Peter Lind left early. “We will not close it,”{lind} Laila Haddad said.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad, aka: [Haddad]}
    ///   lind: {type: person, name: Peter Lind, aka: [Lind]}
    /// ---
    ///
    /// Peter Lind left early. “We will not close it,”{haddad} Laila Haddad said.
    /// ```
    pub(super) static CONTRADICTED_SPEAKER =
        "contradicted-speaker", Warning, "the brace says one speaker, the sentence names another"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let analysis = context.analysis();
    for (at, said) in analysis.said.iter().enumerate() {
        // `{+}` and what stands inside other speech is reported with the brace that says it.
        if *said != Said::By(at) {
            continue;
        }
        let (Some(who), Some(source)) = (analysis.who(at), analysis.source(at)) else {
            continue;
        };
        let is_plain = source.grade == Grade::Sure && source.meant.is_named();
        if let ([named], true) = (&source.meant.entities[..], is_plain)
            && contradicts(analysis, who, *named)
        {
            out.push(report(context, who, source, *named));
        }
    }
}

/// Whether none of those in the brace can be whom the sentence names.
fn contradicts(analysis: &Analysis, who: &Who, named: EntityKey) -> bool {
    let entities = &analysis.entities;
    let passed_on = who.ids().any(|id| entities.find(&id.id) == Some(named));
    let named = entities.get(named);
    let differs = |key: EntityKey| {
        let entity = entities.get(key);
        let is_person = |entity: &Entity| entity.kind == Some(EntityKind::Person);
        let are_persons = is_person(entity) && is_person(named) && entity.anonymous != Some(true);
        are_persons && words(entity).is_disjoint(&words(named))
    };
    let mut speakers = who.speakers.iter().map(|id| entities.find(&id.id));
    !passed_on && !who.speakers.is_empty() && speakers.all(|speaker| speaker.is_some_and(differs))
}

/// The words of all names of an entity, folded.
fn words(entity: &Entity) -> HashSet<String> {
    let names = entity.all_names().map(|name| fold(&name.text));
    let words = names.flat_map(|name| {
        let words = name.text().split_whitespace();
        words.map(str::to_owned).collect::<Vec<_>>()
    });
    words.collect()
}

fn report(
    context: &Context<'_>,
    who: &Who,
    source: &InferredSource,
    named: EntityKey,
) -> Diagnostic {
    let analysis = context.analysis();
    let entities = &analysis.entities;
    let lang = analysis.article.lang();
    let written = &who.speakers[0];
    let speaker = entities
        .find(&written.id)
        .map_or(written.id.as_str(), |key| entities.get(key).name(lang));
    let name = entities.get(named).name(lang);
    let finding = CONTRADICTED_SPEAKER
        .report(
            written.range,
            format!("the brace says {speaker}, the sentence names {name} as the speaker"),
        )
        .related(
            context.here(source.speaker),
            format!("{name} is named here"),
        );
    let finding = match source.cue {
        Some(cue) => finding.related(context.here(cue), "and this says that somebody speaks"),
        None => finding,
    };
    if !entities.is_declared(named) || who.speakers.len() > 1 {
        return finding.help("correct the brace, or the sentence");
    }
    let id = &entities.get(named).id;
    let mut finding = finding;
    finding.fixes.push(Fix {
        title: format!("attribute it to `{id}`"),
        applicability: Applicability::Choice,
        edits: vec![FileEdit {
            file: context.file,
            edit: TextEdit {
                range: written.range,
                text: id.clone(),
            },
        }],
    });
    finding
}
