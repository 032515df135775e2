//! Who said what: braces carried on by `{+}`, inherited inside other speech, and the chain
//! through which the words arrived.

use std::collections::HashSet;

use crate::model::article::Article;
use crate::model::entity::EntityTable;
use crate::model::front_matter::Spanned;
use crate::model::quotation::Quotation;
use crate::model::reference::{IdRef, Who};
use crate::syntax::ast::BraceKind;

/// Who said one quotation, as the article's markup has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The brace of the quotation at that place of the list says it: its own, or the one that
    /// its `{+}` goes on from.
    By(usize),
    /// The quotation stands in speech that the one at that place attributes.
    Inside(usize),
    /// `{?}`: a speaker whom the writer does not know.
    Unknown,
    /// `{-}`, or the cue `{:}`: no speech.
    NotSpeech,
    /// `{+}` with nothing before it to go on from.
    Dangling,
    /// Nothing says it.
    Unsaid,
}

/// One link of a chain of attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link<'a> {
    /// From the brace.
    Id(&'a IdRef),
    /// From the front matter's `source`: an id or a plain name.
    Source(&'a Spanned<String>),
}

impl<'a> Link<'a> {
    /// The id or name as written.
    pub fn name(self) -> &'a str {
        match self {
            Link::Id(id) => &id.id,
            Link::Source(source) => &source.value,
        }
    }
}

/// Says of each quotation who said it.
pub(super) fn resolve(article: &Article) -> Vec<Said> {
    let quotations = &article.quotations;
    let mut said: Vec<Said> = Vec::with_capacity(quotations.len());
    // Who said the last speech at each depth, where something says it.
    let mut last: Vec<Said> = Vec::new();
    for (at, quotation) in quotations.iter().enumerate() {
        let depth = article.around(at).count();
        if last.len() <= depth {
            last.resize(depth + 1, Said::Dangling);
        }
        let kind = quotation
            .who
            .as_ref()
            .map(|who| (who.kind, who.is_attribution()));
        let outcome = match kind {
            Some((BraceKind::Who, true)) => Said::By(at),
            Some((BraceKind::Continues, _)) => last[depth],
            Some((BraceKind::Unknown, _)) => Said::Unknown,
            Some((BraceKind::NotSpeech | BraceKind::Cue, _)) => Said::NotSpeech,
            _ => inherited(quotation, &said),
        };
        if matches!(outcome, Said::By(_) | Said::Unknown) {
            last[depth] = outcome;
        }
        said.push(outcome);
    }
    said
}

/// What the speech around a quotation says of it.
fn inherited(quotation: &Quotation, said: &[Said]) -> Said {
    match quotation.parent.map(|parent| said[parent]) {
        Some(Said::By(speech) | Said::Inside(speech)) => Said::Inside(speech),
        Some(outer) => outer,
        None => Said::Unsaid,
    }
}

/// The chain of a brace, from the speakers outward; the front matter's sources close it. Who
/// stands in it already, by id or by a name, is not added again.
pub(super) fn chain<'a>(
    who: &'a Who,
    sources: &'a [Spanned<String>],
    entities: &EntityTable,
) -> Vec<Link<'a>> {
    let written = who.speakers.iter().chain(&who.via);
    let mut seen: HashSet<&str> = written.map(|id| id.id.as_str()).collect();
    let is_new = |source: &&'a Spanned<String>| {
        let entity = entities.meant_by(&source.value);
        seen.insert(entity.map_or(&source.value, |key| &entities.get(key).id))
    };
    let sources = sources.iter().filter(is_new);
    let via = who.via.iter().map(Link::Id);
    via.chain(sources.map(Link::Source)).collect()
}
