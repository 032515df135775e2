//! The shape of a rule.

use crate::rules::{Diagnostic, Severity};
use crate::syntax::Tree;
use crate::text::TextRange;

/// One thing that can be wrong, and how to find it.
#[derive(Debug)]
pub struct Rule {
    /// Its name, in kebab-case; it reads as "allow …".
    pub name: &'static str,
    /// How much a finding matters by default.
    pub severity: Severity,
    /// What it reports, in one line.
    pub summary: &'static str,
    /// Its page of the manual, in Markdown.
    pub documentation: &'static str,
    /// Looks at one article and adds what it finds.
    pub(super) check: fn(&Context<'_>, &mut Vec<Diagnostic>),
}

impl Rule {
    /// A finding of this rule at its default severity.
    pub(super) fn report(&self, range: TextRange, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            rule: self.name,
            severity: self.severity,
            range,
            message: message.into(),
            help: None,
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }
}

/// What a rule looks at.
#[derive(Debug)]
pub struct Context<'a> {
    /// The article.
    pub text: &'a str,
    /// Its tree.
    pub tree: &'a Tree,
}

/// Declares a rule; its doc comment becomes its page of the manual, so that the two are one.
macro_rules! declare_rule {
    (
        $(#[doc = $line:literal])*
        $visibility:vis static $static:ident = $name:literal, $severity:ident, $summary:literal
    ) => {
        $(#[doc = $line])*
        $visibility static $static: crate::rules::Rule = crate::rules::Rule {
            name: $name,
            severity: crate::rules::Severity::$severity,
            summary: $summary,
            documentation: concat!($($line, "\n"),*),
            check,
        };
    };
}

pub(super) use declare_rule;
