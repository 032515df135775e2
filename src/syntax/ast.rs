//! Typed views of a block's annotations. Nothing is interpreted: an id is the range where it
//! stands, whether it means something or not.

use crate::syntax::{Block, Item, SyntaxKind};
use crate::text::{TextRange, TextSize};

/// One annotation; all ranges are bytes of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Annotation {
    /// `[words](#id)`
    Mention {
        /// From `[` to `)`.
        range: TextRange,
        /// Between the brackets.
        words: TextRange,
        /// The id, if one is written.
        id: Option<TextRange>,
    },
    /// `[words](=date)`
    Date {
        /// From `[` to `)`.
        range: TextRange,
        /// Between the brackets.
        words: TextRange,
        /// The date, if one is written.
        value: Option<TextRange>,
    },
    /// `[words]{who}`
    Speech {
        /// From `[` to `}`.
        range: TextRange,
        /// Between the brackets.
        words: TextRange,
        /// The brace after them.
        brace: Brace,
    },
    /// `{who}` after a quotation mark.
    Brace {
        /// The mark.
        mark: TextRange,
        /// The brace.
        brace: Brace,
    },
}

/// What stands in `{…}`, part by part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brace {
    /// From `{` to `}`.
    pub range: TextRange,
    /// What it says.
    pub kind: BraceKind,
    /// The ids before `>` and `<`.
    pub speakers: Vec<TextRange>,
    /// The ids after `>`.
    pub addressees: Vec<TextRange>,
    /// The ids after each `<`, outward.
    pub via: Vec<TextRange>,
}

/// The kinds of braces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BraceKind {
    /// Ids, classes, keys: who said it.
    Who,
    /// `{+}`
    Continues,
    /// `{?}`
    Unknown,
    /// `{-}`
    NotSpeech,
    /// `{:}`
    Cue,
}

/// The annotations of `block`, which starts at byte `start` of the article; each before those
/// that it holds.
pub fn annotations(block: &Block, start: TextSize) -> impl Iterator<Item = Annotation> {
    let items = block.items();
    let nodes = items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.kind.is_node());
    nodes.filter_map(move |(at, node)| annotation(items, at, *node, start))
}

fn annotation(items: &[Item], at: usize, node: Item, start: TextSize) -> Option<Annotation> {
    let range = node.range + start;
    if node.kind == SyntaxKind::Brace {
        let before = items[..at].last()?;
        let brace = brace(&items[at..node.end as usize], start);
        // The brace at the end of a span is part of that span.
        return (before.kind == SyntaxKind::Mark).then(|| Annotation::Brace {
            mark: before.range + start,
            brace,
        });
    }
    let inside = &items[at + 1..node.end as usize];
    let close = inside
        .iter()
        .rposition(|item| item.kind == SyntaxKind::RightBracket)?;
    let (open, tail) = (inside.first()?, &inside[close + 1..]);
    let words = TextRange::new(open.range.end(), inside[close].range.start()) + start;
    let token = |kind| {
        tail.iter()
            .find(|item| item.kind == kind)
            .map(|item| item.range + start)
    };
    Some(match node.kind {
        SyntaxKind::Mention => Annotation::Mention {
            range,
            words,
            id: token(SyntaxKind::Id),
        },
        SyntaxKind::Date => Annotation::Date {
            range,
            words,
            value: token(SyntaxKind::DateValue),
        },
        _ => Annotation::Speech {
            range,
            words,
            brace: brace(tail, start),
        },
    })
}

/// Reads the brace whose items are `items`, the node itself first.
fn brace(items: &[Item], start: TextSize) -> Brace {
    let range = items
        .first()
        .map_or(TextRange::default(), |node| node.range)
        + start;
    let mut brace = Brace {
        range,
        kind: BraceKind::Who,
        speakers: Vec::new(),
        addressees: Vec::new(),
        via: Vec::new(),
    };
    let mut part = SyntaxKind::BraceOpen;
    for item in items {
        match item.kind {
            SyntaxKind::Continues => brace.kind = BraceKind::Continues,
            SyntaxKind::UnknownSpeaker => brace.kind = BraceKind::Unknown,
            SyntaxKind::NotSpeech => brace.kind = BraceKind::NotSpeech,
            SyntaxKind::Cue => brace.kind = BraceKind::Cue,
            SyntaxKind::To | SyntaxKind::Via => part = item.kind,
            SyntaxKind::Id => {
                let ids = match part {
                    SyntaxKind::To => &mut brace.addressees,
                    SyntaxKind::Via => &mut brace.via,
                    _ => &mut brace.speakers,
                };
                ids.push(item.range + start);
            }
            _ => {}
        }
    }
    brace
}
