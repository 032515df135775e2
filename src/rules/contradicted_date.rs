use std::cell::LazyCell;
use std::collections::BTreeMap;

use crate::dates::{self, Date, DateValue, Found, Resolution, Which};
use crate::model::DateMention;
use crate::rules::invalid_date::separator;
use crate::rules::rule::declare_rule;
use crate::rules::weekday_mismatch::mismatch;
use crate::rules::{Applicability, Context, Diagnostic, Fix};
use crate::text::{FileEdit, TextEdit, TextRange, TextSize};

declare_rule! {
    /// ## What it does
    ///
    /// Reports words that are marked as another date than they say, `[yesterday](=2025-03-01)` in
    /// an article of 6 March. They count from `dateline` or `date` in the front matter. Only where
    /// no usual reading fits: “last Wednesday” is the last one or that of last week. A weekday may
    /// also count from the date that the text named before, and a date may be of a year that the
    /// text names before it.
    ///
    /// ## Why
    ///
    /// Readers take the words at their word: either they are wrong or the mark is.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// date: 2025-03-06
    /// ---
    ///
    /// The minister spoke [yesterday](=2025-03-04).
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
    /// The minister spoke [yesterday](=2025-03-05).
    /// ```
    pub(super) static CONTRADICTED_DATE =
        "contradicted-date", Warning, "words that are marked as another date than they say"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    // The last day that the text has named.
    let mut before = None;
    let years = LazyCell::new(|| years(context));
    for date in context.analysis().dates() {
        let marked = date.mark.map(|mark| &context.article().dates[mark].date);
        let value = marked.and_then(|date| date.date());
        if let Some(value) = value
            && is_contradicted(date, value, before, &years)
            && mismatch(context, date).is_none()
        {
            out.push(report(context, date, value));
        }
        let likeliest = date.resolution.likeliest();
        before = value.or(likeliest).and_then(DateValue::day).or(before);
    }
}

fn is_contradicted(
    date: &DateMention,
    value: DateValue,
    before: Option<Date>,
    years: &BTreeMap<i16, TextSize>,
) -> bool {
    let Some(found) = &date.found else {
        return false;
    };
    match &date.resolution {
        Resolution::NeedsAnchor => return false,
        Resolution::NoSuchDay => return true,
        Resolution::Readings(_) if date.resolution.admits(value) => return false,
        Resolution::Readings(_) => {}
    }
    let nearly = |reading: &DateValue| is_next_to(*reading, value);
    match (&found.date, &found.day) {
        // `three days ago` may be told roughly.
        (None, Some(day)) if day.offset < -2 => !date.resolution.readings().iter().any(nearly),
        (None, Some(_)) => true,
        (None, None) => {
            let is_bare = matches!(found.which, Which::Unsaid | Which::This);
            let seen_from_before = dates::resolve(found, before.filter(|_| is_bare));
            !seen_from_before.admits(value)
        }
        (Some(claim), _) if claim.year.is_some() => true,
        (Some(_), _) => {
            // Seen from the marked day itself, the words mean the day in its own year.
            let in_its_year = dates::resolve(found, Some(value.first_day())).admits(value);
            let named = years.get(&value.first_day().year());
            !in_its_year || named.is_none_or(|first| *first > date.words.end())
        }
    }
}

fn report(context: &Context<'_>, date: &DateMention, value: DateValue) -> Diagnostic {
    let words = context.words(date.words);
    let readings = date.resolution.readings();
    let anchor = context.article().front.anchor();
    let counts = date.found.as_ref().is_some_and(Found::needs_anchor);
    let anchor = anchor.filter(|_| counts);
    let seen_from = anchor.map_or(String::new(), |anchor| {
        format!(", seen from {}", anchor.day)
    });
    let message = match readings {
        [] => format!("“{words}” is marked as {value}, but the calendar has no such day"),
        readings => {
            let readings: Vec<String> = readings.iter().map(DateValue::to_string).collect();
            let readings = readings.join(" or ");
            format!("“{words}” is marked as {value}, but means {readings}{seen_from}")
        }
    };
    let mut finding = CONTRADICTED_DATE.report(date.words, message);
    if let (&[reading], Some(mark)) = (readings, date.mark) {
        let written = &context.article().dates[mark].date;
        finding
            .fixes
            .push(replace(context, &written.text, written.range, reading));
    }
    match anchor {
        Some(anchor) => finding.related(
            context.here(anchor.range),
            format!("counted from the {} {}", anchor.key, anchor.day),
        ),
        None => finding,
    }
}

/// A choice: the words may be wrong, or the day that they count from.
fn replace(context: &Context<'_>, written: &str, range: TextRange, reading: DateValue) -> Fix {
    let text = reading.canonical(separator(written));
    Fix {
        title: format!("mark them as `{text}`"),
        applicability: Applicability::Choice,
        edits: vec![FileEdit {
            file: context.file,
            edit: TextEdit { range, text },
        }],
    }
}

/// Whether one ends on the day before the other begins.
fn is_next_to(one: DateValue, other: DateValue) -> bool {
    let meets = |first: DateValue, second: DateValue| {
        dates::days_later(first.last_day(), 1) == Some(second.first_day())
    };
    meets(one, other) || meets(other, one)
}

/// The years that the text names, and where it does so first.
fn years(context: &Context<'_>) -> BTreeMap<i16, TextSize> {
    let mut years = BTreeMap::new();
    for passage in &context.article().passages {
        for (year, at) in dates::years(passage.wire.text()) {
            let place = || passage.wire.to_source(TextRange::empty(at)).start();
            years.entry(year).or_insert_with(place);
        }
    }
    years
}
