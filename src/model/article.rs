//! One article, as far as its own text goes: nothing here depends on another file.

use std::sync::Arc;

use crate::model::date::MarkedDate;
use crate::model::front_matter::{self, FrontMatter};
use crate::model::language;
use crate::model::mention::Linked;
use crate::model::passage::Passage;
use crate::model::quotation::{self, Quotation, Quotations, Unopened};
use crate::model::reference::{IdRef, Who};
use crate::model::suppression::{self, Suppression};
use crate::syntax::ast::{self, Annotation};
use crate::syntax::{Block, Tree};
use crate::text::TextRange;

/// What an article's own text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Its front matter; empty where it has none.
    pub front: Arc<FrontMatter>,
    /// Its headings and paragraphs.
    pub passages: Vec<Passage>,
    /// Its quotations.
    pub quotations: Vec<Quotation>,
    /// Marks that open a quotation and are closed nowhere.
    pub unclosed: Vec<TextRange>,
    /// Marks that close what nothing opened.
    pub unopened: Vec<Unopened>,
    /// The words that are marked as dates, in the order of their places; one that holds another is
    /// first.
    pub dates: Vec<MarkedDate>,
    /// The comments that allow a rule.
    pub suppressions: Vec<Suppression>,
    lang: Option<String>,
    linked: Vec<Linked>,
}

impl Article {
    /// Reads `text`, whose tree is `tree`. Never fails. `lang` is the language of articles that
    /// do not say theirs, a BCP 47 tag; without it, it is recognised from their words.
    pub fn read(text: &str, tree: &Tree, lang: Option<&str>) -> Article {
        Article::with_front(text, tree, Arc::new(front_matter::read(text, tree)), lang)
    }

    /// The same where the front matter has been read already.
    pub fn with_front(
        text: &str,
        tree: &Tree,
        front: Arc<FrontMatter>,
        lang: Option<&str>,
    ) -> Article {
        let mut passages = Vec::new();
        let mut blocks: Vec<&Block> = Vec::new();
        let mut annotations: Vec<Annotation> = Vec::new();
        for (start, block) in tree.blocks() {
            annotations.extend(ast::annotations(block, start));
            if let Some(passage) = Passage::read(text, block, start) {
                passages.push(passage);
                blocks.push(block);
            }
        }
        let lang = front.lang.as_ref().map(|lang| lang.value.as_str()).or(lang);
        let lang = lang
            .or_else(|| language::recognise(passages.iter().map(|passage| passage.wire.text())));
        let Quotations {
            all,
            unclosed,
            unopened,
        } = quotation::find(text, &passages, &blocks, lang, &annotations);
        Article {
            linked: annotations
                .iter()
                .filter_map(|annotation| Linked::read(text, annotation))
                .collect(),
            dates: annotations
                .iter()
                .filter_map(|annotation| MarkedDate::read(text, annotation, &passages))
                .collect(),
            suppressions: suppression::find(text, tree),
            quotations: all,
            unclosed,
            unopened,
            lang: lang.map(str::to_owned),
            passages,
            front,
        }
    }

    /// The article's language, a BCP 47 tag: what it says itself, else what it is told, else the one
    /// that its words are recognised to be of.
    pub fn lang(&self) -> Option<&str> {
        self.lang.as_deref()
    }

    /// The words of a range inside of one passage, as readers see them.
    pub fn words(&self, range: TextRange) -> &str {
        let passages = &self.passages;
        let at = passages.partition_point(|passage| passage.range.end() <= range.start());
        passages
            .get(at)
            .map_or("", |passage| passage.wire.words(range))
    }

    /// The quotations around the one at `at`, by their places in the list, from the inside out; of very
    /// many the innermost.
    pub fn around(&self, at: usize) -> impl Iterator<Item = usize> {
        let parent = |at: usize| self.quotations[at].parent;
        std::iter::successors(parent(at), move |&outer| parent(outer)).take(DEEPEST)
    }

    /// All ids that the text refers to, in the order of the text.
    pub fn references(&self) -> Vec<&IdRef> {
        let of_braces = self
            .quotations
            .iter()
            .filter_map(|quotation| quotation.who.as_ref());
        let of_strays = self.unopened.iter().filter_map(|mark| mark.who.as_ref());
        let mut ids: Vec<&IdRef> = self.linked.iter().map(|linked| &linked.id).collect();
        ids.extend(of_braces.chain(of_strays).flat_map(Who::ids));
        ids.sort_by_key(|id| id.range.start());
        ids
    }

    /// The mentions in brackets, each with the place of its passage in the list.
    pub(super) fn linked_mentions(&self) -> impl Iterator<Item = (usize, &Linked)> {
        self.linked.iter().map(|linked| {
            let start = linked.range.start();
            (
                self.passages
                    .partition_point(|passage| passage.range.end() <= start),
                linked,
            )
        })
    }
}

/// How many quotations around one are looked at; speech that is nested deeper counts as this deep.
const DEEPEST: usize = 16;
