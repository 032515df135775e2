//! Dates as the markup writes them: `2025-03-04`, `2025/03`, `٢٠٢٥/٠٣/٠٤`,
//! `2025-03-04..2025-03-06`.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::problem::DateProblem;
use super::written;

/// A date that may be known to the month or the year only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// A year, 1000 to 9999.
    Year(i16),
    /// A month, 1 to 12, of a year.
    Month(i16, i8),
    /// A day.
    Day(Date),
}

/// What a date in the markup denotes: one date, or all days from one to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateValue {
    /// One day, month or year.
    One(PartialDate),
    /// From the first to the last of these, both included; the last never ends before the first
    /// begins.
    Range(PartialDate, PartialDate),
}

/// What stands between year, month and day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// `2025-03-04`, in left-to-right paragraphs.
    Hyphen,
    /// `2025/03/04`, in right-to-left paragraphs, where hyphens turn the parts around.
    Slash,
    /// `2025.03.04`.
    Dot,
}

impl PartialDate {
    /// The first day of it.
    pub fn first_day(self) -> Date {
        match self {
            PartialDate::Year(year) => Date::constant(year, 1, 1),
            PartialDate::Month(year, month) => Date::constant(year, month, 1),
            PartialDate::Day(day) => day,
        }
    }

    /// The last day of it.
    pub fn last_day(self) -> Date {
        match self {
            PartialDate::Year(year) => Date::constant(year, 12, 31),
            PartialDate::Month(..) => self.first_day().last_of_month(),
            PartialDate::Day(day) => day,
        }
    }

    fn write(self, separator: char, to: &mut impl fmt::Write) -> fmt::Result {
        let day = self.first_day();
        write!(to, "{:04}", day.year())?;
        if !matches!(self, PartialDate::Year(_)) {
            write!(to, "{separator}{:02}", day.month())?;
        }
        if matches!(self, PartialDate::Day(_)) {
            write!(to, "{separator}{:02}", day.day())?;
        }
        Ok(())
    }
}

impl DateValue {
    /// Reads a date as an annotation holds it: `2025-03-04`, with `-`, `/` or `.` and digits of
    /// any of the known scripts; `2025-03`, `2025`; a range of them, `2025-03-04..2025-03-06`.
    /// Only days that the calendar has.
    pub fn parse(text: &str) -> Result<DateValue, DateProblem> {
        written::value(text)
    }

    /// As [`DateValue::parse`], but a day may be followed by a time, as in
    /// `2025-03-04T18:30:00+01:00`. The day is the one that is written, whatever the time zone.
    pub fn parse_with_time(text: &str) -> Result<DateValue, DateProblem> {
        written::value_with_time(text)
    }

    /// The date as Isnad writes it, in Latin digits.
    pub fn canonical(self, separator: Separator) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = self.write(separator.character(), &mut text);
        text
    }

    /// The first day of it.
    pub fn first_day(self) -> Date {
        match self {
            DateValue::One(date) | DateValue::Range(date, _) => date.first_day(),
        }
    }

    /// The last day of it.
    pub fn last_day(self) -> Date {
        match self {
            DateValue::One(date) | DateValue::Range(_, date) => date.last_day(),
        }
    }

    /// The day, where it denotes a single one.
    pub fn day(self) -> Option<Date> {
        (self.first_day() == self.last_day()).then(|| self.first_day())
    }

    /// Whether one of its days is such a weekday.
    pub fn holds(self, weekday: Weekday) -> bool {
        let (first, last) = (self.first_day(), self.last_day());
        let days = first.series(1.day()).take_while(|day| *day <= last);
        days.take(7).any(|day| day.weekday() == weekday)
    }

    /// Whether some day belongs to both.
    pub fn overlaps(self, other: DateValue) -> bool {
        self.first_day() <= other.last_day() && other.first_day() <= self.last_day()
    }

    fn write(self, separator: char, to: &mut impl fmt::Write) -> fmt::Result {
        match self {
            DateValue::One(date) => date.write(separator, to),
            DateValue::Range(from, until) => {
                from.write(separator, to)?;
                to.write_str("..")?;
                until.write(separator, to)
            }
        }
    }
}

impl Separator {
    fn character(self) -> char {
        match self {
            Separator::Hyphen => '-',
            Separator::Slash => '/',
            Separator::Dot => '.',
        }
    }
}

impl From<Date> for DateValue {
    fn from(day: Date) -> DateValue {
        DateValue::One(PartialDate::Day(day))
    }
}

impl fmt::Display for DateValue {
    /// With hyphens.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write('-', f)
    }
}
