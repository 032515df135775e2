//! The words with which each language dates things: one file per language.
//!
//! Names of months and weekdays come from CLDR by `locales`; a table adds what CLDR lacks. Words
//! are compared after folding, so that one spelling stands for those that differ in case, accents,
//! vowel marks or hamza.

mod ar;
mod de;
mod en;
mod fr;

use jiff::civil::Weekday;

use super::found::Which;

/// What a language's table holds.
pub(super) struct Language {
    /// The language subtag of BCP 47.
    pub(super) code: &'static str,
    /// The locales whose names of months and weekdays a writer may use.
    pub(super) locales: &'static [&'static str],
    /// Further names of months, 1 to 12.
    pub(super) months: &'static [(&'static str, i8)],
    /// Further abbreviations of months; a point may follow them.
    pub(super) short_months: &'static [(&'static str, i8)],
    /// Further names of weekdays.
    pub(super) weekdays: &'static [(&'static str, Weekday)],
    /// Further weekdays that count only beside a date; a point may follow them.
    pub(super) short_weekdays: &'static [(&'static str, Weekday)],
    /// Words for days counted from the day of writing.
    pub(super) days: &'static [(&'static str, i8)],
    /// Words for days that are other words where they begin with a capital.
    pub(super) small_days: &'static [(&'static str, i8)],
    /// Words for days that count only before a weekday or a date: the `heutigen` of `am heutigen Samstag`.
    pub(super) day_adjectives: &'static [(&'static str, i8)],
    /// Days of the month in words.
    pub(super) day_names: &'static [(&'static str, i8)],
    /// What says, before a weekday or a month, which one is meant.
    pub(super) which_before: &'static [(&'static str, Which)],
    /// The same after it.
    pub(super) which_after: &'static [(&'static str, Which)],
    /// "Day", written before a weekday.
    pub(super) day_words: &'static [&'static str],
    /// Times of day, written after a weekday or a word such as "today".
    pub(super) times_of_day: &'static [&'static str],
    /// Times of day that are written onto the weekday.
    pub(super) suffixes: &'static [&'static str],
    /// What may stand between a weekday and its date, or between "today" and the weekday.
    pub(super) fillers: &'static [&'static str],
    /// What is written onto a day of the month.
    pub(super) ordinals: &'static [&'static str],
    /// What may stand between the day and the month.
    pub(super) of: &'static [&'static str],
    /// "The year", written before one.
    pub(super) year_words: &'static [&'static str],
    /// "A. D.", written after a year.
    pub(super) eras: &'static [&'static str],
    /// What joins two days of one month, or two weekdays.
    pub(super) joins: &'static [&'static str],
    /// After these a weekday is every such day, or no day at all.
    pub(super) habits: &'static [&'static str],
    /// Without a date beside it a weekday counts only after one of these; if there are none, always.
    pub(super) weekdays_after: &'static [&'static str],
    /// Without a day or a year beside it a month counts only after one of these.
    pub(super) months_after: &'static [&'static str],
    /// Months that are also names of people.
    pub(super) wary_months: &'static [&'static str],
    /// After these, such a month is one although a capital comes before it.
    pub(super) wary_after: &'static [&'static str],
    /// After these a number that follows a month is no day.
    pub(super) units: &'static [&'static str],
    /// Phrases whose words say no date.
    pub(super) not_dates: &'static [&'static str],
    /// Numbers in words, as they stand before "days".
    pub(super) numbers: &'static [(&'static str, i8)],
    /// "Days", after a number.
    pub(super) day_units: &'static [&'static str],
    /// Numbers of days in one word or phrase.
    pub(super) spans: &'static [(&'static str, i8)],
    /// What says, before a number of days, that they are counted back from the day of writing.
    pub(super) ago_before: &'static [&'static str],
    /// The same after it.
    pub(super) ago_after: &'static [&'static str],
    /// What else may stand before a date without belonging to it.
    pub(super) leads: &'static [&'static str],
    /// What is written onto a date to make it a possessive.
    pub(super) possessive: &'static [&'static str],
    /// After these `7.10.` is a day and a month.
    pub(super) day_point_month_after: &'static [&'static str],
    /// How months and weekdays are spelled.
    pub(super) capitals: Capitals,
    /// Whether the day may follow the month.
    pub(super) month_first: MonthFirst,
    /// Whether `04/03/2025` is 4 March to everyone.
    pub(super) day_first: bool,
    /// Letters that are written onto the next word.
    pub(super) proclitics: &'static str,
}

/// How a language spells months and weekdays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Capitals {
    /// The script has none.
    None,
    /// With a capital.
    Always,
    /// With a capital only where a sentence begins.
    First,
}

/// Whether a language writes the month before the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MonthFirst {
    Never,
    /// Only where a year follows.
    WithYear,
    Always,
}

/// All languages, in the order of their codes. A new one is a file and a line here.
pub(super) const LANGUAGES: [&Language; 4] = [&ar::ARABIC, &de::GERMAN, &en::ENGLISH, &fr::FRENCH];

/// Whether every country of the language writes `04/03/2025` for 4 March.
pub(super) fn is_day_first(language: usize) -> bool {
    LANGUAGES[language].day_first
}

/// The place, in [`LANGUAGES`], of the language that a BCP 47 tag names.
pub(super) fn of(lang: &str) -> Option<usize> {
    let code = lang.split(['-', '_']).next()?;
    LANGUAGES
        .iter()
        .position(|language| language.code.eq_ignore_ascii_case(code))
}
