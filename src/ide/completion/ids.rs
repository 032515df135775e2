//! Ids: in the brace behind a closing mark, behind `(#`, and where the front matter names somebody.
//! They are met by any name of their entities.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::{About, Completion, CompletionKind, Completions, Place};
use crate::annotate::single;
use crate::ide::accept::{Offer, names, offers, surely};
use crate::ide::search::{Query, Rank};
use crate::model::{Analysis, Entity, EntityKey, Form};
use crate::syntax::SyntaxKind;
use crate::text::{TextEdit, TextRange, TextSize};
use crate::workspace::FileKind;

/// Where a brace begins behind a closing mark, who the text says is speaking; then who spoke last,
/// who is near, and the others by name.
pub(super) fn completions(place: &Place<'_>) -> Option<Completions> {
    let asked = Asked::at(place)?;
    let analysis = place.snapshot.analysis(place.file);
    let mut items = Vec::new();
    let closes = |end: TextSize| asked.brace == Some(end);
    if asked.is_first {
        let offer = offers(analysis).find(|offer| closes(offer.place));
        items.extend(offer.and_then(|offer| speaker(place, offer, &asked)));
    }
    let first = items.first().map(|item: &Completion| item.label.clone());
    let others = ranked(analysis, place.offset, asked.typed);
    let others = others
        .into_iter()
        .filter(|met| {
            let id = &analysis.entities.get(met.key).id;
            first.as_ref() != Some(id) && !asked.there.contains(&id.as_str())
        })
        // One more than are shown tells that there are more.
        .filter_map(|met| entity(place, &met, &asked))
        .take(super::MOST + 1);
    items.extend(others);
    let is_of_quotation = || {
        let mut quotations = analysis.article.quotations.iter();
        quotations.any(|quotation| closes(end(&quotation.form, quotation.range)))
    };
    if asked.is_first && asked.typed.is_empty() && is_of_quotation() {
        let phrases = &place.locale.phrases().completion;
        let signs = [
            ("+", phrases.goes_on),
            ("?", phrases.nobody_knows),
            ("-", phrases.no_speech),
        ];
        items.extend(signs.map(|(sign, detail)| Completion {
            detail: detail.to_owned(),
            closing: asked.closing,
            ..Place::plain(asked.word, sign, CompletionKind::Sign)
        }));
    }
    Some(Completions {
        is_incomplete: !items.is_empty(),
        items,
    })
}

/// The entities that a value of the front matter or of a registry may mean: their ids, which are
/// written as they are.
pub(super) fn of_values(
    place: &Place<'_>,
    word: (TextRange, TextRange),
    typed: &str,
) -> Completions {
    let query = Query::new(typed);
    let items: Vec<Completion> = if place.snapshot.kind(place.file) == FileKind::Registry {
        let declared = place.snapshot.registry(place.file).declarations.all.iter();
        let met = declared.filter_map(|declared| {
            let id = declared.id.value.as_str();
            let names = declared.names.iter().chain(&declared.aka);
            let names: Vec<&str> = names.map(|name| name.text.as_str()).collect();
            let name = *names.first().unwrap_or(&id);
            let (rank, by) = best(&query, std::iter::once(id).chain(names))?;
            let item = Completion {
                beside: (name != id).then(|| name.to_owned()),
                filter: filter(id, typed, by),
                ..Place::plain(word, id, CompletionKind::Entity)
            };
            Some((rank, item))
        });
        let mut met: Vec<(Rank, Completion)> = met.collect();
        met.sort_by_key(|(rank, _)| *rank);
        met.into_iter().map(|(_, item)| item).collect()
    } else {
        let analysis = place.snapshot.analysis(place.file);
        let all = ranked(analysis, place.offset, typed).into_iter();
        let all = all.filter(|met| analysis.entities.is_declared(met.key));
        let asked = Asked {
            word,
            typed,
            brace: None,
            is_first: false,
            there: Vec::new(),
            closing: "",
        };
        let items = all.filter_map(|met| entity(place, &met, &asked));
        items.take(super::MOST + 1).collect()
    };
    Completions {
        is_incomplete: !items.is_empty(),
        items,
    }
}

/// Where an id is asked for.
struct Asked<'a> {
    /// What is typed of it, and that with what stands behind.
    word: (TextRange, TextRange),
    typed: &'a str,
    /// Where the brace begins that it stands in.
    brace: Option<TextSize>,
    /// Whether nothing stands before it in the brace.
    is_first: bool,
    /// The ids that stand before it in the brace.
    there: Vec<&'a str>,
    /// What closes it and is missing.
    closing: &'static str,
}

impl<'a> Asked<'a> {
    fn at(place: &Place<'a>) -> Option<Asked<'a>> {
        let word = place.word(is_of_id);
        let typed = &place.text[word.0];
        let line = place.line_before();
        let line = &line[..line.len() - typed.len()];
        if line.ends_with("](#") {
            return Some(Asked {
                word,
                typed,
                brace: None,
                is_first: false,
                there: Vec::new(),
                closing: missing(place, ")"),
            });
        }
        let open = line
            .rfind(['{', '}'])
            .filter(|at| line[*at..].starts_with('{'))?;
        let inside = &line[open + 1..];
        let is_first = inside.trim().is_empty();
        let takes_id = is_first || inside.trim_end().ends_with(['<', '>', ',', '،']);
        let brace = word.0.start() - TextSize::of(inside) - TextSize::new(1);
        (takes_id && is_behind_words(place, brace)).then(|| Asked {
            word,
            typed,
            brace: Some(brace),
            is_first,
            there: inside.split(['<', '>', ',', '،']).map(str::trim).collect(),
            closing: missing(place, "}"),
        })
    }
}

/// Whether a brace at `brace` says something of the words before it: behind a mark or a bracket.
fn is_behind_words(place: &Place<'_>, brace: TextSize) -> bool {
    let before = &place.text[..usize::from(brace)];
    if before.ends_with(']') {
        return true;
    }
    let last = before.chars().next_back().map_or(0, char::len_utf8);
    let last = TextRange::new(brace - TextSize::new(last as u32), brace);
    let tokens = place.snapshot.tree(place.file).tokens_in(last);
    let mut at_end = tokens.filter(|(_, range)| range.end() == brace);
    at_end.any(|(kind, _)| kind == SyntaxKind::Mark)
}

/// The sign, where it does not close behind the cursor before something else opens.
fn missing(place: &Place<'_>, sign: &'static str) -> &'static str {
    let behind = place.line_after();
    let next = behind.find(['{', '}', '[', ')', '(']);
    if next.is_some_and(|at| behind[at..].starts_with(sign)) {
        ""
    } else {
        sign
    }
}

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

/// An entity that is meant by what is typed.
struct Met<'a> {
    key: EntityKey,
    /// The name by which it is.
    by: &'a str,
}

/// The entities that `typed` may mean, recognised ones too: who spoke last before `offset`, who spoke
/// or was named near, then the others, the best met first.
fn ranked<'a>(analysis: &'a Analysis, offset: TextSize, typed: &str) -> Vec<Met<'a>> {
    let near = Near::before(analysis, offset);
    let query = Query::new(typed);
    let declared = analysis.entities.iter();
    let all = declared.chain(analysis.entities.recognised());
    let lang = analysis.article.lang();
    let met = all.filter_map(|(key, entity)| {
        let names = entity.all_names().map(|name| name.text.as_str());
        let (rank, by) = best(&query, std::iter::once(entity.id.as_str()).chain(names))?;
        let near = near.last.get(&key).copied();
        let order = (Reverse(near), rank, entity.name(lang), key);
        Some((order, by))
    });
    let mut met: Vec<_> = met.collect();
    met.sort_by_key(|(order, _)| *order);
    let met = met.into_iter();
    met.map(|((.., key), by)| Met { key, by }).collect()
}

/// By which of its names somebody is met best.
fn best<'a>(query: &Query, names: impl Iterator<Item = &'a str>) -> Option<(Rank, &'a str)> {
    let met = names.filter_map(|name| Some((query.rank(name)?, name)));
    met.min_by_key(|(rank, _)| *rank)
}

/// Where everybody was last named or last spoke, before some place.
struct Near {
    /// Whether it is the last speaker, and the place.
    last: HashMap<EntityKey, (bool, TextSize)>,
}

impl Near {
    fn before(analysis: &Analysis, offset: TextSize) -> Near {
        let mut last: HashMap<EntityKey, (bool, TextSize)> = HashMap::new();
        let mut note = |key, place: TextSize| {
            let known = last.entry(key).or_default();
            known.1 = known.1.max(place);
        };
        let mentions = analysis.mentions.iter();
        for mention in mentions.take_while(|mention| mention.words.start() < offset) {
            if let Some(key) = mention.entity {
                note(key, mention.words.start());
            }
        }
        let mut last_speakers = Vec::new();
        let quotations = analysis.article.quotations.iter().enumerate();
        // The quotation that is just being attributed has not been said by anybody yet.
        for (at, quotation) in quotations.filter(|(_, it)| it.range.end() < offset) {
            let is_this = quotation
                .who
                .as_ref()
                .is_some_and(|who| who.range.contains_inclusive(offset));
            if is_this || !analysis.is_said(at) || analysis.is_no_speech(at) {
                continue;
            }
            let speakers = analysis.speakers(at);
            for key in &speakers {
                note(*key, quotation.range.start());
            }
            if !speakers.is_empty() {
                last_speakers = speakers;
            }
        }
        for key in last_speakers {
            last.entry(key).or_default().0 = true;
        }
        Near { last }
    }
}

/// What editors are to compare with what is typed: it begins with it, whatever the id does.
fn filter(id: &str, typed: &str, by: &str) -> Option<String> {
    let lower = typed.to_lowercase();
    if typed.is_empty() || id.to_lowercase().starts_with(&lower) {
        return None;
    }
    let rest = if by.to_lowercase().starts_with(&lower) {
        let rest = by.char_indices().nth(typed.chars().count());
        rest.map_or("", |(at, _)| &by[at..])
    } else {
        ""
    };
    Some(format!("{typed}{rest}"))
}

fn speaker(place: &Place<'_>, offer: Offer<'_>, asked: &Asked<'_>) -> Option<Completion> {
    let analysis = place.snapshot.analysis(place.file);
    let keys = &offer.source.meant.entities;
    let entities: Vec<&Entity> = keys.iter().map(|key| analysis.entities.get(*key)).collect();
    let first = entities.first()?;
    let ids: Vec<&str> = entities.iter().map(|entity| entity.id.as_str()).collect();
    let query = Query::new(asked.typed);
    let all = first.all_names().map(|name| name.text.as_str());
    let (_, by) = best(&query, std::iter::once(ids[0]).chain(all))?;
    let names = names(place.snapshot, place.file, offer.source).join(", ");
    let surely = surely(place.locale, offer.source.grade);
    let phrases = &place.locale.phrases().completion;
    Some(Completion {
        filter: filter(ids[0], asked.typed, by),
        beside: Some(names.clone()),
        detail: format!("{names} · {}, {surely}", phrases.inferred),
        about: Some(About::Entity(first.id.clone())),
        further: declarations(place, keys)?,
        closing: asked.closing,
        ..Place::plain(asked.word, ids.join(", "), CompletionKind::Speaker)
    })
}

fn entity(place: &Place<'_>, met: &Met<'_>, asked: &Asked<'_>) -> Option<Completion> {
    let analysis = place.snapshot.analysis(place.file);
    let entity = analysis.entities.get(met.key);
    let name = entity.name(analysis.article.lang());
    let about = std::iter::once(name).chain(entity.role.as_deref());
    Some(Completion {
        filter: filter(&entity.id, asked.typed, met.by),
        beside: (name != entity.id).then(|| name.to_owned()),
        detail: about.collect::<Vec<_>>().join(" · "),
        about: Some(About::Entity(entity.id.clone())),
        further: declarations(place, &[met.key])?,
        closing: asked.closing,
        ..Place::plain(asked.word, entity.id.clone(), CompletionKind::Entity)
    })
}

/// What declares those that nothing declares yet; `None` where that cannot be written.
fn declarations(place: &Place<'_>, keys: &[EntityKey]) -> Option<Vec<TextEdit>> {
    let entities = &place.snapshot.analysis(place.file).entities;
    let mut new = keys.iter().filter(|key| !entities.is_declared(**key));
    match (new.next(), new.next()) {
        (None, _) => Some(Vec::new()),
        (Some(key), None) => single::declare_here(place.snapshot, place.file, *key),
        // Several at once would be written to the same place.
        _ => None,
    }
}
