//! Which day a date expression denotes, seen from the day on which it was written.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::found::{CalendarClaim, Found, WeekdayClaim, Which};
use super::value::{DateValue, PartialDate};

/// What an expression can denote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// Its usual readings, the most likely first; never empty.
    Readings(Vec<DateValue>),
    /// Words such as "today" and "4 March" say nothing without the day of writing.
    NeedsAnchor,
    /// The calendar has no such day, as 30 February.
    NoSuchDay,
}

/// A weekday beside a day that is another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekdayMismatch {
    /// The weekday that the words name, and where.
    pub claim: WeekdayClaim,
    /// The day that stands beside it, or the several days of which none is such a weekday.
    pub days: DateValue,
}

/// Names of one week may begin it on any of these, so "last Wednesday" has two readings.
const WEEKS_BEGIN: [Weekday; 3] = [Weekday::Monday, Weekday::Sunday, Weekday::Saturday];

/// A date without a year that lies further from the day of writing, in days, may well be of
/// another year than the nearest.
const SURELY_THIS_YEAR: i32 = 90;

/// Which days `found` can denote when it was written on the day `anchor`, the day of the dateline.
///
/// - `today` and its like count from the anchor.
/// - `Friday` is the anchor itself if that is one, else the Friday before, else the one after.
/// - `last Wednesday` is the nearest before the anchor; where that is in the anchor's own week, the
///   week before is usual too. `next` mirrors it.
/// - A date without a year is the one nearest to the anchor; with `last` the latest before it.
pub fn resolve(found: &Found, anchor: Option<Date>) -> Resolution {
    if let Some(date) = &found.date {
        return calendar(date, found.which, anchor);
    }
    let Some(anchor) = anchor else {
        return Resolution::NeedsAnchor;
    };
    let days = match (&found.day, &found.weekday) {
        (Some(day), _) => days_later(anchor, day.offset.into()).into_iter().collect(),
        (None, Some(claim)) => weekdays(claim.weekday, found.which, anchor),
        (None, None) => Vec::new(),
    };
    Resolution::of(days.into_iter().map(DateValue::from))
}

/// The weekday of `found` and the day beside it, where they differ. `anchor` is the day of the
/// dateline, which `today` and dates without a year need.
pub fn weekday_mismatch(found: &Found, anchor: Option<Date>) -> Option<WeekdayMismatch> {
    let claim = found.weekday?;
    let days = match (&found.date, &found.day) {
        (Some(date), _) => {
            date.day?;
            likeliest_year(date, found.which, claim.weekday, anchor)?
        }
        (None, Some(day)) => DateValue::from(days_later(anchor?, day.offset.into())?),
        (None, None) => return None,
    };
    (!days.holds(claim.weekday)).then_some(WeekdayMismatch { claim, days })
}

/// The day so many days later, or earlier where `days` is negative; `None` past the ends of the
/// calendar.
pub fn days_later(day: Date, days: i32) -> Option<Date> {
    day.checked_add(days.days()).ok()
}

/// The weekday of a day.
pub fn weekday_of(date: Date) -> Weekday {
    date.weekday()
}

impl Resolution {
    fn of(readings: impl Iterator<Item = DateValue>) -> Resolution {
        let mut distinct = Vec::new();
        for reading in readings {
            if !distinct.contains(&reading) {
                distinct.push(reading);
            }
        }
        if distinct.is_empty() {
            Resolution::NoSuchDay
        } else {
            Resolution::Readings(distinct)
        }
    }

    /// The readings, the most likely first; none without an anchor or where there is no such day.
    pub fn readings(&self) -> &[DateValue] {
        match self {
            Resolution::Readings(readings) => readings,
            Resolution::NeedsAnchor | Resolution::NoSuchDay => &[],
        }
    }

    /// The most likely reading.
    pub fn likeliest(&self) -> Option<DateValue> {
        self.readings().first().copied()
    }

    /// Whether some reading fits `value`: they have a day in common.
    pub fn admits(&self, value: DateValue) -> bool {
        self.readings()
            .iter()
            .any(|reading| reading.overlaps(value))
    }
}

fn calendar(date: &CalendarClaim, which: Which, anchor: Option<Date>) -> Resolution {
    if let Some(year) = date.year {
        return Resolution::of(in_year(date, year).into_iter());
    }
    let Some(anchor) = anchor else {
        return Resolution::NeedsAnchor;
    };
    Resolution::of(without_year(date, which, anchor).into_iter())
}

/// The occurrences of a date without a year around the anchor, the one that is meant first.
fn without_year(date: &CalendarClaim, which: Which, anchor: Date) -> Option<DateValue> {
    let year = match which {
        Which::LastYear => Some(-1),
        Which::ThisYear => Some(0),
        Which::NextYear => Some(1),
        _ => None,
    };
    if let Some(years) = year {
        return in_year(date, anchor.year().checked_add(years)?);
    }
    // A leap day needs up to eight years (1896 to 1904).
    let years = (-8..=8).filter_map(|years| {
        let value = in_year(date, anchor.year().checked_add(years)?)?;
        let fits = match which {
            Which::Last => value.first_day() < anchor && !contains(value, anchor),
            Which::Next => value.first_day() > anchor,
            _ => true,
        };
        fits.then_some(value)
    });
    years.min_by_key(|value| distance(*value, anchor))
}

/// The value of a date; without a year the nearest, unless that is far from the anchor and the
/// weekday fits a neighbouring year.
fn likeliest_year(
    date: &CalendarClaim,
    which: Which,
    weekday: Weekday,
    anchor: Option<Date>,
) -> Option<DateValue> {
    if let Some(year) = date.year {
        return in_year(date, year);
    }
    let anchor = anchor?;
    let nearest = without_year(date, which, anchor)?;
    let year = nearest.first_day().year();
    let neighbours = [
        nearest.first_day().year().checked_sub(1),
        year.checked_add(1),
    ];
    let fitting = neighbours
        .into_iter()
        .flatten()
        .filter_map(|year| in_year(date, year))
        .find(|value| weekday_of(value.first_day()) == weekday);
    let far = distance(nearest, anchor) > SURELY_THIS_YEAR;
    Some(fitting.filter(|_| far).unwrap_or(nearest))
}

fn in_year(date: &CalendarClaim, year: i16) -> Option<DateValue> {
    let first_of_month = Date::new(year, date.month, 1).ok()?;
    let Some(day) = date.day else {
        return Some(DateValue::One(PartialDate::Month(
            year,
            first_of_month.month(),
        )));
    };
    let first = Date::new(year, date.month, day).ok()?;
    match date.until {
        Some(until) => {
            let last = Date::new(year, date.month, until).ok()?;
            Some(DateValue::Range(
                PartialDate::Day(first),
                PartialDate::Day(last),
            ))
        }
        None => Some(DateValue::from(first)),
    }
}

fn weekdays(weekday: Weekday, which: Which, anchor: Date) -> Vec<Date> {
    let today = weekday_of(anchor);
    // 1 to 7 days away.
    let before = days_later(anchor, -i32::from((today.since(weekday) + 6) % 7 + 1));
    let after = days_later(anchor, i32::from((today.until(weekday) + 6) % 7 + 1));
    let same = (today == weekday).then_some(anchor);
    let before_or_same = same.or(before);
    match which {
        Which::Unsaid | Which::This if same.is_some() => same.into_iter().collect(),
        Which::Unsaid => before.into_iter().chain(after).collect(),
        Which::This => after.into_iter().chain(before).collect(),
        Which::Last => before
            .into_iter()
            .chain(week_beyond(before, anchor, -7))
            .collect(),
        Which::Next => after
            .into_iter()
            .chain(week_beyond(after, anchor, 7))
            .collect(),
        Which::ThisWeek => in_week(weekday, anchor, 0).chain(before_or_same).collect(),
        Which::LastWeek => in_week(weekday, anchor, -7).collect(),
        Which::NextWeek => in_week(weekday, anchor, 7).collect(),
        // These say nothing of a weekday.
        Which::LastYear | Which::ThisYear | Which::NextYear => Vec::new(),
    }
}

/// The same weekday a week further, where `day` is in the week of `anchor`.
fn week_beyond(day: Option<Date>, anchor: Date, days: i32) -> Option<Date> {
    let day = day?;
    let same_week = WEEKS_BEGIN
        .iter()
        .any(|begin| week(day, *begin) == week(anchor, *begin));
    same_week.then(|| days_later(day, days)).flatten()
}

/// The weekday in the week that lies `days` from the anchor's, for each way to begin a week.
fn in_week(weekday: Weekday, anchor: Date, days: i32) -> impl Iterator<Item = Date> {
    WEEKS_BEGIN.into_iter().filter_map(move |begin| {
        let first = week(anchor, begin)?;
        days_later(first, days + i32::from(begin.until(weekday)))
    })
}

/// The day with which the week of `day` begins.
fn week(day: Date, begin: Weekday) -> Option<Date> {
    days_later(day, -i32::from(weekday_of(day).since(begin)))
}

fn contains(value: DateValue, day: Date) -> bool {
    value.first_day() <= day && day <= value.last_day()
}

/// How many days lie between them; 0 where the value contains the anchor.
fn distance(value: DateValue, anchor: Date) -> i32 {
    if contains(value, anchor) {
        return 0;
    }
    let to = |day: Date| {
        anchor
            .until(day)
            .map_or(i32::MAX, |span| span.get_days().abs())
    };
    to(value.first_day()).min(to(value.last_day()))
}
