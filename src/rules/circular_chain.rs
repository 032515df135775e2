use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::TextRange;

declare_rule! {
    /// ## What it does
    ///
    /// Reports an id that stands twice in one chain of attribution.
    ///
    /// ## Why
    ///
    /// Nobody passes on their own words through somebody else: one of the two ids is a slip of the
    /// pen.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad}
    ///   agency: {type: organization, name: Sahl News}
    /// ---
    ///
    /// “We will not close it,”{haddad < agency < haddad} Laila Haddad told Sahl News.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad}
    ///   agency: {type: organization, name: Sahl News}
    /// ---
    ///
    /// “We will not close it,”{haddad < agency} Laila Haddad told Sahl News.
    /// ```
    pub(super) static CIRCULAR_CHAIN =
        "circular-chain", Error, "a chain of attribution that comes back to where it was"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let article = context.article();
    let of_quotations = article
        .quotations
        .iter()
        .filter_map(|quotation| quotation.who.as_ref());
    let of_strays = article.unopened.iter().filter_map(|mark| mark.who.as_ref());
    for who in of_quotations.chain(of_strays) {
        let mut seen: HashMap<&str, TextRange> = HashMap::new();
        for id in who.speakers.iter().chain(&who.via) {
            match seen.entry(&id.id) {
                Entry::Vacant(entry) => _ = entry.insert(id.range),
                Entry::Occupied(entry) => out.push(
                    CIRCULAR_CHAIN
                        .report(id.range, format!("`{}` stands twice in this chain", id.id))
                        .help("name each speaker and each source once")
                        .related(context.here(*entry.get()), "it stands here already"),
                ),
            }
        }
    }
}
