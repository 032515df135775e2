use crate::dates::{self, DateProblemKind, Meant, Separator};
use crate::model::WrittenDate;
use crate::rules::rule::declare_rule;
use crate::rules::{Applicability, Context, Diagnostic, Fix};
use crate::text::{FileEdit, TextEdit};

declare_rule! {
    /// ## What it does
    ///
    /// Reports a date that is none, in `[words](=date)` and in `date` and `dateline` of the front
    /// matter: a month or a day that the calendar does not have, a range that ends before it
    /// starts, a date that is written otherwise than `2025-03-04`. The parts may be joined by `-`,
    /// `/` or `.`; day and month may be left out; `2025-03-04..2025-03-06` is a range; digits may
    /// be Latin, Arabic or Persian. In the front matter a time may follow the day.
    ///
    /// ## Why
    ///
    /// The date cannot be read, and nothing that counts from it can be checked.
    ///
    /// ## Bad
    ///
    /// ```text
    /// The bridge opened on [the last day of February](=2025-02-29).
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// The bridge opened on [the last day of February](=2025-02-28).
    /// ```
    pub(super) static INVALID_DATE = "invalid-date", Error, "a date that is none"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let article = context.article();
    let front = article.front.date.iter().chain(&article.front.dateline);
    for date in front.chain(article.dates.iter().map(|marked| &marked.date)) {
        let Err(problem) = &date.value else { continue };
        let range = if problem.range.is_empty() {
            date.range
        } else {
            problem.range
        };
        let finding = INVALID_DATE.report(range, problem.to_string());
        out.push(match dates::meant(&date.text, article.lang()) {
            Some(meant) => propose(context, finding, date, meant),
            None => match problem.kind {
                DateProblemKind::YearNotFirst => {
                    finding.help("which number is the month is not certain")
                }
                _ => finding,
            },
        });
    }
}

fn propose(
    context: &Context<'_>,
    mut finding: Diagnostic,
    date: &WrittenDate,
    meant: Meant,
) -> Diagnostic {
    let text = meant.value.canonical(separator(&date.text));
    // What YAML writes otherwise than it is stays as it is.
    if context.text()[date.range] == date.text {
        finding.fixes.push(Fix {
            title: format!("replace by `{text}`"),
            applicability: Applicability::safe_if_certain(meant.is_certain),
            edits: vec![FileEdit {
                file: context.file,
                edit: TextEdit {
                    range: date.range,
                    text: text.clone(),
                },
            }],
        });
    }
    finding.help(format!("did you mean `{text}`?"))
}

/// The sign between the parts of a date that is written as `text`, in digits; where there is none,
/// the one that keeps the parts in their order in the direction of its digits or letters.
pub(super) fn separator(text: &str) -> Separator {
    let in_digits = text.chars().all(|c| !c.is_alphabetic());
    let first = text.chars().find_map(|character| match character {
        '-' => Some(Separator::Hyphen),
        '/' => Some(Separator::Slash),
        '.' => Some(Separator::Dot),
        _ => None,
    });
    let is_arabic = |c: char| matches!(c, '\u{600}'..='\u{6ff}');
    match first.filter(|_| in_digits) {
        Some(separator) => separator,
        None if text.contains(is_arabic) => Separator::Slash,
        None => Separator::Hyphen,
    }
}
