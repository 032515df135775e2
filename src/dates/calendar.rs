//! Dates with the name of a month: `4 March 2025`, `March 4`, `March 2025`.

use super::cursor::Cursor;
use super::found::CalendarClaim;
use super::language::{Capitals, MonthFirst};
use super::lexicon::{Lexicon, Month};
use super::numeric;
use super::token::Token;

type Read<'a, T> = Option<(T, Cursor<'a>)>;

/// The days of a month that a date names: one, or the first and the last of several.
type Days = (i8, Option<i8>);

/// A date in words or digits.
pub(super) fn calendar<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, CalendarClaim> {
    if !here.begins() {
        return None;
    }
    if here.token()?.is_number() {
        return numeric::year_first(here)
            .or_else(|| numeric::year_last(lexicon.language.day_first, here))
            .or_else(|| day_month(lexicon, here))
            .or_else(|| numeric::day_point_month(lexicon, here));
    }
    day_month(lexicon, here)
        .or_else(|| month_day(lexicon, here))
        .or_else(|| month_year(lexicon, here))
}

/// The name of a month with nothing beside it.
pub(super) fn month_alone<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, CalendarClaim> {
    let (month, after) = leading_month(lexicon, here)?;
    let after = second_name(lexicon, month, after);
    let is_name = month.wary && is_after_name(lexicon, here);
    (!is_name).then(|| (claim(None, month, None, here, after), after))
}

/// `4 March 2025`, `4th of March`, `4.–6. März`, `21 كانون الثاني/يناير 2022م`
fn day_month<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, CalendarClaim> {
    let (first, after) = day(lexicon, here)?;
    let next = after.skip_any(&lexicon.joins);
    let several = day(lexicon, next).filter(|(until, _)| *until > first && is_joined(after, next));
    let (days, after) = match several {
        Some((until, after)) => ((first, Some(until)), after),
        None => ((first, None), after),
    };
    let next = after.skip_any(&lexicon.of);
    // 21يناير occurs, 4March does not.
    if next.is_glued() && lexicon.language.capitals != Capitals::None {
        return None;
    }
    let (month, after) = month(lexicon, next)?;
    let token = next.token()?;
    let is_word = lexicon.language.capitals == Capitals::Always && !token.is_capital();
    if is_word || token.proclitic().is_some() {
        return None;
    }
    let after = second_name(lexicon, month, after);
    let (year, after) = maybe_year(lexicon, month, after);
    after
        .ends()
        .then(|| (claim(year, month, Some(days), here, after), after))
}

/// `March 4, 2025`, `Mar. 4`, `March 4–6`
fn month_day<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, CalendarClaim> {
    if lexicon.language.month_first == MonthFirst::Never {
        return None;
    }
    let (month, after) = leading_month(lexicon, here)?;
    let after = skip_point(month, after);
    if after.is_glued() || month.wary && is_after_name(lexicon, here) {
        return None;
    }
    let (first, after) = day(lexicon, after)?;
    let several = after
        .sign("-")
        .and_then(|(_, after)| day(lexicon, after))
        .filter(|(until, _)| *until > first);
    let (days, after) = match several {
        Some((until, after)) => ((first, Some(until)), after),
        None => ((first, None), after),
    };
    if let Some((year, after)) = year(lexicon, after) {
        return Some((claim(Some(year), month, Some(days), here, after), after));
    }
    let is_count = after.take(&lexicon.units).is_some() || !after.ends();
    let fits = lexicon.language.month_first == MonthFirst::Always && !is_count;
    fits.then(|| (claim(None, month, Some(days), here, after), after))
}

/// `March 2025`, `mars 2025`
fn month_year<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, CalendarClaim> {
    let (month, after) = leading_month(lexicon, here)?;
    if month.wary && is_after_name(lexicon, here) {
        return None;
    }
    let after = second_name(lexicon, month, after);
    let (year, after) = year(lexicon, skip_point(month, after))?;
    Some((claim(Some(year), month, None, here, after), after))
}

/// A month that is not announced by a day before it, so that its spelling has to tell.
fn leading_month<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, Month> {
    let (month, after) = month(lexicon, here)?;
    let token = here.token()?;
    let spelled = match lexicon.language.capitals {
        Capitals::None => token.proclitic().is_none_or(|proclitic| proclitic == 'و'),
        Capitals::Always => token.is_capital(),
        Capitals::First => !token.is_capital() || token.first,
    };
    spelled.then_some((month, after))
}

fn month<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, Month> {
    here.take(&lexicon.months)
}

/// The same month by another of its names: `كانون الثاني/يناير`, `يناير (كانون الثاني)`.
fn second_name<'a>(lexicon: &Lexicon, month: Month, here: Cursor<'a>) -> Cursor<'a> {
    let same = |here: Cursor<'a>| {
        let (second, after) = here.take(&lexicon.months)?;
        (second.number == month.number).then_some(after)
    };
    if let Some((_, inside)) = here.sign("(") {
        let after = same(inside).and_then(|after| after.sign(")"));
        return after.map_or(here, |(_, after)| after);
    }
    let next = here.sign("/-").map_or(here, |(_, after)| after);
    same(next).unwrap_or(here)
}

fn maybe_year<'a>(lexicon: &Lexicon, month: Month, here: Cursor<'a>) -> (Option<i16>, Cursor<'a>) {
    match year(lexicon, skip_point(month, here)) {
        Some((year, after)) => (Some(year), after),
        None => (None, here),
    }
}

/// `2025`, `, 2025`, `من العام 2025`, `2022م`, `2022ء`
fn year<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, i16> {
    let next = here.skip_comma().skip_any(&lexicon.year_words);
    if next.is_glued() {
        return None;
    }
    let ((value, digits), after) = next.number()?;
    let year = numeric::year(value, digits)?;
    if after.take(&lexicon.units).is_some() {
        return None;
    }
    if let Some(((), after)) = after.take(&lexicon.eras) {
        return Some((year, after));
    }
    after.ends().then_some((year, after))
}

/// Whether the day at `next` goes with the one that ends at `after`: by a word or sign between
/// them, or by the و that is written onto it.
fn is_joined(after: Cursor<'_>, next: Cursor<'_>) -> bool {
    next.at != after.at
        || next
            .token()
            .is_some_and(|token| token.proclitic() == Some('و'))
}

fn day<'a>(lexicon: &Lexicon, here: Cursor<'a>) -> Read<'a, i8> {
    if let Some(named) = here.take(&lexicon.day_names) {
        return Some(named);
    }
    let ((value, digits), after) = here.number()?;
    let day = numeric::day(value).filter(|_| digits <= 2)?;
    let ordinal = after.take(&lexicon.ordinals).filter(|_| after.is_glued());
    Some((day, ordinal.map_or(after, |((), after)| after)))
}

fn skip_point(month: Month, here: Cursor<'_>) -> Cursor<'_> {
    match here.glued_sign(".") {
        Some((_, after)) if month.short => after,
        _ => here,
    }
}

/// Whether a month that is also a person's name follows a word that may be their first name.
fn is_after_name(lexicon: &Lexicon, here: Cursor<'_>) -> bool {
    let before = here.before();
    before.is_some_and(Token::is_capital) && !here.follows(&lexicon.wary_after)
}

fn claim(
    year: Option<i16>,
    month: Month,
    days: Option<Days>,
    start: Cursor<'_>,
    end: Cursor<'_>,
) -> CalendarClaim {
    CalendarClaim {
        year,
        month: month.number,
        day: days.map(|(first, _)| first),
        until: days.and_then(|(_, until)| until),
        range: end.range_from(start),
    }
}
