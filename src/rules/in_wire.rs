//! What an article has from its wire text and who annotates it cannot change.

use std::collections::HashSet;

use crate::rules::Context;
use crate::workspace::FileKind;

/// The lines of the wire text that an article names; of none, if it names none.
pub(super) struct WireLines<'a> {
    wire: &'a str,
    /// Made when it is first asked for; most articles hold nothing to ask about.
    lines: Option<HashSet<&'a str>>,
    /// The line that was asked about last: it may be long, and asked about for each of its words.
    last: Option<(&'a str, bool)>,
}

impl<'a> WireLines<'a> {
    pub(super) fn new(context: &Context<'a>) -> WireLines<'a> {
        let wire = match context.snapshot.kind(context.file) {
            FileKind::Article => context.snapshot.surroundings(context.file).wire,
            _ => None,
        };
        WireLines {
            wire: wire.map_or("", |wire| context.snapshot.text(wire)),
            lines: None,
            last: None,
        }
    }

    /// Whether the wire text has this line, which is one of the article without its annotations.
    pub(super) fn hold(&mut self, line: &'a str) -> bool {
        if let Some((last, held)) = self.last
            && std::ptr::eq(last, line)
        {
            return held;
        }
        let without_mark = |line: &'a str| line.trim_start_matches('\u{feff}');
        let wire = self.wire;
        let lines = self
            .lines
            .get_or_insert_with(|| lines(wire).map(|(_, line)| without_mark(line)).collect());
        let held = lines.contains(without_mark(line));
        self.last = Some((line, held));
        held
    }
}

/// The lines of a text without their ends, and where each starts.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(['\n', '\r']).map(move |line| {
        let start = at;
        at += line.len() + 1;
        (start, line)
    })
}

/// Whether no fix may change the words of the article: it names the text that they come from.
pub(super) fn words_are_bound(context: &Context<'_>) -> bool {
    context.snapshot.kind(context.file) == FileKind::Article
        && context.article().front.wire.is_some()
}
