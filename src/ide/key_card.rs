//! What a key of front matter or of a registry says, and what a rule is about that a comment allows.

use crate::ide::hover::Hover;
use crate::ide::markdown::{Card, isolated};
use crate::ide::yaml::Yaml;
use crate::rules;
use crate::text::{FileId, TextRange, TextSize};
use crate::workspace::{FileKind, Snapshot};

/// The card of the key at `offset`, in bytes of `file`, if Isnad reads it.
pub(super) fn key_card(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Option<Hover> {
    let yaml = Yaml::of(snapshot, file)?;
    let (of, entry) = yaml.around(offset).pop()?;
    let range = entry.key.range + yaml.range.start();
    let name = entry.key.as_str()?;
    let key = of.keys().iter().find(|key| key.name == name)?;
    range.contains_inclusive(offset).then(|| {
        let mut card = Card::new(format!("**{}**", isolated(key.name)));
        card.line(Some(key.meaning.to_owned()));
        Hover {
            range,
            markdown: card.text,
        }
    })
}

/// The card of the rule that a comment allows at `offset`.
pub(super) fn rule_card(snapshot: &Snapshot, file: FileId, offset: TextSize) -> Option<Hover> {
    if !matches!(snapshot.kind(file), FileKind::Article | FileKind::Wire) {
        return None;
    }
    let mut suppressions = snapshot.article(file).suppressions.iter();
    let here = |range: TextRange| range.contains_inclusive(offset);
    let suppression = suppressions.find(|suppression| here(suppression.rule_range))?;
    let rule = rules::find(&suppression.rule)?;
    let mut card = Card::new(format!("**{}**", isolated(rule.name)));
    card.line(Some(rule.summary.to_owned()));
    Some(Hover {
        range: suppression.rule_range,
        markdown: card.text,
    })
}
