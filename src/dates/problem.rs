//! Why something is no date of the markup, told so that one can mend it.

use std::fmt;

use super::fold::is_ignored;
use crate::names::characters::in_words;
use crate::text::TextRange;

/// Why a value is no date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateProblem {
    /// Which part of the value is wrong, in bytes of the value; empty where something is missing.
    pub range: TextRange,
    /// What is wrong with it.
    pub kind: DateProblemKind,
}

/// What can be wrong with a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateProblemKind {
    /// Nothing is written.
    Empty,
    /// A character that stands in no date.
    Sign(char),
    /// A year without four digits.
    Year(String),
    /// The day or the month comes first.
    YearNotFirst,
    /// A month or a day with one digit; with what to write instead.
    OneDigit(String),
    /// A month or a day with more than two digits.
    TooManyDigits(String),
    /// A number is missing after a separator, or at an end of a range.
    Missing(Part),
    /// A second separator that differs from the first.
    MixedSeparators {
        /// The one that came first.
        first: char,
        /// The one that differs.
        second: char,
    },
    /// More than year, month and day.
    TooManyParts,
    /// A year before 1000.
    YearTooSmall(i16),
    /// A month other than 1 to 12.
    NoSuchMonth(u32),
    /// A day that its month does not have.
    NoSuchDay {
        /// The year.
        year: i16,
        /// The month, 1 to 12.
        month: i8,
        /// The day that is written.
        day: u32,
        /// How many days the month has.
        days: i8,
    },
    /// A range whose end lies before its start.
    Backwards,
    /// What follows the day is no time of day.
    Time,
}

/// What a date is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The year.
    Year,
    /// The month.
    Month,
    /// The day.
    Day,
}

impl fmt::Display for DateProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            DateProblemKind::Empty => f.write_str("the date is missing: write it as in 2025-03-04"),
            DateProblemKind::Sign(sign) if is_unseen(*sign) => {
                let sign = in_words(*sign);
                write!(
                    f,
                    "{sign} cannot stand in a date: write it as in 2025-03-04"
                )
            }
            DateProblemKind::Sign(sign) => write!(
                f,
                "`{sign}` cannot stand in a date: write it in digits, as in 2025-03-04"
            ),
            DateProblemKind::Year(year) => {
                write!(f, "the year `{year}` needs four digits, as in 2025-03-04")
            }
            DateProblemKind::YearNotFirst => {
                f.write_str("the year comes first, then month and day, as in 2025-03-04")
            }
            DateProblemKind::OneDigit(two) => {
                write!(f, "month and day need two digits: write `{two}`")
            }
            DateProblemKind::TooManyDigits(number) => write!(
                f,
                "`{number}` has too many digits: month and day have two, as in 2025-03-04"
            ),
            DateProblemKind::Missing(part) => {
                write!(f, "the {part} is missing here, as in 2025-03-04")
            }
            DateProblemKind::MixedSeparators { first, second } => write!(
                f,
                "`{first}` and `{second}` in one date: use the same sign throughout"
            ),
            DateProblemKind::TooManyParts => {
                f.write_str("a date ends with the day, as in 2025-03-04")
            }
            DateProblemKind::YearTooSmall(year) => {
                write!(
                    f,
                    "the year {year:04} is out of range: years are 1000 to 9999"
                )
            }
            DateProblemKind::NoSuchMonth(month) => {
                write!(f, "there is no month {month}: months are 01 to 12")
            }
            DateProblemKind::NoSuchDay {
                year,
                month,
                day: 0,
                days,
            } => {
                write!(f, "there is no day 0: {year}-{month:02} has 01 to {days}")
            }
            DateProblemKind::NoSuchDay {
                year,
                month,
                day,
                days,
            } => write!(
                f,
                "there is no {year}-{month:02}-{day:02}: the month has only {days} days"
            ),
            DateProblemKind::Backwards => {
                f.write_str("the range ends before it starts: put the earlier date first")
            }
            DateProblemKind::Time => {
                f.write_str("what follows the day is no time, as in 2025-03-04T18:30:00+01:00")
            }
        }
    }
}

fn is_unseen(character: char) -> bool {
    character.is_control() || character.is_whitespace() || is_ignored(character)
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Part::Year => "year",
            Part::Month => "month",
            Part::Day => "day",
        })
    }
}
