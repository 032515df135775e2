//! What the words of an article say of its quotations and of what else is said in it, as places in
//! the article.

use crate::attribution::{
    self, Grade, Naming, Nature, Passage, Pattern, Prose, Quote, Reading, Words,
};
use crate::model::antecedent::Meant;
use crate::model::article::Article;
use crate::model::quotation::Form;
use crate::text::TextRange;

/// What was inferred of an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inferred {
    /// Of each of the article's quotations, in their order; `None` for those between brackets or
    /// inside of others, and where nothing is known of the language.
    pub quotations: Vec<Option<InferredQuotation>>,
    /// What is said without marks, in the order of the text.
    pub statements: Vec<InferredStatement>,
    /// The names by which it names speakers, in the order of the text.
    pub(super) names: Vec<InferredName>,
}

/// A name in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct InferredName {
    /// The passage it stands in, by its place in the article's list.
    pub(super) passage: usize,
    /// Its ranges are wire offsets of that passage.
    pub(super) naming: Naming,
}

/// What the words around a quotation say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InferredQuotation {
    /// What the words between the marks are.
    pub nature: Nature,
    /// Who says them, where they are speech and somebody is named.
    pub source: Option<InferredSource>,
}

/// Words without marks that somebody says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InferredStatement {
    /// What is said, in bytes of the article.
    pub content: TextRange,
    /// Who says it.
    pub source: InferredSource,
}

/// Who says something. Ranges are bytes of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InferredSource {
    /// The words that name the speaker.
    pub speaker: TextRange,
    /// The words that say that somebody speaks.
    pub cue: Option<TextRange>,
    /// The words that name whom the speaker speaks to.
    pub addressees: Vec<TextRange>,
    /// The words that name through whom it came, outward.
    pub via: Vec<TextRange>,
    /// Whether the speaker stays unnamed.
    pub is_anonymous: bool,
    /// How the speaker was found.
    pub pattern: Pattern,
    /// How surely.
    pub grade: Grade,
    /// Whom the words of the speaker mean.
    pub meant: Meant,
}

/// The passages of `article` with the outermost quotations in each, and of these the places in the
/// article's list.
pub fn quoted_passages(article: &Article) -> (Vec<Passage<'_>>, Vec<Vec<usize>>) {
    let mut quotes: Vec<Vec<Quote>> = vec![Vec::new(); article.passages.len()];
    let mut places: Vec<Vec<usize>> = vec![Vec::new(); article.passages.len()];
    let is_marked = |at: usize| matches!(article.quotations[at].form, Form::Marks { .. });
    for (at, quotation) in article.quotations.iter().enumerate() {
        if !is_marked(at) || article.around(at).any(is_marked) {
            continue;
        }
        for (nth, piece) in quotation.pieces.iter().enumerate() {
            let passage = quotation.passage + nth;
            let wire = &article.passages[passage].wire;
            let range = TextRange::new(wire.to_wire(piece.start()), wire.to_wire(piece.end()));
            let goes_on = nth > 0;
            quotes[passage].push(Quote { range, goes_on });
            places[passage].push(at);
        }
    }
    let passages = article.passages.iter().zip(quotes);
    let passages = passages.map(|(passage, quotes)| Passage {
        text: passage.wire.text(),
        is_heading: passage.is_heading,
        quotes,
    });
    (passages.collect(), places)
}

/// Reads the prose of `article`; `before` is what was read of it before a change.
pub(super) fn infer(article: &Article, before: Option<&Reading>) -> (Reading, Inferred) {
    let mut inferred = Inferred {
        quotations: vec![None; article.quotations.len()],
        ..Inferred::default()
    };
    let Some(lang) = article.lang() else {
        return (Reading::default(), inferred);
    };
    let (passages, places) = quoted_passages(article);
    let prose = Prose {
        lang,
        passages: &passages,
    };
    let reading = attribution::read(&prose, before);
    for ((at, read), places) in reading.passages().enumerate().zip(&places) {
        let quotes = passages[at].quotes.iter().zip(places);
        for (found, (quote, quotation)) in read.quotations.iter().zip(quotes) {
            if !quote.goes_on {
                inferred.quotations[*quotation] = Some(InferredQuotation {
                    nature: found.nature,
                    source: found
                        .source
                        .as_ref()
                        .map(|source| in_article(article, at, source)),
                });
            }
        }
        let names = read.names.iter();
        inferred.names.extend(names.map(|naming| InferredName {
            passage: at,
            naming: *naming,
        }));
        for statement in &read.statements {
            inferred.statements.push(InferredStatement {
                content: article.passages[at].wire.to_source(statement.content),
                source: in_article(article, at, &statement.source),
            });
        }
    }
    let statements = &mut inferred.statements;
    statements.sort_by_key(|statement| statement.content.start());
    (reading, inferred)
}

/// The source that the passage at `at` names, as places in the article.
fn in_article(article: &Article, at: usize, source: &attribution::Source) -> InferredSource {
    let place = |words: Words| {
        article.passages[at - words.back]
            .wire
            .to_source(words.range)
    };
    InferredSource {
        speaker: place(source.speaker),
        cue: source.cue.map(place),
        addressees: source.addressees.iter().copied().map(place).collect(),
        via: source.via.iter().copied().map(place).collect(),
        is_anonymous: source.is_anonymous,
        pattern: source.pattern,
        grade: source.grade,
        meant: Meant::default(),
    }
}
