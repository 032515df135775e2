//! What is known of a date: the day in words, how it is read, what else it may be.

use crate::dates::{self, DateValue, Resolution, value_in_words};
use crate::ide::markdown::{Card, isolated};
use crate::model::{Analysis, DateMention, WrittenDate};
use crate::text::TextRange;

/// The card of the date at `at` of the list; `text` is the article.
pub(super) fn date_card(text: &str, analysis: &Analysis, at: usize) -> String {
    let date = &analysis.dates()[at];
    let lang = dates::language_of(text, analysis.article.lang());
    let mark = date.mark.map(|mark| &analysis.article.dates[mark].date);
    let words = isolated(&text[date.words]);
    match mark.map(|mark| &mark.value) {
        Some(Err(problem)) => format!("**no date**: {}", isolated(&problem.to_string())),
        Some(Ok(value)) => {
            let mut card = Card::new(heading(*value, lang));
            card.line(Some(format!(
                "{words}, marked as {}",
                isolated(&value.to_string())
            )));
            let readings = date.resolution.readings();
            let differs = readings.len() > 1 || !date.resolution.admits(*value);
            let by_words = list(readings.iter().copied(), lang).filter(|_| differs);
            card.line(
                by_words.map(|readings| {
                    format!("By its words{}: {readings}", seen_from(analysis, date))
                }),
            );
            card.text
        }
        None => prose_card(analysis, date, &words, lang),
    }
}

/// The card of a date of the front matter.
pub(super) fn front_date_card(text: &str, analysis: &Analysis, range: TextRange) -> String {
    let front = &analysis.article.front;
    let is_here =
        |date: &Option<WrittenDate>| date.as_ref().is_some_and(|date| date.range == range);
    let (what, date) = if is_here(&front.dateline) {
        ("day of the dateline", &front.dateline)
    } else {
        ("day of publication", &front.date)
    };
    let lang = dates::language_of(text, analysis.article.lang());
    let value = date.as_ref().map(|date| &date.value);
    match value {
        Some(Ok(value)) => {
            let mut card = Card::new(heading(*value, lang));
            card.line(Some(what.to_owned()));
            let counts = front.anchor().is_some_and(|anchor| anchor.range == range);
            card.line(counts.then(|| "“Today” and its like count from it".to_owned()));
            card.text
        }
        Some(Err(problem)) => format!("**no date**: {}", isolated(&problem.to_string())),
        None => what.to_owned(),
    }
}

fn prose_card(analysis: &Analysis, date: &DateMention, words: &str, lang: &str) -> String {
    match &date.resolution {
        Resolution::Readings(readings) => {
            let Some((first, others)) = readings.split_first() else {
                return words.to_owned();
            };
            let mut card = Card::new(heading(*first, lang));
            card.line(Some(format!("{words}{}", seen_from(analysis, date))));
            let others = list(others.iter().copied(), lang);
            card.line(others.map(|others| format!("Or: {others}")));
            card.text
        }
        Resolution::NeedsAnchor => {
            let mut card = Card::new(format!("**{words}** · date"));
            card.line(Some(
                "Nothing says from which day it counts: the front matter has no `date`".to_owned(),
            ));
            card.text
        }
        Resolution::NoSuchDay => format!("**{words}**: the calendar has no such day"),
    }
}

/// From which day the words count, where they do.
fn seen_from(analysis: &Analysis, date: &DateMention) -> String {
    let counts = date.found.as_ref().is_some_and(dates::Found::needs_anchor);
    let anchor = analysis.article.front.anchor().filter(|_| counts);
    anchor.map_or(String::new(), |anchor| {
        format!(
            ", counted from the {} {}",
            anchor.key,
            isolated(&anchor.day.to_string())
        )
    })
}

fn heading(value: DateValue, lang: &str) -> String {
    format!("**{}** · date", in_words(value, lang))
}

fn in_words(value: DateValue, lang: &str) -> String {
    let pieces = value_in_words(value, lang);
    let pieces: Vec<String> = pieces.iter().map(|piece| isolated(piece)).collect();
    pieces.join(" – ")
}

fn list(values: impl Iterator<Item = DateValue>, lang: &str) -> Option<String> {
    let values: Vec<String> = values.map(|value| in_words(value, lang)).collect();
    (!values.is_empty()).then(|| values.join("; "))
}
