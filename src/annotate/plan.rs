//! What could be written into an article: a mark for each quotation and each statement of which the
//! text says who speaks, and the entities that the marks need.

use std::cmp::Reverse;

use unicode_script::{Script, UnicodeScript};

use crate::annotate::Scope;
use crate::annotate::brace::is_free;
use crate::annotate::cast::Cast;
use crate::annotate::declaration::NewEntity;
use crate::annotate::draft::Insertion;
use crate::annotate::spans::Spans;
use crate::attribution::{Grade, Nature, Pattern};
use crate::model::{Analysis, Form, InferredSource, Item, Said};
use crate::text::{TextEdit, TextRange, TextSize};

/// What could be written.
#[derive(Debug)]
pub(super) struct Plan {
    /// In the order of the text.
    pub(super) marks: Vec<Mark>,
    /// What marks refer to and nothing declares.
    pub(super) entities: Vec<NewEntity>,
}

/// Something to write that says who speaks, or that nobody does.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// The quotation with its marks, or the words of the statement, in bytes of the article.
    pub(super) range: TextRange,
    pub(super) is_statement: bool,
    pub(super) says: Says,
    pub(super) insertions: Vec<Insertion>,
    /// Those of the plan's entities that it refers to.
    pub(super) needs: Vec<usize>,
}

impl Mark {
    /// What it writes, in the order of the text.
    pub(super) fn edits(&self) -> impl Iterator<Item = TextEdit> {
        self.insertions.iter().cloned().map(Into::into)
    }
}

/// What a mark says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Says {
    /// Who speaks.
    By(Vec<String>),
    /// `{-}`
    NotSpeech,
}

/// What the text says of each of its quotations, however surely, as if it alone were written.
pub(super) fn each(text: &str, analysis: &Analysis) -> Plan {
    let mut planner = Planner::new(text, analysis, Grade::Guess, true, &|_, _| false);
    planner.is_each_alone = true;
    for at in 0..analysis.article.quotations.len() {
        planner.quotation(at);
    }
    planner.plan()
}

/// What the text says of the quotation at `at`, however surely, as if it alone were written.
pub(super) fn one(text: &str, analysis: &Analysis, at: usize) -> Option<Plan> {
    let mut planner = Planner::new(text, analysis, Grade::Guess, true, &|_, _| false);
    planner.is_each_alone = true;
    let is_before = |at: &usize| {
        let quotation = &analysis.article.quotations[*at];
        let is_written = quotation.who.is_some() || analysis.said[*at] != Said::Unsaid;
        quotation.parent.is_none() && is_written && analysis.said[*at] != Said::NotSpeech
    };
    if let Some(before) = (0..at).rev().find(is_before) {
        planner.quotation(before);
    }
    planner.quotation(at);
    let plan = planner.plan();
    (!plan.marks.is_empty()).then_some(plan)
}

/// Plans what the text says of its quotations and statements at least as surely as `least`, as far as
/// `scope` reaches. Where
/// `can_declare` is not set, only entities that are declared already can be referred to. What is
/// refused is asked for with its range, and whether it is a statement.
pub(super) fn plan(
    text: &str,
    analysis: &Analysis,
    least: Grade,
    scope: Scope,
    can_declare: bool,
    is_refused: &dyn Fn(TextRange, bool) -> bool,
) -> Plan {
    let mut planner = Planner::new(text, analysis, least, can_declare, is_refused);
    planner.spans = (scope == Scope::All).then(|| Spans::of(text, analysis));
    for item in items(analysis) {
        match item {
            Item::Quotation(at) => planner.quotation(at),
            Item::Statement(at) if scope == Scope::All => planner.statement(at),
            Item::Statement(_) => {}
        }
    }
    if scope == Scope::Speakers {
        let is_speech = |mark: &Mark| mark.says != Says::NotSpeech;
        planner.marks.retain(is_speech);
    }
    planner.plan()
}

/// Quotations and statements in the order of the text; one that holds another is first. A statement that
/// is marked in part is among them: the brackets may fit beside those that stand there.
fn items(analysis: &Analysis) -> Vec<Item> {
    let quotations = analysis.article.quotations.iter().enumerate();
    let quotations = quotations.map(|(at, quotation)| (quotation.range, Item::Quotation(at)));
    let statements = analysis.inferred.statements.iter().enumerate();
    let statements = statements.map(|(at, statement)| (statement.content, Item::Statement(at)));
    let mut items: Vec<(TextRange, Item)> = statements.chain(quotations).collect();
    items.sort_by_key(|(range, _)| (range.start(), Reverse(range.end())));
    items.into_iter().map(|(_, item)| item).collect()
}

struct Planner<'a> {
    text: &'a str,
    analysis: &'a Analysis,
    least: Grade,
    marks: Vec<Mark>,
    cast: Cast<'a>,
    /// Who speaks in the last speech that stands in no other.
    last: Option<Vec<String>>,
    /// Where the statements that are marked end.
    statements_until: TextSize,
    /// Where brackets fit; only statements need them.
    spans: Option<Spans>,
    is_refused: &'a dyn Fn(TextRange, bool) -> bool,
    /// Whether each mark is planned as if no other were written.
    is_each_alone: bool,
}

/// What a brace says, ids only.
#[derive(Debug, Default)]
struct Brace {
    speakers: Vec<String>,
    addressees: Vec<String>,
    via: Vec<String>,
    needs: Vec<usize>,
}

impl<'a> Planner<'a> {
    fn new(
        text: &'a str,
        analysis: &'a Analysis,
        least: Grade,
        can_declare: bool,
        is_refused: &'a dyn Fn(TextRange, bool) -> bool,
    ) -> Planner<'a> {
        Planner {
            text,
            analysis,
            least,
            marks: Vec::new(),
            cast: Cast::new(analysis, least, can_declare),
            last: None,
            statements_until: TextSize::new(0),
            spans: None,
            is_refused,
            is_each_alone: false,
        }
    }

    fn plan(self) -> Plan {
        Plan {
            marks: self.marks,
            entities: self.cast.entities,
        }
    }

    fn quotation(&mut self, at: usize) {
        let quotation = &self.analysis.article.quotations[at];
        let is_inside = quotation.range.end() <= self.statements_until;
        let is_outermost = quotation.parent.is_none() && !is_inside;
        if self.analysis.said[at] != Said::Unsaid || quotation.who.is_some() {
            if is_outermost && self.analysis.said[at] != Said::NotSpeech {
                self.last = self.analysis.who(at).map(|who| {
                    let speakers = who.speakers.iter();
                    speakers.map(|id| id.id.clone()).collect()
                });
            }
            return;
        }
        let Form::Marks { close, .. } = quotation.form else {
            return;
        };
        let Some(inferred) = &self.analysis.inferred.quotations[at] else {
            return;
        };
        if !is_free(self.text, close.end()) || (self.is_refused)(quotation.range, false) {
            return;
        }
        let (says, brace, needs) = match (inferred.nature, &inferred.source) {
            (Nature::Name | Nature::Title | Nature::Term | Nature::Scare, _) => {
                (Says::NotSpeech, "{-}".to_owned(), Vec::new())
            }
            (Nature::Speech, Some(source)) => {
                let Some(brace) = self.brace(source) else {
                    return;
                };
                // The brackets around it say the same.
                if is_inside && self.last.as_ref() == Some(&brace.speakers) {
                    return;
                }
                let goes_on = source.pattern == Pattern::GoesOn
                    && is_outermost
                    && self.last.as_ref() == Some(&brace.speakers);
                let written = if goes_on {
                    "{+}".to_owned()
                } else {
                    brace.written()
                };
                if is_outermost && !self.is_each_alone {
                    self.last = Some(brace.speakers.clone());
                }
                (Says::By(brace.speakers), written, brace.needs)
            }
            _ => return,
        };
        self.marks.push(Mark {
            range: quotation.range,
            is_statement: false,
            says,
            insertions: vec![Insertion {
                at: close.end(),
                text: brace,
            }],
            needs,
        });
    }

    fn statement(&mut self, at: usize) {
        let statement = &self.analysis.inferred.statements[at];
        let spans = self.spans.as_ref();
        let words = spans.and_then(|spans| spans.around(self.text, statement.content));
        let Some(words) = words else {
            return;
        };
        // Of statements in each other the outer one alone is marked.
        if words.start() < self.statements_until || (self.is_refused)(words, true) {
            return;
        }
        let Some(brace) = self.brace(&statement.source) else {
            return;
        };
        self.statements_until = words.end();
        self.last = Some(brace.speakers.clone());
        let insertion = |at: TextSize, text: String| Insertion { at, text };
        self.marks.push(Mark {
            range: words,
            is_statement: true,
            insertions: vec![
                insertion(words.start(), "[".to_owned()),
                insertion(words.end(), format!("]{}", brace.written())),
            ],
            says: Says::By(brace.speakers),
            needs: brace.needs,
        });
    }

    /// What is to be written of a source, where it is known well enough whom it means.
    fn brace(&mut self, source: &InferredSource) -> Option<Brace> {
        if grade(source) < self.least {
            return None;
        }
        let mut brace = Brace::default();
        let meant = &source.meant.entities;
        if meant.is_empty() {
            let (id, need) = self.cast.unnamed(source)?;
            brace.speakers.push(id);
            brace.needs.extend(need);
        }
        for key in meant {
            let (id, need) = self.cast.entity(*key)?;
            brace.needs.extend(need);
            if !brace.speakers.contains(&id) {
                brace.speakers.push(id);
            }
        }
        let mut known = brace.speakers.clone();
        for words in &source.addressees {
            brace
                .addressees
                .extend(self.further(*words, &mut known, &mut brace.needs));
        }
        for words in &source.via {
            brace
                .via
                .extend(self.further(*words, &mut known, &mut brace.needs));
        }
        Some(brace)
    }

    /// Somebody besides the speaker, if it is known whom the words mean, once.
    fn further(
        &mut self,
        words: TextRange,
        known: &mut Vec<String>,
        needs: &mut Vec<usize>,
    ) -> Option<String> {
        let key = self.analysis.named(words).pop()?;
        let (id, need) = self.cast.entity(key)?;
        if known.contains(&id) {
            return None;
        }
        needs.extend(need);
        known.push(id.clone());
        Some(id)
    }
}

/// How surely it is known who speaks: where the words do not name the speaker, whom they go back to
/// is likely at most.
fn grade(source: &InferredSource) -> Grade {
    if source.meant.is_named() || source.is_anonymous {
        source.grade
    } else {
        source.grade.min(Grade::Likely)
    }
}

impl Brace {
    /// In canonical form.
    fn written(&self) -> String {
        let mut written = format!("{{{}", list(&self.speakers));
        if !self.addressees.is_empty() {
            written.push_str(" > ");
            written.push_str(&list(&self.addressees));
        }
        for link in &self.via {
            written.push_str(" < ");
            written.push_str(link);
        }
        written + "}"
    }
}

/// Ids with the commas of their scripts.
fn list(ids: &[String]) -> String {
    let mut list = String::new();
    for (at, id) in ids.iter().enumerate() {
        if let Some(before) = at.checked_sub(1).and_then(|at| ids.get(at)) {
            let is_arabic = before.chars().any(|c| c.script() == Script::Arabic);
            list.push_str(if is_arabic { "، " } else { ", " });
        }
        list.push_str(id);
    }
    list
}
