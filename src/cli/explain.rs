//! `isnad explain`: the documentation of a rule, offline.

use std::fmt::Write;

use clap::Args;

use crate::cli::{Outcome, print, tell};
use crate::names::similar::closest;
use crate::rules;

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
        return print(rule.page().as_bytes(), Outcome::Clean);
    }
    tell(&unknown(name));
    Outcome::Failed
}

/// What is said of a rule that does not exist: which was probably meant.
pub(super) fn unknown(name: &str) -> String {
    match closest(name, rules::manual().map(|rule| rule.name)) {
        Some(meant) => format!("there is no rule `{name}`; did you mean `{meant}`?"),
        None => format!("there is no rule `{name}`; `isnad explain` lists them all"),
    }
}

/// All rules, one a line, subject by subject.
fn list() -> String {
    let mut list = String::new();
    // Writing to a string cannot fail.
    for subject in rules::MANUAL {
        let gap = if list.is_empty() { "" } else { "\n" };
        let _ = writeln!(list, "{gap}{}", subject.title);
        for rule in subject.rules {
            let (name, severity) = (rule.name, rule.severity.name());
            let _ = writeln!(list, "  {name:<26} {severity:<8} {}", rule.summary);
        }
    }
    list
}
