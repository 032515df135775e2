//! Quotations: pairs of marks and annotated spans, across paragraphs, nested in one another.

use std::sync::Arc;

use foldhash::HashMap;

use crate::model::marks::{self, Marks, Pair};
use crate::model::passage::Passage;
use crate::model::reference::Who;
use crate::syntax::Block;
use crate::syntax::ast::Annotation;
use crate::text::{TextRange, TextSize, stable_hash};

/// Words that are quoted, or marked as said. Ranges are bytes of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// From the opening mark or `[` to the closing mark or `]`; no brace.
    pub range: TextRange,
    /// What it is between.
    pub form: Form,
    /// Its part in each paragraph that it runs over, marks included; one for most.
    pub pieces: Vec<TextRange>,
    /// The passage in which it begins, by its place in the article's list.
    pub passage: usize,
    /// Whether it stands in a heading.
    pub is_heading: bool,
    /// Its own brace.
    pub who: Option<Who>,
    /// The innermost quotation around it, by its place in the list.
    pub parent: Option<usize>,
}

/// What a quotation is between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Quotation marks.
    Marks {
        /// The mark that opens it.
        open: TextRange,
        /// The mark that closes it.
        close: TextRange,
    },
    /// Brackets: indirect speech.
    Span,
}

impl Quotation {
    /// What is said, without the marks or brackets around it.
    pub fn words(&self) -> TextRange {
        match self.form {
            Form::Marks { open, close } => TextRange::new(open.end(), close.start()),
            Form::Span => {
                let one = TextSize::new(1);
                TextRange::new(self.range.start() + one, self.range.end() - one)
            }
        }
    }
}

/// The quotations of an article, and the marks that are none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quotations {
    /// In the order of their places; one that holds another stands before it.
    pub all: Vec<Quotation>,
    /// Marks that open a quotation and are closed nowhere.
    pub unclosed: Vec<TextRange>,
    /// Marks that close what nothing opened.
    pub unopened: Vec<Unopened>,
}

/// A mark that closes a quotation which nothing opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unopened {
    /// The mark, in bytes of the article.
    pub mark: TextRange,
    /// The brace after it, if there is one.
    pub who: Option<Who>,
}

/// Finds the quotations of an article. `passages` stand beside the block of each.
pub(super) fn find(
    text: &str,
    passages: &[Passage],
    blocks: &[&Block],
    lang: Option<&str>,
    annotations: &[Annotation],
) -> Quotations {
    let beside = passages.iter().zip(blocks);
    let lang_number = stable_hash(lang.unwrap_or_default());
    let mut finder = Finder {
        passages,
        marks: beside
            .map(|(passage, block)| {
                let marks = || marks::pair(passage, block, lang);
                block.kept().get(lang_number, marks)
            })
            .collect(),
        repeats_marks: lang.is_none_or(|lang| lang.split(['-', '_']).next() == Some("en")),
        out: Quotations::default(),
        running: None,
    };
    for index in 0..passages.len() {
        finder.passage(index);
    }
    finder.running_on_is_over();
    let mut out = finder.out;
    spans(text, passages, annotations, &mut out);
    out.all.sort_by_key(|quotation| {
        (
            quotation.range.start(),
            std::cmp::Reverse(quotation.range.end()),
        )
    });
    braces(text, annotations, &mut out);
    nest(&mut out.all);
    out.unclosed.sort_by_key(|mark| mark.start());
    out
}

struct Finder<'a> {
    passages: &'a [Passage],
    /// The marks of each passage.
    marks: Vec<Arc<Marks>>,
    /// Whether the language has each paragraph of a quotation begin with a mark without fail.
    repeats_marks: bool,
    out: Quotations,
    /// A quotation that no mark has closed yet, at the end of a paragraph.
    running: Option<Running>,
}

struct Running {
    passage: usize,
    /// The mark as written.
    mark: String,
    /// The opening mark of each paragraph; the last is the one to report.
    opens: Vec<TextRange>,
    pieces: Vec<TextRange>,
    /// Where its last passage ends.
    end: TextSize,
    /// The passage that closes it, where it is known that those between begin with no mark.
    until: Option<usize>,
}

impl Finder<'_> {
    fn passage(&mut self, index: usize) {
        let passage = &self.passages[index];
        let wire = &passage.wire;
        let source = |range| wire.to_source(range);
        let written = |range: TextRange| &wire.text()[range];
        let end = source(TextRange::up_to(TextSize::of(wire.text().trim_end()))).end();
        let first = TextSize::of(wire.text()) - TextSize::of(wire.text().trim_start());
        let start = source(TextRange::empty(first)).start();
        let silent_end = self
            .running
            .as_ref()
            .and_then(|running| running.until.or_else(|| self.silent_end(running, index)));
        let Marks {
            mut pairs,
            mut left_open,
            mut stray,
        } = Marks::clone(&self.marks[index]);
        if let Some(mut running) = self.running.take() {
            let goes_on = |mark: &TextRange| {
                !passage.is_heading && mark.start() == first && written(*mark) == running.mark
            };
            if let Some(at) = pairs.iter().position(|pair| goes_on(&pair.open)) {
                let pair = pairs.remove(at);
                running.pieces.push(source(pair.open.cover(pair.close)));
                self.closed(running, source(pair.close));
            } else if left_open.first().is_some_and(goes_on) {
                let mark = source(left_open.remove(0));
                running.opens.push(mark);
                running
                    .pieces
                    .push(TextRange::new(mark.start(), end.max(mark.end())));
                running.end = passage.range.end();
                self.running = Some(running);
            } else if silent_end == Some(index) && !stray.is_empty() {
                let close = source(stray.remove(0));
                running.pieces.push(TextRange::new(start, close.end()));
                self.closed(running, close);
            } else if silent_end.is_some() {
                running.pieces.push(TextRange::new(start, end.max(start)));
                running.end = passage.range.end();
                running.until = silent_end;
                self.running = Some(running);
            } else {
                self.running = Some(running);
                self.running_on_is_over();
            }
        }
        // Only the outermost open mark can run on, and nothing runs on from a heading. Where the
        // same mark opens again behind it, it was forgotten; angle marks may lie in each other.
        let runs_on = |mark: &TextRange| {
            let opens_again = |pair: &Pair| {
                pair.open.start() > mark.start() && written(pair.open) == written(*mark)
            };
            !passage.is_heading && (written(*mark) == "«" || !pairs.iter().any(opens_again))
        };
        if self.running.is_none() && left_open.first().is_some_and(runs_on) {
            let mark = left_open.remove(0);
            let open = source(mark);
            self.running = Some(Running {
                passage: index,
                mark: written(mark).to_owned(),
                opens: vec![open],
                pieces: vec![TextRange::new(open.start(), end.max(open.end()))],
                end: passage.range.end(),
                until: None,
            });
        }
        for pair in pairs {
            let (open, close) = (source(pair.open), source(pair.close));
            self.out.all.push(Quotation {
                range: open.cover(close),
                form: Form::Marks { open, close },
                pieces: vec![open.cover(close)],
                passage: index,
                is_heading: passage.is_heading,
                who: None,
                parent: None,
            });
        }
        self.out.unclosed.extend(left_open.into_iter().map(source));
        let unopened = stray.into_iter().map(|mark| Unopened {
            mark: source(mark),
            who: None,
        });
        self.out.unopened.extend(unopened);
    }

    /// The passage at `index` or soon after it in which a mark without a partner closes what runs
    /// on, though no mark begins the passages up to it: so it is where wire copy breaks the lines
    /// of a paragraph, and in most languages between paragraphs.
    fn silent_end(&self, running: &Running, index: usize) -> Option<usize> {
        let farthest = if self.repeats_marks && "“\"".contains(&running.mark) {
            1
        } else {
            FARTHEST_SILENT_END
        };
        let mut before = running.end;
        let mut paragraphs = 0;
        for (passage, at) in self.passages[index..].iter().zip(index..) {
            if before != passage.range.start() {
                paragraphs += 1;
            }
            before = passage.range.end();
            let marks = &self.marks[at];
            let has_looked_far = paragraphs > farthest || at - index >= FARTHEST_SILENT_END;
            if has_looked_far || passage.is_heading || !marks.left_open.is_empty() {
                return None;
            }
            let written = |range: TextRange| &passage.wire.text()[range];
            let stray = marks.stray.first();
            // A pair of the same marks before it tells that the quotation was over.
            let opens_again = |pair: &Pair| {
                written(pair.open) == running.mark
                    && stray.is_none_or(|mark| pair.open.start() < mark.start())
            };
            let words = passage.wire.text();
            let first = TextSize::of(words) - TextSize::of(words.trim_start());
            let begins_another = |pair: &Pair| pair.open.start() == first;
            let is_nested = matches!(running.mark.as_str(), "„" | "«");
            if (!is_nested && marks.pairs.iter().any(opens_again))
                || marks.pairs.iter().any(begins_another)
            {
                return None;
            }
            if let Some(mark) = stray {
                return marks::closes_written(&running.mark, written(*mark)).then_some(at);
            }
        }
        None
    }

    fn closed(&mut self, running: Running, close: TextRange) {
        let open = running.opens[0];
        self.out.all.push(Quotation {
            range: open.cover(close),
            form: Form::Marks { open, close },
            pieces: running.pieces,
            passage: running.passage,
            is_heading: false,
            who: None,
            parent: None,
        });
    }

    fn running_on_is_over(&mut self) {
        if let Some(running) = self.running.take() {
            self.out.unclosed.extend(running.opens.last());
        }
    }
}

/// Adds the spans `[words]{who}`; the cue is no speech.
fn spans(text: &str, passages: &[Passage], annotations: &[Annotation], out: &mut Quotations) {
    for annotation in annotations {
        let Annotation::Speech {
            range,
            words,
            brace,
        } = annotation
        else {
            continue;
        };
        let who = Who::read(text, brace);
        if who.is_cue() {
            continue;
        }
        let after = passages.partition_point(|passage| passage.range.end() <= range.start());
        let one = TextSize::new(1);
        let range = TextRange::new(words.start() - one, words.end() + one);
        out.all.push(Quotation {
            range,
            form: Form::Span,
            pieces: vec![range],
            passage: after,
            is_heading: passages
                .get(after)
                .is_some_and(|passage| passage.is_heading),
            who: Some(who),
            parent: None,
        });
    }
}

/// Gives each brace after a mark to the quotation that the mark closes.
fn braces(text: &str, annotations: &[Annotation], out: &mut Quotations) {
    let closing = |(at, quotation): (usize, &Quotation)| match quotation.form {
        Form::Marks { close, .. } => Some((close, at)),
        Form::Span => None,
    };
    let closed_by: HashMap<TextRange, usize> =
        out.all.iter().enumerate().filter_map(closing).collect();
    for annotation in annotations {
        let Annotation::Brace { mark, brace } = annotation else {
            continue;
        };
        let who = Who::read(text, brace);
        let unopened = &mut out.unopened;
        if let Some(&at) = closed_by.get(mark) {
            out.all[at].who = Some(who);
        } else if let Ok(at) = unopened.binary_search_by_key(&mark.start(), |it| it.mark.start()) {
            unopened[at].who = Some(who);
        }
    }
}

/// How many passages without a mark of its own a quotation may run over.
const FARTHEST_SILENT_END: usize = 8;

/// How many quotations that cross one another are looked through for one that holds all of it.
const DEEPEST: usize = 64;

/// Finds what is inside what; the list is sorted from the outside in.
fn nest(quotations: &mut [Quotation]) {
    let mut around: Vec<usize> = Vec::new();
    for at in 0..quotations.len() {
        let range = quotations[at].range;
        while around
            .last()
            .is_some_and(|&outer| quotations[outer].range.end() <= range.start())
        {
            around.pop();
        }
        quotations[at].parent = around
            .iter()
            .rev()
            .take(DEEPEST)
            .copied()
            .find(|&outer| quotations[outer].range.contains_range(range));
        around.push(at);
    }
}
