//! An article in the light of the entities it knows: mentions, and who said what.

use std::sync::Arc;

use crate::model::article::Article;
use crate::model::entity::{EntityKey, EntityTable};
use crate::model::front_matter::Spanned;
use crate::model::mention::{self, Mention};
use crate::model::reference::Who;
use crate::model::speech::{self, Link, Said};
use crate::text::{TextRange, TextSize};

/// What an article says once its entities are known.
#[derive(Debug)]
pub struct Analysis {
    /// The article by itself.
    pub article: Arc<Article>,
    /// The entities it knows.
    pub entities: Arc<EntityTable>,
    /// Where it names them, in the order of the text.
    pub mentions: Vec<Mention>,
    /// Who said each of the article's quotations, in their order.
    pub said: Vec<Said>,
}

impl Analysis {
    /// Looks at `article` with the entities that it knows.
    pub fn new(article: Arc<Article>, entities: Arc<EntityTable>) -> Analysis {
        let mentions = mention::find(&article, &entities);
        let said = speech::resolve(&article);
        Analysis {
            article,
            entities,
            mentions,
            said,
        }
    }

    /// The brace that says who said the quotation at `at`, its own or one it depends on.
    pub fn who(&self, at: usize) -> Option<&Who> {
        match self.said[at] {
            Said::By(speech) | Said::Inside(speech) => self.article.quotations[speech].who.as_ref(),
            _ => None,
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

    /// The innermost quotation around an offset of the article, by its place in the list.
    pub fn quotation_at(&self, offset: TextSize) -> Option<usize> {
        let quotations = self.article.quotations.iter().enumerate();
        let around = quotations.filter(|(_, quotation)| quotation.holds(offset));
        around
            .min_by_key(|(_, quotation)| quotation.range.len())
            .map(|(at, _)| at)
    }

    /// The words nearest to the quotation at `at` that name `entity`: outside of quotations, in
    /// its own paragraph first, else the last before it.
    pub fn naming(&self, at: usize, entity: EntityKey) -> Option<&Mention> {
        let quotation = &self.article.quotations[at];
        let passages = quotation.passage..=quotation.passage + quotation.pieces.len() - 1;
        let names = |mention: &&Mention| {
            mention.entity == Some(entity)
                && !self.is_quoted(mention.words)
                && !quotation.range.contains_range(mention.words)
        };
        let distance = |mention: &&Mention| {
            let (words, range) = (mention.words, quotation.range);
            if words.end() <= range.start() {
                range.start() - words.end()
            } else {
                words.start() - range.end().min(words.start())
            }
        };
        let near = self
            .mentions
            .iter()
            .filter(|mention| passages.contains(&mention.passage));
        let before = self
            .mentions
            .iter()
            .rev()
            .skip_while(|mention| mention.words.start() >= quotation.range.start());
        near.filter(names)
            .min_by_key(distance)
            .or_else(|| before.clone().find(names))
    }

    /// Whether a place stands between quotation marks that are speech.
    fn is_quoted(&self, range: TextRange) -> bool {
        let mut quotations = self.article.quotations.iter().zip(&self.said);
        quotations.any(|(quotation, said)| {
            let between_marks = matches!(quotation.form, crate::model::Form::Marks { .. });
            between_marks
                && *said != Said::NotSpeech
                && quotation
                    .pieces
                    .iter()
                    .any(|piece| piece.contains_range(range))
        })
    }
}
