//! Comments that allow what a rule reports: `<!-- isnad: allow name-variant — wire spelling kept -->`.

use std::ops::Range;
use std::sync::Arc;

use crate::syntax::{Block, BlockKind, SyntaxKind, Tree};
use crate::text::{TextRange, TextSize};

/// A comment that silences one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// What goes when the comment is taken out, in bytes of the article: the comment, and the
    /// empty line that belongs to it.
    pub comment: TextRange,
    /// The rule's name as written, with one space where there are several: it may be the name of none.
    /// Empty where the comment begins with `isnad:` and allows nothing.
    pub rule: String,
    /// Where the rule's name stands; where there is none, what stands in its place.
    pub rule_range: TextRange,
    /// Whether the comment names no other rule.
    pub is_alone: bool,
    /// Why; empty where no reason is given.
    pub reason: String,
    /// Where the rule is silent; `None` if that is the whole file.
    pub scope: Option<TextRange>,
}

/// The suppressions of the article `text`, in the order of their places.
pub(super) fn find(text: &str, tree: &Tree) -> Vec<Suppression> {
    let mut found = Vec::new();
    let blocks = Blocks::of(tree);
    let mut tokens = tree.tokens().peekable();
    let mut kind_before = None;
    while let Some((kind, comment)) = tokens.next() {
        let follows_comment = kind_before == Some(SyntaxKind::Comment);
        kind_before = Some(kind);
        if kind != SyntaxKind::Comment {
            continue;
        }
        // The empty line goes along, unless a comment directly before would take the next one.
        let gap = tokens
            .peek()
            .filter(|(kind, _)| *kind == SyntaxKind::Gap && !follows_comment);
        let removed = gap.map_or(comment, |(_, gap)| comment.cover(*gap));
        let Some(allowed) = Allowed::read(text, comment) else {
            continue;
        };
        let scope = (!allowed.is_for_file).then(|| blocks.up_to_the_next(comment));
        if allowed.rules.is_empty() {
            found.push(Suppression {
                comment: removed,
                rule: String::new(),
                rule_range: allowed.verb,
                is_alone: true,
                reason: allowed.reason.to_owned(),
                scope,
            });
        }
        for &rule_range in &allowed.rules {
            found.push(Suppression {
                comment: removed,
                rule: with_single_spaces(&text[rule_range]),
                rule_range,
                is_alone: allowed.rules.len() == 1,
                reason: allowed.reason.to_owned(),
                scope,
            });
        }
    }
    found
}

fn with_single_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What one comment allows.
struct Allowed<'a> {
    is_for_file: bool,
    /// Where `allow` stands, or what is written instead.
    verb: TextRange,
    /// Where the names of the rules stand, in bytes of the article.
    rules: Vec<TextRange>,
    reason: &'a str,
}

impl<'a> Allowed<'a> {
    /// Reads the comment; `None` if it does not speak to Isnad.
    fn read(text: &'a str, comment: TextRange) -> Option<Allowed<'a>> {
        let inside = text[comment]
            .trim_end()
            .strip_prefix("<!--")?
            .strip_suffix("-->")?;
        let directive = inside.trim_start().strip_prefix("isnad:")?.trim_start();
        // Offsets in the article of what is left of the comment.
        let end = comment.start() + TextSize::of("<!--") + TextSize::of(inside);
        let place = |rest: &str| end - TextSize::of(rest);
        let verb = directive
            .split(char::is_whitespace)
            .next()
            .unwrap_or_default();
        let rest = &directive[verb.len()..];
        let (names, reason) = match find_dash(rest) {
            Some(dash) => (&rest[..dash.start], rest[dash.end..].trim()),
            None => (rest, ""),
        };
        let mut rules = Vec::new();
        let mut at = place(rest);
        for part in names.split_inclusive([',', '،']) {
            let name = part.trim_end_matches([',', '،']).trim();
            let start = at + TextSize::new((part.len() - part.trim_start().len()) as u32);
            if !name.is_empty() {
                rules.push(TextRange::at(start, TextSize::of(name)));
            }
            at += TextSize::of(part);
        }
        Some(Allowed {
            is_for_file: verb == "allow-file",
            verb: TextRange::at(place(directive), TextSize::of(verb)),
            rules: match verb {
                "allow" | "allow-file" => rules,
                _ => Vec::new(),
            },
            reason,
        })
    }
}

/// The first dash with space before it, and space or nothing after it, behind which the reason stands: a
/// hyphen may belong to the name of a rule.
fn find_dash(text: &str) -> Option<Range<usize>> {
    let dashes = text.match_indices(['—', '–', '-']).map(|(at, dash)| {
        let rest = &text[at..];
        at..at
            + if rest.starts_with("--") {
                2
            } else {
                dash.len()
            }
    });
    let mut standing = dashes.filter(|dash| {
        text[..dash.start].ends_with(char::is_whitespace)
            && text[dash.end..]
                .chars()
                .next()
                .is_none_or(char::is_whitespace)
    });
    standing.next()
}

/// The blocks that say something, in the order of the text.
struct Blocks(Vec<TextRange>);

impl Blocks {
    fn of(tree: &Tree) -> Blocks {
        let says_something = |(_, block): &(TextSize, &Arc<Block>)| {
            matches!(block.kind(), BlockKind::Heading | BlockKind::Paragraph)
        };
        let blocks = tree.blocks().filter(says_something);
        Blocks(
            blocks
                .map(|(start, block)| TextRange::at(start, block.len()))
                .collect(),
        )
    }

    /// All that stands between the comment and the end of the next block; for a comment inside a
    /// paragraph, that paragraph.
    fn up_to_the_next(&self, comment: TextRange) -> TextRange {
        let next = self
            .0
            .partition_point(|block| block.end() <= comment.start());
        match self.0.get(next) {
            Some(block) => TextRange::new(block.start().min(comment.end()), block.end()),
            None => TextRange::empty(comment.end()),
        }
    }
}
