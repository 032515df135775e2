use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::syntax::{Problem, SyntaxError};
use crate::text::TextRange;

declare_rule! {
    /// ## What it does
    ///
    /// Reports an annotation that is only half there: a tail that is not closed on its line, a
    /// tail without its `[`, a `[` that is never closed before an annotated span, and a comment
    /// without its `-->`.
    ///
    /// ## Why
    ///
    /// Half an annotation is no annotation: its characters stay in the article, where readers
    /// would see them, and the words that it should have marked are not marked.
    ///
    /// ## Bad
    ///
    /// ```text
    /// The minister, [Laila Haddad](#haddad, arrived on Tuesday.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// entities:
    ///   haddad: {name: Laila Haddad}
    /// ---
    ///
    /// The minister, [Laila Haddad](#haddad), arrived on Tuesday.
    /// ```
    pub(super) static UNCLOSED_SPAN =
        "unclosed-span", Error, "an annotation that is only half there"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut annotations = None;
    for error in context.tree().errors() {
        let SyntaxError { problem, range } = error;
        let (message, help) = match problem {
            Problem::UnclosedTail(close) => (
                format!("this annotation is not closed by `{close}` on its line"),
                "close it, or write a backslash before it if the characters belong to the article",
            ),
            Problem::TailWithoutBracket => (
                "nothing before this `]` opens an annotation".to_owned(),
                "write `[` before the words that it annotates, or `\\]` if it belongs to the article",
            ),
            Problem::DoubtfulBracket => (
                "this `[` is never closed, and an annotation follows".to_owned(),
                "write `\\[` if it belongs to the article; else see where the annotation should begin",
            ),
            Problem::UnclosedComment => (
                "this comment is never closed".to_owned(),
                "end it with `-->`, or write `\\<!--` if it belongs to the article",
            ),
            _ => continue,
        };
        let finding = UNCLOSED_SPAN.report(range, message).help(help);
        // The first annotation after the bracket may have lost its beginning.
        let next = (problem == Problem::DoubtfulBracket).then(|| {
            let annotations = annotations.get_or_insert_with(|| annotations_of(context));
            let next = annotations.partition_point(|node| node.start() < range.end());
            annotations.get(next).copied()
        });
        out.push(match next.flatten() {
            Some(next) => finding.related(
                context.here(next),
                "does this annotation begin where it should?",
            ),
            None => finding,
        });
    }
}

/// Where the annotations of the article stand, in their order.
fn annotations_of(context: &Context<'_>) -> Vec<TextRange> {
    let nodes = context.tree().blocks().flat_map(|(start, block)| {
        let nodes = block.items().iter().filter(|item| item.kind.is_node());
        nodes.map(move |node| node.range + start)
    });
    nodes.collect()
}
