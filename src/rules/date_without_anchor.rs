use crate::dates::{Found, Resolution};
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};

declare_rule! {
    /// ## What it does
    ///
    /// Reports, once in an article, the first words such as “today”, “last Wednesday” or “March 4”
    /// that are not marked as a date, where nothing says from which day they count. Only where the
    /// writer works with dates: where other words are marked as one, or the front matter has a
    /// `dateline` or a `date` that names no day.
    ///
    /// ## Why
    ///
    /// Without that day nobody can say later which day was meant, and Isnad cannot hold weekdays
    /// and marked words against it.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// ---
    ///
    /// The bridge opened [on Wednesday](=2025-03-05). The ferry stopped yesterday.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// date: 2025-03-06
    /// ---
    ///
    /// The bridge opened [on Wednesday](=2025-03-05). The ferry stopped yesterday.
    /// ```
    pub(super) static DATE_WITHOUT_ANCHOR =
        "date-without-anchor", Hint, "words such as “today” where nothing says which day that is"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let article = context.article();
    let front = &article.front;
    let dates = [&front.date, &front.dateline].into_iter().flatten();
    // What is no date is reported as such.
    let is_broken = dates.clone().any(|date| date.value.is_err());
    let is_dated = front.has_dateline || dates.count() > 0 || !article.dates.is_empty();
    if !front.exists || is_broken || !is_dated || front.anchor().is_some() {
        return;
    }
    let mut dates = context.analysis().dates().iter();
    // What is marked is known.
    let first = dates.find(|date| {
        date.mark.is_none()
            && date.resolution == Resolution::NeedsAnchor
            && date.found.as_ref().is_some_and(Found::needs_anchor)
    });
    if let Some(date) = first {
        let words = context.words(date.words);
        let message = format!("nothing says from which day “{words}” counts");
        out.push(
            DATE_WITHOUT_ANCHOR
                .report(date.words, message)
                .help("add the day to the front matter, as in `date: 2025-03-04`, or mark the words as the day they mean"),
        );
    }
}
