//! Dates in digits alone, where every reader takes them for the same day.

use super::cursor::Cursor;
use super::found::CalendarClaim;
use super::lexicon::Lexicon;

type Read<'a, T> = Option<(T, Cursor<'a>)>;

/// `2025-03-04`, `2025/03/04`, `2025.03.04`
pub(super) fn year_first(here: Cursor<'_>) -> Read<'_, CalendarClaim> {
    let ([first, second, third], after) = three(here)?;
    let date = (year(first.0, first.1)?, month(second.0)?, day(third.0)?);
    let fits = second.1 <= 2 && third.1 <= 2;
    fits.then(|| (claim(date, here, after), after))
}

/// `4.3.2025`, `04/03/2025`; unless the day comes first in all countries of the language, only
/// where one of the numbers cannot be a month or both are the same.
pub(super) fn year_last(day_first: bool, here: Cursor<'_>) -> Read<'_, CalendarClaim> {
    let ([first, second, third], after) = three(here)?;
    let year = year(third.0, third.1)?;
    if first.1 > 2 || second.1 > 2 {
        return None;
    }
    let (first, second) = (first.0, second.0);
    let date = match (month(first), month(second)) {
        (_, Some(month)) if day_first => (year, month, day(first)?),
        (None, Some(month)) => (year, month, day(first)?),
        (Some(month), None) if !day_first => (year, month, day(second)?),
        (Some(month), Some(same)) if month == same => (year, month, same),
        _ => return None,
    };
    Some((claim(date, here, after), after))
}

/// `7.10.`, where the words before it announce a date.
pub(super) fn day_point_month<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, CalendarClaim> {
    let words = &lexicon.day_point_month_after;
    let ((first, digits), after) = here.number()?;
    let (_, after) = after.glued_sign(".")?;
    let ((second, more), after) = after.number()?;
    let (_, after) = after.glued_sign(".")?;
    if digits > 2
        || more > 2
        || !(here.marked || here.follows(words) || is_after_weekday(lexicon, here))
    {
        return None;
    }
    let claim = CalendarClaim {
        year: None,
        month: month(second)?,
        day: Some(day(first)?),
        until: None,
        range: after.range_from(here),
    };
    (!words.is_empty() && after.ends()).then_some((claim, after))
}

/// A year with four digits, as a date of the news may hold it.
pub(super) fn year(value: u32, digits: u32) -> Option<i16> {
    let year = i16::try_from(value).ok()?;
    (digits == 4 && (1000..2200).contains(&year)).then_some(year)
}

/// A day of the month.
pub(super) fn day(value: u32) -> Option<i8> {
    i8::try_from(value)
        .ok()
        .filter(|day| (1..=31).contains(day))
}

fn month(value: u32) -> Option<i8> {
    i8::try_from(value)
        .ok()
        .filter(|month| (1..=12).contains(month))
}

/// Three numbers, each the value and how many digits it has, with the same separator between them
/// and nothing written onto them.
fn three(here: Cursor<'_>) -> Read<'_, [(u32, u32); 3]> {
    let (first, after) = here.number().filter(|_| here.begins())?;
    let (separator, after) = after.glued_sign("-/.")?;
    let (second, after) = glued_number(after)?;
    let (same, after) = after.glued_sign("-/.")?;
    let (third, after) = glued_number(after)?;
    (separator == same && after.ends()).then_some(([first, second, third], after))
}

fn glued_number(here: Cursor<'_>) -> Read<'_, (u32, u32)> {
    here.number().filter(|_| here.is_glued())
}

fn claim((year, month, day): (i16, i8, i8), start: Cursor<'_>, end: Cursor<'_>) -> CalendarClaim {
    CalendarClaim {
        year: Some(year),
        month,
        day: Some(day),
        until: None,
        range: end.range_from(start),
    }
}

/// Whether a weekday stands right before this place, or with a comma and an article between.
fn is_after_weekday(lexicon: &Lexicon, here: Cursor<'_>) -> bool {
    let comma = here.back(1).filter(|before| before.sign(",").is_some());
    comma.unwrap_or(here).follows(&lexicon.weekdays)
}
