//! What the configuration around an article makes of the rules.

use std::collections::HashMap;

use crate::names::similar::closest;
use crate::rules::{Context, Diagnostic, Severity, find, manual};
use crate::text::{FileId, TextRange};
use crate::workspace::{Content, Level, Snapshot};

/// Something in an `isnad.toml` or `isnad-baseline.json` that cannot be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// The file.
    pub file: FileId,
    /// Where in it, in bytes.
    pub range: TextRange,
    /// What is wrong: lower case, no final period.
    pub message: String,
}

/// What cannot be carried out of the configuration around `article` and of its baseline, each in the
/// order of the file.
pub fn config_errors(snapshot: &Snapshot, article: FileId) -> Vec<ConfigError> {
    let mut errors = of_configuration(snapshot, article);
    errors.extend(of_baseline(snapshot, article));
    errors
}

fn of_baseline(snapshot: &Snapshot, article: FileId) -> Option<ConfigError> {
    let file = snapshot.surroundings(article).baseline?;
    let (range, message) = if let Content::Unreadable(reason) = snapshot.content(file) {
        (TextRange::default(), reason.clone())
    } else {
        let problem = snapshot.baseline(file).problem.as_ref()?;
        (problem.range, problem.message.clone())
    };
    Some(ConfigError {
        file,
        range,
        message,
    })
}

fn of_configuration(snapshot: &Snapshot, article: FileId) -> Vec<ConfigError> {
    let around = snapshot.surroundings(article);
    let Some(file) = around.config else {
        return Vec::new();
    };
    let config = snapshot.config(file);
    let error = |range, message| ConfigError {
        file,
        range,
        message,
    };
    let unread = config
        .problems
        .iter()
        .map(|problem| error(problem.range, problem.message.clone()));
    let unknown = config
        .all_levels()
        .filter(|level| !config.is_for_other_version && find(&level.rule).is_none())
        .map(|level| {
            let meant = closest(&level.rule, manual().map(|rule| rule.name));
            let advice = match meant {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "`isnad explain` lists them".to_owned(),
            };
            error(
                level.range,
                format!("there is no rule `{}`; {advice}", level.rule),
            )
        });
    let missing = around.missing_in_config.iter().map(|(range, content)| {
        let message = match content {
            Content::Unreadable(reason) => format!("a registry cannot be used: {reason}"),
            Content::Folder => "a folder is there, not a registry".to_owned(),
            _ => "no registry is there; write the path from the folder of this file".to_owned(),
        };
        error(*range, message)
    });
    let unreadable = match snapshot.content(file) {
        Content::Unreadable(reason) => Some(error(TextRange::default(), reason.clone())),
        _ => None,
    };
    let mut errors: Vec<ConfigError> = unread
        .chain(unknown)
        .chain(missing)
        .chain(unreadable)
        .collect();
    errors.sort_by_key(|error| error.range.start());
    errors
}

/// Gives each finding the severity that the configuration asks for, and drops what it turns off.
pub(super) fn apply(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let levels: HashMap<&str, Level> = context
        .snapshot
        .rule_levels(context.file)
        .map(|level| (level.rule.as_str(), level.level))
        .collect();
    diagnostics.retain_mut(|diagnostic| {
        let Some(level) = levels.get(diagnostic.rule) else {
            return true;
        };
        match level {
            Level::Off => return false,
            Level::Hint => diagnostic.severity = Severity::Hint,
            Level::Info => diagnostic.severity = Severity::Info,
            Level::Warning => diagnostic.severity = Severity::Warning,
            Level::Error => diagnostic.severity = Severity::Error,
        }
        true
    });
}
