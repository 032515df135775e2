//! What stands after the words of an annotation: `(#id)`, `(=date)`, `{who}`.
//!
//! The grammar of a brace:
//!
//! ```text
//! brace    = "{" ( "+" | "?" | "؟" | "-" | ":" | who ) "}"
//! who      = [ speakers ] [ ">" ids ] { "<" ids } { ".class" } { key "=" value }
//! speakers = id { ("," | "،") id }
//! ```

use crate::syntax::inline::is_mark;
use crate::syntax::tree::{Problem, SyntaxError};
use crate::syntax::{SyntaxKind, range};

/// The kinds of tails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tail {
    Mention,
    Date,
    Brace,
}

/// Reads the tail from byte `start` to `end` of `text`: its tokens with the byte where each
/// ends, without gaps. What is wrong goes to `errors`; the tokens cover the tail all the same.
pub(super) fn read(
    text: &str,
    start: usize,
    end: usize,
    tail: Tail,
    errors: &mut Vec<SyntaxError>,
) -> Vec<(SyntaxKind, usize)> {
    let mut reader = Reader {
        text,
        at: start,
        end: end - 1,
        tokens: Vec::new(),
        errors,
    };
    let (open, close) = match tail {
        Tail::Mention => (SyntaxKind::MentionOpen, SyntaxKind::TailClose),
        Tail::Date => (SyntaxKind::DateOpen, SyntaxKind::TailClose),
        Tail::Brace => (SyntaxKind::BraceOpen, SyntaxKind::BraceClose),
    };
    reader.token(open, if tail == Tail::Brace { 1 } else { 2 });
    if text[reader.at..reader.end].trim().is_empty() {
        reader.error(Problem::EmptyTail, start, end);
        reader.space();
    } else {
        match tail {
            Tail::Mention => reader.only(SyntaxKind::Id),
            Tail::Date => reader.only(SyntaxKind::DateValue),
            Tail::Brace => reader.brace(),
        }
    }
    reader.token(close, 1);
    reader.tokens
}

struct Reader<'a, 'e> {
    text: &'a str,
    at: usize,
    /// Where the closing character stands.
    end: usize,
    tokens: Vec<(SyntaxKind, usize)>,
    errors: &'e mut Vec<SyntaxError>,
}

impl Reader<'_, '_> {
    /// One token, white space around it aside.
    fn only(&mut self, kind: SyntaxKind) {
        self.space();
        self.token(kind, self.rest().trim_end().len());
        self.space();
    }

    fn brace(&mut self) {
        let alone = match self.rest().trim() {
            "+" => Some(SyntaxKind::Continues),
            "?" | "؟" => Some(SyntaxKind::UnknownSpeaker),
            "-" => Some(SyntaxKind::NotSpeech),
            ":" => Some(SyntaxKind::Cue),
            _ => None,
        };
        match alone {
            Some(kind) => self.only(kind),
            None => self.who(),
        }
    }

    fn who(&mut self) {
        let mut grammar = Grammar::new();
        loop {
            self.space();
            let Some(character) = self.rest().chars().next() else {
                break;
            };
            let start = self.at;
            match character {
                ',' | '،' => self.token(SyntaxKind::Comma, character.len_utf8()),
                '>' => self.token(SyntaxKind::To, 1),
                '<' => self.token(SyntaxKind::Via, 1),
                '.' if self.word_len() > 1 => self.token(SyntaxKind::Class, self.word_len()),
                _ => self.word(character),
            }
            if let Some((kind, _)) = self.tokens.last()
                && let Some(problem) = grammar.next(*kind, character)
            {
                self.error(problem, start, self.at);
            }
        }
        if let Some(after) = grammar.wants_id {
            let (before, end) = (&self.text[..self.at], self.at);
            let last = before.chars().next_back().map_or(0, char::len_utf8);
            self.error(Problem::MissingId(after), end - last, end + 1);
        }
    }

    /// An id, or a key with its value.
    fn word(&mut self, first: char) {
        let len = self.word_len();
        if len == 0 {
            self.token(SyntaxKind::Stray, first.len_utf8());
        } else if self.rest()[len..].starts_with('=') {
            let start = self.at;
            self.token(SyntaxKind::Key, len);
            self.token(SyntaxKind::Equals, 1);
            self.value(start);
        } else {
            self.token(SyntaxKind::Id, len);
        }
    }

    fn value(&mut self, key: usize) {
        let rest = self.rest();
        let Some(first) = rest.chars().next().filter(|first| !first.is_whitespace()) else {
            self.error(Problem::MissingValue, key, self.at);
            return;
        };
        let Some(close) = closes_value(first) else {
            let len = rest.find(char::is_whitespace).unwrap_or(rest.len());
            self.token(SyntaxKind::Value, len);
            return;
        };
        let inside = first.len_utf8();
        if let Some(found) = rest[inside..].find(|mark| close.contains::<char>(mark)) {
            let close_len = rest[inside + found..]
                .chars()
                .next()
                .map_or(0, char::len_utf8);
            self.token(SyntaxKind::Value, inside + found + close_len);
        } else {
            let start = self.at;
            self.token(SyntaxKind::Value, rest.len());
            self.error(Problem::UnclosedValue, start, self.at);
        }
    }

    fn word_len(&self) -> usize {
        let rest = self.rest();
        let ends = |c: char| c.is_whitespace() || ",،<>={}".contains(c) || is_mark(c);
        rest.find(ends).unwrap_or(rest.len())
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.token(SyntaxKind::Space, rest.len() - rest.trim_start().len());
    }

    fn rest(&self) -> &str {
        &self.text[self.at..self.end]
    }

    fn token(&mut self, kind: SyntaxKind, len: usize) {
        if len > 0 {
            self.at += len;
            self.tokens.push((kind, self.at));
        }
    }

    fn error(&mut self, problem: Problem, start: usize, end: usize) {
        self.errors.push(SyntaxError {
            problem,
            range: range(start, end),
        });
    }
}

/// The marks that close a value which `open` opens; `None` where a value begins without a mark.
fn closes_value(open: char) -> Option<&'static str> {
    Some(match open {
        '"' => "\"",
        '\'' => "'",
        '“' | '‟' => "”“",
        '”' => "”",
        '„' => "“”‟",
        '‘' | '’' => "’",
        '‚' => "‘’",
        '«' => "»",
        '»' => "«»",
        '‹' => "›",
        '›' => "‹›",
        '「' => "」",
        '『' => "』",
        _ => return None,
    })
}

/// Follows the order of the grammar, token by token.
struct Grammar {
    part: Part,
    /// The sign after which an id must stand.
    wants_id: Option<char>,
    has_id: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Speakers,
    Addressees,
    Via,
    Attributes,
}

impl Grammar {
    fn new() -> Grammar {
        Grammar {
            part: Part::Speakers,
            wants_id: None,
            has_id: false,
        }
    }

    /// What is wrong with `kind`, written with `first`, standing here.
    fn next(&mut self, kind: SyntaxKind, first: char) -> Option<Problem> {
        let wanted = self.wants_id;
        match kind {
            SyntaxKind::Id => {
                let problem = match (self.part, self.has_id) {
                    (Part::Attributes, _) => Some(Problem::IdAfterAttributes),
                    (_, true) => Some(Problem::MissingComma),
                    _ => None,
                };
                (self.wants_id, self.has_id) = (None, true);
                problem
            }
            SyntaxKind::Comma => {
                let problem = (!self.has_id).then_some(Problem::Stray);
                (self.wants_id, self.has_id) = (Some(first), false);
                problem
            }
            SyntaxKind::To => {
                let misplaced = self.part >= Part::Addressees;
                self.begin(Part::Addressees, Some('>'));
                misplaced
                    .then_some(Problem::MisplacedTo)
                    .or(wanted.map(Problem::MissingId))
            }
            SyntaxKind::Via => {
                let misplaced = self.part == Part::Attributes;
                self.begin(Part::Via, Some('<'));
                misplaced
                    .then_some(Problem::MisplacedVia)
                    .or(wanted.map(Problem::MissingId))
            }
            SyntaxKind::Class | SyntaxKind::Key | SyntaxKind::Equals | SyntaxKind::Value => {
                self.begin(Part::Attributes, None);
                wanted.map(Problem::MissingId)
            }
            _ => Some(Problem::Stray),
        }
    }

    fn begin(&mut self, part: Part, wants_id: Option<char>) {
        self.part = self.part.max(part);
        self.wants_id = wants_id;
        self.has_id = false;
    }
}
