//! `--select` and `--ignore`: which rules' findings are told.

use clap::Args;

use crate::cli::explain;
use crate::rules::{self, Diagnostic};

#[derive(Debug, Args)]
pub(super) struct Selection {
    /// Tell only what these rules find; several are parted by commas
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = rule)]
    select: Vec<&'static str>,
    /// Do not tell what these rules find
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = rule)]
    ignore: Vec<&'static str>,
}

impl Selection {
    /// Takes out what is not to be told.
    pub(super) fn apply(&self, findings: &mut Vec<Diagnostic>) {
        findings.retain(|finding| self.holds(finding.rule));
    }

    /// Whether what the rule of that name finds is told.
    pub(super) fn holds(&self, rule: &str) -> bool {
        (self.select.is_empty() || self.select.contains(&rule)) && !self.ignore.contains(&rule)
    }
}

/// The rule of that name; else which was probably meant.
fn rule(name: &str) -> Result<&'static str, String> {
    rules::find(name)
        .map(|rule| rule.name)
        .ok_or_else(|| explain::unknown(name))
}
