//! What a date expression of the prose says, before anyone asks which day that is.

use jiff::civil::Weekday;

use crate::text::TextRange;

/// A date expression of the prose. At least one of `date`, `day` and `weekday` is there; beside
/// each other they ought to denote the same day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The whole expression, in bytes of the text: without prepositions, with "day" and "last".
    pub range: TextRange,
    /// A date of the calendar: `4 March`, `March 2025`, `2025-03-04`.
    pub date: Option<CalendarClaim>,
    /// A day counted from the day of writing: `today`, `yesterday`.
    pub day: Option<DayClaim>,
    /// The weekday that is named, alone or beside the others.
    pub weekday: Option<WeekdayClaim>,
    /// Which of the days that the date, or else the weekday, could denote.
    pub which: Which,
}

/// A date of the calendar as the words give it; the calendar may have no such day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarClaim {
    /// The year, 1000 to 2199.
    pub year: Option<i16>,
    /// The month, 1 to 12.
    pub month: i8,
    /// The day of the month, 1 to 31.
    pub day: Option<i8>,
    /// The last day, where the words name several days of the month: the 6 of `March 4–6`.
    pub until: Option<i8>,
    /// The words that say it, in bytes of the text.
    pub range: TextRange,
}

/// A day counted from the day of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayClaim {
    /// How many days later it is; negative for days before.
    pub offset: i8,
    /// The words that say it, in bytes of the text.
    pub range: TextRange,
}

/// A weekday that the words name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekdayClaim {
    /// The weekday.
    pub weekday: Weekday,
    /// The word that says it, in bytes of the text; without "day" before it.
    pub range: TextRange,
}

/// Which of several days or months is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The words do not say.
    Unsaid,
    /// `last Wednesday`, `4 mars dernier`
    Last,
    /// `this Wednesday`
    This,
    /// `next Wednesday`
    Next,
    /// `Wednesday of last week`
    LastWeek,
    /// `Wednesday of this week`
    ThisWeek,
    /// `Wednesday of next week`
    NextWeek,
    /// `4 March of last year`
    LastYear,
    /// `4 March of this year`
    ThisYear,
    /// `4 March of next year`
    NextYear,
}

impl Found {
    /// Whether it denotes a day only for who knows the day of writing.
    pub fn needs_anchor(&self) -> bool {
        self.date.is_none_or(|date| date.year.is_none())
    }
}

impl Which {
    /// Whether it says of a weekday which one is meant.
    pub(super) fn fits_weekday(self) -> bool {
        !matches!(self, Which::LastYear | Which::ThisYear | Which::NextYear)
    }

    /// Whether it says of a date whose year it is.
    pub(super) fn fits_date(self) -> bool {
        !matches!(self, Which::LastWeek | Which::ThisWeek | Which::NextWeek)
    }
}
