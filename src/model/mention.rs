//! Where an article names its entities: in brackets, and by their names alone.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt, HashSet};

use crate::model::article::Article;
use crate::model::entity::{EntityKey, EntityTable};
use crate::model::entity_layer::MOST_SHARING;
use crate::model::reference::IdRef;
use crate::names::fold::fold_text;
use crate::names::matcher::NameMatch;
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

/// A bare name that several entities share, where nothing in the article says which is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undecided {
    /// The name in the text, in bytes of the article.
    pub words: TextRange,
    /// Those who bear it, at least two; the article's own first.
    pub entities: Vec<EntityKey>,
    /// The passage it stands in, by its place in the article's list.
    pub passage: usize,
}

/// Where an article names its entities, in the order of the places; of two that hold one another,
/// the outer is first.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    pub(super) all: Vec<Mention>,
    pub(super) undecided: Vec<Undecided>,
}

/// The mentions that stand in none of `pieces`, by their places in the list, in the order of their words.
pub(super) fn outside(mentions: &[Mention], pieces: impl Iterator<Item = TextRange>) -> Vec<usize> {
    let mut pieces: Vec<TextRange> = pieces.collect();
    pieces.sort_by_key(|piece| piece.start());
    // How far the pieces that begin before a place reach at most.
    let mut reach = TextSize::new(0);
    let mut reaching = pieces.iter().peekable();
    let mut outside: Vec<usize> = (0..mentions.len()).collect();
    outside.sort_by_key(|at| mentions[*at].words.start());
    outside.retain(|at| {
        let words = mentions[*at].words;
        while let Some(piece) = reaching.next_if(|piece| piece.start() <= words.start()) {
            reach = reach.max(piece.end());
        }
        words.end() > reach
    });
    outside
}

/// The entities that `words`, in bytes of the article, name: the one that they end with (`the agency
/// Courier`), and those that `and` joins to it, in their order. A name that the words go on from is
/// another matter: `Haddad’s lawyer`.
pub(super) fn named(article: &Article, mentions: &[Mention], words: TextRange) -> Vec<EntityKey> {
    let first = mentions.partition_point(|mention| mention.words.start() < words.start());
    let inside = mentions[first..]
        .iter()
        .take_while(|mention| mention.words.start() < words.end());
    let mut inside: Vec<&Mention> = inside
        .filter(|mention| mention.words.end() <= words.end())
        .collect();
    inside.sort_by_key(|mention| mention.words.end());
    let mut named = Vec::new();
    let mut start = words.end();
    while let Some(mention) = inside.pop() {
        let between = article.words(TextRange::new(mention.words.end(), start));
        let belongs = if named.is_empty() {
            !between.contains(char::is_alphanumeric)
        } else {
            JOINS.contains(&between.trim())
        };
        if !belongs {
            break;
        }
        named.extend(mention.entity);
        start = mention.words.start();
        inside.retain(|other| other.words.end() <= start);
    }
    named.reverse();
    named.dedup();
    named
}

/// What stands between the names of several speakers.
const JOINS: [&str; 9] = [",", "،", "and", ", and", "&", "und", "et", "و", "، و"];

/// The names that the words of a passage hold, in bytes of them.
struct NamesOfWords(Vec<NameMatch>);

/// Finds the mentions of `article`.
pub(super) fn find(article: &Article, entities: &EntityTable) -> Mentions {
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
        let found = || NamesOfWords(entities.names_in(passage.wire.text()));
        for found in &passage.wire.kept().get(entities.number(), found).0 {
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
                _ => shared.push(Undecided {
                    words,
                    entities: keys,
                    passage: at,
                }),
            }
        }
    }
    let mut undecided = settle_shared_names(article, entities, &mut mentions, shared);
    let mut bare = mentions.split_off(linked);
    let mut all = mentions;
    bare.retain(|mention| !is_in_brackets(mention.words, mention.entity, &all));
    undecided.retain(|name| !is_in_brackets(name.words, None, &all));
    all.append(&mut bare);
    all.sort_by_key(|mention| {
        (
            mention.range().start(),
            std::cmp::Reverse(mention.range().end()),
        )
    });
    Mentions { all, undecided }
}

/// A name that several entities share means the one that was named unmistakably last, or where
/// none was, the one that will be next. A brace names its speaker. Where the article names none of
/// them, the name means the only one that it declares itself, or the only one whose whole name it
/// is. What is still undecided then comes back.
fn settle_shared_names(
    article: &Article,
    entities: &EntityTable,
    mentions: &mut Vec<Mention>,
    shared: Vec<Undecided>,
) -> Vec<Undecided> {
    if shared.is_empty() {
        return shared;
    }
    let mut sure: BTreeMap<EntityKey, Vec<TextSize>> = BTreeMap::new();
    let named = mentions
        .iter()
        .filter_map(|mention| Some((mention.entity?, mention.words.start())));
    let speakers = article.quotations.iter().filter_map(|quotation| {
        match &quotation.who.as_ref()?.speakers[..] {
            [id] => Some((entities.find(&id.id)?, id.range.start())),
            _ => None,
        }
    });
    for (key, start) in named.chain(speakers) {
        sure.entry(key).or_default().push(start);
    }
    for starts in sure.values_mut() {
        starts.sort_unstable();
    }
    let mut declared = ByDeclaration::new(article, entities);
    let mut undecided = Vec::new();
    for name in shared {
        let words = name.words;
        let around = name.entities.iter().filter_map(|key| {
            let starts = sure.get(key)?;
            let next = starts.partition_point(|start| *start < words.start());
            let before = next.checked_sub(1).map(|last| (starts[last], *key));
            Some((before, starts.get(next).map(|start| (*start, *key))))
        });
        let before = around.clone().filter_map(|(before, _)| before).max();
        let nearest = before.or_else(|| around.filter_map(|(_, after)| after).min());
        let meant = nearest.map(|(_, key)| key);
        match meant.or_else(|| declared.meant_by(&name)) {
            Some(key) => mentions.push(Mention {
                words,
                entity: Some(key),
                link: None,
                passage: name.passage,
            }),
            None => undecided.push(name),
        }
    }
    undecided
}

/// What a shared name means by what is declared alone.
struct ByDeclaration<'a> {
    article: &'a Article,
    entities: &'a EntityTable,
    /// The entities that the article declares itself.
    own: HashSet<EntityKey>,
    known: HashMap<&'a str, Option<EntityKey>>,
}

impl<'a> ByDeclaration<'a> {
    fn new(article: &'a Article, entities: &'a EntityTable) -> ByDeclaration<'a> {
        let declared = article.front.entities.all.iter();
        ByDeclaration {
            article,
            entities,
            own: declared
                .filter_map(|declaration| entities.find(&declaration.id.value))
                .collect(),
            known: HashMap::new(),
        }
    }

    fn meant_by(&mut self, name: &Undecided) -> Option<EntityKey> {
        let wire = &self.article.passages[name.passage].wire;
        let written = wire.words(name.words);
        if let Some(known) = self.known.get(written) {
            return *known;
        }
        let folded = fold_text(written);
        let is_whole = |key: EntityKey| {
            let mut names = self.entities.get(key).names.iter();
            names.any(|whole| fold_text(&whole.text) == folded)
        };
        let meant = only(&name.entities, |key| self.own.contains(&key))
            .or_else(|| only(&name.entities, is_whole));
        self.known.insert(written, meant);
        meant
    }
}

/// The one of `keys` of which that is true; `None` if it is of several.
fn only(keys: &[EntityKey], is_so: impl Fn(EntityKey) -> bool) -> Option<EntityKey> {
    let mut such = keys.iter().copied().filter(|key| is_so(*key));
    such.next().filter(|_| such.next().is_none())
}

/// Whether the brackets around a bare name say what it means, or cut through it.
fn is_in_brackets(words: TextRange, entity: Option<EntityKey>, brackets: &[Mention]) -> bool {
    let after = brackets.partition_point(|mention| mention.range().start() < words.end());
    // Mentions nest no deeper than a few; those further back end before the name.
    brackets[..after].iter().rev().take(DEEPEST).any(|mention| {
        let inside = mention.words.contains_range(words);
        let crosses = mention
            .range()
            .intersect(words)
            .is_some_and(|shared| !shared.is_empty());
        if inside {
            mention.entity == entity || mention.words == words
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
