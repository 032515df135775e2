//! What an article has from its wire text and who annotates it cannot change.

use std::collections::HashSet;

use crate::rules::Context;
use crate::workspace::FileKind;

/// The lines of the wire text that an article names; of none, if it names none.
pub(super) struct WireLines<'a>(HashSet<&'a str>);

impl<'a> WireLines<'a> {
    pub(super) fn new(context: &Context<'a>) -> WireLines<'a> {
        let wire = match context.snapshot.kind(context.file) {
            FileKind::Article => context.snapshot.surroundings(context.file).wire,
            _ => None,
        };
        let text = wire.map_or("", |wire| context.snapshot.text(wire));
        WireLines(
            lines(text.trim_start_matches('\u{feff}'))
                .map(|(_, line)| line)
                .collect(),
        )
    }

    /// Whether the wire text has this line, which is one of the article without its annotations.
    pub(super) fn hold(&self, line: &str) -> bool {
        self.0.contains(line.trim_start_matches('\u{feff}'))
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
