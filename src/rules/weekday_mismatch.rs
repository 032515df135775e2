use crate::dates::{
    self, CalendarClaim, Date, DateValue, Found, Resolution, Weekday, WeekdayClaim, weekday_name,
};
use crate::model::{Analysis, DateMention, FrontMatter, WrittenDate};
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
        && !fits_named_year(context.analysis(), found, mismatch.claim)
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
    (!value.holds(claim.weekday)).then_some(Mismatch {
        claim,
        days: value,
        words: None,
    })
}

/// Whether the text names, before the date, a year in which it is such a weekday: who tells of 2012
/// does not repeat the year with every date.
fn fits_named_year(analysis: &Analysis, found: &Found, claim: WeekdayClaim) -> bool {
    let Some(date) = found.date.filter(|date| date.year.is_none()) else {
        return false;
    };
    let mut years = analysis.years_before(found.range.start());
    years.any(|year| {
        let in_year = Found {
            date: Some(CalendarClaim {
                year: Some(year),
                ..date
            }),
            ..found.clone()
        };
        let value = dates::resolve(&in_year, None).likeliest();
        value.is_some_and(|value| value.holds(claim.weekday))
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
    let front = &context.article().front;
    let found = date.found.as_ref().filter(|_| words.is_some());
    let weekday = days
        .day()
        .map(|day| weekday_name(dates::weekday_of(day), lang));
    let is = match &weekday {
        Some(weekday) => format!("which is {weekday}"),
        None => format!("where there is no {named}"),
    };
    let finding = WEEKDAY_MISMATCH.report(claim.range, format!("“{written}” {beside}, {is}"));
    let other = days.day().and_then(|day| nearest(day, claim.weekday));
    let finding = match weekday.zip(other) {
        Some((weekday, other)) => finding.help(match anchor_that_fits(front, found, other) {
            Some(anchor) => format!(
                "write {weekday}, or, if it was written on {anchor}, say so in the `dateline`"
            ),
            None => format!("write {weekday}, or the date of {named}: the nearest is {other}"),
        }),
        None => finding,
    };
    let is_counted = found.is_some_and(Found::needs_anchor);
    match front.anchor().filter(|_| is_counted) {
        Some(anchor) => finding.related(
            context.here(anchor.range),
            format!("counted from the {} {}", anchor.key, anchor.day),
        ),
        None => finding,
    }
}

/// The day of writing from which “today” and its like would be the day `other`, unless it is later
/// than the publication.
fn anchor_that_fits(front: &FrontMatter, found: Option<&Found>, other: Date) -> Option<Date> {
    let found = found.filter(|found| found.date.is_none())?;
    let anchor = dates::days_later(other, -i32::from(found.day?.offset))?;
    let published = front.date.as_ref().and_then(WrittenDate::date);
    let is_later = published.is_some_and(|published| published.last_day() < anchor);
    (!is_later).then_some(anchor)
}

/// The nearest such weekday, at most three days before or after `day`.
fn nearest(day: Date, weekday: Weekday) -> Option<Date> {
    let after = dates::weekday_of(day).until(weekday);
    let days = if after > 3 { after - 7 } else { after };
    dates::days_later(day, days.into())
}
