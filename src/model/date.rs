//! Dates of an article: in its front matter, marked in its text, and in its prose.

use std::collections::BTreeMap;

use crate::dates::{
    self, CalendarClaim, Date, DateProblem, DateValue, DayClaim, Found, Resolution, WeekdayClaim,
};
use crate::model::article::Article;
use crate::model::passage::Passage;
use crate::syntax::ast::Annotation;
use crate::text::{TextRange, TextSize, stable_hash};

/// A date as the markup or the front matter writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenDate {
    /// What is written.
    pub text: String,
    /// Where, in bytes of the article.
    pub range: TextRange,
    /// The date; or what is wrong, its place in bytes of the article.
    pub value: Result<DateValue, DateProblem>,
}

/// Words that are marked as a date, `[Tuesday](=2025-03-04)`. Ranges are bytes of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedDate {
    /// From `[` to `)`.
    pub range: TextRange,
    /// Between the brackets.
    pub words: TextRange,
    /// What they are marked as.
    pub date: WrittenDate,
    /// The passage it stands in, by its place in the article's list.
    pub passage: usize,
}

/// The day from which the words of an article count: "today" is this day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// The day.
    pub day: Date,
    /// Where the front matter says it, in bytes of the article.
    pub range: TextRange,
    /// The key that says it: `dateline` or `date`.
    pub key: &'static str,
}

/// Words of the text that denote a date: marked ones, and what their own words say; or
/// expressions of the prose. Ranges are bytes of the article, those of `found` too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMention {
    /// The words, without brackets.
    pub words: TextRange,
    /// The passage they stand in, by its place in the article's list.
    pub passage: usize,
    /// The mark, by its place in the article's list, where they are marked.
    pub mark: Option<usize>,
    /// What the words say; `None` where marked words are no expression that Isnad reads.
    pub found: Option<Found>,
    /// A weekday that stands beside marked words, outside of their brackets:
    /// `Tuesday, [March 4](=2025-03-04)`.
    pub beside: Option<WeekdayClaim>,
    /// Which days the words can denote, seen from the article's anchor.
    pub resolution: Resolution,
}

impl WrittenDate {
    /// Reads `text`, which stands at `range` of the article. A time may follow the day where
    /// `with_time` is set.
    pub(super) fn read(text: &str, range: TextRange, with_time: bool) -> WrittenDate {
        let parsed = if with_time {
            DateValue::parse_with_time(text)
        } else {
            DateValue::parse(text)
        };
        // YAML writes some values otherwise than they are.
        let is_literal = TextSize::of(text) == range.len();
        let value = parsed.map_err(|problem| DateProblem {
            range: if is_literal {
                problem.range + range.start()
            } else {
                range
            },
            ..problem
        });
        WrittenDate {
            text: text.to_owned(),
            range,
            value,
        }
    }

    /// The date, where there is one.
    pub fn date(&self) -> Option<DateValue> {
        self.value.as_ref().ok().copied()
    }
}

impl MarkedDate {
    pub(super) fn read(
        text: &str,
        annotation: &Annotation,
        passages: &[Passage],
    ) -> Option<MarkedDate> {
        let &Annotation::Date {
            range,
            words,
            value: Some(value),
        } = annotation
        else {
            return None;
        };
        Some(MarkedDate {
            range,
            words,
            date: WrittenDate::read(&text[value], value, false),
            passage: passages.partition_point(|passage| passage.range.end() <= range.start()),
        })
    }
}

/// Longer words, in bytes, are no date: nested marks are not all read to their ends.
const LONGEST: usize = 256;

/// The dates of the text, in the order of their words; where two begin at the same place, the
/// longer one is first. A mark wins over what the prose says at the same place.
pub(super) fn find(article: &Article) -> Vec<DateMention> {
    let mut all = Vec::new();
    let mut marks = (0..article.dates.len()).peekable();
    for (at, passage) in article.passages.iter().enumerate() {
        let mut here = Vec::new();
        while let Some(mark) = marks.next_if(|mark| article.dates[*mark].passage <= at) {
            here.push(mark);
        }
        let reader = Reader {
            article,
            passage,
            at,
            anchor: article.front.anchor().map(|anchor| anchor.day),
        };
        let first = all.len();
        all.extend(here.iter().map(|mark| reader.marked(*mark)));
        reader.prose(&here, &mut all, first);
    }
    all.sort_by_key(|date| (date.words.start(), std::cmp::Reverse(date.words.end())));
    all
}

/// What the words of a passage say in one language, in bytes of them.
struct DatesOfWords(Vec<Found>);

/// Reads the dates of one passage.
struct Reader<'a> {
    article: &'a Article,
    passage: &'a Passage,
    at: usize,
    anchor: Option<Date>,
}

impl Reader<'_> {
    fn marked(&self, mark: usize) -> DateMention {
        let range = self.wire_words(mark);
        let words = &self.passage.wire.text()[range];
        let found = Some(words)
            .filter(|words| words.len() <= LONGEST)
            .and_then(|words| dates::read_marked(words, self.article.lang()))
            .map(|found| self.placed(&found, range.start()));
        DateMention {
            words: self.article.dates[mark].words,
            passage: self.at,
            mark: Some(mark),
            resolution: self.resolve(found.as_ref()),
            found,
            beside: None,
        }
    }

    /// Adds what stands outside of all `marks`; those are the dates of `all` from `first` on.
    fn prose(&self, marks: &[usize], all: &mut Vec<DateMention>, first: usize) {
        let marked: Vec<TextRange> = marks.iter().map(|mark| self.wire_words(*mark)).collect();
        let covered = union(&marked);
        let is_covered = |range: TextRange| {
            let next = covered.partition_point(|covered| covered.end() <= range.start());
            covered
                .get(next)
                .is_some_and(|covered| covered.start() < range.end())
        };
        let (wire, lang) = (&self.passage.wire, self.article.lang());
        let found = || DatesOfWords(dates::find(wire.text(), lang));
        let found = wire
            .kept()
            .get(stable_hash(lang.unwrap_or_default()), found);
        for found in &found.0 {
            if !is_covered(found.range) {
                let found = self.placed(found, TextSize::new(0));
                all.push(DateMention {
                    words: found.range,
                    passage: self.at,
                    mark: None,
                    resolution: self.resolve(Some(&found)),
                    found: Some(found),
                    beside: None,
                });
                continue;
            }
            let weekday = found.weekday.filter(|claim| !is_covered(claim.range));
            let within = marked.partition_point(|mark| mark.start() < found.range.start());
            let is_within = |mark: &TextRange| found.range.contains_range(*mark);
            if let Some(weekday) = weekday
                && marked.get(within).is_some_and(is_within)
            {
                all[first + within].beside = Some(self.placed_weekday(weekday, TextSize::new(0)));
            }
        }
    }

    fn resolve(&self, found: Option<&Found>) -> Resolution {
        match found {
            Some(found) => dates::resolve(found, self.anchor),
            None => Resolution::NeedsAnchor,
        }
    }

    fn wire_words(&self, mark: usize) -> TextRange {
        let words = self.article.dates[mark].words;
        let wire = &self.passage.wire;
        let start = wire.to_wire(words.start());
        TextRange::new(start, wire.to_wire(words.end()).max(start))
    }

    /// `found`, whose ranges count from `start` of the passage's words, with those of the article.
    fn placed(&self, found: &Found, start: TextSize) -> Found {
        let place = |range: TextRange| self.passage.wire.to_source(range + start);
        Found {
            range: place(found.range),
            date: found.date.map(|date| CalendarClaim {
                range: place(date.range),
                ..date
            }),
            day: found.day.map(|day| DayClaim {
                range: place(day.range),
                ..day
            }),
            weekday: found
                .weekday
                .map(|weekday| self.placed_weekday(weekday, start)),
            which: found.which,
        }
    }

    fn placed_weekday(&self, claim: WeekdayClaim, start: TextSize) -> WeekdayClaim {
        WeekdayClaim {
            range: self.passage.wire.to_source(claim.range + start),
            ..claim
        }
    }
}

/// What `ranges`, in the order of their starts, cover together: disjoint, in order.
fn union(ranges: &[TextRange]) -> Vec<TextRange> {
    let mut union: Vec<TextRange> = Vec::new();
    for range in ranges {
        match union.last_mut() {
            Some(last) if range.start() <= last.end() => *last = last.cover(*range),
            _ => union.push(*range),
        }
    }
    union
}

/// The years that the words of a passage name, in bytes of them.
struct YearsOfWords(Vec<(i16, TextSize)>);

/// The years that the text names, each with the place where it first does.
pub(super) fn years(article: &Article) -> BTreeMap<i16, TextSize> {
    let mut years = BTreeMap::new();
    for passage in &article.passages {
        let found = || YearsOfWords(dates::years(passage.wire.text()));
        for &(year, at) in &passage.wire.kept().get(0, found).0 {
            let place = || passage.wire.to_source(TextRange::empty(at)).start();
            years.entry(year).or_insert_with(place);
        }
    }
    years
}
