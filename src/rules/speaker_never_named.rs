use std::collections::HashSet;

use crate::attribution::Grade;
use crate::model::{Analysis, EntityKey, MeantBy, Said};
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};

declare_rule! {
    /// ## What it does
    ///
    /// Reports, once for each, a speaker in a brace whom the text names nowhere, in brackets or by any
    /// declared name. A source that is declared `anonymous` is never reported, nor are words whose
    /// sentence describes the speaker (“the minister said”).
    ///
    /// ## Why
    ///
    /// Only the markup knows who speaks: readers of the article do not. Mostly the wrong id was
    /// written, or a name is missing under `aka`.
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
    /// The harbour was quiet. “We will not close it this year.”{haddad}
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
    /// The harbour was quiet. “We will not close it this year,”{haddad} Haddad said.
    /// ```
    pub(super) static SPEAKER_NEVER_NAMED =
        "speaker-never-named", Warning, "a speaker whom the text names nowhere"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let analysis = context.analysis();
    let mentions = analysis.mentions.iter();
    let named = mentions.filter_map(|mention| mention.entity);
    // A name that several bear may be any of theirs.
    let undecided = analysis
        .undecided
        .iter()
        .flat_map(|name| name.entities.iter().copied());
    let mut known: HashSet<EntityKey> = named.chain(undecided).collect();
    let described = (0..analysis.said.len()).filter(|at| is_described(analysis, *at));
    for at in described {
        let ids = analysis.who(at).into_iter().flat_map(|who| &who.speakers);
        known.extend(ids.filter_map(|id| analysis.entities.find(&id.id)));
    }
    for quotation in &analysis.article.quotations {
        let ids = quotation.who.iter().flat_map(|who| &who.speakers);
        for id in ids {
            let Some(key) = analysis.entities.find(&id.id) else {
                continue;
            };
            let entity = analysis.entities.get(key);
            let has_name = entity.all_names().next().is_some();
            if !has_name || entity.anonymous == Some(true) || !known.insert(key) {
                continue;
            }
            let name = entity.name(analysis.article.lang());
            let finding = SPEAKER_NEVER_NAMED
                .report(id.range, format!("the text never names {name}"))
                .help("name the speaker, or put the words that mean them in brackets with this id; another name the text uses belongs under `aka`");
            out.push(match entity.declarations.first() {
                Some(declared) => finding.related(declared.id, "declared here"),
                None => finding,
            });
        }
    }
}

/// Whether the sentence describes who speaks without a name that is known.
fn is_described(analysis: &Analysis, at: usize) -> bool {
    let is_said = matches!(analysis.said[at], Said::By(_));
    let source = analysis.source(at).filter(|_| is_said);
    source.is_some_and(|source| {
        source.grade > Grade::Guess && source.meant.by == MeantBy::Description
    })
}
