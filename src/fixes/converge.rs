//! Pass after pass to a fixed point, or the news that there is none.

use std::collections::BTreeSet;

use crate::fixes::composed::Composed;
use crate::fixes::pass::{Pass, Seen, Subject, pass};
use crate::fixes::{Applied, Fixed, Reach};

/// How many passes are made at most. Fixes that keep each other waiting, as those of comments in
/// a row do, halve with each pass; so more are needed only where there is no end.
const MOST_PASSES: usize = 50;

/// How many bytes fixes may add to a text, besides as many as it has. What adds more gives cause for
/// itself, and would have filled the memory before the passes come to an end.
const MOST_ADDED: usize = 1 << 16;

/// Fixes `text`, of which `seen` is seen. Rules whose fixes undo each other or go on for ever are
/// left out, as if they had none.
pub(super) fn run(subject: &mut dyn Subject, text: &str, seen: &Seen, reach: Reach) -> Fixed {
    let mut banned = BTreeSet::new();
    loop {
        match attempt(subject, text, seen.clone(), reach, &banned) {
            Ok(fixed) => return fixed,
            // Each time at least one more, so that this has an end.
            Err(endless) => banned.extend(endless),
        }
    }
}

/// Fixes `text`; fails with the rules that keep it from ending.
fn attempt(
    subject: &mut dyn Subject,
    text: &str,
    mut seen: Seen,
    reach: Reach,
    banned: &BTreeSet<&'static str>,
) -> Result<Fixed, BTreeSet<&'static str>> {
    let mut now = text.to_owned();
    let mut composed = Composed::new(text);
    let mut applied: Vec<Applied> = Vec::new();
    // Every state that the text has been in, and the rules whose fixes led from it to the next.
    let mut states: Vec<(String, BTreeSet<&'static str>)> = Vec::new();
    let longest = 2 * text.len() + MOST_ADDED;
    loop {
        let Pass {
            applied: of_this,
            edits,
            text,
            seen: after,
            refused,
        } = pass(subject, &now, &seen, reach, banned);
        let Some(after) = after else {
            return Ok(Fixed {
                edits: composed.edits(),
                applied,
                left_out: refused,
                left: seen.found,
                text: now,
            });
        };
        composed.edit(&edits);
        applied.extend(of_this.iter().map(|choice| Applied {
            rule: choice.finding.rule,
            title: choice.fix.title.clone(),
        }));
        let rules: BTreeSet<_> = of_this.iter().map(|choice| choice.finding.rule).collect();
        states.push((now, rules.clone()));
        // All that was done since the text was like this last has been undone.
        if let Some(before) = states.iter().position(|(state, _)| *state == text) {
            return Err(states
                .split_off(before)
                .into_iter()
                .flat_map(|(_, rules)| rules)
                .collect());
        }
        if states.len() == MOST_PASSES || text.len() > longest {
            return Err(rules);
        }
        (now, seen) = (text, after);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixes::Reason;
    use crate::rules::{Applicability, Diagnostic, Fix, Severity};
    use crate::text::{FileEdit, FileId, TextEdit, TextRange, TextSize, edited};

    /// A rule, its word, what it would put in its place, and whether that is safe.
    type Rule = (&'static str, &'static str, &'static str, bool);

    /// A file in which each rule finds its word and would put another in its place; a word in
    /// capitals is an error, and what stands before `|` is what readers see.
    struct Words {
        rules: &'static [Rule],
        is_bound: bool,
    }

    impl Words {
        fn free(rules: &'static [Rule]) -> Words {
            let is_bound = false;
            Words { rules, is_bound }
        }
    }

    const HERE: FileId = FileId(0);

    fn at(start: usize, len: usize) -> TextRange {
        TextRange::at(TextSize::new(start as u32), TextSize::new(len as u32))
    }

    impl Subject for Words {
        fn file(&self) -> FileId {
            HERE
        }

        fn look(&mut self, text: &str) -> Seen {
            let mut found = Vec::new();
            for (rule, word, instead, safe) in self.rules {
                for (start, _) in text.match_indices(word) {
                    let range = at(start, word.len());
                    let edit = TextEdit {
                        range,
                        text: (*instead).to_owned(),
                    };
                    let is_error = word.chars().all(char::is_uppercase);
                    found.push(Diagnostic {
                        rule,
                        severity: if is_error {
                            Severity::Error
                        } else {
                            Severity::Hint
                        },
                        range,
                        message: (*word).to_owned(),
                        help: None,
                        related: Vec::new(),
                        fixes: vec![Fix {
                            title: format!("{word} → {instead}"),
                            applicability: Applicability::safe_if(*safe),
                            edits: vec![FileEdit { file: HERE, edit }],
                        }],
                    });
                }
            }
            found.sort_by_key(|finding| finding.range.start());
            Seen {
                found,
                wire: text.split('|').next().unwrap_or_default().to_owned(),
                is_bound: self.is_bound,
            }
        }
    }

    fn fix(mut words: Words, text: &str, reach: Reach) -> Fixed {
        let seen = words.look(text);
        let fixed = run(&mut words, text, &seen, reach);
        assert_eq!(
            edited(text, &fixed.edits),
            fixed.text,
            "the edits say what was done"
        );
        let seen = words.look(&fixed.text);
        let again = run(&mut words, &fixed.text, &seen, reach);
        assert_eq!(
            (again.text, again.left_out),
            (fixed.text.clone(), fixed.left_out.clone())
        );
        fixed
    }

    fn reasons(fixed: &Fixed) -> Vec<(&'static str, Reason)> {
        fixed
            .left_out
            .iter()
            .map(|out| (out.rule, out.reason))
            .collect()
    }

    #[test]
    fn one_fix_may_give_cause_for_the_next() {
        let rules = &[("one", "a", "bb", true), ("two", "bb", "c", true)];
        let fixed = fix(Words::free(rules), "x|a a aa", Reach::Safe);
        assert_eq!(fixed.text, "x|c c cc");
        assert_eq!((fixed.applied.len(), fixed.left.len()), (8, 0));
    }

    #[test]
    fn fixes_that_undo_each_other_are_found_out_and_others_carried_out() {
        let rules = &[
            ("to", "a", "b", true),
            ("fro", "b", "a", true),
            ("other", "c", "d", true),
        ];
        let fixed = fix(Words::free(rules), "x|a c", Reach::Safe);
        assert_eq!(fixed.text, "x|a d");
        assert_eq!(fixed.applied.len(), 1);
        assert_eq!(reasons(&fixed), [("to", Reason::NeverEnds)]);
    }

    #[test]
    fn a_fix_that_goes_on_for_ever_is_left_out() {
        let rules = &[("more", "a", "aa", true), ("other", "c", "d", true)];
        let fixed = fix(Words::free(rules), "x|a c", Reach::Safe);
        assert_eq!(fixed.text, "x|a d");
        assert_eq!(reasons(&fixed), [("more", Reason::NeverEnds)]);
    }

    #[test]
    fn what_readers_see_stays_unless_somebody_asks_for_more() {
        let rules = &[("says", "a", "b", true), ("does", "c", "d", false)];
        let fixed = fix(Words::free(rules), "ac|ac", Reach::Safe);
        assert_eq!(fixed.text, "ac|bc");
        assert_eq!(reasons(&fixed), [("says", Reason::AltersWords)]);
        let fixed = fix(Words::free(rules), "ac|ac", Reach::Unsafe);
        assert_eq!(fixed.text, "ad|bd");
        assert_eq!(reasons(&fixed), [("says", Reason::AltersWords)]);
        let fixed = fix(
            Words {
                rules,
                is_bound: true,
            },
            "ac|ac",
            Reach::Unsafe,
        );
        assert_eq!(fixed.text, "ac|bd");
        assert_eq!(
            reasons(&fixed),
            [
                ("says", Reason::AltersWireText),
                ("does", Reason::AltersWireText)
            ]
        );
    }

    #[test]
    fn a_fix_that_makes_an_error_is_left_out_and_keeps_no_other_from_its_place() {
        let rules = &[
            ("bad", "aa", "E", true),
            ("good", "ab", "c", true),
            ("error", "E", "E", false),
        ];
        let fixed = fix(Words::free(rules), "x|aab aa", Reach::Safe);
        assert_eq!(fixed.text, "x|ac aa");
        assert_eq!(reasons(&fixed), [("bad", Reason::MakesError)]);
    }

    #[test]
    fn a_thousand_bad_fixes_have_an_end() {
        let rules = &[("bad", "a", "b", true), ("good", "c", "d", true)];
        let text = format!("{}|c", "a ".repeat(1000));
        let fixed = fix(
            Words {
                rules,
                is_bound: true,
            },
            &text,
            Reach::Safe,
        );
        // At some point nothing more is tried, not even what would do.
        assert_eq!(fixed.left_out.len(), 1001);
        assert_eq!(reasons(&fixed)[1000], ("good", Reason::Untried));
    }
}
