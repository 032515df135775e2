use crate::names::characters::{code, unseen_name};
use crate::rules::in_wire::{WireLines, lines, words_are_bound};
use crate::rules::rule::declare_rule;
use crate::rules::{Applicability, Context, Diagnostic, Fix, Severity};
use crate::syntax::BlockKind;
use crate::text::{FileEdit, TextEdit, TextRange, TextSize, is_right_to_left};
use crate::workspace::FileKind;

declare_rule! {
    /// ## What it does
    ///
    /// Reports an embedding, an override or an isolate of the writing direction that is not closed
    /// where it must be: in words, before the paragraph ends; in an id or a brace, before that ends;
    /// in front matter, comments and registries, before the line ends. Reports an override, closed
    /// or not, that shows letters backwards. Direction marks (U+200E, U+200F, U+061C) and all that
    /// is closed are fine. What the wire text has too is only a hint.
    ///
    /// ## Why
    ///
    /// Such a control shows what follows it in another order than it is written: the reader sees
    /// other words, or another speaker, than every program does (CVE-2021-42574, “Trojan Source”).
    ///
    /// ## Bad
    ///
    /// ```text
    #[doc = " The minister said the road to \u{202e}Sahl was closed."]
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    #[doc = " The minister said the road to \u{2067}سهل\u{2069} was closed."]
    /// ```
    pub(super) static BIDI_CONTROL =
        "bidi-control", Error, "a control of the writing direction that is left open"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    if !context.text().contains(is_opening) {
        return;
    }
    if context.snapshot.kind(context.file) == FileKind::Registry {
        return data(context, TextRange::up_to(context.tree().len()), out);
    }
    let tree = context.tree();
    for (start, block) in tree.blocks() {
        let range = TextRange::at(start, block.len());
        match block.kind() {
            BlockKind::FrontMatter | BlockKind::Comment => data(context, range, out),
            BlockKind::Blank => {}
            BlockKind::Heading | BlockKind::Paragraph => {
                let tokens = tree.tokens_in(range);
                for (_, token) in tokens.filter(|(kind, _)| !kind.is_wire()) {
                    data(context, token, out);
                }
            }
        }
    }
    let mut wire = WireLines::new(context);
    for passage in &context.article().passages {
        for problem in problems(passage.wire.text()) {
            let source = |range| passage.wire.to_source(range);
            let mut finding = report(context, &problem, source);
            if wire.hold(problem.line) {
                finding.severity = Severity::Hint;
            }
            if words_are_bound(context) {
                finding.fixes.clear();
            }
            out.push(finding);
        }
    }
}

/// Looks at what is no running text, line by line.
fn data(context: &Context<'_>, range: TextRange, out: &mut Vec<Diagnostic>) {
    for (at, line) in lines(&context.text()[range]) {
        let start = range.start() + TextSize::new(at as u32);
        let found = problems(line);
        out.extend(
            found
                .iter()
                .map(|problem| report(context, problem, |range| range + start)),
        );
    }
}

fn report(
    context: &Context<'_>,
    problem: &Problem<'_>,
    source: impl Fn(TextRange) -> TextRange,
) -> Diagnostic {
    let name = unseen_name(problem.control).unwrap_or("direction control");
    let control = format!("{name} ({})", code(problem.control));
    let is_isolate = is_isolate(problem.control);
    let (message, help) = match problem.kind {
        Kind::Open if is_isolate => (
            format!("a {control} that nothing closes"),
            "close it with U+2069 behind the words that it is about, or take it away",
        ),
        Kind::Open => (
            format!("a {control} that nothing closes"),
            "close it with U+202C behind the words that it is about, or take it away",
        ),
        Kind::Backwards => (
            format!("a {control} shows letters backwards"),
            "take it away; U+2066 to U+2069 set words apart without turning them around",
        ),
    };
    let place = |at: TextSize| source(TextRange::at(at, TextSize::of(problem.control)));
    let mut finding = BIDI_CONTROL.report(place(problem.at), message).help(help);
    let removed = [Some(problem.at), problem.closed_at].into_iter().flatten();
    let edits = removed.map(|at| FileEdit {
        file: context.file,
        edit: TextEdit {
            range: place(at),
            text: String::new(),
        },
    });
    finding.fixes.push(Fix {
        title: format!("take the {name} away"),
        applicability: Applicability::Unsafe,
        edits: edits.collect(),
    });
    finding
}

/// A control that shows words in another order than they are written.
struct Problem<'a> {
    control: char,
    /// Where it stands, in bytes of the text.
    at: TextSize,
    /// Where what closes it and nothing else stands.
    closed_at: Option<TextSize>,
    kind: Kind,
    /// The line that it stands in.
    line: &'a str,
}

#[derive(PartialEq)]
enum Kind {
    Open,
    Backwards,
}

/// What is wrong with the controls of `text`, a paragraph by itself, in their order. As in Unicode's
/// UAX #9, what closes an isolate closes all that was opened inside it.
fn problems(text: &str) -> Vec<Problem<'_>> {
    let mut found = Vec::new();
    let mut open: Vec<Problem<'_>> = Vec::new();
    let mut isolates = 0_usize;
    for (start, line) in lines(text) {
        for (at, character) in line.char_indices() {
            let place = TextSize::new((start + at) as u32);
            match character {
                POP_FORMATTING => {
                    if open.last().is_some_and(|last| !is_isolate(last.control)) {
                        found.extend(open.pop().and_then(|last| last.closed(Some(place))));
                    }
                }
                POP_ISOLATE if isolates > 0 => {
                    isolates -= 1;
                    while let Some(last) = open.pop() {
                        if is_isolate(last.control) {
                            break;
                        }
                        found.extend(last.closed(None));
                    }
                }
                _ if is_opening(character) => {
                    isolates += usize::from(is_isolate(character));
                    open.push(Problem {
                        control: character,
                        at: place,
                        closed_at: None,
                        kind: Kind::Open,
                        line,
                    });
                }
                _ => {
                    if let Some(last) = open.last_mut()
                        && is_turned(last.control, character)
                    {
                        last.kind = Kind::Backwards;
                    }
                }
            }
        }
    }
    found.extend(open.into_iter().map(|left| Problem {
        kind: Kind::Open,
        ..left
    }));
    found.sort_by_key(|problem| problem.at);
    found
}

impl Problem<'_> {
    /// What is still wrong once it is closed.
    fn closed(self, closed_at: Option<TextSize>) -> Option<Self> {
        (self.kind == Kind::Backwards).then_some(Problem { closed_at, ..self })
    }
}

const POP_FORMATTING: char = '\u{202c}';
const POP_ISOLATE: char = '\u{2069}';

fn is_isolate(control: char) -> bool {
    matches!(control, '\u{2066}'..='\u{2068}')
}

fn is_opening(character: char) -> bool {
    is_isolate(character) || matches!(character, '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}')
}

/// Whether an override shows this character against its own direction: `2025` between U+202D and
/// U+202C stays what it is, as desks write telephone numbers.
fn is_turned(control: char, character: char) -> bool {
    let is_leftward = is_right_to_left(character);
    match control {
        '\u{202d}' => is_leftward && character.is_alphabetic(),
        '\u{202e}' => character.is_numeric() || (!is_leftward && character.is_alphabetic()),
        _ => false,
    }
}
