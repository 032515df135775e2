//! Where an article names its entities: in brackets, and by their names alone.

use std::collections::BTreeMap;

use crate::model::article::Article;
use crate::model::entity::{EntityKey, EntityTable};
use crate::model::entity_layer::MOST_SHARING;
use crate::model::reference::IdRef;
use crate::syntax::ast::Annotation;
use crate::text::{TextRange, TextSize};

/// Words that refer to an entity. Ranges are bytes of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// From the first to the last of its words; brackets, proclitics and endings excluded.
    pub words: TextRange,
    /// The entity; `None` if the id is declared nowhere.
    pub entity: Option<EntityKey>,
    /// The annotation around the words, from `[` to `)`, and its id; `None` for a bare name.
    pub link: Option<(TextRange, IdRef)>,
    /// The passage it stands in, by its place in the article's list.
    pub passage: usize,
}

impl Mention {
    /// The words with the brackets and the id where it has them.
    pub fn range(&self) -> TextRange {
        self.link.as_ref().map_or(self.words, |(range, _)| *range)
    }
}

/// The mentions of `article`, in the order of their places; one that holds another is first.
pub(super) fn find(article: &Article, entities: &EntityTable) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for (passage, linked) in article.linked_mentions() {
        mentions.push(Mention {
            words: linked.words,
            entity: entities.find(&linked.id.id),
            link: Some((linked.range, linked.id.clone())),
            passage,
        });
    }
    let linked = mentions.len();
    let mut shared = Vec::new();
    for (passage, at) in article.passages.iter().zip(0..) {
        for found in entities.names_in(passage.wire.text()) {
            let words = passage.wire.to_source(found.range);
            let keys: Vec<EntityKey> = found.keys.iter().copied().map(EntityKey).collect();
            match keys[..] {
                [] => {}
                [key] => mentions.push(Mention {
                    words,
                    entity: Some(key),
                    link: None,
                    passage: at,
                }),
                _ if keys.len() > MOST_SHARING => {}
                _ => shared.push((words, at, keys)),
            }
        }
    }
    settle_shared_names(&mut mentions, shared);
    let (brackets, bare) = mentions.split_at(linked);
    let bare = bare
        .iter()
        .filter(|mention| !is_in_brackets(mention, brackets))
        .cloned();
    let mut all: Vec<Mention> = brackets.iter().cloned().chain(bare).collect();
    all.sort_by_key(|mention| {
        (
            mention.range().start(),
            std::cmp::Reverse(mention.range().end()),
        )
    });
    all
}

/// A name that several entities share means the one that was named unmistakably last, or where
/// none was, the one that will be next; if the text never decides, it means none of them.
fn settle_shared_names(
    mentions: &mut Vec<Mention>,
    shared: Vec<(TextRange, usize, Vec<EntityKey>)>,
) {
    if shared.is_empty() {
        return;
    }
    let mut sure: BTreeMap<EntityKey, Vec<TextSize>> = BTreeMap::new();
    for mention in mentions.iter() {
        if let Some(key) = mention.entity {
            sure.entry(key).or_default().push(mention.words.start());
        }
    }
    for starts in sure.values_mut() {
        starts.sort_unstable();
    }
    for (words, passage, keys) in shared {
        let around = keys.iter().filter_map(|key| {
            let starts = sure.get(key)?;
            let next = starts.partition_point(|start| *start < words.start());
            let before = next.checked_sub(1).map(|last| (starts[last], *key));
            Some((before, starts.get(next).map(|start| (*start, *key))))
        });
        let before = around.clone().filter_map(|(before, _)| before).max();
        let nearest = before.or_else(|| around.filter_map(|(_, after)| after).min());
        if let Some((_, key)) = nearest {
            mentions.push(Mention {
                words,
                entity: Some(key),
                link: None,
                passage,
            });
        }
    }
}

/// Whether the brackets around a bare name say what it means, or cut through it.
fn is_in_brackets(bare: &Mention, brackets: &[Mention]) -> bool {
    let after = brackets.partition_point(|mention| mention.range().start() < bare.words.end());
    // Mentions nest no deeper than a few; those further back end before the name.
    brackets[..after].iter().rev().take(DEEPEST).any(|mention| {
        let inside = mention.words.contains_range(bare.words);
        let crosses = mention
            .range()
            .intersect(bare.words)
            .is_some_and(|shared| !shared.is_empty());
        if inside {
            mention.entity == bare.entity || mention.words == bare.words
        } else {
            crosses
        }
    })
}

/// How many mentions before a name are looked at for one around it.
const DEEPEST: usize = 16;

/// A mention in brackets, before it is known whom it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Linked {
    pub(super) range: TextRange,
    pub(super) words: TextRange,
    pub(super) id: IdRef,
}

impl Linked {
    pub(super) fn read(text: &str, annotation: &Annotation) -> Option<Linked> {
        match annotation {
            &Annotation::Mention {
                range,
                words,
                id: Some(id),
            } => Some(Linked {
                range,
                words,
                id: IdRef::read(text, id),
            }),
            _ => None,
        }
    }
}
