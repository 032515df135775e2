use crate::model::wording::{self, Nearest, Row, Word};
use crate::model::{Article, Form, Said};
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::{TextRange, TextSize};

declare_rule! {
    /// ## What it does
    ///
    /// Reports a quotation of three words or more in a heading whose words stand nowhere in the
    /// paragraphs, quoted or not. Case, accents, vowel marks and punctuation do not count; words
    /// that are cut out (`…`) or put into brackets may be missing.
    ///
    /// ## Why
    ///
    /// Headlines are shortened last. What stands between quotation marks must still be what was
    /// said.
    ///
    /// ## Bad
    ///
    /// ```text
    /// # Minister: “We will never close it”
    ///
    /// “We will not close it this year,” the minister said on Tuesday.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// # Minister: “We will not close it”
    ///
    /// “We will not close it this year,” the minister said on Tuesday.
    /// ```
    pub(super) static HEADLINE_QUOTE_NOT_IN_BODY =
        "headline-quote-not-in-body", Warning, "a headline that quotes what the article does not"
}

/// Fewer words are a name or a catchword.
const SHORTEST: usize = 3;

/// No article has more quotations in its headings; each is looked for in the whole text.
const MOST_QUOTATIONS: usize = 100;

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let analysis = context.analysis();
    let article = &analysis.article;
    let is_quoted = |at: usize| matches!(article.quotations[at].form, Form::Marks { .. });
    let headings = article
        .quotations
        .iter()
        .enumerate()
        .filter(|(at, quotation)| {
            let is_inside = quotation.parent.is_some_and(is_quoted);
            let is_speech = is_quoted(*at) && analysis.said[*at] != Said::NotSpeech;
            quotation.is_heading && is_speech && !is_inside
        });
    let mut body: Option<Body> = None;
    for (_, quotation) in headings.take(MOST_QUOTATIONS) {
        let words = article.words_of(quotation);
        if wording::count(&words) < SHORTEST {
            continue;
        }
        let body = body.get_or_insert_with(|| Body::of(article));
        let parts: Vec<Vec<Word>> = article
            .wire_of(quotation)
            .flat_map(|(wire, part)| {
                wording::uncut(wire, part)
                    .into_iter()
                    .map(|part| wording::words(wire, part))
            })
            .collect();
        if body.is_empty() || body.all.holds(&parts) || body.quoted.holds(&parts) {
            continue;
        }
        let finding = HEADLINE_QUOTE_NOT_IN_BODY
            .report(quotation.range, "these words stand nowhere in the article")
            .help("quote the words as they stand in the article, or take the marks away");
        out.push(match wording::nearest(&words, &body.paragraphs) {
            Some(near) => {
                finding.related(context.here(near.range), differences(&near, context.text()))
            }
            None => finding,
        });
    }
}

/// In what words the article differs from the headline where it comes nearest to it.
fn differences(near: &Nearest, text: &str) -> String {
    let differing = near.differing.iter().map(|(there, here)| {
        let shown = |range: &Option<TextRange>| range.map(|range| format!("“{}”", &text[range]));
        match (shown(there), shown(here)) {
            (Some(there), Some(here)) => format!("{here} where the headline has {there}"),
            (Some(there), None) => format!("no {there}"),
            (None, Some(here)) => format!("{here}, which the headline has not"),
            (None, None) => String::new(),
        }
    });
    let differing: Vec<String> = differing.take(MOST_DIFFERENCES).collect();
    if differing.is_empty() {
        return "the article comes nearest to it here".to_owned();
    }
    format!(
        "the article comes nearest to it here: {}",
        differing.join("; ")
    )
}

/// More say nothing more.
const MOST_DIFFERENCES: usize = 3;

/// The words of all paragraphs.
struct Body {
    /// Paragraph by paragraph.
    paragraphs: Vec<Vec<Word>>,
    all: Row,
    /// Only those between quotation marks, without what the desk put into brackets: so that
    /// “we,” she said, “will not” holds “we will not”.
    quoted: Row,
}

impl Body {
    fn of(article: &Article) -> Body {
        let paragraphs: Vec<Vec<Word>> = article
            .passages
            .iter()
            .filter(|passage| !passage.is_heading)
            .map(|passage| {
                let text = passage.wire.text();
                wording::words(&passage.wire, TextRange::up_to(TextSize::of(text)))
            })
            .collect();
        let mut quoted = Row::default();
        for quotation in &article.quotations {
            let is_outermost = quotation
                .parent
                .is_none_or(|parent| article.quotations[parent].form == Form::Span);
            if quotation.is_heading || quotation.form == Form::Span || !is_outermost {
                continue;
            }
            for (wire, part) in article.wire_of(quotation) {
                for part in wording::uncut(wire, part) {
                    quoted.extend(&wording::words(wire, part));
                }
            }
        }
        let mut all = Row::default();
        for paragraph in &paragraphs {
            all.extend(paragraph);
        }
        Body {
            paragraphs,
            all,
            quoted,
        }
    }

    fn is_empty(&self) -> bool {
        self.paragraphs.iter().all(Vec::is_empty)
    }
}
