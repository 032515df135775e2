use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::text::TextRange;
use crate::workspace::{BASELINE, Known};

declare_rule! {
    /// ## What it does
    ///
    /// Reports findings that `isnad-baseline.json` lists and that are not in the file any more.
    ///
    /// ## Why
    ///
    /// What was mended would be silenced once more where it comes back.
    ///
    /// ## Bad
    ///
    /// The baseline lists `undefined-entity` at “omar” for the article, and it is declared meanwhile.
    ///
    /// ```text
    /// ---
    /// lang: en
    /// entities:
    ///   omar: {name: Omar Said}
    /// ---
    ///
    /// [Omar Said](#omar) came.
    /// ```
    ///
    /// ## Good
    ///
    /// It is still there, and nobody is told.
    ///
    /// ```text
    /// ---
    /// lang: en
    /// ---
    ///
    /// [Omar Said](#omar) came.
    /// ```
    ///
    /// ## What to do
    ///
    /// `isnad check --write-baseline` writes the baseline anew. No comment of the article allows that,
    /// because it is not about the article. Where the baseline is to shrink with
    /// every change, `stale-baseline = "warning"` under `[rules]` of `isnad.toml` lets `isnad check`
    /// end with 1 until that is done.
    pub(super) static STALE_BASELINE =
        "stale-baseline", Info, "a finding that the baseline lists and that is gone"
}

/// How much of the words in question a message shows, in characters.
const SHOWN: usize = 40;

/// The finding of what is left of the baseline's entries for a file, if anything is.
pub(super) fn stale(left: &Known) -> Option<Diagnostic> {
    let entries = left.iter().flat_map(|(rule, words)| {
        let of_words = words.iter().filter(|(_, count)| **count > 0);
        of_words.map(move |(words, count)| (rule, words, count))
    });
    let count: usize = entries.clone().map(|(_, _, count)| count).sum();
    let (rule, words, _) = entries.clone().next()?;
    let first = match shown(words).as_str() {
        "" => format!("`{rule}`"),
        words => format!("`{rule}` at “{words}”"),
    };
    let message = if count == 1 {
        format!("{BASELINE} lists {first}, which is not here any more")
    } else {
        format!("{BASELINE} lists {count} findings that are not here any more, first {first}")
    };
    let finding = STALE_BASELINE.report(TextRange::default(), message);
    Some(finding.help("`isnad check --write-baseline` writes it anew"))
}

/// The words on one line, and not more of them than tell which are meant.
fn shown(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    // They get marks of their own.
    let words = words.trim_matches(['“', '”']);
    match words.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

/// Finds nothing by itself: only when all rules have been heard is it known what the baseline
/// silenced. [`baseline`](crate::rules::baseline) reports it by [`stale`].
fn check(_: &Context<'_>, _: &mut Vec<Diagnostic>) {}
