//! An article in the light of the entities it knows: mentions, and who said what.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use foldhash::{HashMap, HashMapExt};

use crate::attribution::Reading;
use crate::model::antecedent;
use crate::model::article::Article;
use crate::model::date::{self, DateMention};
use crate::model::entity::{EntityKey, EntityTable};
use crate::model::front_matter::Spanned;
use crate::model::inferred::{
    self, Inferred, InferredQuotation, InferredSource, InferredStatement,
};
use crate::model::mention::{self, Mention, Mentions, Undecided};
use crate::model::quotation::Form;
use crate::model::recognised;
use crate::model::reference::Who;
use crate::model::speech::{self, Link, Said};
use crate::text::{TextRange, TextSize};

/// What an article says once its entities are known.
#[derive(Debug)]
pub struct Analysis {
    /// The article by itself.
    pub article: Arc<Article>,
    /// The entities it knows: those that are declared for it, and those that are recognised in it.
    pub entities: Arc<EntityTable>,
    /// Those that are declared.
    pub declared: Arc<EntityTable>,
    /// What was read of its words.
    pub reading: Arc<Reading>,
    /// Where it names them, in the order of the text.
    pub mentions: Vec<Mention>,
    /// Names in it that may mean several of them, in the order of the text.
    pub undecided: Vec<Undecided>,
    /// Who said each of the article's quotations, in their order.
    pub said: Vec<Said>,
    /// What the words of the article say of its quotations and of what else is said in it.
    pub inferred: Inferred,
    dates: OnceLock<Vec<DateMention>>,
    years: OnceLock<BTreeMap<i16, TextSize>>,
    unquoted: OnceLock<HashMap<EntityKey, Vec<usize>>>,
}

/// What was found out of an article and may still hold when it has changed.
#[derive(Debug, Clone)]
pub struct FoundOut {
    /// As [`Analysis::declared`].
    pub declared: Arc<EntityTable>,
    entities: Arc<EntityTable>,
    reading: Arc<Reading>,
}

impl Analysis {
    /// Looks at `article` with the entities that are declared for it. `before` is what was found out of
    /// it before a change: what still holds is not found out again.
    pub fn new(
        article: Arc<Article>,
        declared: Arc<EntityTable>,
        before: Option<&FoundOut>,
    ) -> Analysis {
        let reading = before.map(|before| &*before.reading);
        let (reading, mut inferred) = inferred::infer(&article, reading);
        let recognised = recognised::recognise(&article, &inferred, &declared);
        let entities = declared.recognising(recognised, before.map(|before| &before.entities));
        let Mentions { all, undecided } = mention::find(&article, &entities);
        let said = speech::resolve(&article);
        antecedent::resolve(&article, &entities, &all, &mut inferred);
        antecedent::go_on(&article, &entities, &said, &mut inferred);
        Analysis {
            article,
            entities,
            declared,
            reading: Arc::new(reading),
            mentions: all,
            undecided,
            said,
            dates: OnceLock::new(),
            inferred,
            years: OnceLock::new(),
            unquoted: OnceLock::new(),
        }
    }

    /// What of this may still hold after a change.
    pub fn found_out(&self) -> FoundOut {
        FoundOut {
            declared: Arc::clone(&self.declared),
            entities: Arc::clone(&self.entities),
            reading: Arc::clone(&self.reading),
        }
    }

    /// The dates of the text, marked and of the prose, in the order of their words. They are looked
    /// for when somebody first asks.
    pub fn dates(&self) -> &[DateMention] {
        self.dates.get_or_init(|| date::find(&self.article))
    }

    /// The years that the text names before `at`, in bytes of the article.
    pub fn years_before(&self, at: TextSize) -> impl Iterator<Item = i16> {
        let years = self.years.get_or_init(|| date::years(&self.article));
        let before = years.iter().filter(move |(_, first)| **first < at);
        before.map(|(year, _)| *year)
    }

    /// The brace that says who said the quotation at `at`, its own or one it depends on.
    pub fn who(&self, at: usize) -> Option<&Who> {
        match self.said[at] {
            Said::By(speech) | Said::Inside(speech) => self.article.quotations[speech].who.as_ref(),
            _ => None,
        }
    }

    /// What the text says of the quotation at `at`: of the outermost marks around it. `None` where
    /// nothing is known of the language, and for words between brackets.
    pub fn inference(&self, at: usize) -> Option<&InferredQuotation> {
        let mut outward = std::iter::once(at).chain(self.article.around(at));
        outward.find_map(|at| self.inferred.quotations[at].as_ref())
    }

    /// What the text says of indirect speech: of the words that the brackets of the quotation at `at`
    /// stand around.
    pub fn statement(&self, at: usize) -> Option<&InferredStatement> {
        let words = self.article.quotations[at].words();
        let is_it = |statement: &&InferredStatement| {
            let shared = statement.content.intersect(words);
            let shared = shared.map_or(0, |shared| u32::from(shared.len()));
            let longer = u32::from(statement.content.len().max(words.len()));
            u64::from(shared) * 2 > u64::from(longer)
        };
        // What shares more than half of either begins less than its length before.
        let statements = &self.inferred.statements;
        let earliest = words.start().checked_sub(words.len()).unwrap_or_default();
        let first = statements.partition_point(|statement| statement.content.start() < earliest);
        let mut near = statements[first..]
            .iter()
            .take_while(|statement| statement.content.start() < words.end());
        near.find(is_it)
    }

    /// The entities that words of the text name, in their order: `Haddad and Lind`, `the agency Courier`.
    pub fn named(&self, words: TextRange) -> Vec<EntityKey> {
        mention::named(&self.article, &self.mentions, words)
    }

    /// Whom the text names as the speaker of the quotation at `at`, marked or in brackets.
    pub fn source(&self, at: usize) -> Option<&InferredSource> {
        match self.article.quotations[at].form {
            Form::Marks { .. } => self.inference(at)?.source.as_ref(),
            Form::Span => self.statement(at).map(|statement| &statement.source),
        }
    }

    /// Through whom the words of a brace arrived, outward: its own chain, then the sources of
    /// the article. A source that is an entity stands in it once, by whichever name.
    pub fn via<'a>(&'a self, who: &'a Who) -> Vec<Link<'a>> {
        speech::chain(who, &self.article.front.source, &self.entities)
    }

    /// The entity that a plain value of the front matter means, by its id or by a name.
    pub fn entity_of(&self, value: &Spanned<String>) -> Option<EntityKey> {
        self.entities.meant_by(&value.value)
    }

    /// The words nearest to the quotation at `at` that name `entity`: outside of quotations, in
    /// its own paragraph first, else the last before it.
    pub fn naming(&self, at: usize, entity: EntityKey) -> Option<&Mention> {
        let quotation = &self.article.quotations[at];
        let range = quotation.range;
        let passages = quotation.passage..quotation.passage + quotation.pieces.len();
        let naming = self.unquoted().get(&entity)?;
        let mention = |index: usize| Some(&self.mentions[*naming.get(index)?]);
        let start = |index: &usize| self.mentions[*index].words.start();
        let before = naming.partition_point(|index| start(index) < range.start());
        let after = naming.partition_point(|index| start(index) < range.end());
        let before = before.checked_sub(1).and_then(mention);
        let distance = |mention: &Mention| {
            let (words, zero) = (mention.words, TextSize::new(0));
            let to_end = words.start().checked_sub(range.end());
            to_end.unwrap_or_else(|| range.start().checked_sub(words.end()).unwrap_or(zero))
        };
        let near = before.into_iter().chain(mention(after));
        near.filter(|mention| passages.contains(&mention.passage))
            .min_by_key(|mention| distance(mention))
            .or(before)
    }

    /// The mentions of each entity that do not stand between quotation marks that are speech, in
    /// the order of the text.
    fn unquoted(&self) -> &HashMap<EntityKey, Vec<usize>> {
        self.unquoted.get_or_init(|| {
            let quotations = self.article.quotations.iter().zip(&self.said);
            let spoken = quotations.filter(|(quotation, said)| {
                matches!(quotation.form, Form::Marks { .. }) && **said != Said::NotSpeech
            });
            let pieces = spoken.flat_map(|(quotation, _)| quotation.pieces.iter().copied());
            let mut unquoted: HashMap<EntityKey, Vec<usize>> = HashMap::new();
            for at in mention::outside(&self.mentions, pieces) {
                if let Some(entity) = self.mentions[at].entity {
                    unquoted.entry(entity).or_default().push(at);
                }
            }
            unquoted
        })
    }
}
