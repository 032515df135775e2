//! What an example means, in lines for people. Words of the article stand in `⟦ ⟧`, and a Latin word
//! between any two of them, so that right-to-left words keep their places.

use std::cmp::Reverse;
use std::fmt::Write;

use isnad::line_index::{Encoding, LineColumn};
use isnad::model::{
    Analysis, Entity, EntityKind, Form, IdRef, Link, MarkedDate, Quotation, Said, Spanned,
    SpeechKind, Unopened, Who, WrittenDate,
};
use isnad::rules;
use isnad::syntax::ast::{Annotation, BraceKind, annotations};
use isnad::syntax::{BlockKind, Flavor, SyntaxKind, Tree, strip};
use isnad::text::{FileId, TextRange, TextSize};

use super::document::{Example, seen};
use crate::fixture::Fixture;
use crate::laws::fixing::formatted;

/// What the file of the example means: the lines after its text.
pub(super) fn draw(fixture: &Fixture, example: &Example) -> String {
    let file = example.file(fixture);
    let drawing = Drawing {
        fixture,
        file,
        text: fixture.snapshot.text(file),
        tree: fixture.snapshot.tree(file),
        analysis: fixture.snapshot.analysis(file),
    };
    let mut lines = Vec::new();
    if example.shows("blocks") {
        drawing.blocks(&mut lines);
    }
    drawing.keys(&mut lines, example.shows("lang"));
    if example.shows("entities") {
        drawing.entities(&mut lines, |declared| {
            example.holds_files() || declared == file
        });
    }
    drawing.article(&mut lines);
    drawing.diagnostics(&mut lines);
    let mut outcome = String::new();
    let (shows_wire, shows_format) = (example.shows("strip"), example.shows("fmt"));
    if lines.is_empty() && !shows_wire && !shows_format {
        lines.push("only text".to_owned());
    }
    if !lines.is_empty() {
        let _ = writeln!(outcome, "────\n{}", lines.join("\n"));
    }
    if shows_wire {
        let wire = strip(drawing.tree, drawing.text);
        let _ = write!(outcome, "──── stripped\n{wire}");
        if wire.is_empty() {
            outcome.push_str("⟨nothing⟩");
        }
        if !outcome.ends_with('\n') {
            outcome.push_str("⟨END⟩\n");
        }
    }
    if shows_format {
        let _ = write!(outcome, "──── formatted\n{}", formatted(drawing.text));
    }
    seen(&outcome)
}

struct Drawing<'a> {
    fixture: &'a Fixture,
    file: FileId,
    text: &'a str,
    tree: &'a Tree,
    analysis: &'a Analysis,
}

/// A line and the place in the article that it tells about.
type Placed = ((TextSize, Reverse<TextSize>), String);

impl Drawing<'_> {
    fn blocks(&self, lines: &mut Vec<String>) {
        let mut has_headline = false;
        for (start, block) in self.tree.blocks() {
            let range = TextRange::at(start, block.len());
            let name = match block.kind() {
                BlockKind::FrontMatter => "front matter",
                BlockKind::Comment => "comment",
                BlockKind::Heading if !has_headline => {
                    has_headline = true;
                    "headline"
                }
                BlockKind::Heading => "heading",
                BlockKind::Paragraph => "paragraph",
                BlockKind::Blank => {
                    lines.push("block empty".to_owned());
                    continue;
                }
            };
            let words = match block.kind() {
                BlockKind::Heading | BlockKind::Paragraph => self.words(range),
                _ => marked(&self.text[range]),
            };
            lines.push(format!("block {name} {words}"));
        }
    }

    /// What the front matter says. That it gives the language is told where the example is about it.
    fn keys(&self, lines: &mut Vec<String>, with_lang: bool) {
        let front = &self.analysis.article.front;
        let text =
            |value: &Option<Spanned<String>>| value.iter().map(|v| v.value.clone()).collect();
        let texts = |values: &[Spanned<String>]| values.iter().map(|v| v.value.clone()).collect();
        let date = |value: &Option<WrittenDate>| value.iter().map(|v| v.text.clone()).collect();
        let keys: [(&str, Vec<String>); 8] = [
            ("lang", text(&front.lang)),
            ("date", date(&front.date)),
            ("kind", text(&front.kind)),
            ("dateline.place", text(&front.place)),
            ("dateline.date", date(&front.dateline)),
            ("wire", text(&front.wire)),
            ("source", texts(&front.source)),
            ("registry", texts(&front.registry)),
        ];
        for (key, values) in keys {
            if with_lang || key != "lang" {
                lines.extend(values.iter().map(|value| format!("key {key} is {value}")));
            }
        }
    }

    fn entities(&self, lines: &mut Vec<String>, is_shown: impl Fn(FileId) -> bool) {
        for (_, entity) in self.analysis.entities.iter() {
            let mut declared = entity.declarations.iter();
            if declared.any(|declared| is_shown(declared.id.file)) {
                lines.push(entity_line(entity));
            }
        }
    }

    fn article(&self, lines: &mut Vec<String>) {
        let mut placed: Vec<Placed> = Vec::new();
        let mut put = |range: TextRange, line: String| {
            placed.push(((range.start(), Reverse(range.end())), line));
        };
        let article = &self.analysis.article;
        for mention in &self.analysis.mentions {
            let what = if mention.link.is_some() {
                "mention"
            } else {
                "name"
            };
            let whom = match (mention.entity, &mention.link) {
                (Some(key), _) => self.analysis.entities.get(key).id.clone(),
                (None, Some((_, id))) => format!("{}, declared nowhere", id.id),
                (None, None) => "nobody".to_owned(),
            };
            let words = self.words(mention.words);
            put(mention.range(), format!("{what} {words} is {whom}"));
        }
        for MarkedDate {
            range, words, date, ..
        } in &article.dates
        {
            let value = match &date.value {
                Ok(value) => value.to_string(),
                Err(_) if date.text.is_empty() => "nothing".to_owned(),
                Err(_) => "no date".to_owned(),
            };
            put(*range, format!("date {} is {value}", self.words(*words)));
        }
        let blocks = self.tree.blocks();
        for annotation in blocks.flat_map(|(start, block)| annotations(block, start)) {
            match annotation {
                Annotation::Speech {
                    range,
                    words,
                    brace,
                } if brace.kind == BraceKind::Cue => {
                    put(range, format!("cue {}", self.words(words)));
                }
                _ => {}
            }
        }
        for (at, quotation) in article.quotations.iter().enumerate() {
            put(quotation.range, self.quotation(at, quotation));
        }
        for Unopened { mark, who } in &article.unopened {
            let by = who.as_ref().map(|who| format!(" {}", self.by(who, "by")));
            put(
                *mark,
                format!(
                    "closes nothing {}{}",
                    marked(&self.text[*mark]),
                    by.unwrap_or_default()
                ),
            );
        }
        placed.sort_by_key(|(place, _)| *place);
        lines.extend(placed.into_iter().map(|(_, line)| line));
        for allowed in &article.suppressions {
            let rule = match allowed.rule.as_str() {
                "" => "nothing",
                rule => rule,
            };
            let scope = match allowed.scope {
                None => "the whole file".to_owned(),
                Some(scope) if scope.is_empty() => "no block".to_owned(),
                Some(scope) => marked(self.text[scope].trim()),
            };
            let why = match allowed.reason.as_str() {
                "" => "without a reason".to_owned(),
                reason => format!("because ⟦{}⟧", on_one_line(reason)),
            };
            lines.push(format!("allows {rule} in {scope} {why}"));
        }
    }

    fn quotation(&self, at: usize, quotation: &Quotation) -> String {
        let quotations = &self.analysis.article.quotations;
        let outer = std::iter::successors(quotation.parent, |&at| quotations[at].parent);
        let kind = match (self.analysis.kind(at), quotation.form) {
            (SpeechKind::None, _) => "not speech",
            (kind, _) => kind.name(),
        };
        let words: Vec<String> = match quotation.form {
            Form::Span => vec![self.words(quotation.words())],
            Form::Marks { .. } => quotation
                .pieces
                .iter()
                .map(|piece| self.words(*piece))
                .collect(),
        };
        let indent = "  ".repeat(outer.count());
        let with = self.attributes(quotation.who.as_ref());
        format!(
            "{indent}{kind} {}{}{with}",
            words.join(" then "),
            self.said(at)
        )
    }

    /// The classes and keys of a brace.
    fn attributes(&self, who: Option<&Who>) -> String {
        let mut drawn = String::new();
        for (kind, range) in who.iter().flat_map(|who| self.tree.tokens_in(who.range)) {
            let is_inside = who.is_some_and(|who| who.range.contains_range(range));
            match kind {
                SyntaxKind::Class | SyntaxKind::Key if is_inside => {
                    let _ = write!(drawn, ", with {}", &self.text[range]);
                }
                SyntaxKind::Value if is_inside => {
                    let _ = write!(drawn, " as {}", &self.text[range]);
                }
                _ => {}
            }
        }
        drawn
    }

    fn said(&self, at: usize) -> String {
        let own = self.analysis.article.quotations[at].who.as_ref();
        let after = match self.analysis.said[at] {
            Said::NotSpeech => return String::new(),
            Said::Unknown => return " by somebody unknown".to_owned(),
            Said::Dangling => return " goes on from nothing".to_owned(),
            Said::Unsaid => return " unattributed".to_owned(),
            Said::Inside(_) => ", inherited",
            Said::By(_) if own.is_some_and(|who| who.kind == BraceKind::Continues) => ", going on",
            Said::By(_) => "",
        };
        let who = self.analysis.who(at).expect("a brace says it");
        format!(" {}{after}", self.by(who, "by"))
    }

    fn by(&self, who: &Who, by: &str) -> String {
        let ids = |ids: &[IdRef]| {
            let ids: Vec<_> = ids.iter().map(|id| id.id.as_str()).collect();
            ids.join(" and ")
        };
        let mut said = match &who.speakers[..] {
            [] => format!("{by} nobody named"),
            speakers => format!("{by} {}", ids(speakers)),
        };
        if !who.addressees.is_empty() {
            let _ = write!(said, ", to {}", ids(&who.addressees));
        }
        for link in self.analysis.via(who) {
            let via = match link {
                Link::Id(_) => "via",
                Link::Source(_) => "via the source",
            };
            let _ = write!(said, ", {via} {}", link.name());
        }
        said
    }

    fn diagnostics(&self, lines: &mut Vec<String>) {
        for found in rules::check(&self.fixture.snapshot, self.file) {
            let (severity, rule) = (found.severity.name(), found.rule);
            let words = match &self.text[found.range] {
                "" => String::new(),
                words => format!(" {}", marked(words)),
            };
            let place = self.place(found.range);
            lines.push(format!(
                "{severity} {rule} {place}{words}: {}",
                found.message
            ));
        }
    }

    /// Line and column, counted in characters from 1.
    fn place(&self, range: TextRange) -> String {
        let lines = self.fixture.snapshot.lines(self.file);
        let LineColumn { line, column } = lines.position(self.text, range.start(), Encoding::Utf32);
        format!("at {}:{}", line + 1, column + 1)
    }

    /// The words in `range` as readers see them.
    fn words(&self, range: TextRange) -> String {
        let tokens = self.tree.tokens();
        let words = tokens.filter(|(kind, _)| self.tree.flavor() == Flavor::Wire || kind.is_wire());
        let words = words.filter_map(|(_, token)| token.intersect(range));
        let words: String = words.map(|words| &self.text[words]).collect();
        marked(words.trim_end_matches(['\n', '\r']))
    }
}

fn marked(words: &str) -> String {
    const LONGEST: usize = 60;
    let words = on_one_line(words.trim_end_matches(['\n', '\r']));
    let count = words.chars().count();
    if count <= LONGEST {
        return format!("⟦{words}⟧");
    }
    let first: String = words.chars().take(LONGEST / 2).collect();
    let last: String = words.chars().skip(count - LONGEST / 2).collect();
    format!("⟦{first} […] {last}⟧")
}

fn on_one_line(words: &str) -> String {
    words.replace("\r\n", "⏎").replace(['\n', '\r'], "⏎")
}

fn entity_line(entity: &Entity) -> String {
    let kind = match entity.kind.map(EntityKind::name) {
        Some(kind @ ("organization" | "event" | "other")) => format!("is an {kind}"),
        Some(kind) => format!("is a {kind}"),
        None => "is of no type".to_owned(),
    };
    let mut line = format!("entity {} {kind}", entity.id);
    for (what, names) in [("named", &entity.names), ("also", &entity.aka)] {
        for name in names {
            let _ = write!(line, ", {what} {}", name.text);
            if let Some(lang) = &name.lang {
                let _ = write!(line, " in {lang}");
            }
        }
    }
    let facts = [
        ("role", &entity.role),
        ("of", &entity.of),
        ("wikidata", &entity.wikidata),
        ("url", &entity.url),
    ];
    for (what, fact) in facts {
        if let Some(fact) = fact {
            let _ = write!(line, ", {what} {fact}");
        }
    }
    match entity.anonymous {
        Some(true) => line.push_str(", anonymous"),
        Some(false) => line.push_str(", not anonymous"),
        None => {}
    }
    line
}
