//! What a key of front matter, of a registry or of the configuration says, and what a rule is about
//! that stands in a comment or in the configuration. What keys and rules mean is the manual's word and
//! stands there in English.

use super::{Cards, Hover};
use crate::ide::markdown::isolated;
use crate::ide::toml::{self, Name};
use crate::ide::yaml::Yaml;
use crate::rules::{self, Rule};
use crate::text::{TextRange, TextSize};
use crate::workspace::{FileKind, KEYS, Key, Level, OVERRIDE_KEYS};

impl Cards<'_> {
    /// The card of the key at `offset`, if Isnad reads it; in the configuration, of a rule too.
    pub(super) fn key(&self, offset: TextSize) -> Option<Hover> {
        if self.snapshot.kind(self.file) == FileKind::Config {
            return self.configured(offset);
        }
        let yaml = Yaml::around_offset(self.snapshot, self.file, offset)?;
        let (of, entry) = yaml.around(offset).pop()?;
        let range = entry.key.range + yaml.range.start();
        let name = entry.key.as_str()?;
        let key = of.keys().iter().find(|key| key.name == name)?;
        let is_there = range.contains_inclusive(offset);
        is_there.then(|| self.meaning(key, range))
    }

    /// The card of the rule that a comment allows at `offset`.
    pub(super) fn rule(&self, offset: TextSize) -> Option<Hover> {
        let (snapshot, file) = (self.snapshot, self.file);
        if !matches!(snapshot.kind(file), FileKind::Article | FileKind::Wire) {
            return None;
        }
        let mut suppressions = snapshot.article(file).suppressions.iter();
        let here = |range: TextRange| range.contains_inclusive(offset);
        let suppression = suppressions.find(|suppression| here(suppression.rule_range))?;
        let rule = rules::find(&suppression.rule)?;
        let levels = snapshot.rule_levels(file);
        let level = levels.filter(|level| level.rule == rule.name).last();
        Some(self.about_rule(rule, level.map(|level| level.level), suppression.rule_range))
    }

    fn configured(&self, offset: TextSize) -> Option<Hover> {
        let Name { range, path } = toml::name_at(self.snapshot.text(self.file), offset)?;
        let key = |keys: &[Key], name: &str| {
            let key = keys.iter().find(|key| key.name == name)?;
            Some(self.meaning(key, range))
        };
        match path.as_slice() {
            ["rules", rule] | ["overrides", "rules", rule] => {
                Some(self.about_rule(rules::find(rule)?, None, range))
            }
            ["overrides", name] => key(&OVERRIDE_KEYS, name),
            [name] => key(&KEYS, name),
            _ => None,
        }
    }

    fn meaning(&self, key: &Key, range: TextRange) -> Hover {
        let mut card = self.card(format!("**{}**", isolated(key.name)));
        card.documentation(key.meaning);
        Hover {
            range,
            markdown: card.text,
        }
    }

    fn about_rule(&self, rule: &Rule, here: Option<Level>, range: TextRange) -> Hover {
        let mut card = self.card(format!("**{}**", isolated(rule.name)));
        card.documentation(rule.summary);
        let phrases = &self.phrases.key;
        let name = |level: &'static str| isolated(level);
        card.line(Some((phrases.by_default)(&name(rule.severity.name()))));
        let is_that = |level: &&(&str, Level)| here == Some(level.1);
        let level = Level::ALL.iter().find(is_that).map(|(level, _)| *level);
        let other = level.filter(|level| *level != rule.severity.name());
        card.line(other.map(|level| (phrases.here)(&name(level))));
        Hover {
            range,
            markdown: card.text,
        }
    }
}
