//! `isnad.toml`: what a folder of articles asks of Isnad.

mod keys;
mod read;

pub use keys::{KEYS, Key, OVERRIDE_KEYS};

use std::path::Path;

use crate::text::TextRange;
use crate::workspace::glob::Glob;
use crate::workspace::normalise;

/// The configuration that one `isnad.toml` holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config {
    /// `registry`: paths and glob patterns of registries, relative to the file's folder.
    pub registry: Vec<Pattern>,
    /// `allow-outside`: paths and glob patterns, relative to the file's folder, of what articles may
    /// name though it lies outside of that folder.
    pub allow_outside: Vec<Pattern>,
    /// `lang`: the language of articles that do not say theirs, a BCP 47 tag.
    pub lang: Option<String>,
    /// `[rules]`: how much each rule matters here, in the order of the file.
    pub rules: Vec<RuleLevel>,
    /// `[[overrides]]`: what holds for some of the files, in the order of the file.
    pub overrides: Vec<Override>,
    /// `required-version` asks for another version than the one that runs. Then what this one does
    /// not know in the file may well be right.
    pub is_for_other_version: bool,
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

/// What holds for some of the files only.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Override {
    /// `paths`: which files, by their paths from the configuration's folder.
    pub paths: Vec<Glob>,
    /// `lang`: their language, if they do not say it.
    pub lang: Option<String>,
    /// `rules`: how much each rule matters there.
    pub rules: Vec<RuleLevel>,
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

impl Level {
    /// All levels by their names, from least to most.
    pub const ALL: [(&'static str, Level); 5] = [
        ("off", Level::Off),
        ("hint", Level::Hint),
        ("info", Level::Info),
        ("warning", Level::Warning),
        ("error", Level::Error),
    ];
}

/// Something in the configuration that cannot be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigProblem {
    /// Where, in bytes of the file.
    pub range: TextRange,
    /// What is wrong: lower case, no final period.
    pub message: String,
}

impl Config {
    /// How much rules matter in the file at `path`, which starts from the configuration's folder.
    /// A later level of a rule wins over an earlier one.
    pub fn levels<'a>(&'a self, path: &Path) -> impl Iterator<Item = &'a RuleLevel> {
        let overrides = self.overrides_of(path);
        self.rules.iter().chain(overrides.flat_map(|it| &it.rules))
    }

    /// The language of the article at `path`, which starts from the configuration's folder, if it
    /// does not say its own.
    pub fn lang(&self, path: &Path) -> Option<&str> {
        let overridden = self.overrides_of(path).filter_map(|it| it.lang.as_deref());
        overridden.last().or(self.lang.as_deref())
    }

    /// Whether articles may name the file at `path` though it lies outside of `folder`, which holds the
    /// configuration; both absolute and [normal](normalise).
    pub fn allows(&self, folder: &Path, path: &Path) -> bool {
        let mut patterns = self.allow_outside.iter().map(|pattern| &*pattern.text);
        patterns.any(|pattern| {
            if Glob::is_plain(pattern) {
                return path.starts_with(normalise(&folder.join(pattern)));
            }
            // Patterns know no `..`, so what stands before the first sign of one is a path.
            let parts = pattern.split_inclusive('/');
            let plain: usize = parts
                .take_while(|part| Glob::is_plain(part))
                .map(str::len)
                .sum();
            let (start, rest) = pattern.split_at(plain);
            let inside = path.strip_prefix(normalise(&folder.join(start)));
            inside.is_ok_and(|path| Glob::new(rest).is_ok_and(|glob| glob.is_match(path)))
        })
    }

    /// Every place that gives a rule a level, in the order of the file.
    pub fn all_levels(&self) -> impl Iterator<Item = &RuleLevel> {
        let overrides = self.overrides.iter().flat_map(|it| &it.rules);
        self.rules.iter().chain(overrides)
    }

    fn overrides_of<'a>(&'a self, path: &Path) -> impl Iterator<Item = &'a Override> {
        let is_meant = |it: &&Override| it.paths.iter().any(|glob| glob.is_match(path));
        self.overrides.iter().filter(is_meant)
    }
}
