//! One pass: fixes that do not touch, tried together, and those among them found out that break
//! a promise.

use std::collections::BTreeSet;

use crate::fixes::choose::{self, Choice, is_safe};
use crate::fixes::{LeftOut, Reach, Reason};
use crate::rules::{Diagnostic, Severity};
use crate::text::{FileId, TextEdit, edited};

/// A file whose text can be replaced to see what is found in it then.
pub(super) trait Subject {
    fn file(&self) -> FileId;

    /// What is seen if the file holds `text`.
    fn look(&mut self, text: &str) -> Seen;
}

/// What is seen of one state of a file.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    pub(super) found: Vec<Diagnostic>,
    /// The stripped text; empty where no reader ever sees any of the file.
    pub(super) wire: String,
    /// Whether the stripped text is to stay what it is whatever anybody asks for.
    pub(super) is_bound: bool,
}

impl Seen {
    fn errors(&self) -> usize {
        let errors = self.found.iter();
        errors
            .filter(|finding| finding.severity == Severity::Error)
            .count()
    }
}

/// How many states of a file are looked at in one pass: far more than honest rules make necessary.
const MOST_TRIALS: usize = 200;

/// What one pass came to.
pub(super) struct Pass<'a> {
    /// What was carried out; nothing at the end of the road.
    pub(super) applied: Vec<Choice<'a>>,
    /// The edits that this comes to, in the order of the text.
    pub(super) edits: Vec<TextEdit>,
    pub(super) text: String,
    pub(super) seen: Option<Seen>,
    /// What was refused, in the order of the text.
    pub(super) refused: Vec<LeftOut>,
}

/// Carries out all it can of what was found in `text`. `banned` are rules whose fixes are left out.
pub(super) fn pass<'a>(
    subject: &mut dyn Subject,
    text: &str,
    seen: &'a Seen,
    reach: Reach,
    banned: &BTreeSet<&'static str>,
) -> Pass<'a> {
    let file = subject.file();
    let mut settling = Settling {
        subject,
        text,
        seen,
        trials: 0,
        best: None,
        accepted: Vec::new(),
        refused: Vec::new(),
    };
    let mut but = BTreeSet::new();
    let mut out_of_question: Vec<(Choice<'a>, Reason)> = Vec::new();
    for choice in choose::all(&seen.found, reach, &but) {
        let reason = if banned.contains(choice.finding.rule) {
            Reason::NeverEnds
        } else if choice.fix.edits.iter().any(|edit| edit.file != file) {
            Reason::ChangesOtherFile
        } else if !fits(text, &choice) {
            Reason::Impossible
        } else {
            continue;
        };
        but.insert(choice.at);
        out_of_question.push((choice, reason));
    }
    // What a refused fix kept from being tried is tried without it.
    loop {
        let choices = choose::together(choose::all(&seen.found, reach, &but));
        if choices.is_empty() {
            break;
        }
        but.extend(choices.iter().map(|choice| choice.at));
        let (safe, others): (Vec<_>, Vec<_>) =
            choices.into_iter().partition(|choice| is_safe(choice.fix));
        settling.settle(&safe);
        settling.settle(&others);
        if !settling.accepted.is_empty() {
            break;
        }
    }
    let Settling {
        best,
        accepted,
        mut refused,
        ..
    } = settling;
    refused.extend(out_of_question);
    refused.sort_by_key(|(choice, _)| choice.at);
    let (text, seen) = best.map_or((String::new(), None), |(text, seen)| (text, Some(seen)));
    Pass {
        edits: edits(&accepted),
        applied: accepted,
        text,
        seen,
        refused: refused
            .into_iter()
            .map(|(choice, reason)| left_out(&choice, reason))
            .collect(),
    }
}

fn left_out(choice: &Choice<'_>, reason: Reason) -> LeftOut {
    LeftOut {
        rule: choice.finding.rule,
        title: choice.fix.title.clone(),
        range: choice.finding.range,
        reason,
    }
}

/// Whether the text can take the edits: they lie in it, between characters, in order and apart.
fn fits(text: &str, choice: &Choice<'_>) -> bool {
    let mut end = None;
    choice.edits().all(|edit| {
        let (start, until) = (edit.range.start(), edit.range.end());
        let is_in_order = end.is_none_or(|end| end <= start);
        end = Some(until);
        is_in_order && text.get(usize::from(start)..usize::from(until)).is_some()
    })
}

/// The edits of all choices in the order of the text.
fn edits(choices: &[Choice<'_>]) -> Vec<TextEdit> {
    let mut edits: Vec<TextEdit> = choices
        .iter()
        .flat_map(|choice| choice.edits().cloned())
        .collect();
    edits.sort_by_key(|edit| (edit.range.start(), edit.range.end()));
    edits
}

struct Settling<'a, 's> {
    subject: &'s mut dyn Subject,
    text: &'s str,
    seen: &'a Seen,
    trials: usize,
    /// The text with all that is accepted, and what is seen of it.
    best: Option<(String, Seen)>,
    accepted: Vec<Choice<'a>>,
    refused: Vec<(Choice<'a>, Reason)>,
}

impl<'a> Settling<'a, '_> {
    /// Accepts of `choices`, which are all safe or all unsafe, those that keep what was promised,
    /// halving them until it is known which do not.
    fn settle(&mut self, choices: &[Choice<'a>]) {
        let mut open = Vec::from_iter((!choices.is_empty()).then_some(choices));
        while let Some(choices) = open.pop() {
            let Err(reason) = self.try_with(choices) else {
                continue;
            };
            match choices {
                [choice] => self.refused.push((choice.clone(), reason)),
                _ if reason == Reason::Untried => {
                    let untried = choices.iter().cloned();
                    self.refused.extend(untried.map(|choice| (choice, reason)));
                }
                _ => {
                    let (first, second) = choices.split_at(choices.len() / 2);
                    open.extend([second, first]);
                }
            }
        }
    }

    fn try_with(&mut self, choices: &[Choice<'a>]) -> Result<(), Reason> {
        self.trials += 1;
        if self.trials > MOST_TRIALS {
            return Err(Reason::Untried);
        }
        let together = [&self.accepted, choices].concat();
        let text = edited(self.text, &edits(&together));
        if text.starts_with('\u{feff}') != self.text.starts_with('\u{feff}') {
            return Err(Reason::MovesByteOrderMark);
        }
        let seen = self.subject.look(&text);
        let before = self.best.as_ref().map_or(self.seen, |(_, seen)| seen);
        if seen.wire != before.wire {
            if before.is_bound || seen.is_bound {
                return Err(Reason::AltersWireText);
            }
            if choices.iter().any(|choice| is_safe(choice.fix)) {
                return Err(Reason::AltersWords);
            }
        }
        if seen.errors() > before.errors() {
            return Err(Reason::MakesError);
        }
        self.accepted = together;
        self.best = Some((text, seen));
        Ok(())
    }
}
