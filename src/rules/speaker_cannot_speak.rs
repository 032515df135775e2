use crate::model::{EntityKind, Who};
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};

declare_rule! {
    /// ## What it does
    ///
    /// Reports a speaker that is declared as an event or a product. Persons and organisations
    /// speak; so do, in news, places (“Paris said”) and works (“the report says”).
    ///
    /// ## Why
    ///
    /// Mostly the id of a namesake was written, or the entity is declared with the wrong type.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   regatta: {type: event, name: Harbour Regatta}
    /// ---
    ///
    /// “We start at noon,”{regatta} the Harbour Regatta announced.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   club: {type: organization, name: Harbour Sailing Club}
    /// ---
    ///
    /// “We start at noon,”{club} the Harbour Sailing Club announced.
    /// ```
    pub(super) static SPEAKER_CANNOT_SPEAK =
        "speaker-cannot-speak", Hint, "a speaker that is an event or a product"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let (article, entities) = (context.article(), context.entities());
    let of_quotations = article
        .quotations
        .iter()
        .filter_map(|quotation| quotation.who.as_ref());
    for id in of_quotations.flat_map(|who: &Who| &who.speakers) {
        let Some(entity) = entities.find(&id.id).map(|key| entities.get(key)) else {
            continue;
        };
        let kind = match entity.kind {
            Some(EntityKind::Event) => "an event",
            Some(EntityKind::Product) => "a product",
            _ => continue,
        };
        let name = entity.name(article.lang());
        let finding = SPEAKER_CANNOT_SPEAK
            .report(
                id.range,
                format!("“{name}” is {kind}, which does not speak"),
            )
            .help("name the person or the organisation whose words these are");
        out.push(match entity.declarations.first() {
            Some(declared) => finding.related(declared.id, "declared here"),
            None => finding,
        });
    }
}
