use foldhash::HashSet;

use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};

declare_rule! {
    /// ## What it does
    ///
    /// Reports an entity that the front matter declares and nothing in the article uses: no
    /// mention, no brace, no other entity that belongs to it, no source or dateline.
    ///
    /// ## Why
    ///
    /// It is left over from an earlier version, or its name is spelled otherwise in the text than
    /// in the front matter, and every mention of it is missed.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad}
    /// ---
    ///
    /// The crossing stays open.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad}
    /// ---
    ///
    /// The crossing stays open, Laila Haddad said.
    /// ```
    pub(super) static UNUSED_ENTITY =
        "unused-entity", Hint, "an entity of the front matter that the article never uses"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let declared = &context.declarations().all;
    if declared.is_empty() {
        return;
    }
    let used = used(context);
    for declaration in declared {
        let id = &declaration.id;
        if !used.contains(id.value.as_str()) {
            let message = format!("nothing in the article uses `{}`", id.value);
            out.push(
                UNUSED_ENTITY
                    .report(id.range, message)
                    .help("take it out, or add the name that the text uses to its `aka`"),
            );
        }
    }
}

/// The ids of all entities that something in the article refers to.
fn used<'a>(context: &Context<'a>) -> HashSet<&'a str> {
    let analysis = context.analysis();
    let front = &analysis.article.front;
    let id = |key| analysis.entities.get(key).id.as_str();
    let written = analysis
        .article
        .references()
        .into_iter()
        .map(|reference| reference.id.as_str());
    let mentioned = analysis
        .mentions
        .iter()
        .filter_map(|mention| mention.entity)
        .map(id);
    let perhaps = analysis.undecided.iter().flat_map(|name| &name.entities);
    let mentioned = mentioned.chain(perhaps.map(|key| id(*key)));
    let belongs_to = front.entities.all.iter().filter_map(|declaration| {
        let of = declaration.of.as_ref()?;
        let own = analysis.entities.find(&declaration.id.value);
        (analysis.entity_of(of) != own).then_some(of)
    });
    let named = front.source.iter().chain(&front.place).chain(belongs_to);
    let named = named.filter_map(|value| analysis.entity_of(value)).map(id);
    written.chain(mentioned).chain(named).collect()
}
