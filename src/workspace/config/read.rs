//! Reads an `isnad.toml`. A value of the wrong shape is a problem beside the result and costs
//! nothing but itself.

use std::borrow::Cow;
use std::ops::Range;

use semver::{Version, VersionReq};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::model::language::check_tag;
use crate::names::similar::closest;
use crate::text::{TextRange, TextSize};
use crate::workspace::glob::Glob;

use super::{Config, ConfigProblem, KEYS, Key, Level, OVERRIDE_KEYS, Override, Pattern, RuleLevel};

type TomlKey<'a> = Spanned<Cow<'a, str>>;
type TomlValue<'a> = Spanned<DeValue<'a>>;

/// What other tools call the levels.
const OTHERWISE: [(&str, &str); 7] = [
    ("warn", "warning"),
    ("information", "info"),
    ("note", "info"),
    ("deny", "error"),
    ("allow", "off"),
    ("ignore", "off"),
    ("none", "off"),
];

impl Config {
    /// Reads an `isnad.toml`. Never fails: what is wrong stands beside what can be read.
    pub fn read(text: &str) -> Config {
        read(text, env!("CARGO_PKG_VERSION"))
    }
}

/// Reads a configuration as version `running` of Isnad does.
fn read(text: &str, running: &str) -> Config {
    let mut reader = Reader {
        config: Config::default(),
        running,
        other_version: None,
    };
    // A byte order mark is no TOML; blanks in its place leave every offset as it is.
    let text = text
        .strip_prefix('\u{feff}')
        .map_or_else(|| Cow::Borrowed(text), |rest| format!("   {rest}").into());
    let (table, errors) = DeTable::parse_recoverable(&text);
    for (key, value) in table.get_ref() {
        reader.entry(key, value);
    }
    let mut config = reader.config;
    if !errors.is_empty() {
        // What a broken line has made of the keys around it is not what their author wrote.
        let broken = errors.iter().map(|error| ConfigProblem {
            range: range(&error.span().unwrap_or(0..0)),
            message: format!("this is not TOML: {}", error.message().trim()),
        });
        config.problems = broken.collect();
    }
    if let Some(version) = reader.other_version {
        // Another version may know all that this one does not.
        config.is_for_other_version = true;
        config.problems = vec![version];
    }
    // A table of TOML is sorted by its keys; people read from top to bottom.
    config.rules.sort_by_key(|level| level.range.start());
    config.problems.sort_by_key(|problem| problem.range.start());
    config
}

struct Reader<'a> {
    config: Config,
    running: &'a str,
    /// That another version is required, if it is.
    other_version: Option<ConfigProblem>,
}

impl Reader<'_> {
    fn entry(&mut self, key: &TomlKey<'_>, value: &TomlValue<'_>) {
        match key.get_ref().as_ref() {
            "required-version" => self.required_version(value),
            "lang" => self.config.lang = self.lang(value),
            "registry" => {
                let shape = "`registry` is a path in quotation marks, or a list of them";
                self.config.registry = self.patterns(value, shape);
            }
            "allow-outside" => {
                let shape = "`allow-outside` is a path in quotation marks, or a list of them";
                self.config.allow_outside = self.patterns(value, shape);
            }
            "rules" => self.config.rules = self.rules(value),
            "overrides" => self.overrides(value),
            _ => self.unknown(key, &KEYS, "the configuration"),
        }
    }

    fn required_version(&mut self, value: &TomlValue<'_>) {
        let shape = "`required-version` is a version in quotation marks, such as `\">=0.1\"`";
        let Some(written) = self.string(value, shape) else {
            return;
        };
        let running = self.running;
        match VersionReq::parse(written) {
            Err(error) => self.problem(
                value.span(),
                format!("`{written}` asks for no version, {error}; write it as in `>=0.1`"),
            ),
            Ok(required) => {
                if Version::parse(running).is_ok_and(|running| !required.matches(&running)) {
                    self.other_version = Some(ConfigProblem {
                        range: range(&value.span()),
                        message: format!(
                            "this is isnad {running}, and `{written}` is required here"
                        ),
                    });
                }
            }
        }
    }

    fn lang(&mut self, value: &TomlValue<'_>) -> Option<String> {
        let shape = "`lang` is the tag of a language in quotation marks, such as `\"ar\"`";
        let written = self.string(value, shape)?;
        match check_tag(written) {
            Ok(()) => Some(written.to_owned()),
            Err(error) => {
                self.problem(value.span(), error.to_string());
                None
            }
        }
    }

    fn patterns(&mut self, value: &TomlValue<'_>, shape: &str) -> Vec<Pattern> {
        let mut patterns = Vec::new();
        for item in items(value) {
            let Some(written) = self.string(item, shape) else {
                continue;
            };
            if Glob::is_plain(written) || self.glob(written, item).is_some() {
                patterns.push(Pattern {
                    text: written.to_owned(),
                    range: range(&item.span()),
                });
            }
        }
        patterns
    }

    fn rules(&mut self, value: &TomlValue<'_>) -> Vec<RuleLevel> {
        let DeValue::Table(rules) = value.get_ref() else {
            self.problem(
                value.span(),
                "`rules` are keys with values: `[rules]`, then lines such as `name-variant = \"error\"`",
            );
            return Vec::new();
        };
        let level = |(rule, level): (&TomlKey<'_>, &TomlValue<'_>)| {
            Some(RuleLevel {
                rule: rule.get_ref().to_string(),
                range: range(&rule.span()),
                level: self.level(level)?,
            })
        };
        rules.iter().filter_map(level).collect()
    }

    fn level(&mut self, value: &TomlValue<'_>) -> Option<Level> {
        let written = value.get_ref().as_str().unwrap_or_default();
        if let Some(&(_, level)) = Level::ALL.iter().find(|(name, _)| *name == written) {
            return Some(level);
        }
        let otherwise = OTHERWISE.iter().find(|(name, _)| *name == written);
        let names = Level::ALL.map(|(name, _)| name);
        let meant = otherwise.map_or_else(|| closest(written, names), |(_, meant)| Some(meant));
        self.problem(
            value.span(),
            format!(
                "a rule is set to \"off\", \"hint\", \"info\", \"warning\" or \"error\"{}",
                did_you_mean(meant)
            ),
        );
        None
    }

    fn overrides(&mut self, value: &TomlValue<'_>) {
        let shape = "`overrides` are tables in a list: `[[overrides]]`, then `paths = [\"archive\"]` and `rules`";
        let DeValue::Array(items) = value.get_ref() else {
            return self.problem(value.span(), shape);
        };
        for item in items {
            match item.get_ref() {
                DeValue::Table(table) => self.override_of(table, item.span()),
                _ => self.problem(item.span(), shape),
            }
        }
    }

    fn override_of(&mut self, table: &DeTable<'_>, span: Range<usize>) {
        let mut found = Override::default();
        let mut says_paths = false;
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "paths" => {
                    says_paths = true;
                    found.paths = self.paths(value);
                }
                "lang" => found.lang = self.lang(value),
                "rules" => found.rules = self.rules(value),
                _ => self.unknown(key, &OVERRIDE_KEYS, "an override"),
            }
        }
        if !says_paths {
            self.problem(
                span,
                "this override does not say for which files; add `paths`",
            );
        }
        found.rules.sort_by_key(|level| level.range.start());
        self.config.overrides.push(found);
    }

    fn paths(&mut self, value: &TomlValue<'_>) -> Vec<Glob> {
        let shape = "`paths` is a path in quotation marks, or a list of them";
        let mut paths = Vec::new();
        for item in items(value) {
            if let Some(written) = self.string(item, shape)
                && let Some(glob) = self.glob(written, item)
            {
                if glob.stays_inside() {
                    paths.push(glob);
                } else {
                    self.problem(
                        item.span(),
                        format!("`{written}` is not below the folder of this file"),
                    );
                }
            }
        }
        paths
    }

    fn glob(&mut self, written: &str, value: &TomlValue<'_>) -> Option<Glob> {
        let glob = Glob::new(written);
        if let Err(error) = &glob {
            let message = format!("`{written}` is no pattern of paths: {error}");
            self.problem(value.span(), message);
        }
        glob.ok()
    }

    fn string<'v>(&mut self, value: &'v TomlValue<'_>, shape: &str) -> Option<&'v str> {
        let written = value.get_ref().as_str();
        if written.is_none() {
            self.problem(value.span(), shape);
        }
        written
    }

    fn unknown(&mut self, key: &TomlKey<'_>, known: &[Key], whose: &str) {
        let written = key.get_ref();
        let meant = did_you_mean(closest(written, known.iter().map(|key| key.name)));
        let message = format!("`{written}` is no key of {whose}{meant}");
        self.problem(key.span(), message);
    }

    fn problem(&mut self, span: Range<usize>, message: impl Into<String>) {
        self.config.problems.push(ConfigProblem {
            range: range(&span),
            message: message.into(),
        });
    }
}

/// The items of a list; of anything else, itself.
fn items<'v, 'a>(value: &'v TomlValue<'a>) -> Vec<&'v TomlValue<'a>> {
    match value.get_ref() {
        DeValue::Array(items) => items.iter().collect(),
        _ => vec![value],
    }
}

fn did_you_mean(meant: Option<&str>) -> String {
    meant.map_or(String::new(), |meant| format!("; did you mean `{meant}`?"))
}

fn range(span: &Range<usize>) -> TextRange {
    let start = span.start as u32;
    TextRange::new(
        TextSize::new(start),
        TextSize::new((span.end as u32).max(start)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str, running: &str) -> Vec<(String, String)> {
        let config = read(text, running);
        let problem = |problem: ConfigProblem| (text[problem.range].to_owned(), problem.message);
        config.problems.into_iter().map(problem).collect()
    }

    #[test]
    fn the_version_that_runs_is_held_against_the_one_required() {
        for (required, running, fits) in [
            (">=0.1", "0.1.0", true),
            (">=0.1", "1.4.2", true),
            (">=0.2", "0.1.9", false),
            (">=0.1, <0.3", "0.3.0", false),
            ("0.1", "0.1.7", true),
            ("0.1", "0.2.0", false),
            ("*", "0.1.0", true),
        ] {
            let text = format!("required-version = \"{required}\"\n");
            let expected = (
                format!("\"{required}\""),
                format!("this is isnad {running}, and `{required}` is required here"),
            );
            let expected = if fits { vec![] } else { vec![expected] };
            assert_eq!(problems(&text, running), expected);
        }
    }

    #[test]
    fn what_another_version_may_know_is_not_held_against_the_configuration() {
        let text = "later = 1\nrequired-version = \">=2\"\nlang = 3\n[rules]\nlater = \"loud\"\nunclosed-quote = \"off\"\n";
        let config = read(text, "1.0.0");
        assert!(config.is_for_other_version);
        assert_eq!(problems(text, "1.0.0").len(), 1);
        assert_eq!(config.rules.len(), 1, "what is understood holds");
        assert_eq!(problems(text, "2.0.0").len(), 3);
    }
}
