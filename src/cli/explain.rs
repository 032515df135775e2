//! `isnad explain`: the documentation of a rule, offline.

use std::fmt::Write;

use clap::Args;

use crate::cli::{Outcome, print, tell};
use crate::names::similar::closest;
use crate::rules::{self, Rule};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The rule's name; without it, all are listed
    rule: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Some(name) = &arguments.rule else {
        return print(list().as_bytes(), Outcome::Clean);
    };
    if let Some(rule) = rules::find(name) {
        return print(page(rule).as_bytes(), Outcome::Clean);
    }
    let advice = match closest(name, rules::manual().map(|rule| rule.name)) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "`isnad explain` lists them all".to_owned(),
    };
    tell(&format!("there is no rule `{name}`; {advice}"));
    Outcome::Failed
}

/// The groups of the manual, each by the rule with which it begins.
const GROUPS: [(&str, &str); 7] = [
    ("unclosed-span", "markup"),
    ("undefined-entity", "entities"),
    ("unattributed-quote", "quotations"),
    ("weekday-mismatch", "dates"),
    ("altered-wire-text", "wire text"),
    ("unknown-rule", "housekeeping"),
    ("unreadable-file", "files"),
];

/// All rules, one a line, group by group.
fn list() -> String {
    let mut list = String::new();
    // Writing to a string cannot fail.
    for rule in rules::manual() {
        if let Some((_, group)) = GROUPS.iter().find(|(first, _)| *first == rule.name) {
            let gap = if list.is_empty() { "" } else { "\n" };
            let _ = writeln!(list, "{gap}{group}");
        }
        let (name, severity) = (rule.name, rule.severity.name());
        let _ = writeln!(list, "  {name:<24} {severity:<8} {}", rule.summary);
    }
    list
}

fn page(rule: &Rule) -> String {
    let lines = rule
        .documentation
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line));
    let text = lines.collect::<Vec<_>>().join("\n");
    format!("# {} ({})\n\n{text}\n", rule.name, rule.severity.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_begins_with_a_rule() {
        for (first, group) in GROUPS {
            assert!(list().contains(&format!("{group}\n  {first} ")), "{group}");
        }
    }
}
