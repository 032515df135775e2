//! Silences what an article's comments allow, and reports those that silence nothing.

use std::collections::BTreeMap;

use crate::model::Suppression;
use crate::rules::unused_suppression::{UNUSED_SUPPRESSION, unused};
use crate::rules::{Context, Diagnostic, find};
use crate::text::{TextRange, TextSize};

/// Takes out of `diagnostics` what a comment of the file allows, and adds a finding for each
/// comment that allowed nothing.
pub(super) fn apply(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let suppressions = &context.article().suppressions;
    if suppressions.is_empty() {
        return;
    }
    let mut allowed = Allowed::new(suppressions);
    diagnostics.retain(|diagnostic| !allowed.silences(diagnostic));
    // That a comment is needed no more may be allowed too, by another one.
    let is_about_others = |suppression: &&Suppression| suppression.rule != UNUSED_SUPPRESSION.name;
    let of_others = allowed.unused().filter(is_about_others);
    let mut findings: Vec<_> = of_others
        .map(|suppression| unused(context.file, context.text(), suppression))
        .collect();
    findings.retain(|finding| !allowed.silences(finding));
    let of_its_own = allowed
        .unused()
        .filter(|suppression| !is_about_others(suppression));
    findings
        .extend(of_its_own.map(|suppression| unused(context.file, context.text(), suppression)));
    diagnostics.extend(findings);
}

/// The suppressions of a file, by the rule and by where the part ends in which it is silent: two
/// such parts end at the same place or have nothing in common, except that the whole file holds
/// them all.
struct Allowed<'a> {
    groups: BTreeMap<(&'a str, TextSize), Group<'a>>,
    of_file: BTreeMap<&'a str, Group<'a>>,
}

/// Suppressions whose parts end together, in the order in which the parts begin.
#[derive(Default)]
struct Group<'a> {
    suppressions: Vec<&'a Suppression>,
    /// How many of them, from the first, have silenced something.
    used: usize,
}

impl<'a> Allowed<'a> {
    fn new(suppressions: &'a [Suppression]) -> Allowed<'a> {
        let mut allowed = Allowed {
            groups: BTreeMap::new(),
            of_file: BTreeMap::new(),
        };
        for suppression in suppressions {
            let rule = suppression.rule.as_str();
            let group = match suppression.scope {
                None => allowed.of_file.entry(rule),
                Some(scope) => {
                    let group = allowed.groups.entry((rule, scope.end())).or_default();
                    group.suppressions.push(suppression);
                    continue;
                }
            };
            group.or_default().suppressions.push(suppression);
        }
        allowed
    }

    fn silences(&mut self, diagnostic: &Diagnostic) -> bool {
        let of_file = self.of_file.get_mut(diagnostic.rule);
        let ends = (diagnostic.rule, diagnostic.range.end())..;
        let mut of_blocks = self.groups.range_mut(ends);
        let of_block = of_blocks
            .next()
            .filter(|((rule, _), _)| *rule == diagnostic.rule)
            .map(|(_, group)| group);
        let groups = of_file.into_iter().chain(of_block);
        let silenced = groups.map(|group| group.silences(diagnostic.range));
        silenced.fold(false, |any, this| any | this)
    }

    fn unused(&self) -> impl Iterator<Item = &'a Suppression> {
        let groups = self.groups.values().chain(self.of_file.values());
        let unused = groups.flat_map(|group| &group.suppressions[group.used..]);
        unused
            .copied()
            .filter(|suppression| find(&suppression.rule).is_some())
    }
}

impl Group<'_> {
    fn silences(&mut self, range: TextRange) -> bool {
        let begins_before = |suppression: &&Suppression| {
            let scope = suppression.scope;
            scope.is_none_or(|scope| scope.start() <= range.start())
        };
        let silencing = self.suppressions.partition_point(begins_before);
        self.used = self.used.max(silencing);
        silencing > 0
    }
}
