//! Comments that allow what a rule reports: `<!-- isnad: allow name-variant — wire spelling kept -->`.

use crate::syntax::{BlockKind, SyntaxKind, Tree};
use crate::text::{TextRange, TextSize};

/// A comment that silences one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// What goes when the comment is taken out, in bytes of the article: the comment, and the
    /// empty line that belongs to it.
    pub comment: TextRange,
    /// The rule's name as written.
    pub rule: String,
    /// Where the rule's name stands.
    pub rule_range: TextRange,
    /// Whether the comment names no other rule.
    pub is_alone: bool,
    /// Why; empty where no reason is given.
    pub reason: String,
    /// Where the rule is silent.
    pub scope: TextRange,
}

/// The suppressions of the article `text`, in the order of their places.
pub(super) fn find(text: &str, tree: &Tree) -> Vec<Suppression> {
    let mut found = Vec::new();
    let mut tokens = tree.tokens().peekable();
    while let Some((kind, comment)) = tokens.next() {
        if kind != SyntaxKind::Comment {
            continue;
        }
        let gap = tokens.peek().filter(|(kind, _)| *kind == SyntaxKind::Gap);
        let removed = gap.map_or(comment, |(_, gap)| comment.cover(*gap));
        let Some(allowed) = Allowed::read(text, comment) else {
            continue;
        };
        let scope = match allowed.is_for_file {
            true => TextRange::up_to(tree.len()),
            false => next_block(tree, comment),
        };
        for &rule_range in &allowed.rules {
            found.push(Suppression {
                comment: removed,
                rule: text[rule_range].to_owned(),
                rule_range,
                is_alone: allowed.rules.len() == 1,
                reason: allowed.reason.to_owned(),
                scope,
            });
        }
    }
    found
}

/// What one comment allows.
struct Allowed<'a> {
    is_for_file: bool,
    /// Where the names of the rules stand, in bytes of the article.
    rules: Vec<TextRange>,
    reason: &'a str,
}

impl<'a> Allowed<'a> {
    /// Reads the comment; `None` if it allows nothing.
    fn read(text: &'a str, comment: TextRange) -> Option<Allowed<'a>> {
        let inside = text[comment]
            .trim_end()
            .strip_prefix("<!--")?
            .strip_suffix("-->")?;
        let directive = inside.trim_start().strip_prefix("isnad:")?.trim_start();
        let (is_for_file, rest) = match directive.strip_prefix("allow-file") {
            Some(rest) => (true, rest),
            None => (false, directive.strip_prefix("allow")?),
        };
        // A reason stands after a dash with space around it; hyphens belong to the rules' names.
        let dashes = [" — ", " – ", " -- ", " - "];
        let dash = dashes
            .iter()
            .filter_map(|dash| Some((rest.find(dash)?, dash.len())))
            .min();
        let (names, reason) = match dash {
            Some((at, len)) => (&rest[..at], rest[at + len..].trim()),
            None => (rest, ""),
        };
        // What is left of the text after `rest`, counted from the end of the comment's inside.
        let end = comment.start() + TextSize::of("<!--") + TextSize::of(inside);
        let mut at = end - TextSize::of(rest);
        let mut rules = Vec::new();
        for part in names.split_inclusive([',', '،']) {
            let name = part.trim_end_matches([',', '،']).trim();
            let start = at + TextSize::new((part.len() - part.trim_start().len()) as u32);
            if !name.is_empty() {
                rules.push(TextRange::at(start, TextSize::of(name)));
            }
            at += TextSize::of(part);
        }
        Some(Allowed {
            is_for_file,
            rules,
            reason,
        })
    }
}

/// The block after the comment; for a comment inside a paragraph, that paragraph.
fn next_block(tree: &Tree, comment: TextRange) -> TextRange {
    let says_something = |kind| {
        matches!(
            kind,
            BlockKind::Heading | BlockKind::Paragraph | BlockKind::FrontMatter
        )
    };
    let mut blocks = tree
        .blocks()
        .map(|(start, block)| (block.kind(), TextRange::at(start, block.len())));
    let found = blocks.find(|(kind, range)| range.end() > comment.start() && says_something(*kind));
    found.map_or(TextRange::empty(comment.end()), |(_, range)| range)
}
