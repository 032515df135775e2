//! From the parser's events to the tree.

use std::borrow::Cow;
use std::collections::HashSet;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Span, Tag};

use crate::syntax::yaml::characters::Characters;
use crate::syntax::yaml::input::Counted;
use crate::syntax::yaml::{Entry, Node, Parsed, Scalar, Value, YamlError, gap, message};
use crate::syntax::{offset, range};

/// How deep values may lie in each other. What deals with a tree may recurse.
pub const MAX_DEPTH: usize = 64;

/// How many values a text may hold.
pub const MAX_NODES: usize = 250_000;

/// The tree of `text`, and what is wrong with it.
pub(super) fn build(text: &str) -> Parsed {
    let mut builder = Builder {
        text,
        characters: Characters::new(text),
        open: Vec::new(),
        root: None,
        errors: Vec::new(),
        cursor: 0,
        nodes: 0,
        documents: 0,
    };
    builder.read();
    while builder.close(None) {}
    builder.errors.sort_by_key(|error| error.offset);
    Parsed {
        root: builder.root,
        errors: builder.errors,
    }
}

struct Builder<'a> {
    text: &'a str,
    characters: Characters<'a>,
    /// The collections around the next value, outermost first.
    open: Vec<Open>,
    root: Option<Node>,
    errors: Vec<YamlError>,
    /// The end of what has been read; everything to come lies at or after it.
    cursor: usize,
    nodes: usize,
    documents: usize,
}

/// A collection that is not at its end yet.
struct Open {
    start: usize,
    /// Written with brackets of its own.
    is_bracketed: bool,
    /// Inside brackets, its own or others.
    is_flow: bool,
    content: Content,
}

enum Content {
    Sequence(Vec<Node>),
    Mapping {
        entries: Vec<Entry>,
        /// The key whose value is to come.
        key: Option<Node>,
        /// The keys so far.
        seen: HashSet<String>,
    },
}

/// Nothing more is read after an error of the syntax.
struct Stop;

impl Builder<'_> {
    fn read(&mut self) {
        // Front matter has no use for directives, and with `%TAG` each short tag costs the parser
        // a copy of a prefix of any length.
        let mut first = gap::skip_blanks(self.text, 0);
        while self.text[first..].starts_with("...") {
            first = gap::skip_blanks(self.text, first + 3);
        }
        if self.text[first..].starts_with('%') {
            return self.error(first, message::DIRECTIVE);
        }
        for event in Parser::new(Counted::new(self.text)) {
            let read = match event {
                Ok((event, span)) => self.event(event, span),
                Err(error) => self.scan_error(&error),
            };
            if read.is_err() {
                return;
            }
        }
    }

    fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), Stop> {
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    let at = gap::skip_blanks(self.text, self.cursor);
                    self.error(at, "nothing below this line is read: take the line out");
                    return Err(Stop);
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                // A document with nothing in it.
                if self.open.is_empty() && text.is_empty() && style == ScalarStyle::Plain {
                    return Ok(());
                }
                self.admit(span, false)?;
                let node = self.scalar(text, style, properties(anchor, tag.as_ref()), span);
                self.add(node);
            }
            Event::Alias(_) => {
                self.admit(span, false)?;
                let at = self.byte(span.start);
                self.error(at, message::ALIAS);
                let node = absent(at.max(self.cursor));
                self.add(node);
                self.cursor = self.cursor.max(self.byte(span.end));
            }
            Event::SequenceStart(anchor, tag) => {
                self.admit(span, false)?;
                let content = Content::Sequence(Vec::new());
                self.open(content, properties(anchor, tag.as_ref()), span)?;
            }
            Event::MappingStart(anchor, tag) => {
                self.admit(span, true)?;
                let content = Content::Mapping {
                    entries: Vec::new(),
                    key: None,
                    seen: HashSet::new(),
                };
                self.open(content, properties(anchor, tag.as_ref()), span)?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.refuse_stray_bracket(span)?;
                self.close(Some(span));
            }
        }
        Ok(())
    }

    /// Whether one more value may stand here.
    fn admit(&mut self, span: Span, is_mapping: bool) -> Result<(), Stop> {
        self.nodes += 1;
        let refusal = if self.open.is_empty() && !is_mapping {
            message::NO_MAPPING.to_owned()
        } else if self.nodes > MAX_NODES {
            format!("more than {MAX_NODES} values: what follows is not read")
        } else {
            return Ok(());
        };
        let at = self.byte(span.start);
        self.error(at, refusal);
        Err(Stop)
    }

    fn scalar(
        &self,
        text: Cow<'_, str>,
        style: ScalarStyle,
        properties: usize,
        span: Span,
    ) -> Node {
        if style == ScalarStyle::Plain && text.is_empty() {
            return absent(self.absent_place(properties, span).max(self.cursor));
        }
        let start = gap::skip_properties(self.text, self.byte(span.start), properties);
        let start = start.max(self.cursor);
        let end = self.byte(span.end).max(start);
        let (whole, content) = match style {
            ScalarStyle::Plain => ((start, end), (start, end)),
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                match gap::closing_quote(self.text, start) {
                    Some(quote) => ((start, quote + 1), (start + 1, quote)),
                    None => ((start, end), (start, end)),
                }
            }
            ScalarStyle::Literal | ScalarStyle::Folded => self.block(properties, end),
        };
        Node {
            range: range(whole.0, whole.1),
            value: Value::Scalar(Scalar {
                text: text.into_owned(),
                plain: style == ScalarStyle::Plain,
                content: range(content.0, content.1),
            }),
        }
    }

    /// The bytes of a block scalar, from its `|` or `>`, and those of its lines. The parser's
    /// `end` lies behind the empty lines after it and the indentation of what follows.
    fn block(&self, properties: usize, end: usize) -> ((usize, usize), (usize, usize)) {
        let blanks = [' ', '\t', '\r', '\n'];
        let start = self.header(properties).min(end);
        let indicators = self.text[start..]
            .find(|c: char| !matches!(c, '|' | '>' | '+' | '-' | '0'..='9'))
            .unwrap_or(self.text.len() - start);
        let header_end = (start + indicators).min(end);
        let lines = gap::line_end(self.text, header_end).min(end);
        let lines = &self.text[lines..end];
        let written = lines.trim_matches(blanks);
        if written.is_empty() {
            return ((start, header_end), (header_end, header_end));
        }
        let from = end - lines.trim_start_matches(blanks).len();
        ((start, from + written.len()), (from, from + written.len()))
    }

    /// Where the value that comes next begins, found from the end of what came before.
    fn header(&self, properties: usize) -> usize {
        let indicator = self.open.last().map_or(b'-', Open::indicator);
        let at = gap::skip_indicator(self.text, self.cursor, indicator);
        gap::skip_properties(self.text, at, properties)
    }

    fn absent_place(&self, properties: usize, span: Span) -> usize {
        match self.open.last() {
            _ if properties > 0 => self.byte(span.end),
            Some(open) if open.indicator() != b'?' => {
                gap::absent(self.text, self.cursor, open.indicator(), open.is_flow)
            }
            _ => self.byte(span.start),
        }
    }

    fn open(&mut self, content: Content, properties: usize, span: Span) -> Result<(), Stop> {
        let marked = self.byte(span.start);
        if self.open.len() == MAX_DEPTH {
            self.error(marked, message::TOO_DEEP);
            return Err(Stop);
        }
        let byte = |at: usize| self.text.as_bytes().get(at).copied();
        let is_sequence = matches!(content, Content::Sequence(_));
        // A sequence that is not indented is marked after its first dash.
        let header = self.header(properties);
        let start = if is_sequence && byte(header) == Some(b'-') {
            header
        } else {
            gap::skip_properties(self.text, marked, properties)
        };
        let start = start.max(self.cursor);
        // A bracket that begins the first key of a mapping belongs to the key: the mark of such
        // a mapping is empty.
        let is_bracketed = matches!(byte(start), Some(b'[' | b'{')) && self.byte(span.end) > start;
        let is_flow = is_bracketed || self.open.last().is_some_and(|open| open.is_flow);
        self.cursor = start + usize::from(is_bracketed);
        self.open.push(Open {
            start,
            is_bracketed,
            is_flow,
            content,
        });
        Ok(())
    }

    /// In `[a: b}` the parser takes the brace for the end of the mapping `a: b`.
    fn refuse_stray_bracket(&mut self, end: Span) -> Result<(), Stop> {
        let has_no_bracket = self
            .open
            .last()
            .is_some_and(|open| open.is_flow && !open.is_bracketed);
        let at = self.byte(end.start);
        if has_no_bracket && !end.is_empty() && self.text[at..].starts_with('}') {
            self.error(at, message::STRAY_BRACKET);
            return Err(Stop);
        }
        Ok(())
    }

    /// Closes the innermost collection, at its bracket if it has one. False if none is open.
    fn close(&mut self, end: Option<Span>) -> bool {
        let Some(mut open) = self.open.pop() else {
            return false;
        };
        if let Content::Mapping { key, .. } = &mut open.content
            && key.is_some()
        {
            // The text breaks off before the value.
            let at = gap::absent(self.text, self.cursor, b':', open.is_flow);
            self.cursor = at;
            open.add(absent(at));
        }
        if let Some(end) = end
            && open.is_bracketed
        {
            let bracket = self.byte(end.start);
            if matches!(self.text.as_bytes().get(bracket), Some(b']' | b'}')) {
                self.cursor = self.cursor.max(bracket + 1);
            }
        }
        let node = Node {
            range: range(open.start, self.cursor),
            value: match open.content {
                Content::Sequence(items) => Value::Sequence(items),
                Content::Mapping { entries, .. } => Value::Mapping(entries),
            },
        };
        self.add(node);
        true
    }

    fn add(&mut self, node: Node) {
        self.cursor = node.range.end().into();
        let at = usize::from(node.range.start());
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(open) => {
                if let Some(key) = open.add(node) {
                    self.error(at, message::repeated_key(&key));
                }
            }
        }
    }

    fn scan_error(&mut self, error: &ScanError) -> Result<(), Stop> {
        let brackets = self.open.iter().rev().find(|open| open.is_bracketed);
        let place = message::Place {
            text: self.text,
            at: self.byte(*error.marker()),
            cursor: self.cursor,
            bracket: brackets.map(|open| open.start),
        };
        self.errors.push(message::explain(error.info(), &place));
        Err(Stop)
    }

    fn error(&mut self, at: usize, message: impl Into<String>) {
        self.errors.push(YamlError {
            offset: offset(at),
            message: message.into(),
        });
    }

    fn byte(&self, marker: Marker) -> usize {
        self.characters.byte(marker.index())
    }
}

impl Open {
    /// What may stand before the next value.
    fn indicator(&self) -> u8 {
        match &self.content {
            Content::Sequence(_) => b'-',
            Content::Mapping { key: Some(_), .. } => b':',
            Content::Mapping { key: None, .. } => b'?',
        }
    }

    /// Takes in the next value; answers with its text if it is a key that stood here before.
    fn add(&mut self, node: Node) -> Option<String> {
        match &mut self.content {
            Content::Sequence(items) => items.push(node),
            Content::Mapping { entries, key, seen } => {
                if let Some(key) = key.take() {
                    entries.push(Entry { key, value: node });
                } else {
                    let text = node.as_str().filter(|text| !text.is_empty());
                    let text = text.map(str::to_owned);
                    *key = Some(node);
                    return text.filter(|text| !seen.insert(text.clone()));
                }
            }
        }
        None
    }
}

/// The scalar that stands for no value.
fn absent(at: usize) -> Node {
    let nowhere = range(at, at);
    Node {
        range: nowhere,
        value: Value::Scalar(Scalar {
            text: String::new(),
            plain: true,
            content: nowhere,
        }),
    }
}

/// How many of anchor and tag stand before a value.
fn properties(anchor: usize, tag: Option<&Cow<'_, Tag>>) -> usize {
    usize::from(anchor > 0) + usize::from(tag.is_some())
}
