//! What is known of a date: the day in words, how it is read, what else it may be.

use super::Cards;
use crate::dates::{self, Date, DateProblem, DateValue, PartialDate, Resolution, value_in_words};
use crate::ide::markdown::{Card, isolated};
use crate::model::{DateMention, WrittenDate};
use crate::text::TextRange;

impl Cards<'_> {
    /// The card of the date at `at` of the list.
    pub(in crate::ide) fn date(&self, at: usize) -> String {
        let (analysis, phrases) = (self.analysis(), &self.phrases.date);
        let date = &analysis.dates()[at];
        let mark = date.mark.map(|mark| &analysis.article.dates[mark].date);
        let words = isolated(&self.snapshot.text(self.file)[date.words]);
        let card = match mark.map(|mark| &mark.value) {
            Some(Err(problem)) => self.no_date(problem),
            Some(Ok(value)) => {
                let mut card = self.day(*value);
                let written = isolated(&value.to_string());
                card.line(Some((phrases.marked)(&words, &written)));
                let readings = date.resolution.readings();
                let differs = readings.len() > 1 || !date.resolution.admits(*value);
                let by_words = self.days(readings).filter(|_| differs);
                let from = by_words.as_ref().and_then(|_| self.seen_from(date));
                card.line(by_words.map(|days| (phrases.by_words)(&days)));
                card.line(from);
                card
            }
            None => self.prose(date, &words),
        };
        card.text
    }

    /// The card of a date of the front matter.
    pub(super) fn front_date(&self, range: TextRange) -> String {
        let front = &self.analysis().article.front;
        let is_here =
            |date: &Option<WrittenDate>| date.as_ref().is_some_and(|date| date.range == range);
        let phrases = &self.phrases.completion;
        let (what, date) = if is_here(&front.dateline) {
            (phrases.dateline, &front.dateline)
        } else {
            (phrases.published, &front.date)
        };
        let card = match date.as_ref().map(|date| &date.value) {
            Some(Ok(value)) => {
                let mut card = self.day(*value);
                card.line(Some(what.to_owned()));
                let counts = front.anchor().is_some_and(|anchor| anchor.range == range);
                card.line(counts.then(|| self.phrases.date.counts.to_owned()));
                card
            }
            Some(Err(problem)) => self.no_date(problem),
            None => self.card(what.to_owned()),
        };
        card.text
    }

    fn prose(&self, date: &DateMention, words: &str) -> Card {
        let phrases = &self.phrases.date;
        let bold = format!("**{words}**");
        match &date.resolution {
            Resolution::Readings(readings) => {
                let Some((first, others)) = readings.split_first() else {
                    return self.card(words.to_owned());
                };
                let mut card = self.day(*first);
                card.line(Some(words.to_owned()));
                card.line(self.days(others).map(|others| (phrases.or)(&others)));
                card.line(self.seen_from(date));
                card
            }
            Resolution::NeedsAnchor => {
                let mut card = self.card(format!("{bold} · {}", phrases.date));
                card.line(Some(phrases.from_nothing.to_owned()));
                card
            }
            Resolution::NoSuchDay => self.card((phrases.no_such_day)(&bold)),
        }
    }

    fn no_date(&self, problem: &DateProblem) -> Card {
        let phrases = &self.phrases.date;
        let problem = isolated(&(phrases.problem)(problem));
        self.card(format!("**{}** · {problem}", phrases.no_date))
    }

    /// From which day the words count, where they do.
    fn seen_from(&self, date: &DateMention) -> Option<String> {
        let counts = date.found.as_ref().is_some_and(dates::Found::needs_anchor);
        let anchor = self.analysis().article.front.anchor().filter(|_| counts)?;
        let phrases = &self.phrases.date;
        let from = if anchor.key == "dateline" {
            phrases.from_dateline
        } else {
            phrases.from_publication
        };
        Some(from(&self.one(anchor.day)))
    }

    /// A date as the article's language writes it, and as the reader's does.
    fn day(&self, value: DateValue) -> Card {
        let lang = self.lang();
        let own = self.own_lang(lang);
        let mut day = format!("**{}**", in_words(value, lang.unwrap_or(own)));
        if lang.is_some_and(|lang| lang != own) {
            day = format!("{day} ({})", in_words(value, own));
        }
        self.card(format!("{day} · {}", self.phrases.date.date))
    }

    /// Several, as the reader's language writes them.
    fn days(&self, values: &[DateValue]) -> Option<String> {
        let own = self.own_lang(self.lang());
        let values: Vec<String> = values.iter().map(|value| in_words(*value, own)).collect();
        (!values.is_empty()).then(|| values.join(self.phrases.card.semicolon))
    }

    fn one(&self, day: Date) -> String {
        let own = self.own_lang(self.lang());
        in_words(DateValue::One(PartialDate::Day(day)), own)
    }

    /// The language of the article, if it is known how that writes dates.
    fn lang(&self) -> Option<&str> {
        let lang = self.analysis().article.lang();
        let lang = dates::language_of(self.snapshot.text(self.file), lang);
        dates::writes(lang).then_some(lang)
    }

    /// The reader's language; as the article has it, where it is the same by and large: Iraq and Egypt
    /// call months otherwise.
    fn own_lang<'l>(&self, lang: Option<&'l str>) -> &'l str {
        let locale = self.reader.locale;
        lang.filter(|lang| locale.is_of(lang))
            .unwrap_or_else(|| locale.tag())
    }
}

fn in_words(value: DateValue, lang: &str) -> String {
    let pieces = value_in_words(value, lang);
    let pieces: Vec<String> = pieces.iter().map(|piece| isolated(piece)).collect();
    pieces.join(" – ")
}
