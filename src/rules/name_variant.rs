use foldhash::{HashMap, HashMapExt};

use crate::model::spelling::{Variant, variants};
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::{TextRange, TextSize};

declare_rule! {
    /// ## What it does
    ///
    /// Reports the name of a person that the text spells otherwise than it is declared: all words but
    /// one are the same, and that one is another spelling of the same name. Of a speaker who is
    /// declared nowhere, the first spelling counts. A spelling that is declared under `aka` is never
    /// reported.
    ///
    /// ## Why
    ///
    /// Readers, search engines and databases take two spellings for two persons.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   orlova: {type: person, name: Katerina Orlova}
    /// ---
    ///
    /// Katerina Orlova arrived on Tuesday. Caterina Orlova did not speak to reporters.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   orlova: {type: person, name: Katerina Orlova, aka: [Orlova]}
    /// ---
    ///
    /// Katerina Orlova arrived on Tuesday. Orlova did not speak to reporters.
    /// ```
    pub(super) static NAME_VARIANT =
        "name-variant", Warning, "one person spelled two ways"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let analysis = context.analysis();
    let mut as_declared: HashMap<&str, Option<TextRange>> = HashMap::new();
    for passage in &analysis.article.passages {
        for variant in variants(&analysis.entities, &passage.wire) {
            let range = passage.wire.to_source(variant.range);
            let written = &passage.wire.text()[variant.range];
            let as_declared = *as_declared
                .entry(&variant.name.text)
                .or_insert_with(|| spelled_as_declared(context, &variant.name.text));
            out.push(report(context, variant, (written, range), as_declared));
        }
    }
}

fn report(
    context: &Context<'_>,
    variant: Variant<'_>,
    (written, range): (&str, TextRange),
    as_declared: Option<TextRange>,
) -> Diagnostic {
    let name = &variant.name.text;
    let message = match as_declared {
        Some(_) => format!("“{written}” is spelled “{name}” elsewhere"),
        None => format!("“{written}” is declared as “{name}”"),
    };
    let help = if context.entities().is_declared(variant.entity) {
        "spell the name one way; if both are right, add this one to `aka`"
    } else {
        "spell the name one way; if both are right, declare the person, with this one under `aka`"
    };
    let finding = NAME_VARIANT.report(range, message).help(help);
    let finding = match as_declared {
        Some(place) => finding.related(context.here(place), format!("“{name}” in the text")),
        None => finding,
    };
    match context.entities().get(variant.entity).declarations.first() {
        Some(declared) => finding.related(declared.id, "declared here"),
        None => finding,
    }
}

/// The first words of the text that spell the name as it is declared.
fn spelled_as_declared(context: &Context<'_>, name: &str) -> Option<TextRange> {
    context.article().passages.iter().find_map(|passage| {
        let found = passage.wire.text().find(name)?;
        let found = TextRange::at(TextSize::new(found as u32), TextSize::of(name));
        Some(passage.wire.to_source(found))
    })
}
