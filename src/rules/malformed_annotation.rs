use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::syntax::Problem;

declare_rule! {
    /// ## What it does
    ///
    /// Reports an annotation whose inside does not follow the markup: nothing in it, two ids
    /// without a comma, a sign with no id after it, parts in the wrong order, a value that does
    /// not end, brackets around no words.
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
    /// “We will not close it,”{haddad, omar} they said.
    /// ```
    pub(super) static MALFORMED_ANNOTATION =
        "malformed-annotation", Error, "an annotation whose inside does not follow the markup"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for error in context.tree.errors() {
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
                "this key has no value".to_owned(),
                "write the value directly after `=`",
            ),
            Problem::UnclosedValue => (
                "this value does not end".to_owned(),
                "close its quotation mark before the `}`",
            ),
            Problem::Stray => (
                "this means nothing here".to_owned(),
                "a brace holds ids, `>`, `<`, `.class` and `key=value`, or one of `+`, `?`, `-`, `:`",
            ),
            _ => continue,
        };
        let help = Some(help.to_owned());
        out.push(Diagnostic {
            help,
            ..MALFORMED_ANNOTATION.report(error.range, message)
        });
    }
}
