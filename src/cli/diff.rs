//! What a command would change in a file, as a unified diff for people.
//!
//! What changes is known already, so that nothing is searched for: the lines in question are those
//! that the edits touch, and the work grows with the text.

use std::fmt::Write;

use similar::udiff::UnifiedHunkHeader;
use similar::{DiffOp, group_diff_ops};

use crate::cli::color::Palette;
use crate::cli::neutralise::neutralise;
use crate::text::{TextEdit, TextSize, edited};

/// How many lines are shown around what changes.
const CONTEXT: usize = 3;

/// The diff of the file that reports call `path`, whose text is `old` before `edits` are carried
/// out, which stand in its order. Nothing in the diff acts: what would is written out, so that it is
/// to be read and not to be fed to a program that patches.
pub(super) fn render(path: &str, old: &str, edits: &[TextEdit], palette: &Palette) -> String {
    let new = edited(old, edits);
    let old_lines: Vec<&str> = old.split_inclusive('\n').collect();
    let new_lines: Vec<&str> = new.split_inclusive('\n').collect();
    let (path, place) = (neutralise(path), palette.place);
    let mut report = format!("--- {path}\n+++ {path}\n");
    // Writing to a string cannot fail, so the outcomes of `writeln!` are dropped here.
    for hunk in group_diff_ops(changes(old, edits), CONTEXT) {
        let _ = writeln!(report, "{place}{}{place:#}", UnifiedHunkHeader::new(&hunk));
        for change in hunk {
            let (before, after) = (
                &old_lines[change.old_range()],
                &new_lines[change.new_range()],
            );
            if matches!(change, DiffOp::Equal { .. }) {
                write_lines(&mut report, ' ', anstyle::Style::new(), before);
            } else {
                write_lines(&mut report, '-', palette.removed, before);
                write_lines(&mut report, '+', palette.added, after);
            }
        }
    }
    report
}

fn write_lines(report: &mut String, sign: char, style: anstyle::Style, lines: &[&str]) {
    for line in lines {
        let shown = neutralise(line.trim_end_matches(['\n', '\r']));
        let _ = writeln!(report, "{style}{sign}{shown}{style:#}");
        if !line.ends_with('\n') {
            report.push_str("\\ No newline at end of file\n");
        }
    }
}

/// Which lines stay and which are replaced by which.
fn changes(old: &str, edits: &[TextEdit]) -> Vec<DiffOp> {
    let lines: Vec<&str> = old.split_inclusive('\n').collect();
    let mut starts: Vec<usize> = Vec::with_capacity(lines.len() + 1);
    let mut end = 0;
    for line in &lines {
        starts.push(end);
        end += line.len();
    }
    starts.push(end);
    let line_of = |at: usize| {
        let after = starts[..lines.len()].partition_point(|start| *start <= at);
        // What stands behind the last line end is on no line.
        if at == end && old.ends_with('\n') {
            lines.len()
        } else {
            after.saturating_sub(1)
        }
    };
    let mut changes = Changes::default();
    let mut rest = edits;
    while let Some(first) = rest.first() {
        let from = line_of(first.range.start().into());
        let mut to = from;
        let mut together = 0;
        for edit in rest {
            if together > 0 && line_of(edit.range.start().into()) >= to {
                break;
            }
            to = to.max((line_of(edit.range.end().into()) + 1).min(lines.len()));
            together += 1;
        }
        let (of_these, others) = rest.split_at(together);
        rest = others;
        changes.equal(from - changes.old);
        let start = starts[from];
        let shifted = of_these.iter().map(|edit| TextEdit {
            range: edit.range - TextSize::new(start as u32),
            text: edit.text.clone(),
        });
        let after = edited(&old[start..starts[to]], &shifted.collect::<Vec<_>>());
        changes.replace(
            &lines[from..to],
            &after.split_inclusive('\n').collect::<Vec<_>>(),
        );
    }
    changes.equal(lines.len() - changes.old);
    changes.all
}

/// Lines that stay and lines that are replaced, in the order of the text.
#[derive(Default)]
struct Changes {
    all: Vec<DiffOp>,
    /// How many lines of the text before and after have been passed.
    old: usize,
    new: usize,
}

impl Changes {
    /// The next `count` lines stay.
    fn equal(&mut self, count: usize) {
        if let Some(DiffOp::Equal { len, .. }) = self.all.last_mut() {
            *len += count;
        } else if count > 0 {
            self.all.push(DiffOp::Equal {
                old_index: self.old,
                new_index: self.new,
                len: count,
            });
        }
        self.old += count;
        self.new += count;
    }

    /// The next lines, `before`, are replaced by `after`; what is the same at both ends stays.
    fn replace(&mut self, before: &[&str], after: &[&str]) {
        let same = |(one, other): &(&&str, &&str)| one == other;
        let first = before.iter().zip(after).take_while(same).count();
        let (before, after) = (&before[first..], &after[first..]);
        let last = before.iter().rev().zip(after.iter().rev());
        let last = last.take_while(same).count();
        let (old_len, new_len) = (before.len() - last, after.len() - last);
        self.equal(first);
        if old_len + new_len > 0 {
            self.all.push(DiffOp::Replace {
                old_index: self.old,
                old_len,
                new_index: self.new,
                new_len,
            });
            self.old += old_len;
            self.new += new_len;
        }
        self.equal(last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_lines_say_what_the_edits_do(
            old in "[ab\n]{0,24}",
            places in prop::collection::vec((0_usize..6, 0_usize..4, "[ab\n]{0,3}"), 0..5),
        ) {
            let mut at = 0;
            let edits = places.into_iter().map_while(|(skip, take, text)| {
                let (start, end) = (at + skip, at + skip + take);
                at = end + 1;
                let offset = |at: usize| TextSize::new(at as u32);
                (end <= old.len()).then(|| TextEdit {
                    range: TextRange::new(offset(start), offset(end)),
                    text,
                })
            });
            let edits: Vec<TextEdit> = edits.collect();
            let new = edited(&old, &edits);
            let (before, after): (Vec<_>, Vec<_>) =
                (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
            let (mut old_at, mut new_at) = (0, 0);
            for change in changes(&old, &edits) {
                prop_assert_eq!((change.old_range().start, change.new_range().start), (old_at, new_at));
                (old_at, new_at) = (change.old_range().end, change.new_range().end);
                if matches!(change, DiffOp::Equal { .. }) {
                    prop_assert_eq!(&before[change.old_range()], &after[change.new_range()]);
                }
            }
            prop_assert_eq!((old_at, new_at), (before.len(), after.len()));
        }
    }
}
