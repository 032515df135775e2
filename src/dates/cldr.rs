//! Names of months and weekdays, and how a language writes dates, as CLDR has them by way of
//! ICU4X.
//!
//! Its data adds about half a megabyte to the binary. It knows what a table made by hand forgets:
//! four sets of Arabic month names, Austria's Jänner, the points of French abbreviations.

use icu_calendar::{Date as IcuDate, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu_datetime::fieldsets::enums::{CalendarPeriodFieldSet, DateFieldSet};
use icu_datetime::fieldsets::{E, M, YM, YMDE};
use icu_locale_core::Locale;
use jiff::civil::{Date, Weekday};

use super::language;
use super::value::{DateValue, PartialDate};

/// Full or abbreviated names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    Full,
    Short,
}

/// A day whose month and weekday stand for themselves: 1 September 2025 is a Monday.
const A_MONDAY: Date = Date::constant(2025, 9, 1);

/// The name of a month, 1 to 12, in the language `lang`, a BCP 47 tag; in English where Isnad does
/// not read the language's dates.
pub fn month_name(month: i8, lang: &str) -> String {
    month_in(month, &locale(lang), Length::Full)
}

/// The name of a weekday in the language `lang`, a BCP 47 tag; in English where Isnad does not
/// read the language's dates.
pub fn weekday_name(weekday: Weekday, lang: &str) -> String {
    weekday_in(weekday, &locale(lang), Length::Full)
}

/// Whether it is known how the language `lang`, a BCP 47 tag, writes dates.
pub fn writes(lang: &str) -> bool {
    language::of(lang).is_some()
}

/// A day in words, with its weekday, as in `Friday, January 21, 2022`, in the language `lang`, a
/// BCP 47 tag; in English where Isnad does not read the language's dates.
pub fn long_date(date: Date, lang: &str) -> String {
    written(date, &locale(lang), DateFieldSet::YMDE(YMDE::long()))
}

/// A date in words as [`long_date`] writes it, or as far as it is known: `March 2025`, `2025`; of a
/// range the first and the last, one piece each, for who joins them.
pub fn value_in_words(value: DateValue, lang: &str) -> Vec<String> {
    let locale = locale(lang);
    let partial = |date| match date {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(year, month) => month_of_year(year, month, &locale),
        PartialDate::Day(day) => written(day, &locale, DateFieldSet::YMDE(YMDE::long())),
    };
    match value {
        DateValue::One(date) => vec![partial(date)],
        DateValue::Range(from, until) => vec![partial(from), partial(until)],
    }
}

fn month_of_year(year: i16, month: i8, locale: &Locale) -> String {
    let fields = CalendarPeriodFieldSet::YM(YM::long());
    let formatter = Formatter::<Gregorian, _>::try_new(locale.into(), fields).ok();
    let name = formatter
        .zip(gregorian(year, month, 1))
        .map(|(formatter, day)| formatter.format(&day).to_string());
    name.unwrap_or_else(|| DateValue::One(PartialDate::Month(year, month)).to_string())
}

/// The name of a month, 1 to 12, in a locale of the tables.
pub(super) fn month_in(month: i8, locale: &Locale, length: Length) -> String {
    let fields = CalendarPeriodFieldSet::M(match length {
        Length::Full => M::long(),
        Length::Short => M::medium(),
    });
    let formatter = Formatter::<Gregorian, _>::try_new(locale.into(), fields).ok();
    let day = gregorian(A_MONDAY.year(), month, 1);
    let name = formatter
        .zip(day)
        .map(|(formatter, day)| formatter.format(&day).to_string());
    name.unwrap_or_else(|| month.to_string())
}

/// The name of a weekday in a locale of the tables.
pub(super) fn weekday_in(weekday: Weekday, locale: &Locale, length: Length) -> String {
    let fields = match length {
        Length::Full => E::long(),
        Length::Short => E::medium(),
    };
    let day = A_MONDAY.day() + weekday.to_monday_zero_offset();
    let day = Date::constant(A_MONDAY.year(), A_MONDAY.month(), day);
    written(day, locale, DateFieldSet::E(fields))
}

/// The locale that a tag names.
pub(super) fn locale(lang: &str) -> Locale {
    let known = language::of(lang).and_then(|_| lang.parse().ok());
    known.unwrap_or(icu_locale_core::locale!("en"))
}

fn written(date: Date, locale: &Locale, fields: DateFieldSet) -> String {
    let formatter = Formatter::<Gregorian, _>::try_new(locale.into(), fields).ok();
    let day = gregorian(date.year(), date.month(), date.day());
    let text = formatter
        .zip(day)
        .map(|(formatter, day)| formatter.format(&day).to_string());
    text.unwrap_or_else(|| date.to_string())
}

fn gregorian(year: i16, month: i8, day: i8) -> Option<IcuDate<Gregorian>> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    IcuDate::try_new_gregorian(year.into(), month, day).ok()
}
