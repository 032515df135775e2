use crate::dates::days_later;
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};

declare_rule! {
    /// ## What it does
    ///
    /// Reports a dateline that is later than the date of publication. Where the publication names
    /// its hour, the dateline may be of the next day: it is that day elsewhere.
    ///
    /// ## Why
    ///
    /// What is published was written before. One of the two dates is wrong, and everything that
    /// counts from them, such as “today”, is wrong with it.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// date: 2025-03-06
    /// dateline: {place: Riverton, date: 2025-03-16}
    /// ---
    ///
    /// The crossing stays open.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// date: 2025-03-06
    /// dateline: {place: Riverton, date: 2025-03-05}
    /// ---
    ///
    /// The crossing stays open.
    /// ```
    pub(super) static FUTURE_DATE =
        "future-date", Warning, "a dateline that is later than the publication"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let front = &context.article().front;
    let (Some(published), Some(dateline)) = (&front.date, &front.dateline) else {
        return;
    };
    let (Some(publication), Some(written)) = (published.date(), dateline.date()) else {
        return;
    };
    let mut last = publication.last_day();
    // A value without a time is a date of the markup.
    if crate::dates::DateValue::parse(&published.text).is_err() {
        last = days_later(last, 1).unwrap_or(last);
    }
    if written.first_day() > last {
        let message =
            format!("the dateline, {written}, is later than the publication, {publication}");
        out.push(
            FUTURE_DATE
                .report(dateline.range, message)
                .related(context.here(published.range), "published then"),
        );
    }
}
