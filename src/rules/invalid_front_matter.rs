use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::syntax::{Problem, SyntaxKind, yaml};
use crate::text::{TextRange, TextSize};

declare_rule! {
    /// ## What it does
    ///
    /// Reports front matter that cannot be read: not closed by a second `---`, not YAML, or not
    /// keys with values. The rest of the article is checked all the same.
    ///
    /// ## Why
    ///
    /// What the article declares is lost while its front matter cannot be read.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: [en
    /// ---
    ///
    /// The crossing stays open.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// ---
    ///
    /// The crossing stays open.
    /// ```
    pub(super) static INVALID_FRONT_MATTER =
        "invalid-front-matter", Error, "front matter that cannot be read"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for error in context.tree.errors() {
        if error.problem == Problem::UnclosedFrontMatter {
            let message = "front matter begins here and is never closed";
            let help =
                "end it with a line `---`, or write `\\---` if the line belongs to the article";
            let help = Some(help.to_owned());
            out.push(Diagnostic {
                help,
                ..INVALID_FRONT_MATTER.report(error.range, message)
            });
        }
    }
    let Some((_, range)) = context
        .tree
        .tokens()
        .find(|(kind, _)| *kind == SyntaxKind::Yaml)
    else {
        return;
    };
    for error in yaml::parse(&context.text[range]).errors {
        let place = rest_of_line(context.text, range, error.offset + range.start());
        out.push(INVALID_FRONT_MATTER.report(place, error.message));
    }
}

/// The words from `at` to the end of their line; the whole last line where none are left.
fn rest_of_line(text: &str, yaml: TextRange, at: TextSize) -> TextRange {
    let at = usize::from(at).clamp(yaml.start().into(), yaml.end().into());
    let line = text[at..usize::from(yaml.end())]
        .lines()
        .next()
        .unwrap_or_default()
        .trim_end();
    if !line.is_empty() {
        return TextRange::at(TextSize::new(at as u32), TextSize::of(line));
    }
    let before = text[usize::from(yaml.start())..at].trim_end();
    let start = before.rfind(['\n', '\r']).map_or(0, |found| found + 1);
    let len = (before.len() - start) as u32;
    TextRange::at(yaml.start() + TextSize::new(start as u32), len.into())
}
