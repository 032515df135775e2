//! Whether a new brace leaves quotation marks in their pairs: where marks do not match, what stands
//! behind one tells whether it opens or closes.

use crate::model::{Article, Quotation};
use crate::syntax::{Flavor, parse};
use crate::text::{TextRange, TextSize};

/// Whether the paragraphs of the quotation at `at`, a place in the list of the article `text`, hold the
/// same quotations with the same braces if a brace is written at `end`, behind its closing mark. Takes
/// time linear in the length of these paragraphs.
pub(super) fn keeps_pairs(text: &str, article: &Article, at: usize, end: TextSize) -> bool {
    let quotation = &article.quotations[at];
    let passages = quotation.passage..quotation.passage + quotation.pieces.len();
    let ranges = article.passages[passages]
        .iter()
        .map(|passage| passage.range);
    let Some(range) = ranges.reduce(TextRange::cover) else {
        return true;
    };
    // Behind an empty line nothing is front matter.
    let before = format!("\n{}", &text[range]);
    let new = TextSize::new(1) + (end - range.start());
    let (first, rest) = before.split_at(usize::from(new));
    let after = format!("{first}{BRACE}{rest}");
    let as_before = |offset: TextSize| match offset.checked_sub(new) {
        Some(behind) => new + behind.checked_sub(TextSize::of(BRACE)).unwrap_or_default(),
        None => offset,
    };
    let lang = article.lang();
    pairs(&before, lang, None, |offset| offset) == pairs(&after, lang, Some(new), as_before)
}

/// Any brace.
const BRACE: &str = "{x}";

/// Where quotations begin and end, and the braces but that at `new`.
fn pairs(
    text: &str,
    lang: Option<&str>,
    new: Option<TextSize>,
    place: impl Fn(TextSize) -> TextSize,
) -> Vec<(TextSize, TextSize, Option<TextSize>)> {
    let read = Article::read(text, &parse(text, Flavor::Article), lang);
    let brace = |quotation: &Quotation| {
        let brace = quotation.who.as_ref()?.range.start();
        (Some(brace) != new).then(|| place(brace))
    };
    let pair = |quotation: &Quotation| {
        let range = quotation.range;
        (place(range.start()), place(range.end()), brace(quotation))
    };
    read.quotations.iter().map(pair).collect()
}
