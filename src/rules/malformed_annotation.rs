use crate::names::fold::is_invisible;
use crate::names::id::normalise_id;
use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::syntax::Problem;
use crate::text::{TextEdit, TextRange, TextSize};

declare_rule! {
    /// ## What it does
    ///
    /// Reports an annotation whose inside does not follow the markup: nothing in it, two ids
    /// without a comma, a sign with no id after it, parts in the wrong order, a value that does
    /// not end, brackets around no words, a space or an invisible character between a quotation mark
    /// and its brace.
    ///
    /// ## Why
    ///
    /// Who is quoted must not depend on a guess. Such an annotation is taken off as ever, so the
    /// article itself is not touched by the mistake.
    ///
    /// ## Bad
    ///
    /// ```text
    /// “We will not close it,”{haddad omar} they said.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// entities:
    ///   haddad: {name: Laila Haddad}
    ///   omar: {name: Omar Haddad}
    /// ---
    ///
    /// “We will not close it,”{haddad, omar} Laila Haddad and Omar Haddad said.
    /// ```
    pub(super) static MALFORMED_ANNOTATION =
        "malformed-annotation", Error, "an annotation whose inside does not follow the markup"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for error in context.tree().errors() {
        let (message, help) = match error.problem {
            Problem::NoWords => (
                "this annotation holds no words".to_owned(),
                "put the words that it is about between `[` and `]`",
            ),
            Problem::EmptyTail => (
                "this annotation says nothing".to_owned(),
                "write an id; `{?}` for an unknown speaker, `{-}` for what is not speech",
            ),
            Problem::MissingId(after) => (
                format!("an id is missing after `{after}`"),
                "write the id, or take the sign away",
            ),
            Problem::MissingComma => (
                "two ids with nothing between them".to_owned(),
                "write `,` between joint speakers, `>` before whom they spoke to, `<` before who passed it on",
            ),
            Problem::IdAfterAttributes => (
                "an id after classes or keys".to_owned(),
                "ids come first: `{speaker > addressee < agency .class key=value}`",
            ),
            Problem::MisplacedTo => (
                "`>` does not belong here".to_owned(),
                "it stands once, after the speakers: `{speaker > addressee < agency}`",
            ),
            Problem::MisplacedVia => (
                "`<` after classes or keys".to_owned(),
                "the chain comes before them: `{speaker < agency .class key=value}`",
            ),
            Problem::MissingValue => (
                format!("`{}` has no value", &context.text()[error.range]),
                "write the value directly after `=`",
            ),
            Problem::UnclosedValue => (
                "the quotation mark that closes this value is missing".to_owned(),
                "close its quotation mark before the `}`",
            ),
            Problem::Stray => (
                format!("`{}` means nothing here", &context.text()[error.range]),
                "a brace holds ids, `>`, `<`, `.class` and `key=value`, or one of `+`, `?`, `-`, `:`",
            ),
            _ => continue,
        };
        out.push(MALFORMED_ANNOTATION.report(error.range, message).help(help));
    }
    for (quotation, brace) in detached_braces(context) {
        let between = TextRange::new(quotation, brace.start());
        let mend = if context.text()[between].contains(char::is_whitespace) {
            "take the space away"
        } else {
            "take the invisible character away"
        };
        let edit = TextEdit {
            range: between,
            text: String::new(),
        };
        let finding = MALFORMED_ANNOTATION
            .report(
                brace,
                "this brace belongs directly after the quotation mark",
            )
            .help(format!(
                "{mend}, or write `\\{{` if it belongs to the article"
            ))
            .rewording(context, mend, vec![edit]);
        out.push(finding);
    }
}

/// A brace that stands alone is not longer than this many characters.
const LONGEST_BRACE: usize = 500;

/// What may stand between a mark and its brace by mistake: blanks, and what has no shape, such as
/// the marks of direction that right-to-left editors put in.
fn is_unseen(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{a0}' | '\u{202f}') || is_invisible(character)
}

/// Braces that hold a declared id and stand behind a closing mark and what nobody sees: where the
/// quotation ends, and the brace. Without the id they are words of the article.
fn detached_braces(context: &Context<'_>) -> Vec<(TextSize, TextRange)> {
    let quotations = context.article().quotations.iter();
    let unattributed = quotations.filter(|quotation| quotation.who.is_none());
    let found = unattributed.filter_map(|quotation| {
        let after = &context.text()[usize::from(quotation.range.end())..];
        let rest = after.trim_start_matches(is_unseen);
        let inside = rest.strip_prefix('{')?;
        let (end, last) = inside
            .char_indices()
            .take(LONGEST_BRACE)
            .find(|(_, c)| "}\n\r".contains(*c))?;
        let (inside, is_closed) = (&inside[..end], last == '}');
        let first = inside
            .split([',', '،', '>', '<', ' '])
            .find(|id| !id.is_empty())?;
        let is_known = context.entities().find(&normalise_id(first)).is_some();
        let start = quotation.range.end() + TextSize::new((after.len() - rest.len()) as u32);
        let len = TextSize::new(inside.len() as u32 + 2);
        (is_closed && is_known).then(|| (quotation.range.end(), TextRange::at(start, len)))
    });
    found.collect()
}
