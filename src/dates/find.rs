//! Finds date expressions in prose.
//!
//! What it must not do is cry wolf: `may`, `march` and `sun` are words, الأحد is a part of names,
//! Freitag a surname, 1984 a novel. An expression counts only with enough beside it: a capital
//! where the language writes one, a number, a preposition.

use super::calendar::{calendar, month_alone};
use super::cursor::Cursor;
use super::found::{CalendarClaim, DayClaim, Found, WeekdayClaim, Which};
use super::language::{self, Capitals};
use super::lexicon::{DayKind, Lexicon, WeekdayName, lexicon};
use super::numeric::{self, year_first};
use super::phrases::Vocabulary;
use super::token::{Token, TokenKind, tokens};
use crate::text::TextSize;

/// The date expressions of `text`, the wire text of one paragraph, in its order, none within
/// another. `lang` is the BCP 47 tag of its language. Without one, Arabic letters mean Arabic, and
/// everything else is read as English; of languages that Isnad does not know, only dates that are
/// written `2025-03-04` are found.
pub fn find(text: &str, lang: Option<&str>) -> Vec<Found> {
    let Some(lexicon) = lexicon_of(text, lang) else {
        let tokens = tokens(text, &Vocabulary::default(), "");
        return search(&tokens, |here| {
            let (date, after) = year_first(here)?;
            Some((Some(dated(date, after, here)), after))
        });
    };
    let tokens = tokens(text, &lexicon.vocabulary, lexicon.language.proclitics);
    search(&tokens, |here| {
        if !lexicon.may_begin(here.token()?) {
            return None;
        }
        if let Some(((), after)) = here.take(&lexicon.not_dates) {
            return Some((None, after));
        }
        let (found, after) = expression(lexicon, here)?;
        Some((Some(found), after))
    })
}

/// Reads words that somebody marked as a date: the one expression that they are, with prepositions
/// before it and nothing but signs after it. What is marked needs nothing beside it to be a date,
/// so weekdays and months count alone. `None` where the words hold more or something else, as in
/// `the week after Tuesday’s vote`.
pub fn read_marked(words: &str, lang: Option<&str>) -> Option<Found> {
    let lexicon = lexicon_of(words, lang)?;
    let tokens = tokens(words, &lexicon.vocabulary, lexicon.language.proclitics);
    let mut here = Cursor::marked(&tokens);
    loop {
        if here.take(&lexicon.not_dates).is_some() {
            return None;
        }
        if let Some((found, after)) = expression(lexicon, here) {
            let after = after.skip_any(&lexicon.times_of_day);
            return after.is_over(&lexicon.possessive).then_some(found);
        }
        here = lexicon.skip_lead(here)?;
    }
}

/// The language in which the dates of `text` are read: `lang`, a BCP 47 tag, or without one the
/// language that the script lets expect.
pub fn language_of<'a>(text: &str, lang: Option<&'a str>) -> &'a str {
    match lang {
        Some(lang) => lang,
        None if text.contains(is_arabic) => "ar",
        None => "en",
    }
}

/// The numbers of `text` that may be years, in digits of any script, each with the byte where it
/// begins.
pub fn years(text: &str) -> Vec<(i16, TextSize)> {
    let tokens = tokens(text, &Vocabulary::default(), "");
    let years = tokens.iter().filter_map(|token| match token.kind {
        TokenKind::Number { value, digits } => {
            let year = numeric::year(value, digits)?;
            Some((year, TextSize::new(token.start as u32)))
        }
        _ => None,
    });
    years.collect()
}

fn lexicon_of(text: &str, lang: Option<&str>) -> Option<&'static Lexicon> {
    language::of(language_of(text, lang)).map(lexicon)
}

type Read<'a, T> = Option<(T, Cursor<'a>)>;

/// Tries `read` at every place that nothing before has covered.
fn search<'a>(
    tokens: &'a [Token],
    read: impl Fn(Cursor<'a>) -> Read<'a, Option<Found>>,
) -> Vec<Found> {
    let mut found = Vec::new();
    let mut here = Cursor::new(tokens, 0);
    while here.token().is_some() {
        here = match read(here) {
            Some((expression, after)) => {
                found.extend(expression);
                after
            }
            None => here.skip(1),
        };
    }
    found
}

fn expression<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, Found> {
    if !here.begins() {
        return None;
    }
    from_day(lexicon, here)
        .or_else(|| from_count(lexicon, here))
        .or_else(|| from_weekday(lexicon, here))
        .or_else(|| from_date(lexicon, here))
}

/// `two days ago`, `vor 3 Tagen`, `قبل يومين`
fn from_count<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, Found> {
    let before = here.take(&lexicon.ago_before);
    let start = before.map_or(here, |((), after)| after);
    let (days, after) = count(lexicon, start)?;
    let after = match before {
        Some(_) => after,
        None => after.take(&lexicon.ago_after)?.1,
    };
    // Two days before what follows, not before the day of writing.
    if after.take(&lexicon.of).is_some() || !after.ends() {
        return None;
    }
    let day = DayClaim {
        offset: -days,
        range: after.range_from(here),
    };
    let found = Found {
        range: day.range,
        date: None,
        day: Some(day),
        weekday: None,
        which: Which::Unsaid,
    };
    Some((found, after))
}

/// A number of days.
fn count<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, i8> {
    if let Some(named) = here.take(&lexicon.spans) {
        return Some(named);
    }
    let (days, after) = here.take(&lexicon.numbers).or_else(|| {
        let ((value, _), after) = here.number()?;
        Some((numeric::day(value)?, after))
    })?;
    let ((), after) = after.take(&lexicon.day_units)?;
    Some((days, after))
}

/// `today`, `yesterday, Friday`, `اليوم الجمعة 21 كانون الثاني`
fn from_day<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, Found> {
    let (word, after) = here.take(&lexicon.days)?;
    let token = here.token()?;
    // NBC's “Today”, but: “Today we vote”.
    let quoted = after.glued_sign("\"”“»«").is_some();
    let is_name = word.kind == DayKind::Small || !token.first || quoted;
    if token.is_capital() && is_name && !here.marked || !after.ends() {
        return None;
    }
    let day = DayClaim {
        offset: word.offset,
        range: after.range_from(here),
    };
    let mut found = Found {
        range: day.range,
        date: None,
        day: Some(day),
        weekday: None,
        which: Which::Unsaid,
    };
    let mut end = after;
    let next = after.skip_any(&lexicon.times_of_day);
    if let Some((weekday, after)) = joined(lexicon, next, |next| sole_weekday(lexicon, next)) {
        found.weekday = Some(weekday);
        end = after;
    }
    let next = if end.at == after.at { next } else { end };
    if let Some((date, after)) = joined(lexicon, next, |next| calendar(lexicon, next)) {
        found.date = Some(date);
        end = after;
    }
    found.range = end.range_from(here);
    let alone = found.weekday.is_none() && found.date.is_none();
    (word.kind != DayKind::Adjective || !alone || here.marked).then_some((found, end))
}

/// `Friday`, `last Friday`, `Friday night, March 4`, `يوم الأربعاء الماضي`
fn from_weekday<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, Found> {
    let after_day_word = here.skip_any(&lexicon.day_words);
    let (mut which, next) = match after_day_word.take(&lexicon.which_before) {
        Some((which, next)) => (which, next),
        None => (Which::Unsaid, after_day_word),
    };
    let (name, weekday, mut end) = weekday(lexicon, next)?;
    let after_it = end.take(&lexicon.which_after);
    if let Some((after_it, after)) = after_it.filter(|(which, _)| which.fits_weekday()) {
        (which, end) = (after_it, after);
    }
    let after_time = end.skip_any(&lexicon.times_of_day);
    let mut found = Found {
        range: end.range_from(here),
        date: None,
        day: None,
        weekday: Some(weekday),
        which,
    };
    let date = joined(lexicon, after_time, |next| dated_with_which(lexicon, next));
    if let Some(((date, of_date), after)) = date.filter(|_| !is_listed(lexicon, here)) {
        found.range = after.range_from(here);
        found.date = Some(date);
        if of_date != Which::Unsaid {
            found.which = of_date;
        }
        return Some((found, after));
    }
    let has_time = name.compound || after_time.at != end.at;
    let fits = (!name.short || here.marked) && end.ends();
    let said = which != Which::Unsaid || here.marked || stands_alone(lexicon, here, has_time);
    (fits && said).then_some((found, end))
}

/// `4 March`, `March 4 (Tuesday)`, `March 2025`, `last March`, `4 آذار الماضي`
fn from_date<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, Found> {
    let (before, start) = match here.take(&lexicon.which_before) {
        Some((which, next)) => (which, next),
        None => (Which::Unsaid, here),
    };
    if let Some(((date, which), after)) = dated_with_which(lexicon, start) {
        let weekday = date.day.and_then(|_| in_parentheses(lexicon, after));
        let end = weekday.map_or(after, |(_, after)| after);
        let mut found = dated(date, end, here);
        found.weekday = weekday.map(|(weekday, _)| weekday);
        found.which = if which == Which::Unsaid {
            before
        } else {
            which
        };
        return Some((found, end));
    }
    let (date, after) = month_alone(lexicon, start)?;
    let ((date, which), after) = with_which(lexicon, date, after);
    let which = if which == Which::Unsaid {
        before
    } else {
        which
    };
    let says_which = !matches!(which, Which::Unsaid | Which::This);
    let said = says_which || here.marked || here.follows(&lexicon.months_after);
    let mut found = dated(date, after, here);
    found.which = which;
    (said && after.ends()).then_some((found, after))
}

fn dated_with_which<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, (CalendarClaim, Which)> {
    let (date, after) = calendar(lexicon, here)?;
    Some(with_which(lexicon, date, after))
}

/// A date, and what says which year's it is, where it has none.
fn with_which<'a>(
    lexicon: &Lexicon,
    date: CalendarClaim,
    after: Cursor<'a>,
) -> ((CalendarClaim, Which), Cursor<'a>) {
    let which = after
        .take(&lexicon.which_after)
        .filter(|(which, _)| which.fits_date());
    match which.filter(|_| date.year.is_none()) {
        Some((which, after)) => ((date, which), after),
        None => ((date, Which::Unsaid), after),
    }
}

fn in_parentheses<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, WeekdayClaim> {
    let (_, inside) = here.sign("(")?;
    let (_, weekday, after) = weekday(lexicon, inside)?;
    let (_, after) = after.sign(")")?;
    Some((weekday, after))
}

fn dated(date: CalendarClaim, after: Cursor<'_>, here: Cursor<'_>) -> Found {
    Found {
        range: after.range_from(here),
        date: Some(date),
        day: None,
        weekday: None,
        which: Which::Unsaid,
    }
}

/// What stands beside a day and says the same in another way: after a comma, after words such as
/// "the", or in parentheses.
fn joined<'a, T>(
    lexicon: &Lexicon,
    here: Cursor<'a>,
    read: impl Fn(Cursor<'a>) -> Read<'a, T>,
) -> Read<'a, T> {
    if let Some((_, inside)) = here.sign("(") {
        let (what, after) = read(inside.skip_any(&lexicon.fillers))?;
        let (_, after) = after.sign(")")?;
        return Some((what, after));
    }
    let next = here.skip_comma().skip_any(&lexicon.fillers);
    read(next.skip_any(&lexicon.fillers))
}

/// A weekday that does not begin a list: in `today, Friday and Saturday` it is another day.
fn sole_weekday<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, WeekdayClaim> {
    let (name, claim, after) = weekday(lexicon, here)?;
    let possessive = after.glued_sign("'").is_some();
    let next = after.skip_comma();
    let next = next.skip_any(&lexicon.joins);
    let listed = next.at != after.at && next.take(&lexicon.weekdays).is_some();
    (!name.short && !possessive && !listed && after.ends()).then_some((claim, after))
}

fn weekday<'a>(
    lexicon: &Lexicon,
    here: Cursor<'a>,
) -> Option<(WeekdayName, WeekdayClaim, Cursor<'a>)> {
    let (name, after) = here.take(&lexicon.weekdays)?;
    let token = here.token()?;
    let fits = match lexicon.language.capitals {
        Capitals::None => true,
        Capitals::Always => token.is_capital(),
        Capitals::First => !token.is_capital() || token.first,
    };
    let claim = WeekdayClaim {
        weekday: name.weekday,
        range: after.range_from(here),
    };
    let after = match after.glued_sign(".") {
        Some((_, after)) if name.short => after,
        _ => after,
    };
    fits.then_some((name, claim, after))
}

/// Whether a weekday without anything beside it is a day, not a habit or a name.
fn stands_alone(lexicon: &Lexicon, here: Cursor<'_>, has_time: bool) -> bool {
    let needed = &lexicon.weekdays_after;
    let supported = lexicon.language.weekdays_after.is_empty() || has_time || here.follows(needed);
    supported && !here.follows(&lexicon.habits)
}

/// Whether a weekday stands right before this one: the dates after `Friday and Saturday, March 4
/// and 5` belong to both.
fn is_listed(lexicon: &Lexicon, here: Cursor<'_>) -> bool {
    if here
        .token()
        .is_some_and(|token| token.proclitic() == Some('و'))
    {
        return here.follows(&lexicon.weekdays);
    }
    let before = here
        .back(1)
        .filter(|before| before.take(&lexicon.joins).is_some());
    before.is_some_and(|before| before.follows(&lexicon.weekdays))
}

fn is_arabic(character: char) -> bool {
    matches!(character, '\u{621}'..='\u{64a}')
}
