use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};

declare_rule! {
    /// ## What it does
    ///
    /// Reports a quotation whose speaker, or one of those who passed it on, is declared
    /// `anonymous: true`, once per quotation. What goes on from it with `{+}` is the same one.
    ///
    /// ## Why
    ///
    /// Most newsrooms want to know how often an article rests on sources that it does not name, and
    /// have somebody look at each.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   officials: {name: two harbour officials, anonymous: true}
    /// ---
    ///
    /// [Two officials](#officials) said [the bridge would stay shut]{officials}.
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
    /// Laila Haddad said [the bridge would stay shut]{haddad}.
    /// ```
    pub(super) static ANONYMOUS_SOURCE =
        "anonymous-source", Info, "words of a source that is not named"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let analysis = context.analysis();
    for (at, quotation) in analysis.article.quotations.iter().enumerate() {
        let who = quotation.who.iter();
        let chain = who.flat_map(|who| who.speakers.iter().chain(&who.via));
        let mut anonymous = chain.filter_map(|id| {
            let key = analysis.entities.find(&id.id)?;
            let entity = analysis.entities.get(key);
            (entity.anonymous == Some(true)).then_some((id, key, entity))
        });
        let Some((id, key, entity)) = anonymous.next() else {
            continue;
        };
        let name = entity.name(analysis.article.lang());
        let message = format!("“{name}” is a source that is not named");
        let finding = ANONYMOUS_SOURCE.report(id.range, message);
        let finding = finding
            .help("tell readers why the source is not named, and as much about it as can be told");
        out.push(match analysis.naming(at, key) {
            Some(mention) => finding.related(context.here(mention.words), "introduced here"),
            None => finding,
        });
    }
}
