//! Whom the words that name a speaker mean: an entity by its name, by a pronoun, by its office.

use std::collections::HashMap;

use crate::attribution::{Grade, Pattern, is_personal_pronoun, is_pronoun};
use crate::model::article::Article;
use crate::model::entity::{EntityKey, EntityTable};
use crate::model::front_matter::EntityKind;
use crate::model::inferred::{Inferred, InferredSource};
use crate::model::mention::Mention;
use crate::model::quotation::Form;
use crate::model::speech::Said;
use crate::names::fold::fold;
use crate::text::{TextRange, TextSize};

/// Whom the words of a source mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meant {
    /// The entities, in the order of the words; none where that is not known.
    pub entities: Vec<EntityKey>,
    /// What the words are.
    pub by: MeantBy,
}

/// What the words are that mean somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MeantBy {
    /// They name them.
    Name,
    /// A pronoun, for somebody named before.
    Pronoun,
    /// What they are: the minister, two witnesses.
    #[default]
    Description,
}

impl Meant {
    /// Whether the words name whom they mean; otherwise they go back to an earlier name.
    pub fn is_named(&self) -> bool {
        self.by == MeantBy::Name
    }
}

/// Fills in whom the sources of `inferred` mean.
pub(super) fn resolve(
    article: &Article,
    entities: &EntityTable,
    mentions: &[Mention],
    inferred: &mut Inferred,
) {
    let mut resolver = Resolver {
        article,
        entities,
        mentions,
        unquoted: unquoted(article, mentions),
        last: None,
        known: HashMap::new(),
    };
    let quotations = inferred.quotations.iter_mut().flatten();
    let quotations = quotations.filter_map(|quotation| quotation.source.as_mut());
    let statements = inferred
        .statements
        .iter_mut()
        .map(|statement| &mut statement.source);
    let mut sources: Vec<&mut InferredSource> = quotations.chain(statements).collect();
    sources.sort_by_key(|source| source.speaker.start());
    for source in sources {
        source.meant = resolver.meant(source);
    }
}

/// Lets what goes on from a quotation whose brace says who speaks go on from that speaker, and be no more
/// than a guess where the brace names nobody.
pub(super) fn go_on(
    article: &Article,
    entities: &EntityTable,
    said: &[Said],
    inferred: &mut Inferred,
) {
    let mut last: Option<(usize, Said)> = None;
    for (at, quotation) in article.quotations.iter().enumerate() {
        let Some(found) = &mut inferred.quotations[at] else {
            continue;
        };
        let passage = quotation.passage;
        let before = last
            .filter(|(before, _)| *before == passage)
            .map(|(_, said)| said);
        last = Some((passage, said[at]));
        let carried = found
            .source
            .as_mut()
            .filter(|source| source.pattern == Pattern::GoesOn);
        match (carried, before) {
            (Some(source), Some(Said::By(speech) | Said::Inside(speech))) => {
                let who = article.quotations[speech].who.iter();
                let ids = who.flat_map(|who| &who.speakers);
                source.meant = Meant {
                    entities: ids.filter_map(|id| entities.find(&id.id)).collect(),
                    by: MeantBy::Description,
                };
            }
            (Some(source), Some(Said::Unknown | Said::Dangling)) => source.grade = Grade::Guess,
            _ => {}
        }
    }
}

struct Resolver<'a> {
    article: &'a Article,
    entities: &'a EntityTable,
    /// All of them, in the order of the text.
    mentions: &'a [Mention],
    /// Those that stand outside of quotation marks.
    unquoted: Vec<&'a Mention>,
    /// Who spoke last, and where.
    last: Option<(EntityKey, TextSize)>,
    known: HashMap<TextRange, Meant>,
}

impl Resolver<'_> {
    fn meant(&mut self, source: &InferredSource) -> Meant {
        let words = source.speaker;
        if let Some(known) = self.known.get(&words) {
            return known.clone();
        }
        let named = self.named(words);
        let meant = if !named.is_empty() {
            Meant {
                entities: named,
                by: MeantBy::Name,
            }
        } else if source.is_anonymous {
            Meant::default()
        } else {
            self.before(words)
        };
        if let [entity] = meant.entities[..] {
            self.last = Some((entity, words.start()));
        }
        self.known.insert(words, meant.clone());
        meant
    }

    /// The entities that the words name: the one that they end with, and those that `and` joins to it.
    fn named(&self, words: TextRange) -> Vec<EntityKey> {
        let first = self
            .mentions
            .partition_point(|mention| mention.words.end() <= words.start());
        let inside = self.mentions[first..]
            .iter()
            .take_while(|mention| mention.words.start() < words.end());
        let mut inside: Vec<&Mention> = inside
            .filter(|mention| words.contains_range(mention.words))
            .collect();
        inside.sort_by_key(|mention| mention.words.end());
        let mut named = Vec::new();
        let mut start = words.end();
        while let Some(mention) = inside.pop() {
            let is_next =
                named.is_empty() || self.joins(TextRange::new(mention.words.end(), start));
            if !is_next {
                break;
            }
            // A name that the words go on from is not whom they mean: `Orlova’s lawyer`.
            if named.is_empty()
                && mention.words.end() < words.end()
                && !self.is_wrapped(mention.words.end(), words.end())
            {
                return Vec::new();
            }
            if let Some(entity) = mention.entity {
                named.push(entity);
            }
            start = mention.words.start();
            inside.retain(|other| other.words.end() <= start);
        }
        named.reverse();
        named.dedup();
        named
    }

    /// Whether only signs stand between two places.
    fn is_wrapped(&self, from: TextSize, to: TextSize) -> bool {
        let between = self.words(TextRange::new(from, to));
        !between.chars().any(char::is_alphanumeric)
    }

    fn joins(&self, between: TextRange) -> bool {
        let between = self.words(between).trim();
        matches!(
            between,
            "," | "،" | "and" | ", and" | "&" | "und" | "et" | "و" | "، و"
        )
    }

    fn words(&self, range: TextRange) -> &str {
        let at = self
            .article
            .passages
            .partition_point(|passage| passage.range.end() <= range.start());
        self.article
            .passages
            .get(at)
            .map_or("", |passage| passage.wire.words(range))
    }

    /// Who was named before the words and is meant by them.
    fn before(&self, words: TextRange) -> Meant {
        let written = self.words(words);
        let lang = self.article.lang().unwrap_or_default();
        if is_pronoun(written, lang) {
            let person =
                is_personal_pronoun(written, lang).then(|| self.last_person(words.start()));
            return Meant {
                entities: person.flatten().into_iter().collect(),
                by: MeantBy::Pronoun,
            };
        }
        Meant {
            entities: self
                .last_holder(written, words.start())
                .into_iter()
                .collect(),
            by: MeantBy::Description,
        }
    }

    /// Whoever of those named before has the office that ends the words.
    fn last_holder(&self, written: &str, before: TextSize) -> Option<EntityKey> {
        let office = fold(written);
        let office = office.text().split_whitespace().next_back()?;
        let end = self
            .unquoted
            .partition_point(|mention| mention.words.start() < before);
        let mut holders = self.unquoted[..end]
            .iter()
            .rev()
            .filter_map(|mention| mention.entity);
        holders.find(|key| {
            let role = self.entities.get(*key).role.as_deref().map(fold);
            role.is_some_and(|role| {
                let mut words = role.text().split_whitespace();
                words.any(|word| is_same_office(word, office))
            })
        })
    }

    /// Whoever spoke last, if that was in this paragraph or the one before; else the person named last.
    fn last_person(&self, before: TextSize) -> Option<EntityKey> {
        let passage = |at: TextSize| {
            self.article
                .passages
                .partition_point(|passage| passage.range.end() <= at)
        };
        let is_near = |at: TextSize| passage(before) - passage(at).min(passage(before)) <= 1;
        let spoke = self
            .last
            .filter(|(key, at)| self.may_be_person(*key) && is_near(*at));
        let end = self
            .unquoted
            .partition_point(|mention| mention.words.start() < before);
        let named = self.unquoted[..end]
            .iter()
            .rev()
            .filter_map(|mention| mention.entity);
        spoke.map(|(key, _)| key).or_else(|| {
            named
                .into_iter()
                .find(|key| self.entities.get(*key).kind == Some(EntityKind::Person))
        })
    }

    fn may_be_person(&self, key: EntityKey) -> bool {
        matches!(self.entities.get(key).kind, None | Some(EntityKind::Person))
    }
}

/// `الوزير` is who has the role `وزير الخارجية`.
fn is_same_office(of_role: &str, office: &str) -> bool {
    let bare = |word: &str| word.strip_prefix("ال").unwrap_or(word).to_owned();
    bare(of_role) == bare(office)
}

/// The mentions outside of quotation marks, in the order of the text.
fn unquoted<'a>(article: &Article, mentions: &'a [Mention]) -> Vec<&'a Mention> {
    let marked = article
        .quotations
        .iter()
        .filter(|quotation| matches!(quotation.form, Form::Marks { .. }));
    let mut pieces: Vec<TextRange> = marked
        .flat_map(|quotation| quotation.pieces.iter().copied())
        .collect();
    pieces.sort_by_key(|piece| piece.start());
    let mut reach = TextSize::new(0);
    let mut pieces = pieces.into_iter().peekable();
    let mut unquoted: Vec<&Mention> = mentions.iter().collect();
    unquoted.sort_by_key(|mention| mention.words.start());
    unquoted.retain(|mention| {
        while let Some(piece) = pieces.next_if(|piece| piece.start() <= mention.words.start()) {
            reach = reach.max(piece.end());
        }
        mention.words.end() > reach
    });
    unquoted
}
