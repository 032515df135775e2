//! Braces that are to say something else: what changes is written, and the rest stays as it stands.

use unicode_script::{Script, UnicodeScript};

use crate::model::Who;
use crate::names::id::check_id;
use crate::syntax::ast::BraceKind;
use crate::syntax::{Flavor, parse};
use crate::text::{TextEdit, TextRange, TextSize};

/// What is to be said.
#[derive(Debug, Clone, Copy)]
pub(super) enum Change<'a> {
    /// Who speaks, and nobody else does.
    Speaker(&'a str),
    /// To whom besides.
    Addressee(&'a str),
    /// Who passed it on last.
    Link(&'a str),
    /// A sign, or ids, in place of all that is said.
    All(&'a str),
}

/// The edit that makes the brace `who` say it, which stands at `at` or is to stand there; `None` where
/// it cannot, or where something would be lost that the change is not about.
pub(super) fn changed(
    text: &str,
    at: TextSize,
    who: Option<&Who>,
    change: Change<'_>,
) -> Option<TextEdit> {
    if let Change::Speaker(id) | Change::Addressee(id) | Change::Link(id) = change
        && (check_id(id).is_err() || id == "-")
    {
        return None;
    }
    let Some(who) = who else {
        let (Change::Speaker(inside) | Change::All(inside)) = change else {
            return None;
        };
        return is_free(text, at).then(|| TextEdit::insertion(at, format!("{{{inside}}}")));
    };
    if !is_sound(&text[who.range]) {
        return None;
    }
    let one = TextSize::new(1);
    let inside = TextRange::new(who.range.start() + one, who.range.end() - one);
    let all = |new: &str| TextEdit {
        range: inside,
        text: new.to_owned(),
    };
    if who.kind != BraceKind::Who {
        return match change {
            Change::Speaker(new) | Change::All(new) => Some(all(new)),
            Change::Addressee(_) | Change::Link(_) => None,
        };
    }
    let is_said = |id: &str| who.speakers.iter().chain(&who.via).any(|it| it.id == id);
    let end = |ids: &[crate::model::IdRef]| ids.last().map(|id| id.range.end());
    let speakers_end = end(&who.speakers);
    match change {
        Change::Speaker(id) if who.via.iter().chain(&who.addressees).any(|it| it.id == id) => None,
        Change::Speaker(id) => Some(match (who.speakers.first(), who.speakers.last()) {
            (Some(first), Some(last)) => TextEdit {
                range: first.range.cover(last.range),
                text: id.to_owned(),
            },
            _ => TextEdit::insertion(inside.start(), format!("{id} ")),
        }),
        Change::Addressee(id) | Change::Link(id) if is_said(id) || !who.is_attribution() => None,
        Change::Addressee(id) => match who.addressees.last() {
            Some(_) if who.addressees.iter().any(|it| it.id == id) => None,
            Some(last) => {
                let is_arabic = last.id.chars().any(|c| c.script() == Script::Arabic);
                let comma = if is_arabic { '،' } else { ',' };
                Some(TextEdit::insertion(
                    last.range.end(),
                    format!("{comma} {id}"),
                ))
            }
            None => Some(match speakers_end {
                Some(end) => TextEdit::insertion(end, format!(" > {id}")),
                None => TextEdit::insertion(inside.start(), format!("> {id} ")),
            }),
        },
        Change::Link(id) => {
            let last = end(&who.via).or(end(&who.addressees)).or(speakers_end)?;
            Some(TextEdit::insertion(last, format!(" < {id}")))
        }
        Change::All(new) => {
            let last = who.ids().map(|id| id.range.end()).max()?;
            let is_all = text[TextRange::new(last, inside.end())].trim().is_empty();
            is_all.then(|| all(new))
        }
    }
}

/// What a brace says with ids, as it is written.
pub(super) fn ids<'a>(text: &'a str, who: &Who) -> Option<&'a str> {
    let last = who.ids().map(|id| id.range.end()).max()?;
    let start = who.range.start() + TextSize::new(1);
    is_sound(&text[who.range]).then(|| text[TextRange::new(start, last)].trim())
}

/// Whether a brace can be written at `at`: where none stands, and none before on its line is still to be
/// closed, which the new one would close.
pub(super) fn is_free(text: &str, at: TextSize) -> bool {
    let (before, behind) = text.split_at(at.into());
    let last = before.rfind(['{', '}', '\n', '\r']);
    let is_open = last.is_some_and(|at| before[at..].starts_with('{'));
    !behind.starts_with('{') && !is_open
}

/// Whether all of a brace is as it should be: what is none is left to whoever wrote it.
fn is_sound(brace: &str) -> bool {
    let tree = parse(&format!("[a]{brace}"), Flavor::Article);
    tree.errors().next().is_none()
}
