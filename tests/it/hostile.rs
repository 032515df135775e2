//! Texts made to be slow: ten times the text may take about ten times the work, never a hundred.

use std::time::{Duration, Instant};

use isnad::syntax::{Flavor, escape, parse, strip};

/// Pieces that, repeated, make a careless parser search the rest of the text again and again.
const PIECES: &[&str] = &[
    "[",
    "]",
    "](#",
    "[](#",
    "[a](#b)",
    "]{",
    "\"{",
    "\"",
    "''",
    "<!--\n",
    "<!-- \n\n",
    "\\",
    "---\n",
    "# ",
    "#\n",
    "[\n\n",
    ")\n",
    "a\n",
    "\"{a=\"",
    "\"{a=“",
    "[a]{",
    "“",
    "\u{feff}",
    " \n",
    "\r",
    "{",
    "[[a]{b}",
    "\"{a,",
    "(= ",
];

#[test]
fn time_is_linear_on_hostile_text() {
    for piece in PIECES {
        // A quadratic parser would need minutes for this; the bound only tells the two apart.
        let text = piece.repeat(400_000 / piece.len());
        let start = Instant::now();
        let tree = parse(&text, Flavor::Article);
        let wire = strip(&tree, &text);
        assert!(wire.len() <= text.len());
        assert!(tree.errors().count() <= text.len());
        let escaped = escape(&text);
        assert_eq!(strip(&parse(&escaped, Flavor::Article), &escaped), text);
        parse(&text, Flavor::Wire);
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "{piece:?} repeated is slow"
        );
    }
}
