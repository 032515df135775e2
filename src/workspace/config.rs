//! `isnad.toml`: what a folder of articles asks of Isnad.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::names::similar::closest;
use crate::text::{TextRange, TextSize};

/// The configuration that one `isnad.toml` holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config {
    /// `registry`: paths and glob patterns of registries, relative to the file's folder.
    pub registry: Vec<Pattern>,
    /// `[rules]`: how much each rule matters here.
    pub rules: Vec<RuleLevel>,
    /// What cannot be carried out as it is written.
    pub problems: Vec<ConfigProblem>,
}

/// A path or glob pattern, and where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// As written.
    pub text: String,
    /// Where, in bytes of the file.
    pub range: TextRange,
}

/// How much one rule matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleLevel {
    /// The rule's name as written; it may be no rule at all.
    pub rule: String,
    /// Where it is written, in bytes of the file.
    pub range: TextRange,
    /// The severity asked for, or none at all.
    pub level: Level,
}

/// How much a rule matters by the configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Level {
    Off,
    Hint,
    Info,
    Warning,
    Error,
}

/// Something in the configuration that cannot be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigProblem {
    /// Where, in bytes of the file.
    pub range: TextRange,
    /// What is wrong: lower case, no final period.
    pub message: String,
}

const KEYS: [&str; 2] = ["registry", "rules"];
const LEVELS: [(&str, Level); 5] = [
    ("off", Level::Off),
    ("hint", Level::Hint),
    ("info", Level::Info),
    ("warning", Level::Warning),
    ("error", Level::Error),
];

impl Config {
    /// Reads an `isnad.toml`. Never fails: what is wrong stands beside what can be read.
    pub fn read(text: &str) -> Config {
        let mut config = Config::default();
        let text = text
            .strip_prefix('\u{feff}')
            .map_or_else(|| text.to_owned(), |rest| format!("   {rest}"));
        match DeTable::parse(&text) {
            Ok(table) => {
                for (key, value) in table.get_ref() {
                    config.entry(key, value);
                }
            }
            Err(error) => {
                let message = format!("this is not TOML: {}", error.message().trim());
                config.problem(error.span().unwrap_or(0..0), message);
            }
        }
        // A table of TOML is sorted by its keys; people read from top to bottom.
        config.rules.sort_by_key(|rule| rule.range.start());
        config.problems.sort_by_key(|problem| problem.range.start());
        config
    }

    fn entry(&mut self, key: &Spanned<std::borrow::Cow<'_, str>>, value: &Spanned<DeValue<'_>>) {
        match key.get_ref().as_ref() {
            "registry" => match value.get_ref() {
                DeValue::Array(items) => items.iter().for_each(|item| self.registry(item)),
                _ => self.registry(value),
            },
            "rules" => match value.get_ref() {
                DeValue::Table(rules) => rules
                    .iter()
                    .for_each(|(rule, level)| self.rule(rule, level)),
                _ => self.problem(
                    value.span(),
                    "`rules` is a table: `[rules]`, then lines such as `name-variant = \"error\"`",
                ),
            },
            unknown => {
                let meant = did_you_mean(unknown, KEYS);
                self.problem(
                    key.span(),
                    format!("`{unknown}` is no key of the configuration{meant}"),
                );
            }
        }
    }

    fn registry(&mut self, value: &Spanned<DeValue<'_>>) {
        match value.get_ref() {
            DeValue::String(text) => {
                self.registry.push(Pattern {
                    text: text.to_string(),
                    range: range(&value.span()),
                });
            }
            _ => self.problem(
                value.span(),
                "`registry` is a path in quotation marks, or a list of them",
            ),
        }
    }

    fn rule(&mut self, rule: &Spanned<std::borrow::Cow<'_, str>>, level: &Spanned<DeValue<'_>>) {
        let written = level.get_ref().as_str().unwrap_or_default();
        if let Some(&(_, level)) = LEVELS.iter().find(|(name, _)| *name == written) {
            self.rules.push(RuleLevel {
                rule: rule.get_ref().to_string(),
                range: range(&rule.span()),
                level,
            });
        } else {
            let meant = did_you_mean(written, LEVELS.map(|(name, _)| name));
            let message = format!(
                "a rule is set to \"off\", \"hint\", \"info\", \"warning\" or \"error\"{meant}"
            );
            self.problem(level.span(), message);
        }
    }

    fn problem(&mut self, span: Range<usize>, message: impl Into<String>) {
        self.problems.push(ConfigProblem {
            range: range(&span),
            message: message.into(),
        });
    }
}

fn did_you_mean<const N: usize>(written: &str, known: [&'static str; N]) -> String {
    closest(written, known).map_or(String::new(), |meant| format!("; did you mean `{meant}`?"))
}

fn range(span: &Range<usize>) -> TextRange {
    let start = span.start as u32;
    TextRange::new(
        TextSize::new(start),
        TextSize::new((span.end as u32).max(start)),
    )
}
