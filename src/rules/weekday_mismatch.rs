use crate::dates::{self, Date, DateValue, Found, Resolution, Weekday, WeekdayClaim, weekday_name};
use crate::model::DateMention;
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::TextRange;

declare_rule! {
    /// ## What it does
    ///
    /// Reports a weekday that is not that of the date beside it, as in “Thursday, January 21,
    /// 2022”, which was a Friday: in the text, and where words that name a weekday are marked as a
    /// date. Dates without a year and words such as “today” count from `dateline` or `date` in the
    /// front matter.
    ///
    /// ## Why
    ///
    /// One of the two is wrong, and readers who come for the event come on the wrong day.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// date: 2025-03-06
    /// ---
    ///
    /// The bridge opened on Wednesday, March 4.
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
    /// The bridge opened on Tuesday, March 4.
    /// ```
    pub(super) static WEEKDAY_MISMATCH =
        "weekday-mismatch", Warning, "a weekday that is not that of the date beside it"
}

/// A weekday, and the days of which none is one.
pub(super) struct Mismatch {
    claim: WeekdayClaim,
    days: DateValue,
    /// The words that name these days; `None` where they are what the words are marked as.
    words: Option<TextRange>,
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for date in context.analysis().dates() {
        if let Some(mismatch) = mismatch(context, date) {
            out.push(report(context, date, &mismatch));
        }
    }
}

/// The weekday of `date` that is another one than that of its day: of the day that its own words
/// name, or of the one that it is marked as.
pub(super) fn mismatch(context: &Context<'_>, date: &DateMention) -> Option<Mismatch> {
    let article = context.article();
    let anchor = article.front.anchor().map(|anchor| anchor.day);
    if let Some(found) = &date.found
        && let Some(mismatch) = dates::weekday_mismatch(found, anchor)
    {
        let of_date = found.date.map(|date| date.range);
        return Some(Mismatch {
            claim: mismatch.claim,
            days: mismatch.days,
            words: of_date.or(found.day.map(|day| day.range)),
        });
    }
    let value = article.dates[date.mark?].date.date()?;
    let found = date.found.as_ref();
    // Where the words name a day and a weekday that fit each other, the mark is what is wrong.
    let says_day = found.filter(|found| found.date.is_some() || found.day.is_some());
    let is_of_mark = says_day.is_none()
        || date.resolution == Resolution::NeedsAnchor
        || date.resolution.admits(value);
    let of_words = found.and_then(|found| found.weekday).filter(|_| is_of_mark);
    let claim = of_words.or(date.beside)?;
    (!value.holds(claim.weekday)).then(|| Mismatch {
        claim,
        days: value,
        words: None,
    })
}

fn report(context: &Context<'_>, date: &DateMention, mismatch: &Mismatch) -> Diagnostic {
    let lang = dates::language_of(context.text(), context.article().lang());
    let &Mismatch { claim, days, words } = mismatch;
    let named = weekday_name(claim.weekday, lang);
    let written = context.words(claim.range);
    let beside = match words {
        Some(words) => format!("stands beside “{}”, {days}", context.words(words)),
        None if date.words.contains_range(claim.range) => format!("is marked as {days}"),
        None => format!("stands beside {days}"),
    };
    let finding = match days.day() {
        Some(day) => {
            let weekday = weekday_name(dates::weekday_of(day), lang);
            let message = format!("“{written}” {beside}, which is {weekday}");
            let finding = WEEKDAY_MISMATCH.report(claim.range, message);
            match nearest(day, claim.weekday) {
                Some(other) => finding.help(format!(
                    "write {weekday}, or the date of {named}: the nearest is {other}"
                )),
                None => finding,
            }
        }
        None => {
            let message = format!("“{written}” {beside}, where there is no {named}");
            WEEKDAY_MISMATCH.report(claim.range, message)
        }
    };
    let found = date.found.as_ref().filter(|_| words.is_some());
    let is_counted = found.is_some_and(Found::needs_anchor);
    match context.article().front.anchor().filter(|_| is_counted) {
        Some(anchor) => finding.related(
            context.here(anchor.range),
            format!("counted from the {} {}", anchor.key, anchor.day),
        ),
        None => finding,
    }
}

/// The nearest such weekday, at most three days before or after `day`.
fn nearest(day: Date, weekday: Weekday) -> Option<Date> {
    let after = dates::weekday_of(day).until(weekday);
    let days = if after > 3 { after - 7 } else { after };
    dates::days_later(day, days.into())
}
