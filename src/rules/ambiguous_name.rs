use std::collections::HashSet;

use crate::model::{EntityKey, Undecided};
use crate::names::id::check_id;
use crate::rules::rule::declare_rule;
use crate::rules::{Applicability, Context, Diagnostic, Fix};
use crate::text::{FileEdit, TextEdit, TextRange};
use crate::workspace::FileKind;

declare_rule! {
    /// ## What it does
    ///
    /// Reports a name without brackets that two or more entities bear, once, where nothing decides
    /// between them: the article names none of them in full, in brackets or as a speaker, declares
    /// not just one of them itself, and the name is not the whole name of just one.
    ///
    /// ## Why
    ///
    /// Nobody can tell whom the article speaks of, so the words count for none of them.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   laila: {type: person, name: Laila Haddad, aka: [Haddad]}
    ///   omar: {type: person, name: Omar Haddad, aka: [Haddad]}
    /// ---
    ///
    /// Haddad arrived on Tuesday.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   laila: {type: person, name: Laila Haddad, aka: [Haddad]}
    ///   omar: {type: person, name: Omar Haddad, aka: [Haddad]}
    /// ---
    ///
    /// [Haddad](#laila) arrived on Tuesday. Haddad had been away, and so had Omar Haddad.
    /// ```
    pub(super) static AMBIGUOUS_NAME =
        "ambiguous-name", Warning, "a name that may mean two entities"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    // Nothing can be written into wire text to decide it.
    if context.snapshot.kind(context.file) == FileKind::Wire {
        return;
    }
    let mut told: HashSet<&[EntityKey]> = HashSet::new();
    for name in &context.analysis().undecided {
        if told.insert(&name.entities) {
            out.push(report(context, name));
        }
    }
}

/// How many of those who bear a name are told of.
const MOST_TOLD: usize = 5;

fn report(context: &Context<'_>, name: &Undecided) -> Diagnostic {
    let written = context.article().passages[name.passage]
        .wire
        .words(name.words);
    let entity = |key: &EntityKey| context.entities().get(*key);
    let told = &name.entities[..name.entities.len().min(MOST_TOLD)];
    let ids: Vec<String> = told
        .iter()
        .map(|key| format!("`{}`", entity(key).id))
        .collect();
    let ids = match (name.entities.len() - told.len(), ids.split_last()) {
        (0, Some((last, others))) => format!("{} or {last}", others.join(", ")),
        (more, _) => format!("{} or {more} more", ids.join(", ")),
    };
    let mut finding = AMBIGUOUS_NAME
        .report(name.words, format!("“{written}” may mean {ids}"))
        .help("write the full name once, or put the name in brackets with the id of who is meant");
    for key in told {
        let entity = entity(key);
        if let Some(declared) = entity.declarations.first() {
            let bearer = entity.name(context.article().lang());
            finding = finding.related(declared.id, format!("{bearer} is declared here"));
        }
        if can_be_bracketed(context, name) && check_id(&entity.id).is_ok() {
            finding.fixes.push(bracket(context, name.words, &entity.id));
        }
    }
    finding
}

/// Whether nothing but the name stands where it stands, and a bracket before it would be one.
fn can_be_bracketed(context: &Context<'_>, name: &Undecided) -> bool {
    let wire = &context.article().passages[name.passage].wire;
    let (before, words) = context.text().split_at(name.words.start().into());
    let words = &words[..name.words.len().into()];
    wire.words(name.words) == words && !words.contains(['[', ']', '\\']) && !before.ends_with('\\')
}

fn bracket(context: &Context<'_>, words: TextRange, id: &str) -> Fix {
    let edit = |at, text: String| FileEdit {
        file: context.file,
        edit: TextEdit {
            range: TextRange::empty(at),
            text,
        },
    };
    Fix {
        title: format!("say that it means `{id}`"),
        applicability: Applicability::Choice,
        edits: vec![
            edit(words.start(), "[".to_owned()),
            edit(words.end(), format!("](#{id})")),
        ],
    }
}
