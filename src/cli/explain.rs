//! `isnad explain`: the documentation of a rule, offline.

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
        let lines = rules::manual().map(|rule| {
            format!(
                "{:<24} {:<8} {}\n",
                rule.name,
                rule.severity.name(),
                rule.summary
            )
        });
        return print(lines.collect::<String>().as_bytes(), Outcome::Clean);
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

fn page(rule: &Rule) -> String {
    let lines = rule
        .documentation
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line));
    let text = lines.collect::<Vec<_>>().join("\n");
    format!("# {} ({})\n\n{text}\n", rule.name, rule.severity.name())
}
