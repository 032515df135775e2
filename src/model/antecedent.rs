//! Whom the words that name a speaker mean: an entity by its name, by a pronoun, by its office.

use foldhash::{HashMap, HashMapExt};

use crate::attribution::{Grade, Pattern, is_personal_pronoun, is_pronoun};
use crate::model::article::Article;
use crate::model::entity::{EntityKey, EntityTable};
use crate::model::front_matter::EntityKind;
use crate::model::inferred::{Inferred, InferredSource};
use crate::model::mention::{self, Mention};
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
    let mut resolver = Resolver::new(article, entities, mentions);
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
    /// The persons that are named outside of quotation marks, in the order of the text.
    persons: Vec<(TextSize, EntityKey)>,
    /// The same of all who have an office, by the numbers of the words of its name.
    holders: Vec<Vec<(TextSize, EntityKey)>>,
    /// The number of each such word.
    numbers: HashMap<String, usize>,
    /// Who spoke last, and where.
    last: Option<(EntityKey, TextSize)>,
    known: HashMap<TextRange, Meant>,
}

impl<'a> Resolver<'a> {
    fn new(
        article: &'a Article,
        entities: &'a EntityTable,
        mentions: &'a [Mention],
    ) -> Resolver<'a> {
        let mut resolver = Resolver {
            article,
            entities,
            mentions,
            persons: Vec::new(),
            holders: Vec::new(),
            numbers: HashMap::new(),
            last: None,
            known: HashMap::new(),
        };
        let marked = article.quotations.iter();
        let marked = marked.filter(|quotation| matches!(quotation.form, Form::Marks { .. }));
        let pieces = marked.flat_map(|quotation| quotation.pieces.iter().copied());
        let mut offices: HashMap<EntityKey, Vec<usize>> = HashMap::new();
        for at in mention::outside(mentions, pieces) {
            let Some(key) = mentions[at].entity else {
                continue;
            };
            let (entity, start) = (entities.get(key), mentions[at].words.start());
            if entity.kind == Some(EntityKind::Person) {
                resolver.persons.push((start, key));
            }
            let words = offices.entry(key).or_insert_with(|| {
                let words = entity.role.as_deref().map_or(Vec::new(), words_of_office);
                words
                    .into_iter()
                    .map(|word| resolver.number(word))
                    .collect()
            });
            for word in words.iter() {
                resolver.holders[*word].push((start, key));
            }
        }
        resolver
    }

    /// The number of a word of an office.
    fn number(&mut self, word: String) -> usize {
        *self.numbers.entry(word).or_insert_with(|| {
            self.holders.push(Vec::new());
            self.holders.len() - 1
        })
    }

    fn meant(&mut self, source: &InferredSource) -> Meant {
        let words = source.speaker;
        if let Some(known) = self.known.get(&words) {
            return known.clone();
        }
        let named = mention::named(self.article, self.mentions, words);
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

    /// Who was named before the words and is meant by them.
    fn before(&self, words: TextRange) -> Meant {
        let written = self.article.words(words);
        let lang = self.article.lang().unwrap_or_default();
        let (meant, by) = if is_personal_pronoun(written, lang) {
            (self.last_person(words.start()), MeantBy::Pronoun)
        } else if is_pronoun(written, lang) {
            (None, MeantBy::Pronoun)
        } else {
            let holder = self.last_holder(written, words.start());
            (holder, MeantBy::Description)
        };
        Meant {
            entities: meant.into_iter().collect(),
            by,
        }
    }

    /// Whoever of those named before has the office that ends the words.
    fn last_holder(&self, written: &str, before: TextSize) -> Option<EntityKey> {
        let office = words_of_office(written).pop()?;
        last_before(&self.holders[*self.numbers.get(&office)?], before)
    }

    /// Whoever spoke last, if that was in this paragraph or the one before; else the person named last.
    fn last_person(&self, before: TextSize) -> Option<EntityKey> {
        let passages = &self.article.passages;
        let passage = |at: TextSize| passages.partition_point(|passage| passage.range.end() <= at);
        let is_near = |at: TextSize| passage(before) <= passage(at) + 1;
        let spoke = self
            .last
            .filter(|(key, at)| self.may_be_person(*key) && is_near(*at));
        let spoke = spoke.map(|(key, _)| key);
        spoke.or_else(|| last_before(&self.persons, before))
    }

    fn may_be_person(&self, key: EntityKey) -> bool {
        matches!(self.entities.get(key).kind, None | Some(EntityKind::Person))
    }
}

/// The last of those who are named, in the order of the text, before a place.
fn last_before(named: &[(TextSize, EntityKey)], before: TextSize) -> Option<EntityKey> {
    let end = named.partition_point(|(start, _)| *start < before);
    Some(named[end.checked_sub(1)?].1)
}

/// The words of an office, folded, each once, without the Arabic article: `الوزير` is who has the role
/// `وزير الخارجية`.
fn words_of_office(role: &str) -> Vec<String> {
    let folded = fold(role);
    let mut words: Vec<String> = Vec::new();
    for word in folded.text().split_whitespace() {
        let bare = word.strip_prefix("ال").unwrap_or(word);
        words.retain(|known| known != bare);
        words.push(bare.to_owned());
    }
    words
}
