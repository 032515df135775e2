use unicode_normalization::char::{compose, is_combining_mark};

use crate::names::characters::{code, in_windows_1252, is_idle, unseen_name};
use crate::rules::in_wire::{WireLines, lines, words_are_bound};
use crate::rules::rule::declare_rule;
use crate::rules::{Applicability, Context, Diagnostic, Fix, Severity};
use crate::syntax::{BlockKind, Kept, SyntaxKind};
use crate::text::{FileEdit, TextEdit, TextRange, TextSize};
use crate::workspace::FileKind;

declare_rule! {
    /// ## What it does
    ///
    /// Reports characters that nobody sees and that change nothing where they stand: zero-width
    /// spaces, soft hyphens, word joiners, byte order marks inside the text, control characters and
    /// the like, joiners between letters that do not join, variation selectors after what has no
    /// variants. No-break spaces, the non-joiner of Persian and the joiners of emoji and of Indic
    /// scripts are fine, and a zero-width space is in Thai and its like. What the wire text has too
    /// is only a hint. Where letters were encoded twice, as in `GarcÃ` for `García`, nothing is taken
    /// away: what nobody sees there is half of a letter. Ids are left to `invalid-id`, direction
    /// controls to `bidi-control`.
    ///
    /// ## Why
    ///
    /// Mostly they were pasted with the words. A search does not find a name that holds one, and
    /// two quotations that look the same are two.
    ///
    /// ## Bad
    ///
    /// ```text
    #[doc = " Laila Had\u{200b}dad arrived on Tuesday."]
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// Laila Haddad arrived on Tuesday.
    /// ```
    pub(super) static INVISIBLE_CHARACTER =
        "invisible-character", Warning, "a character that nobody sees and that does nothing"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    if context.text().is_ascii() && !context.text().contains(is_ascii_control) {
        return;
    }
    let declared = Declared::new(context);
    if context.snapshot.kind(context.file) == FileKind::Registry {
        let whole = TextRange::up_to(context.tree().len());
        return data(context, whole, &declared, out);
    }
    let tree = context.tree();
    for (start, block) in tree.blocks() {
        if !may_hold_any(context, block.kept(), TextRange::at(start, block.len())) {
            continue;
        }
        let has_words = matches!(block.kind(), BlockKind::Heading | BlockKind::Paragraph);
        for (kind, token) in tree.tokens_in(TextRange::at(start, block.len())) {
            let is_looked_at = kind == SyntaxKind::Id || (has_words && kind.is_wire());
            if !is_looked_at {
                data(context, token, &declared, out);
            }
        }
    }
    let mut wire = WireLines::new(context);
    for passage in &context.article().passages {
        if !may_hold_any(context, passage.wire.kept(), passage.range) {
            continue;
        }
        for (start, line) in lines(passage.wire.text()) {
            for run in runs(line) {
                let start = TextSize::new(start as u32);
                let source = |range| passage.wire.to_source(range + start);
                let Some(mut finding) = report(context, &run, &declared, source) else {
                    continue;
                };
                if wire.hold(line) {
                    finding.severity = Severity::Hint;
                }
                if words_are_bound(context) {
                    finding.fixes.clear();
                }
                out.push(finding);
            }
        }
    }
}

/// Whether the block at `range` has characters that do nothing unless their neighbours make them.
fn may_hold_any(context: &Context<'_>, kept: &Kept, range: TextRange) -> bool {
    let may_be_idle = |c: char| !matches!(c, ' '..='~') && is_idle(None, c, None);
    let look = || MayHoldAny(context.text()[range].chars().any(may_be_idle));
    kept.get(0, look).0
}

struct MayHoldAny(bool);

/// Looks at what is no running text.
fn data(context: &Context<'_>, range: TextRange, declared: &Declared, out: &mut Vec<Diagnostic>) {
    for (at, line) in lines(&context.text()[range]) {
        let start = range.start() + TextSize::new(at as u32);
        for run in runs(line) {
            if !holds(&declared.ids, run.range + start) {
                out.extend(report(context, &run, declared, |range| range + start));
            }
        }
    }
}

/// Where the ids that the file declares stand, and its names and roles, each in their order.
struct Declared {
    ids: Vec<TextRange>,
    names: Vec<TextRange>,
}

impl Declared {
    fn new(context: &Context<'_>) -> Declared {
        let declarations = context.declarations();
        let again = declarations.repeated.iter().map(|(_, id)| id.range);
        let mut declared = Declared {
            ids: again.collect(),
            names: Vec::new(),
        };
        for entity in &declarations.all {
            declared.ids.push(entity.id.range);
            let names = entity.names.iter().chain(&entity.aka);
            declared.names.extend(names.map(|name| name.range));
            declared
                .names
                .extend(entity.role.iter().map(|role| role.range));
        }
        declared.ids.sort_by_key(|range| range.start());
        declared.names.sort_by_key(|range| range.start());
        declared
    }
}

/// Whether one of the `ranges`, which are in their order, holds this one.
fn holds(ranges: &[TextRange], range: TextRange) -> bool {
    let next = ranges.partition_point(|one| one.end() < range.end());
    ranges
        .get(next)
        .is_some_and(|one| one.contains_range(range))
}

/// Such characters in a row.
struct Run<'a> {
    range: TextRange,
    /// Each of them with its place.
    characters: Vec<(TextSize, char)>,
    /// The line around them.
    line: &'a str,
}

/// The runs of a line. A run is found where it begins: the second of two joiners may have done
/// something, were it not for the first.
fn runs(line: &str) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    let mut before = None;
    let mut characters = line.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let after = characters.peek().map(|(_, after)| *after);
        if is_idle(before, character, after) {
            let place = TextSize::new(at as u32);
            let range = TextRange::at(place, TextSize::of(character));
            match runs.last_mut() {
                Some(run) if run.range.end() == place => {
                    run.range = run.range.cover(range);
                    run.characters.push((place, character));
                }
                _ => runs.push(Run {
                    range,
                    characters: vec![(place, character)],
                    line,
                }),
            }
        }
        before = Some(character);
    }
    runs
}

/// The finding of a run; `source` says where a part of its line stands in the file. None for the
/// byte order mark at the very beginning.
fn report(
    context: &Context<'_>,
    run: &Run<'_>,
    declared: &Declared,
    source: impl Fn(TextRange) -> TextRange,
) -> Option<Diagnostic> {
    let is_mark_of_file = |(at, character): &&(TextSize, char)| {
        *character == '\u{feff}' && source(TextRange::empty(*at)).start() == TextSize::new(0)
    };
    let characters: Vec<(TextSize, char)> = run
        .characters
        .iter()
        .filter(|character| !is_mark_of_file(character))
        .copied()
        .collect();
    let (&(first, one), &(last, end)) = (characters.first()?, characters.last()?);
    let mut named: Vec<String> = Vec::new();
    for (_, character) in &characters {
        let named_so = format!("{} ({})", name(*character), code(*character));
        if !named.contains(&named_so) && named.len() < MOST_NAMED {
            named.push(named_so);
        }
    }
    let word = run.word();
    let place = if word.is_empty() {
        String::new()
    } else {
        format!(" in “{word}”")
    };
    let message = match characters.len() {
        1 => format!("an invisible {}{place}", named.join(", ")),
        many => format!("{many} invisible characters{place}: {}", named.join(", ")),
    };
    let range = source(TextRange::new(first, last + TextSize::of(end)));
    let mut finding = INVISIBLE_CHARACTER.report(range, message);
    if run.is_twice_encoded() {
        let help = "these are bytes of UTF-8 that were read as Latin-1: convert the text anew";
        return Some(finding.help(help));
    }
    let meant = in_windows_1252(one).filter(|_| characters.len() == 1);
    let title = match meant {
        Some(meant) => {
            finding = finding.help(format!(
                "in Windows-1252 this is `{meant}`: convert the text from that, not from Latin-1"
            ));
            format!("replace by `{meant}`")
        }
        None if characters.len() > 1 => "take them away".to_owned(),
        None => format!("take the {} away", name(one)),
    };
    // In a name that nobody reads in the article, between letters that stay what they are.
    let safe = meant.is_none() && run.is_between_letters() && holds(&declared.names, range);
    let edit = |(at, character): &(TextSize, char)| FileEdit {
        file: context.file,
        edit: TextEdit {
            range: source(TextRange::at(*at, TextSize::of(*character))),
            text: meant.map_or(String::new(), String::from),
        },
    };
    finding.fixes.push(Fix {
        title,
        applicability: Applicability::safe_if(safe),
        edits: characters.iter().map(edit).collect(),
    });
    Some(finding)
}

impl Run<'_> {
    /// Whether they follow what the first byte of a letter in UTF-8 is in Latin-1, as in `Ã` for `é`.
    fn is_twice_encoded(&self) -> bool {
        let mut before = self.line[..usize::from(self.range.start())].chars().rev();
        let first = match before.next() {
            Some(mark) if is_combining_mark(mark) => before.next().and_then(|c| compose(c, mark)),
            first => first,
        };
        let after = self.line[usize::from(self.range.end())..].chars().next();
        // `Ã` and a soft hyphen are `í`, unless they part a word in capitals.
        let may_be_hyphen =
            matches!(first, Some('Â' | 'Ã')) && !after.is_some_and(char::is_uppercase);
        let is_later_byte = |(_, c): &(TextSize, char)| {
            matches!(c, '\u{80}'..='\u{9f}') || (*c == '\u{ad}' && may_be_hyphen)
        };
        matches!(first, Some('\u{c2}'..='\u{f4}')) && self.characters.iter().all(is_later_byte)
    }

    fn is_between_letters(&self) -> bool {
        let (start, end) = (self.range.start().into(), self.range.end().into());
        let (before, after): (&str, &str) = (&self.line[..start], &self.line[end..]);
        before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)
    }

    /// The word that they stand in, without them.
    fn word(&self) -> String {
        let (start, end) = (self.range.start().into(), self.range.end().into());
        let (before, after): (&str, &str) = (&self.line[..start], &self.line[end..]);
        let is_shown =
            |c: &char| !c.is_whitespace() && !c.is_control() && unseen_name(*c).is_none();
        let before: Vec<char> = before
            .chars()
            .rev()
            .take(LONGEST_SHOWN)
            .take_while(is_shown)
            .collect();
        let after = after.chars().take(LONGEST_SHOWN).take_while(is_shown);
        let word: String = before.into_iter().rev().chain(after).collect();
        let is_sign = |c: char| !c.is_alphanumeric() && !is_combining_mark(c);
        word.trim_matches(is_sign).to_owned()
    }
}

/// How many characters of a word are shown on either side, and how many kinds are named.
const LONGEST_SHOWN: usize = 20;
const MOST_NAMED: usize = 3;

fn name(character: char) -> &'static str {
    unseen_name(character).unwrap_or("control character")
}

fn is_ascii_control(character: char) -> bool {
    character.is_ascii_control() && !matches!(character, '\t' | '\n' | '\r')
}
