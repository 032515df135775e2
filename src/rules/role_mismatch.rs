use foldhash::{HashMap, HashMapExt};

use crate::model::office::{self, Office};
use crate::model::{Entity, EntityKey, EntityKind, Mention, Passage};
use crate::names::fold::fold_text;
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::{FileRange, TextRange};

declare_rule! {
    /// ## What it does
    ///
    /// Reports another office beside a person's name than the `role` that the person is declared
    /// with, or, where nothing declares them, than the text says first: another portfolio, or a
    /// president who is a prime minister elsewhere. The offices are
    /// known in Arabic, English, French and German. One that is former, acting, somebody's deputy's
    /// or not surely that person's is never reported, nor anything that is no office.
    ///
    /// ## Why
    ///
    /// In haste, one minister is taken for another. Where the role did change, readers want to be
    /// told of which time the article speaks.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad, role: Transport Minister}
    /// ---
    ///
    /// Interior Minister Laila Haddad opened the bridge.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   haddad: {type: person, name: Laila Haddad, role: Transport Minister}
    /// ---
    ///
    /// The former interior minister Laila Haddad, now Minister of Transport, opened the bridge.
    /// ```
    pub(super) static ROLE_MISMATCH =
        "role-mismatch", Hint, "another role beside a name than declared"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let article = context.article();
    let mut declared: HashMap<EntityKey, Option<Office>> = HashMap::new();
    for mention in &context.analysis().mentions {
        let Some(key) = mention.entity else { continue };
        let entity = context.entities().get(key);
        if entity.kind != Some(EntityKind::Person) {
            continue;
        }
        let of_role = || entity.role.as_deref().and_then(office::of_role);
        let Some(declared) = *declared.entry(key).or_insert_with(of_role) else {
            continue;
        };
        let passage = &article.passages[mention.passage];
        let found = described(passage, mention, entity)
            .or_else(|| beside(passage, mention, article.lang()));
        if let Some((office, range)) = found
            && office.excludes(declared)
        {
            out.push(report(context, passage, range, entity));
        }
    }
}

/// The office by which brackets describe a person, with the name behind it or without.
fn described(passage: &Passage, mention: &Mention, entity: &Entity) -> Option<(Office, TextRange)> {
    mention.link.as_ref()?;
    let words = passage.wire.words(mention.words);
    let mut names = entity.all_names().map(|name| name.text.as_str());
    // The whole name, or what the text uses of it.
    let described = names.find_map(|name| words.strip_suffix(name));
    let described = described.unwrap_or(words).trim_end_matches([' ', ',', '،']);
    Some((office::of_role(described)?, mention.words))
}

/// The office that stands before the words of a mention.
fn beside(passage: &Passage, mention: &Mention, lang: Option<&str>) -> Option<(Office, TextRange)> {
    let wire = &passage.wire;
    let (start, end) = (
        wire.to_wire(mention.words.start()),
        wire.to_wire(mention.words.end()),
    );
    let name = TextRange::new(start, end.max(start));
    let (office, range) = office::beside(wire.text(), name, lang?)?;
    Some((office, wire.to_source(range)))
}

fn report(
    context: &Context<'_>,
    passage: &Passage,
    range: TextRange,
    entity: &Entity,
) -> Diagnostic {
    let role = entity.role.as_deref().unwrap_or_default();
    let name = entity.name(context.article().lang());
    let written = passage.wire.words(range);
    let is_declared = !entity.declarations.is_empty();
    let message = if !is_declared {
        format!("“{written}” is said of {name}, who is “{role}” elsewhere")
    } else if fold_text(written).contains(&fold_text(name)) {
        format!("“{written}” has another role than “{role}”, as declared")
    } else {
        format!("“{written}” is said of {name}, whose declared role is “{role}”")
    };
    let finding = ROLE_MISMATCH
        .report(range, message)
        .help("correct what is wrong; if the role has changed since, say so in the text");
    let place = entity.declarations.iter().find_map(|declared| {
        let role = context.declaration(declared)?.role.as_ref()?;
        Some(FileRange {
            file: declared.id.file,
            range: role.range,
        })
    });
    match place {
        Some(place) => finding.related(place, format!("the role of {name} is declared here")),
        None => finding,
    }
}
