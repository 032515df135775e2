//! A language's words, ready to be found: its table and CLDR's names together.

use std::sync::LazyLock;

use jiff::civil::Weekday;

use super::cldr::{Length, locale, month_in, weekday_in};
use super::cursor::Cursor;
use super::found::Which;
use super::language::{LANGUAGES, Language};
use super::phrases::{FirstWords, Phrases, Vocabulary};
use super::token::Token;

pub(super) struct Lexicon {
    pub(super) language: &'static Language,
    pub(super) vocabulary: Vocabulary,
    pub(super) months: Phrases<Month>,
    pub(super) weekdays: Phrases<WeekdayName>,
    pub(super) days: Phrases<DayWord>,
    pub(super) day_names: Phrases<i8>,
    pub(super) which_before: Phrases<Which>,
    pub(super) which_after: Phrases<Which>,
    pub(super) day_words: Phrases<()>,
    pub(super) times_of_day: Phrases<()>,
    pub(super) fillers: Phrases<()>,
    pub(super) ordinals: Phrases<()>,
    pub(super) of: Phrases<()>,
    pub(super) year_words: Phrases<()>,
    pub(super) eras: Phrases<()>,
    pub(super) joins: Phrases<()>,
    pub(super) habits: Phrases<()>,
    pub(super) weekdays_after: Phrases<()>,
    pub(super) months_after: Phrases<()>,
    pub(super) wary_after: Phrases<()>,
    pub(super) units: Phrases<()>,
    pub(super) not_dates: Phrases<()>,
    pub(super) numbers: Phrases<i8>,
    pub(super) day_units: Phrases<()>,
    pub(super) spans: Phrases<i8>,
    pub(super) ago_before: Phrases<()>,
    pub(super) ago_after: Phrases<()>,
    pub(super) leads: Phrases<()>,
    pub(super) possessive: Phrases<()>,
    pub(super) day_point_month_after: Phrases<()>,
    /// The words with which an expression may begin, or what is none though it looks like one.
    first_words: FirstWords,
}

/// A name of a month.
#[derive(Debug, Clone, Copy)]
pub(super) struct Month {
    /// 1 to 12.
    pub(super) number: i8,
    /// Whether a point may follow.
    pub(super) short: bool,
    /// Whether it is a person's name as well.
    pub(super) wary: bool,
}

/// A name of a weekday.
#[derive(Debug, Clone, Copy)]
pub(super) struct WeekdayName {
    pub(super) weekday: Weekday,
    /// Whether it counts beside a date only, and a point may follow.
    pub(super) short: bool,
    /// Whether a time of day is written onto it.
    pub(super) compound: bool,
}

/// A word such as "yesterday".
#[derive(Debug, Clone, Copy)]
pub(super) struct DayWord {
    /// How many days later than the day of writing.
    pub(super) offset: i8,
    pub(super) kind: DayKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayKind {
    Plain,
    /// Another word where it begins with a capital.
    Small,
    /// Counts only before a weekday or a date.
    Adjective,
}

/// The words of the language at a place of [`LANGUAGES`].
pub(super) fn lexicon(language: usize) -> &'static Lexicon {
    static LEXICONS: [LazyLock<Lexicon>; LANGUAGES.len()] = [
        LazyLock::new(|| Lexicon::new(LANGUAGES[0])),
        LazyLock::new(|| Lexicon::new(LANGUAGES[1])),
        LazyLock::new(|| Lexicon::new(LANGUAGES[2])),
        LazyLock::new(|| Lexicon::new(LANGUAGES[3])),
    ];
    &LEXICONS[language]
}

impl Lexicon {
    fn new(language: &'static Language) -> Lexicon {
        let mut vocabulary = Vocabulary::default();
        let words = &mut vocabulary;
        let months = months(language);
        let weekdays = weekdays(language);
        let of = |phrases: &'static [&'static str], words: &mut Vocabulary| {
            Phrases::new(phrases.iter().map(|phrase| (*phrase, ())), words)
        };
        let mut lexicon = Lexicon {
            language,
            first_words: FirstWords::default(),
            months: Phrases::new(months.iter().map(|(name, month)| (&**name, *month)), words),
            weekdays: Phrases::new(weekdays.iter().map(|(name, day)| (&**name, *day)), words),
            days: Phrases::new(days(language), words),
            day_names: Phrases::new(language.day_names.iter().copied(), words),
            which_before: Phrases::new(language.which_before.iter().copied(), words),
            which_after: Phrases::new(language.which_after.iter().copied(), words),
            day_words: of(language.day_words, words),
            times_of_day: of(language.times_of_day, words),
            fillers: of(language.fillers, words),
            ordinals: of(language.ordinals, words),
            of: of(language.of, words),
            year_words: of(language.year_words, words),
            eras: of(language.eras, words),
            joins: of(language.joins, words),
            habits: of(language.habits, words),
            weekdays_after: of(language.weekdays_after, words),
            months_after: of(language.months_after, words),
            wary_after: of(language.wary_after, words),
            units: of(language.units, words),
            not_dates: of(language.not_dates, words),
            numbers: Phrases::new(language.numbers.iter().copied(), words),
            day_units: of(language.day_units, words),
            spans: Phrases::new(language.spans.iter().copied(), words),
            ago_before: of(language.ago_before, words),
            ago_after: of(language.ago_after, words),
            leads: of(language.leads, words),
            possessive: of(language.possessive, words),
            day_point_month_after: of(language.day_point_month_after, words),
            vocabulary,
        };
        lexicon.note_first_words();
        lexicon
    }

    fn note_first_words(&mut self) {
        let first = &mut self.first_words;
        for phrases in [&self.not_dates, &self.ago_before, &self.day_words] {
            phrases.note_first_words(first);
        }
        for phrases in [&self.spans, &self.numbers, &self.day_names] {
            phrases.note_first_words(first);
        }
        self.days.note_first_words(first);
        self.which_before.note_first_words(first);
        self.weekdays.note_first_words(first);
        self.months.note_first_words(first);
    }
}

impl Lexicon {
    /// Whether an expression may begin with the token; most words of a text are told from those by this alone.
    pub(super) fn may_begin(&self, token: &Token) -> bool {
        token.is_number() || self.first_words.has(token)
    }

    /// The place after a word that goes before dates: a preposition, an article, a time of day.
    pub(super) fn skip_lead<'a>(&self, here: Cursor<'a>) -> Option<Cursor<'a>> {
        let leads = [
            &self.leads,
            &self.fillers,
            &self.weekdays_after,
            &self.months_after,
            &self.wary_after,
        ];
        let mut taken = leads.iter().filter_map(|leads| here.take(leads));
        taken.next().map(|((), after)| after)
    }
}

/// Full names come before abbreviations, so that `May`, which is both, takes no point.
fn months(language: &Language) -> Vec<(String, Month)> {
    let named = |length| {
        language.locales.iter().flat_map(move |tag| {
            let locale = locale(tag);
            (1..=12).map(move |number| (month_in(number, &locale, length), number))
        })
    };
    let table = |names: &'static [(&'static str, i8)]| {
        names
            .iter()
            .map(|(name, number)| ((*name).to_owned(), *number))
    };
    let full = named(Length::Full).chain(table(language.months));
    let short = named(Length::Short).chain(table(language.short_months));
    let entry = |(name, number): (String, i8), short| {
        let wary = language.wary_months.contains(&&*name);
        let name = name.trim_end_matches('.').to_owned();
        (
            name,
            Month {
                number,
                short,
                wary,
            },
        )
    };
    full.map(|name| entry(name, false))
        .chain(short.map(|name| entry(name, true)))
        .collect()
}

fn weekdays(language: &Language) -> Vec<(String, WeekdayName)> {
    let named = |length| {
        language.locales.iter().flat_map(move |tag| {
            let locale = locale(tag);
            let week = Weekday::Monday.cycle_forward().take(7);
            week.map(move |weekday| (weekday_in(weekday, &locale, length), weekday))
        })
    };
    let table = |names: &'static [(&'static str, Weekday)]| {
        names
            .iter()
            .map(|(name, weekday)| ((*name).to_owned(), *weekday))
    };
    let full: Vec<_> = named(Length::Full)
        .chain(table(language.weekdays))
        .collect();
    let compounds = full.iter().flat_map(|(name, weekday)| {
        language
            .suffixes
            .iter()
            .map(move |suffix| (format!("{name}{suffix}"), *weekday))
    });
    let short = named(Length::Short).chain(table(language.short_weekdays));
    let entry = |(name, weekday): (String, Weekday), short, compound| {
        let name = name.trim_end_matches('.').to_owned();
        (
            name,
            WeekdayName {
                weekday,
                short,
                compound,
            },
        )
    };
    let simple = full.iter().cloned().map(|name| entry(name, false, false));
    let compounds = compounds.map(|name| entry(name, false, true));
    let short = short.map(|name| entry(name, true, false));
    simple.chain(compounds).chain(short).collect()
}

fn days(language: &'static Language) -> impl Iterator<Item = (&'static str, DayWord)> {
    let words = |days: &'static [(&'static str, i8)], kind| {
        days.iter().map(move |(word, offset)| {
            let offset = *offset;
            (*word, DayWord { offset, kind })
        })
    };
    words(language.days, DayKind::Plain)
        .chain(words(language.small_days, DayKind::Small))
        .chain(words(language.day_adjectives, DayKind::Adjective))
}
