//! The text cut into blocks, line by line.

use memchr::memmem;

use crate::syntax::tree::{Block, BlockKind, Item, Problem, SyntaxError};
use crate::syntax::{Flavor, SyntaxKind, offset, range};
use crate::text::{TextRange, TextSize, len_of};

/// A block before its inside is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RawBlock {
    pub(super) kind: BlockKind,
    start: usize,
    end: usize,
    /// Where its first line begins, counted from the block: after a BOM, or nowhere if the
    /// block goes on behind a comment on the same line.
    pub(super) line_start: Option<TextSize>,
}

impl RawBlock {
    pub(super) fn start(self) -> TextSize {
        offset(self.start)
    }

    pub(super) fn range(self) -> TextRange {
        range(self.start, self.end)
    }

    pub(super) fn range_len(self) -> TextSize {
        offset(self.end - self.start)
    }
}

/// Cuts `text` into blocks that cover it without gaps.
pub(super) fn split(text: &str, flavor: Flavor) -> Vec<RawBlock> {
    let mut splitter = Splitter::new(text);
    match flavor {
        Flavor::Article => splitter.article(),
        Flavor::Wire => splitter.wire(),
    }
    splitter.blocks
}

/// Reads a block of front matter: BOM, fence, YAML, fence, the empty line after it.
pub(super) fn front_matter(text: &str) -> Block {
    let start = bom_len(text);
    let mut items = bom_item(start);
    let yaml = line_end(text, start);
    let (mut fence, mut at) = (yaml, yaml);
    while !is_fence(&text[at..line_end(text, at)]) {
        at = line_end(text, at);
        fence = at;
    }
    let gap = line_end(text, fence);
    for (kind, start, end) in [
        (SyntaxKind::Fence, start, yaml),
        (SyntaxKind::Yaml, yaml, fence),
        (SyntaxKind::Fence, fence, gap),
        (SyntaxKind::Gap, gap, text.len()),
    ] {
        if start < end {
            items.push(Item::leaf(kind, range(start, end)));
        }
    }
    whole(text, BlockKind::FrontMatter, items)
}

/// Reads a comment between blocks: the comment with its line end, the empty line after it.
pub(super) fn comment(text: &str) -> Block {
    let start = bom_len(text);
    let mut items = bom_item(start);
    let end = comment_end(text, start).unwrap_or(text.len());
    items.push(Item::leaf(SyntaxKind::Comment, range(start, end)));
    if end < text.len() {
        items.push(Item::leaf(SyntaxKind::Gap, range(end, text.len())));
    }
    whole(text, BlockKind::Comment, items)
}

/// The end of the comment that begins at `start`, with its line end if nothing but blanks
/// stands before it; `None` if it never closes.
pub(super) fn comment_end(text: &str, start: usize) -> Option<usize> {
    let inside = start + "<!--".len();
    let close = inside + memmem::find(text.as_bytes().get(inside..)?, b"-->")? + "-->".len();
    let blanks = close
        + text[close..]
            .bytes()
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .count();
    match line_end_at(text, blanks) {
        0 => Some(close),
        len => Some(blanks + len),
    }
}

/// The length of the `#` signs and the space that make a line a heading.
pub(super) fn hashes(line: &str) -> Option<usize> {
    let signs = line.bytes().take_while(|&byte| byte == b'#').count();
    ((1..=6).contains(&signs) && line.as_bytes().get(signs) == Some(&b' ')).then_some(signs + 1)
}

/// The error of a first line `---` that no later line closes, which makes it text.
pub(super) fn unclosed_front_matter(text: &str, flavor: Flavor) -> Option<SyntaxError> {
    let start = bom_len(text);
    let opens = flavor == Flavor::Article && is_fence(&text[start..line_end(text, start)]);
    (opens && closing_fence(text, start).is_none()).then(|| SyntaxError {
        problem: Problem::UnclosedFrontMatter,
        range: range(start, start + "---".len()),
    })
}

/// Where the front matter ends, if there is any.
pub(super) fn front_matter_end(text: &str, flavor: Flavor) -> Option<usize> {
    let start = bom_len(text);
    let opens = flavor == Flavor::Article && is_fence(&text[start..line_end(text, start)]);
    let end = closing_fence(text, start).filter(|_| opens)?;
    Some(end + line_end_at(text, end))
}

struct Splitter<'a> {
    text: &'a str,
    at: usize,
    blocks: Vec<RawBlock>,
    /// Whether the line before, in the wire text, is empty or absent.
    after_gap: bool,
    /// Set once no comment can close any more, so that it is searched for only once.
    no_more_comments: bool,
}

impl<'a> Splitter<'a> {
    fn new(text: &'a str) -> Self {
        Splitter {
            text,
            at: 0,
            blocks: Vec::new(),
            after_gap: true,
            no_more_comments: false,
        }
    }

    fn article(&mut self) {
        if let Some(end) = front_matter_end(self.text, Flavor::Article) {
            self.push(BlockKind::FrontMatter, end);
        }
        while self.at < self.text.len() {
            self.next_block();
        }
    }

    fn next_block(&mut self) {
        if let Some(start) = self.line_start() {
            if let Some(end) = self.comment(start) {
                return self.comment_block(end);
            }
            let line = self.line(start);
            if hashes(line).is_some() {
                self.push(BlockKind::Heading, start + line.len());
                self.after_gap = false;
                return;
            }
        }
        if self.words(self.at).trim().is_empty() {
            self.blank();
        } else {
            self.paragraph();
        }
    }

    /// A comment takes an empty line after it along where it stands between empty lines.
    fn comment_block(&mut self, end: usize) {
        let ends_line = self.ends_line(end);
        let takes_gap = ends_line && self.after_gap;
        let gap = if takes_gap {
            line_end_at(self.text, end)
        } else {
            0
        };
        self.push(BlockKind::Comment, end + gap);
        self.after_gap &= ends_line;
    }

    fn blank(&mut self) {
        let mut end = self.at;
        loop {
            let (line, words) = (self.line(end), self.words(end));
            if line.is_empty() || !words.trim().is_empty() {
                break;
            }
            self.after_gap = words.trim_end_matches(['\n', '\r']).is_empty();
            end += line.len();
        }
        self.push(BlockKind::Blank, end);
    }

    fn paragraph(&mut self) {
        let mut end = line_end(self.text, self.at);
        while end < self.text.len() && self.ends_line(end) {
            if let Some(comment_end) = self.comment(end) {
                end = comment_end;
                if !self.ends_line(end) {
                    end = line_end(self.text, end);
                }
                continue;
            }
            let line = self.line(end);
            if line.trim().is_empty() || hashes(line).is_some() {
                break;
            }
            end += line.len();
        }
        self.push(BlockKind::Paragraph, end);
        self.after_gap = false;
    }

    /// Wire copy has no markup: its first line is the headline if an empty line follows and
    /// no sentence ends there, and a line that ends a sentence ends a paragraph.
    fn wire(&mut self) {
        while self.at < self.text.len() {
            let line = self.line(self.at);
            if self.words(self.at).trim().is_empty() {
                self.blank();
                continue;
            }
            let next = self.at + line.len();
            let is_first = self
                .blocks
                .iter()
                .all(|block| block.kind == BlockKind::Blank);
            let stands_alone = next < self.text.len() && self.line(next).trim().is_empty();
            if is_first && stands_alone && !ends_sentence(line) {
                self.push(BlockKind::Heading, next);
                continue;
            }
            let (mut line, mut end) = (line, next);
            while !ends_sentence(line) {
                line = self.line(end);
                if line.trim().is_empty() {
                    break;
                }
                end += line.len();
            }
            self.push(BlockKind::Paragraph, end);
        }
    }

    fn push(&mut self, kind: BlockKind, end: usize) {
        let line_start = self.line_start().map(|start| offset(start - self.at));
        self.blocks.push(RawBlock {
            kind,
            start: self.at,
            end,
            line_start,
        });
        self.at = end;
    }

    /// Where the line of the next block begins, if it begins a line.
    fn line_start(&self) -> Option<usize> {
        match self.at {
            0 => Some(bom_len(self.text)),
            at if self.ends_line(at) => Some(at),
            _ => None,
        }
    }

    fn comment(&mut self, start: usize) -> Option<usize> {
        if self.no_more_comments || !self.text[start..].starts_with("<!--") {
            return None;
        }
        let end = comment_end(self.text, start);
        self.no_more_comments = end.is_none();
        end
    }

    /// The line from `start`, with its end.
    fn line(&self, start: usize) -> &'a str {
        &self.text[start..line_end(self.text, start)]
    }

    /// The same without the byte order mark of the text.
    fn words(&self, start: usize) -> &'a str {
        let line = self.line(start);
        match start {
            0 => line.strip_prefix('\u{feff}').unwrap_or(line),
            _ => line,
        }
    }

    fn ends_line(&self, at: usize) -> bool {
        self.text[..at].ends_with(['\n', '\r'])
    }
}

/// A byte order mark of `len` bytes as the first item, which is none where it is absent.
fn bom_item(len: usize) -> Vec<Item> {
    let bom = Item::leaf(SyntaxKind::Text, range(0, len));
    if len > 0 { vec![bom] } else { Vec::new() }
}

fn whole(text: &str, kind: BlockKind, items: Vec<Item>) -> Block {
    let line_start = Some(offset(bom_len(text)));
    let raw = RawBlock {
        kind,
        start: 0,
        end: text.len(),
        line_start,
    };
    Block::new(raw, len_of(text), items, Vec::<SyntaxError>::new())
}

/// The end of the line that closes front matter opened at `start`.
fn closing_fence(text: &str, start: usize) -> Option<usize> {
    let mut at = line_end(text, start);
    while at < text.len() {
        let end = line_end(text, at);
        if is_fence(&text[at..end]) {
            return Some(end);
        }
        at = end;
    }
    None
}

fn is_fence(line: &str) -> bool {
    line.trim_end_matches(['\n', '\r', ' ', '\t']) == "---"
}

/// Whether a sentence ends with the last character, closing marks and brackets aside.
fn ends_sentence(text: &str) -> bool {
    let closers = |c: char| c.is_whitespace() || "\"'”’“‘‟»›«‹」』)]}".contains(c);
    text.trim_end_matches(closers)
        .ends_with(['.', '!', '?', '…', '؟', '۔', '。', '！', '？', '।'])
}

fn bom_len(text: &str) -> usize {
    if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    }
}

/// The offset after the line that holds the byte `at`, its end included.
fn line_end(text: &str, at: usize) -> usize {
    match memchr::memchr2(b'\n', b'\r', &text.as_bytes()[at..]) {
        Some(found) => at + found + line_end_at(text, at + found),
        None => text.len(),
    }
}

/// The length of the line end at `at`: CR LF, LF or CR; 0 if none stands there.
fn line_end_at(text: &str, at: usize) -> usize {
    match &text.as_bytes()[at..] {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    }
}
