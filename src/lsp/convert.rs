//! Offsets to the editor's lines and columns, and back.

use std::cell::{Cell, RefCell};

use tower_lsp::gen_lsp_types as lsp;

use crate::line_index::{Encoding, LineColumn};
use crate::lsp::view::{Overview, View};
use crate::text::{FileId, FileRange, TextRange, TextSize};

/// The offset of a place in the file in question, in bytes.
pub(super) fn offset(view: &View, position: lsp::Position) -> TextSize {
    let position = LineColumn {
        line: position.line,
        column: position.character,
    };
    let lines = view.snapshot.lines(view.file);
    lines.offset(view.text(), position, view.client.encoding)
}

/// A stretch of the file in question, in bytes. Ends in the wrong order are exchanged.
pub(super) fn text_range(view: &View, range: lsp::Range) -> TextRange {
    let (one, other) = (offset(view, range.start), offset(view, range.end));
    TextRange::new(one.min(other), one.max(other))
}

/// A place in any file; `None` if the file has no address.
pub(super) fn location(view: &Overview, place: FileRange) -> Option<lsp::Location> {
    Some(lsp::Location {
        uri: view.uri(place.file)?,
        range: Places::new(view, place.file).range(place.range),
    })
}

/// The places of any files, for an editor; those of one file one after the other.
pub(super) struct Locations<'a> {
    view: &'a Overview,
    /// The places of the file that was asked for last.
    places: RefCell<Option<Places<'a>>>,
}

impl<'a> Locations<'a> {
    pub(super) fn new(view: &'a Overview) -> Locations<'a> {
        Locations {
            view,
            places: RefCell::new(None),
        }
    }

    pub(super) fn range(&self, place: FileRange) -> lsp::Range {
        let mut places = self.places.borrow_mut();
        let same = places.take().filter(|places| places.file == place.file);
        let same = same.unwrap_or_else(|| Places::new(self.view, place.file));
        places.insert(same).range(place.range)
    }

    /// A place with the address of its file; `None` if it has none.
    pub(super) fn location(&self, place: FileRange) -> Option<lsp::Location> {
        Some(lsp::Location {
            uri: self.view.uri(place.file)?,
            range: self.range(place),
        })
    }
}

/// The places of one file, for an editor.
///
/// Counting each column from the start of its line would cost the square of the length where a
/// whole article stands on one line; so a column is counted from where the last place asked for began.
pub(super) struct Places<'a> {
    view: &'a Overview,
    file: FileId,
    /// A place, and how many units it is from the start of its line.
    last: Cell<(TextSize, LineColumn)>,
}

impl<'a> Places<'a> {
    pub(super) fn new(view: &'a Overview, file: FileId) -> Places<'a> {
        let start = LineColumn { line: 0, column: 0 };
        Places {
            view,
            file,
            last: Cell::new((TextSize::new(0), start)),
        }
    }

    pub(super) fn range(&self, range: TextRange) -> lsp::Range {
        let start = self.place(range.start());
        // What is asked for next may begin inside of it.
        self.last.set((range.start(), start));
        let end = self.place(range.end());
        lsp::Range {
            start: self.shown(start),
            end: self.shown(end),
        }
    }

    fn shown(&self, place: LineColumn) -> lsp::Position {
        let mark = match self.hidden_mark() {
            Some(width) if place.line == 0 => width.min(place.column),
            _ => 0,
        };
        lsp::Position {
            line: place.line,
            character: place.column - mark,
        }
    }

    fn place(&self, offset: TextSize) -> LineColumn {
        let encoding = self.view.client.encoding;
        let (text, lines) = (
            self.view.snapshot.text(self.file),
            self.view.snapshot.lines(self.file),
        );
        let (at, place) = self.last.get();
        let is_on_this_line = lines
            .line(text, place.line)
            .is_some_and(|line| offset <= line.end());
        let between = text.get(usize::from(at)..usize::from(offset));
        match between {
            Some(between) if is_on_this_line => LineColumn {
                line: place.line,
                column: place.column + width(between, encoding),
            },
            _ => lines.position(text, offset, encoding),
        }
    }

    /// The width of a byte order mark that the editor does not show: it takes the mark of a file
    /// off, and sends it with the text only if it counts it too.
    fn hidden_mark(&self) -> Option<u32> {
        let is_hidden = !self.view.is_open(self.file)
            && self.view.snapshot.text(self.file).starts_with('\u{feff}');
        is_hidden.then(|| width("\u{feff}", self.view.client.encoding))
    }
}

fn width(text: &str, encoding: Encoding) -> u32 {
    let width = match encoding {
        Encoding::Utf8 => text.len(),
        Encoding::Utf16 => text.chars().map(char::len_utf16).sum(),
        Encoding::Utf32 => text.chars().count(),
    };
    width as u32
}
