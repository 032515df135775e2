//! Dates: as the markup writes them, and as prose does.
//!
//! [`DateValue::parse`] reads the value of an annotation or of the front matter. [`find()`] finds
//! the date expressions of a paragraph, [`read_marked`] reads words that are marked as one,
//! [`resolve()`] says which days they can denote, and
//! [`weekday_mismatch`] where a weekday stands beside a day that is another one.
//!
//! Today is an input: nothing here reads the clock. Hijri dates, hours and seasons are not read.

mod calendar;
mod cldr;
mod cursor;
mod digits;
mod find;
mod fold;
mod found;
mod language;
mod lexicon;
mod meant;
mod numeric;
mod phrases;
mod problem;
mod resolve;
mod token;
mod value;
mod written;

#[cfg(test)]
mod tests;

pub use jiff::civil::{Date, Weekday};

pub use cldr::{long_date, month_name, value_in_words, weekday_name, writes};
pub use find::{find, language_of, read_marked, years};
pub use found::{CalendarClaim, DayClaim, Found, WeekdayClaim, Which};
pub use meant::{Meant, meant};
pub use problem::{DateProblem, DateProblemKind, Part};
pub use resolve::{Resolution, WeekdayMismatch, days_later, resolve, weekday_mismatch, weekday_of};
pub use value::{DateValue, PartialDate, Separator};
