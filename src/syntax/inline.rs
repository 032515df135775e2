//! The inside of a heading or paragraph: marks, escapes, and brackets with their tails.
//!
//! One pass reads the text and keeps a stack of open brackets; a second lays out what it
//! found, once it is known which brackets belong to annotations. Both are linear: whatever is
//! searched for ahead is searched for once.

use crate::syntax::block::{RawBlock, comment_end, hashes};
use crate::syntax::tail::{self, Tail};
use crate::syntax::tree::{Block, BlockKind, Item, Problem, SyntaxError};
use crate::syntax::{Flavor, SyntaxKind, range};
use crate::text::len_of;

/// Parses the text of a heading or paragraph.
pub(super) fn parse(text: &str, raw: RawBlock, flavor: Flavor) -> Block {
    let mut lexer = Lexer::new(text);
    match flavor {
        Flavor::Article => lexer.article(raw),
        Flavor::Wire => lexer.wire(),
    }
    let mut errors = lexer.errors;
    let items = lay_out(text, &lexer.pieces, &mut errors);
    errors.sort_by_key(|error| (error.range.start(), error.range.end()));
    Block::new(raw, len_of(text), items, errors)
}

/// Whether `character` is a quotation mark. `''` counts as one mark too.
pub(crate) fn is_mark(character: char) -> bool {
    matches!(
        character,
        '"' | '\''
            | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '‘'
            | '’'
            | '‚'
            | '「'
            | '」'
            | '『'
            | '』'
    )
}

/// Whether a character that begins with this byte may mean something: all others are passed over
/// without being decoded.
const MAY_MEAN: [bool; 256] = {
    let mut table = [false; 256];
    let signs = b"\\[]\n\r\"'\xC2\xE2\xE3";
    let mut at = 0;
    while at < signs.len() {
        table[signs[at] as usize] = true;
        at += 1;
    }
    table
};

/// What the first pass finds; everything between is text.
#[derive(Debug, Clone, Copy)]
struct Piece {
    start: usize,
    end: usize,
    what: What,
}

#[derive(Debug, Clone, Copy)]
enum What {
    Token(SyntaxKind),
    /// `{…}` after a quotation mark.
    Brace,
    /// `[`, and whether its `]` has a tail; of which kind.
    Open(Option<SyntaxKind>),
    /// `]` with its tail.
    Close(SyntaxKind),
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    pieces: Vec<Piece>,
    errors: Vec<SyntaxError>,
    /// Brackets that are open, by their place in `pieces`.
    open: Vec<usize>,
    closing_parenthesis: Search,
    closing_brace: Search,
    /// Set once no comment can close any more, so that it is searched for only once.
    no_more_comments: bool,
}

impl<'a> Lexer<'a> {
    fn new(text: &'a str) -> Self {
        Lexer {
            text,
            at: 0,
            pieces: Vec::new(),
            errors: Vec::new(),
            open: Vec::new(),
            closing_parenthesis: Search::new(b')'),
            closing_brace: Search::new(b'}'),
            no_more_comments: false,
        }
    }

    fn wire(&mut self) {
        while let Some(character) = self.next_that_may_mean() {
            if is_mark(character) {
                self.push(SyntaxKind::Mark, self.mark_len(character));
            } else {
                self.at += character.len_utf8();
            }
        }
    }

    fn article(&mut self, raw: RawBlock) {
        if let Some(start) = raw.line_start {
            self.at = start.into();
            match hashes(&self.text[self.at..]) {
                Some(len) if raw.kind == BlockKind::Heading => self.push(SyntaxKind::Hashes, len),
                _ => self.line_start(),
            }
        }
        while let Some(character) = self.next_that_may_mean() {
            match character {
                '\\' if self.escapes() => self.escape(),
                '[' => self.open_bracket(),
                ']' => self.close_bracket(),
                '\n' => {
                    self.at += 1;
                    self.line_start();
                }
                '\r' => {
                    self.at += if self.text[self.at..].starts_with("\r\n") {
                        2
                    } else {
                        1
                    };
                    self.line_start();
                }
                _ if is_mark(character) => self.mark(character),
                _ => self.at += character.len_utf8(),
            }
        }
        self.doubtful_brackets();
    }

    /// Goes on to the next character that may mean something.
    fn next_that_may_mean(&mut self) -> Option<char> {
        let rest = &self.text.as_bytes()[self.at..];
        let plain = rest.iter().position(|byte| MAY_MEAN[usize::from(*byte)]);
        self.at += plain.unwrap_or(rest.len());
        self.text[self.at..].chars().next()
    }

    /// A comment may stand on lines of its own inside a paragraph.
    fn line_start(&mut self) {
        while !self.no_more_comments && self.text[self.at..].starts_with("<!--") {
            let start = self.at;
            let Some(end) = comment_end(self.text, start) else {
                self.no_more_comments = true;
                self.error(Problem::UnclosedComment, start, start + "<!--".len());
                return;
            };
            self.push(SyntaxKind::Comment, end - start);
            if !self.text[..end].ends_with(['\n', '\r']) {
                return;
            }
        }
    }

    fn escapes(&self) -> bool {
        self.text[self.at + 1..]
            .chars()
            .next()
            .is_some_and(is_escapable)
    }

    fn escape(&mut self) {
        self.push(SyntaxKind::Escape, 1);
        self.at += self.text[self.at..]
            .chars()
            .next()
            .map_or(0, char::len_utf8);
    }

    fn mark(&mut self, character: char) {
        self.push(SyntaxKind::Mark, self.mark_len(character));
        if self.text[self.at..].starts_with('{') {
            match self.closing_brace.from(self.text, self.at) {
                Some(close) => {
                    let (start, end) = (self.at, close + 1);
                    self.pieces.push(Piece {
                        start,
                        end,
                        what: What::Brace,
                    });
                    self.at = end;
                }
                None => self.error(Problem::UnclosedTail('}'), self.at, self.at + 1),
            }
        }
    }

    fn mark_len(&self, character: char) -> usize {
        if self.text[self.at..].starts_with("''") {
            2
        } else {
            character.len_utf8()
        }
    }

    fn open_bracket(&mut self) {
        self.open.push(self.pieces.len());
        self.pieces.push(Piece {
            start: self.at,
            end: self.at + 1,
            what: What::Open(None),
        });
        self.at += 1;
    }

    fn close_bracket(&mut self) {
        let start = self.at;
        self.at += 1;
        let after = &self.text[self.at..];
        let (kind, close) = if after.starts_with("(#") {
            (SyntaxKind::Mention, ')')
        } else if after.starts_with("(=") {
            (SyntaxKind::Date, ')')
        } else if after.starts_with('{') {
            (SyntaxKind::Speech, '}')
        } else {
            self.open.pop();
            return;
        };
        let opening = if close == ')' { 3 } else { 2 };
        let Some(open) = self.open.pop() else {
            self.error(Problem::TailWithoutBracket, start, start + opening);
            return;
        };
        let search = if close == ')' {
            &mut self.closing_parenthesis
        } else {
            &mut self.closing_brace
        };
        let Some(end) = search.from(self.text, self.at) else {
            self.error(Problem::UnclosedTail(close), start, start + opening);
            return;
        };
        if !self.holds_words(open, start) {
            self.error(Problem::NoWords, self.pieces[open].start, end + 1);
        }
        self.pieces[open].what = What::Open(Some(kind));
        self.pieces.push(Piece {
            start,
            end: end + 1,
            what: What::Close(kind),
        });
        self.at = end + 1;
    }

    /// Whether words stand between the bracket `open`, a place in `pieces`, and byte `end`: white space
    /// and comments are none.
    fn holds_words(&self, open: usize, end: usize) -> bool {
        let is_blank = |from: usize, to: usize| self.text[from..to].trim_start().is_empty();
        let mut from = self.pieces[open].end;
        for piece in &self.pieces[open + 1..] {
            let is_comment = matches!(piece.what, What::Token(SyntaxKind::Comment));
            if !is_comment || !is_blank(from, piece.start) {
                return true;
            }
            from = piece.end;
        }
        !is_blank(from, end)
    }

    /// Where an unmatched `[` stands before an annotation, the annotation may begin too late.
    fn doubtful_brackets(&mut self) {
        let is_annotation = |piece: &Piece| matches!(piece.what, What::Open(Some(_)));
        let Some(last) = self.pieces.iter().rposition(is_annotation) else {
            return;
        };
        for open in std::mem::take(&mut self.open) {
            if open < last {
                let Piece { start, end, .. } = self.pieces[open];
                self.error(Problem::DoubtfulBracket, start, end);
            }
        }
    }

    fn push(&mut self, kind: SyntaxKind, len: usize) {
        let (start, end) = (self.at, self.at + len);
        self.pieces.push(Piece {
            start,
            end,
            what: What::Token(kind),
        });
        self.at = end;
    }

    fn error(&mut self, problem: Problem, start: usize, end: usize) {
        self.errors.push(SyntaxError {
            problem,
            range: range(start, end),
        });
    }
}

/// Whether a backslash before `character` takes its meaning away.
pub(super) fn is_escapable(character: char) -> bool {
    "\\[]{#<-".contains(character) || is_mark(character)
}

/// A search for a byte on the rest of the line that remembers what it found last, so that
/// many searches over one line cost no more than one.
struct Search {
    byte: u8,
    from: usize,
    found: usize,
}

impl Search {
    fn new(byte: u8) -> Search {
        Search {
            byte,
            from: 1,
            found: 0,
        }
    }

    /// The first such byte at `from` or after it on the same line.
    fn from(&mut self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        if from < self.from || from > self.found {
            let found = memchr::memchr3(self.byte, b'\n', b'\r', &bytes[from..]);
            self.from = from;
            self.found = found.map_or(bytes.len(), |found| from + found);
        }
        (bytes.get(self.found) == Some(&self.byte)).then_some(self.found)
    }
}

/// Lays the pieces out as items that cover the text.
fn lay_out(text: &str, pieces: &[Piece], errors: &mut Vec<SyntaxError>) -> Vec<Item> {
    let mut layout = Layout {
        items: Vec::with_capacity(pieces.len() * 2 + 1),
        at: 0,
    };
    let mut nodes = Vec::new();
    for piece in pieces {
        match piece.what {
            What::Open(None) => {}
            What::Open(Some(kind)) => {
                layout.text_to(piece.start);
                nodes.push(layout.open_node(kind));
                layout.token(SyntaxKind::LeftBracket, piece.end);
            }
            What::Close(kind) => {
                layout.text_to(piece.start);
                layout.token(SyntaxKind::RightBracket, piece.start + 1);
                match kind {
                    SyntaxKind::Mention => layout.tail(text, piece.end, Tail::Mention, errors),
                    SyntaxKind::Date => layout.tail(text, piece.end, Tail::Date, errors),
                    _ => layout.brace(text, piece.end, errors),
                }
                if let Some(node) = nodes.pop() {
                    layout.close_node(node);
                }
            }
            What::Brace => layout.brace(text, piece.end, errors),
            What::Token(kind) => {
                layout.text_to(piece.start);
                layout.token(kind, piece.end);
            }
        }
    }
    layout.text_to(text.len());
    layout.items
}

struct Layout {
    items: Vec<Item>,
    at: usize,
}

impl Layout {
    fn text_to(&mut self, end: usize) {
        self.token(SyntaxKind::Text, end);
    }

    fn token(&mut self, kind: SyntaxKind, end: usize) {
        if self.at < end {
            self.items.push(Item::leaf(kind, range(self.at, end)));
            self.at = end;
        }
    }

    fn open_node(&mut self, kind: SyntaxKind) -> usize {
        self.items.push(Item::leaf(kind, range(self.at, self.at)));
        self.items.len() - 1
    }

    fn close_node(&mut self, node: usize) {
        let end = self.items.len() as u32;
        let item = &mut self.items[node];
        item.range = range(item.range.start().into(), self.at);
        item.end = end;
    }

    fn brace(&mut self, text: &str, end: usize, errors: &mut Vec<SyntaxError>) {
        let node = self.open_node(SyntaxKind::Brace);
        self.tail(text, end, Tail::Brace, errors);
        self.close_node(node);
    }

    fn tail(&mut self, text: &str, end: usize, kind: Tail, errors: &mut Vec<SyntaxError>) {
        for (kind, end) in tail::read(text, self.at, end, kind, errors) {
            self.token(kind, end);
        }
    }
}
