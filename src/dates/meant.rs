//! What somebody means who writes a date of the markup otherwise than the markup does.

use super::digits::digit;
use super::find::find;
use super::fold::is_invisible;
use super::language;
use super::value::{DateValue, PartialDate};

/// What a value that is no date means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meant {
    /// The date.
    pub value: DateValue,
    /// Whether it is only written otherwise, so that nobody reads another date from it.
    pub is_certain: bool,
}

/// A run of digits: what it is worth, and how many digits it has.
type Number = (u32, usize);

/// The date that `text` means, which is no value of the markup: `2025-3-4`, `4.3.2025` where the
/// language `lang` writes the day first, `4 March 2025` in that language, `2025-03-04T18:30`,
/// `2025-03-04/06`, `2025-13-04`. `None` where more than one date may be meant.
pub fn meant(text: &str, lang: Option<&str>) -> Option<Meant> {
    let text: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    let text = text.trim();
    if let Ok(value) = DateValue::parse_with_time(text) {
        return Some(certain(value));
    }
    in_digits(text, lang).or_else(|| in_words(text, lang))
}

fn in_digits(text: &str, lang: Option<&str>) -> Option<Meant> {
    let sides = text.split_once("..").or_else(|| text.split_once('…'));
    let (from, until) = match sides {
        Some((from, until)) => (numbers(from)?, numbers(until.trim_start_matches('.'))?),
        None => halves(numbers(text)?),
    };
    let day_first = lang
        .and_then(language::of)
        .is_some_and(language::is_day_first);
    let from_date = one(&from, day_first)?;
    if until.is_empty() {
        return sides.is_none().then_some(from_date);
    }
    let until_date = match one(&until, day_first) {
        Some(until) => until,
        None => one(&completed(&from, &until)?, day_first)?,
    };
    let (DateValue::One(first), DateValue::One(last)) = (from_date.value, until_date.value) else {
        return None;
    };
    let is_certain = from_date.is_certain && until_date.is_certain;
    Some(if last.last_day() < first.first_day() {
        Meant {
            value: DateValue::Range(last, first),
            is_certain: false,
        }
    } else {
        Meant {
            value: DateValue::Range(first, last),
            is_certain,
        }
    })
}

/// The numbers of one date, and of a second one where there are as many as two have.
fn halves(numbers: Vec<Number>) -> (Vec<Number>, Vec<Number>) {
    let starts_twice = |at: usize| {
        let is_year = |number: Option<&Number>| number.is_some_and(|(_, digits)| *digits == 4);
        is_year(numbers.first()) && is_year(numbers.get(at))
    };
    let at = if numbers.len() == 6 && starts_twice(3) {
        3
    } else {
        numbers.len()
    };
    (numbers[..at].to_vec(), numbers[at..].to_vec())
}

/// One date of one, two or three numbers.
fn one(numbers: &[Number], day_first: bool) -> Option<Meant> {
    match *numbers {
        [(year, 8)] => value(year / 10_000, Some(year / 100 % 100), Some(year % 100)),
        [(year, 4)] => value(year, None, None),
        [(year, 4), (month, 1 | 2)] | [(month, 1 | 2), (year, 4)] => value(year, Some(month), None),
        [(year, 4), (month, 1 | 2), (day, 1 | 2)] => match value(year, Some(month), Some(day)) {
            Some(meant) => Some(meant),
            // Month and day in the order of another country.
            None if month > 12 => {
                let turned = value(year, Some(day), Some(month))?;
                Some(Meant {
                    is_certain: false,
                    ..turned
                })
            }
            None => None,
        },
        [(first, 1 | 2), (second, 1 | 2), (year, 4)] => {
            if day_first || first > 12 || first == second {
                value(year, Some(second), Some(first))
            } else if second > 12 {
                value(year, Some(first), Some(second))
            } else {
                None
            }
        }
        _ => None,
    }
}

/// The end of a range that leaves out what it has in common with the start: `2025-03-04..06`.
fn completed(from: &[Number], until: &[Number]) -> Option<Vec<Number>> {
    let is_short = until.iter().all(|(_, digits)| *digits <= 2);
    let common = from.len().checked_sub(until.len())?;
    let starts_with_year = from.first().is_some_and(|(_, digits)| *digits == 4);
    (is_short && common > 0 && starts_with_year).then(|| [&from[..common], until].concat())
}

fn value(year: u32, month: Option<u32>, day: Option<u32>) -> Option<Meant> {
    let rest = month.into_iter().chain(day);
    let text = rest.fold(format!("{year:04}"), |text, number| {
        format!("{text}-{number:02}")
    });
    DateValue::parse(&text).ok().map(certain)
}

fn certain(value: DateValue) -> Meant {
    Meant {
        value,
        is_certain: true,
    }
}

/// The numbers of a text that holds nothing else but signs between them; none where a sign at an
/// end shows that a number is missing.
fn numbers(text: &str) -> Option<Vec<Number>> {
    let text = text.trim();
    let ends = [text.chars().next(), text.chars().next_back()];
    if ends.into_iter().flatten().any(|end| digit(end).is_none()) {
        return None;
    }
    let mut numbers: Vec<Number> = Vec::new();
    let mut is_inside = false;
    for character in text.chars() {
        match (digit(character), numbers.last_mut()) {
            (Some(digit), Some((value, digits))) if is_inside => {
                *value = value.saturating_mul(10).saturating_add(digit);
                *digits += 1;
            }
            (Some(digit), _) => numbers.push((digit, 1)),
            (None, _) if !" -/._,،:–—−‐‑".contains(character) => return None,
            _ => {}
        }
        is_inside = digit(character).is_some();
    }
    (numbers.len() <= 6).then_some(numbers)
}

/// A whole date in the words of the language.
fn in_words(text: &str, lang: Option<&str>) -> Option<Meant> {
    let found = find(text, lang);
    let [found] = found.as_slice() else {
        return None;
    };
    let date = found
        .date
        .filter(|_| usize::from(found.range.len()) == text.len())?;
    let day = |day: i8| {
        value(
            date.year?.try_into().ok()?,
            date.month.try_into().ok(),
            day.try_into().ok(),
        )
    };
    match (date.day, date.until) {
        (Some(first), Some(last)) => {
            let (DateValue::One(first), DateValue::One(last)) =
                (day(first)?.value, day(last)?.value)
            else {
                return None;
            };
            Some(certain(DateValue::Range(first, last)))
        }
        (Some(first), None) => day(first),
        (None, _) => {
            let month = PartialDate::Month(date.year?, date.month);
            Some(certain(DateValue::One(month)))
        }
    }
}
