//! What can be carried out together in one pass.

use std::collections::{BTreeMap, BTreeSet};

use crate::fixes::Reach;
use crate::rules::{self, Applicability, Diagnostic, Fix};
use crate::text::{TextEdit, TextRange, TextSize};

/// The fix of one finding.
#[derive(Debug, Clone)]
pub(super) struct Choice<'a> {
    /// The place of the finding in the list of all.
    pub(super) at: usize,
    pub(super) finding: &'a Diagnostic,
    pub(super) fix: &'a Fix,
}

impl<'a> Choice<'a> {
    /// Its edits, in the order of the text.
    pub(super) fn edits(&self) -> impl Iterator<Item = &'a TextEdit> + use<'a> {
        self.fix.edits.iter().map(|edit| &edit.edit)
    }
}

/// The one fix of `finding` that needs no person to choose: the only safe one, or where there is
/// none and `reach` allows it, the only unsafe one. Of several that are equally good none is
/// taken, however they are ordered, and what only a person can know is never said for them.
pub(super) fn pick(finding: &Diagnostic, reach: Reach) -> Option<&Fix> {
    let has_safe = finding.fixes.iter().any(is_safe);
    match reach {
        _ if has_safe => only(finding, is_safe),
        Reach::Safe => None,
        Reach::Unsafe => only(finding, is_unsafe),
    }
}

/// The one fix of this kind, if it is one: two titles for the same edits are no choice.
fn only(finding: &Diagnostic, is_meant: fn(&Fix) -> bool) -> Option<&Fix> {
    let mut fixes = finding.fixes.iter().filter(|fix| is_meant(fix));
    let first = fixes.next()?;
    fixes.all(|fix| fix.edits == first.edits).then_some(first)
}

/// Whether a fix is said to change nothing that a reader sees.
pub(super) fn is_safe(fix: &Fix) -> bool {
    fix.applicability.is_safe()
}

/// Whether it is one for those who ask for more.
fn is_unsafe(fix: &Fix) -> bool {
    fix.applicability == Applicability::Unsafe
}

/// Every fix that could be carried out, one for each finding at most; those in `but` aside, which
/// are places in the list.
pub(super) fn all<'a>(
    found: &'a [Diagnostic],
    reach: Reach,
    but: &BTreeSet<usize>,
) -> Vec<Choice<'a>> {
    let findings = found.iter().enumerate().filter(|(at, _)| !but.contains(at));
    let choices = findings.filter_map(|(at, finding)| {
        let fix = pick(finding, reach).filter(|fix| !fix.edits.is_empty())?;
        Some(Choice { at, finding, fix })
    });
    choices.collect()
}

/// As many of them as have no edits that touch, in the order of the text: what begins first is
/// taken first, of those that begin together what the manual has first.
pub(super) fn together(mut choices: Vec<Choice<'_>>) -> Vec<Choice<'_>> {
    choices.sort_by_cached_key(|choice| {
        let start = choice.edits().map(|edit| edit.range.start()).min();
        let in_manual = rules::manual().position(|rule| rule.name == choice.finding.rule);
        (start, in_manual, choice.at)
    });
    let mut taken = Taken::default();
    choices.retain(|choice| taken.takes(choice));
    choices
}

/// The stretches that are to be edited, by where they begin; no two touch.
#[derive(Default)]
struct Taken(BTreeMap<TextSize, TextSize>);

impl Taken {
    /// Adds the edits of `choice` if none of them touches another.
    fn takes(&mut self, choice: &Choice<'_>) -> bool {
        let is_free = choice.edits().all(|edit| self.is_free(edit.range));
        if is_free {
            let ranges = choice.edits().map(|edit| edit.range);
            self.0
                .extend(ranges.map(|range| (range.start(), range.end())));
        }
        is_free
    }

    fn is_free(&self, range: TextRange) -> bool {
        let before = self.0.range(..=range.end()).next_back();
        before.is_none_or(|(_, end)| *end < range.start())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Severity;
    use crate::text::{FileEdit, FileId};

    fn fix(safe: bool, start: u32, end: u32, text: &str) -> Fix {
        let edit = TextEdit {
            range: TextRange::new(TextSize::new(start), TextSize::new(end)),
            text: text.to_owned(),
        };
        let file = FileId(0);
        Fix {
            title: format!("{start}..{end} → {text}"),
            applicability: Applicability::safe_if(safe),
            edits: vec![FileEdit { file, edit }],
        }
    }

    fn finding(rule: &'static str, fixes: Vec<Fix>) -> Diagnostic {
        Diagnostic {
            rule,
            severity: Severity::Warning,
            range: TextRange::default(),
            message: String::new(),
            help: None,
            related: Vec::new(),
            fixes,
        }
    }

    #[test]
    fn nothing_is_picked_that_a_person_must_choose() {
        let (safe, other) = (fix(true, 0, 1, "a"), fix(true, 0, 1, "b"));
        let (bold, bolder) = (fix(false, 0, 1, "c"), fix(false, 4, 5, "d"));
        let chosen = Fix {
            applicability: Applicability::Choice,
            ..safe.clone()
        };
        let renamed = Fix {
            title: "the same".to_owned(),
            ..safe.clone()
        };
        for (fixes, by_safe, by_unsafe) in [
            (vec![], None, None),
            (vec![safe.clone()], Some("a"), Some("a")),
            (vec![safe.clone(), renamed], Some("a"), Some("a")),
            (vec![safe.clone(), other], None, None),
            (vec![bold.clone(), safe], Some("a"), Some("a")),
            (vec![bold.clone()], None, Some("c")),
            (vec![bold, bolder], None, None),
            (vec![chosen], None, None),
        ] {
            let finding = finding("unclosed-span", fixes);
            let picked = |reach| pick(&finding, reach).map(|fix| fix.edits[0].edit.text.as_str());
            let both = (picked(Reach::Safe), picked(Reach::Unsafe));
            assert_eq!(both, (by_safe, by_unsafe), "{:?}", finding.fixes);
        }
    }

    #[test]
    fn of_what_touches_the_first_is_taken_and_of_what_begins_together_the_manual_decides() {
        let found = [
            finding(
                "unused-suppression",
                vec![fix(true, 0, 2, "late in the manual")],
            ),
            finding("unclosed-span", vec![fix(true, 0, 4, "early in it")]),
            finding("unclosed-span", vec![fix(true, 4, 6, "touches")]),
            finding("unclosed-span", vec![fix(true, 5, 5, "is free")]),
            finding("unclosed-span", vec![fix(true, 5, 9, "begins there too")]),
        ];
        let taken = together(all(&found, Reach::Safe, &BTreeSet::new()));
        let taken: Vec<&str> = taken
            .iter()
            .flat_map(Choice::edits)
            .map(|edit| edit.text.as_str())
            .collect();
        assert_eq!(taken, ["early in it", "is free"]);
    }
}
