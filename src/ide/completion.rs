//! What can stand where an id is written: in the brace behind a closing mark, and behind `(#`.

use crate::annotate::single;
use crate::ide::Locale;
use crate::ide::accept::{Offer, names, nearest, offers, surely};
use crate::model::{EntityKey, Form};
use crate::text::{FileId, TextEdit, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// Something that can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What is written; also what editors compare with what is typed.
    pub text: String,
    /// What it replaces, in bytes of the file.
    pub range: TextRange,
    /// What it means.
    pub detail: String,
    /// What it is.
    pub kind: CompletionKind,
    /// What has to be written elsewhere with it: the declaration of whom nothing declares yet.
    pub further: Vec<TextEdit>,
}

/// What a completion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CompletionKind {
    /// The speaker whom the text names.
    Speaker,
    /// Another entity.
    Entity,
    /// A sign of the markup.
    Sign,
}

/// What can be written at `offset`, in bytes of `file`, the best first: where a brace begins behind a
/// closing mark, who the text says is speaking; then whoever is named nearest before.
pub fn completions(
    snapshot: &Snapshot,
    file: FileId,
    offset: TextSize,
    locale: Locale,
) -> Vec<Completion> {
    if snapshot.kind(file) != FileKind::Article {
        return Vec::new();
    }
    let Some(asked) = Asked::at(snapshot.text(file), offset) else {
        return Vec::new();
    };
    let analysis = snapshot.analysis(file);
    let mut found = Vec::new();
    let closes = |place: TextSize| asked.brace == Some(place);
    let offer = offers(analysis).find(|offer| closes(offer.place));
    let speaker = offer.and_then(|offer| speaker(snapshot, file, offer, asked.range, locale));
    found.extend(speaker.clone());
    let others = nearest(analysis, offset).into_iter();
    let others = others.filter_map(|key| entity(snapshot, file, key, asked.range));
    found.extend(others.filter(|other| {
        speaker
            .as_ref()
            .is_none_or(|speaker| speaker.text != other.text)
    }));
    let is_of_quotation = analysis
        .article
        .quotations
        .iter()
        .any(|quotation| closes(end(&quotation.form, quotation.range)));
    if is_of_quotation && asked.is_first {
        found.extend(SIGNS.map(|(sign, detail)| Completion {
            text: sign.to_owned(),
            range: asked.range,
            detail: detail.to_owned(),
            kind: CompletionKind::Sign,
            further: Vec::new(),
        }));
    }
    found
}

/// The signs that stand for a speaker.
const SIGNS: [(&str, &str); 3] = [
    ("+", "the speaker goes on"),
    ("?", "nobody knows who says it"),
    ("-", "no speech"),
];

/// Where an id is asked for.
struct Asked {
    /// What is typed of it.
    range: TextRange,
    /// Where the brace begins that it stands in.
    brace: Option<TextSize>,
    /// Whether nothing stands before it in the brace.
    is_first: bool,
}

impl Asked {
    fn at(text: &str, offset: TextSize) -> Option<Asked> {
        let before = &text[..usize::from(offset)];
        let typed = before.chars().rev().take_while(|letter| is_of_id(*letter));
        let start = before.len() - typed.map(char::len_utf8).sum::<usize>();
        let range = TextRange::new(TextSize::new(start as u32), offset);
        if before[..start].ends_with("](#") {
            return Some(Asked {
                range,
                brace: None,
                is_first: false,
            });
        }
        // A brace is short, and stands on one line.
        let line = before[..start].char_indices().rev().take(LONGEST_BRACE);
        let mut line = line.take_while(|(_, letter)| !matches!(letter, '\n' | '}'));
        let (brace, _) = line.find(|(_, letter)| *letter == '{')?;
        let inside = before[brace + 1..start].trim_end();
        let is_first = inside.is_empty();
        let takes_id = is_first || inside.ends_with(['<', '>', ',', '،']);
        takes_id.then_some(Asked {
            range,
            brace: Some(TextSize::new(brace as u32)),
            is_first,
        })
    }
}

/// How many letters of a brace are looked at.
const LONGEST_BRACE: usize = 200;

fn is_of_id(letter: char) -> bool {
    letter == '-' || letter == '\u{200c}' || unicode_ident::is_xid_continue(letter)
}

/// Where the brace of a quotation stands.
fn end(form: &Form, range: TextRange) -> TextSize {
    match form {
        Form::Marks { close, .. } => close.end(),
        Form::Span => range.end(),
    }
}

fn speaker(
    snapshot: &Snapshot,
    file: FileId,
    offer: Offer<'_>,
    range: TextRange,
    locale: Locale,
) -> Option<Completion> {
    let analysis = snapshot.analysis(file);
    let keys = &offer.source.meant.entities;
    let entities = keys.iter().map(|key| analysis.entities.get(*key));
    let ids: Vec<&str> = entities.map(|entity| entity.id.as_str()).collect();
    let names = names(snapshot, file, offer.source);
    let surely = surely(locale, offer.source.grade);
    let further = declarations(snapshot, file, keys)?;
    (!ids.is_empty()).then(|| Completion {
        text: ids.join(", "),
        range,
        detail: format!("{} · inferred, {surely}", names.join(", ")),
        kind: CompletionKind::Speaker,
        further,
    })
}

fn entity(
    snapshot: &Snapshot,
    file: FileId,
    key: EntityKey,
    range: TextRange,
) -> Option<Completion> {
    let analysis = snapshot.analysis(file);
    let entity = analysis.entities.get(key);
    let name = entity.name(analysis.article.lang());
    let about = std::iter::once(name).chain(entity.role.as_deref());
    Some(Completion {
        text: entity.id.clone(),
        range,
        detail: about.collect::<Vec<_>>().join(" · "),
        kind: CompletionKind::Entity,
        further: declarations(snapshot, file, &[key])?,
    })
}

/// What declares those that nothing declares yet; `None` where that cannot be written.
fn declarations(snapshot: &Snapshot, file: FileId, keys: &[EntityKey]) -> Option<Vec<TextEdit>> {
    let entities = &snapshot.analysis(file).entities;
    let mut new = keys.iter().filter(|key| !entities.is_declared(**key));
    match (new.next(), new.next()) {
        (None, _) => Some(Vec::new()),
        (Some(key), None) => single::declare_here(snapshot, file, *key),
        // Several at once would be written to the same place.
        _ => None,
    }
}
