//! Dates: behind `(=`, and as values of the front matter.

use super::{Completion, CompletionKind, Completions, Place};
use crate::dates::{Date, DateValue, Separator, language_of, read_marked, resolve, value_in_words};
use crate::text::TextRange;

/// What the words before `](=` say, then the days that the article counts from.
pub(super) fn marked(place: &Place<'_>) -> Option<Completions> {
    let word = place.word(is_of_date);
    let line = place.line_before();
    let typed = usize::from(word.0.len());
    let before = line[..line.len() - typed].strip_suffix("](=")?;
    let words = &before[before.rfind('[')? + 1..];
    let analysis = place.snapshot.analysis(place.file);
    let lang = analysis.article.lang();
    let anchor = analysis.article.front.anchor().map(|anchor| anchor.day);
    let phrases = &place.locale.phrases().completion;
    let said = read_marked(words, lang).map(|found| resolve(&found, anchor));
    let said = said.iter().flat_map(|said| said.readings().iter().copied());
    let mut days: Vec<(DateValue, &str)> = said.map(|day| (day, phrases.these_words)).collect();
    days.extend(known(place));
    let separator = if before.contains(is_rightward) {
        Separator::Slash
    } else {
        Separator::Hyphen
    };
    let closing = if place.line_after().contains(')') {
        ""
    } else {
        ")"
    };
    let items = items(place, word, days, separator).into_iter();
    let items = items.map(|mut item| {
        item.text.push_str(closing);
        item
    });
    Some(items.collect::<Vec<_>>().into())
}

/// The days that may be the value of a key.
pub(super) fn of_front_matter(place: &Place<'_>, word: (TextRange, TextRange)) -> Vec<Completion> {
    let days = known(place);
    items(place, word, days, Separator::Hyphen)
}

/// The days that the article says it counts from, and today.
fn known(place: &Place<'_>) -> Vec<(DateValue, &'static str)> {
    let phrases = &place.locale.phrases().completion;
    let front = place.snapshot.front(place.file);
    let day = |date: &Option<crate::model::WrittenDate>| date.as_ref()?.date()?.day();
    let days: [(Option<Date>, &str); 3] = [
        (day(&front.dateline), phrases.dateline),
        (day(&front.date), phrases.published),
        (place.today, phrases.today),
    ];
    let days = days.into_iter();
    days.filter_map(|(day, what)| Some((DateValue::from(day?), what)))
        .collect()
}

fn items(
    place: &Place<'_>,
    word: (TextRange, TextRange),
    days: Vec<(DateValue, &'static str)>,
    separator: Separator,
) -> Vec<Completion> {
    let article = place.snapshot.article(place.file);
    let lang = language_of(place.text, article.lang());
    let mut items: Vec<Completion> = Vec::new();
    for (day, what) in days {
        let text = day.canonical(separator);
        if items.iter().any(|item| item.text == text) {
            continue;
        }
        let in_words = value_in_words(day, lang).join(" – ");
        items.push(Completion {
            detail: format!("{in_words} · {what}"),
            ..Place::plain(word, text, CompletionKind::Date)
        });
    }
    items
}

fn is_of_date(letter: char) -> bool {
    letter.is_numeric() || matches!(letter, '-' | '/' | '.')
}

/// Letters of scripts that are written from right to left.
fn is_rightward(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}
