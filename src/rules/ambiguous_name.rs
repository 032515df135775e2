use std::collections::HashSet;

use crate::model::office::is_title;
use crate::model::{EntityKey, Undecided};
use crate::names::id::check_id;
use crate::rules::rule::declare_rule;
use crate::rules::{Applicability, Context, Diagnostic, Fix};
use crate::syntax::SyntaxKind;
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
        if is_between_declared(context, name)
            && is_name_alone(context, name)
            && told.insert(&name.entities)
        {
            out.push(report(context, name));
        }
    }
}

/// Whether several of those who bear the name are declared: for those who are only recognised in the
/// text nobody has chosen their names.
fn is_between_declared(context: &Context<'_>, name: &Undecided) -> bool {
    declared(context, name).count() > 1
}

fn declared(context: &Context<'_>, name: &Undecided) -> impl Iterator<Item = EntityKey> {
    let bearers = name.entities.iter().copied();
    bearers.filter(|key| context.entities().is_declared(*key))
}

/// Whether a single word is the whole of a name, and not a part of one that nobody has declared:
/// `Haddad` in `Sami Haddad` or `Haddad College`. Told by the capitals beside it.
fn is_name_alone(context: &Context<'_>, name: &Undecided) -> bool {
    let wire = &context.article().passages[name.passage].wire;
    let written = wire.words(name.words);
    if !written.starts_with(char::is_uppercase) || written.contains(char::is_whitespace) {
        return true;
    }
    let lang = context.article().lang().unwrap_or_default();
    let before = &wire.text()[..wire.to_wire(name.words.start()).into()];
    let after = &wire.text()[wire.to_wire(name.words.end()).into()..];
    let word_before = before
        .strip_suffix(' ')
        .and_then(|before| before.rsplit(char::is_whitespace).next());
    let has_capital = |word: &str| word.starts_with(char::is_uppercase);
    let is_of_name = |word: &str| {
        has_capital(word) && word.ends_with(char::is_alphanumeric) && !is_title(word, lang)
    };
    // German nouns have capitals.
    let word_after = after
        .strip_prefix(' ')
        .filter(|_| !lang.starts_with("de"))
        .and_then(|after| after.split(char::is_whitespace).next());
    !word_before.is_some_and(is_of_name) && !word_after.is_some_and(has_capital)
}

/// How many of those who bear a name are told of.
const MOST_TOLD: usize = 5;

fn report(context: &Context<'_>, name: &Undecided) -> Diagnostic {
    let written = context.article().passages[name.passage]
        .wire
        .words(name.words);
    let entity = |key: &EntityKey| context.entities().get(*key);
    let bearers: Vec<EntityKey> = declared(context, name).collect();
    let told = &bearers[..bearers.len().min(MOST_TOLD)];
    let ids: Vec<String> = told
        .iter()
        .map(|key| format!("`{}`", entity(key).id))
        .collect();
    let ids = match (bearers.len() - told.len(), ids.split_last()) {
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

/// Whether nothing but the name stands where it stands, and brackets around it would be an
/// annotation and no doubt about it.
fn can_be_bracketed(context: &Context<'_>, name: &Undecided) -> bool {
    let passage = &context.article().passages[name.passage];
    let words = &context.text()[name.words];
    let before = TextRange::new(passage.range.start(), name.words.start());
    let is_bare = passage.wire.words(name.words) == words && !words.contains(['[', ']', '\\']);
    is_bare && !context.text()[before].ends_with('\\') && !leaves_a_bracket_open(context, before)
}

/// Whether an ordinary bracket is open at the end of `range`.
fn leaves_a_bracket_open(context: &Context<'_>, range: TextRange) -> bool {
    let (mut open, mut is_escaped) = (0_usize, false);
    for (kind, token) in context.tree().tokens_in(range) {
        if kind.is_wire() {
            let words = &context.text()[token.intersect(range).unwrap_or(token)];
            for letter in words.chars().skip(usize::from(is_escaped)) {
                match letter {
                    '[' => open += 1,
                    ']' => open = open.saturating_sub(1),
                    _ => {}
                }
            }
        }
        is_escaped = kind == SyntaxKind::Escape;
    }
    open > 0
}

fn bracket(context: &Context<'_>, words: TextRange, id: &str) -> Fix {
    let edit = |at, text: String| FileEdit {
        file: context.file,
        edit: TextEdit::insertion(at, text),
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
