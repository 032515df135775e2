//! Ids for entities that are to be declared: none that means something already, be it declared or not.

use std::collections::HashSet;

use crate::model::{Analysis, id_of};
use crate::names::id::{check_id, normalise_id};

/// Ids that nothing declares and that mean something in an article: those of whom the text names, and
/// those that its markup or its front matter refers to.
pub(super) fn meant_ids(analysis: &Analysis) -> HashSet<String> {
    let article = &analysis.article;
    let recognised = analysis.entities.recognised();
    let recognised = recognised.map(|(_, entity)| entity.id.clone());
    let referred = article.references().into_iter().map(|id| id.id.clone());
    let named = article.front.named();
    let named = named.map(|value| normalise_id(&value.value).into_owned());
    recognised.chain(referred).chain(named).collect()
}

/// An id made of a name, with a number where it is declared or among the `meant`.
pub(super) fn free_id(analysis: &Analysis, meant: &HashSet<String>, name: &str) -> Option<String> {
    let id = id_of(name);
    let numbered = (2..=MOST_NAMESAKES).map(|number| format!("{id}-{number}"));
    let mut ids = std::iter::once(id.clone()).chain(numbered);
    let is_free = |id: &String| analysis.entities.find(id).is_none() && !meant.contains(id);
    ids.find(is_free).filter(|id| check_id(id).is_ok())
}

/// How many entities of one name are told apart by numbers.
const MOST_NAMESAKES: u32 = 64;
