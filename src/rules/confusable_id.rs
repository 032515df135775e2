use std::collections::{HashMap, HashSet};

use crate::names::characters::code;
use crate::names::id::check_id;
use crate::names::look_alike::{is_same_to_readers, look, script_name, stranger};
use crate::rules::rule::declare_rule;
use crate::rules::{Applicability, Context, Diagnostic, Fix};
use crate::text::{FileEdit, FileRange, TextEdit};
use crate::workspace::FileKind;

declare_rule! {
    /// ## What it does
    ///
    /// Reports an id that looks like another one and is not the same, declared or used, here or in a
    /// registry of the article, by the confusable characters of Unicode's UTS #39: `haddad` with a
    /// Cyrillic `а`, `علي` with a Persian `ی`. Reports an id that mixes Latin, Greek and Cyrillic
    /// letters in one word. Each id is reported once.
    ///
    /// ## Why
    ///
    /// Nobody can see that they are two. What one says is lost to the other.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: ar
    /// entities:
    ///   علي: {type: person, name: علي حداد}
    /// ---
    ///
    /// "لن نغلقه"{علی}
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: ar
    /// entities:
    ///   علي: {type: person, name: علي حداد, anonymous: false}
    /// ---
    ///
    /// قال علي حداد: "لن نغلقه"{علي}
    /// ```
    pub(super) static CONFUSABLE_ID =
        "confusable-id", Warning, "an id that only looks like another one"
}

/// An id where it is first written.
#[derive(Clone, Copy)]
struct Id<'a> {
    text: &'a str,
    place: FileRange,
    is_declared: bool,
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut by_look: HashMap<String, Id<'_>> = HashMap::new();
    for id in ids_of_file(context) {
        let first = *by_look.entry(look(id.text)).or_insert(id);
        let other = registered_like(context, id.text).unwrap_or(first);
        if other.text != id.text {
            let mut finding = report(id, other);
            // Nothing declares it, and one thing that it can mean is declared.
            if !id.is_declared && other.is_declared {
                let look = look(id.text);
                let look_so = context.entities().looking(&look);
                let is_the_only_one = look_so.take(2).count() == 1;
                let is_certain = is_the_only_one && is_same_to_readers(id.text, other.text);
                finding.fixes.push(replace(context, id, other, is_certain));
            }
            out.push(finding);
        } else if let Some(stranger) = stranger(id.text) {
            let message = format!(
                "`{}` is a {} letter in `{}`, the others are {}",
                stranger.letter, stranger.script, id.text, stranger.others
            );
            let help = format!(
                "write the id in one script; this `{}` is {}",
                stranger.letter,
                code(stranger.letter)
            );
            out.push(CONFUSABLE_ID.report(id.place.range, message).help(help));
        }
    }
}

/// The ids that the file declares and then those that it uses and nothing declares, each once.
fn ids_of_file<'a>(context: &Context<'a>) -> Vec<Id<'a>> {
    let declared = context
        .declarations()
        .all
        .iter()
        .map(|entity| (&entity.id.value, entity.id.range, true));
    let used = match context.snapshot.kind(context.file) {
        FileKind::Registry => Vec::new(),
        _ => context.article().references(),
    };
    let used = used
        .into_iter()
        .filter(|id| context.entities().find(&id.id).is_none())
        .map(|id| (&id.id, id.range, false));
    let mut seen = HashSet::new();
    declared
        .chain(used)
        .filter(|(id, _, _)| check_id(id).is_ok() && seen.insert(id.as_str()))
        .map(|(id, range, is_declared)| Id {
            text: id,
            place: context.here(range),
            is_declared,
        })
        .collect()
}

/// The first id of the article's registries that looks like this one and is another.
fn registered_like<'a>(context: &Context<'a>, id: &str) -> Option<Id<'a>> {
    if context.snapshot.kind(context.file) == FileKind::Registry {
        return None;
    }
    let entity = context.entities().registered_like(id)?;
    Some(Id {
        text: &entity.id,
        place: entity.declarations.first()?.id,
        is_declared: true,
    })
}

fn report(id: Id<'_>, other: Id<'_>) -> Diagnostic {
    let message = format!("`{}` only looks like the id `{}`", id.text, other.text);
    let mut pairs = id.text.chars().zip(other.text.chars());
    let help = match pairs.find(|(one, other)| one != other) {
        Some((one, two)) => format!(
            "spell them alike if they are one, else give one another name: `{one}` is {} ({}), `{two}` is {} ({})",
            code(one),
            script_name(one),
            code(two),
            script_name(two)
        ),
        None => "spell them alike if they are one, else give one another name".to_owned(),
    };
    let what = if other.is_declared {
        "declared"
    } else {
        "used"
    };
    CONFUSABLE_ID
        .report(id.place.range, message)
        .help(help)
        .related(other.place, format!("`{}` is {what} here", other.text))
}

/// The other one wherever `id` is written.
fn replace(context: &Context<'_>, id: Id<'_>, other: Id<'_>, is_certain: bool) -> Fix {
    let references = context.article().references();
    let same = references
        .iter()
        .filter(|reference| reference.id == id.text);
    let edits = same.map(|reference| FileEdit {
        file: context.file,
        edit: TextEdit {
            range: reference.range,
            text: other.text.to_owned(),
        },
    });
    Fix {
        title: format!("replace by the declared `{}`", other.text),
        applicability: Applicability::safe_if_certain(is_certain),
        edits: edits.collect(),
    }
}
