//! The canonical form of annotations.
//!
//! Only characters of annotations change, never a word of the wire text, nor what an annotation
//! means: spaces inside tails, the kind of comma, how a date is written, spaces inside comments.
//! Front matter is its writer's own, and what is malformed is left for a person to mend.

mod direction;
mod tail;

use crate::format::direction::Direction;
use crate::format::tail::Token;
use crate::syntax::{Block, BlockKind, Flavor, SyntaxKind, Tree, parse, strip};
use crate::text::{TextEdit, TextRange, TextSize, edited};

/// The edits that bring the annotations of `text`, whose tree is `tree`, into their canonical form,
/// in the order of the text; none where they have it. Formatting twice is formatting once.
pub fn format(text: &str, tree: &Tree) -> Vec<TextEdit> {
    if tree.flavor() == Flavor::Wire {
        return Vec::new();
    }
    let mut edits = Vec::new();
    for (start, block) in tree.blocks() {
        match block.kind() {
            BlockKind::FrontMatter | BlockKind::Blank => {}
            _ => of_block(text, start, block, &mut edits),
        }
    }
    if edits.is_empty() || keeps_all(text, tree, &edits) {
        edits
    } else {
        Vec::new()
    }
}

/// Whether the edits change no word and no meaning: a last guard over all that is promised here.
fn keeps_all(text: &str, tree: &Tree, edits: &[TextEdit]) -> bool {
    let after = edited(text, edits);
    let tree_after = parse(&after, Flavor::Article);
    let is_said = |(kind, _): &(SyntaxKind, TextRange)| *kind != SyntaxKind::Space;
    let kinds = |tree: &Tree| -> Vec<SyntaxKind> {
        let said = tree.tokens().filter(is_said);
        said.map(|(kind, _)| kind).collect()
    };
    strip(tree, text) == strip(&tree_after, &after) && kinds(tree) == kinds(&tree_after)
}

fn of_block(text: &str, start: TextSize, block: &Block, edits: &mut Vec<TextEdit>) {
    let text = &text[TextRange::at(start, block.len())];
    let malformed = Malformed::of(block);
    let mut direction = Direction::new(text, block);
    let tokens = block.items().iter().filter(|item| !item.kind.is_node());
    let mut tail: Vec<Token<'_>> = Vec::new();
    for item in tokens {
        let token = Token {
            kind: item.kind,
            range: item.range,
            text: &text[item.range],
        };
        let edit = match item.kind {
            SyntaxKind::Comment => comment(token),
            SyntaxKind::MentionOpen | SyntaxKind::DateOpen | SyntaxKind::BraceOpen => {
                tail = vec![token];
                None
            }
            SyntaxKind::TailClose | SyntaxKind::BraceClose => {
                tail.push(token);
                let tokens = std::mem::take(&mut tail);
                if malformed.touches(&tokens) {
                    None
                } else {
                    tail::canonical(&tokens, &mut direction)
                }
            }
            _ => {
                tail.push(token);
                None
            }
        };
        edits.extend(edit.map(|TextEdit { range, text }| TextEdit {
            range: range + start,
            text,
        }));
    }
}

/// A comment on one line has one space on each side of what it says, and nothing behind it on its
/// line; one that speaks to Isnad has one space between its words too. A frame of hyphens stays.
fn comment(Token { text, range, .. }: Token<'_>) -> Option<TextEdit> {
    let line = text.trim_end_matches(['\n', '\r']);
    let written = line.trim_end_matches([' ', '\t']);
    let inside = written.strip_prefix("<!--")?.strip_suffix("-->")?;
    let says = inside.trim();
    if says.is_empty()
        || has_control(line)
        || says.contains(['\n', '\r'])
        || says.starts_with('-')
        || says.ends_with('-')
    {
        return None;
    }
    let says = match says.strip_prefix("isnad:") {
        Some(directive) => {
            let words = directive.split_whitespace();
            words.fold("isnad:".to_owned(), |says, word| says + " " + word)
        }
        None => says.to_owned(),
    };
    let canonical = format!("<!-- {says} -->");
    (canonical != line).then(|| TextEdit {
        range: TextRange::at(range.start(), TextSize::of(line)),
        text: canonical,
    })
}

/// Whether a control character stands in it that some take for a space, such as a form feed: a person is told of
/// it, and takes it out.
fn has_control(text: &str) -> bool {
    text.contains(|letter: char| letter.is_control() && !['\t', '\n', '\r'].contains(&letter))
}

/// Where the markup of a block is not as it should be.
struct Malformed {
    /// Where each error begins, and how far it and all before it reach.
    reach: Vec<(TextSize, TextSize)>,
}

impl Malformed {
    fn of(block: &Block) -> Malformed {
        let mut furthest = TextSize::new(0);
        let reach = block.errors().iter().map(|error| {
            furthest = furthest.max(error.range.end());
            (error.range.start(), furthest)
        });
        Malformed {
            reach: reach.collect(),
        }
    }

    /// Whether something is wrong with the tail of these tokens.
    fn touches(&self, tail: &[Token<'_>]) -> bool {
        let (Some(first), Some(last)) = (tail.first(), tail.last()) else {
            return true;
        };
        let before_end = self
            .reach
            .partition_point(|(start, _)| *start < last.range.end());
        let reach = before_end.checked_sub(1).map(|at| self.reach[at].1);
        reach.is_some_and(|reach| reach > first.range.start())
    }
}
