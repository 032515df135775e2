//! Reads the dates of the markup.

use jiff::civil::Date;

use super::digits::digit;
use super::problem::{DateProblem, DateProblemKind as Kind, Part};
use super::value::{DateValue, PartialDate};
use crate::text::{TextRange, TextSize};

/// What stands between the ends of a range.
const RANGE: &str = "..";

pub(super) fn value(text: &str) -> Result<DateValue, DateProblem> {
    if text.trim().is_empty() {
        return Err(problem(0, text.len(), Kind::Empty));
    }
    let Some(at) = text.find(RANGE) else {
        return Ok(DateValue::One(partial(text, 0)?));
    };
    let from = partial(&text[..at], 0)?;
    let start_of_end = at + RANGE.len();
    let until = partial(&text[start_of_end..], start_of_end)?;
    if until.last_day() < from.first_day() {
        return Err(problem(start_of_end, text.len(), Kind::Backwards));
    }
    Ok(DateValue::Range(from, until))
}

pub(super) fn value_with_time(text: &str) -> Result<DateValue, DateProblem> {
    let Some(at) = text.find(['T', 't', ' ']) else {
        return value(text);
    };
    let has_time = is_time(&text[at + 1..]);
    match partial(&text[..at], 0) {
        Ok(date @ PartialDate::Day(_)) if has_time => Ok(DateValue::One(date)),
        Ok(_) => Err(problem(at, text.len(), Kind::Time)),
        Err(problem) if has_time => Err(problem),
        Err(_) => value(text),
    }
}

/// A run of digits and the separator before it.
struct Number<'a> {
    before: Option<char>,
    text: &'a str,
    /// In bytes of the whole value.
    start: usize,
    end: usize,
}

/// Reads one date, which begins at byte `base` of the value.
fn partial(text: &str, base: usize) -> Result<PartialDate, DateProblem> {
    let numbers = numbers(text, base)?;
    check_separators(&numbers)?;
    let year = year(&numbers)?;
    let Some(number) = numbers.get(1) else {
        return Ok(PartialDate::Year(year));
    };
    let month = two_digits(number, Part::Month)?;
    let Some(first) = first_of(year, month) else {
        return Err(number.problem(Kind::NoSuchMonth(month)));
    };
    let Some(number) = numbers.get(2) else {
        return Ok(PartialDate::Month(year, first.month()));
    };
    let day = two_digits(number, Part::Day)?;
    let days = first.days_in_month();
    let exists = i8::try_from(day)
        .ok()
        .and_then(|day| Date::new(year, first.month(), day).ok());
    match (exists, numbers.get(3)) {
        (None, _) => Err(number.problem(Kind::NoSuchDay {
            year,
            month: first.month(),
            day,
            days,
        })),
        (_, Some(fourth)) => Err(fourth.problem(Kind::TooManyParts)),
        (Some(day), None) => Ok(PartialDate::Day(day)),
    }
}

fn numbers(text: &str, base: usize) -> Result<Vec<Number<'_>>, DateProblem> {
    let mut numbers = Vec::new();
    let mut before = None;
    let mut start = 0;
    for (at, character) in text.char_indices() {
        if digit(character).is_some() {
            continue;
        }
        if !matches!(character, '-' | '/' | '.') {
            let end = at + character.len_utf8();
            return Err(problem(base + at, base + end, Kind::Sign(character)));
        }
        numbers.push(Number::new(before, text, start..at, base));
        before = Some(character);
        start = at + 1;
    }
    numbers.push(Number::new(before, text, start..text.len(), base));
    Ok(numbers)
}

fn check_separators(numbers: &[Number<'_>]) -> Result<(), DateProblem> {
    let mut separators = numbers
        .iter()
        .filter_map(|number| Some((number.before?, number)));
    let Some((first, _)) = separators.next() else {
        return Ok(());
    };
    match separators.find(|(separator, _)| *separator != first) {
        Some((second, number)) => Err(problem(
            number.start - second.len_utf8(),
            number.start,
            Kind::MixedSeparators { first, second },
        )),
        None => Ok(()),
    }
}

fn year(numbers: &[Number<'_>]) -> Result<i16, DateProblem> {
    let number = &numbers[0];
    let year = number.value().and_then(|year| i16::try_from(year).ok());
    match (number.digits(), year) {
        (0, _) => Err(number.problem(Kind::Missing(Part::Year))),
        (4, Some(year)) if year >= 1000 => Ok(year),
        (4, Some(year)) => Err(number.problem(Kind::YearTooSmall(year))),
        (1 | 2, _) if numbers.last().is_some_and(|last| last.digits() == 4) => {
            Err(number.problem(Kind::YearNotFirst))
        }
        _ => Err(number.problem(Kind::Year(number.text.to_owned()))),
    }
}

fn two_digits(number: &Number<'_>, part: Part) -> Result<u32, DateProblem> {
    match (number.digits(), number.value()) {
        (0, _) => Err(number.problem(Kind::Missing(part))),
        (1, Some(value)) => Err(number.problem(Kind::OneDigit(format!("{value:02}")))),
        (2, Some(value)) => Ok(value),
        _ => Err(number.problem(Kind::TooManyDigits(number.text.to_owned()))),
    }
}

fn first_of(year: i16, month: u32) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, 1).ok()
}

/// Whether `text` is `18:30`, with or without seconds, fractions of them and a time zone.
fn is_time(text: &str) -> bool {
    let zone = text
        .find(['Z', 'z', '+', '-', '\u{2212}'])
        .unwrap_or(text.len());
    let (time, zone) = text.split_at(zone);
    is_clock(time.trim_end()) && is_zone(zone)
}

fn is_clock(time: &str) -> bool {
    let (time, fraction) = time.split_once(['.', ',']).unwrap_or((time, "0"));
    let mut parts = time.split(':');
    let hour = parts.next().and_then(|hour| below(hour, 25));
    let minute = parts.next().and_then(|minute| below(minute, 60));
    // The 61st second is a leap second.
    let seconds_fit = parts
        .next()
        .is_none_or(|second| below(second, 61).is_some());
    let fraction_fits = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    hour.is_some() && minute.is_some() && seconds_fit && parts.next().is_none() && fraction_fits
}

fn is_zone(zone: &str) -> bool {
    let Some(sign) = zone.chars().next() else {
        return true;
    };
    let offset = &zone[sign.len_utf8()..];
    if matches!(sign, 'Z' | 'z') {
        return offset.is_empty();
    }
    let digits = offset.replace(':', "");
    match digits.split_at_checked(2) {
        Some((hour, "")) => below(hour, 24).is_some(),
        Some((hour, minute)) => below(hour, 24).is_some() && below(minute, 60).is_some(),
        None => false,
    }
}

/// The value of two Latin digits, where it is less than `limit`.
fn below(digits: &str, limit: u32) -> Option<u32> {
    let two = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|value| two && *value < limit)
}

impl<'a> Number<'a> {
    fn new(
        before: Option<char>,
        text: &'a str,
        range: std::ops::Range<usize>,
        base: usize,
    ) -> Number<'a> {
        Number {
            before,
            start: base + range.start,
            end: base + range.end,
            text: &text[range],
        }
    }

    fn digits(&self) -> usize {
        self.text.chars().count()
    }

    fn value(&self) -> Option<u32> {
        self.text.chars().try_fold(0_u32, |value, character| {
            value.checked_mul(10)?.checked_add(digit(character)?)
        })
    }

    fn problem(&self, kind: Kind) -> DateProblem {
        problem(self.start, self.end, kind)
    }
}

fn problem(start: usize, end: usize, kind: Kind) -> DateProblem {
    DateProblem {
        range: TextRange::new(TextSize::new(start as u32), TextSize::new(end as u32)),
        kind,
    }
}
