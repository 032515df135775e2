//! What an article means, drawn: text in, mentions, quotations and speakers out. The
//! [`cases`] of one subject stand in one file `tests/it/model/*.txt`.

use std::fmt::Write;

use isnad::dates::Resolution;
use isnad::model::{Analysis, Form, Link, Quotation, Said, WrittenDate};
use isnad::syntax::ast::BraceKind;
use isnad::text::TextRange;

use crate::cases;
use crate::fixture::Fixture;

macro_rules! subjects {
    ($($subject:ident)*) => {
        $(#[test]
        fn $subject() {
            let cases = include_str!(concat!("model/", stringify!($subject), ".txt"));
            insta::assert_snapshot!(cases::draw(cases, draw));
        })*
    };
}

subjects! {
    quotation_marks
    recovery
    languages
    annotations
    speakers
    mentions
    front_matter
    suppressions
}

fn draw(text: &str) -> String {
    let fixture = Fixture::new(text);
    drawing(&fixture).draw()
}

#[test]
fn dates() {
    let draw = |text: &str| {
        let fixture = Fixture::new(text);
        drawing(&fixture).dates()
    };
    insta::assert_snapshot!(cases::draw(include_str!("model/dates.txt"), draw));
}

fn drawing(fixture: &Fixture) -> Drawing<'_> {
    let file = fixture.file();
    Drawing {
        text: fixture.snapshot.text(file),
        analysis: fixture.snapshot.analysis(file),
    }
}

struct Drawing<'a> {
    text: &'a str,
    analysis: &'a Analysis,
}

impl Drawing<'_> {
    fn draw(&self) -> String {
        let mut drawn = String::new();
        self.front_matter(&mut drawn);
        let article = &self.analysis.article;
        for (at, passage) in article.passages.iter().enumerate() {
            let mentions = self.analysis.mentions.iter();
            for mention in mentions.filter(|mention| mention.passage == at) {
                let entity = match mention.entity {
                    Some(key) => &self.analysis.entities.get(key).id,
                    None => "nobody",
                };
                let _ = writeln!(drawn, "  {} = {entity}", self.words(mention.words));
            }
            let quotations = article.quotations.iter().enumerate();
            for (at, quotation) in quotations.filter(|(_, quotation)| quotation.passage == at) {
                self.quotation(&mut drawn, at, quotation);
            }
            let here = |range: TextRange| passage.range.contains(range.start());
            for &mark in article.unclosed.iter().filter(|mark| here(**mark)) {
                let _ = writeln!(drawn, "  unclosed: {}", self.from(mark));
            }
            let unopened = article.unopened.iter().map(|unopened| unopened.mark);
            for mark in unopened.filter(|mark| here(*mark)) {
                let _ = writeln!(drawn, "  unopened: {}", self.up_to(mark));
            }
        }
        for allowed in &article.suppressions {
            let reason = match allowed.reason.as_str() {
                "" => "no reason",
                reason => reason,
            };
            let scope = allowed.scope.map(|scope| self.words(scope));
            let scope = scope.unwrap_or_else(|| "the file".to_owned());
            let rule = match allowed.rule.as_str() {
                "" => "no rule",
                rule => rule,
            };
            let _ = writeln!(drawn, "  allow {rule} ({reason}) in: {scope}");
        }
        if drawn.is_empty() {
            drawn.push_str("  nothing\n");
        }
        drawn
    }

    /// The dates, those of the front matter first, and what each can be.
    fn dates(&self) -> String {
        let mut drawn = String::new();
        let article = &self.analysis.article;
        if let Some(anchor) = article.front.anchor() {
            let (key, words) = (anchor.key, self.words(anchor.range));
            let _ = writeln!(drawn, "  counted from the {key} {}, {words}", anchor.day);
        }
        for date in self.analysis.dates() {
            let mark = date.mark.map(|mark| &article.dates[mark].date);
            let mark = mark.map_or(String::new(), |mark| format!(" = {}", self.written(mark)));
            let says = match (&date.found, &date.resolution) {
                (None, _) => "no date".to_owned(),
                (_, Resolution::Readings(readings)) => {
                    let readings: Vec<_> = readings.iter().map(ToString::to_string).collect();
                    readings.join(" | ")
                }
                (_, other) => format!("{other:?}"),
            };
            let beside = date.beside.map_or(String::new(), |claim| {
                format!(" beside {}", self.words(claim.range))
            });
            let words = self.words(date.words);
            let _ = writeln!(drawn, "  {words}{mark}{beside}: {says}");
        }
        if drawn.is_empty() {
            drawn.push_str("  nothing\n");
        }
        drawn
    }

    fn written(&self, date: &WrittenDate) -> String {
        match &date.value {
            Ok(value) => format!("{} as {value}", date.text),
            Err(problem) => {
                let words = self.words(problem.range);
                format!("{} with {words} wrong: {problem}", date.text)
            }
        }
    }

    fn front_matter(&self, drawn: &mut String) {
        let front = &self.analysis.article.front;
        let values = [
            ("lang", &front.lang),
            ("place", &front.place),
            ("wire", &front.wire),
        ];
        let single = values
            .iter()
            .filter_map(|(key, value)| Some((*key, value.as_ref()?)));
        let sources = front.source.iter().map(|source| ("source", source));
        let registries = front.registry.iter().map(|path| ("registry", path));
        for (key, value) in single.chain(sources).chain(registries) {
            // A language alone is no news.
            if key != "lang" {
                let _ = writeln!(drawn, "  {key}: {}", value.value);
            }
        }
        let dates = [("date", &front.date), ("dateline", &front.dateline)];
        for (key, date) in dates {
            if let Some(date) = date {
                let _ = writeln!(drawn, "  {key}: {}", self.written(date));
            }
        }
        for problem in &front.problems {
            let words = self.words(problem.range);
            let _ = writeln!(drawn, "  problem at {words}: {}", problem.message);
        }
        for (_, entity) in self.analysis.entities.iter() {
            let declared = entity.declarations.len();
            let kind = entity.kind.map_or("of no type", |kind| kind.name());
            let names: Vec<_> = entity
                .all_names()
                .map(|name| match &name.lang {
                    Some(lang) => format!("{} ({lang})", name.text),
                    None => name.text.clone(),
                })
                .collect();
            let facts = [&entity.role, &entity.of, &entity.wikidata, &entity.url];
            let facts = facts.into_iter().flatten().cloned();
            let anonymous = entity
                .anonymous
                .map(|anonymous| format!("anonymous: {anonymous}"));
            let said: Vec<_> = names.into_iter().chain(facts).chain(anonymous).collect();
            let _ = write!(drawn, "  entity {}, {kind}", entity.id);
            if declared > 1 {
                let _ = write!(drawn, ", declared {declared} times");
            }
            let _ = writeln!(drawn, ": {}", said.join("; "));
        }
    }

    fn quotation(&self, drawn: &mut String, at: usize, quotation: &Quotation) {
        let article = &self.analysis.article;
        let outer = std::iter::successors(quotation.parent, |&at| article.quotations[at].parent);
        let indent = "  ".repeat(outer.count() + 1);
        let pieces: Vec<_> = quotation
            .pieces
            .iter()
            .map(|piece| self.words(*piece))
            .collect();
        let form = match quotation.form {
            Form::Marks { .. } => "quoted",
            Form::Span => "span",
        };
        let _ = writeln!(
            drawn,
            "{indent}{form}: {} — {}",
            pieces.join(" ¶ "),
            self.said(at)
        );
    }

    fn said(&self, at: usize) -> String {
        let own = self.analysis.article.quotations[at].who.as_ref();
        let by = match self.analysis.said[at] {
            Said::Unknown => return "nobody knows who said it".to_owned(),
            Said::NotSpeech => return "no speech".to_owned(),
            Said::Dangling => return "goes on from nothing".to_owned(),
            Said::Unsaid => return "unsaid".to_owned(),
            Said::Inside(_) => "inherited from",
            Said::By(_) if own.is_some_and(|who| who.kind == BraceKind::Continues) => {
                "continued by"
            }
            Said::By(_) => "by",
        };
        let who = self.analysis.who(at).expect("a brace says it");
        let ids = |ids: &[isnad::model::IdRef]| {
            let ids: Vec<_> = ids.iter().map(|id| id.id.as_str()).collect();
            ids.join(" and ")
        };
        let mut said = format!("{by} {}", ids(&who.speakers));
        if !who.addressees.is_empty() {
            let _ = write!(said, ", to {}", ids(&who.addressees));
        }
        for link in self.analysis.via(who) {
            let kind = match link {
                Link::Id(_) => "via",
                Link::Source(_) => "via the source",
            };
            let _ = write!(said, ", {kind} {}", link.name());
        }
        said
    }

    /// The words on one line.
    fn words(&self, range: TextRange) -> String {
        self.text[range]
            .trim_end()
            .replace("\r\n", "\n")
            .replace('\n', "⏎")
    }

    /// A mark and the words after it.
    fn from(&self, mark: TextRange) -> String {
        let rest = &self.text[usize::from(mark.start())..];
        rest.chars().take(12).collect::<String>().replace('\n', "⏎")
    }

    /// A mark and the words before it.
    fn up_to(&self, mark: TextRange) -> String {
        let before = &self.text[..usize::from(mark.end())];
        let last = before.char_indices().rev().take(12).last();
        before[last.map_or(0, |(at, _)| at)..].replace('\n', "⏎")
    }
}
